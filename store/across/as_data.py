"""Answers about one article beside others as what JSON can hold; spans are code points of the text."""

from __future__ import annotations

from collections.abc import Sequence

from store.across.articles import Candidate
from store.across.comparing import Comparison, Pair
from store.across.differences import Difference, Side, Told
from store.across.novelty import Before, Novelty, SentenceTold
from store.across.same_meeting import SameMeeting, Saying
from store.model import Span

Data = dict[str, object]


def _filled(**parts: object) -> Data:
    """Without what is not known; an empty list stays."""
    return {name: value for name, value in parts.items() if value is not None and value != ""}


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


# -- what is new


def of_novelty(found: Novelty, text: str) -> Data:
    """What is new in an article of that text."""
    return _filled(
        id=found.key,
        number=found.article,
        date=found.date,
        heading=found.heading,
        scope=found.scope,
        against=found.against,
        earlier=found.earlier,
        not_looked_at=found.beyond or None,
        other_reports_left_out=found.apart or None,
        sentences_not_looked_at=found.passed_over or None,
        new_names=[{"text": text[slice(*span)], "span": list(span)} for span in found.names],
        sentences=[_sentence(one, text) for one in found.sentences],
    )


def _sentence(one: SentenceTold, text: str) -> Data:
    return _filled(
        kind=one.kind.value,
        text=text[slice(*one.span)],
        span=list(one.span),
        new=[list(span) for span in one.fresh],
        count=one.count or None,
        more=one.more or None,
        since=_before(one.since),
        nearest=_before(one.nearest),
        likeness=round(one.likeness, 3) or None,
        other_names=one.other_names or None,
        changed=[_filled(span=_span(change.span), was=change.was) for change in one.changed],
        phrases=[
            _filled(
                span=list(phrase.span),
                count=phrase.count,
                more=phrase.more or None,
                since=_before(phrase.since),
            )
            for phrase in one.phrases
        ],
    )


def _before(before: Before | None) -> Data | None:
    if before is None:
        return None
    return _filled(
        id=before.key, number=before.article, date=before.date, span=_span(before.span), text=before.text
    )


# -- comparing


def of_comparison(found: Comparison) -> Data:
    """Two articles side by side."""
    return _filled(
        first=_article(found.first),
        second=_article(found.second),
        facts=[_difference(one) for one in found.facts],
        sentences=[_pair(one, found) for one in found.sentences],
    )


def _article(told: Told) -> Data:
    return _filled(id=told.key, number=told.article, date=told.date, heading=told.heading, outlet=told.outlet)


def _difference(one: Difference) -> Data:
    return _filled(
        what=one.what, label=one.label, key=one.key, first=_side(one.first), second=_side(one.second)
    )


def _side(side: Side | None) -> Data | None:
    return _filled(said=side.said, span=_span(side.span)) if side else None


def _pair(pair: Pair, found: Comparison) -> Data:
    return _filled(
        kind=pair.kind.value,
        moved=pair.moved or None,
        likeness=round(pair.likeness, 3) or None,
        first=_words(found.first, pair.first),
        second=_words(found.second, pair.second),
        changes=[
            _filled(first=_span(one.first), second=_span(one.second), names=one.names or None)
            for one in pair.changes
        ],
        formula=_filled(
            count=pair.standing.count, more=pair.standing.more or None, since=_before(pair.standing.since)
        )
        if pair.standing
        else None,
    )


def _words(told: Told, span: Span | None) -> Data | None:
    return {"text": told.text[slice(*span)], "span": list(span)} if span else None


# -- what to compare with


def of_candidates(article: int, candidates: Sequence[Candidate], reports: Sequence[SameMeeting]) -> Data:
    """What an article may be compared with, and what the reports of its meetings say."""
    return {
        "number": article,
        "candidates": [
            _filled(id=one.key, number=one.article, date=one.date, heading=one.heading, reason=one.reason)
            for one in candidates
        ],
        "same_meeting": [_meeting(one) for one in reports],
    }


def _meeting(one: SameMeeting) -> Data:
    return {
        "reports": [
            _article(told) | _filled(meeting=number, why=why)
            for (told, number), why in zip(one.reports, ("", *one.why), strict=True)
        ],
        "says": [_saying(saying) for saying in one.sayings],
    }


def _saying(saying: Saying) -> Data:
    return _filled(
        what=saying.what,
        label=saying.label,
        key=saying.key,
        differs=saying.differs,
        said=[_side(side) for side in saying.sides],
    )

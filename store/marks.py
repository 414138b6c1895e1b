"""A reading flattened into marks: stretches of the original text, each pointing at its fact.

Pure functions over frozen dataclasses. Offsets are code points into ``Article.text``. The order of
marks is total and stable: by start, the longer first, then by kind and fact, so that drawing in
order puts what is inside over what is around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import TypeVar

from store.model import (
    Article,
    Evidence,
    Fact,
    Mark,
    MarkKind,
    Meeting,
    Official,
    Post,
    Reading,
    Span,
    Stated,
)

_T = TypeVar("_T")

_KIND_ORDER = {kind: place for place, kind in enumerate(MarkKind)}
_FACT_KINDS = ("official", "meeting", "ceremony", "statement", "source")
_FACT_ORDER = {kind: place for place, kind in enumerate(_FACT_KINDS)}
_BY_PLACE = itemgetter(slice(0, 7))
_WHOLE_MEETING = {"held": "took place", "planned": "planned"}
_SOURCE_FIELDS = {"outlet": "Outlet", "attributed_to": "Attributed to", "byline": "Byline"}
_DATELINE_ITEMS = ("place", "date")

DATELINE_PLACE = Fact("source", 0, "dateline", 0)
DATELINE_DATE = Fact("source", 0, "dateline", 1)


def marks(article: Article, reading: Reading) -> list[Mark]:
    """All marks of a reading, in drawing order; spans that are empty or outside the text make none."""
    end = len(article.text)
    found = []
    for kind, fact, label, spans in _facts(reading):
        rest = _order_of(kind, fact)
        for span in dict.fromkeys(spans):
            if 0 <= span[0] < span[1] <= end:
                found.append((span[0], -span[1], *rest, Mark(span, kind, fact, label)))
    found.sort(key=_BY_PLACE)
    return [one[-1] for one in found]


def marks_at(drawn: Iterable[Mark], offset: int) -> list[Mark]:
    """The marks that cover the code point at ``offset``, the innermost (shortest) first."""
    covering = [mark for mark in drawn if mark.span.start <= offset < mark.span.end]
    return sorted(covering, key=lambda mark: (mark.span.end - mark.span.start, *_drawing_order(mark)[2:]))


def fact_evidence(reading: Reading, fact: Fact) -> Evidence | None:
    """Why a fact is believed; None where the reading has no such fact (any more)."""
    if fact.kind == "official":
        return _official_evidence(_item(reading.officials, fact.index), fact)
    if fact.kind == "meeting":
        return _field_evidence(_item(reading.meetings, fact.index), fact)
    if fact.kind == "ceremony":
        return _whole_evidence(_item(reading.ceremonies, fact.index))
    if fact.kind == "statement":
        return _whole_evidence(_item(reading.statements, fact.index))
    if fact.kind == "source":
        return _source_evidence(reading, fact)
    return None


def fact_spans(reading: Reading, fact: Fact) -> tuple[Span, ...]:
    """The words of a fact, in text order; for a whole official the mentions of the name as well."""
    known = fact_evidence(reading, fact)
    places = set(known.spans) if known else set()
    if known and fact.kind == "statement":
        places.add(reading.statements[fact.index].span)
    if known and fact.kind == "official" and not fact.field:
        mentions = reading.officials[fact.index].mentions
        places = set(mentions) or places
    return tuple(sorted(places))


def one_line(text: str) -> str:
    """The text with every run of white space, line breaks included, as one space."""
    return " ".join(text.split())


def _drawing_order(mark: Mark) -> tuple[int, int, int, int, int, str, int]:
    return (mark.span.start, -mark.span.end, *_order_of(mark.kind, mark.fact))


def _order_of(kind: MarkKind, fact: Fact) -> tuple[int, int, int, str, int]:
    return (
        _KIND_ORDER[kind],
        _FACT_ORDER.get(fact.kind, len(_FACT_ORDER)),
        fact.index,
        fact.field,
        fact.item,
    )


_Described = tuple[MarkKind, Fact, str, Iterable[Span]]


def _facts(reading: Reading) -> Iterator[_Described]:
    yield from _sources(reading)
    for index, official in enumerate(reading.officials):
        yield from _official(index, official)
    for index, meeting in enumerate(reading.meetings):
        yield from _meeting(index, meeting, len(reading.meetings))
    for index, ceremony in enumerate(reading.ceremonies):
        label = f"Ceremony: {one_line(ceremony.site)}"
        yield MarkKind.CEREMONY, Fact("ceremony", index), label, ceremony.evidence.spans
    for index, statement in enumerate(reading.statements):
        label = f"Statement by {one_line(statement.speaker)}" if statement.speaker.strip() else "Statement"
        if statement.verb:
            label += f" ({one_line(statement.verb)})"
        yield MarkKind.STATEMENT, Fact("statement", index), label, (statement.span,)


def _sources(reading: Reading) -> Iterator[_Described]:
    for field, title in _SOURCE_FIELDS.items():
        stated: Stated[str] | None = getattr(reading, field)
        if stated:
            label = f"{title}: {one_line(stated.value)}"
            yield MarkKind.SOURCE, Fact("source", 0, field), label, stated.evidence.spans
    if reading.dateline:
        for item, part in enumerate((reading.dateline.place, reading.dateline.date)):
            if part:
                label = f"Dateline, {_DATELINE_ITEMS[item]}: {one_line(part.value)}"
                yield MarkKind.SOURCE, Fact("source", 0, "dateline", item), label, part.evidence.spans


def _official(index: int, official: Official) -> Iterator[_Described]:
    name = one_line(official.name)
    country = one_line(official.country.value) if official.country else None
    who = ", ".join(part for part in (name, official.role.value.value, country) if part)
    places = official.mentions or official.evidence.spans
    yield MarkKind.OFFICIAL, Fact("official", index), f"Official: {who}", places
    if official.rank:
        label = f"Rank: {one_line(official.rank.value)} ({name})"
        yield MarkKind.RANK, Fact("official", index, "rank"), label, official.rank.evidence.spans
    for item, post in enumerate(official.posts):
        label = f"Post: {describe_post(post)} ({name})"
        yield MarkKind.POST, Fact("official", index, "posts", item), label, post.evidence.spans


def describe_post(post: Post) -> str:
    """A post in one line: title, organisation, country."""
    return ", ".join(one_line(part) for part in (post.title, post.organisation, post.country) if part)


def _meeting(index: int, meeting: Meeting, of: int) -> Iterator[_Described]:
    which = f"meeting {index + 1}" if of > 1 else "the meeting"
    told = _WHOLE_MEETING.get(meeting.status.value.value, meeting.status.value.value)
    whole = f"{meeting.kind.value.value.capitalize()}{f' {index + 1} of {of}' if of > 1 else ''}: {told}"
    yield MarkKind.MEETING, Fact("meeting", index), whole, meeting.evidence.spans
    for field, kind, title in (
        ("date", MarkKind.DATE, "Date"),
        ("place", MarkKind.PLACE, "Place"),
        ("venue", MarkKind.VENUE, "Venue"),
    ):
        stated: Stated[str] | None = getattr(meeting, field)
        if stated:
            label = f"{title} of {which}: {one_line(stated.value)}"
            yield kind, Fact("meeting", index, field), label, stated.evidence.spans
    if meeting.occasion:
        occasion = meeting.occasion.value
        label = f"Occasion of {which}: {describe_occasion(occasion.name, occasion.ordinal)}"
        yield MarkKind.OCCASION, Fact("meeting", index, "occasion"), label, meeting.occasion.evidence.spans
    for item, topic in enumerate(meeting.topics):
        label = f"Topic of {which}: {topic_name(topic.value)}"
        yield MarkKind.TOPIC, Fact("meeting", index, "topics", item), label, topic.evidence.spans


def describe_occasion(name: str, ordinal: int | None) -> str:
    """An occasion in one line, its ordinal before it: "17th High-Level Dialogue"."""
    return f"{ordinal_word(ordinal)} {one_line(name)}" if ordinal is not None else one_line(name)


def ordinal_word(number: int) -> str:
    """1 as "1st", 12 as "12th", 23 as "23rd"."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def topic_name(topic: str) -> str:
    """A topic's id as words: ``joint-exercises`` as "joint exercises"."""
    return one_line(topic.replace("-", " "))


def _item(items: Sequence[_T], index: int) -> _T | None:
    return items[index] if 0 <= index < len(items) else None


def _whole_evidence(thing: object) -> Evidence | None:
    found = getattr(thing, "evidence", None)
    return found if isinstance(found, Evidence) else None


def _official_evidence(official: Official | None, fact: Fact) -> Evidence | None:
    if official is None:
        return None
    if fact.field == "mentions":
        mention = _item(official.mentions, fact.item)
        return Evidence((mention,), official.evidence.rule, official.evidence.confidence) if mention else None
    return _field_evidence(official, fact)


def _field_evidence(thing: Official | Meeting | None, fact: Fact) -> Evidence | None:
    if thing is None or not fact.field:
        return _whole_evidence(thing)
    value = getattr(thing, fact.field, None)
    return _whole_evidence(_item(value, fact.item) if isinstance(value, tuple) else value)


def _source_evidence(reading: Reading, fact: Fact) -> Evidence | None:
    if fact.field == "dateline":
        dateline = reading.dateline
        return _whole_evidence(_item((dateline.place, dateline.date), fact.item)) if dateline else None
    return _whole_evidence(getattr(reading, fact.field, None)) if fact.field in _SOURCE_FIELDS else None

"""What is new in an article, as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from store.across.differences import Told
from store.across.novelty import Before, Kind, Novelty, SentenceTold
from store.across.page import Block, Cell, Page, Paragraph, Run, Table, Tone, cell, to_article
from store.across.words import amount, day
from store.model import Span

_LEGEND = (Run("New words", tone="new", signed=True), Run(": no earlier article has them together."))
_WHY_NONE = {
    "series": "This article names no occasion that is held again and again: it is of no series.",
    "pair": "This article tells of no meeting of two parties: it has no pair.",
}


def page_of(one: Told, novelty: Novelty | None, scope: str) -> Page:
    """The page; ``novelty`` is None where the article has no such scope."""
    subtitle = told_of(one)
    if novelty is None:
        return Page("What is new", subtitle, (Paragraph(cell(_WHY_NONE.get(scope, ""))),))
    return Page("What is new", subtitle, tuple(_blocks(one, novelty)))


def told_of(one: Told) -> str:
    """Day and heading of an article, in one line."""
    return ", ".join(filter(None, (day(one.date) if one.date else "", one.heading)))


def unread(*several: Told) -> Iterator[Block]:
    """That articles were not read yet, and what that means."""
    dates = [told_of(one) for one in several if not one.is_read]
    if dates:
        said = f"Not read yet: {'; '.join(dates)}. Names, posts and dates in it count as any other words."
        yield Paragraph(cell(Run(said, tone="warning")))


def _blocks(one: Told, novelty: Novelty) -> Iterator[Block]:
    yield from unread(one)
    yield Paragraph(cell(_summary(novelty)))
    if not novelty.earlier:
        return
    if novelty.names:
        links = [
            Run(words(one.text, span), to_article(one.article, span), "new")
            for span in _once(one, novelty.names)
        ]
        parts = [part for link in links for part in (Run(", "), link)]
        yield Paragraph(cell("Names never seen before: ", *parts[1:], "."))
    fresh = [(_marked(one, told),) for told in novelty.of_kind(Kind.NEW)]
    if fresh:
        yield Table("New sentences", ("Sentence",), tuple(fresh), legend=_LEGEND)
    changed = novelty.of_kind(Kind.CHANGED)
    if changed:
        rows = tuple((_marked(one, it), _was(it), _when(it.nearest)) for it in changed)
        yield Table("Changed from an earlier article", ("Here", "There", "Where"), rows)
    standing = [it for it in novelty.sentences if it.kind in (Kind.FORMULA, Kind.REPEATED)]
    if standing:
        rows = tuple((_muted(one, it), _count(it, novelty), _when(it.since)) for it in standing)
        yield Table("Standing formulas and repeated sentences", ("Sentence", "In", "Since"), rows)
    phrases = [phrase for it in novelty.sentences for phrase in it.phrases]
    if phrases:
        rows = tuple(
            (
                cell(Run(words(one.text, it.span), to_article(one.article, it.span), "muted")),
                cell(f"{it.count}{'+' if it.more else ''} earlier articles"),
                _when(it.since),
            )
            for it in phrases
        )
        yield Table("Standing phrases in new sentences", ("Phrase", "In", "Since"), rows)


def _summary(novelty: Novelty) -> str:
    left = _left_out(novelty.apart) if novelty.apart else ""
    if not novelty.earlier:
        return f"There is nothing earlier to compare with ({novelty.against}): everything is new.{left}"
    number = f"{novelty.earlier:,} earlier article{'s' if novelty.earlier > 1 else ''}"
    against = number if novelty.scope == "all" else f"{number} of {novelty.against}"
    if novelty.beyond:
        against += f" (the newest; {novelty.beyond:,} older ones were not looked at)"
    counts = [
        (len(novelty.of_kind(Kind.NEW)), "new"),
        (len(novelty.of_kind(Kind.CHANGED)), "changed"),
        (len(novelty.of_kind(Kind.REPEATED)), "repeated"),
        (len(novelty.of_kind(Kind.FORMULA)), "standing formula"),
    ]
    told = ", ".join(f"{count} {what}" for count, what in counts if count) or "nothing to compare"
    rest = f" {novelty.passed_over:,} more were not looked at." if novelty.passed_over else ""
    return f"Compared with {against}. Sentences: {told}.{rest}{left}"


def _left_out(apart: int) -> str:
    was = "was" if apart == 1 else "were"
    return f" {amount(apart, 'earlier report')} of the same meeting {was} left out."


def _once(one: Told, spans: Iterable[Span]) -> Iterator[Span]:
    seen: set[str] = set()
    for span in spans:
        said = words(one.text, span)
        if said not in seen:
            seen.add(said)
            yield span


def words(text: str, span: Span) -> str:
    """Some words of a text in one line."""
    return " ".join(text[slice(*span)].split())


def _marked(one: Told, told: SentenceTold) -> Cell:
    """A sentence with its new words marked; where there are many changes, those count."""
    fresh = told.fresh if told.kind is Kind.CHANGED else telling(one.text, told.fresh)
    return marked(one, told.span, [(span, "new") for span in fresh])


def telling(text: str, fresh: Iterable[Span]) -> tuple[Span, ...]:
    """New words that tell something: a lone small word among known ones ("turn", "grounded") does not."""
    said = ((span, text[slice(*span)].strip()) for span in fresh)
    return tuple(span for span, words in said if not (words.isalpha() and words.islower()))


def _muted(one: Told, told: SentenceTold) -> Cell:
    runs = marked(one, told.span, [(span, "new") for span in telling(one.text, told.fresh)])
    return tuple(replace(run, tone=run.tone or "muted") for run in runs)


def marked(one: Told, span: Span, parts: Sequence[tuple[Span, Tone]]) -> Cell:
    """A stretch of an article with some words marked; each part leads to its words."""
    runs: list[Run | str] = []
    at = span.start
    for part, tone in sorted(parts):
        if part.start > at:
            runs.append(Run(_spaced(one.text, at, part.start), to_article(one.article, span)))
        runs.append(Run(words(one.text, part), to_article(one.article, part), tone, signed=True))
        at = max(at, part.end)
    if at < span.end:
        runs.append(Run(_spaced(one.text, at, span.end), to_article(one.article, span)))
    return cell(*runs)


def _spaced(text: str, start: int, end: int) -> str:
    """Words in one line, with the blanks at the ends."""
    said = text[start:end]
    inner = " ".join(said.split())
    if not inner:
        return " " if said else ""
    return f"{' ' if said[0].isspace() else ''}{inner}{' ' if said[-1].isspace() else ''}"


def _was(told: SentenceTold) -> Cell:
    if told.nearest is None or told.nearest.span is None:
        return ()
    return cell(Run(told.nearest.text, to_article(told.nearest.article, told.nearest.span)))


def _when(before: Before | None) -> Cell:
    if before is None:
        return cell("-")
    return cell(Run(told_since(before), to_article(before.article, before.span)))


def told_since(before: Before) -> str:
    """Which article it is: its day, or what it is called by."""
    return day(before.date) if before.date else before.key


def _count(told: SentenceTold, novelty: Novelty) -> Cell:
    of = f" of {novelty.earlier:,}" if not told.more else ""
    names = ", other names" if told.other_names else ""
    changed = ", other words" if told.changed else ""
    return cell(f"{told.count}{'+' if told.more else ''}{of} earlier{names}{changed}")

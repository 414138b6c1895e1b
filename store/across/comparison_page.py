"""Two articles side by side, as a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from store.across.comparing import Comparison, Kind, Pair
from store.across.differences import Difference, Side, Told
from store.across.novelty_page import marked, told_since, unread
from store.across.page import Block, Cell, Page, Paragraph, Run, Table, Tone, cell, to_article
from store.across.words import day, told_value

_WHAT = {
    "ordinal": "occasion",
    "meetings": "meetings",
    "holder": "another holder",
    "order": "order",
    "name": "named",
}
_SIGNS = {
    Kind.SAME: "same",
    Kind.NAMES: "names",
    Kind.CHANGED: "changed",
    Kind.ADDED: "added",
    Kind.DROPPED: "left out",
}
_NOTE = "names: the same but for names, posts, dates and numbers; moved: it stands elsewhere."
_LEGEND = (
    Run("Words of the first only", tone="gone", signed=True),
    Run(", "),
    Run("words of the second only", tone="new", signed=True),
    Run(", "),
    Run("other names", tone="changed", signed=True),
    Run("."),
)


def page_of(comparison: Comparison) -> Page:
    """The page of a comparison."""
    first, second = comparison.first, comparison.second
    title = f"{_name(first)} and {_name(second)}"
    return Page(f"Compared: {title}", f"{first.heading} / {second.heading}", tuple(_blocks(comparison)))


def _name(told: Told) -> str:
    return ", ".join(filter(None, (day(told.date) if told.date else "", told.outlet))) or told.key


def _heads(comparison: Comparison) -> tuple[str, str]:
    return _name(comparison.first), _name(comparison.second)


def _blocks(comparison: Comparison) -> Iterator[Block]:
    yield from unread(comparison.first, comparison.second)
    if not comparison.differs:
        yield Paragraph(cell("The two say the same."))
        return
    if comparison.facts:
        rows = tuple(_fact(comparison, one) for one in comparison.facts)
        yield Table("Facts that differ", ("What", "Of", *_heads(comparison)), rows)
    standing = [pair for pair in comparison.sentences if pair.standing is not None]
    if standing:
        rows = tuple(_standing(comparison, pair) for pair in standing)
        yield Table("Standing formulas", ("Sentence", "In", "Since"), rows)
    rows = tuple(_sentence(comparison, pair) for pair in comparison.sentences)
    yield Table("Sentences", ("", *_heads(comparison)), rows, _NOTE, _LEGEND)


def _fact(comparison: Comparison, one: Difference) -> tuple[Cell, ...]:
    tone: Tone = "changed" if one.first and one.second else "new" if one.second else "gone"
    return (
        cell(_WHAT.get(one.what, one.what)),
        cell(one.label if one.label != one.what else ""),
        _side(comparison.first, one.what, one.first, tone if tone != "new" else ""),
        _side(comparison.second, one.what, one.second, tone if tone != "gone" else ""),
    )


def _side(told: Told, what: str, side: Side | None, tone: Tone) -> Cell:
    if side is None:
        return cell(Run("not named", tone="muted"))
    return cell(Run(told_value(what, side.said), to_article(told.article, side.span), tone))


def _standing(comparison: Comparison, pair: Pair) -> tuple[Cell, ...]:
    told = pair.standing
    assert told is not None
    later = comparison.second if told.span == pair.second else comparison.first
    runs = marked(later, told.span, [])
    since = told.since
    return (
        tuple(replace(run, tone="muted") for run in runs),
        cell(f"{told.count}{'+' if told.more else ''} earlier articles"),
        cell(Run(told_since(since), to_article(since.article, since.span))) if since else cell("-"),
    )


def _sentence(comparison: Comparison, pair: Pair) -> tuple[Cell, ...]:
    signs = (_SIGNS[pair.kind], "moved" if pair.moved else "", "formula" if pair.standing else "")
    tones: tuple[Tone, Tone] = ("gone", "new")
    if pair.kind in (Kind.SAME, Kind.NAMES):
        tones = ("changed", "changed")
    sides = []
    for told, span, tone, of in (
        (comparison.first, pair.first, tones[0], 0),
        (comparison.second, pair.second, tones[1], 1),
    ):
        if span is None:
            sides.append(cell())
            continue
        parts = [
            (words, tone if not change.names else "changed")
            for change in pair.changes
            if (words := (change.first, change.second)[of]) is not None
        ]
        alone: Tone = "gone" if pair.kind is Kind.DROPPED else "new" if pair.kind is Kind.ADDED else ""
        quiet: Tone = "muted" if pair.kind is Kind.SAME else alone
        runs = marked(told, span, parts)
        sides.append(tuple(replace(run, tone=run.tone or quiet) for run in runs))
    return (cell(", ".join(filter(None, signs))), *sides)

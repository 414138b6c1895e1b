"""One meeting in several reports, as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.across.differences import Told
from store.across.novelty_page import told_of
from store.across.page import Block, Cell, Page, Paragraph, Run, Table, Tone, cell, to_article, to_comparison
from store.across.same_meeting import SameMeeting, Saying
from store.across.words import day, told_value


def page_of(one: Told, found: Sequence[SameMeeting]) -> Page:
    """The page of all meetings of an article that others report, too."""
    subtitle = told_of(one)
    if not found:
        nothing = "No other article of these days reports a meeting that this one tells of."
        return Page("Other reports of the same meeting", subtitle, (Paragraph(cell(nothing)),))
    blocks = tuple(block for meeting in found for block in _blocks(meeting))
    return Page("Other reports of the same meeting", subtitle, blocks)


def _blocks(meeting: SameMeeting) -> Iterator[Block]:
    reports = [told for told, _ in meeting.reports]
    rows = tuple(
        (
            cell(Run(_outlet(told), to_article(told.article))),
            cell(day(told.date) if told.date else ""),
            cell(told.heading),
            cell(why),
            cell(Run("compare", to_comparison(reports[0].article, told.article)) if why else ""),
        )
        for told, why in zip(reports, ("", *meeting.why), strict=True)
    )
    yield Table("Reports", ("Outlet", "Date", "Article", "Held to be the same: probably", ""), rows)
    names = [_outlet(told) for told in reports]
    said = tuple(_row(reports, saying) for saying in meeting.sayings)
    yield Table("What each says", ("", "", *names), said, "≠: the reports contradict each other.")


def _outlet(told: Told) -> str:
    return told.outlet or told.key


def _row(reports: Sequence[Told], saying: Saying) -> tuple[Cell, ...]:
    tone: Tone = "changed" if saying.differs else ""
    sides = tuple(
        cell(Run("-", tone="muted"))
        if side is None
        else cell(Run(told_value(saying.what, side.said), to_article(told.article, side.span), tone))
        for told, side in zip(reports, saying.sides, strict=True)
    )
    return (
        cell(f"{saying.what}{' ≠' if saying.differs else ''}"),
        cell(saying.label if saying.label != saying.what else ""),
        *sides,
    )

"""A year of meetings as text: what the calendar shows, in tables."""

from __future__ import annotations

from collections.abc import Iterator

from store.across import words
from store.across.lanes_page import where
from store.across.page import Block, Cell, Page, Paragraph, Run, Table, cell, citations, joined, to_article
from store.across.year import Year, YearDay

MONTHS = "January February March April May June July August September October November December".split()


def year_page(one: Year, title: str) -> Page:
    """The page."""
    return Page(title, subtitle(one), tuple(_blocks(one)))


def subtitle(one: Year) -> str:
    """How much it is."""
    if not one.meetings:
        return "no meeting in this year" if one.year else "no meeting with a date"
    counted = amount(one, one.meetings)
    vague = sum(month.meetings for month in one.months)
    of_no_day = f", {vague:,} without a day" if vague else ""
    return f"{counted}, {words.amount(len(one.days), 'day')} with any{of_no_day}"


def amount(one: Year, number: int) -> str:
    """``3 meetings``, or ``3 reports of meetings``."""
    if one.counted == "meetings":
        return words.amount(number, "meeting")
    return words.amount(number, "report of a meeting", "reports of meetings")


def _blocks(one: Year) -> Iterator[Block]:
    if not one.meetings:
        yield Paragraph(cell(f"No article of these tells of a meeting in {one.year}." if one.year else ""))
    if one.days:
        yield _days("Days", one.days)
    if one.months:
        yield _days("Day not told", one.months)
    if one.years:
        yield Table(
            "Years", ("Year", "Meetings"), tuple((cell(str(year)), cell(f"{n:,}")) for year, n in one.years)
        )


def _days(heading: str, days: tuple[YearDay, ...]) -> Table:
    columns = ("Day", "Meetings", "Who", "Where", "Articles")
    return Table(heading, columns, tuple(map(_day, days)))


def _day(one: YearDay) -> tuple[Cell, ...]:
    planned = f" ({one.planned} planned)" if one.planned else ""
    people = {who.key: who.name for point in one.points for who in (*point.hosts, *point.guests)}
    places = dict.fromkeys(filter(None, (where(point) for point in one.points)))
    return (
        cell(Run(words.day(one.day), to_article(one.articles[0]))),
        cell(f"{one.meetings:,}{planned}"),
        joined([cell(Run(name, words.to_person(key))) for key, name in people.items()]),
        cell(", ".join(places)),
        citations(one.articles),
    )


def told(one: Year, day: YearDay) -> str:
    """A day in one line of words."""
    people = [who.name for point in day.points for who in (*point.hosts, *point.guests)]
    places = dict.fromkeys(filter(None, (where(point) for point in day.points)))
    named = list(dict.fromkeys(people))
    more = f" and {len(named) - 5} more" if len(named) > 5 else ""
    parts = (
        words.day(day.day),
        amount(one, day.meetings) + (f", {day.planned} planned" if day.planned else ""),
        f"{', '.join(named[:5])}{more}" if more else words.listed(named),
        ", ".join(places),
        words.amount(len(day.articles), "article"),
    )
    return "  ·  ".join(filter(None, parts))

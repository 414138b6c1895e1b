"""Meetings along a time axis, as text: what a drawing of them shows, in tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from store.across import words
from store.across.lanes import Lane, Lanes, Missing, Spot
from store.across.page import Block, Cell, Page, Paragraph, Run, Table, cell, citations, joined, to_article
from store.across.timeline import Point
from store.derive import country_name
from store.model import MeetingKind

MOST = 400
"""So many meetings are told one by one, the newest."""

ROWS = {"pairs": "Parties", "people": "Person", "series": "Series"}
_KINDS = {MeetingKind.MEETING: "", MeetingKind.CALL: "by telephone", MeetingKind.CONFERENCE: "conference"}


def lanes_page(one: Lanes, title: str) -> Page:
    """The page."""
    return Page(title, subtitle(one), tuple(_blocks(one)))


def subtitle(one: Lanes) -> str:
    """How much it is, and of when."""
    if not one.lanes:
        return "no meeting with a date"
    many = (
        words.amount(one.meetings, "meeting")
        if one.counted == "meetings"
        else "each day with a meeting counted once"
    )
    parts = [
        many,
        words.period(*one.days) if one.days else "",
        words.amount(len(one.lanes), "row"),
        f"{one.more:,} more rows left out" if one.more else "",
        f"{len(one.undated):,} without a date" if one.undated else "",
    ]
    return ", ".join(filter(None, parts))


def _blocks(one: Lanes) -> Iterator[Block]:
    if not one.lanes:
        yield Paragraph(cell("No article of these tells of a meeting whose day, month or year is known."))
    else:
        yield _rows(one)
        if one.counted == "meetings":
            yield from _meetings("Meetings", _points(one))
        else:
            yield _years(one)
    if one.undated:
        yield from _meetings("Without a date", one.undated)


def _rows(one: Lanes) -> Table:
    heading = "Rows"
    note = f"{one.more:,} more rows with fewer meetings are left out." if one.more else ""
    counted = "Meetings" if one.counted == "meetings" else "Days with meetings"
    columns = [ROWS[one.by], counted, "First", "Last", "Longest pause"]
    missing = any(lane.missing for lane in one.lanes)
    rows = tuple(
        (
            cell(Run(lane.name, lane.link)),
            cell(f"{len(lane.spots):,}"),
            cell(words.day(lane.spots[0].day)),
            cell(words.day(lane.spots[-1].day)),
            cell(pause(lane.spots)),
            *([cell(missing_words(lane.missing))] if missing else []),
        )
        for lane in one.lanes
        if lane.spots
    )
    return Table(heading, (*columns, *(["Missing sessions"] if missing else [])), rows, note)


def missing_words(missing: Iterable[Missing]) -> Run:
    """``no. 16``; said as a gap."""
    numbers = [number for one in missing for number in one.numbers]
    return Run(f"no. {words.numbers(numbers)}", None, "gap") if numbers else Run("")


def pause(spots: tuple[Spot, ...]) -> str:
    """The longest time between two meetings, from when to when; empty where days are not known."""
    known = [spot.day for spot in spots if len(spot.day) == 10]
    if len(known) < 2:
        return ""
    days = [date.fromisoformat(day) for day in known]
    longest, at = max((after - before, n) for n, (before, after) in enumerate(pairwise(days)))
    if not longest:
        return ""
    return f"{words.amount(longest.days, 'day')}, {words.period(known[at], known[at + 1])}"


def _points(one: Lanes) -> list[Point]:
    found = {id(spot.point): spot.point for lane in one.lanes for spot in lane.spots if spot.point}
    return sorted(found.values(), key=lambda point: (point.day, point.articles))


def _meetings(heading: str, points: Iterable[Point]) -> Iterator[Table]:
    told = list(points)
    more = len(told) - MOST
    note = f"The newest {MOST} of {len(told):,}." if more > 0 else ""
    columns = ("Day", "Parties", "Level", "People", "Where", "Occasion", "Articles")
    yield Table(heading, columns, tuple(_meeting(point) for point in reversed(told[-MOST:])), note)


def _meeting(point: Point) -> tuple[Cell, ...]:
    day = words.day(point.day) + (" (planned)" if point.planned else "")
    people = [cell(Run(one.name, words.to_person(one.key))) for one in (*point.hosts, *point.guests)]
    occasion = Run(occasion_of(point), words.to_series(point.series) if point.series else None)
    return (
        cell(Run(day, to_article(point.articles[0]))),
        cell(words.listed(map(country_name, point.parties))),
        cell(point.level.label if point.level is not None else "not told"),
        joined(people),
        cell(where(point)),
        cell(occasion),
        citations(point.articles),
    )


def occasion_of(point: Point) -> str:
    """``no. 17: Military Dialogue``."""
    ordinal = f"no. {point.ordinal}: " if point.ordinal is not None else ""
    return f"{ordinal}{point.occasion}" if point.occasion else ""


def where(point: Point) -> str:
    """The place, and where it was not in a room together, how."""
    return ", ".join(filter(None, (point.place or "", _KINDS[point.kind])))


def _years(one: Lanes) -> Table:
    shown = one.lanes[:8]
    years = sorted({spot.day[:4] for lane in one.lanes for spot in lane.spots}, reverse=True)
    counts = [Counter(spot.day[:4] for spot in lane.spots) for lane in shown]
    rows = tuple((cell(year), *(cell(f"{count[year] or ''}") for count in counts)) for year in years)
    return Table("Days with meetings by year", ("Year", *(lane.name for lane in shown)), rows)


def told(spot: Spot, lane: Lane) -> str:
    """A meeting in one line of words."""
    point = spot.point
    planned = "planned" if spot.planned else ""
    reported = words.amount(len(spot.articles), "article")
    if point is None:
        return "  ·  ".join(filter(None, (words.day(spot.day), lane.name, planned, reported)))
    people = words.listed(one.name for one in (*point.hosts, *point.guests)[:4])
    level = point.level.label if point.level is not None else ""
    parties = words.listed(map(country_name, point.parties))
    parts = (words.day(spot.day), planned, parties, people, level, where(point), occasion_of(point), reported)
    return "  ·  ".join(filter(None, parts))

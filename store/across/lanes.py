"""Meetings in rows along a time axis: a row for each pair of parties, for each person, or for each series.

Of very many reports each day of a row with any is counted once: to tell which of them are of one meeting
takes seconds.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from store.across.contact import Contact
from store.across.page import Link, to_pair
from store.across.posts import Level
from store.across.timeline import Chosen, Point, timeline
from store.across.wordings import series_key
from store.database import across_days
from store.database.across_days import Told
from store.derive import country_name

By = Literal["pairs", "people", "series"]
ROWS: tuple[By, ...] = ("pairs", "people", "series")

MANY = 2_000
"""From so many reports on days are counted, not meetings."""

TOGETHER = 3
"""So many parties have a row of their own; of more it is said how many they are."""


class Spot(NamedTuple):
    """A meeting in a row; where days are counted, a day with any."""

    day: str  # 2025-12-17, 2025-12, 2025
    level: Level | None
    planned: bool
    articles: tuple[int, ...]
    ordinal: int | None = None
    point: Point | None = None  # all of the meeting; None where days are counted


@dataclass(frozen=True, slots=True)
class Missing:
    """Sessions of a series that no article tells of, between two that are known."""

    numbers: tuple[int, ...]
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A row."""

    key: str
    name: str
    link: Link | None  # to all about it
    search: str  # finds its articles in the list; "" where the search has no words for it
    spots: tuple[Spot, ...]  # by day
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class Lanes:
    """All rows, those with most meetings first."""

    by: By
    lanes: tuple[Lane, ...]
    undated: tuple[Point, ...] = ()  # meetings whose day no article tells
    more: int = 0  # so many rows were left out
    counted: Literal["meetings", "days"] = "meetings"
    meetings: int = 0  # of all rows, each once; 0 where days are counted

    @property
    def days(self) -> tuple[str, str] | None:
        """The first day and the last."""
        told = [spot.day for lane in self.lanes for spot in lane.spots]
        return (min(told), max(told)) if told else None


def lanes_of(
    connection: sqlite3.Connection,
    chosen: Chosen,
    contacts: Callable[[Chosen], Iterable[Contact]],
    by: By | Literal[""] = "",
    most: int = 60,
) -> Lanes:
    """The chosen meetings in rows. Without ``by``: pairs, and people where there is only one pair."""
    if is_wide(connection, chosen):
        return _of_days(connection, chosen, by or "pairs", most)
    told = timeline(contacts(chosen))
    points = [*told.points, *told.undated]
    made = of_points(points, by or "pairs", chosen, most)
    if not by and len(made.lanes) < 2:
        people = of_points(points, "people", chosen, most)
        made = people if people.lanes else made
    return made


def of_points(points: Sequence[Point], by: By, chosen: Chosen, most: int | None = None) -> Lanes:
    """Meetings, each known, in rows."""
    found: dict[str, list[Point]] = defaultdict(list)
    called: dict[str, Counter[str]] = defaultdict(Counter)
    for point in points:
        for key, name in _rows_of(point, by, chosen):
            called[key][name] += 1
            if point.day:
                found[key].append(point)
    lanes = []
    for key, some in found.items():
        spots = tuple(
            Spot(one.day, one.level, one.planned, one.articles, one.ordinal, one)
            for one in sorted(some, key=lambda one: (one.day, one.articles))
        )
        lanes.append(_lane(key, called[key].most_common(1)[0][0], by, spots))
    undated = tuple(point for point in points if not point.day)
    shown = _first(lanes, chosen, most)
    drawn = {id(spot.point) for lane in lanes for spot in lane.spots}
    return Lanes(by, shown, undated, len(lanes) - len(shown), "meetings", len(drawn))


def _rows_of(point: Point, by: By, chosen: Chosen) -> list[tuple[str, str]]:
    """Keys and names of the rows that a meeting stands in."""
    if by == "pairs":
        return [_parties(point.parties)] if point.parties else []
    if by == "series":
        return [(point.series, point.occasion or point.series)] if point.series else []
    there = [*point.hosts, *point.guests]
    there += [one for one in point.attendees if one.key == chosen.person]
    return [(one.key, one.name) for one in there]


def _parties(codes: Sequence[str]) -> tuple[str, str]:
    if len(codes) > TOGETHER:
        return f"+{TOGETHER + 1}", f"{TOGETHER + 1} or more together"
    return "+".join(codes), " – ".join(map(country_name, codes))


def _lane(key: str, name: str, by: By, spots: tuple[Spot, ...]) -> Lane:
    if by == "people":
        plain = name.partition(" (")[0].replace('"', "")
        return Lane(key, name, Link("person", key), f'person:"{plain}"', spots)
    if by == "series":
        return Lane(key, name, Link("series", key), "", spots, missing_of(spots))
    codes = key.split("+") if not key.startswith("+") else []
    link = to_pair(*codes) if len(codes) == 2 else Link("country", codes[0]) if len(codes) == 1 else None
    return Lane(key, name, link, " ".join(f"country:{code}" for code in codes), spots)


def missing_of(spots: Iterable[Spot]) -> tuple[Missing, ...]:
    """Which sessions of a series are not told of."""
    days: dict[int, list[str]] = defaultdict(list)
    for spot in spots:
        if spot.ordinal is not None:
            days[spot.ordinal].append(spot.day)
    return tuple(
        Missing(tuple(range(one + 1, other)), max(days[one]), min(days[other]))
        for one, other in pairwise(sorted(days))
        if other - one > 1 and max(days[one]) < min(days[other])
    )


def _first(lanes: list[Lane], chosen: Chosen, most: int | None) -> tuple[Lane, ...]:
    """Who was asked for, then those with most meetings."""
    lanes.sort(key=lambda one: (one.key != chosen.person, -len(one.spots), one.name, one.key))
    return tuple(lanes if most is None else lanes[:most])


# -- very many


def is_wide(connection: sqlite3.Connection, chosen: Chosen) -> bool:
    if chosen.series or len(chosen.parties) > 1:
        return False
    if chosen.person or chosen.parties or chosen.since or chosen.until:
        return len(told_of(connection, chosen)) > MANY
    return across_days.count(connection, chosen.articles, MANY + 1) > MANY


def told_of(connection: sqlite3.Connection, chosen: Chosen, by: By = "pairs") -> list[Told]:
    return across_days.told(
        connection,
        articles=chosen.articles,
        party=chosen.parties[0] if chosen.parties else "",
        person=chosen.person,
        since=chosen.since,
        until=chosen.until,
        people=by == "people",
    )


Held = tuple[int, bool, int | None]
"""The day, whether it is only planned, the ordinal."""


def _of_days(connection: sqlite3.Connection, chosen: Chosen, by: By, most: int) -> Lanes:
    """Days with meetings, from reports."""
    told = told_of(connection, chosen, by)
    if len(chosen.parties) > 1:
        told = [one for one in told if set(chosen.parties) <= set(one[3].split())]
    name, rows = _named(connection, told, by)
    found: dict[str | int, dict[Held, list[int]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        article, day, kind, _, _, ordinal, _ = one
        if day:
            held = day, across_days.is_planned(kind), ordinal if by == "series" else None
            for row in rows(one):
                found[row][held].append(article)
    joined: dict[str, list[str | int]] = defaultdict(list)
    for row in found:
        joined[name(row)[0]].append(row)
    often = sorted(
        joined, key=lambda key: (key != chosen.person, -sum(len(found[r]) for r in joined[key]), key)
    )
    lanes = []
    for key in often[:most]:
        spots = sorted(
            Spot(across_days.day_of(day), None, planned, _each_once(articles), ordinal)
            for row in joined[key]
            for (day, planned, ordinal), articles in found[row].items()
        )
        fullest = max(joined[key], key=lambda row: len(found[row]))
        lanes.append(_lane(key, name(fullest)[1], by, tuple(_once(spots) if len(joined[key]) > 1 else spots)))
    return Lanes(by, _first(lanes, chosen, most), (), len(joined) - len(lanes), "days")


def _each_once(articles: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(articles)) if len(articles) > 1 else (articles[0],)


def _once(spots: list[Spot]) -> Iterator[Spot]:
    """Each day once, where a row has come together from several."""
    before: Spot | None = None
    for spot in spots:
        if before is not None and spot._replace(articles=before.articles) == before:
            before = before._replace(articles=(*before.articles, *spot.articles))
            continue
        if before is not None:
            yield before
        before = spot
    if before is not None:
        yield before


Named = Callable[[str | int], tuple[str, str]]
Rows = Callable[[Told], Iterable[str | int]]


def _named(connection: sqlite3.Connection, told: Sequence[Told], by: By) -> tuple[Named, Rows]:
    """What tells key and name of a row, and the rows that a report stands in."""
    if by == "pairs":
        return lambda row: _parties(str(row).split()), lambda one: (one[3],) if one[3] else ()
    if by == "people":
        there = {packed: across_days.leading(packed) for packed in {one[6] for one in told}}
        people = across_days.people(connection, {n for numbers in there.values() for n in numbers})
        return lambda row: people[int(row)], lambda one: there[one[6]]
    occasions = across_days.occasions(connection, {one[4] for one in told if one[4]})
    keys: dict[tuple[int | None, str], str] = {}
    labels: dict[str, str] = {}
    for occasion, parties in {(one[4], one[3]) for one in told if one[4]}:
        label = occasions[occasion][1]
        keys[occasion, parties] = key = series_key(label, parties.split())
        labels[key] = min(label, labels.get(key, label), key=lambda one: (len(one), one))

    def rows(one: Told) -> Iterable[str]:
        key = keys.get((one[4], one[3]))
        return (key,) if key else ()

    return lambda row: (str(row), labels[str(row)]), rows

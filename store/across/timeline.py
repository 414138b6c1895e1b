"""What is drawn of who met whom: points on a time axis, a network, a calendar."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from store.across.contact import Contact
from store.across.one_meeting import PRINCIPALS, THERE, date_in
from store.across.posts import Level
from store.model import MeetingKind

Between = Literal["people", "parties"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Of which meetings something is drawn: all that is set must hold; nothing set is the whole library."""

    person: str = ""  # key
    parties: tuple[str, ...] = ()  # codes: one, or two that met
    articles: tuple[int, ...] | None = None  # reported by these, as a filter of the list chooses them
    since: str = ""  # days, months or years, both included
    until: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who took part."""

    key: str
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """A meeting on the time axis."""

    day: str  # 2025-12-17, 2025-12, 2025
    planned: bool
    kind: MeetingKind
    place: str | None
    level: Level | None
    occasion: str | None  # as it is worded
    series: str  # key
    ordinal: int | None
    parties: tuple[str, ...]
    hosts: tuple[Who, ...]
    guests: tuple[Who, ...]
    attendees: tuple[Who, ...]
    topics: tuple[str, ...]
    articles: tuple[int, ...]
    number: int  # of the meeting in the first of them


@dataclass(frozen=True, slots=True)
class Timeline:
    """Meetings by day; those whose day no article tells apart."""

    points: tuple[Point, ...]
    undated: tuple[Point, ...]

    @property
    def days(self) -> tuple[str, str] | None:
        """The first day and the last; None where no meeting is dated."""
        return (self.points[0].day, self.points[-1].day) if self.points else None


@dataclass(frozen=True, slots=True)
class Node:
    """A person or a party, and in how many meetings."""

    key: str
    name: str
    country: str | None
    meetings: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who met, and how often; ``first`` sorts before ``second``."""

    first: str
    second: str
    meetings: int
    since: str | None
    until: str | None
    articles: tuple[int, ...]  # the oldest first; empty where reports are counted


@dataclass(frozen=True, slots=True)
class Network:
    """Who met whom: the most frequent first. ``more``: so many nodes were left out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    more: int = 0
    reports: bool = False  # counted are reports, of which several may be of one meeting


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar."""

    day: str
    held: int
    planned: int
    level: Level | None  # the highest of the day; None where reports are counted
    articles: tuple[int, ...]  # empty where reports are counted

    @property
    def meetings(self) -> int:
        """Of both kinds."""
        return self.held + self.planned


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days with meetings, by date; what is known by month or year alone is counted apart."""

    days: tuple[Day, ...]
    years: tuple[tuple[int, int], ...]  # with how many meetings
    inexact: int = 0
    reports: bool = False  # counted are reports, of which several may be of one meeting


def timeline(told: Iterable[Contact]) -> Timeline:
    """Meetings as points, by day."""
    points = [_point(one) for one in told]
    dated = sorted((one for one in points if one.day), key=lambda one: (one.day, one.articles, one.number))
    return Timeline(tuple(dated), tuple(one for one in points if not one.day))


def _point(one: Contact) -> Point:
    hosts, guests, attendees = (
        tuple(Who(p.person, p.name, p.country) for p in one.people if p.role is role) for role in THERE
    )
    return Point(
        one.day or "",
        one.planned,
        one.kind,
        one.place,
        one.level,
        one.wording,
        one.series,
        one.ordinal,
        one.parties,
        hosts,
        guests,
        attendees,
        one.topics,
        one.articles,
        one.reports[0].number,
    )


def network(
    told: Iterable[Contact],
    between: Between = "people",
    most: int | None = None,
    *,
    attending: bool = False,
    planned: bool = False,
) -> Network:
    """Who met whom.

    People of one party do not meet each other; where the party of somebody is not known, hosts meet guests.
    ``most``: so many nodes at most, those with most meetings. ``attending``: also those beside the hosts and
    guests. ``planned``: also what is only planned.
    """
    counted = [one for one in told if planned or not one.planned]
    nodes, edges = _of_people(counted, attending) if between == "people" else _of_parties(counted)
    shown = sorted(nodes, key=lambda one: (-one.meetings, one.name, one.key))
    kept = shown if most is None else shown[:most]
    keys = {one.key for one in kept}
    drawn = [
        Edge(first, second, len(some), *_span(some), _articles(some))
        for (first, second), some in edges.items()
        if first in keys and second in keys
    ]
    drawn.sort(key=lambda one: (-one.meetings, one.first, one.second))
    return Network(tuple(kept), tuple(drawn), len(shown) - len(kept))


Edges = dict[tuple[str, str], list[Contact]]


def _of_people(told: Sequence[Contact], attending: bool) -> tuple[list[Node], Edges]:

    counts: Counter[str] = Counter()
    who: dict[str, tuple[str, str | None]] = {}
    edges: Edges = defaultdict(list)
    roles = THERE if attending else PRINCIPALS
    for one in told:
        there = {person.person: person for person in one.people if person.role in roles}
        counts.update(there.keys())
        for person in there.values():
            if person.person not in who or person.country:
                who[person.person] = person.name, person.country
        for first, second in combinations(sorted(there), 2):
            a, b = there[first], there[second]
            if a.country != b.country if a.country and b.country else a.role is not b.role:
                edges[first, second].append(one)
    return [Node(key, *who[key], count) for key, count in counts.items()], edges


def _of_parties(told: Sequence[Contact]) -> tuple[list[Node], Edges]:
    from store.derive import country_name

    counts: Counter[str] = Counter()
    edges: Edges = defaultdict(list)
    for one in told:
        counts.update(one.parties)
        for both in combinations(one.parties, 2):
            edges[both].append(one)
    return [Node(code, country_name(code), code, count) for code, count in counts.items()], edges


def overview(
    told: Iterable[tuple[tuple[str, ...], int, str | None, str | None]], most: int | None
) -> Network:
    """Which parties met in a whole library, from how often, since and until when each set of them did."""
    from store.derive import country_name

    counts: Counter[str] = Counter()
    edges: dict[tuple[str, str], list[tuple[int, str | None, str | None]]] = defaultdict(list)
    for parties, count, since, until in told:
        for code in parties:
            counts[code] += count
        for both in combinations(parties, 2):
            edges[both].append((count, since, until))
    nodes = sorted((-count, country_name(code), code) for code, count in counts.items())
    kept = nodes if most is None else nodes[:most]
    keys = {code for _, _, code in kept}
    drawn = [
        Edge(
            first,
            second,
            sum(count for count, _, _ in some),
            min((since for _, since, _ in some if since), default=None),
            max((until for _, _, until in some if until), default=None),
            (),
        )
        for (first, second), some in edges.items()
        if first in keys and second in keys
    ]
    drawn.sort(key=lambda one: (-one.meetings, one.first, one.second))
    return Network(
        tuple(Node(code, name, code, -count) for count, name, code in kept),
        tuple(drawn),
        len(nodes) - len(kept),
        True,
    )


def overview_of_days(told: Iterable[tuple[str | None, int, int]]) -> Calendar:
    """The calendar of a whole library, from how many were held and planned on each day."""
    years: Counter[int] = Counter()
    days, inexact = [], 0
    for day, held, planned in told:
        if day:
            years[int(day[:4])] += held + planned
        if date_in(day) is None:
            inexact += held + planned
        else:
            days.append(Day(day or "", held, planned, None, ()))
    return Calendar(tuple(days), tuple(sorted(years.items())), inexact, True)


def calendar(told: Iterable[Contact]) -> Calendar:
    """Meetings by day."""
    days: dict[str, list[Contact]] = defaultdict(list)
    years: Counter[int] = Counter()
    inexact = 0
    for one in told:
        if not one.day:
            inexact += 1
            continue
        years[int(one.day[:4])] += 1
        if date_in(one.day) is None:
            inexact += 1
        else:
            days[one.day].append(one)
    made = tuple(_day(day, days[day]) for day in sorted(days))
    return Calendar(made, tuple(sorted(years.items())), inexact)


def _day(day: str, some: list[Contact]) -> Day:
    planned = sum(one.planned for one in some)
    level = min((one.level for one in some if one.level is not None), default=None)
    return Day(day, len(some) - planned, planned, level, _articles(some))


def _articles(some: Iterable[Contact]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for one in some for number in one.articles))


def _span(some: Sequence[Contact]) -> tuple[str | None, str | None]:
    days = sorted(one.day for one in some if one.day)
    return (days[0], days[-1]) if days else (None, None)

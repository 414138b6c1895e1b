"""What is drawn of who met whom when: points on a time axis, a calendar."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from store.across.contact import Contact
from store.across.one_meeting import THERE, date_in
from store.across.posts import Level
from store.model import MeetingKind


@dataclass(frozen=True, slots=True)
class Chosen:
    """Of which meetings something is drawn: all that is set must hold; nothing set is the whole library."""

    person: str = ""  # key
    parties: tuple[str, ...] = ()  # codes: one, or two that met
    articles: tuple[int, ...] | None = None  # reported by these, as a filter of the list chooses them
    since: str = ""  # days, months or years, both included
    until: str = ""
    series: str = ""  # key


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

"""A year of meetings, day by day."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from store.across.contact import Contact
from store.across.lanes import is_wide, told_of
from store.across.timeline import Chosen, Point, timeline
from store.database import across_days


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day with meetings."""

    day: str
    held: int
    planned: int
    articles: tuple[int, ...]
    points: tuple[Point, ...] = ()  # the meetings; none where reports are counted

    @property
    def meetings(self) -> int:
        """Of both kinds."""
        return self.held + self.planned


@dataclass(frozen=True, slots=True)
class Year:
    """The days of a year, and what is known of it by month or as a whole alone."""

    year: int  # 0: no meeting of any year is known
    days: tuple[YearDay, ...]
    months: tuple[YearDay, ...]  # ``2025-03``, ``2025``
    years: tuple[tuple[int, int], ...]  # every year with how many meetings
    counted: Literal["meetings", "reports"] = "meetings"

    @property
    def meetings(self) -> int:
        """Of the year."""
        return sum(one.meetings for one in (*self.days, *self.months))


def year_of(
    connection: sqlite3.Connection,
    chosen: Chosen,
    contacts: Callable[[Chosen], Iterable[Contact]],
    year: int = 0,
) -> Year:
    """The chosen meetings of a year, or of the last one with any. Of very many reports these are counted."""
    if is_wide(connection, chosen):
        return _of_reports(connection, chosen, year)
    return of_points(timeline(contacts(chosen)).points, year)


def of_points(points: Iterable[Point], year: int = 0) -> Year:
    """The meetings of a year, or of the last one with any."""
    told = list(points)
    years = Counter(int(point.day[:4]) for point in told)
    shown = year or max(years, default=0)
    found: dict[str, list[Point]] = defaultdict(list)
    for point in told:
        if int(point.day[:4]) == shown:
            found[point.day].append(point)
    made = [_day(day, tuple(found[day])) for day in sorted(found)]
    return _year(shown, made, years, "meetings")


def _day(day: str, points: tuple[Point, ...]) -> YearDay:
    planned = sum(point.planned for point in points)
    articles = tuple(dict.fromkeys(number for point in points for number in point.articles))
    return YearDay(day, len(points) - planned, planned, articles, points)


def _year(
    year: int, made: list[YearDay], years: Counter[int], counted: Literal["meetings", "reports"]
) -> Year:
    days = tuple(one for one in made if len(one.day) == 10)
    months = tuple(one for one in made if len(one.day) < 10)
    return Year(year, days, months, tuple(sorted(years.items())), counted)


def _of_reports(connection: sqlite3.Connection, chosen: Chosen, year: int) -> Year:
    years: Counter[int] = Counter()
    told = [one for one in told_of(connection, chosen) if one[1]]
    for one in told:
        years[(one[1] or 0) // 10_000] += 1
    shown = year or max(years, default=0)
    found: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for article, day, kind, *_ in told:
        if day and day // 10_000 == shown:
            found[day].append((article, across_days.is_planned(kind)))
    made = []
    for day, some in sorted(found.items()):
        planned = sum(is_planned for _, is_planned in some)
        articles = tuple(dict.fromkeys(article for article, _ in some))
        made.append(YearDay(across_days.day_of(day), len(some) - planned, planned, articles))
    return _year(shown, made, years, "reports")

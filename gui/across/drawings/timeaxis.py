"""A time axis: where a day stands, and which days, months or years are written at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTHS = "January February March April May June July August September October November December".split()
_LAST = date.max.toordinal()

LEAST_PAD = 45.0
"""Days before the first meeting and after the last one, so that a single one has a place in its year."""


@lru_cache(maxsize=1 << 15)
def span_of(day: str) -> tuple[float, float]:
    """From when to when a day, a month or a year is, in days; ``2025-12`` ends where ``2026-01`` begins."""
    parts = [int(part) for part in day.split("-")]
    first = date(parts[0], *[*parts[1:], 1, 1][:2])
    if len(parts) == 3:
        return float(first.toordinal()), float(first.toordinal() + 1)
    step = _next_month(first) if len(parts) == 2 else _next_year(first)
    return float(first.toordinal()), float(step)


def _next_month(day: date) -> int:
    if day.year == date.max.year and day.month == 12:
        return _LAST
    return date(day.year + day.month // 12, day.month % 12 + 1, 1).toordinal()


def _next_year(day: date) -> int:
    return date(day.year + 1, 1, 1).toordinal() if day.year < date.max.year else _LAST


@dataclass(frozen=True, slots=True)
class Tick:
    """Something written at the axis: where it begins and ends, and its words."""

    start: float
    end: float
    words: str


@dataclass(frozen=True, slots=True)
class Unit:
    """How the axis is parted: the width that its words need, and those of the line above."""

    days: float
    width: float  # of the longest words, in letters
    starts: Callable[[date], Iterator[date]]
    words: Callable[[date], str]
    above: str = ""  # "year", "month"


def _each_day(step: int) -> Callable[[date], Iterator[date]]:
    def starts(first: date) -> Iterator[date]:
        at = first.toordinal() - (first.toordinal() - 1) % step  # 1 January of the year 1 was a Monday
        for number in range(max(at, 1), _LAST, step):
            yield date.fromordinal(number)

    return starts


def _each_month(step: int) -> Callable[[date], Iterator[date]]:
    def starts(first: date) -> Iterator[date]:
        number = first.year * 12 + (first.month - 1) // step * step
        while number < date.max.year * 12:
            yield date(number // 12, number % 12 + 1, 1)
            number += step

    return starts


def _each_year(step: int) -> Callable[[date], Iterator[date]]:
    def starts(first: date) -> Iterator[date]:
        for year in range(max(first.year // step * step, 1), date.max.year + 1, step):
            yield date(year, 1, 1)

    return starts


UNITS: tuple[Unit, ...] = (
    Unit(1, 2.6, _each_day(1), lambda day: str(day.day), "month"),
    Unit(7, 2.6, _each_day(7), lambda day: str(day.day), "month"),
    Unit(30.4, 4.4, _each_month(1), lambda day: _MONTHS[day.month - 1][:3], "year"),
    Unit(91.3, 4.4, _each_month(3), lambda day: _MONTHS[day.month - 1][:3], "year"),
    *(
        Unit(365.25 * step, 6, _each_year(step), lambda day: str(day.year))
        for step in (1, 2, 5, 10, 20, 50, 100, 500)
    ),
)


class Axis:
    """Days on a line of pixels."""

    def __init__(self, first: float, last: float, left: float, width: float) -> None:
        self.first, self.last, self.left, self.width = first, last, left, width
        self.scale = width / max(last - first, 1.0)
        self._edges: dict[float, list[float]] = {}

    @classmethod
    def around(cls, first: str, last: str, left: float, width: float) -> Axis:
        """An axis with room for all from the first day to the last."""
        start, end = span_of(first)[0], span_of(last)[1]
        pad = max((end - start) * 0.02, LEAST_PAD)
        return cls(max(start - pad, 1.0), min(end + pad, float(_LAST)), left, width)

    def x(self, day: float) -> float:
        """Where a day begins."""
        return self.left + (day - self.first) * self.scale

    def day(self, x: float) -> float:
        """What is there."""
        return self.first + (x - self.left) / self.scale

    def unit(self, letter: float) -> Unit:
        """The smallest parts whose words have room; ``letter``: the width of one."""
        return next((one for one in UNITS if one.days * self.scale >= one.width * letter), UNITS[-1])

    def edges(self, unit: Unit) -> list[float]:
        """Where the parts of time begin, from the one that the axis begins in to the one it ends in."""
        found = self._edges.get(unit.days)
        if found is None:
            x0, x1 = self.left, self.left + self.width
            ticks = list(self._ticks(unit.starts, lambda _day: "", x0, x1))
            found = self._edges[unit.days] = [*(tick.start for tick in ticks), ticks[-1].end]
        return found

    def ticks(self, unit: Unit, x0: float, x1: float) -> Iterator[Tick]:
        """What is written between two places."""
        yield from self._ticks(unit.starts, unit.words, x0, x1)

    def above(self, unit: Unit, x0: float, x1: float) -> Iterator[Tick]:
        """What is written above that: the years of months, the months of days."""
        if unit.above == "year":
            yield from self._ticks(_each_year(1), lambda day: str(day.year), x0, x1)
        elif unit.above == "month":
            yield from self._ticks(_each_month(1), lambda day: f"{_MONTHS[day.month - 1]} {day.year}", x0, x1)

    def _ticks(
        self, starts: Callable[[date], Iterator[date]], words: Callable[[date], str], x0: float, x1: float
    ) -> Iterator[Tick]:
        first = date.fromordinal(min(max(int(self.day(x0)), 1), _LAST))
        before: date | None = None
        for start in starts(first):
            if before is not None:
                yield Tick(self.x(before.toordinal()), self.x(start.toordinal()), words(before))
            before = start
            if self.x(start.toordinal()) > x1:
                return
        if before is not None:
            yield Tick(self.x(before.toordinal()), x1, words(before))

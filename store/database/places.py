"""Places in the list: whole numbers that grow with the date, so that newest first is the tables' own order.

A place is the day's number times ``SLOTS`` plus a running number. Small steps between places keep the
search index small. Articles without a date have the places below ``DATED``.
"""

from __future__ import annotations

import datetime
import sqlite3

SLOTS = 1 << 11
"""Places of one day. Where a day has more articles, they take those of the days after it."""

LATE = 32 * SLOTS
"""So far behind the places of its own day an article is still looked for."""

_FIRST_DAY = datetime.date(1000, 1, 1).toordinal()
_LAST_DAY = datetime.date.max
DATED = _FIRST_DAY * SLOTS
"""The first place of an article with a date; dates before the year 1000 count as none."""


def first_of(date: str) -> int:
    """The first place of that day, or of the first day there is; an ISO date, or what sorts after any."""
    if date > _LAST_DAY.isoformat():
        return (_LAST_DAY.toordinal() + 1) * SLOTS
    try:
        day = datetime.date.fromisoformat(date).toordinal()
    except ValueError:
        return DATED
    return max(day, _FIRST_DAY) * SLOTS


class Free:
    """Gives out places that are free; nothing else may take any meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._next: dict[int, int] = {}  # by the first place of a day

    def take(self, date: str | None) -> int:
        """A place for one more article of that date."""
        if date is None or not _is_dated(date):
            return self._take(0, DATED)
        first = first_of(date)
        while (place := self._take(first, first + SLOTS)) == first + SLOTS:
            first += SLOTS
        return place

    def _take(self, first: int, end: int) -> int:
        place = self._next.get(first)
        if place is None:
            place = _after_last(self._connection, first, end)
        self._next[first] = min(place + 1, end)
        return place


def _is_dated(date: str) -> bool:
    try:
        return datetime.date.fromisoformat(date).toordinal() >= _FIRST_DAY
    except ValueError:
        return False


def _after_last(connection: sqlite3.Connection, first: int, end: int) -> int:
    last = connection.execute(
        "SELECT max(pos) FROM listing WHERE pos >= ? AND pos < ?", (first, end)
    ).fetchone()[0]
    return first if last is None else int(last) + 1

"""Places passed on the way to far rows of a list, so that the next way there is short.

SQLite goes to a row by going past all before it: to the last of a million, or of as many found, that takes
several frames. From a place that was passed before it is a step.
"""

from __future__ import annotations

import sqlite3
import threading
from bisect import bisect_right, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.database.filters import Selection

NEAR = 2_000
"""So many rows are gone past at once."""

_STOPS = 8  # on a long way
_LISTS = 8  # that are remembered

Way = list[tuple[int, int]]
"""Rows by their number in the list, each with its place."""


class Waymarks(threading.local):
    """What one thread remembers, for as long as nothing is written."""

    def __init__(self) -> None:
        self._version = -1
        self._ways: dict[tuple[object, ...], Way] = {}

    def nearest(
        self, connection: sqlite3.Connection, selection: Selection, order: str, offset: int
    ) -> tuple[int | None, int]:
        """The place of a row to start from, and how many rows after it the one of that number is."""
        if offset <= NEAR:
            return None, offset
        way = self._way(connection, selection, order)
        at = bisect_right(way, offset, key=lambda passed: passed[0]) - 1
        row, place = way[at] if at >= 0 else (0, None)
        stop = max(NEAR, (offset - row) // _STOPS, 1)
        while offset - row > NEAR:
            step = min(stop, offset - row)
            found = _after(connection, selection, order, place, step)
            if found is None:
                break
            row, place = row + step, found
            insort(way, (row, place))
        return place, offset - row

    def _way(self, connection: sqlite3.Connection, selection: Selection, order: str) -> Way:
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._version = version
            self._ways.clear()
        key = (selection.places(order), *selection.parameters)
        if key not in self._ways and len(self._ways) >= _LISTS:
            del self._ways[next(iter(self._ways))]
        return self._ways.setdefault(key, [])


def _after(
    connection: sqlite3.Connection, selection: Selection, order: str, place: int | None, step: int
) -> int | None:
    on = [] if place is None else [place]
    found = connection.execute(
        f"{selection.places(order, on=place is not None)} LIMIT 1 OFFSET ?",
        [*selection.parameters, *on, step],
    ).fetchone()
    return int(found[0]) if found else None

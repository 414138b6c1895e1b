"""What articles can be filtered by: people, countries, outlets, occasions."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from operator import itemgetter

from store.derive import APART, FIRST, FacetValue

NAMES_AT_MOST = 20_000
"""Where more names fit, the names of each article are looked at."""

COUNTED_AT_MOST = 2_000
"""Of so many names it is told in how many articles each is."""

MANY = 1 << 40  # articles, where it is not told

_Value = tuple[str, str]
"""Its kind and its key."""


class _Numbers:
    """The numbers of values, looked up all at once; what is new is kept until it is counted."""

    def __init__(self, connection: sqlite3.Connection, wanted: Iterable[FacetValue]) -> None:
        self._connection = connection
        self._known: dict[_Value, int] = {}
        self._homes: dict[int, str | None] = {}
        self._new: dict[int, tuple[str, str, str]] = {}
        self._settled: dict[int, str] = {}
        keys: dict[str, set[str]] = {}
        for value in wanted:
            keys.setdefault(value.kind, set()).add(value.key)
        for kind in keys:
            self._look_up(kind, sorted(keys[kind]))
        row = connection.execute("SELECT coalesce(max(id), 0) FROM facet_value").fetchone()
        self._last = int(row[0])

    def of(self, value: FacetValue) -> tuple[int, ...]:
        """The value, and beside it that of the person, where another one had the name first."""
        number = self._number(value.kind, value.key, value.label)
        if not (value.home or value.apart):
            return (number,)
        if value.home and not value.apart and self._homes.get(number) is None:
            # With the country that is stated first the name is this person's.
            self._homes[number] = self._settled[number] = value.home
        apart = value.apart or value.home
        if apart in (self._homes.get(number), FIRST):
            return (number,)
        key = f"{value.key}{APART}{apart}"
        if ("namesake", key) not in self._known:
            self._look_up("namesake", [key])
        return number, self._number("namesake", key, value.label)

    def write(self, counts: Counter[int]) -> None:
        """Keep what is new, and how many more articles have each value."""
        self._connection.executemany(
            "INSERT INTO facet_value (id, kind, key, label, home, articles) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (number, *new, self._settled.pop(number, None), counts.pop(number, 0))
                for number, new in self._new.items()
            ],
        )
        people = [(number, key) for number, (kind, key, _) in self._new.items() if kind == "person"]
        from store.database import search  # not on the first screen

        search.add_names(self._connection, people)
        self._connection.executemany(
            "UPDATE facet_value SET home = ? WHERE id = ?",
            [(home, number) for number, home in self._settled.items()],
        )
        _count(self._connection, counts)

    def _number(self, kind: str, key: str, label: str) -> int:
        number = self._known.get((kind, key))
        if number is None:
            self._last += 1
            number = self._known[kind, key] = self._last
            self._new[number] = kind, key, label
        return number

    def _look_up(self, kind: str, keys: list[str]) -> None:
        found = self._connection.execute(
            "SELECT key, id, home FROM facet_value WHERE kind = ?"
            " AND key IN (SELECT value FROM json_each(?))",
            (kind, json.dumps(keys)),
        )
        for key, number, home in found:
            self._known[kind, key] = number
            self._homes[number] = home


def _count(connection: sqlite3.Connection, more: Counter[int]) -> None:
    connection.executemany(
        "UPDATE facet_value SET articles = articles + ? WHERE id = ?",
        [(count, number) for number, count in sorted(more.items())],
    )


def add(
    connection: sqlite3.Connection,
    listed: Iterable[tuple[int, Iterable[FacetValue]]],
    also: Iterable[FacetValue] = (),
) -> Mapping[FacetValue, int]:
    """Give the articles at these places in the list their values.

    Returns the number of each value, and of those in ``also``, which get one though no article is to be
    found by them. Of a person it is the one that tells the person from others of the name.
    """
    wanted: dict[FacetValue, list[int]] = {value: [] for value in also}
    for pos, values in listed:
        for value in values:
            wanted.setdefault(value, []).append(pos)
    if not wanted:
        return {}
    numbers = _Numbers(connection, wanted)
    found = {value: numbers.of(value) for value in wanted}
    rows = {(number, pos) for value, places in wanted.items() for number in found[value] for pos in places}
    numbers.write(Counter(map(itemgetter(0), rows)))
    # In the order of the table, so that each of its pages is sought once.
    connection.executemany("INSERT INTO facet (value_id, pos) VALUES (?, ?)", sorted(rows))
    return {value: several[-1] for value, several in found.items()}


def number(connection: sqlite3.Connection, values: Iterable[FacetValue]) -> Mapping[FacetValue, int]:
    """The numbers of values, as ``add`` returns them; what has none gets one."""
    return add(connection, (), values)


def known(connection: sqlite3.Connection, values: Iterable[FacetValue]) -> Mapping[FacetValue, int]:
    """The numbers of values, as ``add`` returns them; nothing is kept, and a new one is of no row."""
    wanted = dict.fromkeys(values)
    numbers = _Numbers(connection, wanted)
    return {value: numbers.of(value)[-1] for value in wanted}


def remove(connection: sqlite3.Connection, places: Iterable[int]) -> None:
    """Take all values from the articles at these places."""
    less: Counter[int] = Counter()
    for pos in places:
        less.subtract(
            row[0] for row in connection.execute("SELECT value_id FROM facet WHERE pos = ?", (pos,))
        )
        connection.execute("DELETE FROM facet WHERE pos = ?", (pos,))
    _count(connection, less)


def has(connection: sqlite3.Connection, kind: str, key: str) -> bool:
    """Whether any article has it."""
    found = connection.execute(
        "SELECT 1 FROM facet_value WHERE kind = ? AND key = ? AND articles > 0", (kind, key)
    )
    return found.fetchone() is not None


def values(
    connection: sqlite3.Connection, kind: str, keys: Iterable[str], said: list[str]
) -> tuple[tuple[int, int], ...] | None:
    """The values of these keys and those whose words begin so, each with how many articles have it.

    ``MANY`` where that is not told; None where the values are too many to be told.
    """
    found = [_called(connection, kind, key) for key in keys]
    if said and kind == "person":
        from store.database import search

        numbers = search.named(connection, said, NAMES_AT_MOST + 1)
        if len(numbers) > NAMES_AT_MOST:
            return None
        few = len(numbers) <= COUNTED_AT_MOST
        found.append(_numbered(connection, numbers) if few else [(number, MANY) for number in numbers])
    elif said:
        begun = " AND ".join(["' ' || key LIKE ?"] * len(said))
        found.append(
            connection.execute(
                f"SELECT id, articles FROM facet_value WHERE kind = ? AND {begun}",
                (kind, *(f"% {word}%" for word in said)),
            ).fetchall()
        )
    return tuple(sorted({row for rows in found for row in rows if row[1] > 0}))


def _called(connection: sqlite3.Connection, kind: str, key: str) -> list[tuple[int, int]]:
    kind = "namesake" if kind == "person" and APART in key else kind
    return connection.execute(
        "SELECT id, articles FROM facet_value WHERE kind = ? AND key = ?", (kind, key)
    ).fetchall()


def _numbered(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[tuple[int, int]]:
    return connection.execute(
        "SELECT id, articles FROM facet_value WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    ).fetchall()

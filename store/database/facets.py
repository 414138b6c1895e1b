"""What articles can be filtered by: people, countries, outlets."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from store.derive import FacetValue


def value_id(connection: sqlite3.Connection, value: FacetValue) -> int:
    """The number of a value, made where it is new."""
    row = connection.execute(
        "SELECT id FROM facet_value WHERE kind = ? AND key = ?", (value.kind, value.key)
    ).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO facet_value (kind, key, label) VALUES (?, ?, ?) RETURNING id",
            (value.kind, value.key, value.label),
        ).fetchone()
    return int(row[0])


def add(connection: sqlite3.Connection, listed: Iterable[tuple[int, Iterable[FacetValue]]]) -> None:
    """Give the articles at these places in the list their values."""
    numbers: dict[FacetValue, int] = {}
    rows: set[tuple[int, int]] = set()
    for pos, values in listed:
        for value in values:
            number = numbers.get(value)
            if number is None:
                number = numbers[value] = value_id(connection, value)
            rows.add((number, pos))
    # In the order of the table, so that each of its pages is sought once.
    connection.executemany("INSERT INTO facet (value_id, pos) VALUES (?, ?)", sorted(rows))


def remove(connection: sqlite3.Connection, places: Iterable[int]) -> None:
    """Take all values from the articles at these places."""
    connection.executemany("DELETE FROM facet WHERE pos = ?", ((pos,) for pos in places))


def has(connection: sqlite3.Connection, kind: str, key: str) -> bool:
    """Whether any article has it."""
    found = connection.execute(
        "SELECT 1 FROM facet_value WHERE kind = ? AND key = ? AND articles > 0", (kind, key)
    )
    return found.fetchone() is not None

"""What articles can be filtered by: people, countries, outlets, occasions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from store.derive import APART, FIRST, FacetValue


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


def _numbers(connection: sqlite3.Connection, value: FacetValue) -> tuple[int, ...]:
    """The value, and beside it that of the person, where another one had the name first."""
    number = value_id(connection, value)
    if not (value.home or value.apart):
        return (number,)
    if value.home and not value.apart:
        # With the country that is stated first the name is this person's.
        connection.execute(
            "UPDATE facet_value SET home = ? WHERE id = ? AND home IS NULL", (value.home, number)
        )
    home = connection.execute("SELECT home FROM facet_value WHERE id = ?", (number,)).fetchone()[0]
    apart = value.apart or value.home
    if apart in (home, FIRST):
        return (number,)
    return number, value_id(connection, FacetValue("namesake", f"{value.key}{APART}{apart}", value.label))


def add(connection: sqlite3.Connection, listed: Iterable[tuple[int, Iterable[FacetValue]]]) -> None:
    """Give the articles at these places in the list their values."""
    numbers: dict[FacetValue, tuple[int, ...]] = {}
    rows: set[tuple[int, int]] = set()
    for pos, values in listed:
        for value in values:
            known = numbers.get(value)
            if known is None:
                known = numbers[value] = _numbers(connection, value)
            rows.update((number, pos) for number in known)
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

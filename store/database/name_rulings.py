"""A person's rulings over names (of people, of occasions), and the names that are merged by them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from store.model import NameRuling
from store.persons import people_of

_COLUMNS = "id, kind, first_key, second_key, same, created_at"


def everything(connection: sqlite3.Connection, kind: str | None = None) -> list[NameRuling]:
    """All rulings over names of a kind, or over all, in the order in which they were made."""
    if kind is None:
        return _rulings(connection, "ORDER BY id")
    return _rulings(connection, "WHERE kind = ? ORDER BY id", kind)


def get(connection: sqlite3.Connection, ids: Iterable[int]) -> list[NameRuling]:
    """The rulings of these numbers that are there."""
    wanted = json.dumps(list(ids))
    return _rulings(connection, "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", wanted)


def between(connection: sqlite3.Connection, kind: str, first: str, second: str) -> list[NameRuling]:
    """What was ruled of two names."""
    return _rulings(connection, "WHERE kind = ? AND first_key = ? AND second_key = ?", kind, first, second)


def _rulings(connection: sqlite3.Connection, which: str, *parameters: object) -> list[NameRuling]:
    found = connection.execute(f"SELECT {_COLUMNS} FROM name_ruling {which}", parameters)
    return [
        NameRuling(number, kind, first, second, bool(same), created)
        for number, kind, first, second, same, created in found
    ]


def insert(connection: sqlite3.Connection, made: NameRuling) -> int:
    """Keep a ruling, under its own number unless that is 0; returns the number."""
    cursor = connection.execute(
        f"INSERT INTO name_ruling ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
        (made.id or None, made.kind, made.first, made.second, int(made.same), made.created_at),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def delete(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Take rulings back."""
    connection.executemany("DELETE FROM name_ruling WHERE id = ?", ((number,) for number in ids))


# -- what is merged


def merge(connection: sqlite3.Connection) -> None:
    """Merge names as the rulings say."""
    connection.execute("DELETE FROM merged")
    connection.executemany("INSERT INTO merged (kind, key, person) VALUES (?, ?, ?)", wanted(connection))
    connection.execute("INSERT OR REPLACE INTO derived (key, value) VALUES ('people', '1')")


def wanted(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """What ``merged`` is to hold: kind, name, and the name that stands for all of that person."""
    rulings = everything(connection)
    return sorted(
        (kind, key, person)
        for kind in sorted({one.kind for one in rulings})
        for key, person in people_of(one for one in rulings if one.kind == kind).person_of.items()
    )


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether what is merged follows the rulings: not so in a copy that holds only what cannot be derived."""
    done = connection.execute("SELECT 1 FROM derived WHERE key = 'people'").fetchone()
    return done is not None or connection.execute("SELECT 1 FROM name_ruling").fetchone() is None


def make_current(connection: sqlite3.Connection) -> None:
    """Merge names where that has not been done."""
    if not is_current(connection):
        merge(connection)


def all_merged(connection: sqlite3.Connection, kind: str) -> dict[str, str]:
    """The names that are merged, each with the one that stands for all of them."""
    return dict(connection.execute("SELECT key, person FROM merged WHERE kind = ?", (kind,)))


def spellings_of(connection: sqlite3.Connection, kind: str, key: str) -> tuple[str, ...]:
    """All names of the person (or occasion) who has that one."""
    found = connection.execute(
        "SELECT key FROM merged WHERE kind = ?1"
        " AND person = (SELECT person FROM merged WHERE kind = ?1 AND key = ?2) ORDER BY key",
        (kind, key),
    )
    return tuple(row[0] for row in found) or (key,)

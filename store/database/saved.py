"""Searches that a person keeps under a name."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, fields

from store.model import Filter, SavedSearch

_COLUMNS = "id, name, filter, created_at"


def put(connection: sqlite3.Connection, made: SavedSearch) -> int:
    """Keep a search, under its own number unless that is 0; one of the same name is replaced."""
    key = made.name.casefold()
    plain = asdict(Filter())
    parts = {name: value for name, value in asdict(made.filter).items() if value != plain[name]}
    connection.execute("DELETE FROM saved_search WHERE key = ?", (key,))
    cursor = connection.execute(
        "INSERT INTO saved_search (id, name, key, filter, created_at) VALUES (?, ?, ?, ?, ?)",
        (made.id or None, made.name, key, json.dumps(parts, ensure_ascii=False), made.created_at),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def everything(connection: sqlite3.Connection) -> list[SavedSearch]:
    """All that are kept, by name."""
    return [_saved(*row) for row in connection.execute(f"SELECT {_COLUMNS} FROM saved_search ORDER BY key")]


def named(connection: sqlite3.Connection, name: str) -> SavedSearch | None:
    """The one of that name."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM saved_search WHERE key = ?", (name.casefold(),)
    ).fetchone()
    return _saved(*row) if row else None


def delete(connection: sqlite3.Connection, ids: Iterable[int]) -> list[SavedSearch]:
    """Delete some; returns those that were there."""
    wanted = set(ids)
    gone = [one for one in everything(connection) if one.id in wanted]
    connection.executemany("DELETE FROM saved_search WHERE id = ?", ((one.id,) for one in gone))
    return gone


def _saved(number: int, name: str, parts: str, created_at: str) -> SavedSearch:
    known = {one.name for one in fields(Filter)}
    chosen = {part: value for part, value in json.loads(parts).items() if part in known}
    return SavedSearch(number, name, Filter(**chosen), created_at)

"""Gets what can still be read out of a damaged library file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from store.database.connection import connect
from store.database.copies import kept_tables
from store.database.opening import make_empty, version_of

_STEP = 512


@dataclass
class Rescued:
    """How many rows of each table were copied, and how many stretches of it could not be read."""

    rows: dict[str, int] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)


def rescue(path: Path, fresh: Path) -> Rescued:
    """Make the library ``fresh`` of all that can be read in ``path`` and cannot be made again.

    It is of the same version, so that opening it brings everything up to date as it does with a whole file.
    """
    with closing(connect(fresh, must_exist=False)) as copy, closing(connect(path)) as damaged:
        make_empty(copy, version_of(damaged))
        damaged.execute("PRAGMA query_only = ON")
        damaged.text_factory = _as_text
        done = _copied(damaged, copy)
        copy.execute("PRAGMA journal_mode = WAL")
        return done


def _as_text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _copied(damaged: sqlite3.Connection, copy: sqlite3.Connection) -> Rescued:
    done = Rescued()
    copy.execute("PRAGMA foreign_keys = OFF")
    copy.execute("BEGIN")
    for table in kept_tables(copy):
        if table == "sqlite_sequence":
            continue  # the numbers in use say the same
        if _has_numbers(copy, table):
            _by_number(damaged, copy, table, done)
        else:
            _in_order(damaged, copy, table, done)
    _without_lost(copy)
    copy.execute("COMMIT")
    return done


def _has_numbers(connection: sqlite3.Connection, table: str) -> bool:
    sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    return "WITHOUT ROWID" not in sql.upper()


def _put(copy: sqlite3.Connection, table: str, row: tuple[object, ...]) -> int:
    marks = ", ".join("?" * len(row))
    try:
        return copy.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row).rowcount
    except sqlite3.IntegrityError:
        return 0  # a row that is not whole


def _by_number(damaged: sqlite3.Connection, copy: sqlite3.Connection, table: str, done: Rescued) -> None:
    """Stretch by stretch; where one cannot be read, row by row."""
    done.rows[table] = 0
    try:
        last = damaged.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0
    except sqlite3.DatabaseError:
        last = _last_readable(damaged, table)
        done.unread[table] = done.unread.get(table, 0) + 1
    for first in range(1, last + 1, _STEP):
        try:
            rows = damaged.execute(
                f"SELECT * FROM {table} WHERE rowid >= ? AND rowid < ?", (first, first + _STEP)
            ).fetchall()
        except sqlite3.DatabaseError:
            rows = _one_by_one(damaged, table, first, min(first + _STEP, last + 1), done)
        done.rows[table] += sum(_put(copy, table, row) for row in rows)


def _one_by_one(
    damaged: sqlite3.Connection, table: str, first: int, end: int, done: Rescued
) -> list[tuple[object, ...]]:
    rows = []
    for number in range(first, end):
        try:
            row = damaged.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,)).fetchone()
        except sqlite3.DatabaseError:
            done.unread[table] = done.unread.get(table, 0) + 1
            continue
        if row is not None:
            rows.append(row)
    return rows


def _last_readable(damaged: sqlite3.Connection, table: str) -> int:
    """The highest number that was ever given, as far as it is known."""
    try:
        row = damaged.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    except sqlite3.DatabaseError:
        row = None
    return int(row[0]) if row else 1 << 16


def _in_order(damaged: sqlite3.Connection, copy: sqlite3.Connection, table: str, done: Rescued) -> None:
    """From the first row to where reading fails, then from the last one back to there."""
    done.rows[table] = 0
    keys = [row[1] for row in copy.execute(f"PRAGMA table_info({table})") if row[5]]
    for direction in ("", " DESC"):
        order = ", ".join(f"{key}{direction}" for key in keys)
        try:
            for row in damaged.execute(f"SELECT * FROM {table} ORDER BY {order}"):
                done.rows[table] += _put(copy, table, row)
        except sqlite3.DatabaseError:
            done.unread[table] = done.unread.get(table, 0) + 1
            continue
        return


def _without_lost(copy: sqlite3.Connection) -> None:
    """Take out what refers to a row that was lost, but for notes: their words are kept in them."""
    for table in kept_tables(copy):
        for key in copy.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            if table != "annotation":
                there, column = key[2:4]
                copy.execute(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM {there})")

"""Copies of a library file: whole, or only what cannot be made again from the rest.

A copy appears under its name when it is whole, and never in the place of another file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from store.errors import LibraryError

DERIVED = frozenset(
    {"derived", "encounter", "facet", "facet_value", "listed", "listing", "merged", "reading", "search"}
)
"""The tables that the program fills from the articles; what is in others came from outside or a person."""


def copy_whole(connection: sqlite3.Connection, target: Path) -> None:
    """Copy everything to ``target``. Other programs may go on writing; theirs is in it or not."""

    def fill(copy: sqlite3.Connection) -> None:
        connection.backup(copy)

    _made(target, fill)


def copy_kept(
    connection: sqlite3.Connection,
    target: Path,
    prepare: Callable[[sqlite3.Connection], None],
    cancelled: Callable[[], bool] = lambda: False,
) -> bool:
    """Copy the articles and what a person wrote; opening the copy makes the rest again.

    ``prepare`` makes the tables. The copy is of one moment, whatever others write meanwhile. Returns whether
    it was made: when ``cancelled`` says so, there is none.
    """

    def fill(copy: sqlite3.Connection) -> None:
        prepare(copy)
        copy.execute("PRAGMA foreign_keys = OFF")
        copy.execute("BEGIN")
        connection.execute("BEGIN")
        try:
            for table in kept_tables(connection):
                _copy_rows(connection, copy, table, cancelled)
        finally:
            connection.execute("ROLLBACK")
        copy.execute("COMMIT")
        copy.execute("PRAGMA journal_mode = WAL")

    try:
        _made(target, fill)
    except _CancelledError:
        return False
    return True


def kept_tables(connection: sqlite3.Connection) -> list[str]:
    """The tables that hold what came from outside or from a person, in the order they were made."""
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    return [name for (name,) in rows if _is_kept(name)] + ["sqlite_sequence"]


def _is_kept(name: str) -> bool:
    return not name.startswith(("sqlite_", "_sqlite", "search_")) and name not in DERIVED


class _CancelledError(Exception):
    """The copy is no longer wanted."""


def _copy_rows(
    source: sqlite3.Connection, copy: sqlite3.Connection, table: str, cancelled: Callable[[], bool]
) -> None:
    """Copy the rows of a table whose columns are the same in both."""

    def wanted() -> Iterator[tuple[object, ...]]:
        for number, row in enumerate(rows):
            if number % 256 == 0 and cancelled():
                raise _CancelledError
            yield row

    rows = source.execute(f"SELECT * FROM {table}")
    marks = ", ".join("?" * len(rows.description))
    if table == "sqlite_sequence":
        copy.execute("DELETE FROM sqlite_sequence")
    copy.executemany(f"INSERT INTO {table} VALUES ({marks})", wanted())


def free_name(wanted: Path) -> Path:
    """``wanted``, or with a number where that place is taken."""
    number, free = 2, wanted
    while free.exists():
        free = wanted.with_name(f"{wanted.name}-{number}")
        number += 1
    return free


def _made(target: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        if target.exists():
            raise LibraryError(f"{target} is there already; it was left as it is.")
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished.unlink(missing_ok=True)
        copy = sqlite3.connect(unfinished, isolation_level=None)
        try:
            fill(copy)
        finally:
            copy.close()
        unfinished.rename(target)
    except (OSError, sqlite3.OperationalError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise LibraryError(f"The copy {target} cannot be made: {reason}.") from error
    finally:
        _remove(unfinished)


def _remove(unfinished: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):  # what is left over is named as unfinished
            unfinished.with_name(unfinished.name + end).unlink(missing_ok=True)

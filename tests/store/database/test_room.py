"""Giving room back to the disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from store.database import room
from store.database.connection import Database
from store.database.opening import open_database


def filled(path: Path) -> Database:
    """A library with many pages that nothing is in any more."""
    database = open_database(path)
    with database.writing() as connection:
        connection.execute("CREATE TABLE large (body BLOB)")
        connection.executemany("INSERT INTO large VALUES (zeroblob(?))", [(60_000,)] * 40)
        connection.execute("INSERT INTO derived (key, value) VALUES ('kept', 'last of all')")
    with database.writing() as connection:
        connection.execute("DROP TABLE large")
    return database


def numbers(database: Database) -> tuple[int, int]:
    with database.reading() as connection:
        pages, free = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count")
        )
    return pages, free


def steps(database: Database) -> int:
    taken, more = 0, True
    while more:
        with database.writing() as connection:
            more = room.give_back_some(connection)
        taken += 1
        assert taken < 99
    return taken


def test_free_pages_are_given_back_in_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_PAGES", 25)
    database = filled(tmp_path / "library.sqlite")
    before, free = numbers(database)
    assert free > 60
    assert steps(database) > 2
    after, left = numbers(database)
    assert left * room.SLACK < after <= before - free + left
    with database.reading() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT value FROM derived WHERE key = 'kept'").fetchone()
    database.close()


def test_what_is_taken_back_is_not_given(tmp_path: Path) -> None:
    database = filled(tmp_path / "library.sqlite")
    before = numbers(database)

    def fails() -> None:
        with database.writing() as connection:
            room.give_back_some(connection)
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert numbers(database) == before
    database.close()


def test_a_file_that_was_made_without_it_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    open_database(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA auto_vacuum = NONE")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("VACUUM")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    database = filled(path)
    before = numbers(database)
    assert steps(database) == 1
    assert numbers(database) == before
    database.close()

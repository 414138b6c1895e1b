"""Places in the list: newest first is their own order, also where a day has more articles than places."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from store.database import filters, places
from store.database.migrations import migrate, steps
from store.database.opening import APPLICATION_ID, open_database
from store.library import Library
from store.model import Filter
from tests.store.conftest import prose


def test_a_day_with_more_articles_than_places(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    dated = places.DATED // places.SLOTS * 4
    for module, name, value in ((places, "SLOTS", 4), (places, "DATED", dated), (filters, "DATED", dated)):
        monkeypatch.setattr(module, name, value)
    days = ["2024-12-31"] * 9 + ["2025-01-01", "2025-01-02", "2024-12-30"]
    texts = [(str(n), f" date {day} ".encode() + prose("All", n)) for n, day in enumerate(days)]
    assert len(library.import_texts([*texts, ("undated", prose("None"))]).taken) == 13
    for query, count in (
        ("date:2024-12-31", 9), ("date:2024-12", 10), ("date:2025", 2), ("date:2025-01-01", 1),
        ("after:2024-12-31", 2), ("before:2025-01-01", 10), ("before:2024-12-31", 1),
        ("all date:2025-01-02", 1), ("all before:2025", 10),
    ):  # fmt: skip
        assert library.count(Filter(query=query)) == count, query
    assert library.count(Filter(year="2024")) == 10
    assert library.count(Filter(year="2025")) == 2
    rows = library.rows(Filter(), 0, 99)
    assert rows[-1].date is None
    assert [row.date for row in rows[-4:-1]] == ["2024-12-31", "2024-12-31", "2024-12-30"]


def test_places_given_in_an_earlier_version_become_fewer(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    day = places.first_of("2024-01-02") // places.SLOTS
    old = [0, 7, day << 14, (day << 14) + 5, ((day + 1) << 14) + 1]
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, stop_before=[step.name for step in steps._migrations][12])
    connection.executemany(
        "INSERT INTO article (id, key, text, path, format, encoding, sha256, imported_at, fingerprint)"
        " VALUES (?, 'a', 'b', '', '', '', '', '', ?)",
        [(number, bytes([number])) for number in range(1, 6)],
    )
    dates = [None, None, "2024-01-02", "2024-01-02", "2024-01-03"]
    connection.executemany(
        "INSERT INTO listing VALUES (?, ?, 'a', ?, '', NULL, '')",
        [(pos, number, date) for number, (pos, date) in enumerate(zip(old, dates, strict=True), 1)],
    )
    connection.execute("INSERT INTO facet_value (id, kind, key, label) VALUES (1, 'outlet', 'o', 'O')")
    connection.executemany("INSERT INTO facet VALUES (1, ?)", [(pos,) for pos in old])
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 12")
    connection.close()
    database = open_database(path)
    with database.reading() as reader:
        new = reader.execute("SELECT article_id, pos FROM listing ORDER BY pos").fetchall()
        filtered = [row[0] for row in reader.execute("SELECT pos FROM facet ORDER BY pos")]
    database.close()
    first = places.first_of("2024-01-02")
    wanted = [0, 7, first, first + 1, first + places.SLOTS]
    assert new == list(enumerate(wanted, 1))
    assert filtered == wanted


def test_a_day_that_overflows_keeps_its_order_in_fewer_places(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    day = places.first_of("2024-01-02") // places.SLOTS
    many = 2 * places.SLOTS + 10
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN")
    migrate(connection, stop_before=[step.name for step in steps._migrations][12])
    connection.executemany(
        "INSERT INTO listing VALUES (?, ?, 'a', '2024-01-02', '', NULL, '')",
        [((day << 14) + n, n) for n in range(many)],
    )
    connection.execute(
        "INSERT INTO listing VALUES (?, ?, 'a', '2024-01-03', '', NULL, '')", ((day + 1) << 14, many)
    )
    migrate(connection)
    found = connection.execute("SELECT article_id, pos FROM listing ORDER BY pos").fetchall()
    connection.close()
    first = places.first_of("2024-01-02")
    assert found == [(n, first + n) for n in range(many + 1)]

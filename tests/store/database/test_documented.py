"""The README tells of every table and column that a library has, and of no other; and of every format."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from store.database.opening import open_database
from store.exchange.registry import FORMS

README = Path(__file__).parents[3] / "README.md"
SHADOWS = ("_config", "_data", "_idx", "_docsize", "_content")


def rows(head: str) -> list[list[str]]:
    """The cells of the table under that head, below it."""
    lines = README.read_text("utf-8").splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(head))
    found = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found


def coded(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


def schema(path: Path) -> dict[str, set[str]]:
    connection = sqlite3.connect(path)
    try:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            table: {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
            for table in tables
            if not table.startswith("sqlite_") and not table.endswith(SHADOWS)
        }
    finally:
        connection.close()


def test_every_table_and_column_is_told_of(tmp_path: Path) -> None:
    open_database(tmp_path / "library.sqlite").close()
    there = schema(tmp_path / "library.sqlite")
    told = rows("| Table | Holds | Columns |")
    assert sorted(name for row in told for name in coded(row[0])) == sorted(there)
    for tables, _, columns in told:
        known = set().union(*(there[name] for name in coded(tables)))
        assert coded(columns) == known, tables


def test_every_format_is_told_of() -> None:
    told = rows("| Format | Holds | Comes back |")
    assert sorted(name for row in told for name in coded(row[0])) == sorted(FORMS)
    for names, _, back in told:
        assert {FORMS[name].comes_back for name in coded(names)} == {bool(back)}


def test_the_example_of_the_readme_runs(tmp_path: Path) -> None:
    open_database(tmp_path / "library.sqlite").close()
    text = README.read_text("utf-8")
    asked = re.search(r'sqlite3 "file:library\.sqlite\?mode=ro" "([^"]+)"', text)
    assert asked is not None
    connection = sqlite3.connect(f"file:{tmp_path / 'library.sqlite'}?mode=ro", uri=True)
    assert connection.execute(asked[1]).fetchall() == []
    connection.close()

"""Opening library files: new, old, newer, broken and foreign ones."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from store.database import search
from store.database.articles import file_is_known
from store.database.connection import Database
from store.database.migrations import migrate, steps
from store.database.opening import APPLICATION_ID, SCHEMA_VERSION, backup_path, open_database
from store.errors import LibraryError, NewerLibraryError

ROOT = Path(__file__).parents[3]
STEPS = [step.name for step in steps._migrations]


def schema(path: Path) -> list[tuple[str, str, str]]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
    result = found.fetchall()
    connection.close()
    return result


def pragma(path: Path, name: str) -> object:
    connection = sqlite3.connect(path)
    value = connection.execute(f"PRAGMA {name}").fetchone()[0]
    connection.close()
    return value


def made_by_version(path: Path, version: int) -> None:
    """A library as that version left it, with an article in it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA page_size = 16384")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN")
    migrate(connection, stop_before=STEPS[version] if version < len(STEPS) else None)
    connection.execute(
        "INSERT INTO article (key, text, path, format, encoding, sha256, imported_at, fingerprint)"
        " VALUES ('old', 'An old article.', '', 'text', 'utf-8', '', '', x'00')"
    )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("COMMIT")
    connection.close()


def test_a_new_library(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "library.sqlite"
    open_database(path).close()
    assert pragma(path, "user_version") == SCHEMA_VERSION == len(STEPS)
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "page_size") == 32768
    assert pragma(path, "auto_vacuum") == 2  # what is freed can be given back
    assert pragma(path, "journal_mode") == "wal"
    assert list(path.parent.iterdir()) == [path]


def test_every_table_is_strict(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    open_database(path).close()
    ours = [
        sql
        for kind, name, sql in schema(path)
        if kind == "table" and not name.startswith(("sqlite", "_", "search"))
    ]
    assert len(ours) == 18
    assert all("STRICT" in sql for sql in ours)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_an_older_library_becomes_like_a_new_one(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "old.sqlite", tmp_path / "new.sqlite"
    made_by_version(old, version)
    database = open_database(old)
    with database.reading() as connection:
        assert connection.execute("SELECT key FROM article").fetchall() == [("old",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()
    open_database(new).close()
    assert schema(old) == schema(new)
    backup = backup_path(old, version).with_name(f"old.sqlite.format-{version}.backup")
    assert pragma(backup, "user_version") == version
    assert pragma(backup, "integrity_check") == "ok"


def test_a_backup_never_overwrites_another(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    names = []
    for _ in range(3):
        names.append(backup_path(path, 1).name)
        backup_path(path, 1).touch()
    assert names == [f"library.sqlite.format-1.backup{end}" for end in ("", "-2", "-3")]


def test_a_step_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    made_by_version(path, 1)
    before = schema(path)

    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("a mistake of ours")

    monkeypatch.setattr(steps._migrations[2], "fn", fails)
    with pytest.raises(sqlite3.OperationalError, match="mistake of ours"):
        open_database(path)
    assert schema(path) == before
    assert pragma(path, "user_version") == 1


def test_a_newer_library_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    open_database(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError, match=f"newer Communiqué \\(format {SCHEMA_VERSION + 1}"):
        open_database(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"x", b"hello", b"SQLite format 3\0 but not really", b"x" * 5000])
def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="is not a Communiqué library; it was left as it is"):
        open_database(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("statement", ["CREATE TABLE theirs (a)", "PRAGMA user_version = 7"])
def test_another_programs_database_is_refused(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "library.sqlite"
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.execute("VACUUM")
    connection.close()
    with pytest.raises(LibraryError, match="is not a Communiqué library"):
        open_database(path)


def test_a_damaged_library_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    open_database(path).close()
    content = bytearray(path.read_bytes())
    content[32768:] = b"\xff" * (len(content) - 32768)
    path.write_bytes(content)
    with pytest.raises(LibraryError, match=r"is damaged: communique check --repair mends it"):
        _read_articles(path)


def _read_articles(path: Path) -> None:
    database = open_database(path)
    try:
        with database.reading() as connection:
            connection.execute("SELECT * FROM article").fetchall()
    finally:
        database.close()


def test_places_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a folder"):
        open_database(tmp_path)
    with pytest.raises(LibraryError, match="is no ordinary file"):
        open_database(Path(os.devnull))
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="cannot be made: file exists"):
        open_database(tmp_path / "file" / "library.sqlite")


_AS_NOBODY = """
import os, sys
from pathlib import Path
from store.database import migrations
from store.database.opening import open_database
from store.errors import LibraryError
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
for name in ("new.sqlite", "library.sqlite"):
    try:
        with open_database(Path(sys.argv[1], name)).writing():
            print("written")
    except LibraryError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="permissions of Linux")
def test_a_folder_that_may_not_be_written() -> None:
    folder = Path(tempfile.mkdtemp())  # whoever runs the tests, nobody may come here
    open_database(folder / "library.sqlite").close()
    folder.chmod(0o555)
    run = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(folder)], capture_output=True, text=True, check=False, cwd=ROOT
    )
    folder.chmod(0o755)
    said = run.stdout.splitlines()
    assert run.returncode == 0, run.stderr
    assert said == [
        f"The library {folder}/new.sqlite cannot be opened; check its place and permissions.",
        f"The library {folder}/library.sqlite cannot be written to; check its permissions.",
    ]
    assert [p.name for p in folder.iterdir()] == ["library.sqlite"]
    shutil.rmtree(folder)


def test_a_closed_database_is_closed(tmp_path: Path) -> None:
    database: Database = open_database(tmp_path / "library.sqlite")
    database.close()
    with pytest.raises(sqlite3.ProgrammingError), database.reading():
        pass
    with pytest.raises(sqlite3.ProgrammingError), database.writing():
        pass


def test_a_file_is_found_by_its_path_with_the_help_of_an_index(tmp_path: Path) -> None:
    database = open_database(tmp_path / "library.sqlite")
    with database.reading() as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        file_is_known(connection, "/a/file.txt", "00")
        connection.set_trace_callback(None)
        ((*_, plan),) = connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}").fetchall()
    database.close()
    assert "USING INDEX article_path" in plan


def test_the_names_of_an_older_library_are_found_by_their_words(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    made_by_version(path, 15)
    connection = sqlite3.connect(path)
    kinds = [("person", "levent ergun", "Levent Ergün"), ("outlet", "ergun post", "Ergün Post")]
    connection.executemany("INSERT INTO facet_value (kind, key, label) VALUES (?, ?, ?)", kinds)
    connection.commit()
    connection.close()
    database = open_database(path)
    with database.reading() as reading:
        assert search.named(reading, ["erg"], 9) == search.named(reading, ["e", "lev"], 9) == [1]
        assert search.named(reading, ["vent"], 9) == []
    database.close()

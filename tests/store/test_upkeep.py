"""Checking, mending and copying libraries, whole and damaged ones."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gui.main import main
from store import upkeep
from store.database.opening import SCHEMA_VERSION
from store.database.rescue import rescue
from store.errors import LibraryError, NewerLibraryError
from store.library import Library
from store.model import Filter
from tests.store.conftest import lived_in
from tests.store.database.test_opening import made_by_version

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture
def path(path: Path) -> Path:
    """A closed library of forty articles that somebody has worked with."""
    lived_in(path, 40)
    return path


def sentences(path: Path) -> list[str]:
    return [finding.sentence for finding in upkeep.check(path)]


def run(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)


def state(path: Path) -> tuple[object, ...]:
    """What a person sees of a library."""
    library = Library.open(path)
    try:
        library.reread()
        found = tuple(library.article(number) for number in library.ids(Filter()))
        people = [choice.count for choice in library.choices().people]
        return found, library.annotations(), library.tags(), people, library.count(Filter(query="general"))
    finally:
        library.close()


def test_a_whole_library_is_whole(path: Path) -> None:
    assert upkeep.check(path) == ()
    assert upkeep.repair(path) == upkeep.Mended((), ())


def of_version(path: Path, version: int) -> Path:
    """A library as that version left it, with a ruling over names where it knew them."""
    made_by_version(path, version)
    run(path, "DELETE FROM article WHERE fingerprint = x'00'")
    if version in (9, 10):
        run(path, "INSERT INTO person_ruling VALUES (1, 'a', 'b', 1, '2024-01-01T00:00:00Z')")
    elif version > 10:
        run(path, "INSERT INTO name_ruling VALUES (1, 'person', 'a', 'b', 1, '2024-01-01T00:00:00Z')")
    return path


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_library_of_an_earlier_version_is_looked_at_and_mended(tmp_path: Path, version: int) -> None:
    old = of_version(tmp_path / "old.sqlite", version)
    before = old.read_bytes()
    upkeep.check(old)
    assert old.read_bytes() == before
    upkeep.repair(old)
    assert upkeep.check(old) == ()


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_what_is_rescued_of_an_earlier_version_can_be_opened(tmp_path: Path, version: int) -> None:
    fresh = tmp_path / "fresh.sqlite"
    done = rescue(of_version(tmp_path / "old.sqlite", version), fresh)
    assert not done.unread
    library = Library.open(fresh)
    assert len(library.people.rulings()) == (version > 8)
    library.close()


def test_a_file_without_a_library_in_it_is_called_empty(tmp_path: Path) -> None:
    """As the disk leaves it that was full when the library was made."""
    empty = tmp_path / "library.sqlite"
    run(empty, "PRAGMA journal_mode = WAL")
    with pytest.raises(LibraryError, match="is empty: nothing was saved in it yet"):
        upkeep.check(empty)
    Library.open(empty).close()
    assert upkeep.check(empty) == ()


def test_a_new_library_is_whole(tmp_path: Path) -> None:
    Library.open(tmp_path / "new.sqlite").close()
    assert upkeep.check(tmp_path / "new.sqlite") == ()


def test_it_is_checked_while_others_write(path: Path) -> None:
    library = Library.open(path)
    try:
        assert upkeep.check(path) == ()
        library.set_starred([7], True)
        assert upkeep.check(path) == ()
    finally:
        library.close()


DERIVED = [
    ("DELETE FROM listing WHERE article_id = 3", "1 article is not in the list."),
    ("DELETE FROM reading WHERE article_id IN (1, 2)", "2 articles are without a reading."),
    ("UPDATE facet_value SET articles = articles + 1 WHERE id = 1", "1 counts of people"),
    ("UPDATE listed SET articles = articles + 1", "1 counts of people"),
    ("INSERT INTO search_name (search_name) VALUES ('delete-all')", "words of people's names are not in"),
    ("UPDATE article SET binned_at = 'x' WHERE id = 1", "1 article is in the list though deleted."),
    ("INSERT INTO search (search) VALUES ('delete-all')", "39 articles are not in the search index."),
    (
        "INSERT INTO search (rowid, body) VALUES (99999, 'stray')",
        "The search index has 1 entries of no article.",
    ),
    ("INSERT INTO merged VALUES ('person', 'a', 'b')", "1 name is not merged as you said"),
    ("UPDATE derived SET value = '0' WHERE key = 'fold'", "The search index is of an earlier version."),
]


@pytest.mark.parametrize(("sql", "says"), DERIVED)
def test_what_is_derived_is_made_again(path: Path, sql: str, says: str) -> None:
    run(path, sql)
    assert any(says in sentence for sentence in sentences(path)), sentences(path)
    mended = upkeep.repair(path)
    assert any(says in sentence for sentence in mended.done)
    assert mended.left == ()
    Library.open(path).reread()
    assert upkeep.check(path) == ()


def test_a_text_with_other_words_in_the_index(path: Path) -> None:
    run(path, "UPDATE article SET text = text || ' and more' WHERE id = 2")
    assert sentences(path) == [
        "1 article is no longer what came in: their text has changed.",
        "1 article is in the search index with other words.",
    ]


def test_what_only_a_person_can_tell_is_told_and_left(path: Path) -> None:
    run(path, "UPDATE annotation SET exact = 'something else'")
    run(path, "INSERT INTO article_tag VALUES (999, 1)")
    says = ["1 tag of an article belongs to nothing that is there.", "1 note stands on other words"]
    found = sentences(path)
    assert found[0] == says[0]
    assert found[1].startswith(says[1])
    mended = upkeep.repair(path)
    assert mended.done == ()
    assert len(mended.left) == 2
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM annotation").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM article_tag").fetchone() == (2,)


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_gives_what_can_be_read(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    whole = path.read_bytes()
    pages = len(whole) // 16384
    broken = bytearray(whole)
    for page in chance.sample(range(2, pages), 2):
        broken[page * 16384 : page * 16384 + 600] = chance.randbytes(600)
    path.write_bytes(bytes(broken))
    found = upkeep.check(path)
    if not found:
        return  # the pages were free ones
    mended = upkeep.repair(path)
    if found[0].cure == "rescue":
        assert mended.aside is not None
        assert mended.aside.read_bytes() == bytes(broken)
        assert "What could be read was copied into a new file" in mended.done[0]
    library = Library.open(path)
    library.reread()
    library.close()
    assert [finding for finding in upkeep.check(path) if finding.cure] == []


def test_damage_to_what_is_derived_loses_nothing(path: Path) -> None:
    before = state(path)
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'reading'").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 32768)
        file.write(b"\xff" * 4000)
    assert upkeep.check(path)[0].cure == "rescue"
    mended = upkeep.repair(path)
    assert mended.done == ("What could be read was copied into a new file: 40 articles and 1 note.",)
    assert mended.left == ()
    assert state(path) == before
    assert upkeep.check(path) == ()


def test_what_is_no_library_is_left_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    run(other, "CREATE TABLE t (x)")
    before = other.read_bytes()
    for call in (upkeep.check, upkeep.repair):
        with pytest.raises(LibraryError, match="is not a Communiqué library"):
            call(other)
    assert other.read_bytes() == before
    with pytest.raises(LibraryError, match="There is no library"):
        upkeep.check(tmp_path / "absent")


def test_a_newer_library_is_refused(path: Path) -> None:
    run(path, "PRAGMA user_version = 999")
    with pytest.raises(NewerLibraryError, match="newer"):
        upkeep.repair(path)


def test_a_backup_is_the_same_library(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "there" / "copy.sqlite"
    upkeep.back_up(path, target)
    assert state(target) == state(path)
    with pytest.raises(LibraryError, match="is there already"):
        upkeep.back_up(path, target)
    upkeep.back_up(path, tmp_path / "there")
    assert (tmp_path / "there" / "library.sqlite").is_file()
    assert sorted(file.name for file in (tmp_path / "there").iterdir()) == ["copy.sqlite", "library.sqlite"]


def test_a_backup_that_cannot_be_made_leaves_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(LibraryError, match="cannot be made"):
        upkeep.back_up(path, tmp_path / "file" / "copy.sqlite")


def test_the_command(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--library", str(path), "check"]) == 0
    assert capsys.readouterr().out == "nothing is wrong\n"
    run(path, "DELETE FROM reading WHERE article_id = 1")
    assert main(["check", "--library", str(path)]) == 1
    assert "1 article is without a reading." in capsys.readouterr().out
    assert main(["check", "--library", str(path), "--repair"]) == 0
    assert "mended: 1 article is without a reading." in capsys.readouterr().out
    assert main(["check", "--library", str(path)]) == 0
    assert main(["check", "--library", str(path), "--backup", str(tmp_path / "b.sqlite")]) == 0
    assert state(tmp_path / "b.sqlite") == state(path)
    assert main(["check", "--library", str(path), "--backup", str(tmp_path / "b.sqlite")]) == 1
    assert "is there already" in capsys.readouterr().err
    assert main(["check", "--library", str(tmp_path / "absent")]) == 1

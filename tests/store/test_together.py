"""Several windows and commands on one library, and a world that refuses."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from store import importing
from store.database import connection as connections
from store.errors import LibraryError
from store.library import Library
from store.model import Filter, MarkStyle, Span
from tests.store.conftest import prose

ROOT = Path(__file__).parents[2]

_ENGINE = """
import sys
from pathlib import Path
from types import ModuleType
from store.model import Reading, Span, MarkStyle
pipeline, heading = ModuleType("store.reading.pipeline"), ModuleType("store.reading.heading")
pipeline.VERSION, pipeline.read_article = "test-1", lambda article: Reading()
heading.heading = lambda article, reading: article.text[:30]
sys.modules |= {"store.reading.pipeline": pipeline, "store.reading.heading": heading}
from store import importing
from store.library import Library
"""
_PROSE = "The minister received a delegation led by the commander of an air force"


def process(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _ENGINE + code, *arguments],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def whole(path: Path) -> bool:
    """Whether the file is sound, and the index and the list agree with the articles."""
    connection = sqlite3.connect(path)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        keys = connection.execute("PRAGMA foreign_key_check").fetchall() == []
        listed = connection.execute(
            "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM listing),"
            " (SELECT count(*) FROM reading), (SELECT count(*) FROM search WHERE search MATCH 'minister')"
        ).fetchone()
        return sound and keys and len(set(listed)) == 1
    finally:
        connection.close()


def test_two_processes_make_and_fill_one_library(tmp_path: Path) -> None:
    code = f"""
library = Library.open(Path(sys.argv[1]))
importing.BATCH, importing.BATCH_SECONDS = 3, 0
for n in range(20):
    library.import_texts([(f"{{sys.argv[2]}}-{{n}}", f"{_PROSE} {{sys.argv[2]}} {{n}}.".encode())])
    library.set_starred([1], n % 2 == 0)
library.close()
"""
    path = tmp_path / "library.sqlite"
    both = [process(code, str(path), name) for name in ("one", "two", "three")]
    for running in both:
        _, errors = running.communicate(timeout=90)
        assert running.returncode == 0, errors
    library = Library.open(path)
    assert library.count(Filter()) == 60
    assert len({row.key for row in library.rows(Filter(query="minister"), 0, 99)}) == 60
    library.close()
    assert whole(path)


def test_threads_read_while_one_writes(library: Library) -> None:
    library.import_texts([("first", prose("The minister met a guest."))])
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                rows = library.rows(Filter(query="minister"), 0, 500)
                assert len(rows) <= library.count(Filter())
                assert all(library.article(row.id) for row in rows[:3])
        except BaseException as error:  # noqa: BLE001 - told below, in the test's own thread
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(20):
        library.import_texts([(str(number), prose("The minister met another guest.", number))])
        made, _ = library.add_annotation(1, Span(0, 3), "yellow", MarkStyle.FILL)
        library.delete_annotations([made.id])
    done.set()
    for reader in readers:
        reader.join()
    assert failures == []
    assert library.count(Filter()) == 21


def test_reading_does_not_wait_for_a_writer(seeded: Library, open_library: Callable[..., Library]) -> None:
    other = open_library()
    with seeded._database.writing() as connection:
        connection.execute("UPDATE article SET key = 'x'")
        assert other.rows(Filter(query="kadioglu"), 0, 9)[0].key == "001_f20aa96fecda98fa"


def test_a_writer_that_waits_too_long_is_told(
    seeded: Library, open_library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    other = open_library()
    with seeded._database.writing(), pytest.raises(LibraryError, match="Another program is writing"):
        other.set_read([1], True)
    assert other.set_read([1], True)


# -- a full disk


def fill_up(library: Library, room: int) -> None:
    """Let the file grow by ``room`` pages and no more."""
    with library._database.writing() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    writer = library._database._writer
    assert writer is not None
    writer.execute(f"PRAGMA max_page_count = {pages + room}")


def test_a_full_disk_changes_nothing(seeded: Library) -> None:
    before = (seeded.rows(Filter(), 0, 9), seeded.choices())
    fill_up(seeded, 0)
    with pytest.raises(LibraryError, match="The disk is full: nothing of this was saved"):
        seeded.import_texts([("long", prose("The minister spoke. " * 50_000))])
    with pytest.raises(LibraryError, match="The disk is full"):
        seeded.add_annotation(3, Span(0, 4), "yellow", MarkStyle.FILL, "x" * 100_000)
    assert (seeded.rows(Filter(), 0, 9), seeded.choices()) == before
    assert seeded.annotations() == []
    fill_up(seeded, 1000)
    seeded.add_annotation(3, Span(0, 4), "yellow", MarkStyle.FILL, "x" * 100_000)


def test_a_disk_that_fills_up_during_an_import_keeps_whole_batches(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    monkeypatch.setattr(importing, "BATCH_SECONDS", 0)
    library.import_texts([("first", prose("The minister met."))])
    fill_up(library, 20)
    texts = [(str(n), prose(f"The minister spoke for {n} hours. " * 400, n)) for n in range(40)]
    report = library.import_texts(texts)
    assert 2 <= len(report.taken) < 40
    assert len(report.taken) % 2 == 0
    assert report.cancelled
    assert "The disk is full" in report.refused[-1].reason
    assert library.count(Filter()) == len(report.taken) + 1
    path = library.path
    library.close()
    assert whole(path)


# -- a sudden end


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
def test_what_was_reported_saved_survives_a_kill(tmp_path: Path) -> None:
    code = f"""
library = Library.open(Path(sys.argv[1]))
importing.BATCH, importing.BATCH_SECONDS = 5, 0
for n in range(10_000):
    texts = [(f"{{n}}-{{m}}", f"{_PROSE} {{sys.argv[2]}} {{n}} {{m}}.".encode()) for m in range(5)]
    taken = library.import_texts(texts).taken
    made, _ = library.add_annotation(taken[0], Span(0, 3), "yellow", MarkStyle.FILL, "note")
    print(taken[-1], made.id, flush=True)
"""
    path = tmp_path / "library.sqlite"
    chance = random.Random(7)
    said = (0, 0)
    for number in range(6):
        running = process(code, str(path), str(number))
        assert running.stdout is not None
        for _ in range(chance.randint(1, 12)):
            said = tuple(map(int, running.stdout.readline().split()))  # type: ignore[assignment]
        os.kill(running.pid, signal.SIGKILL)
        rest, errors = running.communicate()
        assert running.returncode == -signal.SIGKILL, errors
        complete = [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        if complete:
            said = tuple(map(int, complete[-1].split()))  # type: ignore[assignment]
        assert whole(path)
        connection = sqlite3.connect(path)
        assert connection.execute("SELECT 1 FROM article WHERE id = ?", (said[0],)).fetchone()
        assert connection.execute("SELECT note FROM annotation WHERE id = ?", (said[1],)).fetchone() == (
            "note",
        )
        connection.close()

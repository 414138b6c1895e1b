"""Imports: of many files at once, of files that have changed, of exports; and what goes wrong."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from store import importing, upkeep, workers
from store.export import library_json
from store.library import Library
from store.model import Article, Changes, Filter, MarkStyle, Reading, RulingKind, Span
from tests.store.conftest import prose, without_numbers

ROOT = Path(__file__).parents[2]
WORDS = "The minister met a guest in the capital to talk about trade and the training of officers."


def lay(folder: Path, number: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"a{n:04}.txt" for n in range(number)]
    for n, path in enumerate(paths):
        path.write_bytes(prose(f"General Name{n} Surname{n} met a minister of Ghana.", n))
    return paths


# -- changed files


def test_a_changed_file_is_a_new_version(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS, "utf-8")
    library.import_paths([path])
    at = WORDS.index("guest")
    library.add_annotation(1, Span(at, at + 5), "yellow", MarkStyle.FILL, "who?")
    library.set_starred([1], True)
    path.write_text(f"Correction. {WORDS} The text was corrected.", "utf-8")
    report = library.import_paths([path])
    assert (report.taken, report.updated, report.skipped) == ((), (1,), ())
    assert report.changes.articles == {1}
    opened = library.article(1)
    assert opened is not None
    assert opened.article.text.startswith("Correction.")
    assert opened.row.starred
    (note,) = opened.annotations
    assert not note.orphan
    assert opened.article.text[slice(*note.anchor.span)] == "guest"
    assert library.count(Filter(query="corrected")) == 1
    assert library.count(Filter()) == 1
    ((_, before),) = library.versions(1)
    assert before == WORDS


def test_words_that_went_leave_an_orphan(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS, "utf-8")
    library.import_paths([path])
    at = WORDS.index("guest")
    library.add_annotation(1, Span(at, at + 5), "yellow", MarkStyle.FILL, "who?")
    path.write_text(WORDS.replace("guest", "colleague"), "utf-8")
    assert library.import_paths([path]).updated == (1,)
    opened = library.article(1)
    assert opened is not None
    (note,) = opened.annotations
    assert note.orphan
    assert note.anchor.exact == "guest"
    path.write_text(WORDS, "utf-8")
    assert library.import_paths([path]).updated == (1,)
    opened = library.article(1)
    assert opened is not None
    assert not opened.annotations[0].orphan
    assert [text for _, text in library.versions(1)] == [WORDS, WORDS.replace("guest", "colleague")]


def test_another_article_under_the_same_name_is_another_article(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "latest.txt"
    path.write_text(WORDS, "utf-8")
    library.import_paths([path])
    path.write_text("Quite different news came from elsewhere today: a bridge was opened by nobody.", "utf-8")
    report = library.import_paths([path])
    assert (report.taken, report.updated) == ((2,), ())


def test_rewrapped_or_with_another_header_it_is_the_same(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS, "utf-8")
    library.import_paths([path])
    path.write_text(" date 2025-01-02 " + WORDS.replace(" ", "\n"), "utf-8")
    report = library.import_paths([path])
    assert (report.taken, report.updated, report.skipped) == ((), (), (str(path),))


def test_an_unchanged_file_is_not_read_again(library: Library, engine: ModuleType, tmp_path: Path) -> None:
    paths = lay(tmp_path / "news", 5)
    library.import_paths(paths)

    def never(article: Article) -> Reading:
        raise AssertionError("it was read again")

    engine.read_article = never  # type: ignore[attr-defined]
    report = library.import_paths(paths)
    assert len(report.skipped) == 5
    assert report.refused == ()


# -- many files


@pytest.mark.parametrize("processes", [1, 2])
def test_many_files(library: Library, tmp_path: Path, processes: int) -> None:
    """The other processes read with the real reader; what is kept is in order all the same."""
    paths = lay(tmp_path / "news", 150)
    steps: list[int] = []
    offered = importing.from_paths([tmp_path / "news"], [])
    report = importing.run(
        library._database,
        offered,
        progress=lambda done, _total, _name: steps.append(done),
        processes=processes,
    )
    assert report.taken == tuple(range(1, 151))
    assert steps == sorted(steps)
    assert steps[-1] == 150
    assert [row.key for row in library.rows(Filter(), 0, 200, "oldest")] == [path.stem for path in paths]
    assert library.count(Filter(query="Surname77")) == 1
    again = importing.run(library._database, offered, processes=processes)
    assert len(again.skipped) == 150


def test_many_files_can_be_cancelled(library: Library, tmp_path: Path) -> None:
    lay(tmp_path / "news", 200)
    calls = iter([False] * 40)
    offered = importing.from_paths([tmp_path / "news"], [])
    report = importing.run(library._database, offered, cancelled=lambda: next(calls, True), processes=2)
    assert report.cancelled
    assert 0 < len(report.taken) < 60
    assert library.count(Filter()) == len(report.taken)


def test_few_files_need_no_other_process(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "ProcessPoolExecutor", None)
    assert len(library.import_paths(lay(tmp_path / "news", workers.SEVERAL_FROM - 1)).taken) == 63


KILLED = """
import os, signal, sys, threading, time
from pathlib import Path
from store import importing
from store.library import Library
importing.BATCH, importing.BATCH_SECONDS = 10, 0
library = Library.open(Path(sys.argv[1]))
def step(done, total, name):
    if done == 45:
        print(library._database.path, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
importing.run(library._database, importing.from_paths([Path(sys.argv[2])], []), progress=step, processes=2)
"""


def test_a_killed_import_keeps_what_was_kept_and_goes_on(
    open_library: Callable[..., Library], tmp_path: Path
) -> None:
    folder = tmp_path / "news"
    lay(folder, 100)
    place = tmp_path / "library.sqlite"
    if __name__ == "__mp_main__":  # a child that finds this file as its main one has nothing to do here
        return
    script = tmp_path / "killed.py"
    script.write_text(f"if __name__ == '__main__':\n{_indented(KILLED)}", "utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(place), str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    library = open_library()
    kept = library.count(Filter())
    assert kept == 40
    report = library.import_paths([folder])
    assert (len(report.taken), len(report.skipped)) == (60, 40)


def _indented(code: str) -> str:
    return "".join(f"    {line}\n" for line in code.splitlines())


# -- what goes wrong


def test_a_fault_of_the_reader_refuses_that_article_alone(
    library: Library, engine: ModuleType, tmp_path: Path
) -> None:
    paths = lay(tmp_path / "news", 3)
    read = engine.read_article  # type: ignore[attr-defined]

    def faulty(article: Article) -> Reading:
        if article.key == "a0001":
            raise IndexError("list index out of range")
        return read(article)  # type: ignore[no-any-return]

    engine.read_article = faulty  # type: ignore[attr-defined]
    report = library.import_paths(paths)
    assert len(report.taken) == 2
    (refusal,) = report.refused
    assert refusal.reason == (
        f"{paths[1]} could not be read, by a fault of Communiqué (IndexError: list index out of range)."
    )


def test_what_was_read_before_the_keyboard_stopped_it_is_kept(library: Library, tmp_path: Path) -> None:
    paths = lay(tmp_path / "news", 9)

    def step(done: int, total: int, name: str) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.import_paths(paths, step)
    assert library.count(Filter()) == 4


def test_an_encoding_that_was_guessed_is_told(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = (
        "Millî Savunma Bakanı Yaşar Güler, Ankara'da konuk Bakanı kabul etti. Görüşmede ikili ilişkiler,"
        " bölgesel güvenlik ve savunma sanayii iş birliği ele alındı; çok teşekkür edildi."
    )
    path.write_bytes(text.encode("cp1254"))
    assert library.import_paths([path]).guessed == (str(path),)
    report = library.import_paths([path], encoding="cp1254")
    opened = library.article(1)
    assert opened is not None
    assert opened.article.text == text
    assert opened.source.encoding == "cp1254"
    assert report.guessed == ()


# -- exports


def exported(library: Library) -> str:
    file = io.StringIO()
    library_json.write(library.each(Filter()), file, library.said_of_names())
    return file.getvalue()


def test_an_export_comes_in_again_as_it_went_out(
    seeded: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    seeded.add_annotation(2, Span(3, 9), "green", MarkStyle.WAVE, "why?\nbecause", ("to check", "x"))
    seeded.add_annotation(2, Span(3, 9), "blue", MarkStyle.BOX)
    seeded.set_article_tags(1, ["later"])
    seeded.set_read([1, 2], True)
    seeded.set_starred([3], True)
    mention = seeded.article(2).reading.officials[0].mentions[0]  # type: ignore[union-attr]
    seeded.rule(2, RulingKind.CHANGED, "official", mention, "name", "Corrected Person")
    seeded.people.rule("Zakir Hasanov", "Zakir Həsənov", True)
    seeded.people.rule("Zakir Hasanov", "Namig Islamzade", False)
    seeded.occasions.rule("a dialogue", "the dialogue", True)
    written = exported(seeded)
    path = tmp_path / "export.json"
    path.write_text(written, "utf-8")
    other = open_library("other.sqlite")
    report = other.import_paths([path])
    assert len(report.taken) == 3
    assert without_numbers(exported(other)) == without_numbers(written)
    assert upkeep.check(other.path) == ()
    assert other.people.rulings() == seeded.people.rulings()
    assert other.people.find("Zakir Həsənov")[0].also == seeded.people.find("Zakir Həsənov")[0].also
    assert report.changes.people
    again = other.import_paths([path])
    assert (again.taken, len(again.skipped)) == ((), 3)
    assert not again.changes.people
    assert without_numbers(exported(other)) == without_numbers(written)


def test_articles_of_one_day_keep_their_order_in_an_export(
    library: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    library.import_texts((f"a{number}", prose(f"General Name{number} met.", number)) for number in range(5))
    path = tmp_path / "export.json"
    path.write_text(exported(library), "utf-8")
    other = open_library("other.sqlite")
    other.import_paths([path])
    assert exported(other) == path.read_text("utf-8")


def test_an_export_adds_to_what_is_there(
    seeded: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    other = open_library("other.sqlite")
    other.import_samples()
    other.add_annotation(1, Span(0, 4), "yellow", MarkStyle.FILL, "mine")
    other.set_article_tags(1, ["mine"])
    seeded.add_annotation(1, Span(5, 9), "green", MarkStyle.FILL, "theirs")
    seeded.set_article_tags(1, ["theirs"])
    path = tmp_path / "export.json"
    path.write_text(exported(seeded), "utf-8")
    report = other.import_paths([path])
    assert len(report.skipped) == 3
    assert report.changes == Changes(articles=frozenset({1}), tags=True)
    opened = other.article(1)
    assert opened is not None
    assert opened.tags == ("mine", "theirs")
    assert [note.note for note in opened.annotations] == ["mine", "theirs"]


def test_what_was_said_of_names_here_stays(
    seeded: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    other = open_library("other.sqlite")
    other.people.rule("a b", "a c", False)
    seeded.people.rule("a b", "a c", True)
    seeded.people.rule("a b", "a d", True)
    path = tmp_path / "export.json"
    path.write_text(exported(seeded), "utf-8")
    other.import_paths([path])
    assert [(one.second, one.same) for one in other.people.rulings()] == [("a c", False), ("a d", True)]
    path.write_text(exported(seeded).replace('"first": "a b"', '"first": "z"'), "utf-8")
    (refusal,) = other.import_paths([path]).refused
    assert "is an export that is not whole" in refusal.reason


def test_a_newer_or_torn_export_is_refused(library: Library, tmp_path: Path) -> None:
    newer, torn = tmp_path / "newer.json", tmp_path / "torn.json"
    newer.write_text('{"format": "communique", "version": 99, "articles": []}', "utf-8")
    torn.write_text('{"format": "communique", "version": 1, "articles": [{"id": "a"', "utf-8")
    reasons = [refusal.reason for refusal in library.import_paths([newer, torn]).refused]
    assert reasons[0] == f"{newer} was exported by a newer Communiqué."
    assert reasons[1].startswith(f"{torn} is an export that is not whole: ")

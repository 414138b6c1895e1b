"""The sample articles through the real reading, the library and the commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from seeds import seed_files
from store.export.shape import reading_to_json
from store.library import Library
from store.model import Filter
from store.packing import pack, unpack

ROOT = Path(__file__).parents[2]
YEARS = {"000_588cd7b805776faa": 2023, "001_f20aa96fecda98fa": 2024, "004_834a0b8676b6a784": 2025}


@pytest.fixture
def samples(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "library.sqlite")
    library.import_samples()
    yield library
    library.close()


def found(library: Library, query: str) -> list[int]:
    return [YEARS[row.key] for row in library.rows(Filter(query=query), 0, 9)]


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("kadioglu", [2024]),
        ('"high-level military dialogue"', [2025, 2024, 2023]),
        ("Turkiye ergun", [2025]),
        ("person:ergun", [2025]),
        ("person:hasanov country:turkey", [2025, 2024, 2023]),
        ("outlet:azernews", [2023]),
    ],
)
def test_search(samples: Library, query: str, years: list[int]) -> None:
    assert found(samples, query) == years


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("kadioglu", {"Kadıoğlu"}),
        ('"high-level military dialogue"', {"High-Level Military Dialogue"}),
        ("Turkiye ergun", {"Türkiye", "Ergün"}),
        ("person:ergun", {"Levent Ergün"}),
    ],
)
def test_every_hit_is_in_the_original_words(samples: Library, query: str, hits: set[str]) -> None:
    for row in samples.rows(Filter(query=query), 0, 9):
        opened = samples.article(row.id)
        assert opened is not None
        spans = samples.hits(row.id, query)
        assert {opened.article.text[a:b] for a, b in spans} == hits
        assert row.hits
        assert {row.snippet[a:b] for a, b in row.hits} <= hits


def test_readings_are_kept_whole(samples: Library) -> None:
    for opened in samples.each(Filter()):
        assert opened.reading.officials
        assert opened.reading.meetings
        assert unpack(pack(opened.reading)) == opened.reading
        shape = reading_to_json(opened.article, opened.reading)
        for fact in (*shape["officials"], *shape["meetings"], *shape["ceremonies"]):
            assert fact["evidence"]
        for official in shape["officials"]:
            mentions = [opened.article.text[a:b] for a, b in official["mention_spans"]]
            assert mentions == official["mentions"]


def test_what_there_is_to_choose(samples: Library) -> None:
    choices = samples.choices()
    assert [(choice.label, choice.count) for choice in choices.countries[:2]] == [
        ("Azerbaijan", 3),
        ("Türkiye", 3),
    ]
    assert ("zakir hasanov", "Zakir Hasanov", 3) in {(c.key, c.label, c.count) for c in choices.people}
    assert [choice.key for choice in choices.years] == ["2025", "2024", "2023"]


def test_nothing_is_read_twice(samples: Library) -> None:
    assert not samples.reread()


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys; from gui.main import main; status = main(sys.argv[1:])\n"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))], 'Qt was imported'\n"
        "sys.exit(status)"
    )
    environ = {
        k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    }
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT, env=environ, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_commands_in_a_fresh_home(tmp_path: Path) -> None:
    files = [str(file) for file in seed_files()]
    read = command("read", "--json", *files)
    assert read.returncode == 0, read.stderr
    assert [json.loads(line)["id"] for line in read.stdout.splitlines()] == list(YEARS)
    assert command("read", "--explain", *files).returncode == 0
    search = command("search", "--json", "kadioglu")
    assert search.returncode == 0, search.stderr
    assert [json.loads(line)["id"] for line in search.stdout.splitlines()] == ["001_f20aa96fecda98fa"]
    nothing = command("search", '"(')
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert nothing.stderr.endswith("nothing found\n")
    again = command("import", *files)
    assert (again.returncode, again.stdout) == (0, "3 there already\n")
    export = command("export", "--format", "json")
    assert len(json.loads(export.stdout)["articles"]) == 3
    window = command()
    assert window.returncode == 2
    assert window.stderr.count("\n") == 1


def test_where_all_is_read_nothing_that_reads_is_imported(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from store.library import Library\n"
        "library = Library.open(Path(sys.argv[1])); changes = library.reread(); library.close()\n"
        "assert not changes\n"
        "print([name for name in ('store.importing', 'store.reading.pipeline') if name in sys.modules])"
    )
    path = tmp_path / "samples.sqlite"
    filled = Library.open(path)
    filled.import_samples()
    filled.reread()
    filled.close()
    ended = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, timeout=60, cwd=ROOT
    )
    assert (ended.stdout.strip(), ended.stderr) == ("[]", "")

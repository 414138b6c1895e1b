"""What is not there when the first screen is painted: each module that is not needed costs time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from store.library import Library

AFTER_IT = (
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "anyascii",
    "concurrent.futures",
    "csv",
    "dateutil",
    "email",
    "gui.annotating",
    "gui.asking",
    "gui.backing",
    "gui.facts.pane",
    "gui.joining",
    "gui.notes.pane",
    "gui.palette",
    "gui.picture",
    "gui.preferences",
    "gui.reader.cards",
    "gui.reader.menu",
    "gui.search.completion",
    "gui.shortcuts",
    "html",
    "http",
    "importlib.metadata",
    "multiprocessing",
    "platformdirs",
    "rapidfuzz",
    "sqlite_utils",
    "ssl",
    "subprocess",
    "store.backups",
    "store.database.indexing",
    "store.database.search",
    "store.desktop",
    "store.exchange",
    "store.export",
    "store.folding",
    "store.importing",
    "store.intake",
    "store.query",
    "store.reading",
    "store.tagging",
    "tomllib",
    "xml",
)
"""Modules, and packages with all that is in them, that come after the first screen."""

_SCRIPT = """
import builtins, sys
plain = builtins.__import__
from gui.main import main
from tests.benchmarks import watching
def told():
    print(builtins.__import__ is plain)
    print(*sys.modules)
    watching.finish()
watching.watch_loop(told)
main(["--library", sys.argv[1]])
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What one start says when list and article are painted."""
    folder = tmp_path_factory.mktemp("start")
    library = Library.open(folder / "library.sqlite")
    library.import_samples()
    library.close()
    from tests.benchmarks.start import own_environment

    ended = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(folder / "library.sqlite")],
        capture_output=True,
        text=True,
        timeout=60,
        env=own_environment(folder) | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


def test_what_is_not_on_the_first_screen_comes_after_it(told: list[str]) -> None:
    there = {name for name in told[1].split() if name.startswith(tuple(f"{one}." for one in AFTER_IT))}
    assert there | set(AFTER_IT) & set(told[1].split()) == set()


def test_modules_are_imported_as_python_does_it(told: list[str]) -> None:
    """PySide's own way reads the source of each module."""
    assert told[0] == "True"

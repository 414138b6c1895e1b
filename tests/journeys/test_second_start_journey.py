"""Communiqué is started again while it runs: the window that is open gets what the second was asked for."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.libraries.commands import shelf_of
from gui.porter import Porter
from gui.window import MainWindow
from store.library import Library
from store.model import Filter
from tests.journeys.conftest import Start, opened, settle

ROOT = Path(__file__).parents[2]
TEXT = (
    "Minister of Foreign Affairs Jane Smith met with Ambassador John Brown in London on May 7. "
    "The sides discussed trade between the two countries and regional security."
)


@pytest.fixture
def window(start: Start, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    with tempfile.TemporaryDirectory(prefix="c") as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        window = start()
        Porter(shelf_of(window.session))
        yield window


def start_again(qtbot: QtBot, window: MainWindow, *arguments: str) -> None:
    """A second program, until it has ended."""
    library = str(window.library.path)
    second = subprocess.Popen(
        [sys.executable, "-m", "gui.main", "--library", library, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    settle(qtbot, window)


def test_its_files_are_taken_into_the_open_window(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "news.txt"
    file.write_text(TEXT, "utf-8")
    start_again(qtbot, window, "--article", "news", str(file))
    assert window.library.count(Filter()) == 4
    qtbot.waitUntil(lambda: opened(window).article.key == "news")


def test_its_search_is_searched_for(window: MainWindow, qtbot: QtBot) -> None:
    start_again(qtbot, window, "--search", "kadioglu")
    assert window.search.query == "kadioglu"
    assert window.model.rowCount() == 1


def test_a_library_that_it_names_beside_is_opened(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.sqlite"
    Library.open(other).close()
    second = subprocess.Popen(
        [sys.executable, "-m", "gui.main", str(window.library.path), str(other)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    shelf = shelf_of(window.session)
    qtbot.waitUntil(lambda: second.poll() is not None and other in shelf.paths, timeout=30_000)
    assert second.returncode == 0


def test_once_the_library_is_closed_nobody_listens(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    from gui.doorbell import address

    place = address(window.library.path)
    assert place is not None
    assert place.exists()
    window.close()
    qtbot.waitUntil(lambda: not place.exists())

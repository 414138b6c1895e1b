"""A person's own lexicon in the window: what it changes is read again, and a fault of it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.again import AGAIN
from gui.preferences.dialog import PreferencesDialog
from gui.preferences.library import LibraryPage
from gui.preferences.words import OwnWords
from gui.window import MainWindow
from store.derive import engine_version
from store.lexicon.sections import own_digest, own_folder
from store.model import Filter
from store.places import LEXICON
from tests.journeys.conftest import Start, press, settle

Named = Callable[[Path], None]


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Iterator[Named]:
    """Names the folder as another start of the program would find it."""

    def forget() -> None:
        own_folder.cache_clear()
        own_digest.cache_clear()

    def name(folder: Path) -> None:
        monkeypatch.setenv(LEXICON, str(folder))
        forget()

    yield name
    forget()


def test_a_malformed_lexicon_is_told_and_harms_nothing(
    start: Start, named: Named, tmp_path: Path, qtbot: QtBot
) -> None:
    first = start()
    first.close()
    (tmp_path / "posts.tml").write_text("", "utf-8")
    (tmp_path / "rank.tsv").write_text("", "utf-8")
    named(tmp_path)
    window = start()
    window.imports.read_again()
    qtbot.waitUntil(lambda: not window.banner.isHidden())
    assert "rank.tsv is no file of the lexicon" in window.banner.text
    assert window.library.count(Filter()) == 3
    assert window.navigator.current is not None
    assert window.navigator.current.reading.officials


def test_another_lexicon_reads_again(start: Start, named: Named, tmp_path: Path, qtbot: QtBot) -> None:
    first = start()
    plain = engine_version()
    first.close()
    (tmp_path / "posts.toml").write_text('heads = ["grand vizier"]', "utf-8")
    named(tmp_path)
    assert engine_version() != plain
    window = start()
    window.imports.read_again()
    settle(qtbot, window)
    assert not window.library.reread()
    assert window.library.count(Filter()) == 3


def _words(qtbot: QtBot, window: MainWindow) -> OwnWords:
    press(qtbot, window, "Ctrl+,")
    (dialog,) = window.findChildren(PreferencesDialog)
    page = dialog.open_page("Library")
    assert isinstance(page, LibraryPage)
    settle(qtbot, window)
    return page.words


def _read(qtbot: QtBot, window: MainWindow, words: OwnWords) -> str:
    qtbot.mouseClick(words.again, Qt.MouseButton.LeftButton)
    assert words.told.text() == "Reading them…"
    settle(qtbot, window)
    assert words.again.hasFocus()
    return words.told.text()


def test_the_settings_read_the_words_again(
    start: Start, named: Named, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(tmp_path)
    window = start()
    words = _words(qtbot, window)
    (tmp_path / "ranks.tsv").write_text("canonical\tforms\tgrade\nBashi\n", "utf-8")
    told = _read(qtbot, window, words)
    assert told.startswith(f"{tmp_path / 'ranks.tsv'}, line 2: ")
    assert words.told.property("tone") == "danger"
    assert not words.start.isVisible()
    (tmp_path / "ranks.tsv").unlink()
    (tmp_path / "posts.toml").write_text('heads = ["grand vizier"]', "utf-8")
    assert _read(qtbot, window, words).startswith("1 file, nothing wrong. To read with these words")
    assert words.start.isVisible()
    begun: list[bool] = []
    monkeypatch.setattr("gui.again.QApplication", _Application(begun))
    qtbot.mouseClick(words.start, Qt.MouseButton.LeftButton)
    assert begun == [True]
    assert not window.isVisible()


class _Application:
    """Notes that the program is to begin again; the one of the tests must not."""

    def __init__(self, begun: list[bool]) -> None:
        self._begun = begun

    def instance(self) -> _Application:
        return self

    def setProperty(self, name: str, value: bool) -> None:
        assert name == AGAIN
        self._begun.append(value)


def test_without_a_folder_there_is_nothing_to_read(start: Start, qtbot: QtBot) -> None:
    words = _words(qtbot, start())
    assert not words.again.isEnabled()

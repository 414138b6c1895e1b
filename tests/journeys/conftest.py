"""The real window on a real library, driven as a person does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.session import Session
from gui.settings import Memory, open_settings
from gui.theme import Theme
from gui.window import MainWindow
from store.library import Library
from store.model import Filter, OpenArticle
from tests.packaging.pictures import annotated_library

Start = Callable[..., MainWindow]


@pytest.fixture
def library_file(own_folders: Path) -> Path:
    return own_folders / "library.sqlite"


@pytest.fixture(scope="session")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the sample articles and notes, made once."""
    file = tmp_path_factory.mktemp("annotated") / "library.sqlite"
    annotated_library(file)
    return file


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, library_file: Path) -> Iterator[Start]:
    """Starts the window as ``communique`` does; ``samples`` waits until the sample articles are in."""
    windows: list[MainWindow] = []

    def begin(samples: bool = True, size: tuple[int, int] = (1280, 800), query: str = "") -> MainWindow:
        memory = Memory(open_settings(), library_file)
        theme = Theme("light")
        theme.apply()
        window = Session(Library.open(library_file), theme, memory).restore(None, query)
        windows.append(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)  # or shortcuts would not be heard
        if samples and not window.library.count(Filter()):
            window.imports.import_samples()
            qtbot.waitUntil(lambda: window.model.rowCount() == 3, timeout=20_000)
        settle(qtbot, window)
        return window

    yield begin
    for window in windows:
        session = window.session
        if not isValid(session):
            continue  # its last window was closed while another library was open
        for beside in tuple(session.shelf.sessions) if session.shelf is not None else ():
            beside.quit()
        session.quit()
        if isValid(window):
            window.deleteLater()
        session.deleteLater()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: window.has_begun)
    qtbot.waitUntil(lambda: window.tasks.pending == 0 and not window.imports.busy, timeout=20_000)


def opened(window: MainWindow) -> OpenArticle:
    """The article that is open."""
    article = window.navigator.current
    assert article is not None
    return article


def click_row(qtbot: QtBot, window: MainWindow, place: int) -> None:
    """Click an article of the list and wait until it is shown."""
    view = window.articles.view
    where = view.visualRect(window.model.index(place, 0)).center()
    row = window.model.row(place)
    assert row is not None
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    qtbot.waitUntil(
        lambda: window.navigator.current is not None and window.navigator.current.row.id == row.id
    )
    settle(qtbot, window)


def press(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    """Trigger the action that has these keys, as pressing them would."""
    for spec, action in window.actions_:
        if keys in spec.shortcuts:
            assert action.isEnabled(), spec.name
            action.trigger()
            settle(qtbot, window)
            return
    raise AssertionError(f"no action has {keys}")

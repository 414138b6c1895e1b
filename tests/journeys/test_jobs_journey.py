"""Work in the background: seen, cancelled, told of; and windows that close while it goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import jobs, session
from gui.closing import Closing
from gui.window import MainWindow
from store.model import Changes
from tests.journeys.conftest import Start, press, settle


@pytest.fixture
def go() -> Iterator[threading.Event]:
    """What held work waits for; let go at the end whatever happens."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "DELAY", 0.0)
    monkeypatch.setattr(session, "AT_ONCE", 0.02)


def _closing() -> Closing | None:
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, Closing) and one.isVisible())
    return next(shown, None)


def _reread_slowly(window: MainWindow, monkeypatch: pytest.MonkeyPatch, stops: bool = True) -> None:
    def slow(progress: Callable[[int, int, str], None], cancelled: Callable[[], bool]) -> Changes:
        progress(2, 9, "")
        while not cancelled():
            threading.Event().wait(0.01)
        return Changes(articles=frozenset({1, 2}))

    monkeypatch.setattr(window.library, "reread", slow)


def test_reading_again_is_shown_and_cancelled_by_the_menu(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    _reread_slowly(window, monkeypatch)
    assert not window.actions_["file.cancel"].isEnabled()
    window.imports.read_again()
    qtbot.waitUntil(lambda: window.progress.text == "Reading articles again: 2 of 9")
    window.actions_["file.cancel"].trigger()
    settle(qtbot, window)
    assert window.progress.isHidden()
    assert window.status.notice == "Reading again was stopped. The next start goes on with it."
    assert not window.actions_["file.cancel"].isEnabled()


def test_nothing_is_said_where_nothing_was_read_again(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.imports.read_again()
    settle(qtbot, window)
    assert window.status.notice == ""


def test_a_change_of_many_articles_is_a_job(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, go: threading.Event
) -> None:
    window = start()
    real = window.library.set_starred

    def slow(ids: object, on: bool) -> Changes:
        go.wait(10)
        return real(ids, on)  # type: ignore[arg-type]

    monkeypatch.setattr(window.library, "set_starred", slow)
    window.articles.view.selectAll()
    window.actions_["article.star"].trigger()
    qtbot.waitUntil(lambda: window.progress.text == "Star 3 articles…")
    assert window.progress.cancel.isHidden()
    assert window.status.notice == "3 articles are starred."
    go.set()
    settle(qtbot, window)
    assert window.progress.isHidden()
    qtbot.mouseClick(window.status.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert [window.model.row(n).starred for n in range(3)] == [False] * 3  # type: ignore[union-attr]


def test_closing_finishes_what_was_asked_for_with_one_sentence(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, go: threading.Event
) -> None:
    window = start()
    real, done = window.library.set_starred, []

    def slow(ids: object, on: bool) -> Changes:
        go.wait(10)
        changes = real(ids, on)  # type: ignore[arg-type]
        done.append(changes)
        return changes

    monkeypatch.setattr(window.library, "set_starred", slow)
    press_without_waiting(window, "article.star")
    ended: list[bool] = []
    window.session.ended.connect(lambda: ended.append(True))
    window.close()
    dialog = _closing()
    assert dialog is not None
    assert "then Communiqué closes" in dialog.text.text()
    assert "Star" in dialog.text.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not ended
    go.set()
    qtbot.waitUntil(lambda: ended == [True])
    assert len(done) == 1
    qtbot.waitUntil(lambda: _closing() is None)


def test_closing_cancels_a_long_job(start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = start()
    _reread_slowly(window, monkeypatch)
    window.imports.read_again()
    qtbot.waitUntil(lambda: not window.progress.isHidden())
    window.close()
    qtbot.waitUntil(lambda: window.session.is_over)
    assert not window.isVisible()


def test_what_does_not_end_need_not_be_waited_for(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, go: threading.Event
) -> None:
    monkeypatch.setattr("gui.closing.PATIENCE", 1)
    window = start()
    window.tasks.write(lambda: go.wait(10), name="Saving")
    window.close()
    dialog = _closing()
    assert dialog is not None
    qtbot.waitUntil(dialog.now.isVisible)
    qtbot.mouseClick(dialog.now, Qt.MouseButton.LeftButton)
    assert _closing() is None
    assert not window.session.is_over
    go.set()


def press_without_waiting(window: MainWindow, name: str) -> None:
    """Trigger an action whose work is held."""
    assert window.actions_[name].isEnabled()
    window.actions_[name].trigger()


def test_all_listed_marked_as_read_can_be_taken_back_from_the_notice(start: Start, qtbot: QtBot) -> None:
    window = start()
    before = [window.model.row(n).read for n in range(3)]  # type: ignore[union-attr]
    assert not all(before)
    press(qtbot, window, "Ctrl+Shift+M")
    assert window.status.notice == "All listed articles are marked as read."
    qtbot.mouseClick(window.status.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert [window.model.row(n).read for n in range(3)] == before  # type: ignore[union-attr]

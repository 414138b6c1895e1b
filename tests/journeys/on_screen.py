"""What only a real screen shows: which window has the keyboard. Run by ``test_screen_journey.py``."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.window import MainWindow
from tests.journeys.conftest import Start, click_row, opened, press, settle

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def _to_front(qtbot: QtBot, window: MainWindow) -> None:
    window.raise_()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def _type(key: Qt.Key, held: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key where the screen has the keyboard, whichever window that is."""
    target = QGuiApplication.focusWindow()
    assert target is not None
    QTest.keyClick(target, key, held)


def test_is_a_real_screen() -> None:
    assert QGuiApplication.platformName() == "xcb"


def test_keys_and_notices_go_to_the_window_in_front(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+N")
    second = window.session.windows[-1]
    settle(qtbot, second)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is second)  # by itself
    click_row(qtbot, second, 2)
    _type(Qt.Key.Key_S)
    settle(qtbot, second)
    assert [one.starred for one in (opened(window).row, opened(second).row)] == [False, True]

    _to_front(qtbot, window)
    assert window.session.is_current(window)
    _type(Qt.Key.Key_Z, CTRL)  # takes back what was done in the other window
    settle(qtbot, window)
    assert not opened(second).row.starred
    window.hub.notice.emit("Only here.")
    assert window.statusBar().currentMessage() == "Only here."
    assert second.statusBar().currentMessage() != "Only here."


def test_closing_the_window_in_front_leaves_the_keyboard_to_the_other(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+N")
    second = window.session.windows[-1]
    settle(qtbot, second)
    _to_front(qtbot, second)
    _type(Qt.Key.Key_W, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.session.windows == (window,))
    _to_front(qtbot, window)
    before = opened(window).row.id
    window.articles.view.setFocus()
    _type(Qt.Key.Key_J)
    settle(qtbot, window)
    assert opened(window).row.id != before


def test_facts_follow_the_keyboard_between_two_articles(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1600, 860))
    click_row(qtbot, window, 0)
    _type(Qt.Key.Key_Backslash, CTRL)
    settle(qtbot, window)
    click_row(qtbot, window, 1)
    first, second = window.reading.columns.all
    for column in (first, second, first):
        qtbot.mouseClick(column.reader.view.viewport(), LEFT, NO_KEYS, QPoint(5, 5))
        settle(qtbot, window)
        assert QApplication.focusWidget() is column.reader.view
        shown = window.reading.facts.opened
        assert shown is not None
        assert shown.row.id == column.navigator.current_id


def test_tabs_by_keys_alone(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    _type(Qt.Key.Key_Return, CTRL)
    settle(qtbot, window)
    _type(Qt.Key.Key_J)
    settle(qtbot, window)
    column = window.reading.column
    assert [window.model.place_of(tab.article or 0) for tab in column.tabs] == [0, 1]
    _type(Qt.Key.Key_Tab, CTRL)
    settle(qtbot, window)
    assert column.at == 0
    _type(Qt.Key.Key_W, CTRL)
    settle(qtbot, window)
    assert len(column.tabs) == 1
    _type(Qt.Key.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window)
    assert len(column.tabs) == 2

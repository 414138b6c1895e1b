"""A window that is too narrow for facts beside the article shows them under the list, one tab at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.side import FACTS, NOTES
from gui.window import MainWindow
from tests.journeys.conftest import Start, press, settle

SIZE = (900, 700)


def in_view(window: MainWindow) -> tuple[bool, bool]:
    reading = window.reading
    return reading.facts.isVisible(), reading.notes.isVisible()


def test_the_article_keeps_its_height(start: Start, qtbot: QtBot) -> None:
    window = start(size=SIZE)
    reading = window.reading
    assert window.left.isAncestorOf(reading.side)
    assert reading.columns.height() == reading.height() == window.split.height()
    assert reading.side.height() > window.articles.height() > 150
    assert in_view(window) == (True, False)
    assert not reading.facts.bar.title.isVisible()
    window.resize(1280, 800)
    settle(qtbot, window)
    assert reading.split.isAncestorOf(reading.side)
    assert in_view(window) == (True, True)
    assert not reading.side.tabs.isVisible()
    assert reading.facts.bar.title.isVisible()


def test_what_is_asked_for_comes_in_view(start: Start, qtbot: QtBot) -> None:
    window = start(size=SIZE)
    tabs = window.reading.side.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(NOTES).center())
    assert in_view(window) == (False, True)
    for _ in range(4):
        press(qtbot, window, "F6")
        if window.reading.facts.isAncestorOf(QApplication.focusWidget()):
            break
    assert in_view(window) == (True, False)
    assert window.reading.facts.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, "Ctrl+Shift+N")
    assert in_view(window) == (False, True)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    window.actions_["go.next_mark"].trigger()
    assert in_view(window) == (True, False)


def test_it_comes_back_as_it_was(start: Start, qtbot: QtBot) -> None:
    window = start(size=SIZE)
    window.left.setSizes([200, window.left.height() - 201])
    window.reading.side.turn_to(NOTES)
    heights = window.left.sizes()
    window.close()
    again = start(size=SIZE)
    assert in_view(again) == (False, True)
    assert abs(again.left.sizes()[0] - heights[0]) <= 1
    again.reading.side.turn_to(FACTS)
    again.actions_["view.facts"].setChecked(False)
    again.fit()
    assert again.articles.height() >= again.left.height() - 1
    again.actions_["view.facts"].setChecked(True)
    again.fit()
    assert abs(again.left.sizes()[0] - heights[0]) <= 1


def test_beside_no_article_there_are_no_facts(start: Start, qtbot: QtBot) -> None:
    start().close()
    window = start(query="qqqq")
    assert window.navigator.current is None
    assert not window.reading.side.isVisible()
    window.search.set_query("kadioglu")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.navigator.current is not None)
    assert window.reading.side.isVisible()
    assert window.reading.side.width() >= 300

"""Notices in the status bar: the newest at once, the unread ones come back, Undo while it holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui import statusbar
from gui.statusbar import StatusBar
from gui.theme import Theme


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> StatusBar:
    made = StatusBar()
    qtbot.addWidget(made)
    made.resize(800, 30)
    made.show()
    return made


def test_a_notice_is_told_and_undone(bar: StatusBar, qtbot: QtBot) -> None:
    done: list[int] = []
    bar.tell("3 articles deleted.", lambda: done.append(1), lambda: True)
    assert bar.notice == bar.currentMessage() == "3 articles deleted."
    assert bar.undo.accessibleName() == "Undo: 3 articles deleted."
    qtbot.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert done == [1]
    bar.tell("Nothing unread here.")
    assert bar.undo.isHidden()


def test_what_nobody_can_have_read_comes_back(
    bar: StatusBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statusbar, "NOTICE_TIME", 30)
    bar.tell("One deleted.", lambda: None)
    bar.tell("Two deleted.", lambda: None)
    bar.tell("Just a word.")
    assert bar.notice == "Just a word."
    qtbot.waitUntil(lambda: bar.notice == "Two deleted.")
    assert not bar.undo.isHidden()
    bar.take_back(lambda notice: notice.text == "Two deleted.")
    assert bar.notice == "One deleted."
    bar.take_back(lambda notice: True)
    assert bar.notice == ""
    assert bar.undo.isHidden()


def test_the_same_again_is_told_once(bar: StatusBar) -> None:
    for _ in range(3):
        bar.tell("Nothing unread here.")
    bar.take_back(lambda notice: True)
    assert bar.notice == ""


def test_undo_is_offered_only_while_it_takes_back_what_is_told(bar: StatusBar) -> None:
    holds = [True]
    bar.tell("One deleted.", lambda: None, lambda: holds[0])
    assert not bar.undo.isHidden()
    holds[0] = False
    bar.take_back(lambda notice: False)
    assert bar.notice == "One deleted."
    assert bar.undo.isHidden()


def test_a_notice_stays_while_the_keyboard_is_on_its_button(
    bar: StatusBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statusbar, "UNDO_TIME", 60)
    monkeypatch.setattr(statusbar, "LEAST", 10)
    bar.tell("One deleted.", lambda: None)
    bar.activateWindow()
    bar.undo.setFocus()
    qtbot.waitUntil(bar.undo.hasFocus)
    qtbot.wait(120)
    assert bar.notice == "One deleted."
    bar.undo.clearFocus()
    qtbot.waitUntil(lambda: bar.notice == "")

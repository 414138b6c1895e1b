"""Several articles selected in the list: how many is said, and each action does all of them in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from gui.articles.selected import OFFERED, SelectedBar
from gui.window import MainWindow
from tests.journeys.conftest import Start, click_row, press, settle

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def _click(qtbot: QtBot, window: MainWindow, place: int, modifier: Qt.KeyboardModifier) -> None:
    view = window.articles.view
    where = view.visualRect(window.model.index(place, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, where)
    settle(qtbot, window)


def _bar(window: MainWindow) -> SelectedBar:
    found = window.findChild(SelectedBar)
    assert found is not None
    return found


def _texts(window: MainWindow, *names: str) -> list[str]:
    return [window.actions_[f"article.{name}"].text() for name in names]


def _starred(window: MainWindow) -> list[bool]:
    return [window.model.row(n).starred for n in range(window.model.rowCount())]  # type: ignore[union-attr]


def _take_in(qtbot: QtBot, window: MainWindow, count: int) -> None:
    made = window.library.import_texts(
        [(f"a{n}", f"Number {n}\n\nThe minister met guests.".encode()) for n in range(count)]
    )
    window.hub.tell(made.changes, None)
    qtbot.waitUntil(lambda: window.model.rowCount() == 3 + count, timeout=30_000)
    settle(qtbot, window)


def test_clicks_and_keys_select_several_and_the_head_says_how_many(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert window.findChild(SelectedBar) is None  # nothing of it before it is needed
    click_row(qtbot, window, 0)
    _click(qtbot, window, 2, _CONTROL)
    bar = _bar(window)
    assert bar.isVisible()
    assert bar.count.text() == "2 selected"
    assert not window.sort.isVisible()
    assert window.articles.view.selected_ranges() == [(0, 0), (2, 2)]
    click_row(qtbot, window, 0)
    assert not bar.isVisible()
    assert window.sort.isVisible()
    qtbot.keyClick(window.articles.view, Qt.Key.Key_Down, _SHIFT)
    settle(qtbot, window)
    assert bar.count.text() == "2 selected"
    _click(qtbot, window, 2, _SHIFT)
    assert bar.count.text() == "3 selected"
    qtbot.keyClick(window.articles.view, Qt.Key.Key_Escape)
    assert window.articles.view.selected_ranges() == [(2, 2)]
    assert not bar.isVisible()
    qtbot.keyClick(window.articles.view, Qt.Key.Key_A, _CONTROL)
    assert bar.count.text() == "3 selected"
    qtbot.mouseClick(bar.let_go, Qt.MouseButton.LeftButton)
    assert window.articles.view.selected_ranges() == [(2, 2)]


def test_a_narrow_list_keeps_the_number_and_the_needed_buttons(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.articles.view.selectAll()
    bar = _bar(window)
    qtbot.waitUntil(lambda: bar.width() > 200)
    assert all(button.isVisible() for button in bar.findChildren(QToolButton))
    window.split.setSizes([190, 230, 860])
    qtbot.waitUntil(lambda: bar.width() < 230)
    shown = {
        b.defaultAction().objectName()
        for b in bar.findChildren(QToolButton)
        if b.isVisible() and b.defaultAction()
    }
    assert {"article.star", "article.delete"} <= shown
    assert "article.citations" not in shown
    assert bar.let_go.isVisible()
    qtbot.waitUntil(lambda: bar.count.width() >= bar.count.sizeHint().width())
    window.split.setSizes([190, 400, 690])
    qtbot.waitUntil(lambda: all(button.isVisible() for button in bar.findChildren(QToolButton)))


def test_actions_say_how_many_they_would_change(start: Start, qtbot: QtBot) -> None:
    window = start()
    names = ("star", "read", "tag", "delete", "new_tab", "headings")
    assert _texts(window, *names) == [
        *("&Star", "Mark as &read", "Ta&g…", "&Delete", "Open in a new &tab", "Copy &heading")
    ]
    window.articles.view.selectAll()
    assert _texts(window, *names) == [
        "&Star 3 articles",
        "Mark 3 articles as &read",
        "Ta&g 3 articles…",
        "&Delete 3 articles",
        "Open 3 articles in new &tabs",
        "Copy 3 &headings",
    ]
    view = window.articles.view
    view.context_asked.emit(view.mapToGlobal(view.rect().center()))
    menu = next(one for one in window.findChildren(QMenu) if one.isVisible())
    assert "&Star 3 articles" in [action.text() for action in menu.actions()]
    menu.close()


def test_the_buttons_star_all_in_one_step(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.articles_operations.set_starred([window.model.row(1).id], True)  # type: ignore[union-attr]
    settle(qtbot, window)
    window.articles.view.selectAll()
    buttons = _bar(window).findChildren(QToolButton)
    assert [button.defaultAction().objectName() for button in buttons[: len(OFFERED)]] == [
        f"article.{name}" for name in OFFERED
    ]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert _starred(window) == [True] * 3
    assert window.stack.undoText() == "Star 3 articles"
    assert _texts(window, "star") == ["Remove &star from 3 articles"]
    press(qtbot, window, "Ctrl+Z")
    assert _starred(window) == [False, True, False]
    assert window.articles.view.selected_ranges() == [(0, 2)]


def test_read_and_delete_name_the_number(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    _click(qtbot, window, 1, _CONTROL)
    press(qtbot, window, "M")
    assert window.stack.undoText() == "Mark 2 articles as read"
    press(qtbot, window, "Ctrl+Del")
    assert window.stack.undoText() == "Delete 2 articles"
    assert window.model.rowCount() == 1
    press(qtbot, window, "Ctrl+Z")
    assert window.model.rowCount() == 3


def test_headings_and_citations_are_copied(start: Start, qtbot: QtBot) -> None:
    window = start()
    view = window.articles.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_A, _CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_C, _CONTROL)
    settle(qtbot, window)
    rows = [window.model.row(n) for n in range(3)]
    copied = QApplication.clipboard().text().splitlines()
    assert copied == [row.heading for row in rows if row is not None]
    assert window.statusBar().currentMessage() == "3 headings copied."
    click_row(qtbot, window, 0)
    window.actions_["article.citations"].trigger()
    settle(qtbot, window)
    cited = QApplication.clipboard().text()
    assert cited.startswith(copied[0])
    assert cited.endswith(", 17 December 2025.")


def test_no_more_than_twenty_open_in_tabs(start: Start, qtbot: QtBot) -> None:
    window = start()
    _take_in(qtbot, window, 22)
    window.articles.view.selectAll()
    told: list[str] = []
    window.hub.notice.connect(told.append)
    press(qtbot, window, "Ctrl+Return")
    assert 20 <= len(window.reading.column.tabs) <= 21  # the open one may be among the first twenty
    assert told == ["Only the first 20 were opened."]


def test_more_than_are_patched_stay_selected(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.articles.model._PATCH_AT_MOST", 2)  # the list is read anew
    window = start()
    window.articles.view.selectAll()
    press(qtbot, window, "S")
    assert _starred(window) == [True] * 3
    assert window.model.has_stayed
    assert window.articles.view.selected_ranges() == [(0, 2)]
    press(qtbot, window, "Ctrl+Z")
    assert _starred(window) == [False] * 3
    assert window.articles.view.selected_ranges() == [(0, 2)]


def test_more_than_are_looked_at_are_all_changed(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.articles.commands.LOOKED_AT", 1)
    window = start()
    window.articles_operations.set_starred([window.model.row(0).id], True)  # type: ignore[union-attr]
    settle(qtbot, window)
    window.articles.view.selectAll()
    press(qtbot, window, "S")
    assert _starred(window) == [True] * 3  # not all had a star, though the one looked at had
    press(qtbot, window, "S")
    assert _starred(window) == [False] * 3

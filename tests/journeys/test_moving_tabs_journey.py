"""Tabs moved: along the strip, to the other side, to a new window and to another one, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel
from pytestqt.qtbot import QtBot

from gui.session import within
from gui.tabs.bar import TabBar
from gui.tabs.column import Column
from gui.tabs.commands import tab_menu
from gui.window import MainWindow
from tests.journeys.conftest import Start, click_row, opened, press, settle

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def _three_tabs(qtbot: QtBot, window: MainWindow) -> list[int]:
    """Three tabs, the first one in view; their articles."""
    click_row(qtbot, window, 0)
    column = window.reading.column
    for place in (1, 2):
        row = window.model.row(place)
        assert row is not None
        column.open_apart(row.id, row.heading, behind=True)
    settle(qtbot, window)
    return _articles(column)


def _articles(column: Column) -> list[int]:
    return [tab.article or 0 for tab in column.tabs]


def _bar(column: Column) -> TabBar:
    assert column.bar is not None
    return column.bar


def _send(bar: TabBar, kind: QEvent.Type, place: QPoint, button: Qt.MouseButton) -> None:
    """A mouse event at a place of the screen."""
    held = NO_BUTTON if kind is QEvent.Type.MouseButtonRelease else LEFT
    here = QPointF(bar.mapFromGlobal(place))
    event = QMouseEvent(kind, here, QPointF(place), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(bar, event)


def _carry(bar: TabBar, at: int, *places: QPoint) -> None:
    """Take a tab and drag it over places of the screen."""
    _send(bar, QEvent.Type.MouseButtonPress, bar.mapToGlobal(bar.tabRect(at).center()), LEFT)
    for place in places:
        _send(bar, QEvent.Type.MouseMove, place, NO_BUTTON)


def _let_go(bar: TabBar, place: QPoint) -> None:
    _send(bar, QEvent.Type.MouseButtonRelease, place, LEFT)


def _told(window: MainWindow) -> str:
    labels = [one for one in window.findChildren(QLabel, "carried_tab") if one.isVisible()]
    return labels[0].text().splitlines()[1] if labels else ""


def test_a_tab_is_dragged_along_its_strip(start: Start, qtbot: QtBot) -> None:
    window = start()
    first, second, third = _three_tabs(qtbot, window)
    column = window.reading.column
    bar = _bar(column)
    end = bar.mapToGlobal(bar.tabRect(2).center()) + QPoint(20, 0)
    _carry(bar, 0, end - QPoint(60, 0), end)
    _let_go(bar, end)
    assert _articles(column) == [second, third, first]
    assert opened(window).row.id == first
    press(qtbot, window, "Ctrl+Shift+PgUp")
    assert _articles(column) == [second, first, third]
    assert bar.currentIndex() == 1
    press(qtbot, window, "Ctrl+Shift+PgDown")
    assert _articles(column) == [second, third, first]
    assert not window.actions_["tab.move_right"].isEnabled()
    settle(qtbot, window)
    assert opened(window).row.id == first


def test_a_tab_is_dragged_to_the_other_side_and_back(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1600, 900))
    first, second, third = _three_tabs(qtbot, window)
    columns = window.reading.columns
    bar = _bar(columns.current)
    right = columns.mapToGlobal(QPoint(columns.width() - 60, columns.height() // 2))
    _carry(bar, 1, right)
    assert _told(window) == "Side by side"
    (sheet,) = window.findChildren(QFrame, "drop_tab")
    assert sheet.isVisible()
    assert sheet.width() == pytest.approx(columns.width() / 2, abs=2)
    _let_go(bar, right)
    settle(qtbot, window)
    assert columns.is_split
    left_side, right_side = columns.all
    assert (_articles(left_side), _articles(right_side)) == ([first, third], [second])
    assert _told(window) == ""

    back = left_side.mapToGlobal(left_side.rect().center())
    _carry(_bar(right_side), 0, back)
    assert _told(window) == "To this side"
    _let_go(_bar(right_side), back)
    settle(qtbot, window)
    assert not columns.is_split  # its last tab went
    assert sorted(_articles(columns.current)) == sorted([first, second, third])
    assert opened(window).row.id == second


def test_a_tab_is_dragged_out_into_a_window_of_its_own_and_into_another(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.move(40, 40)
    first, second, third = _three_tabs(qtbot, window)
    column = window.reading.column
    column.switch(1)
    settle(qtbot, window)
    press(qtbot, window, "J")  # so that it has a way back
    bar = _bar(column)
    outside = QPoint(window.frameGeometry().right() + 200, 300)
    _carry(bar, 1, outside)
    assert _told(window) == "To a new window"
    _let_go(bar, outside)
    settle(qtbot, window)
    assert _articles(column) == [first, third]
    new = window.session.windows[-1]
    assert new is not window
    settle(qtbot, new)
    assert _articles(new.reading.column) == [third]
    assert new.actions_["go.back"].isEnabled()
    press(qtbot, new, "Alt+Left")
    assert opened(new).row.id == second

    new.setGeometry(2000, 2000, 900, 700)
    inside = new.mapToGlobal(new.rect().center())
    _carry(bar, 0, inside)
    assert _told(window) == "To this window"
    _let_go(bar, inside)
    settle(qtbot, new)
    assert _articles(column) == [third]
    assert _articles(new.reading.column) == [second, first]
    assert opened(new).row.id == first


def test_a_tab_let_go_elsewhere_or_called_off_stays(start: Start, qtbot: QtBot) -> None:
    window = start()
    before = _three_tabs(qtbot, window)
    column = window.reading.column
    bar = _bar(column)
    over_list = window.articles.mapToGlobal(window.articles.rect().center())
    _carry(bar, 0, over_list)
    assert _told(window) == "Stays where it is"
    _let_go(bar, over_list)
    right = window.reading.columns.mapToGlobal(QPoint(window.reading.columns.width() - 60, 300))
    _carry(bar, 0, right)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert _told(window) == ""
    assert not [one for one in window.findChildren(QFrame, "drop_tab") if one.isVisible()]
    _let_go(bar, right)
    _carry(bar, 0, right)
    bar.hide()  # as when the other tabs are closed elsewhere
    assert _told(window) == ""
    bar.show()
    _let_go(bar, right)
    assert _articles(column) == before
    assert not window.reading.columns.is_split
    assert len(window.session.windows) == 1


def test_the_actions_move_a_tab_as_well(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1600, 900))
    click_row(qtbot, window, 0)
    for name in ("tab.move_side", "tab.move_window", "tab.move_left", "tab.move_right"):
        assert not window.actions_[name].isEnabled()  # the only tab has nowhere to go
    first, second, third = _three_tabs(qtbot, window)
    window.actions_["tab.move_side"].trigger()
    settle(qtbot, window)
    columns = window.reading.columns
    assert [_articles(column) for column in columns.all] == [[second, third], [first]]
    window.actions_["tab.move_window"].trigger()
    new = window.session.windows[-1]
    settle(qtbot, new)
    assert _articles(new.reading.column) == [second]
    menu = tab_menu(window, 0)
    moves = [action for action in menu.actions() if action.text() == "Move to a new &window"]
    moves[0].trigger()
    menu.deleteLater()
    newest = window.session.windows[-1]
    settle(qtbot, newest)
    assert _articles(newest.reading.column) == [third]
    assert not columns.is_split
    assert _articles(columns.current) == [first]


def test_a_page_moves_to_a_new_window(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    number = opened(window).row.id
    window.reading.column.open_apart(0, page=f"new {number}")
    settle(qtbot, window)
    window.actions_["tab.move_window"].trigger()
    new = window.session.windows[-1]
    settle(qtbot, new)
    assert new is not window
    assert new.navigator.page == f"new {number}"
    assert _articles(window.reading.column) == [number]


@pytest.mark.parametrize(
    ("place", "got"),
    [
        ((100, 100), (100, 100)),
        ((1200, 500), (899, 399)),  # to the right and below there is no room
        ((-50, -50), (0, 0)),
    ],
)
def test_a_window_that_is_dragged_out_is_whole_on_the_screen(
    place: tuple[int, int], got: tuple[int, int]
) -> None:
    assert within(QPoint(*place), QSize(700, 600), QRect(0, 0, 1600, 1000)) == QPoint(*got)
    assert within(QPoint(*place), QSize(2000, 2000), QRect(0, 0, 1600, 1000)) == QPoint(0, 0)

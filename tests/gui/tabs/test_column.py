"""Tabs: opened apart and behind, closed and opened again, moved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from gui.operations.desk import Desk
from gui.tabs.bar import WIDEST, TabBar
from gui.tabs.column import Column
from gui.theme import Theme

NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def column(qtbot: QtBot, theme: Theme, desk: Desk) -> Column:
    made = Column(theme, desk)
    qtbot.addWidget(made)
    made.navigator.opened.connect(lambda article, _hits: made.reader.show_article(article))
    made.resize(800, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def _articles(column: Column) -> list[int | None]:
    return [tab.article for tab in column.tabs]


def _bar(column: Column) -> TabBar:
    assert column.bar is not None
    return column.bar


def _shown(column: Column) -> int | None:
    opened = column.reader.opened
    return opened.row.id if opened is not None else None


def test_no_strip_for_one_tab(column: Column) -> None:
    column.open(1)
    assert column.bar is None
    column.open_apart(2)
    assert _bar(column).isVisible()
    column.close_tab(1)
    assert not _bar(column).isVisible()


def test_opens_apart_beside_the_tab_in_view(column: Column) -> None:
    column.open(1)
    column.open_apart(2)
    assert (_articles(column), column.at, _shown(column)) == ([1, 2], 1, 2)
    column.switch(0)
    column.open_apart(3)
    assert (_articles(column), column.at) == ([1, 3, 2], 1)
    assert _bar(column).tabText(1) == "Hasanov met Ozsert"


def test_opens_behind_in_the_order_asked_for(column: Column) -> None:
    column.open(1)
    for number in (4, 2, 3):
        column.open_apart(number, f"Number & {number}", behind=True)
    assert (_articles(column), column.at, _shown(column)) == ([1, 4, 2, 3], 0, 1)
    assert _bar(column).tabText(1) == "Number && 4"
    assert _bar(column).tabToolTip(1) == "Number & 4"


def test_what_has_a_tab_gets_no_other(column: Column) -> None:
    column.open(1)
    column.open_apart(2)
    column.open_apart(1, behind=True)
    assert (_articles(column), column.at) == ([1, 2], 0)


def test_the_article_in_view_goes_on_in_a_tab_of_its_own(column: Column) -> None:
    column.open(1)
    column.open(2)
    column.open_apart(2)
    assert _articles(column) == [2, 2]
    column.navigator.back()
    assert _articles(column) == [2, 1]


def test_each_tab_has_its_own_way_back(column: Column) -> None:
    column.open(1)
    column.open(2)
    column.open_apart(3)
    assert not column.navigator.can_go_back
    column.open(4)
    column.switch(0)
    column.navigator.back()
    assert _articles(column) == [1, 4]
    column.switch(1)
    column.navigator.back()
    assert _articles(column) == [1, 3]


def test_closes_and_opens_again_where_it_was(column: Column) -> None:
    column.open(1)
    for number in (2, 3):
        column.open_apart(number)
    column.open(4)
    column.switch(1)
    column.close_tab(1)
    assert (_articles(column), column.at, _shown(column)) == ([1, 4], 1, 4)
    column.close_tab(0)
    assert (_articles(column), column.at) == ([4], 0)
    column.reopen()
    column.reopen()
    assert (_articles(column), _shown(column)) == ([1, 2, 4], 2)
    assert not column.can_reopen


def test_the_last_tab_leaves_its_article_alone(column: Column) -> None:
    column.open(1)
    column.close_tab(0)
    assert (_articles(column), _shown(column)) == ([None], None)
    column.close_tab(0)
    column.reopen()
    assert (_articles(column), _shown(column)) == ([1], 1)


def test_an_empty_tab_is_filled(column: Column) -> None:
    column.open_apart(3, behind=True)
    assert (_articles(column), _shown(column)) == ([3], 3)


def test_closes_others_and_to_the_right(column: Column) -> None:
    column.open(1)
    for number in (2, 3, 4, 5):
        column.open_apart(number)
    column.close_right(3)
    assert (_articles(column), column.at) == ([1, 2, 3, 4], 3)
    column.close_others(1)
    assert (_articles(column), column.at, _shown(column)) == ([2], 0, 2)


def test_the_strip_is_used_with_the_mouse(column: Column, qtbot: QtBot) -> None:
    column.open(1)
    for number in (2, 3):
        column.open_apart(number)
    bar = _bar(column)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, NO_KEYS, bar.tabRect(0).center())
    assert (column.at, _shown(column)) == (0, 1)
    qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, NO_KEYS, bar.tabRect(1).center())
    assert _articles(column) == [1, 3]
    close = bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert _articles(column) == [1]


def test_tabs_are_moved(column: Column) -> None:
    column.open(1)
    for number in (2, 3):
        column.open_apart(number)
    _bar(column).moveTab(2, 0)
    assert (_articles(column), column.at, _shown(column)) == ([3, 1, 2], 0, 3)
    column.switch(1)
    assert _shown(column) == 1


def test_steps_round(column: Column) -> None:
    column.open(1)
    for number in (2, 3):
        column.open_apart(number)
    column.step(1)
    assert column.at == 0
    column.step(-1)
    assert column.at == 2


def test_long_headings_keep_to_their_room(column: Column) -> None:
    column.open(1)
    for number in range(2, 8):
        column.open_apart(number, "A very long heading " * 20, behind=True)
    widths = {_bar(column).tabRect(n).width() for n in range(7)}
    assert max(widths) <= WIDEST
    assert _bar(column).width() <= column.width()


def test_closed_tabs_are_not_kept_without_end(column: Column, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.tabs.column.MOST_CLOSED", 2)
    column.open(1)
    for number in (2, 3, 4):
        column.open_apart(number, behind=True)
    column.close_others(0)
    column.reopen()
    column.reopen()
    assert not column.can_reopen

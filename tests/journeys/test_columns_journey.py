"""The list as columns: chosen, sorted by a click, columns moved and hidden, searched, grouped, remembered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.articles.columns import HEADING, NAMES
from gui.articles.table import TableHead
from gui.window import MainWindow
from tests.journeys.conftest import Start, click_row, opened, press, settle

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _head(window: MainWindow) -> TableHead:
    head = window.articles.view.horizontalHeader()
    assert isinstance(head, TableHead)
    return head


def _columns(qtbot: QtBot, window: MainWindow) -> TableHead:
    window.actions_["view.list.columns"].trigger()
    settle(qtbot, window)
    return _head(window)


def _told(window: MainWindow, place: int, name: str) -> str:
    return str(window.model.index(place, NAMES.index(name)).data())


def _date_clicked(qtbot: QtBot, window: MainWindow) -> None:
    head = _head(window)
    x = head.sectionViewportPosition(NAMES.index("date")) + 20
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, head.height() // 2))
    settle(qtbot, window)


def test_columns_say_what_cards_say_and_more(start: Start, qtbot: QtBot) -> None:
    window = start()
    chosen = opened(window).row.id
    height = window.articles.view.rowHeight(0)
    head = _columns(qtbot, window)
    assert head.isVisible()
    assert window.articles.view.rowHeight(0) < height / 1.5
    assert _told(window, 0, "date") == "17 Dec 2025"
    assert _told(window, 0, "outlet") == "Trend"
    assert _told(window, 0, "countries") == "AZ TR"
    assert "Levent Ergün" in _told(window, 0, "people")
    assert "Dialogue" in _told(window, 0, "occasion")
    assert window.articles.view.selected_ranges() == [(0, 0)]
    assert opened(window).row.id == chosen
    click_row(qtbot, window, 1)
    assert opened(window).row.date == "2024-12-12"
    qtbot.keyClick(window.articles.view, Qt.Key.Key_Down, _SHIFT)
    settle(qtbot, window)
    press(qtbot, window, "S")
    assert [_told(window, n, "state") for n in range(3)] == ["unread", "unread, starred", "unread, starred"]
    window.actions_["view.list.cards"].trigger()
    settle(qtbot, window)
    assert window.articles.view.rowHeight(0) == height
    assert window.articles.view.selected_ranges() == [(1, 2)]


def test_a_click_on_the_date_turns_the_order(start: Start, qtbot: QtBot) -> None:
    window = start()
    _columns(qtbot, window)
    title = window.model.headerData(NAMES.index("date"), Qt.Orientation.Horizontal)
    assert title == "Date ↓"
    _date_clicked(qtbot, window)
    assert [_told(window, n, "date") for n in range(3)] == ["6 Dec 2023", "12 Dec 2024", "17 Dec 2025"]
    assert window.model.headerData(NAMES.index("date"), Qt.Orientation.Horizontal) == "Date ↑"
    assert window.sort.text() == "Oldest first"
    _date_clicked(qtbot, window)
    assert window.sort.text() == "Newest first"


def test_columns_are_hidden_moved_and_remembered(start: Start, qtbot: QtBot) -> None:
    window = start()
    head = _columns(qtbot, window)
    assert head.isSectionHidden(NAMES.index("people"))
    menu = head.menu()
    entries = {action.text(): action for action in menu.actions()}
    assert not entries["Heading"].isEnabled()
    entries["People"].trigger()
    entries["Outlet"].trigger()
    head.moveSection(head.visualIndex(NAMES.index("date")), head.visualIndex(HEADING))
    head.resizeSection(HEADING, 333)
    window.close()
    again = _head(start())
    assert not again.isSectionHidden(NAMES.index("people"))
    assert again.isSectionHidden(NAMES.index("outlet"))
    assert again.visualIndex(HEADING) < again.visualIndex(NAMES.index("date"))
    assert again.sectionSize(HEADING) == 333


def test_words_found_stand_below_the_heading(start: Start, qtbot: QtBot) -> None:
    window = start()
    _columns(qtbot, window)
    height = window.articles.view.rowHeight(0)
    window.search.set_query("kadioglu")
    qtbot.waitUntil(lambda: window.model.shown.query == "kadioglu")
    settle(qtbot, window)
    assert window.articles.view.rowHeight(0) > height
    assert "Kadıoğlu" in window.model.index(0, HEADING).data(Qt.ItemDataRole.ToolTipRole).splitlines()[1]
    assert not window.articles.view.grab().isNull()


def test_groups_run_through_all_columns(start: Start, qtbot: QtBot) -> None:
    window = start()
    _columns(qtbot, window)
    window.actions_["view.group.country"].trigger()
    settle(qtbot, window)
    view = window.articles.view
    assert window.model.is_header(0)
    assert not view.grab().isNull()
    rect = view.visualRect(window.model.index(0, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(12, 8))
    settle(qtbot, window)
    assert window.model.is_folded(0)
    assert view.rowHeight(0) == view.rowHeight(1)
    window.articles.view.selectAll()
    assert window.actions_["article.star"].text() == "&Star 3 articles"

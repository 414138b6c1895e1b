"""The list as columns: chosen, sorted by a click, columns moved and hidden, searched, grouped, remembered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QMenu
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


def _clicked(qtbot: QtBot, window: MainWindow, name: str = "date") -> None:
    head = _head(window)
    x = head.sectionViewportPosition(NAMES.index(name)) + 20
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
    _clicked(qtbot, window)
    assert [_told(window, n, "date") for n in range(3)] == ["6 Dec 2023", "12 Dec 2024", "17 Dec 2025"]
    assert window.model.headerData(NAMES.index("date"), Qt.Orientation.Horizontal) == "Date ↑"
    assert window.sort.text() == "Oldest first"
    _clicked(qtbot, window)
    assert window.sort.text() == "Newest first"


def _title(window: MainWindow, name: str) -> str:
    return str(window.model.headerData(NAMES.index(name), Qt.Orientation.Horizontal))


def test_a_click_on_any_column_sorts_by_it_and_another_turns_it(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.resize(1600, 800)
    head = _columns(qtbot, window)
    for number in range(head.count()):
        head.setSectionHidden(number, False)
        head.resizeSection(number, 50)
    for name in NAMES:
        if name == "date":
            continue
        _clicked(qtbot, window, name)
        first = [_told(window, n, name) for n in range(3)]
        order, title = window.model.order, _title(window, name)
        assert [other for other in NAMES if _title(window, other)[-1] in "↑↓"] == [name]
        _clicked(qtbot, window, name)
        assert window.model.order == f"-{order}"
        assert {title[-1], _title(window, name)[-1]} == {"↑", "↓"}
        if len({one.split(", ")[0] for one in first}) == 3 and all(first):
            assert [_told(window, n, name) for n in range(3)] == first[::-1]
    tip = window.model.headerData(HEADING, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "Click: Heading A–Z"
    assert _told(window, 0, "added")  # the day of this test


def test_a_column_fits_what_it_shows_after_a_double_click_on_its_border(start: Start, qtbot: QtBot) -> None:
    window = start()
    head = _columns(qtbot, window)
    longest = max(range(3), key=lambda n: len(_told(window, n, "heading")))
    font = window.articles.view.font()
    font.setBold(True)
    wide = QFontMetricsF(font).horizontalAdvance(_told(window, longest, "heading"))
    assert head.sectionSize(HEADING) < wide
    border = head.sectionViewportPosition(HEADING) + head.sectionSize(HEADING) - 1
    qtbot.mouseDClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(border, head.height() // 2))
    assert wide < head.sectionSize(HEADING) < wide + 40
    assert window.sort.text() == "Newest first"


def test_columns_that_were_kept_by_an_earlier_version_are_as_at_first(start: Start, qtbot: QtBot) -> None:
    window = start()
    head = _columns(qtbot, window)
    first = head.kept()
    for kept in ("AAAA/wAAAAAAAAAB", "", "nonsense:12", "date:x"):
        head.set_up(kept)
        assert head.kept() == first, kept
    head.set_up("heading:200 -date:70 state:99999")
    assert head.kept().startswith("heading:200 -date:70 ")
    assert not head.isSectionHidden(NAMES.index("state"))


def test_columns_are_hidden_moved_and_remembered(start: Start, qtbot: QtBot) -> None:
    window = start()
    head = _columns(qtbot, window)
    assert head.isSectionHidden(NAMES.index("people"))
    menu = head.menu()
    entries = {action.text(): action for action in menu.actions()}
    assert not entries["&Heading"].isEnabled()
    entries["&People"].trigger()
    entries["&Outlet"].trigger()
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


def test_columns_are_chosen_by_keys_and_set_back(start: Start, qtbot: QtBot) -> None:
    window = start()
    action = window.actions_["view.columns"]
    assert not action.isEnabled()
    head = _columns(qtbot, window)
    first = head.kept()
    assert action.isEnabled()
    action.trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_P)
    assert not head.isSectionHidden(NAMES.index("people"))
    assert QApplication.activePopupWidget() is None
    head.moveSection(2, 0)
    head.resizeSection(HEADING, 150)
    assert head.kept() != first
    action.trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [entry.text() for entry in menu.actions() if entry.text()]
    letters = [text[text.index("&") + 1].casefold() for text in texts]
    assert sorted(set(letters)) == sorted(letters)
    qtbot.keyClick(menu, Qt.Key.Key_B)
    assert head.kept() == first
    window.actions_["view.list.cards"].trigger()
    assert not action.isEnabled()

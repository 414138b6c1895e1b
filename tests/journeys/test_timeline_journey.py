"""The timeline and the calendar: from the list and from pages, by key to an article and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.across.commands import facet_menu, ways
from gui.across.drawings.canvas import Canvas
from gui.across.drawings.frame import DrawingFrame
from gui.sidebar.model import Facet
from gui.window import MainWindow
from store.across.page import Link
from tests.journeys.conftest import Start, opened, press, settle


def _frame(window: MainWindow) -> DrawingFrame:
    pane = window.reading.column.pages
    assert pane is not None
    assert pane.frame is not None
    return pane.frame


def _canvas(window: MainWindow) -> Canvas:
    canvas = _frame(window).canvas
    assert canvas.isVisible()
    return canvas


def test_from_the_list_along_the_years_to_an_article(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+Shift+I")
    settle(qtbot, window)
    canvas = _canvas(window)
    assert _frame(window).bar.title.text() == "Timeline: all articles"
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert "6 Dec 2023" in _frame(window).foot.line.text()
    assert "Zakir Hasanov" in _frame(window).foot.line.text()
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert opened(window).row.date == "2023-12-06"


def test_rows_are_chosen_and_kept(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+Shift+I")
    settle(qtbot, window)
    bar = _frame(window).bar
    series = next(one for one in bar.choices.findChildren(type(bar.as_text)) if one.text() == "Series")
    qtbot.mouseClick(series, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.navigator.page == "timeline rows=series"
    window.close()
    again = start(samples=False)
    settle(qtbot, again)
    assert again.navigator.page == "timeline rows=series"
    assert "1 row" in _frame(again).bar.subtitle.text()


def test_a_page_leads_to_what_is_drawn_of_it(start: Start, qtbot: QtBot) -> None:
    window = start()
    ways(window).follow(Link("pair", "AZ+TR"))
    settle(qtbot, window)
    pane = window.reading.column.pages
    assert pane is not None
    assert "Drawn: Timeline · Calendar" in pane.view.toPlainText()
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Tab)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert _frame(window).bar.title.text() == "Timeline: Azerbaijan and Türkiye"
    press(qtbot, window, "Ctrl+Shift+Y")
    settle(qtbot, window)
    assert _frame(window).bar.title.text() == "Calendar 2025: Azerbaijan and Türkiye"


def test_only_what_the_list_shows_is_drawn(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.show_facet("year", "2024")
    settle(qtbot, window)
    press(qtbot, window, "Ctrl+Shift+I")
    settle(qtbot, window)
    assert "12 Dec 2024" in _frame(window).bar.subtitle.text()
    assert "2025" not in _frame(window).bar.subtitle.text()
    window.show_facet("person", "zakir hasanov")
    press(qtbot, window, "Alt+Left")
    settle(qtbot, window)
    press(qtbot, window, "Ctrl+Shift+I")
    settle(qtbot, window)
    assert _frame(window).bar.title.text() == "Timeline: Zakir Hasanov"


def test_the_year_before_and_the_articles_of_a_day(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+Shift+Y")
    settle(qtbot, window)
    assert _frame(window).bar.title.text() == "Calendar 2025: all articles"
    qtbot.keyClick(_canvas(window), Qt.Key.Key_PageUp)
    settle(qtbot, window)
    assert _frame(window).bar.title.text() == "Calendar 2024: all articles"
    canvas = _canvas(window)
    assert canvas.hasFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert _frame(window).foot.line.text().startswith("Thursday, 12 Dec 2024  ·  3 meetings")
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert opened(window).row.date == "2024-12-12"
    press(qtbot, window, "Alt+Left")
    settle(qtbot, window)
    assert _frame(window).bar.title.text() == "Calendar 2024: all articles"


def test_where_nothing_can_be_drawn_that_is_said(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.search.set_query("qqqq")
    settle(qtbot, window)
    for keys, words in (("Ctrl+Shift+I", "No meetings"), ("Ctrl+Shift+Y", "No dates")):
        press(qtbot, window, keys)
        settle(qtbot, window)
        pane = window.reading.column.pages
        assert pane is not None
        assert pane.empty.isVisible()
        assert pane.empty._title.text() == words


def test_from_a_person_among_the_filters(start: Start, qtbot: QtBot) -> None:
    window = start()
    menu = facet_menu(window, Facet("person", "zakir hasanov"), "Zakir Hasanov")
    offered = {action.text(): action for action in menu.actions()}
    for words, title in (
        ("T&imeline", "Timeline: Zakir Hasanov"),
        ("&Calendar", "Calendar 2025: Zakir Hasanov"),
    ):
        offered[words].trigger()
        settle(qtbot, window)
        assert _frame(window).bar.title.text() == title
    menu.deleteLater()

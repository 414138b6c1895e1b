"""Pages over articles in tabs: opened, left, gone back to, found in, kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui.across import pages
from gui.across.commands import ways
from gui.across.pane import PagePane
from gui.window import MainWindow
from store.across.page import Link, Page, Paragraph, Run, cell, to_article
from store.library import Library
from store.model import Changes, Filter, Span
from tests.journeys.conftest import Start, opened, press, settle

SERIES = Link("series", "of lines")


def _lines(library: Library, link: Link) -> Page | None:
    """A page of its own kind: how many articles there are, a link to words of one, and many lines."""
    if link.key != SERIES.key:
        return None
    words = Run("words of an article", to_article(library.rows(Filter(), 0, 1)[0].id, Span(30, 36)))
    count = f"{library.count(Filter())} articles"
    lines = (Paragraph(cell(f"line {n}")) for n in range(120))
    return Page("All lines", count, (Paragraph(cell(words)), *lines))


@pytest.fixture(autouse=True)
def kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pages.READERS, "series", _lines)


def _open(qtbot: QtBot, window: MainWindow, link: Link = SERIES, *, apart: bool = False) -> PagePane:
    ways(window).follow(link, apart)
    settle(qtbot, window)
    pane = window.reading.column.pages
    assert apart or pane is not None
    return pane  # type: ignore[return-value]


def test_a_page_takes_the_place_of_the_article_and_back_leads_to_it(start: Start, qtbot: QtBot) -> None:
    window = start()
    article = opened(window).row.id
    pane = _open(qtbot, window)
    assert pane.isVisible()
    assert not window.reading.reader.isVisible()
    assert not window.reading.side.isVisible()
    assert window.windowTitle().startswith("All lines")
    assert window.navigator.current is None
    press(qtbot, window, "Alt+Left")
    assert opened(window).row.id == article
    assert window.reading.reader.isVisible()
    assert window.reading.side.isVisible()
    assert not pane.isVisible()
    press(qtbot, window, "Alt+Right")
    assert pane.isVisible()
    assert window.reading.column.page is pane


def test_a_link_opens_the_article_at_its_words(start: Start, qtbot: QtBot) -> None:
    window = start()
    first = opened(window).row.id
    press(qtbot, window, "J")
    pane = _open(qtbot, window)
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Tab)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert opened(window).row.id == first
    assert window.reading.reader.hasFocus() or window.reading.reader.view.hasFocus()
    assert window.reading.reader.view.glowing


def test_a_page_has_a_tab_and_both_are_kept(start: Start, qtbot: QtBot) -> None:
    window = start()
    _open(qtbot, window, apart=True)
    column = window.reading.column
    assert [tab.page for tab in column.tabs] == ["", "series of lines"]
    assert column.at == 0
    press(qtbot, window, "Ctrl+Tab")
    assert column.bar is not None
    assert column.bar.tabText(1) == "All lines"
    pane = column.pages
    assert pane is not None
    pane.view.go_to_place(pane.view.document().find("line 80").position(), 0)
    place = pane.view.place
    press(qtbot, window, "Ctrl+Tab")
    assert window.reading.reader.isVisible()
    press(qtbot, window, "Ctrl+Tab")
    assert pane.view.place == place
    window.close()
    again = start(samples=False)
    column = again.reading.column
    assert [tab.page for tab in column.tabs] == ["", "series of lines"]
    assert column.pages is not None
    assert column.pages.view.page_shown is not None
    assert column.pages.view.place == place
    press(qtbot, again, "Ctrl+W")
    assert again.reading.reader.isVisible()
    press(qtbot, again, "Ctrl+Shift+T")
    assert again.reading.column.page is not None


def test_words_are_found_in_a_page_and_esc_ends_that(start: Start, qtbot: QtBot) -> None:
    window = start()
    pane = _open(qtbot, window)
    press(qtbot, window, "Ctrl+F")
    qtbot.keyClicks(pane.find_bar.line, "LINE 11")
    assert pane.find_bar.count.text() == "1 of 11"
    colours = [one.format.foreground().color() for one in pane.view.extraSelections()]
    assert colours[:2] == [window.theme.colour("hit.current.text"), window.theme.colour("hit.text")]
    qtbot.keyClick(pane.find_bar.line, Qt.Key.Key_Return)
    assert pane.find_bar.count.text() == "2 of 11"
    qtbot.keyClick(pane.find_bar.line, Qt.Key.Key_Escape)
    assert pane.find_bar.isHidden()
    assert pane.view.extraSelections() == []


def test_a_page_is_read_again_when_the_library_changes(start: Start, qtbot: QtBot) -> None:
    window = start()
    pane = _open(qtbot, window)
    page = pane.view.page_shown
    assert page is not None
    assert page.subtitle == "3 articles"
    window.articles_operations.delete([window.library.rows(Filter(), 1, 1)[0].id], "one")
    qtbot.waitUntil(lambda: window.model.rowCount() == 2)
    settle(qtbot, window)
    page = pane.view.page_shown
    assert page is not None
    assert page.subtitle == "2 articles"
    window.reading.refresh(Changes(tags=True))
    assert not pane.is_reading


def test_where_there_is_no_page_it_is_said_why(start: Start, qtbot: QtBot) -> None:
    window = start()
    pane = _open(qtbot, window, Link("series", "gone"))
    assert pane.empty.isVisible()
    assert pane.empty.accessibleName() == "No such series"
    assert not window.actions_["page.copy_text"].isEnabled()


def test_a_page_is_copied_whole(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert not window.actions_["page.copy_text"].isEnabled()
    _open(qtbot, window)
    window.actions_["page.copy_markdown"].trigger()
    assert QGuiApplication.clipboard().text().startswith("# All lines\n\n3 articles\n")
    window.actions_["page.copy_text"].trigger()
    assert QGuiApplication.clipboard().text().startswith("All lines\n3 articles\n")


def test_two_pages_lie_side_by_side(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1600, 900))
    _open(qtbot, window)
    press(qtbot, window, "Ctrl+\\")
    settle(qtbot, window)
    first, second = window.reading.columns.all
    assert first.page is not None
    assert second.page is not None
    assert first.page.isVisible()
    assert second.page.isVisible()
    window.actions_["view.split"].trigger()
    assert [tab.page for tab in window.reading.column.tabs] == ["series of lines"]


def test_other_links_filter_the_list(start: Start, qtbot: QtBot) -> None:
    window = start()
    follow = ways(window).follow
    follow(Link("occasion", "dialogue"))
    assert window.facets.occasion == "dialogue"
    follow(Link("search", "kadioglu"))
    assert window.search.query == "kadioglu"


def test_ctrl_return_on_a_link_opens_it_in_a_new_tab(start: Start, qtbot: QtBot) -> None:
    window = start()
    pane = _open(qtbot, window)
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Tab)
    link = pane.view.link_in_focus
    assert link is not None
    qtbot.keyClick(pane.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    tabs = window.reading.column.tabs
    assert [tab.page for tab in tabs] == ["series of lines", ""]
    assert tabs[1].article == link.article[0]

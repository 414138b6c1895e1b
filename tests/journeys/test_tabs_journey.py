"""Articles in tabs: kept open beside each other, each with its way back and the place it was left at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.tabs.commands import tab_menu
from gui.window import MainWindow
from tests.journeys.conftest import Start, click_row, opened, press, settle

NO_KEYS, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def _middle_click(qtbot: QtBot, window: MainWindow, place: int) -> None:
    view = window.articles.view
    where = view.visualRect(window.model.index(place, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, NO_KEYS, where)
    settle(qtbot, window)


def _tabs(window: MainWindow) -> list[int | None]:
    """Places in the list of the articles that the tabs show."""
    return [window.model.place_of(tab.article or 0) for tab in window.reading.column.tabs]


def _top(window: MainWindow) -> int:
    view = window.reading.reader.view
    return view.map.offset(view.cursorForPosition(QPoint(0, 2)).position())


@pytest.fixture
def long_articles(own_folders: Path) -> list[Path]:
    files = []
    for name in ("First", "Second"):
        paragraphs = [f"{name} {n}. The minister received the delegation in Baku." for n in range(120)]
        file = own_folders / f"{name}.txt"
        file.write_text("\n\n".join([f"The {name.lower()} long article", *paragraphs]), "utf-8")
        files.append(file)
    return files


def test_the_middle_button_opens_behind(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    before = opened(window).row.id
    _middle_click(qtbot, window, 1)
    _middle_click(qtbot, window, 2)
    assert opened(window).row.id == before
    assert window.articles.view.selected_ranges() == [(0, 0)]
    assert _tabs(window) == [0, 1, 2]
    press(qtbot, window, "Ctrl+Tab")
    assert window.articles.view.currentIndex().row() == 1  # the list follows the tab
    assert opened(window).row.heading in window.windowTitle()
    press(qtbot, window, "J")
    assert _tabs(window) == [0, 2, 2]
    press(qtbot, window, "Alt+Left")
    assert _tabs(window) == [0, 1, 2]


def test_ctrl_return_in_the_list_keeps_what_is_open(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    qtbot.keyClick(window.articles.view, Qt.Key.Key_Return, CTRL)
    settle(qtbot, window)
    press(qtbot, window, "J")
    assert _tabs(window) == [0, 1]
    window.articles.view.setFocus()
    press(qtbot, window, "Ctrl+Shift+Tab")
    assert opened(window).row.id == window.reading.column.tabs[0].article


def test_selected_articles_open_in_tabs(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    window.articles.view.selectAll()
    qtbot.keyClick(window.articles.view, Qt.Key.Key_Return, CTRL)
    settle(qtbot, window)
    assert sorted(_tabs(window), key=str) == [0, 1, 2]


def test_ctrl_return_opens_nothing_while_one_writes(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    window.search.box.setFocus()
    qtbot.keyClick(window.search.box, Qt.Key.Key_Return, CTRL)
    settle(qtbot, window)
    assert len(window.reading.column.tabs) == 1


def test_the_current_row_opens_again_where_another_article_came(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    press(qtbot, window, "Ctrl+W")
    assert window.navigator.current is None
    assert window.articles.view.selected_ranges() == []
    click_row(qtbot, window, 0)
    assert _tabs(window) == [0]
    window.search.set_query("kadıoğlu")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    settle(qtbot, window)
    number = opened(window).row.id
    window.navigator.open(1 if number != 1 else 2)
    settle(qtbot, window)
    click_row(qtbot, window, 0)  # which was current all along
    assert opened(window).row.id == number


def test_closed_tabs_come_back(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    _middle_click(qtbot, window, 1)
    press(qtbot, window, "Ctrl+W")
    assert _tabs(window) == [1]
    assert opened(window).row.id == window.reading.column.tabs[0].article
    press(qtbot, window, "Ctrl+Shift+T")
    assert _tabs(window) == [0, 1]
    assert not window.actions_["tab.reopen"].isEnabled()


def test_tabs_and_ways_back_are_where_they_were_left(
    start: Start, qtbot: QtBot, long_articles: list[Path]
) -> None:
    window = start()
    window.import_paths(long_articles)
    qtbot.waitUntil(lambda: window.model.rowCount() == 5)
    settle(qtbot, window)
    first, second = (window.library.find_id(file.stem) for file in long_articles)
    assert first is not None
    assert second is not None
    window.navigator.open(first)
    settle(qtbot, window)
    view = window.reading.reader.view
    view.verticalScrollBar().setValue(1800)
    place, value = _top(window), view.verticalScrollBar().value()
    assert place > 500
    window.navigator.open(second)
    settle(qtbot, window)
    assert view.verticalScrollBar().value() == 0
    view.verticalScrollBar().setValue(900)
    other = _top(window)
    press(qtbot, window, "Alt+Left")
    assert (_top(window), view.verticalScrollBar().value()) == (place, value)
    press(qtbot, window, "Alt+Right")
    assert _top(window) == other
    window.reading.column.open_apart(first)
    settle(qtbot, window)
    assert view.verticalScrollBar().value() == 0  # a new tab begins at the top
    press(qtbot, window, "Ctrl+Tab")
    assert _top(window) == other


def test_the_chosen_fact_comes_back_with_its_tab(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    window.reading.reader.step_mark(1)
    fact = window.reading.facts.selected
    assert fact is not None
    _middle_click(qtbot, window, 1)
    press(qtbot, window, "Ctrl+Tab")
    assert window.reading.facts.selected is None
    press(qtbot, window, "Ctrl+Tab")
    assert window.reading.facts.selected == fact


def test_the_tab_of_a_deleted_article_goes_with_it(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    _middle_click(qtbot, window, 1)
    gone = window.reading.column.tabs[1].article
    assert gone is not None
    window.articles_operations.delete([gone])
    settle(qtbot, window)
    press(qtbot, window, "Ctrl+Tab")
    settle(qtbot, window)
    assert len(window.reading.column.tabs) == 1
    assert opened(window).row.id != gone


def test_back_leads_over_what_was_deleted(start: Start, qtbot: QtBot) -> None:
    window = start()
    for place in (0, 1, 2):
        click_row(qtbot, window, place)
    places = [place.article for place in window.navigator.trail.places]
    window.articles_operations.delete([places[1]])
    settle(qtbot, window)
    press(qtbot, window, "Alt+Left")
    settle(qtbot, window)
    assert opened(window).row.id == places[0]
    assert not window.actions_["go.back"].isEnabled()


def test_a_search_does_not_cost_the_way_back(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    before = opened(window).row.id
    window.search.set_query("ozsert")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    settle(qtbot, window)
    assert opened(window).row.id != before
    press(qtbot, window, "Alt+Left")
    assert opened(window).row.id == before


def test_what_a_tab_offers(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    _middle_click(qtbot, window, 1)
    _middle_click(qtbot, window, 2)
    column = window.reading.column
    menu = tab_menu(window, 1)
    by_text = {action.text().replace("&", ""): action for action in menu.actions()}
    by_text["Close to the right"].trigger()
    assert _tabs(window) == [0, 1]
    number = column.tabs[1].article
    by_text["Open in a new window as well"].trigger()
    new = window.session.windows[-1]
    settle(qtbot, new)
    assert opened(new).row.id == number
    tab_menu(window, 1).actions()[1].trigger()
    settle(qtbot, window)
    assert _tabs(window) == [1]
    menu.deleteLater()

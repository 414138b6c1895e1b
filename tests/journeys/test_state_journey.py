"""What was open, chosen, scrolled, searched and filtered is there again, in every window that was open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gui.window import MainWindow
from store.model import Filter
from tests.journeys.conftest import Start, click_row, opened, press, settle


def _top(window: MainWindow) -> int:
    view = window.reading.reader.view
    return view.map.offset(view.cursorForPosition(QPoint(0, 2)).position())


@pytest.fixture
def filled(start: Start, qtbot: QtBot, own_folders: Path) -> Callable[[], MainWindow]:
    """A window on the samples, a long article and sixty short ones."""

    def begin() -> MainWindow:
        folder = own_folders / "more"
        folder.mkdir()
        paragraphs = [f"Part {n}. The minister received the delegation in Baku." for n in range(150)]
        (folder / "long.txt").write_text("\n\n".join(["A long article", *paragraphs]), "utf-8")
        for n in range(60):
            (folder / f"short{n:02}.txt").write_text(f"Number {n:02}\n\nThe minister met guests.", "utf-8")
        window = start()
        window.import_paths([folder])
        qtbot.waitUntil(lambda: window.model.rowCount() == 64, timeout=20_000)
        settle(qtbot, window)
        return window

    return begin


def test_all_of_a_window_is_there_again(filled: Callable[[], MainWindow], start: Start, qtbot: QtBot) -> None:
    window = filled()
    number = window.library.find_id("long")
    assert number is not None
    click_row(qtbot, window, 0)
    window.reading.reader.step_mark(1)
    fact = window.reading.facts.selected
    window.reading.column.open_apart(number)
    settle(qtbot, window)
    window.reading.reader.view.verticalScrollBar().setValue(1500)
    window.articles.view.verticalScrollBar().setValue(700)
    window.sidebar.set_closed_groups(["Years"])
    press(qtbot, window, "Alt+2")
    window.articles.view.verticalScrollBar().setValue(700)
    place, listed, tabs = _top(window), window.articles.view.top, len(window.reading.column.tabs)
    assert place > 300
    assert listed[0] > 0
    window.close()

    again = start()
    assert opened(again).row.id == number
    assert len(again.reading.column.tabs) == tabs == 2
    assert _top(again) == place
    assert again.articles.view.top == listed
    assert again.model.order == "oldest"
    assert again.sidebar.closed_groups == {"Years"}
    press(qtbot, again, "Ctrl+Tab")
    assert again.reading.facts.selected == fact is not None


def test_search_filter_and_selection_are_there_again(
    filled: Callable[[], MainWindow], start: Start, qtbot: QtBot
) -> None:
    window = filled()
    window.sidebar.chosen.emit(Filter(unread=True))
    window.search.set_query("minister")
    qtbot.waitUntil(lambda: window.model.shown == Filter(unread=True, query="minister"))
    settle(qtbot, window)
    count = window.model.rowCount()
    click_row(qtbot, window, 2)
    window.articles.view.select_ranges([(1, 3), (6, 6)], 2)
    article = opened(window).row.id
    window.close()

    again = start()
    assert again.search.query == "minister"
    assert again.model.shown == Filter(unread=True, query="minister")
    assert again.model.rowCount() == count
    assert opened(again).row.id == article
    assert again.articles.view.selected_ranges() == [(1, 3), (6, 6)]
    assert again.articles.view.currentIndex().row() == 2


def test_an_article_that_is_not_in_the_search_stays_open(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.search.set_query("kadıoğlu")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    settle(qtbot, window)
    other = next(n for n in (1, 2, 3) if n != opened(window).row.id)
    window.navigator.open(other)
    settle(qtbot, window)
    window.close()
    again = start()
    assert opened(again).row.id == other
    assert again.search.query == "kadıoğlu"


def test_the_open_article_is_found_in_a_list_that_grew(
    filled: Callable[[], MainWindow], start: Start, qtbot: QtBot, own_folders: Path
) -> None:
    window = filled()
    for place in (60, 61):
        window.open_place(place)
        settle(qtbot, window)
    number = opened(window).row.id
    window.close()
    more = start()
    for n in range(300):
        (own_folders / "more" / f"new{n:03}.txt").write_text(f"2025-01-01\n\nNew {n}.", "utf-8")
    more.library.import_paths([own_folders / "more"])
    more.close()
    again = start()
    settle(qtbot, again)
    row = again.articles.view.current_row()
    assert row is not None
    assert row.id == number
    assert again.articles.view.visualRect(again.articles.view.currentIndex()).isValid()


def test_every_window_comes_back_after_quitting(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    press(qtbot, window, "Ctrl+N")
    second = window.session.windows[-1]
    settle(qtbot, second)
    second.resize(1000, 640)
    click_row(qtbot, second, 2)
    second.search.set_query("ozsert")
    qtbot.waitUntil(lambda: second.model.rowCount() == 1)
    settle(qtbot, second)
    numbers = opened(window).row.id, opened(second).row.id
    second.activateWindow()
    qtbot.waitUntil(second.isActiveWindow)
    press(qtbot, second, "Ctrl+Q")

    again = start()
    session = again.session
    qtbot.waitUntil(lambda: len(session.windows) == 2)
    for one in session.windows:
        settle(qtbot, one)
    assert session.windows[-1] is again  # the one that was in use
    other = session.windows[0]
    assert (opened(other).row.id, opened(again).row.id) == numbers
    assert (other.search.query, again.search.query) == ("", "ozsert")
    assert (other.model.rowCount(), again.model.rowCount()) == (3, 1)


def test_every_window_comes_back_after_the_system_ended(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+N")
    second = window.session.windows[-1]
    settle(qtbot, second)
    window.session.leave_off()
    window.close()  # as the system does, one after the other
    second.close()
    again = start()
    qtbot.waitUntil(lambda: len(again.session.windows) == 2)
    for one in again.session.windows:
        settle(qtbot, one)


def test_a_window_that_was_closed_before_stays_closed(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+N")
    second = window.session.windows[-1]
    settle(qtbot, second)
    second.close()
    window.close()
    again = start()
    settle(qtbot, again)
    assert again.session.windows == (again,)


def test_a_crash_costs_nothing(start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.session.SOON", 20)
    window = start()
    click_row(qtbot, window, 1)
    number = opened(window).row.id
    window.search.set_query("hasanov")
    qtbot.waitUntil(lambda: '"hasanov"' in window.memory.windows())
    kept = window.memory.windows()
    window.session.keeps = False  # what comes now would not have come
    window.close()
    again = start()
    assert again.memory.windows() == kept
    assert opened(again).row.id == number
    assert again.search.query == "hasanov"


def test_a_tab_whose_article_went_meanwhile_is_closed(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    first = opened(window).row.id
    other = window.model.row(1)
    assert other is not None
    window.reading.column.open_apart(other.id)
    settle(qtbot, window)
    window.close()
    between = start()
    between.session.keeps = False
    between.library.delete_articles([other.id])
    between.close()
    again = start()
    settle(qtbot, again)
    assert opened(again).row.id == first
    assert len(again.reading.column.tabs) == 1


def test_closed_tabs_can_be_opened_after_the_next_start(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    row = window.model.row(2)
    assert row is not None
    window.reading.column.open_apart(row.id)
    settle(qtbot, window)
    press(qtbot, window, "Ctrl+W")
    window.close()
    again = start()
    press(qtbot, again, "Ctrl+Shift+T")
    assert opened(again).row.id == row.id


def test_filters_come_back_as_they_were_in_a_narrow_window(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1280, 800))
    window.split.setSizes([230, 300, 750])
    wide = window.split.sizes()[0]
    window.resize(900, 700)
    assert not window.sidebar.isVisible()
    window.close()
    again = start(size=(900, 700))
    assert not again.sidebar.isVisible()
    again.resize(1280, 800)
    assert again.sidebar.isVisible()
    assert again.split.sizes()[0] == wide
    again.resize(900, 700)
    assert not again.sidebar.isVisible()
    press(qtbot, again, "F9")
    assert again.sidebar.isVisible()
    again.close()
    third = start(size=(900, 700))
    assert third.sidebar.isVisible()  # they were asked for
    press(qtbot, third, "F9")
    third.close()
    last = start(size=(900, 700))
    assert not last.sidebar.isVisible()
    last.resize(1280, 800)
    assert last.sidebar.isVisible()
    press(qtbot, last, "F9")
    last.resize(900, 700)
    last.resize(1280, 800)
    assert not last.sidebar.isVisible()  # they were sent away where there is room

"""The list by date and by how well it fits: chosen in the head, by keys, remembered, said under the box."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.window import MainWindow
from store.model import Filter
from tests.journeys.conftest import Start, press, settle


def years(window: MainWindow) -> list[str]:
    rows = [window.model.row(place) for place in range(window.model.rowCount())]
    return [(row.date or "")[:4] for row in rows if row is not None]


def search(window: MainWindow, words: str, qtbot: QtBot) -> None:
    window.search.set_query(words)
    qtbot.waitUntil(lambda: window.model.shown.query == words)
    settle(qtbot, window)


def test_the_best_first_until_the_box_is_empty(start: Start, qtbot: QtBot) -> None:
    window = start()
    best = window.actions_["view.order.relevance"]
    assert not best.isEnabled()
    assert window.sort.text() == "Newest first"
    search(window, "strategic", qtbot)
    press(qtbot, window, "Alt+3")
    assert window.sort.text() == "Best first"
    ranked = [row.id for row in window.library.rows(window.shown, 0, 9, "relevance")]
    rows = [window.model.row(place) for place in range(window.model.rowCount())]
    assert [row.id for row in rows if row is not None] == ranked
    assert window.search.read_as.toolTip().endswith("found</qt>")
    assert "best first of all" in window.search.read_as.toolTip()
    search(window, "date:2024", qtbot)
    assert window.search.read_as.toolTip().endswith("newest first: no words to rank by</qt>")
    qtbot.keyClick(window.search.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.model.shown.query)
    settle(qtbot, window)
    assert window.sort.text() == "Newest first"
    assert window.search.read_as.text() == ""
    assert not best.isEnabled()
    assert years(window) == ["2025", "2024", "2023"]


def test_the_oldest_first_is_remembered(start: Start, qtbot: QtBot) -> None:
    window = start()
    menu = window.sort.menu()
    texts = [action.text() for action in menu.actions()]
    assert texts[:4] == ["&Newest first", "&Oldest first", "&Best first", ""]
    assert texts[4:8] == ["&Heading", "O&utlet", "Countr&y", "O&ccasion"]
    assert texts[-3:] == ["Turn &round", "", "&Group by"]
    menu.actions()[1].trigger()
    settle(qtbot, window)
    assert years(window) == ["2023", "2024", "2025"]
    assert window.sort.accessibleName() == "Order of the list: Oldest first"
    window.close()
    again = start()
    assert years(again) == ["2023", "2024", "2025"]
    assert again.sort.text() == "Oldest first"
    press(qtbot, again, "Alt+1")
    assert years(again) == ["2025", "2024", "2023"]


def headings(window: MainWindow) -> list[str]:
    rows = [window.model.row(place) for place in range(window.model.rowCount())]
    return [row.heading for row in rows if row is not None]


def sorted_by(qtbot: QtBot, window: MainWindow, order: str) -> str:
    """Choose an order in the menu; returns what the button says then."""
    window.actions_[f"view.order.{order}"].trigger()
    settle(qtbot, window)
    return window.sort.text()


def test_by_heading_and_round_again_by_keys(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Alt+4")
    settle(qtbot, window)
    assert window.sort.text() == "Heading A–Z"
    ascending = headings(window)
    assert ascending == sorted(ascending)
    assert window.actions_["view.order.heading"].isChecked()
    press(qtbot, window, "Alt+4")
    settle(qtbot, window)
    assert (window.sort.text(), headings(window)) == ("Heading Z–A", ascending[::-1])
    press(qtbot, window, "Alt+0")
    settle(qtbot, window)
    assert (window.sort.text(), headings(window)) == ("Heading A–Z", ascending)
    window.close()
    again = start()
    assert (again.sort.text(), headings(again)) == ("Heading A–Z", ascending)
    press(qtbot, again, "Alt+1")
    settle(qtbot, again)
    press(qtbot, again, "Alt+0")
    settle(qtbot, again)
    assert years(again) == ["2023", "2024", "2025"]


def test_a_search_and_a_filter_are_sorted_too(start: Start, qtbot: QtBot) -> None:
    window = start()
    sorted_by(qtbot, window, "heading")
    ascending = headings(window)
    search(window, "strategic", qtbot)
    assert window.sort.text() == "Heading A–Z"
    assert headings(window) == [one for one in ascending if one in headings(window)]
    row = window.model.row(0)
    assert row is not None
    assert row.snippet
    press(qtbot, window, "Alt+3")
    settle(qtbot, window)
    assert window.sort.text() == "Best first"
    assert not window.actions_["view.turn_order"].isEnabled()
    search(window, "", qtbot)
    assert (window.sort.text(), headings(window)) == ("Heading A–Z", ascending)
    search(window, "date:2024", qtbot)
    press(qtbot, window, "Alt+3")
    settle(qtbot, window)
    assert window.search.read_as.toolTip().endswith("heading A–Z: no words to rank by</qt>")


def test_starred_first_stays_until_the_list_is_read_anew(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "J")
    settle(qtbot, window)
    press(qtbot, window, "S")
    settle(qtbot, window)
    assert sorted_by(qtbot, window, "starred") == "Starred first"
    assert years(window) == ["2024", "2025", "2023"]
    press(qtbot, window, "S")
    settle(qtbot, window)
    assert years(window) == ["2024", "2025", "2023"]
    assert sorted_by(qtbot, window, "imported") == "Last added first"


def test_groups_keep_their_order_and_say_so(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.actions_["view.group.country"].trigger()
    settle(qtbot, window)
    sorted_by(qtbot, window, "heading")
    assert "By country; within each: heading A–Z" in window.status.currentMessage()
    assert window.sort.accessibleName().endswith("By country; within each: heading A–Z")
    assert window.model.is_header(0)
    first = [row.heading for n in range(1, 4) if (row := window.model.row(n)) is not None]
    assert first == sorted(first)
    window.actions_["view.group.day"].trigger()
    settle(qtbot, window)
    assert [window.model.is_header(n) for n in range(6)] == [True, False] * 3
    assert years(window) == ["2025", "2024", "2023"]


def test_a_long_list_is_sorted_after_the_window_is_there(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    assert sorted_by(qtbot, window, "heading") == "Heading A–Z"
    window.open_place(1)
    settle(qtbot, window)
    ascending, chosen = headings(window), window.articles.view.currentIndex().row()
    window.close()
    monkeypatch.setattr("gui.articles.model.AT_ONCE", 2)
    again = start()
    assert headings(again) == ascending
    assert again.articles.view.selected_ranges() == [(chosen, chosen)]
    assert again.sort.text() == "Heading A–Z"
    assert not again.model.is_reading


def test_it_is_said_where_sorting_takes_long(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    monkeypatch.setattr("gui.articles.sorting.SLOW", 1)
    go_on = threading.Event()
    ordered = window.library.listed.ordered

    def slowly(f: Filter, order: str) -> Sequence[int]:
        go_on.wait(5)
        return ordered(f, order)

    monkeypatch.setattr(window.library.listed, "ordered", slowly)
    window.actions_["view.order.heading"].trigger()
    qtbot.waitUntil(lambda: window.status.currentMessage() == "Putting the articles in order…")
    go_on.set()
    settle(qtbot, window)
    assert window.sort.text() == "Heading A–Z"

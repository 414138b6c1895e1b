"""The list by date and by how well it fits: chosen in the head, by keys, remembered, said under the box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.window import MainWindow
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
    assert texts == ["&Newest first", "&Oldest first", "&Best first", "&Group by"]
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

"""Searches kept under a name: saved, shown again, deleted, undone, there after a restart."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui import asking
from gui.sidebar.model import Facet
from gui.window import MainWindow
from store.model import Filter
from tests.journeys.conftest import Start, press, settle


def save_as(window: MainWindow, name: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(asking, "a_name", lambda *_: name)
    press(qtbot, window, "Ctrl+Shift+S")
    settle(qtbot, window)


def choose(window: MainWindow, facet: Facet, qtbot: QtBot) -> None:
    index = window.sidebar.model.find(facet)
    assert index.isValid()
    window.sidebar.tree.setCurrentIndex(index)
    settle(qtbot, window)


def names(window: MainWindow) -> list[str]:
    return [one.name for one in window.sidebar.model.saved]


def test_a_saved_search(start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = start()
    assert not window.actions_["edit.save_search"].isEnabled()
    choose(window, Facet("country", "TR"), qtbot)
    window.search.set_query("kadioglu")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    save_as(window, "  Kadıoğlu  in Baku ", monkeypatch, qtbot)
    assert names(window) == ["Kadıoğlu in Baku"]
    assert window.stack.undoText() == "Save search “Kadıoğlu in Baku”"
    window.clear_filters()
    qtbot.waitUntil(lambda: window.model.rowCount() == 3)
    settle(qtbot, window)
    saved = window.sidebar.model.saved[0]
    choose(window, Facet("saved", str(saved.id)), qtbot)
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    assert window.shown == Filter(country="TR", query="kadioglu")
    assert window.search.box.text() == "kadioglu"
    window.close()
    again = start()
    assert names(again) == ["Kadıoğlu in Baku"]


def test_saving_and_deleting_can_be_undone(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    choose(window, Facet("unread"), qtbot)
    save_as(window, "New", monkeypatch, qtbot)
    choose(window, Facet("country", "AZ"), qtbot)
    save_as(window, "new", monkeypatch, qtbot)
    assert names(window) == ["new"]
    assert window.sidebar.model.saved[0].filter.country == "AZ"
    press(qtbot, window, "Ctrl+Z")
    assert window.statusBar().currentMessage().startswith("Undone: ")
    assert names(window) == ["New"]
    assert window.sidebar.model.saved[0].filter == Filter(unread=True)
    press(qtbot, window, "Ctrl+Z")
    assert names(window) == []
    press(qtbot, window, "Ctrl+Shift+Z")
    assert names(window) == ["New"]
    window.sidebar.saved_deleted.emit(window.sidebar.model.saved[0].id)
    settle(qtbot, window)
    assert names(window) == []
    press(qtbot, window, "Ctrl+Z")
    assert names(window) == ["New"]

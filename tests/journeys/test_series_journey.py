"""From the list of all series to a series, its gap, and the words of a session."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.across.pane import PagePane
from gui.window import MainWindow
from store.across.page import Link
from tests.journeys.conftest import Start, opened, settle


def _pane(window: MainWindow) -> PagePane:
    pane = window.reading.column.page
    assert pane is not None
    return pane


def tab_to(qtbot: QtBot, pane: PagePane, kind: str) -> Link:
    """Go by Tab to the first link of a kind."""
    pane.view.setFocus()
    for _ in range(60):
        qtbot.keyClick(pane.view, Qt.Key.Key_Tab)
        link = pane.view.link_in_focus
        if link is not None and link.kind == kind:
            return link
    raise AssertionError(f"no link of kind {kind}")


def test_from_all_series_to_the_words_of_a_session(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.actions_["across.series"].trigger()
    settle(qtbot, window)
    pane = _pane(window)
    assert "Dialogue" in pane.view.toPlainText()
    tab_to(qtbot, pane, "series")
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    settle(qtbot, window)
    text = _pane(window).view.toPlainText()
    assert "15" in text
    assert "17" in text
    assert "16" in text.split("Sessions")[1]
    link = tab_to(qtbot, _pane(window), "article")
    qtbot.keyClick(_pane(window).view, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert opened(window).row.id == link.article[0]
    window.actions_["go.back"].trigger()
    window.actions_["go.back"].trigger()
    settle(qtbot, window)
    assert _pane(window).view.accessibleName() == "Page: Series"

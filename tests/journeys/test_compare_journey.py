"""What is new in an article, what it is compared with, other reports of its meeting."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.across.choosing import ChoosingDialog
from gui.window import MainWindow
from tests.journeys.conftest import Start, opened, press, settle
from tests.journeys.test_series_journey import pane_of, tab_to


def _text(window: MainWindow) -> str:
    return pane_of(window).view.toPlainText()


def test_what_is_new_in_the_article_against_all_and_against_the_series(start: Start, qtbot: QtBot) -> None:
    window = start()
    number = opened(window).row.id
    press(qtbot, window, "Ctrl+Shift+E")
    text = _text(window)
    for words in ("Victory Park", "Organization of Turkic States", "Compared with 2 earlier articles"):
        assert words in text
    assert text.count("Usual, and not named") == 1
    link = tab_to(qtbot, pane_of(window), "new")
    assert link.key == f"{number} series"
    qtbot.keyClick(pane_of(window).view, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "Compared with 1 earlier article" in _text(window)
    press(qtbot, window, "Alt+Left")
    assert "Compared with 2 earlier articles" in _text(window)


def test_an_article_is_compared_with_one_that_is_offered(start: Start, qtbot: QtBot) -> None:
    window = start()
    latest = opened(window).row.id
    press(qtbot, window, "Ctrl+Shift+D")
    dialog = window.findChild(ChoosingDialog)
    assert dialog is not None
    assert dialog.list.count() == 2
    first = dialog.list.item(0)
    assert len(first.text().splitlines()) == 2
    number = first.data(Qt.ItemDataRole.UserRole)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.navigator.page == f"compare {number}+{latest}"
    assert "Facts that differ" in _text(window)


def test_the_two_that_are_chosen_are_compared_the_earlier_first(start: Start, qtbot: QtBot) -> None:
    window = start()
    view = window.articles.view
    view.select_ranges(((0, 0), (2, 2)), 0)
    later, earlier = (window.model.row(place) for place in (0, 2))
    assert later is not None
    assert earlier is not None
    press(qtbot, window, "Ctrl+Shift+D")
    assert window.navigator.page == f"compare {earlier.id}+{later.id}"
    text = _text(window)
    for words in ("Victory Park", "Organization of Turkic States", "Standing formulas", "Levent Ergün"):
        assert words in text
    assert pane_of(window).view.hasFocus()


def test_other_reports_of_the_meeting(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.actions_["across.reports"].trigger()
    settle(qtbot, window)
    assert pane_of(window).view.page_shown is not None
    assert not window.actions_["across.reports"].isEnabled()

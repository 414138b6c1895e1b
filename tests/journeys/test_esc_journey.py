"""Esc from anywhere: one step after the other to the list, and never further."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.window import MainWindow
from store.model import Span
from tests.journeys.conftest import Start, opened, press, settle


def _esc(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def _in(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def test_out_of_the_article_step_by_step(start: Start, qtbot: QtBot) -> None:
    window = start()
    reader = window.reading.reader
    press(qtbot, window, "F8")
    assert reader.focusing.focus is not None
    press(qtbot, window, "Ctrl+F")
    qtbot.keyClicks(reader.find_bar.line, "the")
    _esc(qtbot)
    assert reader.find_bar.isHidden()
    assert _in(reader)
    _esc(qtbot)
    assert reader.focusing.focus is None
    assert _in(reader)
    assert reader.selection is not None  # what was found
    _esc(qtbot)
    assert reader.selection is None
    _esc(qtbot)
    assert _in(window.articles)
    before = opened(window)
    _esc(qtbot)
    assert _in(window.articles)
    assert opened(window) is before


def test_the_bar_of_selected_words_goes_before_the_words_do(start: Start, qtbot: QtBot) -> None:
    window = start()
    reader = window.reading.reader
    reader.view.setFocus()
    reader.view.select(Span(0, 5))
    reader.view.selected.emit()
    assert not reader.bar.isHidden()
    _esc(qtbot)
    assert reader.bar.isHidden()
    assert reader.selection == Span(0, 5)
    _esc(qtbot)
    assert reader.selection is None


def test_from_every_pane_to_the_list(start: Start, qtbot: QtBot) -> None:
    window = start()
    for pane in (window.search.box, window.sidebar.tree, window.reading.facts, window.reading.notes):
        pane.setFocus()
        _esc(qtbot)
        assert _in(window.articles), pane
    press(qtbot, window, "F6")
    press(qtbot, window, "Ctrl+L")
    assert window.articles.view.hasFocus()


def test_a_field_is_emptied_first(start: Start, qtbot: QtBot) -> None:
    window = start()
    field = window.sidebar.narrow
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "kadi")
    _esc(qtbot)
    assert field.text() == ""
    assert field.hasFocus()
    _esc(qtbot)
    assert _in(window.articles)


def test_in_the_list_it_closes_what_is_open_elsewhere_and_the_list_keeps_the_keyboard(
    start: Start, qtbot: QtBot
) -> None:
    window = start()
    press(qtbot, window, "Ctrl+F")
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+L")
    window.banner.tell("Something was done.")
    for still_open in (True, True, False):
        _esc(qtbot)
        assert window.articles.view.hasFocus()
        assert window.banner.isHidden() is not still_open
    assert window.reading.reader.find_bar.isHidden()
    assert window.reading.reader.focusing.focus is None


def test_a_search_is_left_by_two(start: Start, qtbot: QtBot) -> None:
    window = start()
    _search(qtbot, window, "kadioglu")
    _esc(qtbot)
    settle(qtbot, window)
    assert window.model.rowCount() == 3
    assert window.search.box.hasFocus()
    _esc(qtbot)
    assert window.articles.view.hasFocus()


def test_an_empty_library_has_nothing_to_leave(start: Start, qtbot: QtBot) -> None:
    window = start(samples=False)
    focused = QApplication.focusWidget()
    assert window.empty.isAncestorOf(focused)
    _esc(qtbot)
    assert QApplication.focusWidget() is focused


def _search(qtbot: QtBot, window: MainWindow, words: str) -> None:
    press(qtbot, window, "/")
    qtbot.keyClicks(window.search.box, words)
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    settle(qtbot, window)

"""Panes and dialogs with nothing in them: each says what it is, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.empty import EmptyState
from gui.joining import JoiningDialog
from gui.shortcuts import ShortcutsDialog
from gui.tagging.everywhere import TagsDialog
from gui.window import MainWindow
from store.model import Filter
from tests.journeys.conftest import Start, press, settle


def _button(empty: EmptyState, words: str) -> QPushButton:
    return next(one for one in empty.findChildren(QPushButton) if words in one.text())


def _click(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _dialog(window: MainWindow, kind: type) -> object:
    return next(one for one in window.findChildren(kind) if one.isVisible())  # type: ignore[attr-defined]


def test_words_not_found_among_filters_are_sought_in_all_articles(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.show_only(Filter(country="AZ", starred=True))
    window.search.set_query("kadioglu")
    settle(qtbot, window)
    nothing = window.articles.nothing
    assert nothing.isVisible()
    assert "Starred" in nothing.accessibleDescription()
    assert "“kadioglu”" in nothing.accessibleDescription()
    _click(qtbot, _button(nothing, "Search all articles"))
    settle(qtbot, window)
    assert window.model.rowCount() == 1
    assert window.search.query == "kadioglu"


def test_filters_that_nothing_fits_are_named(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.show_only(Filter(starred=True))
    settle(qtbot, window)
    nothing = window.articles.nothing
    assert nothing.accessibleDescription() == "No article fits: Starred."
    assert not _button(nothing, "Search all").isVisible()
    _click(qtbot, _button(nothing, "Show all articles"))
    settle(qtbot, window)
    assert window.model.rowCount() == 3


def test_an_article_without_notes_offers_to_write_one(start: Start, qtbot: QtBot) -> None:
    window = start()
    empty = next(one for one in window.reading.notes.findChildren(EmptyState) if one.isVisible())
    assert empty.accessibleName() == "No notes on this article"
    _click(qtbot, _button(empty, "Write on the article"))
    settle(qtbot, window)
    assert not empty.isVisible()


def test_no_tags_and_none_of_that_name(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.actions_["article.tags"].trigger()
    settle(qtbot, window)
    dialog = _dialog(window, TagsDialog)
    assert isinstance(dialog, TagsDialog)
    assert dialog.blank.title.text() == "No tags yet"
    assert "Ctrl+T" in dialog.blank.text.text()
    current = window.navigator.current_id
    assert current is not None
    window.hub.tell(window.library.set_article_tags(current, ["visit"]), None)
    settle(qtbot, window)
    assert not dialog.blank.isVisible()
    qtbot.keyClicks(dialog.line, "zzz")
    assert dialog.blank.title.text() == "No tag has “zzz” in its name."
    _click(qtbot, dialog.blank.button)
    assert dialog.tree.topLevelItemCount() == 1
    assert not dialog.blank.isVisible()
    dialog.close()


def test_nothing_to_decide_about_names(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.actions_["article.people"].trigger()
    settle(qtbot, window)
    dialog = _dialog(window, JoiningDialog)
    assert isinstance(dialog, JoiningDialog)
    while dialog.shown is not None:
        dialog.later.click()
    assert dialog.nothing.isVisible()
    if dialog._later:
        _click(qtbot, dialog.nothing.button)
        settle(qtbot, window)
        assert dialog.shown is not None
    else:
        assert dialog.nothing.title.text() == "Nothing to decide"
    for label in (dialog.nothing.title, dialog.nothing.text):
        assert label.height() >= label.heightForWidth(label.width())  # all of it is seen
    dialog.tabs[1].click()
    assert dialog.nothing_said.title.text() == "Nothing was said yet"
    assert dialog.nothing_said.isVisible()
    dialog.close()


def test_no_key_is_called_so(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "F1")
    dialog = _dialog(window, ShortcutsDialog)
    assert isinstance(dialog, ShortcutsDialog)
    qtbot.keyClicks(dialog.seek, "zzz")
    assert "“zzz”" in dialog.blank.title.text()
    _click(qtbot, dialog.blank.button)
    assert dialog.shown()
    assert not dialog.blank.isVisible()
    dialog.close()


def test_no_filter_is_called_so(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.sidebar.narrow.setText("zzz")
    settle(qtbot, window)
    assert window.sidebar.none.isVisible()
    assert "“zzz”" in window.sidebar.none.text()
    window.sidebar.narrow.setText("hasan")
    settle(qtbot, window)
    assert not window.sidebar.none.isVisible()

"""Several windows on one library: each shows its own, a change and its undo reach all of them."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.joining import JoiningDialog
from gui.window import MainWindow
from store.errors import LibraryError
from tests.journeys.conftest import Start, click_row, opened, press, settle


def _second(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Open another window and wait until it has the keyboard."""
    press(qtbot, window, "Ctrl+N")
    new = window.session.windows[-1]
    assert new is not window
    _to_front(qtbot, new)
    settle(qtbot, new)
    return new


def _to_front(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def _deleted(window: MainWindow) -> bool:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not isValid(window)


def test_a_new_window_shows_what_the_one_did_that_it_came_from(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.search.set_query("kadıoğlu")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    settle(qtbot, window)
    new = _second(qtbot, window)
    assert new.search.query == "kadıoğlu"
    assert new.model.rowCount() == 1
    assert opened(new).row.id == opened(window).row.id
    assert new.pos() != window.pos()
    press(qtbot, new, "Ctrl+Shift+K")
    assert (new.model.rowCount(), window.model.rowCount()) == (3, 1)


def test_a_change_and_its_undo_reach_both_windows(start: Start, qtbot: QtBot) -> None:
    window = start()
    new = _second(qtbot, window)
    click_row(qtbot, new, 1)
    click_row(qtbot, window, 1)
    assert not opened(window).row.starred
    press(qtbot, new, "S")
    for one in (window, new):
        row = one.model.row(1)
        assert row is not None
        assert row.starred
        assert opened(one).row.starred
        assert one.actions_["edit.undo"].text().startswith("&Undo Star: ")
    press(qtbot, window, "Ctrl+Z")  # in the other window than it was done in
    assert not opened(new).row.starred
    assert new.actions_["edit.redo"].text() == window.actions_["edit.redo"].text() != "&Redo"
    assert new.actions_["edit.redo"].isEnabled()


def test_a_deleted_article_leaves_both_windows_and_comes_back_to_both(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    new = _second(qtbot, window)
    press(qtbot, new, "Ctrl+Del")
    assert window.model.rowCount() == new.model.rowCount() == 2
    assert window.navigator.current is None
    assert "deleted" in new.status.notice
    assert window.status.notice == ""  # told where it was done
    press(qtbot, window, "Ctrl+Z")
    assert window.model.rowCount() == new.model.rowCount() == 3


def test_undo_in_the_notice_takes_nothing_else_back(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    new = _second(qtbot, window)
    click_row(qtbot, window, 1)
    press(qtbot, new, "Ctrl+Del")
    assert not new.status.undo.isHidden()
    press(qtbot, window, "S")  # something else, in the other window
    assert new.status.undo.isHidden()
    press(qtbot, window, "Ctrl+Z")
    assert new.model.rowCount() == 2


def test_an_article_opens_in_a_window_of_its_own(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    before = opened(window).row.id
    window.articles.view.selectRow(2)
    settle(qtbot, window)
    window.actions_["article.new_window"].trigger()
    new = window.session.windows[-1]
    settle(qtbot, new)
    assert new is not window
    assert opened(new).row.id == opened(window).row.id != before
    assert new.model.rowCount() == 3


def test_many_articles_do_not_fill_the_screen_with_windows(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.articles.commands.MOST_WINDOWS", 2)
    window = start()
    window.articles.view.selectAll()
    window.actions_["article.new_window"].trigger()
    assert len(window.session.windows) == 3
    settle(qtbot, window)


def test_closing_one_window_leaves_the_other_at_work(start: Start, qtbot: QtBot) -> None:
    window = start()
    new = _second(qtbot, window)
    window.activateWindow()
    dialog = JoiningDialog(window.desk, window.library.people, window)
    dialog.show()
    window.close()
    assert not dialog.isVisible()  # it belongs to the window
    qtbot.waitUntil(lambda: _deleted(window))
    assert new.session.windows == (new,)
    click_row(qtbot, new, 2)
    press(qtbot, new, "S")
    assert opened(new).row.starred
    press(qtbot, new, "Ctrl+Z")
    assert not opened(new).row.starred
    with qtbot.waitSignal(new.session.ended):
        new.close()


def test_nothing_holds_a_window_that_was_closed(start: Start, qtbot: QtBot) -> None:
    window = start()
    kept = []
    for _ in range(2):
        press(qtbot, window, "Ctrl+N")
        new = window.session.windows[-1]
        settle(qtbot, new)
        press(qtbot, new, "Ctrl+\\")
        kept.append(weakref.ref(new))
        new.close()
        settle(qtbot, window)
        qtbot.waitUntil(lambda new=new: _deleted(new))  # type: ignore[misc]
    del new

    def gone() -> bool:
        gc.collect()
        return all(one() is None for one in kept)

    qtbot.waitUntil(gone)


def test_a_window_may_close_while_it_waits_for_an_answer(start: Start, qtbot: QtBot) -> None:
    window = start()
    new = _second(qtbot, window)
    new.search.set_query("hasanov")
    new.show_filter()
    new.navigator.open(3)
    new.close()
    qtbot.waitUntil(lambda: _deleted(new))
    settle(qtbot, window)
    press(qtbot, window, "S")


def test_quitting_closes_all_windows(start: Start, qtbot: QtBot) -> None:
    window = start()
    new = _second(qtbot, window)
    with qtbot.waitSignal(window.session.ended):
        new.actions_["file.quit"].trigger()
    assert not window.isVisible()
    assert not new.isVisible()


def test_a_fault_is_told_once_in_the_window_in_use(start: Start, qtbot: QtBot) -> None:
    window = start()
    new = _second(qtbot, window)
    window.hub.refuse(LibraryError("The disk is full."))
    assert (new.banner.text, window.banner.isHidden()) == ("The disk is full.", True)
    _to_front(qtbot, window)
    window.hub.refuse(LibraryError("The disk is still full."))
    assert window.banner.text == "The disk is still full."
    assert new.banner.text == "The disk is full."
    press(qtbot, window, "S")  # a write that goes well
    qtbot.waitUntil(lambda: window.banner.isHidden() and new.banner.isHidden())


def test_a_theme_is_chosen_for_all_windows(start: Start, qtbot: QtBot) -> None:
    window = start()
    new = _second(qtbot, window)
    new.actions_["view.theme.dark"].trigger()
    assert window.actions_["view.theme.dark"].isChecked()
    window.actions_["view.theme.light"].trigger()
    assert new.actions_["view.theme.light"].isChecked()
    assert window.memory.text("theme") == "light"


def test_themes_may_change_while_windows_come_and_go(start: Start, qtbot: QtBot) -> None:
    window = start()
    for number in range(8):
        others = [window.session.open_beside(window) for _ in range(2)]
        window.session.choose_theme("dark" if number % 2 else "light")
        for other in others:
            qtbot.waitUntil(lambda other=other: other.has_begun)
            other.close()
        window.session.choose_theme("light" if number % 2 else "dark")
        qtbot.waitUntil(lambda others=others: all(_deleted(other) for other in others))
        window.theme.apply()  # as the next library that is opened does
    assert window.session.windows == (window,)

"""Keys are changed, taken away, switched off and set back in the settings, and hold at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.menus.every import ACTIONS
from gui.preferences.dialog import PreferencesDialog
from gui.preferences.keys import KeysPage
from gui.reader.looks import COLOURS
from gui.shortcuts import ShortcutsDialog
from gui.window import MainWindow
from store.model import MarkStyle
from tests.journeys.conftest import Start, opened, press, settle

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _keys_page(qtbot: QtBot, window: MainWindow, name: str = "article.star") -> KeysPage:
    qtbot.keyClick(window.articles.view, Qt.Key.Key_Comma, CONTROL)
    (dialog,) = window.findChildren(PreferencesDialog)
    page = dialog.open_page("Keys")
    assert isinstance(page, KeysPage)
    qtbot.waitUntil(dialog.isActiveWindow)
    page.choose(name)
    return page


def _press(qtbot: QtBot, page: KeysPage, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    page.editor.recorder.setFocus()
    held = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        held |= one
    qtbot.keyClick(page.editor.recorder, key, held)
    qtbot.waitUntil(lambda: page.editor.recorder.keySequence().isEmpty())


def _back_to(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.articles.view.setFocus()
    qtbot.waitUntil(window.articles.view.hasFocus)


def test_a_key_is_changed_and_acts_at_once(start: Start, qtbot: QtBot) -> None:
    window = start()
    page = _keys_page(qtbot, window)
    assert [chip.text() for chip in page.editor.chips] == ["S"]
    qtbot.mouseClick(page.editor.chips[0], Qt.MouseButton.LeftButton)
    assert page.editor.chips == []
    _press(qtbot, page, Qt.Key.Key_X)
    assert [chip.text() for chip in page.editor.chips] == ["X"]
    _back_to(qtbot, window)
    qtbot.keyClick(window.articles.view, Qt.Key.Key_S)
    settle(qtbot, window)
    assert not opened(window).row.starred
    qtbot.keyClick(window.articles.view, Qt.Key.Key_X)
    settle(qtbot, window)
    assert opened(window).row.starred
    window.close()
    again = start()
    qtbot.keyClick(again.articles.view, Qt.Key.Key_X)
    settle(qtbot, again)
    assert not opened(again).row.starred


def test_a_clash_is_told_and_not_kept(start: Start, qtbot: QtBot) -> None:
    window = start()
    page = _keys_page(qtbot, window)
    _press(qtbot, page, Qt.Key.Key_M)
    assert page.editor.message.text().startswith("M is taken by “Mark as read”")
    assert page.editor.message.property("tone") == "danger"
    _press(qtbot, page, Qt.Key.Key_F, ALT)
    assert "opens the menu File" in page.editor.message.text()
    assert window.session.keys.of("article.star") == ("S",)
    _press(qtbot, page, Qt.Key.Key_F5)
    assert page.editor.message.property("tone") == "muted"
    assert window.session.keys.of("article.star") == ("S", "F5")


def test_single_letters_are_switched_off_at_once(start: Start, qtbot: QtBot) -> None:
    window = start()
    page = _keys_page(qtbot, window)
    page.letters.click()
    _back_to(qtbot, window)
    for key in (Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_Slash):
        qtbot.keyClick(window.articles.view, key)
        settle(qtbot, window)
    assert not opened(window).row.starred
    assert opened(window).row.date == "2025-12-17"
    assert window.articles.view.hasFocus()
    qtbot.keyClick(window.articles.view, Qt.Key.Key_Down, ALT)
    settle(qtbot, window)
    assert opened(window).row.date == "2024-12-12"


def test_letters_of_the_facts_go_with_the_others(start: Start, qtbot: QtBot) -> None:
    window = start()
    canvas = window.reading.facts.canvas
    for letters, made in ((False, 0), (True, 1)):
        window.session.keys.use_single_letters(letters)
        canvas.setFocus()
        qtbot.keyClick(canvas, Qt.Key.Key_Home)
        qtbot.keyClick(canvas, Qt.Key.Key_C)
        settle(qtbot, window)
        assert len(opened(window).rulings) == made


def test_keys_are_set_back_one_by_one_and_all(start: Start, qtbot: QtBot) -> None:
    window = start()
    keys = window.session.keys
    page = _keys_page(qtbot, window)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert keys.of("article.star") == ()
    qtbot.mouseClick(page.editor.back, Qt.MouseButton.LeftButton)
    assert keys.of("article.star") == ("S",)
    keys.add("go.next", "F4")
    keys.use_single_letters(False)
    (dialog,) = window.findChildren(PreferencesDialog)
    dialog.back.click()
    assert {spec.name: keys.of(spec.name) for spec in ACTIONS} == {s.name: s.shortcuts for s in ACTIONS}
    assert page.letters.isChecked()


def test_the_page_is_used_without_a_mouse(start: Start, qtbot: QtBot) -> None:
    window = start()
    page = _keys_page(qtbot, window)
    page.seek.setFocus()
    qtbot.keyClicks(page.seek, "previous unread")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Home)
    page.choose("go.previous_unread")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.editor.recorder.isAncestorOf(QApplication.focusWidget()) or page.editor.recorder.hasFocus()
    _press(qtbot, page, Qt.Key.Key_U)
    assert window.session.keys.of("go.previous_unread") == ("P", "U")
    item = page.table.currentItem()
    assert item is not None
    assert item.data(0, Qt.ItemDataRole.AccessibleTextRole) == "Previous unread, P  or  U, yours"


def test_tips_follow_the_keys_and_come_back(start: Start, qtbot: QtBot) -> None:
    window = start()
    keys, box, bar = window.session.keys, window.search.box, window.reading.reader.bar
    before = box.toolTip()
    keys.take_away("help.search", "Shift+F1")
    keys.add("help.search", "Ctrl+Alt+H")
    keys.take_away("note.highlight", "Ctrl+H")
    assert "(Ctrl+Alt+H tells all)" in box.toolTip()
    assert not any("Ctrl+H" in bar.pen(name).toolTip() for name in COLOURS)
    bar.set_last("green", MarkStyle.FILL)  # which writes its tips anew
    assert not any("Ctrl+H" in bar.pen(name).toolTip() for name in COLOURS)
    keys.set_all_back()
    assert box.toolTip() == before
    assert "Ctrl+H" in bar.pen("green").toolTip()


def test_all_windows_have_the_same_keys(start: Start, qtbot: QtBot) -> None:
    window = start()
    other = window.session.open_beside(window)
    window.session.keys.take_away("article.star", "S")
    assert other.actions_["article.star"].shortcuts() == []
    qtbot.waitUntil(lambda: other.has_begun)
    other.close()


def test_the_sheet_leads_to_the_page_and_there_is_one_dialog(start: Start, qtbot: QtBot) -> None:
    window = start()
    qtbot.keyClick(window.articles.view, Qt.Key.Key_Question)
    (sheet,) = window.findChildren(ShortcutsDialog)
    change = next(one for one in sheet.findChildren(QPushButton) if "Change" in one.text())
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(PreferencesDialog)
    assert dialog.page.name == "Keys"
    dialog.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_row_has_room_in_a_small_dialog(start: Start, qtbot: QtBot, theme: str) -> None:
    window = start()
    window.theme.choose(theme)  # type: ignore[arg-type]
    page = _keys_page(qtbot, window)
    (dialog,) = window.findChildren(PreferencesDialog)
    dialog.resize(dialog.minimumSize())
    qtbot.waitUntil(lambda: page.table.height() >= 100)
    assert page.editor.geometry().bottom() <= page.height()


def test_the_list_opens_nothing_when_the_keyboard_comes_to_it(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+W")
    assert window.navigator.is_empty
    window.reading.reader.setFocus()
    press(qtbot, window, "Ctrl+L")
    view = window.articles.view
    qtbot.waitUntil(view.hasFocus)
    settle(qtbot, window)
    assert window.navigator.is_empty
    qtbot.keyClick(view, Qt.Key.Key_Down)  # to the first, not to the second
    qtbot.waitUntil(lambda: window.navigator.current is not None)
    assert view.currentIndex().row() == 0


def test_where_nothing_is_found_the_keyboard_goes_to_what_can_be_done(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.search.start()
    window.search.set_query("qqqq")
    settle(qtbot, window)
    window.reading.reader.setFocus()
    press(qtbot, window, "Ctrl+L")
    button = window.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Show all articles"
    press(qtbot, window, "F6")
    assert window.focusWidget() is not button
    press(qtbot, window, "Shift+F6")
    assert window.focusWidget() is button
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert window.model.articles == 3
    assert window.articles.view.hasFocus()

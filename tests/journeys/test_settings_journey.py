"""The settings: what is chosen holds at once in all windows, is there after a restart, and is set back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.preferences.appearance import AppearancePage
from gui.preferences.dialog import PreferencesDialog
from gui.preferences.library import LibraryPage
from gui.preferences.page import Page
from gui.preferences.privacy import PrivacyPage
from gui.preferences.reading import ReadingPage
from gui.window import MainWindow
from store.library import Library
from store.model import Filter, MarkKind
from tests.journeys.conftest import Start, click_row, press, settle

PAGES = ["Appearance", "Reading", "Keys", "Library", "Privacy"]


def _settings(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    press(qtbot, window, "Ctrl+,")
    (dialog,) = window.findChildren(PreferencesDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    settle(qtbot, window)
    return dialog


def _appearance(qtbot: QtBot, window: MainWindow) -> AppearancePage:
    page = _settings(qtbot, window).open_page("Appearance")
    assert isinstance(page, AppearancePage)
    return page


def _reading(qtbot: QtBot, window: MainWindow) -> ReadingPage:
    page = _settings(qtbot, window).open_page("Reading")
    assert isinstance(page, ReadingPage)
    return page


def _library(qtbot: QtBot, window: MainWindow) -> LibraryPage:
    page = _settings(qtbot, window).open_page("Library")
    assert isinstance(page, LibraryPage)
    return page


def _choose(field: object, value: str) -> None:
    field.setCurrentIndex(field.findData(value))  # type: ignore[attr-defined]


def test_looks_hold_at_once_in_all_windows_and_after_a_restart(start: Start, qtbot: QtBot) -> None:
    window = start()
    other = window.session.open_beside(window)
    qtbot.waitUntil(lambda: other.has_begun)
    window.activateWindow()
    page = _appearance(qtbot, window)
    page._theme_buttons["dark"].click()
    page.text_size.setValue(20)
    _choose(page.typeface, "serif")
    _choose(page.measure, "wide")
    _choose(page.motion, "true")
    _choose(page.order, "oldest")
    settle(qtbot, window)
    for one in (window, other):
        view = one.reading.reader.view
        assert (view.text_size, view.serif, view.measure) == (20, True, "wide")
        assert one.reading.reader.still
        assert one.actions_["view.theme.dark"].isChecked()
        assert one.model.order == "oldest"
    assert window.theme.dark
    other.close()
    window.close()
    again = start()
    view = again.reading.reader.view
    assert (view.text_size, view.serif, view.measure) == (20, True, "wide")
    assert again.reading.reader.still
    assert again.memory.text("theme") == "dark"
    assert again.model.order == "oldest"


def test_looks_chosen_in_the_menu_are_shown_on_the_page(start: Start, qtbot: QtBot) -> None:
    window = start()
    page = _appearance(qtbot, window)
    size = page.text_size.value()
    for name in ("view.larger", "view.typeface.serif", "view.theme.dark", "view.order.oldest"):
        window.actions_[name].trigger()
    settle(qtbot, window)
    assert page.text_size.value() > size
    assert page.typeface.currentData() == "serif"
    assert page._theme_buttons["dark"].isChecked()
    assert page.order.currentData() == "oldest"


def test_looks_are_set_back(start: Start, qtbot: QtBot) -> None:
    window = start()
    page = _appearance(qtbot, window)
    first = (page.text_size.value(), page.typeface.currentData(), page.measure.currentData())
    page._theme_buttons["dark"].click()
    page.text_size.setValue(30)
    _choose(page.typeface, "serif")
    _choose(page.order, "oldest")
    settle(qtbot, window)
    (dialog,) = window.findChildren(PreferencesDialog)
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert (page.text_size.value(), page.typeface.currentData(), page.measure.currentData()) == first
    assert window.theme.choice == "system"
    assert window.model.order == "date"


def test_articles_are_marked_as_read_at_once_or_never(start: Start, qtbot: QtBot) -> None:
    window = start()
    page = _reading(qtbot, window)
    page.never.click()
    assert not page.seconds.isEnabled()
    click_row(qtbot, window, 1)
    assert not window.navigator._dwell.isActive()
    page.at_once.click()
    click_row(qtbot, window, 2)
    qtbot.waitUntil(lambda: window.model.row(2).read)  # type: ignore[union-attr]
    assert not window.model.row(1).read  # type: ignore[union-attr]
    page.after.click()
    page.seconds.setValue(30)
    window.close()
    again = start()
    assert again.navigator._dwell.interval() == 30_000
    assert _reading(qtbot, again).seconds.value() == 30


def test_both_sides_behave_as_the_settings_say(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1900, 900))
    _reading(qtbot, window).never.click()
    window.memory.keep("still", "true")
    window.actions_["view.split"].trigger()
    settle(qtbot, window)
    first, second = window.reading.columns.every
    assert second.reader.still
    for column in (first, second):
        assert column.navigator._marks_by_itself is False
    _reading(qtbot, window).at_once.click()
    _choose(_appearance(qtbot, window).motion, "false")
    for column in (first, second):
        assert column.navigator._dwell.interval() == 0
        assert not column.reader.still


@pytest.mark.parametrize(("kept", "wanted"), [("x", 800), ("-5", 800), ("1e3", 800), ("99999999", 60_000)])
def test_wrong_times_fall_back(start: Start, qtbot: QtBot, kept: str, wanted: int) -> None:
    window = start()
    window.memory.keep("mark_read", kept)
    window.close()
    assert start().navigator._dwell.interval() == wanted


def test_kinds_of_marks_are_those_of_the_switches(start: Start, qtbot: QtBot) -> None:
    window = start()
    page = _reading(qtbot, window)
    page.kinds[MarkKind.RANK].click()
    assert MarkKind.RANK not in window.reading.reader.shown_kinds
    window.reading.reader.legend.switch(MarkKind.POST).click()
    assert not page.kinds[MarkKind.POST].isChecked()
    page.none.click()
    assert window.reading.reader.shown_kinds == frozenset()
    window.close()
    again = start()
    assert again.reading.reader.shown_kinds == frozenset()
    page = _reading(qtbot, again)
    page.set_back()
    assert again.reading.reader.shown_kinds == frozenset(MarkKind)


def test_a_backup_is_made_now_where_it_is_wanted(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    page = _library(qtbot, window)
    qtbot.waitUntil(lambda: page.last.text() == "There is none yet.")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "kept"))
    qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    page.days.setValue(9)
    qtbot.mouseClick(page.now, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    (copy,) = (tmp_path / "kept").iterdir()
    assert page.message.text().startswith(copy.name)
    assert "1 backup, " in page.last.text()
    assert page.now.isEnabled()
    kept = Library.open(copy)
    kept.reread()
    assert kept.count(Filter()) == 3
    kept.close()
    window.close()
    page = _library(qtbot, start())
    assert page.backups.text() == str(tmp_path / "kept")
    assert page.days.value() == 9
    page.set_back()
    assert (page.days.value(), page.weeks.value(), page.daily.isChecked()) == (5, 4, True)
    assert page.backups.text().endswith("library-backups")


def test_a_backup_that_cannot_be_made_is_told_on_the_page(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.library.backups.folder().write_text("in the way")
    page = _library(qtbot, window)
    qtbot.mouseClick(page.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cannot be made" in page.message.text())
    assert page.now.isEnabled()


def test_a_folder_is_watched_and_no_longer(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    page = _library(qtbot, window)
    assert not page.stop.isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    qtbot.mouseClick(page.watch, Qt.MouseButton.LeftButton)
    assert window.watcher.folder == tmp_path
    assert page.watched.text() == str(tmp_path)
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    assert window.watcher.folder is None
    assert page.watched.text() == "none"
    settle(qtbot, window)


def test_the_folder_of_ones_own_lexicon_is_made(start: Start, qtbot: QtBot, own_folders: Path) -> None:
    window = start()
    page = _library(qtbot, window)
    assert page.lexicon.text().startswith("none yet")
    qtbot.mouseClick(page.make_lexicon, Qt.MouseButton.LeftButton)
    folder = own_folders / ".local" / "share" / "communique" / "lexicon"
    assert folder.is_dir()
    assert page.lexicon.text() == str(folder)
    assert page.make_lexicon.isHidden()


def test_folders_are_shown_or_their_place_is_copied(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    page = _settings(qtbot, window).open_page("Privacy")
    assert isinstance(page, PrivacyPage)
    assert page.places[0].text() == str(window.library.path)
    opened: list[str] = []

    def show(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    first = next(one for one in page.findChildren(QPushButton) if one.text() == "Open folder")
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert opened == [str(window.library.path.parent)]
    assert page.message.text() == ""
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert "copied" in page.message.text()
    assert QGuiApplication.clipboard().text() == str(window.library.path.parent)


def test_what_was_used_last_is_forgotten(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+K")
    qtbot.keyClicks(QApplication.focusWidget(), "oldest")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.memory.of_library("used")
    page = _settings(qtbot, window).open_page("Privacy")
    assert isinstance(page, PrivacyPage)
    qtbot.mouseClick(page.forget, Qt.MouseButton.LeftButton)
    assert window.memory.of_library("used") == ""


def test_the_page_that_was_open_opens_again_and_there_is_one_dialog(start: Start, qtbot: QtBot) -> None:
    window = start()
    dialog = _settings(qtbot, window)
    assert dialog.names == PAGES
    assert [page.name for page in dialog.findChildren(Page)] == ["Appearance"]  # the others when turned to
    assert dialog.page.name == "Appearance"
    dialog.list.setFocus()
    for _ in range(3):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.page.name == "Library"
    press(qtbot, window, "Ctrl+,")
    assert len(window.findChildren(PreferencesDialog)) == 1
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChildren(PreferencesDialog) == [])
    assert _settings(qtbot, window).page.name == "Library"


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_goes_through_the_page_and_then_to_the_buttons(
    start: Start, qtbot: QtBot, name: str
) -> None:
    dialog = _settings(qtbot, start())
    for other in (PAGES[-1], PAGES[0], name):
        page = dialog.open_page(other)
    dialog.list.setFocus()
    reached: list[QWidget | None] = []
    while len(reached) < 80 and (not reached or reached[-1] is not dialog.list):
        dialog.focusNextChild()
        reached.append(QApplication.focusWidget())
    kinds = ["page" if one is not None and page.isAncestorOf(one) else "rest" for one in reached]
    inside = kinds.count("page")
    assert inside > 0
    assert kinds == ["page"] * inside + ["rest"] * (3 if page.can_set_back else 2)


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name_and_room(start: Start, qtbot: QtBot, name: str) -> None:
    window = start()
    dialog = _settings(qtbot, window)
    dialog.resize(dialog.minimumSize())
    page = dialog.open_page(name)
    qtbot.waitUntil(page.isVisible)
    nameless = []
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name) and widget.focusProxy() is None:
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert [one for one in nameless if "QSpinBox" not in one and "QHeaderView" not in one] == []
    assert page.width() <= dialog.width()
    area = page.parentWidget()
    assert area is not None
    assert page.minimumSizeHint().width() <= area.width()

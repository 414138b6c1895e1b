"""The shortcut sheet: by menu, with the person's own keys, to search, copy and print."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.keys import Keys
from gui.menus.every import ACTIONS
from gui.menus.fixed import FIXED
from gui.settings import Memory
from gui.shortcuts import ShortcutsDialog, as_html, as_text, lines
from gui.theme import Theme


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    return Keys(Memory(settings, Path("/a.sqlite")))


@pytest.fixture
def actions(theme: Theme, keys: Keys) -> Actions:
    owner = QObject()
    made = Actions(theme, owner, keys)
    made.setParent(None)
    return made


@pytest.fixture
def dialog(actions: Actions, qtbot: QtBot) -> ShortcutsDialog:
    made = ShortcutsDialog(actions)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    return made


def test_the_sheet_lists_every_action_and_finds_one_by_name_or_key(
    dialog: ShortcutsDialog, qtbot: QtBot
) -> None:
    assert len(dialog.shown()) == len(ACTIONS) + len(FIXED)
    assert "Theme: Dark" in dialog.shown()
    qtbot.keyClicks(dialog.seek, "next unr")
    assert dialog.shown() == ["Next unread"]
    dialog.seek.setText("ctrl+shift+m")
    assert dialog.shown() == ["Mark all listed as read"]
    dialog.seek.setText("zebra")
    assert dialog.shown() == []


def test_the_sheet_shows_the_keys_of_the_person_at_once(dialog: ShortcutsDialog, keys: Keys) -> None:
    dialog.seek.setText("star the article")
    keys.take_away("article.star", "S")
    keys.add("article.star", "Ctrl+Alt+S")
    dialog.seek.setText("ctrl+alt+s")
    assert dialog.shown() == ["Star"]
    assert dialog.note.isHidden()
    keys.use_single_letters(False)
    assert not dialog.note.isHidden()


def test_the_sheet_is_copied_as_text_and_as_a_page(dialog: ShortcutsDialog, qtbot: QtBot) -> None:
    copy = next(one for one in dialog.findChildren(QPushButton) if "Copy" in one.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    data = QGuiApplication.clipboard().mimeData()
    assert "Go\n\tGo to or do\tCtrl+K\n" in data.text()
    assert "Watch a folder" not in data.text()  # it has no keys
    assert "<b>Ctrl+K</b>" in data.html()


def test_the_sheet_is_printed(dialog: ShortcutsDialog, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    dialog.print_on(printer)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_each_menu_and_each_pane_is_told_once(actions: Actions) -> None:
    groups = [line.group for line in lines(actions)]
    heads = [one for place, one in enumerate(groups) if place == 0 or groups[place - 1] != one]
    assert len(heads) == len(set(heads))


def test_text_and_page_have_the_same_lines(actions: Actions) -> None:
    sheet = lines(actions)
    with_keys = [line for line in sheet if line.keys]
    assert as_text(sheet).count("\n\t") == as_html(sheet).count("<tr>") == len(with_keys)

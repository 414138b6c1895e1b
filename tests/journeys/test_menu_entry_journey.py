"""Communiqué in the applications menu: in by an action, out again by the notice's button."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from store import desktop
from tests.journeys.conftest import Start, settle


def test_into_the_menu_and_out_again(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    window = start()
    window.actions_["help.menu_entry"].trigger()
    qtbot.waitUntil(lambda: "applications menu now" in window.banner.text)
    assert desktop.is_installed(home)
    button = next(b for b in window.banner.findChildren(QPushButton) if b.text() == "Remove it")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "no more" in window.banner.text)
    assert not desktop.is_installed(home)
    assert button.text() == "Add it"
    settle(qtbot, window)


def test_a_folder_that_cannot_be_written_is_told(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    window.actions_["help.menu_entry"].trigger()
    qtbot.waitUntil(lambda: "cannot be written" in window.banner.text)

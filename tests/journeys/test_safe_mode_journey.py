"""Safe mode: what is remembered does not count, and can be put aside and back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.safe import SafeMode
from gui.settings import open_settings
from gui.window import MainWindow
from store.places import LEXICON
from tests.journeys.conftest import Start

ROOT = Path(__file__).parents[2]


@pytest.fixture
def window(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setenv(LEXICON, str(tmp_path))
    window = start()
    settings = open_settings()
    settings.setValue("window/theme", "dark")
    settings.sync()
    SafeMode().tell(window)
    return window


def click(qtbot: QtBot, window: MainWindow, label: str) -> None:
    button = next(b for b in window.banner.findChildren(QPushButton) if b.text() == label)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_settings_are_put_aside_and_back(window: MainWindow, qtbot: QtBot) -> None:
    file = Path(open_settings().fileName())
    before = file.read_bytes()
    assert os.environ[LEXICON] == ""
    click(qtbot, window, "Put my settings aside")
    [aside] = file.parent.glob("window.aside-*.ini")
    assert not file.exists()
    assert aside.read_bytes() == before
    assert str(aside) in window.banner.text
    click(qtbot, window, "Put them back")
    assert file.read_bytes() == before
    assert not aside.exists()


def test_no_settings_to_put_aside_is_told(window: MainWindow, qtbot: QtBot) -> None:
    Path(open_settings().fileName()).unlink()
    click(qtbot, window, "Put my settings aside")
    assert window.banner.text == "There are no settings to put aside."


def test_a_file_that_cannot_be_renamed_is_told(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    click(qtbot, window, "Put my settings aside")
    assert "cannot be renamed: permission denied" in window.banner.text


def test_the_program_starts_with_first_settings_and_writes_none(own_folders: Path, tmp_path: Path) -> None:
    settings = open_settings()
    settings.setValue("window/text_size", "30")
    settings.sync()
    before = Path(settings.fileName()).read_bytes()
    plain, safe, remembered = (tmp_path / f"{name}.png" for name in ("plain", "safe", "remembered"))

    def draw(picture: Path, *options: str, config: Path) -> None:
        ended = subprocess.run(
            [sys.executable, "-m", "gui.main", "--screenshot", str(picture), "--theme", "light", *options],
            cwd=ROOT,
            env={**os.environ, "XDG_CONFIG_HOME": str(config)},
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr

    used = Path(os.environ["XDG_CONFIG_HOME"])
    draw(remembered, config=used)  # the first, which brings the sample articles
    draw(safe, "--safe-mode", config=used)
    draw(plain, "--safe-mode", config=tmp_path / "no-settings")
    assert safe.read_bytes() == plain.read_bytes()
    assert remembered.read_bytes() != plain.read_bytes()
    assert Path(settings.fileName()).read_bytes() == before

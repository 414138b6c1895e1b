"""What is remembered between two runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication

from gui.settings import Memory, open_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


def _memory(file: Path, library: str = "/a/library.sqlite") -> Memory:
    return Memory(QSettings(str(file), QSettings.Format.IniFormat), Path(library))


def test_lies_in_the_configuration_folder(own_folders: Path, qapp: QApplication) -> None:
    settings = open_settings()
    assert Path(settings.fileName()) == own_folders / ".config" / "communique" / "window.ini"


def test_comes_back(file: Path) -> None:
    memory = _memory(file)
    memory.keep("theme", "dark")
    memory.keep("facts", False)
    memory.keep("size", 14)
    memory.keep("panes", QByteArray(b"\0\1,;\xff"))
    memory.keep_windows("[1]")
    memory.save()
    again = _memory(file)
    assert again.text("theme") == "dark"
    assert again.flag("facts", True) is False
    assert again.decimal("size", 10, 6, 30) == 14
    assert again.state("panes") == QByteArray(b"\0\1,;\xff")
    assert again.windows() == "[1]"


def test_each_library_has_its_own_place(file: Path) -> None:
    memory = _memory(file)
    memory.keep_windows("[1]")
    other = _memory(file, "/b/library.sqlite")
    assert other.windows() == ""


@pytest.mark.parametrize("text", ["", "x", "1,2,3", "a,b,c,d", "\0", "nan"])
def test_damaged_settings_are_left_aside(file: Path, text: str) -> None:
    memory = _memory(file)
    memory.keep("size", text)
    memory.keep("facts", text)
    assert memory.decimal("size", 10, 6, 30) == 10
    assert memory.flag("facts", True) is True
    assert memory.state("size").isEmpty()

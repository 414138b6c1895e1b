"""What is remembered between two runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.settings import Memory, open_settings
from store.model import Filter


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
    memory.keep_article(7)
    memory.keep_shown(Filter(unread=True, person="kadioglu, ziya", query="gone"))
    memory.save()
    again = _memory(file)
    assert again.text("theme") == "dark"
    assert again.flag("facts", True) is False
    assert again.decimal("size", 10, 6, 30) == 14
    assert again.state("panes") == QByteArray(b"\0\1,;\xff")
    assert again.article() == "7"
    assert again.shown() == Filter(unread=True, person="kadioglu, ziya")


def test_each_library_has_its_own_place(file: Path) -> None:
    memory = _memory(file)
    memory.keep_article(7)
    memory.keep_shown(Filter(unread=True))
    other = _memory(file, "/b/library.sqlite")
    assert other.article() == ""
    assert other.shown() == Filter()


@pytest.mark.parametrize("text", ["", "x", "1,2,3", "a,b,c,d", "\0", "nan"])
def test_damaged_settings_are_left_aside(file: Path, text: str) -> None:
    memory = _memory(file)
    memory.keep("geometry", text)
    memory.keep("size", text)
    memory.keep("facts", text)
    assert memory.geometry() is None
    assert memory.decimal("size", 10, 6, 30) == 10
    assert memory.flag("facts", True) is True
    assert memory.state("size").isEmpty()


def test_a_window_comes_back_only_onto_a_screen(file: Path, qapp: QApplication) -> None:
    free = QGuiApplication.primaryScreen().availableGeometry()
    memory = _memory(file)
    seen = QRect(free.x() + 20, free.y() + 20, 500, 400)
    memory.keep_geometry(seen)
    assert memory.geometry() == seen
    memory.keep_geometry(QRect(90_000, 90_000, 5_000, 400))
    back = memory.geometry()
    assert back is not None
    assert free.contains(back)

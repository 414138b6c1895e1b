"""Tips name the keys that actions have now."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gui.keys import Keys
from gui.settings import Memory
from gui.tips import with_own_keys


@pytest.fixture
def keys(tmp_path: Path, qapp: QApplication) -> Keys:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = Keys(Memory(settings, Path("/a.sqlite")))
    made.take_away("note.write", "Ctrl+M")
    made.take_away("note.tag", "Ctrl+T")
    made.add("note.tag", "Ctrl+Alt+T")
    made.take_away("help.search", "Shift+F1")
    made.add("help.search", "F2")
    return made


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ("Tag these words (Ctrl+T)", "Tag these words (Ctrl+Alt+T)"),
        ("Write a note (Ctrl+M)", "Write a note"),
        ("post: date: ... (Shift+F1 tells all)", "post: date: ... (F2 tells all)"),
        ("Copy as a citation (Ctrl+Shift+C)", "Copy as a citation (Ctrl+Shift+C)"),
        ("Copy (Ctrl+C)", "Copy (Ctrl+C)"),
        ("Officials (12)", "Officials (12)"),
        ("Nothing", "Nothing"),
        ("", ""),
    ],
)
def test_a_tip_names_the_key_that_there_is(keys: Keys, declared: str, told: str) -> None:
    assert with_own_keys(declared, keys) == told

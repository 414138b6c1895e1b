"""What is imported while nobody waits for it."""

from __future__ import annotations

import importlib

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui import warming


@pytest.mark.parametrize("name", warming.MODULES)
def test_each_of_them_is_there(name: str) -> None:
    assert importlib.import_module(name).__name__ == name


def test_they_come_one_after_the_other(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(warming, "import_module", asked.append)
    monkeypatch.setattr(warming, "BEGIN", 0)
    monkeypatch.setattr(warming, "EVERY", 0)
    frozen: list[bool] = []
    monkeypatch.setattr(warming.gc, "freeze", lambda: frozen.append(True))
    owner = QObject()
    made = warming.Warming(owner)
    with qtbot.waitSignal(made.destroyed):
        pass
    assert tuple(asked) == warming.MODULES
    assert frozen == [True]  # what came is not looked through for garbage again

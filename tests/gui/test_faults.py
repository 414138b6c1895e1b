"""What went wrong by our own mistake: told once, in one dialog, with details that hold nothing private."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.details import trace, versions
from gui.faultdialog import FaultDialog
from gui.faults import Faults
from gui.theme import Theme


@pytest.fixture
def faults(theme: Theme, qtbot: QtBot) -> Iterator[Faults]:
    made = Faults()
    yield made
    if made.dialog is not None:
        made.dialog.close()


def _go_wrong(words: str = "broken") -> None:
    raise ValueError(words)


def _hit(faults: Faults, work: object = _go_wrong) -> None:
    try:
        work()  # type: ignore[operator]
    except (ValueError, KeyError) as fault:
        faults._hook(type(fault), fault, fault.__traceback__)


def _dialog(faults: Faults) -> FaultDialog:
    assert faults.dialog is not None
    return faults.dialog


def _click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_one_dialog_says_what_happened_what_is_unharmed_and_what_to_do(faults: Faults, qtbot: QtBot) -> None:
    _hit(faults)
    dialog = _dialog(faults)
    assert "made a mistake" in dialog.title.text()
    assert "everything you wrote is in the library" in dialog.unharmed.text()
    assert "go on working" in dialog.to_do.text()
    assert dialog.details.isHidden()
    _click(qtbot, dialog.fold)
    assert dialog.details.isVisible()
    assert "ValueError: broken" in dialog.details.toPlainText()
    assert "library format" in dialog.details.toPlainText()
    gc.collect()
    _click(qtbot, dialog.copy)
    assert QGuiApplication.clipboard().text() == dialog.details.toPlainText()
    _click(qtbot, dialog.fold)
    assert dialog.details.isHidden()


def test_the_same_fault_is_counted_and_another_one_added(faults: Faults) -> None:
    for _ in range(3):
        _hit(faults)
    dialog = _dialog(faults)
    assert "3 times" in dialog.count.text()
    _hit(faults, lambda: {}["a"])
    assert faults.dialog is dialog
    assert "KeyError" in dialog.details.toPlainText()


def test_what_goes_wrong_again_and_again_does_not_come_back_at_once(
    faults: Faults, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hit(faults)
    _dialog(faults).close()
    qtbot.waitUntil(lambda: faults.dialog is None)
    _hit(faults)
    assert faults.dialog is None
    _hit(faults, lambda: {}["a"])  # another one is told
    _dialog(faults).close()
    qtbot.waitUntil(lambda: faults.dialog is None)
    monkeypatch.setattr("gui.faults.CALM", 0.0)
    _hit(faults)
    assert "3 times" in _dialog(faults).count.text()


def test_a_fault_in_a_thread_is_told(faults: Faults, qtbot: QtBot) -> None:
    faults.install()
    try:
        thread = threading.Thread(target=_go_wrong)
        thread.start()
        thread.join()
    finally:
        faults.uninstall()
    qtbot.waitUntil(lambda: faults.dialog is not None)


def _traced(fault: Exception) -> str:
    try:
        raise fault
    except (ValueError, KeyError, AttributeError) as caught:
        return trace(type(caught), caught, caught.__traceback__)


@pytest.mark.parametrize(
    "fault",
    [
        ValueError("no date in 'Zakir Hasanov received'"),
        KeyError("Zakir Hasanov"),
        UnicodeEncodeError("ascii", "Zakir Hasanov ı", 14, 15, "not in range"),
        ValueError('a "Zakir Hasanov \\" said"'),
    ],
)
def test_details_hold_no_private_words(fault: Exception) -> None:
    told = _traced(fault)
    assert type(fault).__name__ in told
    assert "Hasanov" not in told


def test_details_keep_what_names_the_program(own_folders: Path) -> None:
    assert "'nothing'" in _traced(AttributeError("'View' object has no attribute 'nothing'"))
    assert str(own_folders) not in _traced(ValueError(f"in {own_folders}/x"))
    assert "Python 3" in versions()


def test_details_say_what_a_fault_came_of() -> None:
    try:
        try:
            _go_wrong("first")
        except ValueError as first:
            raise TypeError("second") from first
    except TypeError as caught:
        told = trace(type(caught), caught, caught.__traceback__)
    assert told.index("TypeError: second") < told.index("which came of") < told.index("ValueError: first")

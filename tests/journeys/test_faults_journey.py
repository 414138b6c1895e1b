"""Something goes wrong while a person works."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from gui.faults import Faults
from gui.log import LOG
from gui.logdialog import LogDialog
from gui.window import MainWindow
from tests.journeys.conftest import Start, click_row, opened, settle


@pytest.fixture
def faults(qapp: QApplication) -> Iterator[Faults]:
    made = Faults()
    LOG.begin()
    yield made
    if made.dialog is not None:
        made.dialog.close()
    LOG.end()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _log_of(window: MainWindow) -> LogDialog:
    return next(one for one in window.findChildren(LogDialog) if one.isVisible())


def test_after_a_fault_one_goes_on_working_and_finds_it_in_the_log(
    start: Start, qtbot: QtBot, faults: Faults
) -> None:
    window = start()

    words = opened(window).row.heading[:8]

    def broken() -> None:
        raise IndexError(f"at {words!r}")

    with capture_exceptions() as caught:
        window.tasks.read(broken, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
        faults._hook(*caught[0])  # as the program does outside of tests
    dialog = faults.dialog
    assert dialog is not None
    assert dialog.parentWidget() is window
    qtbot.mouseClick(dialog.log, Qt.MouseButton.LeftButton)
    shown = _log_of(window)
    qtbot.waitUntil(lambda: "IndexError" in shown.text.toPlainText())
    assert words not in shown.text.toPlainText()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: faults.dialog is None)
    shown.close()
    click_row(qtbot, window, 1)
    assert opened(window).row.id == window.model.row(1).id  # type: ignore[union-attr]


def test_the_log_is_shown_from_the_menu_and_copied(start: Start, qtbot: QtBot, faults: Faults) -> None:
    window = start()
    LOG.note("The window is open.")
    window.actions_["help.log"].trigger()
    settle(qtbot, window)
    dialog = _log_of(window)
    assert "The window is open." in dialog.text.toPlainText()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    again = next(one for one in dialog.findChildren(QPushButton) if "Read again" in one.text())
    LOG.note("And more.")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert "And more." in dialog.text.toPlainText()

"""Small questions: room for their titles, and an answer or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui import asking


def answering(qtbot: QtBot, do: Callable[[QInputDialog], object]) -> None:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        do(dialog)

    QTimer.singleShot(0, act)


def test_a_name_is_typed(qtbot: QtBot) -> None:
    window, widths = QWidget(), list[int]()
    qtbot.addWidget(window)

    def do(dialog: QInputDialog) -> None:
        widths.append(dialog.width())
        field = dialog.findChild(QLineEdit)
        assert field.text() == "kadioglu"
        field.selectAll()
        qtbot.keyClicks(field, "Visits")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    answering(qtbot, do)
    assert asking.a_name(window, "Save this search", "Its name:", "kadioglu") == "Visits"
    assert widths[0] >= 380


@pytest.mark.parametrize("long", ["A name", "x" * 500])
def test_a_long_proposal_has_room_but_not_all_the_screen(qtbot: QtBot, long: str) -> None:
    widths = list[int]()

    def do(dialog: QInputDialog) -> None:
        widths.append(dialog.width())
        dialog.reject()

    answering(qtbot, do)
    assert asking.a_name(None, "Save this search", "Its name:", long) is None
    assert 380 <= widths[0] <= 660


def test_one_of_several_is_chosen(qtbot: QtBot) -> None:
    def do(dialog: QInputDialog) -> None:
        box = dialog.findChild(QComboBox)
        assert not box.isEditable()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        dialog.accept()

    answering(qtbot, do)
    assert asking.one_of(None, "Which", "One of:", ["first", "second"]) == "second"

"""The list of what an article may be compared with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.across.choosing import NONE, ChoosingDialog
from gui.theme import Theme


def test_where_nothing_is_like_it_that_is_said(theme: Theme, qtbot: QtBot) -> None:
    dialog = ChoosingDialog("An article", ())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.compare.isEnabled()
    assert not dialog.list.isVisible()
    assert any(label.text() == NONE for label in dialog.findChildren(QLabel))

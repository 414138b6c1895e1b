"""A line that is cut tells all of it where the pointer rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from gui.eliding import Elided

TEXT = "Azerbaijan-Türkiye High-Level Military Dialogue Meeting"


def tip_of(line: Elided) -> str:
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), line.mapToGlobal(QPoint(2, 2)))
    QApplication.sendEvent(line, event)
    return QToolTip.text()


def test_it_is_cut_and_told(qtbot: QtBot) -> None:
    line = Elided()
    qtbot.addWidget(line)
    line.setText(TEXT)
    line.resize(120, 20)
    line.show()
    assert line.minimumSizeHint().width() == 0
    assert line.shown.endswith("…")
    assert line.text() == TEXT
    assert tip_of(line) == TEXT
    line.setToolTip("Its own")
    assert tip_of(line) == "Its own"


def test_it_is_whole_where_there_is_room(qtbot: QtBot) -> None:
    line = Elided()
    qtbot.addWidget(line)
    line.setText(TEXT)
    line.resize(900, 20)
    line.show()
    assert line.shown == TEXT
    assert tip_of(line) == ""

"""The Qt binding must not drop references.

PySide6 6.12.0 on Python 3.11 takes one from None at every void call, and aborts after some thousand.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 500


def test_void_calls_keep_the_references_of_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    document = QTextDocument("who met whom")
    cursor = QTextCursor(document)
    before = sys.getrefcount(None)
    for i in range(CALLS):
        label.setText("met")
        cursor.setPosition(i % 5)
        label.parent()
    lost = before - sys.getrefcount(None)
    assert abs(lost) < CALLS // 10, f"{lost} references of None lost in {3 * CALLS} calls"

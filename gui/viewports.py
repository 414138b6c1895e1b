"""What lists and texts on the first screen do without the costly parts of PySide."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem, QTextEdit, QWidget


def give_viewport(area: QAbstractScrollArea) -> QWidget:
    """Replace the viewport of ``area`` by one like it, and return it.

    Of a viewport that Qt made, PySide finds the type by trying each kind of widget there is, and makes all
    of them known to Python for that: a tenth of the whole start. One that Python made is known already.
    """
    own = QWidget()
    own.setObjectName("qt_scrollarea_viewport")
    own.setBackgroundRole(QPalette.ColorRole.Base)
    own.setAutoFillBackground(True)
    own.grabGesture(Qt.GestureType.PanGesture)
    area.setViewport(own)
    own.setMouseTracking(area.hasMouseTracking())
    own.setAcceptDrops(area.acceptDrops())
    if isinstance(area, QTextEdit):
        own.setCursor(Qt.CursorShape.IBeamCursor)
    return own


def is_hovered(area: QAbstractScrollArea, option: QStyleOptionViewItem) -> bool:
    """Whether the mouse is on the item that is drawn."""
    if not area.viewport().underMouse():
        return False
    from PySide6.QtWidgets import QStyle  # its many names take 4 ms, and the first screen needs none of them

    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def has_focus(area: QAbstractScrollArea, option: QStyleOptionViewItem) -> bool:
    """Whether the keyboard is on the item that is drawn."""
    if not area.hasFocus():
        return False
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag.State_HasFocus)

"""Words for those who hear the window instead of seeing it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def say(widget: QWidget, text: str) -> None:
    """Have a screen reader, where one listens, say something that happened in a widget."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 2 ms at the start

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))

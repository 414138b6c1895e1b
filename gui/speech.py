"""Words for those who hear the window instead of seeing it. What is said, is said here."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QWidget

_ECHO = 0.2
"""Seconds in which the same words of another widget are the same news, told in several windows."""

_last: tuple[str, QWidget | None, float] = ("", None, 0.0)


def is_heard() -> bool:
    """Whether a screen reader listens."""
    from PySide6.QtGui import QAccessible  # 2 ms at the start

    return QAccessible.isActive()


def say(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have a screen reader, where one listens, say something that happened in a widget.

    ``at_once``: before whatever it is saying; for faults only.
    """
    global _last
    text = " ".join(text.split())
    if not text or not is_heard():
        return
    said, by, when = _last
    now = time.monotonic()
    if said == text and by is not widget and now - when < _ECHO:
        return
    _last = text, widget, now
    _send(widget, text, at_once)


def point_to(widget: QWidget, part: int) -> None:
    """Tell a screen reader that the keyboard is on a part of a painted widget now (see ``gui/access``)."""
    if part >= 0 and is_heard():
        _focus(widget, part)


def _send(widget: QWidget, text: str, at_once: bool) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def _focus(widget: QWidget, part: int) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    whole = QAccessible.queryAccessibleInterface(widget)
    if whole is not None and part < whole.childCount():
        event = QAccessibleEvent(widget, QAccessible.Event.Focus)
        event.setChild(part)
        QAccessible.updateAccessibility(event)

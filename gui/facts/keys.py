"""The keys of the facts pane: single letters that work while it has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

KEYS = {
    "goto": "Return",
    "edit": "E",
    "correct": "Shift+E",
    "confirm": "C",
    "confirm_all": "Shift+C",
    "clear": "Backspace",
    "remove": "Del",
}
"""What can be done with a fact, and the key that does it."""

_ACTIONS = {
    (Qt.Key.Key_E, False): "edit",
    (Qt.Key.Key_F2, False): "edit",
    (Qt.Key.Key_E, True): "correct",
    (Qt.Key.Key_C, False): "confirm",
    (Qt.Key.Key_C, True): "confirm_all",
    (Qt.Key.Key_Backspace, False): "clear",
    (Qt.Key.Key_Delete, False): "remove",
}
_LETTERS = (Qt.Key.Key_E, Qt.Key.Key_C)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def action_of(event: QKeyEvent, letters: bool = True) -> str:
    """What the pressed key does with the current fact; "" where it does nothing.

    ``letters``: whether letters alone are keys.
    """
    if event.modifiers() & _OTHERS or (not letters and event.key() in _LETTERS):
        return ""
    shifted = bool(event.modifiers() & _SHIFT)
    return _ACTIONS.get((Qt.Key(event.key()), shifted), "")

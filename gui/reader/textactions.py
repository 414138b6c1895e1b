"""The actions on the words of an article: of its own, or those of the window that has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

ACTIONS = {
    "note.highlight": ("&Highlight", "Ctrl+H"),
    "note.write": ("Write a &note", "Ctrl+M"),
    "note.tag": ("&Tag these words", "Ctrl+T"),
    "note.cite": ("Copy as a c&itation", "Ctrl+Shift+C"),
    "fact.official": ("Add as an &official…", "Ctrl+Shift+P"),
    "fact.meeting": ("Add as a &meeting…", "Ctrl+Shift+G"),
    "go.next_mark": ("Next &mark", "Ctrl+Down"),
    "go.previous_mark": ("P&revious mark", "Ctrl+Up"),
    "go.card": ("&Card of the mark", "Ctrl+I"),
}
"""Names, with what they are called and their keys where no window gives others."""


class TextActions:
    """Carries out actions by name; the keys of its own work while the keyboard is in the pane."""

    def __init__(
        self, pane: QWidget, slots: Mapping[str, Callable[[], None]], in_use: Callable[[], bool]
    ) -> None:
        """``in_use``: whether they are meant for this one, of two articles side by side."""
        self._pane, self._slots, self._in_use = pane, slots, in_use
        self.every: dict[str, QAction] = {}
        made = {}
        for name, (text, keys) in ACTIONS.items():
            made[name] = QAction(text, pane)
            made[name].setShortcut(keys)
            made[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            pane.addAction(made[name])
        self.use(made)

    def use(self, actions: Mapping[str, QAction]) -> None:
        """Carry out these, instead of those of the same names."""
        for name, action in actions.items():
            own = self.every.get(name)
            if own is not None:
                self._pane.removeAction(own)
                own.deleteLater()
            self.every[name] = action
            action.triggered.connect(lambda _checked=False, slot=self._slots[name]: self._act(slot))

    def _act(self, slot: Callable[[], None]) -> None:
        if self._in_use():
            slot()

"""Tips that name a key name the one that the person gave the action, not the first one.

Buttons of actions do so by themselves. The others say what is declared (``Close (Ctrl+W)``): where the person
changed keys, their tips are written anew, whenever they change.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QToolButton, QWidget

from gui.keys import Keys, is_single
from gui.menus.every import ACTIONS

if TYPE_CHECKING:
    from gui.window import MainWindow

_NAMED = re.compile(r" \(([^()]+?)( [a-z ]+)?\)$")
"""A key at the end of a tip: ``Close (Ctrl+W)``, ``... (Shift+F1 tells all)``."""

_DECLARED = "declared_tip"
"""The property of a widget that holds its tip as it is declared."""

_OF = {keys: spec.name for spec in ACTIONS for keys in spec.shortcuts if not is_single(keys)}


def with_own_keys(tip: str, keys: Keys) -> str:
    """A tip with the key that the action has now; without any where it has none."""
    found = _NAMED.search(tip)
    name = _OF.get(found[1]) if found is not None else None
    if found is None or name is None:
        return tip
    now = keys.of(name)
    if found[1] in now:
        return tip
    return tip[: found.start()] + (f" ({now[0]}{found[2] or ''})" if now else "")


class Tips(QObject):
    """The tips of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._keys = window, window.session.keys
        self._writing = False
        window.painted.connect(self.write)
        window.actions_.rekeyed.connect(self.write)
        window.reading.columns.each(lambda column: column.reader.bar.filled.connect(self.write))

    def write(self) -> None:
        """Look through the tips of the window."""
        if not self._window.has_begun or not (self._keys.any_own or self._window.property(_DECLARED)):
            return
        self._window.setProperty(_DECLARED, "some")  # to be written back when all keys are set back
        for kind in (QAbstractButton, QLineEdit):
            for widget in self._window.findChildren(kind):
                if isinstance(widget, QToolButton) and widget.defaultAction() is not None:
                    continue
                if widget.property(_DECLARED) is None:
                    widget.setProperty(_DECLARED, widget.toolTip())
                    widget.installEventFilter(self)
                self._write(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody gave a widget another tip."""
        if event.type() == QEvent.Type.ToolTipChange and not self._writing and isinstance(watched, QWidget):
            watched.setProperty(_DECLARED, watched.toolTip())
            self._write(watched)
        return False

    def _write(self, widget: QWidget) -> None:
        told = with_own_keys(widget.property(_DECLARED), self._keys)
        if told != widget.toolTip():
            self._writing = True
            widget.setToolTip(told)
            self._writing = False

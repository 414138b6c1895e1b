"""What is likely to be wanted soon is imported while nobody waits for it, a little at a time."""

from __future__ import annotations

import gc
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

BEGIN, EVERY = 1500, 40
"""Milliseconds after the first screen until the first module, and from one to the next."""

MODULES = (
    "html",
    "store.query",
    "store.searching",
    "gui.search.completion",
    "gui.tips",
    "gui.reader.cards",
    "gui.reader.menu",
    "gui.notes.editor",
    "gui.palette.entries",
    "gui.palette.matching",
    "gui.palette.rows",
    "gui.palette.box",
    "gui.palette.sources",
    "gui.palette.finder",
    "gui.tabs.bar",
    "gui.tagging.articles",
    "gui.shortcuts",
    "gui.preferences.dialog",
    "gui.preferences.appearance",
    "gui.preferences.reading",
    "gui.preferences.keys",
    "gui.preferences.library",
    "gui.preferences.privacy",
    "gui.preferences.opening",
)
"""Each brings what it needs, so that the smaller ones come first."""


class Warming(QObject):
    """Imports one module after the other, with pauses between."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = iter(MODULES)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._next)
        QTimer.singleShot(BEGIN, self._timer, self._timer.start)

    def _next(self) -> None:
        name = next(self._left, None)
        if name is None:
            gc.freeze()  # all of it stays: to look through it again for garbage took up to 29 ms
            self.deleteLater()
        else:
            import_module(name)

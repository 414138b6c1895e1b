"""Elbow room: the notes take some of the height of the facts while one writes, and give it back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter

from gui.notes.pane import NotesPane

MOST = 0.65
"""The share of the height that the notes can have so."""


class ElbowRoom(QObject):
    """Moves the line between the facts and the notes below them, unless the person moves it meanwhile."""

    def __init__(self, shared: QSplitter, notes: NotesPane) -> None:
        """``shared``: the facts, and under them the notes."""
        super().__init__(notes)
        self._shared = shared
        self._share: float | None = None  # that the notes had, while they have more
        notes.room_wanted.connect(self._give)
        notes.written.connect(self._take_back)
        shared.splitterMoved.connect(self._leave)

    def _give(self, more: int) -> None:
        facts, notes = self._sizes()
        more = min(more, round((facts + notes) * MOST) - notes)
        if more > 0 and self._shared.orientation() is Qt.Orientation.Vertical:
            if self._share is None:
                self._share = notes / (facts + notes)
            self._shared.setSizes([facts - more, notes + more])

    def _take_back(self) -> None:
        share, self._share = self._share, None
        if share is not None:
            whole = sum(self._sizes())
            notes = round(whole * share)
            self._shared.setSizes([whole - notes, notes])

    def _leave(self) -> None:
        """The line is where the person wants it."""
        self._share = None

    def _sizes(self) -> tuple[int, int]:
        facts, notes = self._shared.sizes()
        return facts, notes

"""What lies beside the article: facts over notes, or, where there is no room beside it, one at a time."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QByteArray, QSignalBlocker, Qt
from PySide6.QtWidgets import QSplitter, QTabBar, QVBoxLayout, QWidget

from gui.frame import thin
from gui.settings import Memory

FACTS, NOTES = 0, 1
NAMES = ("Facts", "Notes")
_FACTS_SHARE = 66
"""Hundredths of the height that the facts have, until the person divides it otherwise."""


class SidePane(QWidget):
    """Two panes, one above the other or behind two tabs. They come when they are first needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(180, 120)
        self.shared = thin(QSplitter(Qt.Orientation.Vertical, self))
        self.shared.setObjectName("facts_and_notes")
        self.shared.splitterMoved.connect(self._moved)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.shared)
        self._kept = QByteArray()
        self._is_theirs = False  # divided as the person did
        self._tabbed = False
        self._panes: tuple[QWidget, ...] = ()
        self._titles: tuple[QWidget, ...] = ()
        self._turned_to = FACTS

    @cached_property
    def tabs(self) -> QTabBar:
        """Which of the two is shown, where there is room for one."""
        made = QTabBar(self)
        made.setObjectName("side_tabs")
        made.setAccessibleName("Facts or notes")
        made.setDrawBase(False)
        made.setExpanding(False)
        for name in NAMES:
            made.addTab(name)
        made.setCurrentIndex(self._turned_to)
        made.currentChanged.connect(self.turn_to)
        self._box.insertWidget(0, made)
        return made

    def fill(self, facts: QWidget, notes: QWidget, *titles: QWidget) -> None:
        """Facts and notes are there; their own titles are not shown below tabs that say the same."""
        self._panes, self._titles = (facts, notes), titles
        for pane in self._panes:
            self.shared.addWidget(pane)
        self.shared.restoreState(self._kept)
        thin(self.shared)
        self._is_theirs = not self._kept.isEmpty()
        self._arrange()

    def set_tabbed(self, tabbed: bool) -> None:
        """Show one at a time, or both."""
        self._tabbed = tabbed
        self._arrange()

    @property
    def turned_to(self) -> int:
        """``FACTS`` or ``NOTES``: which one is shown where there is room for one."""
        return self._turned_to

    def turn_to(self, which: int) -> None:
        """Show the facts or the notes; where both are in view they stay so."""
        self._turned_to = which
        self._arrange()

    def turn_to_pane(self, pane: QWidget) -> None:
        """Bring one of the two in view; another widget changes nothing."""
        if pane in self._panes and self.isVisible():
            self.turn_to(self._panes.index(pane))

    def _arrange(self) -> None:
        if self._tabbed:
            with QSignalBlocker(self.tabs):
                self.tabs.setCurrentIndex(self._turned_to)
        if self._tabbed or "tabs" in self.__dict__:
            self.tabs.setVisible(self._tabbed)
        for title in self._titles:
            title.setVisible(not self._tabbed)
        for at, pane in enumerate(self._panes):
            pane.setVisible(not self._tabbed or at == self._turned_to)
        self.share()

    def _moved(self) -> None:
        self._is_theirs = True

    def share(self) -> None:
        """More for the facts than for the notes, until the person divides the height otherwise."""
        if not self._is_theirs and not self._tabbed:
            facts = self.height() * _FACTS_SHARE // 100
            self.shared.setSizes([facts, self.height() - facts])

    def restore(self, memory: Memory) -> None:
        """Bring back what was remembered."""
        self._kept = memory.state("facts_and_notes_beside")
        self._turned_to = NOTES if memory.text("side_turned_to") == NAMES[NOTES].lower() else FACTS

    def keep(self, memory: Memory) -> None:
        """Remember how the height is divided, and what was in view."""
        if self._is_theirs and not self._tabbed:
            memory.keep("facts_and_notes_beside", QByteArray(self.shared.saveState()))
        memory.keep("side_turned_to", NAMES[self._turned_to].lower())

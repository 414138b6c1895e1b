"""The line above the facts: how many are as read, confirmed and corrected, which is also their legend."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from gui import icons
from gui.facts.drawing import SIGNS
from gui.theme import Theme
from store.model import FactState

_WORDS = {
    FactState.MACHINE: "as read",
    FactState.CONFIRMED: "confirmed",
    FactState.CORRECTED: "corrected",
}
_TOLD = {
    FactState.MACHINE: "Read by the program, and looked at by nobody: no sign",
    FactState.CONFIRMED: "You said that it is right: a tick stands behind it",
    FactState.CORRECTED: "You put it right: a pencil stands behind it; hover over it for what was read",
}
_SIGN = 14


class FactsBar(QFrame):
    """Numbers with their signs, and two buttons.

    Signals:
        confirm_wanted: everything in view is right.
        menu_wanted: what else can be done with all facts.
    """

    confirm_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts_bar")
        self._theme = theme
        self._numbers = dict.fromkeys(FactState, 0)
        self._signs: dict[FactState, QLabel] = {}
        self._labels: dict[FactState, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(4)
        for state in _WORDS:
            self._signs[state], self._labels[state] = QLabel(self), QLabel(self)
            self._labels[state].setProperty("tone", "muted")
            for label in (self._signs[state], self._labels[state]):
                label.setToolTip(_TOLD[state])
                row.addWidget(label)
            row.addSpacing(6)
        row.addStretch(1)
        self.confirm = self._button("Confirm all in view (F7)", "Confirm all facts in view")
        self.confirm.clicked.connect(self.confirm_wanted)
        self.copy = self._button("Copy all facts", "Copy all facts")
        self.copy.clicked.connect(self.menu_wanted)
        row.addWidget(self.confirm)
        row.addWidget(self.copy)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_tally(self, numbers: Mapping[FactState, int]) -> None:
        """Show how many values are as read, confirmed and corrected."""
        self._numbers = dict(numbers)
        self._write()

    @property
    def told(self) -> str:
        """The numbers in words."""
        return ", ".join(
            f"{self._numbers[state]} {_WORDS[state]}" for state in _WORDS if self._numbers[state]
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where only the numbers fit."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        metrics = self.fontMetrics()
        shown = [state for state in _WORDS if self._numbers[state]]
        long = {state: f"{self._numbers[state]} {_WORDS[state]}" for state in shown}
        taken = sum(metrics.horizontalAdvance(text) + _SIGN + 16 for text in long.values())
        wordy = taken + 2 * 30 + 22 <= self.width()
        for state, label in self._labels.items():
            label.setVisible(state in long)
            self._signs[state].setVisible(state in long and state in SIGNS)
            if state in long:
                label.setText(long[state] if wordy else str(self._numbers[state]))
        self.setAccessibleName(f"Facts: {self.told}" if shown else "Facts")

    def _button(self, tip: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _recolour(self) -> None:
        for state, (name, role) in SIGNS.items():
            self._signs[state].setPixmap(icons.pixmap(name, self._theme.colour(role), _SIGN))
        self.confirm.setIcon(icons.icon("tick", self._theme))
        self.copy.setIcon(icons.icon("copy", self._theme))

"""The section of the notes pane for notes that have lost their words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

WITHOUT = "Without a place"


class LostSection(QFrame):
    """Says how many there are, lists them alone, and has them placed again.

    Signals:
        listed: only these are to be listed (True), or all again. place_asked: they are to be placed.
    """

    listed = Signal(bool)
    place_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.count = QToolButton(self)
        self.count.setCheckable(True)
        self.count.setProperty("tone", "strong")
        self.count.setToolTip("Show only the notes whose words are no longer in their article")
        self.count.clicked.connect(self.listed)
        self.place = QPushButton("Place again…", self)
        self.place.setAutoDefault(False)
        self.place.setToolTip("Choose the words that they belong to now (Ctrl+Shift+L)")
        self.place.clicked.connect(self.place_asked)
        self.told = QLabel("in other articles", self)
        self.told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 6)
        row.setSpacing(6)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.told)
        row.addWidget(self.place)
        self.hide()

    def show_counts(self, lost: int, here: int, alone: bool) -> None:
        """So many are lost of those in the pane, so many in the open article; ``alone``: only they show."""
        self.setVisible(lost > 0)
        self.count.setText(f"{WITHOUT}  {lost:,}")
        self.count.setAccessibleName(f"{WITHOUT}: {lost:,}. Show only these")
        self.count.setChecked(alone)
        self.place.setVisible(here > 0)
        self.told.setVisible(here == 0)

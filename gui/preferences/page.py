"""What the pages of the settings are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

_Box = TypeVar("_Box", bound=QAbstractSpinBox)


class Page(QWidget):
    """One page. What is changed on it holds at once; ``set_back`` makes it as it is at first."""

    name = ""
    """As it stands in the list of pages."""

    can_set_back = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.name)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 2, 14, 8)
        self.box.setSpacing(8)

    def set_back(self) -> None:
        """Make everything on the page as it is at first."""

    def add_group(self, title: str, said: str = "") -> None:
        """Begin a group of settings under a small heading."""
        if self.box.count():
            self.box.addSpacing(10)
        heading = QLabel(title, self)
        heading.setProperty("tone", "strong")
        self.box.addWidget(heading)
        if said:
            self.box.addWidget(note(said, self))

    def add_line(self, *parts: QWidget, label: str = "", stretch: bool = False) -> None:
        """Add controls side by side, after a label; ``stretch``: the first takes the room."""
        row = QHBoxLayout()
        row.setSpacing(8)
        if label:
            named = QLabel(label, self)
            named.setMinimumWidth(130)
            named.setBuddy(parts[0])
            row.addWidget(named)
        for part in parts:
            row.addWidget(part, 1 if stretch and part is parts[0] else 0)
        if not stretch:
            row.addStretch(1)
        self.box.addLayout(row)

    def add_all(self, parts: Iterable[QWidget]) -> None:
        """Add controls below each other."""
        for part in parts:
            self.box.addWidget(part)


def inset(box: _Box) -> _Box:
    """A box for a number, its text as far from the edge as elsewhere: a style sheet has no say in it."""
    box.lineEdit().setTextMargins(5, 0, 0, 0)
    return box


def note(text: str, parent: QWidget) -> QLabel:
    """A sentence that explains."""
    made = QLabel(text, parent)
    made.setProperty("tone", "muted")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made

"""What a pane says when it has nothing to show: a sign, a sentence, the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui import icons
from gui.theme import Theme


class Emptiness(QWidget):
    """A quiet page in the middle of a pane."""

    def __init__(self, theme: Theme, sign: str, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._sign = theme, sign
        self._picture, self._title, self._hint = QLabel(self), QLabel(title, self), QLabel(hint, self)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self._title.setFont(font)
        box = QVBoxLayout(self)
        box.setSpacing(6)
        box.addStretch(2)
        for label in (self._picture, self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(label is not self._picture)
            box.addWidget(label)
        box.addStretch(3)
        theme.changed.connect(self._recolour)
        self._recolour()

    def say(self, title: str, hint: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._hint.setText(hint)

    def _recolour(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._sign, self._theme.colour("border.strong"), 40))
        for label, role in ((self._title, "text.secondary"), (self._hint, "text.muted")):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), self._theme.colour(role))
            label.setPalette(palette)

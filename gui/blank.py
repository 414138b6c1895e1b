"""What stands in a list that has nothing to show: what it is, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.speech import say

WIDEST = 360


class Blank(QWidget):
    """Lies over a list or another widget, as large as that; hidden until something is said."""

    def __init__(self, over: QWidget) -> None:
        ground = over.viewport() if isinstance(over, QAbstractScrollArea) else over
        super().__init__(ground)
        self._ground = ground
        self._do: Callable[[], object] | None = None
        self.title, self.text = QLabel(self), QLabel(self)
        self.title.setProperty("tone", "strong")
        self.text.setProperty("tone", "muted")
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._act)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addStretch(2)
        for label in (self.title, self.text):
            box.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        ground.installEventFilter(self)
        self.hide()

    def say(self, title: str, text: str, button: str = "", do: Callable[[], object] | None = None) -> None:
        """Say what is lacking and what to do."""
        new = self.isHidden() or self.title.text() != title
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self._do = do
        self.button.setText(button)
        self.button.setVisible(do is not None)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._fit()
        self.show()
        self.raise_()
        if new and self._ground.isVisible():
            say(self, f"{title} {text}")

    def clear(self) -> None:
        """There is something to show."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as what it lies over."""
        if watched is self._ground and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return False

    def _fit(self) -> None:
        self.setGeometry(self._ground.rect())
        room = max(120, min(WIDEST, self.width() - 32))
        for label in (self.title, self.text):
            label.setFixedSize(room, max(0, label.heightForWidth(room)))

    def _act(self) -> None:
        if self._do is not None:
            self._do()

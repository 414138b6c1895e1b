"""What is shown where there is nothing to show: one sentence, and what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import icons
from gui.theme import Theme

NARROW, LOW, LOWEST = 360, 300, 170
MARGIN, ICON = 24, 48


class EmptyState(QWidget):
    """An icon, a title, a sentence and buttons, in the middle."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._icon_name = theme, icon
        self._buttons: list[QPushButton] = []
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = QLabel(self)
        self._title.setProperty("tone", "title")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title.setWordWrap(True)
        self._text = QLabel(self)
        self._text.setProperty("tone", "muted")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setWordWrap(True)
        self._text.setMaximumWidth(420)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._box.setSpacing(8)
        self._box.addStretch(2)
        self._box.addWidget(self._icon)
        self._box.addSpacing(4)
        self._box.addWidget(self._title)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._text, 1000)  # as wide as it may be, and no wider
        middle.addStretch(1)
        self._box.addLayout(middle)
        self._box.addSpacing(8)
        self._box.addStretch(3)
        theme.changed.connect(self._recolour)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small pane the title is no larger than the words of the pane, and the icon may go."""
        super().resizeEvent(event)
        size = event.size()
        tone = "strong" if size.width() < NARROW or size.height() < LOW else "title"
        if self._title.property("tone") != tone:
            self._title.setProperty("tone", tone)
            self._title.style().polish(self._title)
        edge = MARGIN if size.height() >= LOW else MARGIN // 3
        self._box.setContentsMargins(edge, edge, edge, edge)
        self._fit()

    def _fit(self) -> None:
        """The icon goes where words and buttons need its room; then the sentence, rather than half of it."""
        gap = self._box.spacing()
        shown = 0 if self._icon.isHidden() else ICON + gap
        words = self._box.totalHeightForWidth(self.width()) - shown
        if self._text.isHidden():
            room = min(self.width() - 2 * self._box.contentsMargins().left(), self._text.maximumWidth())
            words += self._text.heightForWidth(max(room, 1)) + gap
        self._icon.setVisible(self.height() >= max(LOWEST, words + ICON + gap))
        self._text.setHidden(self.isVisible() and self.height() < words)

    def say(self, title: str, text: str) -> None:
        """Set title and sentence."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._fit()

    def add_button(self, text: str, slot: Callable[[], object], default: bool = False) -> QPushButton:
        """Add a button below the sentence."""
        button = QPushButton(text, self)
        button.setAutoDefault(True)
        button.setDefault(default)
        button.clicked.connect(lambda: slot())
        if self.focusProxy() is None:
            self.setFocusProxy(button)
        self._box.insertWidget(self._box.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._buttons.append(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """The icon is drawn when it is first shown: most libraries are not empty."""
        super().showEvent(event)
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        for button in self._buttons:
            button.setMinimumWidth(widest)
        if self._icon.pixmap().isNull():
            self._draw_icon()

    def _recolour(self) -> None:
        if not self._icon.pixmap().isNull():
            self._draw_icon()

    def _draw_icon(self) -> None:
        self._icon.setPixmap(icons.pixmap(self._icon_name, self._theme.colour("border.strong"), ICON))

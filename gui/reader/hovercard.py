"""The card beside marked words. It takes no keys and no clicks: the words stay in hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

WIDEST = 420
_GAP = 8  # between words and card
_SIDE, _TOP = 12, 9  # between its edge and what it says


class HoverCard(QFrame):
    """Rich text beside a place of the screen, for as long as its owner lets it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("hover_card")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("About these words")
        self._owner, self._words = owner, QRect()
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setForegroundRole(QPalette.ColorRole.Text)
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout(self)
        box.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        box.addWidget(self.label)

    def show_beside(self, words: QRect, html: str, told: str) -> None:
        """Show it below words (a rectangle of the screen), or above where there is no room below."""
        self._words = words
        self.label.setText(html)
        self.setAccessibleDescription(told)
        self._fit()
        self.show()

    @property
    def text(self) -> str:
        """What it says, as rich text."""
        return self.label.text()

    def _fit(self) -> None:
        screen = self._owner.screen().availableGeometry()
        sides = 2 * _SIDE + 2
        self.label.setWordWrap(False)
        width = min(self.label.sizeHint().width(), WIDEST - sides, screen.width() - sides)
        self.label.setWordWrap(True)
        height = self.label.heightForWidth(width) + 2 * _TOP + 2
        self.setFixedSize(width + sides, height)
        place = QPoint(self._words.left() - _SIDE, self._words.bottom() + _GAP)
        if place.y() + height > screen.bottom() and self._words.top() - _GAP - height >= screen.top():
            place.setY(self._words.top() - _GAP - height)
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - height)))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)

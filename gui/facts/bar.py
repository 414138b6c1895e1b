"""The line above the facts: how many are confirmed, corrected and as read, which is also their legend."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QToolTip, QWidget

from gui import icons
from gui.facts.drawing import SIGNS
from gui.facts.layout import SIGN, Fonts
from gui.theme import Theme
from store.model import FactState

WORDS = {
    FactState.CONFIRMED: "confirmed",
    FactState.CORRECTED: "corrected",
    FactState.MACHINE: "as read",
}
_SHORT = {**WORDS, FactState.MACHINE: "left"}
_TOLD = {
    FactState.MACHINE: "Read by the program, and looked at by nobody: no sign",
    FactState.CONFIRMED: "You said that it is right: a tick stands behind it",
    FactState.CORRECTED: "You put it right: a pencil stands behind it; hover over it for what was read",
}
_NEAR, _APART = 4.0, 10.0


class Legend(QWidget):
    """Numbers behind the signs they are of, in as many words as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numbers = dict.fromkeys(FactState, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    def show_tally(self, numbers: Mapping[FactState, int]) -> None:
        """Show how many facts are confirmed, corrected and as read."""
        self._numbers = dict(numbers)
        self.setAccessibleName(f"Facts: {self.told}" if self.told else "Facts")
        self.update()

    @property
    def told(self) -> str:
        """The numbers in words."""
        return ", ".join(f"{self._numbers[state]} {WORDS[state]}" for state in WORDS if self._numbers[state])

    def minimumSizeHint(self) -> QSize:
        """No width at all: the buttons go first."""
        return QSize(0, round(Fonts(self.font()).small_metrics.lineSpacing()))

    def places(self) -> list[tuple[FactState, QRectF, str]]:
        """What is written where, in the longest words that fit."""
        fonts = Fonts(self.font())
        found: list[tuple[FactState, QRectF, str]] = []
        for words in (WORDS, _SHORT, dict.fromkeys(WORDS, "")):
            found, x = [], 0.0
            for state in WORDS:
                if self._numbers[state]:
                    text = f"{self._numbers[state]} {words[state]}".rstrip()
                    wide = fonts.small_advance(text) + (SIGN + _NEAR if state in SIGNS else 0.0)
                    found.append((state, QRectF(x, 0, wide, self.height()), text))
                    x += wide + _APART
            if x - _APART <= self.width():
                break
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Signs and numbers."""
        with QPainter(self) as painter:
            painter.setFont(Fonts(self.font()).small)
            painter.setPen(self._theme.colour("text.secondary"))
            for state, place, text in self.places():
                left = place.left()
                if state in SIGNS:
                    name, role = SIGNS[state]
                    picture = icons.pixmap(name, self._theme.colour(role), round(SIGN))
                    painter.drawPixmap(QPointF(round(left), round(place.center().y() - SIGN / 2)), picture)
                    left += SIGN + _NEAR
                box = QRectF(left, 0, place.right() - left + 1, self.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def event(self, event: QEvent) -> bool:
        """Say what a sign stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            here = (place for place in self.places() if place[1].contains(QPointF(event.pos())))
            state = next((found[0] for found in here), None)
            QToolTip.showText(event.globalPos(), _TOLD[state] if state else "", self)
            return True
        return super().event(event)


class FactsBar(QFrame):
    """The legend, and a button.

    Signals:
        confirm_wanted: everything in view is right.
    """

    confirm_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts_bar")
        self._theme = theme
        self.legend = Legend(theme, self)
        self.confirm = QToolButton(self)
        self.confirm.setIconSize(QSize(16, 16))
        self.confirm.setToolTip("Confirm all facts in view (F7)")
        self.confirm.setAccessibleName("Confirm all facts in view")
        self.confirm.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.confirm.clicked.connect(self.confirm_wanted)
        self.title = QLabel("Facts", self)
        self.title.setProperty("tone", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.title)
        row.addSpacing(4)
        row.addWidget(self.legend, 1)
        row.addWidget(self.confirm)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        self.confirm.setIcon(icons.icon("tick", self._theme))

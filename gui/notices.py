"""Sentences that stay until they are dismissed, in a banner above the panes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gui import icons
from gui.speech import say
from gui.theme import Theme


class Banner(QFrame):
    """One sentence above the panes, with at most one thing to do about it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._theme = theme
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton(self)
        self._action.setAutoDefault(False)
        self._action.clicked.connect(self._act)
        self._close = QToolButton(self)
        self._close.setIconSize(QSize(14, 14))
        self._close.setToolTip("Dismiss")
        self._close.setAccessibleName("Dismiss the notice")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._do: Callable[[], object] | None = None
        self._kind = "notice"
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show a sentence, with a button for what can be done about it."""
        self._show("notice", text, action, do)

    def fault(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show what the world refused."""
        self._show("fault", text, action, do)

    def hide_fault(self) -> None:
        """What the world refused it refuses no longer; anything else stays."""
        if self._kind == "fault":
            self.hide()

    def _show(self, kind: str, text: str, action: str, do: Callable[[], object] | None) -> None:
        self._kind, self._do = kind, do
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(do is not None)
        self.setAccessibleName(text)
        say(self, text, at_once=kind == "fault")
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._recolour()
        self.show()

    def _act(self) -> None:
        if self._do is not None:
            self._do()

    def _recolour(self) -> None:
        fault = self._kind == "fault"
        colour = self._theme.colour("text.danger" if fault else "accent")
        if self._text.text():  # drawn only when there is something to say
            self._icon.setPixmap(icons.pixmap("warning" if fault else "paper", colour, 18))
        self._close.setIcon(icons.icon("clear", self._theme))

"""Sentences for the person: a banner that stays until dismissed, and the progress in the status bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gui import icons
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

    def fault(self, text: str) -> None:
        """Show what the world refused."""
        self._show("fault", text, "", None)

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


class Progress(QWidget):
    """What is being imported, how far it is, and Cancel; in the status bar."""

    def __init__(self, cancel: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName("Progress of the import")
        self._cancel = QToolButton(self)
        self._cancel.setText("Cancel")
        self._cancel.setToolTip(cancel.toolTip())
        self._cancel.setAccessibleName("Cancel the import")
        self._cancel.clicked.connect(cancel.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        self._title = ""
        self.hide()

    @property
    def text(self) -> str:
        """What is said beside the bar."""
        return self._text.text()

    def start(self, title: str) -> None:
        """Something begins; how long it takes is not known yet."""
        self._title = title
        self._text.setText(f"{title}…")
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()

    def step(self, done: int, total: int, name: str = "") -> None:
        """``done`` of ``total`` files, at the one of that name."""
        if total > 0:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._text.setText(f"{self._title}: {done:,} of {total:,}")

    def cancelling(self) -> None:
        """Cancel was asked for; the file at hand is finished first."""
        self._text.setText("Stopping the import…")
        self._cancel.setEnabled(False)

    def end(self) -> None:
        """Nothing is under way."""
        self.hide()

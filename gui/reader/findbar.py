"""The find bar: words in the open article, as you type."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gui import icons
from gui.speech import say
from gui.theme import Theme


class FindBar(QWidget):
    """A line to type in, a count, next and previous. What is found is the pane's business.

    Signals:
        changed: other words are looked for.
        stepped: to the next (+1) or previous (-1) hit.
        closed: Esc or the closing button.
    """

    changed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Find in this article")
        self.line.setAccessibleName("Find in this article")
        self.line.setClearButtonEnabled(False)
        self.line.textChanged.connect(self.changed)
        self.count = QLabel(self)
        self.count.setAccessibleName("Hits")
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 of 0000"))
        self._buttons: dict[str, QToolButton] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(4)
        self.line.setMaximumWidth(420)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(self.line, 1)
        box.addWidget(self.count)
        for name, tip, slot in (
            ("up", "Previous hit (Shift+Enter)", lambda: self.stepped.emit(-1)),
            ("down", "Next hit (Enter)", lambda: self.stepped.emit(1)),
            ("clear", "Close (Esc)", self.close_bar),
        ):
            button = self._buttons[name] = QToolButton(self)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(slot)
            box.addWidget(button)
        box.addStretch(0)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def open_bar(self, words: str = "") -> None:
        """Show the bar with the keyboard in it; ``words`` are put in where there are any."""
        self.show()
        if words:
            self.line.setText(words)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.line.text():
            self.changed.emit(self.line.text())

    def close_bar(self) -> None:
        """Hide the bar; its words stay for the next time."""
        if self.isHidden():
            return
        self.hide()
        self.closed.emit()

    def set_count(self, number: int, of: int, more: bool = False) -> None:
        """Say "n of m"; of none, that nothing was found."""
        if not self.line.text().strip():
            told = ""
        elif not of:
            told = "not found"
        else:
            told = f"{number} of {of}{'+' if more else ''}" if number else f"{of}{'+' if more else ''}"
        self.count.setText(told)
        if told and not self.isHidden():
            say(self.line, told if " " in told else f"{told} found")
        lost = bool(self.line.text().strip()) and not of
        ink = QPalette.ColorRole.BrightText if lost else QPalette.ColorRole.PlaceholderText
        self.count.setForegroundRole(ink)
        for name in ("up", "down"):
            self._buttons[name].setEnabled(of > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps, Shift+Enter steps back, Esc closes."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif key == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _recolour(self) -> None:
        for name, button in self._buttons.items():
            button.setIcon(icons.icon(name, self._theme))

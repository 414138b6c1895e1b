"""Focus mode: everything but one person or one meeting is dimmed, and a line says which."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui import icons
from gui.reader.focus import Focus, again, first_subject, focus_on
from gui.reader.view import ReaderView
from gui.theme import Theme
from store.model import Fact, Reading


class FocusBar(QFrame):
    """Says what is in focus, and leaves.

    Signals:
        left: the closing button was pressed.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("focus_bar")
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.close_button = QToolButton(self)
        self.close_button.setToolTip("Leave the focus (Esc)")
        self.close_button.setAccessibleName("Leave the focus")
        self.close_button.clicked.connect(self.left)
        box = QHBoxLayout(self)
        box.setContentsMargins(10, 2, 2, 2)
        box.addWidget(self.label, 1)
        box.addWidget(self.close_button)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def say(self, focus: Focus) -> None:
        """Tell what is in focus and in how many places."""
        places = f"{len(focus.spans)} place{'' if len(focus.spans) == 1 else 's'}"
        self.label.setText(f"Focus: {focus.title}  ·  {places}")
        self.label.setToolTip("Click another person or meeting, in the text or the facts, to focus on it")
        self.show()

    def _recolour(self) -> None:
        self.close_button.setIcon(icons.icon("clear", self._theme))


class Focusing(QObject):
    """The focus of one reader.

    Signals:
        changed: something else is in focus, or nothing any more.
    """

    changed = Signal()

    def __init__(self, theme: Theme, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._reading = Reading()
        self.focus: Focus | None = None
        self.bar = FocusBar(theme)
        self.bar.left.connect(self.leave)

    def show_reading(self, reading: Reading, same: bool) -> None:
        """Another article, or the ``same`` one read otherwise: stay with who is in focus, if there."""
        before, self._reading = self._reading, reading
        if self.focus is not None:
            self._use(again(self.focus, before, reading, same))

    def enter(self, chosen: Fact | None) -> bool:
        """Focus on what is chosen, else on what the article is about; whether there is any such thing."""
        found = focus_on(self._reading, chosen) if chosen is not None else None
        if found is None:
            first = first_subject(self._reading)
            found = focus_on(self._reading, first) if first is not None else None
        self._use(found)
        return found is not None

    def turn_to(self, fact: Fact) -> None:
        """Focus on what this fact is about instead, while there is a focus."""
        found = focus_on(self._reading, fact) if self.focus is not None else None
        if found is not None:
            self._use(found)

    def leave(self) -> bool:
        """Dim nothing any more; whether something was dimmed."""
        if self.focus is None:
            return False
        self._use(None)
        return True

    def _use(self, focus: Focus | None) -> None:
        before, self.focus = self.focus, focus
        if focus is None:
            self.bar.hide()
            self._view.set_bright(None)
        else:
            self.bar.say(focus)
            self._view.set_bright([self._view.map.positions(span) for span in focus.spans])
        if focus != before:
            self.changed.emit()

"""The search box: looks as you type, says how it read the words, steps through the hits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from gui import icons
from gui.actions import Actions
from gui.speech import say
from gui.theme import Theme

if TYPE_CHECKING:
    from store.query_fields import UnknownField

_UNFINISHED = re.compile(r'(?:^|[\s(\-])([a-z]+:)"?\Z')
"""The name of a field whose value is still to come: nothing is searched for until then."""

_LONGEST_TOLD = 1000
"""Of a pasted page nobody reads more in a tip."""

PAUSE = 120
"""Milliseconds after the last key before the search begins."""


class SearchBar(QWidget):
    """One line above the panes: the box, "read as: …", "hit 2 of 5" with its two buttons."""

    searched = Signal(str)
    """The words to search for; empty to show everything again."""

    entered = Signal()
    """Enter: open the first article found, or go to the next hit."""

    entered_back = Signal()
    """Shift+Enter: go to the hit before."""

    first_used = Signal()
    """Something is typed for the first time."""

    left = Signal()
    """Down, or Esc in an empty box: the keyboard goes to the list."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._theme = theme
        self.box = _Box(self)
        self.box.setPlaceholderText('Search all articles: words, "a phrase"')
        self.box.setAccessibleName("Search all articles")
        self.box.setAccessibleDescription("Words are joined by and; put a phrase in quotes")
        self.box.setToolTip(
            'Every word must be there, accents do not matter; "a phrase" in quotes; person: post: country:'
            " place: topic: date: ... (Shift+F1 tells all)"
        )
        self.box.setClearButtonEnabled(True)
        self.box.setAcceptDrops(False)  # files dropped here are for the window
        self.box.setMinimumWidth(180)
        self.box.setMaximumWidth(560)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glass = QAction(self.box)
        self.box.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.read_as = QLabel(self)
        self.read_as.setAccessibleName("How the search was read")
        self.read_as.setTextFormat(Qt.TextFormat.PlainText)
        self.read_as.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.read_as.setProperty("tone", "muted")
        self.mend = QToolButton(self)
        self.mend.setObjectName("mend")
        self.mend.clicked.connect(self._mend)
        self.mend.hide()
        self.hits = QLabel(self)
        self.hits.setProperty("tone", "muted")
        self.hits.setAccessibleName("Hits in the open article")
        self.previous = _button(actions["go.previous_hit"], "Previous hit", self)
        self.next = _button(actions["go.next_hit"], "Next hit", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(6)
        row.addWidget(self.box, 3)
        row.addWidget(self.read_as, 4)
        row.addWidget(self.mend)
        row.addWidget(self.hits)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._search)
        self._used = False
        self._asked = ""
        self._explained = self._ordered = self._awaited = ""
        self._unknown: UnknownField | None = None  # in the words last searched for
        self.box.textChanged.connect(self._typed)
        self.box.entered.connect(self._entered)
        self.box.escaped.connect(self._escaped)
        self.box.left.connect(self.left)
        self.setFocusProxy(self.box)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.show_hits(0, 0)

    @property
    def query(self) -> str:
        """The words last searched for."""
        return self._asked

    def set_query(self, words: str) -> None:
        """Put words into the box and search for them at once."""
        self.box.setText(words)
        self._search()

    def show_query(self, words: str) -> None:
        """Put words into the box that are searched for already."""
        self._asked = words.strip()
        self.box.setText(words)
        self._timer.stop()
        self._look_for_unknown()

    def start(self) -> None:
        """Take the keyboard, with the old words selected."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def explain(self, text: str) -> None:
        """Say how the words were read; empty for nothing."""
        self._explained = text
        self._tell()

    def tell_order(self, text: str) -> None:
        """Say what the ranking looked at; empty for nothing."""
        self._ordered = text
        self._tell()

    def show_hits(self, current: int, total: int) -> None:
        """``hit 2 of 5``; ``total`` 0 hides it."""
        shown = bool(self._asked) and total > 0
        self.hits.setText(
            f"Hit {current} of {total}" if current else f"{total} hits" if total > 1 else "1 hit"
        )
        for widget in (self.hits, self.previous, self.next):
            widget.setVisible(shown)
        if shown and current:
            say(self.hits, self.hits.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._elide()

    def _tell(self) -> None:
        told = self._told
        short = told if len(told) <= _LONGEST_TOLD else told[: _LONGEST_TOLD - 1] + "…"
        tip = ""
        if short:
            from html import escape  # with all names of HTML, which the first screen does without

            # Marked up, it is broken into lines, and what was typed is no markup of its own.
            tip = f"<qt>{escape(short)}</qt>"
        self.read_as.setToolTip(tip)
        self._elide()

    @property
    def _told(self) -> str:
        if self._awaited:
            return f"{self._awaited} goes on with what to look for"
        unknown = f"There is no field {self._unknown.name}:" if self._unknown is not None else ""
        return " · ".join(filter(None, (unknown, self._explained, self._ordered)))

    def _elide(self) -> None:
        room = max(0, self.read_as.width() - 4)
        text = self.read_as.fontMetrics().elidedText(self._told, Qt.TextElideMode.ElideRight, room)
        self.read_as.setText(text)

    def _typed(self, words: str) -> None:
        if not self._used:
            self._used = True
            self.first_used.emit()
        unfinished = _UNFINISHED.search(words) if words.strip() != self._asked else None
        if unfinished is not None and _unknown_in(unfinished[1]) is not None:
            unfinished = None
        self._await(unfinished[1] if unfinished is not None else "")
        if words.strip() == self._asked or unfinished is not None:
            self._timer.stop()
        elif words.strip():
            self._timer.start()
        else:
            self._search()

    def _await(self, field: str) -> None:
        """Say that the value of a field is still to come, in place of how the words before were read."""
        if field != self._awaited:
            self._awaited = field
            self._tell()

    def _search(self) -> None:
        self._timer.stop()
        self._await("")
        words = self.box.text().strip()
        if words != self._asked:
            self._asked = words
            self._look_for_unknown()
            self.searched.emit(words)

    def _look_for_unknown(self) -> None:
        """Offer the field that is meant by one that there is not; its words are searched for meanwhile."""
        before, self._unknown = self._unknown, _unknown_in(self._asked)
        unknown = self._unknown
        if unknown is not None and unknown.meant:
            from store.query_fields import corrected

            self.mend.setText(f"Did you mean {unknown.meant}:?")
            self.mend.setToolTip(f"Search for {corrected(self._asked, unknown)}")
            self.mend.setAccessibleDescription(unknown.told())
        self.mend.setVisible(unknown is not None and bool(unknown.meant))
        if unknown != before:
            self._tell()

    def _mend(self) -> None:
        from store.query_fields import corrected

        words = self.box.text()  # which may be newer than what was searched for
        unknown = _unknown_in(words)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if unknown is not None and unknown.meant:
            self.mend.hide()
            self.box.setText(corrected(words, unknown))
            if not self._awaited:
                self._search()

    def _entered(self, back: bool) -> None:
        if self.box.text().strip() != self._asked:
            self._search()
        elif back:
            self.entered_back.emit()
        else:
            self.entered.emit()

    def _escaped(self) -> None:
        if self.box.text():
            self.box.clear()
        else:
            self.left.emit()

    def _recolour(self) -> None:
        self._glass.setIcon(icons.icon("search", self._theme, "text.muted"))


class _Box(QLineEdit):
    entered = Signal(bool)  # whether with Shift
    escaped = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _unknown_in(words: str) -> UnknownField | None:
    """The field that there is not among the words."""
    if ":" not in words:
        return None
    from store.query_fields import unknown_field  # not before somebody names a field

    return unknown_field(words)


def _button(action: QAction, name: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setDefaultAction(action)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setIconSize(QSize(18, 18))
    made.setAccessibleName(name)
    return made

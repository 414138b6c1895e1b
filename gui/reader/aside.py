"""When the card of marked words is shown: the pointer rests on them, a key asks, or one steps to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from shiboken6 import isValid

from gui.reader.book import Book
from gui.reader.view import ReaderView
from gui.theme import Theme
from store.model import Annotation, Mark, Span

if TYPE_CHECKING:
    from gui.operations.desk import Desk
    from gui.reader.hovercard import HoverCard
    from gui.reader.people import PeopleKnown

_LEFT = frozenset({QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.WindowDeactivate})
_HELD = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta})


class Cards(QObject):
    """The card of one reader, made when it is first shown.

    Signals:
        nothing_chosen: a card was asked for, but no mark is chosen.
        told: what the card says, in plain words, when a key asked for it.
    """

    nothing_chosen = Signal()
    told = Signal(str)

    def __init__(self, theme: Theme, view: ReaderView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.book = Book(None, view.map)
        self._desk: Desk | None = None
        self._people: PeopleKnown | None = None
        self._card: HoverCard | None = None
        self._marks: list[Mark] = []
        self._notes: list[Annotation] = []
        self._words = QRect()
        self._by_pointer = False
        view.passed.connect(self.hide)
        view.clicked.connect(self.hide)
        view.installEventFilter(self)

    def use_library(self, desk: Desk) -> None:
        """Ask this library what it knows of people."""
        self._desk = desk

    @property
    def is_shown(self) -> bool:
        """Whether the card is on the screen."""
        return self._card is not None and isValid(self._card) and self._card.isVisible()

    @property
    def text(self) -> str:
        """What the card says, as rich text; "" while there is none."""
        return self._card.text if self._card is not None and self.is_shown else ""

    def hover(self, position: int) -> None:
        """The pointer rests on a character of the document (-1: on none)."""
        self._marks, self._notes = self.book.marks_at(position), self.book.annotations_at(position)
        spans = [mark.span for mark in self._marks] or [note.anchor.span for note in self._notes]
        self._by_pointer = True
        if spans:
            self._show(spans[0])
        else:
            self.hide()

    def pointer_at(self, position: int) -> None:
        """The pointer moved: a card that it brought goes when it leaves the words."""
        if self._by_pointer and self.is_shown and self.book.marks_at(position) != self._marks:
            self.hide()

    def toggle(self, span: Span | None) -> None:
        """Show the card of these words, or take it away where it is shown."""
        if self.is_shown and not self._by_pointer:
            self.hide()
        elif span is None:
            self.nothing_chosen.emit()
        else:
            self.show(span, reveal=True)

    def show(self, span: Span, reveal: bool = False) -> None:
        """Show the card of all that is marked at exactly these words, else of what is at their beginning."""
        start, end = self._view.map.positions(span)
        here = [mark for mark in self.book.shown if mark.span == span]
        self._marks = here or self.book.marks_at(start)
        self._notes = self.book.annotations_at(start)
        self._by_pointer = False
        if reveal:
            self._view.reveal(start, end)
        if self._marks or self._notes:
            self._show(span)
            assert self._card is not None
            self.told.emit(self._card.accessibleDescription())

    def hide(self) -> bool:
        """Take the card away; whether it was there."""
        if not self.is_shown or self._card is None:
            return False
        self._card.hide()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key pressed in the text, or the text left: the card goes. Esc does nothing else."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() not in _HELD:
            hidden = self.hide()
            return hidden and event.key() == Qt.Key.Key_Escape
        if kind in _LEFT:
            self.hide()
        return False

    def _show(self, span: Span) -> None:
        from gui.reader.hovercard import HoverCard

        if self._card is None:
            self._card = HoverCard(self._view)
        words = self._view.box_of(*self._view.map.positions(span)).toRect()
        self._words = QRect(self._view.viewport().mapToGlobal(words.topLeft()), words.size())
        self._write()

    def _write(self) -> None:
        from gui.reader.cards import as_html, as_text, blocks

        opened = self.book.opened
        if opened is None or self._card is None:
            return
        people = self._known_people()
        told = blocks(opened, self._marks, self._notes, people.ask if people is not None else None)
        muted = self._theme.colour("text.muted").name()
        self._card.show_beside(self._words, as_html(told, muted), as_text(told))

    def _known_people(self) -> PeopleKnown | None:
        if self._people is None and self._desk is not None:
            from gui.reader.people import PeopleKnown

            self._people = PeopleKnown(self._desk, self)
            self._people.arrived.connect(self._arrived)
        return self._people

    def _arrived(self) -> None:
        if self.is_shown:
            self._write()

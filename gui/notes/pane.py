"""The notes pane: a person's highlights and notes, of this article or of all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.empty import EmptyState
from gui.hub import Hub
from gui.notes.card import NoteCard
from gui.operations.annotations import AnnotationOperations
from gui.theme import Theme
from store.model import Annotation, Filter, OpenArticle

PAGE = 24
"""So many cards are made at a time; more come when one scrolls to the end."""

_ROWS = 500

_CHOICES = ("This article", "All notes")
_NARROW = 34
"""In so many letters' width the choices have room for one word each."""

Entry = tuple[Annotation, str]  # with the heading of its article, "" for the open one


class NotesPane(QWidget):
    """Cards of annotations, edited in place.

    Signals:
        annotation_activated: go to the words (article, annotation).
        all_shown: the notes of all articles are shown, or no longer.
    """

    annotation_activated = Signal(int, int)
    all_shown = Signal(bool)

    def __init__(
        self, theme: Theme, hub: Hub, operations: AnnotationOperations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._hub, self._operations = theme, hub, operations
        self._opened: OpenArticle | None = None
        self._all = False
        self._entries: list[Entry] = []
        self._cards: dict[int, NoteCard] = {}
        self._wanted: tuple[int, bool] | None = None  # to be edited as soon as it is here; its tags?
        self._tags: list[str] = []
        self._build()
        self.show_article(None)

    # -- content

    @property
    def opened(self) -> OpenArticle | None:
        """The open article."""
        return self._opened

    @property
    def cards(self) -> list[NoteCard]:
        """The cards that were made, in order."""
        return [self._cards[note.id] for note, _ in self._entries if note.id in self._cards]

    def show_article(self, opened: OpenArticle | None) -> None:
        """Show the annotations of an article, unless those of all are shown."""
        before, self._opened = self._opened, opened
        if before is not None and (opened is None or opened.row.id != before.row.id):
            self.finish()
        if not self._all:
            annotations = opened.annotations if opened else ()
            self._show([(note, "") for note in annotations])

    def refresh(self) -> None:
        """Read again what is not part of the open article: the notes of all, the tags."""
        if self._all:
            self._read_all()
        if any(card.editor for card in self._cards.values()):
            self._read_tags()

    def show_all(self, whole: bool) -> None:
        """Show the notes of the whole library, or of this article."""
        (self.all_button if whole else self.this_button).setChecked(True)
        if whole == self._all:
            return
        self.finish()
        self._all = whole
        self.all_shown.emit(whole)
        if whole:
            self._read_all()
        else:
            self.show_article(self._opened)

    def select(self, annotation_id: int) -> None:
        """Scroll to a card and show it as chosen."""
        card = self._card(annotation_id)
        for other in self._cards.values():
            other.set_chosen(other is card)
        if card is not None:
            self._scroll.ensureWidgetVisible(card, 0, 12)

    def edit(self, annotation_id: int, tags: bool = False) -> None:
        """Edit a note (or its tags), as soon as it is here."""
        card = self._card(annotation_id)
        if card is None:
            self._wanted = (annotation_id, tags)
            return
        self._wanted = None
        self.select(annotation_id)
        card.edit(tags)
        QApplication.sendPostedEvents(self._list)
        self._scroll.ensureWidgetVisible(card, 0, 12)

    def finish(self) -> None:
        """Save whatever is being typed."""
        for card in self._cards.values():
            card.finish()

    # -- inside

    def _build(self) -> None:
        self._title = QLabel("Notes", self)
        self._title.setProperty("tone", "strong")
        self._count = QLabel(self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.this_button, self.all_button = map(self._choice, _CHOICES)
        self.this_button.setChecked(True)
        group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 4)
        head.setSpacing(4)
        for widget in (self._title, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (self.this_button, self.all_button):
            group.addButton(button)
            head.addWidget(button)
        self.this_button.clicked.connect(lambda: self.show_all(False))
        self.all_button.clicked.connect(lambda: self.show_all(True))
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(12, 2, 12, 12)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._list)
        self._scroll.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._scroll.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._scrolled())
        self._empty = EmptyState(self._theme, "note")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self._empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._pages, 1)
        self.setMinimumWidth(180)
        self.setAccessibleName("Notes")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        buttons = self.this_button, self.all_button
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _NARROW
        for button, text in zip(buttons, _CHOICES, strict=True):
            button.setText(text.partition(" ")[0] if narrow else text)

    def _choice(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setCheckable(True)
        return button

    def _card(self, annotation_id: int) -> NoteCard | None:
        if annotation_id not in self._cards and any(n.id == annotation_id for n, _ in self._entries):
            self._make(next(k for k, (n, _) in enumerate(self._entries) if n.id == annotation_id) + 1)
        return self._cards.get(annotation_id)

    def _show(self, entries: Sequence[Entry]) -> None:
        """Bring the cards in line with these annotations; those that stay keep what is typed in them."""
        self._entries = list(entries)
        there = {note.id for note, _ in entries}
        for number in [n for n in self._cards if n not in there]:
            card = self._cards.pop(number)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        made = len(self._cards)
        for note, heading in entries:
            known = self._cards.get(note.id)
            if known is not None:
                known.show_annotation(note, heading)
        self._make(max(PAGE, made))
        self._tell()
        if self._wanted is not None and self._wanted[0] in there:
            self.edit(*self._wanted)

    def _make(self, upto: int) -> None:
        """Make the cards of the first so many entries, each in its place."""
        for place, (note, heading) in enumerate(self._entries[:upto]):
            card = self._cards.get(note.id)
            if card is None:
                card = self._cards[note.id] = self._new_card(note, heading)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)

    def _new_card(self, note: Annotation, heading: str) -> NoteCard:
        card = NoteCard(self._theme, self._operations, note, heading, lambda: self._tags, self._list)
        card.went.connect(lambda: self._went(card))
        card.deleted.connect(lambda: self._delete(card))
        card.stepped.connect(lambda by: self._step(card, by))
        card.editing_changed.connect(self._editing)
        return card

    def _scrolled(self) -> None:
        bar = self._scroll.verticalScrollBar()
        if len(self._cards) < len(self._entries) and bar.value() + 2 * bar.pageStep() > bar.maximum():
            self._make(len(self._cards) + PAGE)

    def _tell(self) -> None:
        self._count.setText(str(len(self._entries)) if self._entries else "")
        if self._entries:
            self._pages.setCurrentWidget(self._scroll)
            return
        hint = "Select words in the text and choose a colour, or press Ctrl+M to write a note on them."
        if self._all:
            self._empty.say("No notes yet", hint)
        elif self._opened is None:
            self._empty.say("No article is open", "The notes of an article are shown here.")
        else:
            self._empty.say("No notes on this article", hint)
        self._pages.setCurrentWidget(self._empty)

    def _read_all(self) -> None:
        library = self._operations.desk.library

        def read() -> list[Entry]:
            headings: dict[int, str] = {}
            while rows := library.rows(Filter(annotated=True), len(headings), _ROWS):
                headings.update((row.id, row.heading) for row in rows)
            return [(note, headings.get(note.article_id, "")) for note in library.annotations()]

        def show(entries: list[Entry]) -> None:
            if self._all:
                self._show(entries)

        self._operations.desk.tasks.read(read, show, key=("all notes", id(self)))

    def _read_tags(self) -> None:
        desk = self._operations.desk
        desk.tasks.read(desk.library.tags, self._show_tags, key=("tags of notes", id(self)))

    def _editing(self, on: bool) -> None:
        if on:
            self._read_tags()

    def _show_tags(self, tags: list[str]) -> None:
        self._tags = tags

    # -- what cards ask for

    def _went(self, card: NoteCard) -> None:
        card.finish()
        self.select(card.annotation.id)
        self.annotation_activated.emit(card.annotation.article_id, card.annotation.id)

    def _delete(self, card: NoteCard) -> None:
        cards = self.cards
        place = cards.index(card)
        neighbour = next((c for c in (*cards[place + 1 :], *reversed(cards[:place]))), None)
        if neighbour is not None and card.isAncestorOf(self.focusWidget() or self):
            neighbour.setFocus(Qt.FocusReason.OtherFocusReason)
        self._operations.delete([card.annotation], initiator=self)
        self._hub.notice.emit("Note deleted. Undo brings it back.")

    def _step(self, card: NoteCard, by: int) -> None:
        cards = self.cards
        place = min(max(cards.index(card) + by, 0), len(cards) - 1)
        cards[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(cards[place], 0, 12)

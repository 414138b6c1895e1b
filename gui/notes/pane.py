"""The notes pane: a person's highlights and notes, of this article or of all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.empty import EmptyState
from gui.hub import Hub
from gui.notes import menu
from gui.notes.head import NotesHead
from gui.notes.lost import LostSection
from gui.notes.model import NotesModel
from gui.notes.sieve import LOST, Entry, counted_tags, entry_of, ordered, sieved
from gui.notes.sittings import Sittings
from gui.notes.stock import Stock
from gui.notes.view import NotesView
from gui.notes.wording import copied
from gui.notes.writing import Writing
from gui.operations.annotations import AnnotationOperations
from gui.reader.selectionbar import swatch
from gui.theme import Theme
from store.model import Annotation, Changes, OpenArticle

MANY = 2000
"""So many notes take longer to put in order than the window may stand still."""

_HINT = "Select words in the text and choose a colour, or press Ctrl+M to write a note on them."
_WHOLE = "Ctrl+Shift+N writes a note on the whole article."


class NotesPane(QWidget):
    """Cards of annotations, edited in place.

    Signals:
        annotation_activated: go to the words (article, annotation).
        all_shown: the notes of all articles are shown, or no longer.
        move_asked: put a note on the words that are selected in the text.
        place_asked: have the notes of this article that lost their words placed again.
        room_wanted: so much more height while one writes. written: nothing is being written any more.
    """

    annotation_activated = Signal(int, int)
    all_shown = Signal(bool)
    move_asked = Signal(object)
    place_asked = Signal()
    room_wanted = Signal(int)
    written = Signal()
    whole_asked = Signal()

    def __init__(
        self, theme: Theme, hub: Hub, operations: AnnotationOperations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._hub, self._operations = theme, hub, operations
        self._opened: OpenArticle | None = None
        self._all = False
        self._entries: list[Entry] = []  # of the article or of all, before they are sieved
        self._order = ""  # in which they are, "" while they are in none
        self._stock = Stock(operations.desk, lambda: self.head.order, self)  # the notes of all articles
        self._stock.changed.connect(self._show_stock)
        self._wanted: tuple[int, bool | None] | None = None  # to be chosen or edited once here; its tags?
        self._words = ""  # selected in the open article
        self.model = NotesModel(self)
        self._build()
        self.show_article(None)

    # -- content

    @property
    def opened(self) -> OpenArticle | None:
        """The open article."""
        return self._opened

    @property
    def shows_all(self) -> bool:
        """Whether the notes of all articles are shown, not only those of the open one."""
        return self._all

    @property
    def shown(self) -> list[Annotation]:
        """The notes that are listed, in order."""
        return [one.annotation for one in self.model.entries]

    def writing(self, annotation_id: int) -> Writing | None:
        """What is being written on a note."""
        return self._sittings.at(annotation_id)

    def show_article(self, opened: OpenArticle | None) -> None:
        """Show the annotations of an article, unless those of all are shown."""
        before, self._opened = self._opened, opened
        if before is not None and (opened is None or opened.row.id != before.row.id):
            self._words = ""
            self._sittings.finish(opened.row.id if opened is not None else None)
        if not self._all:
            self._show([entry_of(note) for note in opened.annotations] if opened else [])

    def refresh(self, changes: Changes | None = None) -> None:
        """Read again what is not part of the open article: the notes of all, the tags."""
        if self._all:
            self._stock.refresh(changes)
        self._sittings.refresh()

    def show_all(self, whole: bool) -> None:
        """Show the notes of the whole library, or of this article."""
        self.head.set_scope(whole)
        if whole == self._all:
            return
        self.finish()
        self._all = whole
        self.all_shown.emit(whole)
        if whole:
            self._stock.read()
        else:
            self._stock.forget()
            self.show_article(self._opened)

    def select(self, annotation_id: int) -> None:
        """Bring a note into view and show it as chosen; where the filter hides it, the filter goes."""
        row = self._row_of(annotation_id)
        if row is not None:
            self.view.choose(row)
        elif self._all:
            self._wanted = (annotation_id, None)

    def edit(self, annotation_id: int, tags: bool = False) -> None:
        """Edit a note (or its tags), as soon as it is here."""
        row = self._row_of(annotation_id)
        one = self.model.entry(row) if row is not None else None
        if row is None or one is None:
            self._wanted = (annotation_id, tags)
            return
        self._wanted = None
        self.view.choose(row)
        self._sittings.write(one.annotation, tags)
        self.view.bring(row)

    def edit_whole(self, colour: str) -> None:
        """Write on the article as a whole: on the note that it has, else on a new one."""
        if self._opened is None:
            self._hub.notice.emit("Open an article first.")
            return
        there = next((note for note in self._opened.annotations if note.whole), None)
        if there is not None:
            self.edit(there.id)
        else:
            self._operations.add_to_article(
                self._opened.row.id, colour, made=lambda made: self.edit(made.id), initiator=self
            )

    def finish(self) -> None:
        """Save whatever is being typed."""
        self._sittings.finish()

    def _tell_written(self) -> None:
        if not self._sittings.open:
            self.written.emit()

    def offer_words(self, words: str) -> None:
        """These words are selected in the open article: a note can be put on them."""
        self._words = words

    def start_search(self) -> None:
        """Put the keyboard into the search; of all notes, where this article has none."""
        if not self._entries:
            self.show_all(True)
        self.head.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.line.selectAll()

    # -- inside

    def _build(self) -> None:
        self.head = NotesHead(self._theme, self)
        self.view = NotesView(self._theme, self.model, self)
        self._sittings = Sittings(self._theme, self._operations, self.view)
        self.view.use_colours(self._hub.tag_colours)
        self._hub.tag_renamed.connect(self.head.rename_tag)
        self._empty = EmptyState(self._theme, "note")
        self._again = self._empty.add_button("Show all notes", self.head.clear)
        self._write = self._empty.add_button("Write on the article", self.whole_asked.emit)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self._pages, 1)
        self._sittings.ended.connect(self._list)
        self._sittings.ended.connect(self._tell_written)
        self.view.room_wanted.connect(self.room_wanted)
        self._sittings.link_asked.connect(self._ask_link)
        self.lost = LostSection(self)
        box.addWidget(self.lost)
        self.lost.listed.connect(lambda on: self.head.choose("kinds", LOST, on))
        self.lost.place_asked.connect(self.place_asked)
        self.head.scope_chosen.connect(self.show_all)
        self.head.sieved.connect(self._list_anew)
        self.head.ordered.connect(self._reorder)
        self.head.left.connect(self._enter_list)
        self.view.went.connect(self._went)
        self.view.edit_asked.connect(lambda note, tags: self.edit(note.id, tags))
        self.view.delete_asked.connect(self._delete)
        self.view.copy_asked.connect(lambda: self._copy(self.view.chosen))
        self.view.menu_asked.connect(self._menu)
        self.view.link_asked.connect(self._ask_link)
        self.setFocusProxy(self.view)
        self.setMinimumWidth(180)
        self.setAccessibleName("Notes")

    @property
    def all_button(self) -> QWidget:
        """Shows the notes of all articles."""
        return self.head.all_button

    @property
    def this_button(self) -> QWidget:
        """Shows the notes of the open article."""
        return self.head.this_button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.fit(self.width())

    def _row_of(self, annotation_id: int) -> int | None:
        row = self.model.row_of(annotation_id)
        if row is None and any(one.annotation.id == annotation_id for one in self._entries):
            self.head.clear()
            row = self.model.row_of(annotation_id)
        return row

    def _show(self, entries: list[Entry], order: str = "") -> None:
        """Take these, in some order or in none, as all there are, and list those that are wanted."""
        self._entries, self._order = entries, order
        there = {one.annotation.id: one.annotation for one in entries}
        self._sittings.take(there)
        self.head.set_tags(lambda: counted_tags(entries))
        self._list()
        self._sittings.resume(there)
        if self._wanted is not None and self._wanted[0] in there:
            (number, tags), self._wanted = self._wanted, None
            if tags is None:
                self.select(number)
            else:
                self.edit(number, tags)

    def _show_stock(self, first: bool) -> None:
        if self._all:
            self._show(self._stock.entries, self._stock.order)
            if first:
                self._show_chosen()

    def _list(self) -> None:
        """List what goes through the filter, keeping the place and what is chosen."""
        if self._order != self.head.order:
            self._order = self.head.order
            self._entries = ordered(self._entries, self._order)
        kept = sieved(self._entries, self.head.sieve, self._sittings.open)
        current, chosen = self.view.current, {note.id for note in self.view.chosen}
        before, anchor = [one.annotation.id for one in self.model.entries], self.view.anchor()
        self.model.set_entries(kept)
        if before != [one.annotation.id for one in kept]:
            self.view.reselect(current.id if current is not None else None, chosen)
            self.view.come_back(anchor)
        else:
            self.view.fit()
        self.head.set_counts(len(kept), len(self._entries))
        here = sum(note.orphan for note in self._opened.annotations) if self._opened is not None else 0
        lost = sum(one.annotation.orphan for one in self._entries)
        self.lost.show_counts(lost, here, LOST in self.head.sieve.kinds)
        self._tell()

    def _list_anew(self) -> None:
        """List others, from the top."""
        self._list()
        self.view.scrollToTop()
        self.view.fit()

    def _show_chosen(self) -> None:
        """Where the list is another one: what is chosen, or its top."""
        chosen = self.view.chosen
        row = self.model.row_of(chosen[0].id) if chosen else 0
        self.view.bring(row or 0)

    def _reorder(self, order: str) -> None:
        """List in another order; thousands are put into it beside."""
        before = self._entries

        def show(found: list[Entry]) -> None:
            if before is self._entries:
                self._entries, self._order = found, order
                self._stock.put_in_order(before, found, order)
            self._list()
            self._show_chosen()

        if len(before) < MANY:
            show(ordered(before, order))
        else:
            tasks = self._operations.desk.tasks
            tasks.read(lambda: ordered(before, order), show, key=("order of notes", id(self)))

    def _tell(self) -> None:
        if self.model.entries:
            self._pages.setCurrentWidget(self.view)
            return
        sieved = bool(self._entries)
        self._again.setVisible(sieved)
        self._write.setVisible(not sieved and not self._all and self._opened is not None)
        if sieved:
            self._empty.say("No such notes", "None is as you chose and has these words.")
        elif self._all:
            self._empty.say("No notes yet", _HINT)
        elif self._opened is None:
            self._empty.say("No article is open", "The notes of an article are shown here.")
        else:
            self._empty.say("No notes on this article", f"{_HINT} {_WHOLE}")
        self._pages.setCurrentWidget(self._empty)

    # -- what is asked for in the list

    def _went(self, note: Annotation) -> None:
        self.finish()
        self.annotation_activated.emit(note.article_id, note.id)

    def _delete(self, notes: list[Annotation]) -> None:
        numbers = {note.id for note in notes}
        rows = [row for note in notes if (row := self.model.row_of(note.id)) is not None]
        after = next(
            (
                n
                for n in (
                    *range(max(rows, default=0) + 1, len(self.shown)),
                    *range(min(rows, default=0))[::-1],
                )
            ),
            None,
        )
        neighbour = self.model.entry(after) if after is not None else None
        self._operations.delete(notes, initiator=self)
        if neighbour is not None and neighbour.annotation.id not in numbers:
            row = self.model.row_of(neighbour.annotation.id)
            if row is not None:
                self.view.choose(row)
        self._hub.done.emit(f"{len(notes):,} notes deleted." if len(notes) > 1 else "Note deleted.")

    def _copy(self, notes: list[Annotation]) -> None:
        """Copy notes with their words and their articles."""
        headings = {one.annotation.id: one.heading for one in self._entries}
        here = self._opened.row if self._opened is not None else None
        told = [
            (
                note,
                here.heading
                if here is not None and here.id == note.article_id
                else headings.get(note.id, ""),
            )
            for note in notes
        ]
        if told:
            QGuiApplication.clipboard().setText(copied(told))
            self._hub.notice.emit(
                "Copied with its words." if len(told) == 1 else f"{len(told):,} notes copied."
            )

    def _menu(self, place: QPoint) -> None:
        made = self.menu_of(self.view.chosen)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.popup(place)

    def menu_of(self, notes: list[Annotation]) -> QMenu:
        """What can be done with some notes."""
        made = QMenu(self)
        self.fill_menu(made, notes)
        return made

    def fill_menu(self, made: QMenu, notes: list[Annotation]) -> None:
        """Add what can be done with some notes."""
        here = self._opened is not None and all(n.article_id == self._opened.row.id for n in notes)
        doing = menu.Doing(
            self._went,
            lambda note, tags: self.edit(note.id, tags),
            self.move_asked.emit,
            self._copy,
            self._delete,
        )
        menu.fill(made, self._theme, self._operations, notes, doing, self._words if here else "")

    def titled(self, note: Annotation) -> tuple[QIcon, str]:
        """What a menu calls a note."""
        return swatch(self._theme, note.colour, note.style), menu.title(note)

    def _ask_link(self, address: str) -> None:
        from gui.notes import links

        links.ask(address, self.window())

    def _enter_list(self) -> None:
        if self.model.entries:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.view.currentIndex().isValid():
                self.view.choose(0)

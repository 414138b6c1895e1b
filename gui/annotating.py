"""Annotating: what is asked for in the text is carried out, shown in the notes, and jumped back to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from gui.notes.pane import NotesPane
from gui.operations.annotations import AnnotationOperations
from gui.reader.pane import ReaderPane
from store.model import Annotation, MarkStyle, OpenArticle, Span

if TYPE_CHECKING:
    from gui.notes.placing import PlacingDialog


class Annotating(QObject):
    """Wires reader and notes to the operations.

    Signals:
        article_asked: another article has to be opened to show a note's words.
    """

    article_asked = Signal(int)

    def __init__(
        self,
        in_use: Callable[[], ReaderPane],
        notes: NotesPane,
        operations: AnnotationOperations,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._in_use, self._notes, self._operations = in_use, notes, operations
        self._awaited: tuple[int, int] | None = None  # article and annotation to go to once it is open
        self._placing: PlacingDialog | None = None
        notes.whole_asked.connect(self.write_on_article)
        notes.annotation_activated.connect(self._go)
        notes.move_asked.connect(self.move)
        notes.place_asked.connect(self.place_lost)

    @property
    def _reader(self) -> ReaderPane:
        """The reader where the keyboard was last."""
        return self._in_use()

    def join(self, reader: ReaderPane) -> None:
        """Hear of what is asked for in this reader too."""
        reader.highlight_requested.connect(self._highlight)
        reader.note_requested.connect(lambda *words: self._write(*words, tags=False))
        reader.tag_requested.connect(lambda *words: self._write(*words, tags=True))
        reader.annotation_clicked.connect(self._notes.select)
        reader.selection_changed.connect(self._offer)
        reader.picking.moved.connect(self._move_to)
        reader.highlights_offered.connect(self._offer_highlights)

    def article_shown(self, article: OpenArticle | None) -> None:
        """An article was shown: go to the words that were asked for."""
        awaited, self._awaited = self._awaited, None
        if awaited is not None and article is not None and article.row.id == awaited[0]:
            self._reach(article, awaited[1])
        if self._placing is not None and isValid(self._placing):
            self._placing.show_article(article)

    def place_lost(self, annotation_id: int = 0) -> None:
        """Have the notes of the open article that have lost their words placed again, this one first."""
        from gui.notes.placing import PlacingDialog

        opened = self._reader.opened
        if opened is None:
            return
        if self._placing is None or not isValid(self._placing):
            self._placing = PlacingDialog(self._in_use, self._operations, self._notes.window())
        self._placing.show_article(opened, annotation_id)
        self._placing.show()
        self._placing.raise_()
        self._placing.activateWindow()

    def _reach(self, opened: OpenArticle, annotation_id: int) -> None:
        """Go to the words of a note; have one that has none placed again."""
        if any(note.id == annotation_id and note.orphan for note in opened.annotations):
            self.place_lost(annotation_id)
        else:
            self._reader.select_annotation(annotation_id)

    def write_on_article(self) -> None:
        """Write on the open article as a whole."""
        self._notes.edit_whole(self._reader.last_style[0])

    def move_highlight(self) -> None:
        """Put the highlight that the selected words touch, or that is picked, on just these words."""
        span = self._selected()
        if span is None:
            self._tell("Select the words that a highlight is to be on.")
            return
        touched, picked = self._reader.annotations_touching(span), self._reader.picking.annotation
        if picked is not None and (picked in touched or not touched):
            self.move(picked)
        elif len(touched) == 1:
            self.move(touched[0])
        elif touched:
            self._tell(
                "Several highlights touch these words. Click the one you mean, then select and try again."
            )
        else:
            self._tell("No highlight touches these words. Click the one you mean, then select and try again.")

    def move(self, note: Annotation) -> None:
        """Put a note on the selected words."""
        opened, span = self._reader.opened, self._selected()
        if opened is None or span is None or opened.row.id != note.article_id:
            self._tell("Select the words that it is to be on.")
        elif span != note.anchor.span:
            self._move_to(note, span)
            self._reader.view.select(None)

    def _move_to(self, note: Annotation, span: Span) -> None:
        opened, span = self._reader.opened, self._words(span)
        if opened is None or span.start >= span.end or span == note.anchor.span:
            self._reader.picking.cancel()
            return
        quote = opened.article.text[span.start : span.end]
        self._operations.move(note, span, quote, initiator=self._reader)
        self._tell("The highlight was moved. Undo puts it back.")

    def _selected(self) -> Span | None:
        """The selected words without the blanks around them."""
        span = self._reader.selection
        span = self._words(span) if span is not None else None
        return span if span is not None and span.start < span.end else None

    def _offer(self, span: Span | None) -> None:
        opened, words = self._reader.opened, self._selected()
        quote = opened.article.text[words.start : words.end] if opened is not None and words else ""
        self._notes.offer_words(quote)
        if self._placing is not None and isValid(self._placing):
            self._placing.words_selected()

    def _offer_highlights(self, menu: QMenu, notes: list[Annotation]) -> None:
        """At the top, unless it is about words that are selected."""
        others = menu.actions() if self._reader.selection is None else []
        menu.addSeparator()
        for note in notes:
            self._notes.fill_menu(menu.addMenu(*self._notes.titled(note)), [note])
        if others:
            menu.addSeparator()
            menu.addActions(others)  # after what was added

    def _tell(self, text: str) -> None:
        self._operations.desk.hub.notice.emit(text)

    def _words(self, span: Span) -> Span:
        """What was selected without the blanks around it; empty where nothing else was selected."""
        opened = self._reader.opened
        quote = opened.article.text[span.start : span.end] if opened is not None else ""
        start = span.end - len(quote.lstrip())
        return Span(start, start + len(quote.strip()))

    def _highlight(self, span: Span, colour: str, style: MarkStyle) -> None:
        self._add(span, colour, style, lambda made: self._notes.select(made.id))

    def _write(self, span: Span, colour: str, style: MarkStyle, *, tags: bool) -> None:
        there = self._reader.annotation_on(self._words(span))
        if there is not None:
            self._notes.edit(there.id, tags)
        else:
            self._add(span, colour, style, lambda made: self._notes.edit(made.id, tags))

    def _add(self, span: Span, colour: str, style: MarkStyle, made: Callable[[Annotation], None]) -> None:
        opened, span = self._reader.opened, self._words(span)
        if opened is not None and span.start < span.end:
            quote = opened.article.text[span.start : span.end]
            self._operations.add(
                opened.row.id, span, colour, style, quote=quote, made=made, initiator=self._reader
            )

    def _go(self, article_id: int, annotation_id: int) -> None:
        opened = self._reader.opened
        if opened is not None and opened.row.id == article_id:
            self._reach(opened, annotation_id)
        else:
            self._awaited = (article_id, annotation_id)
            self.article_asked.emit(article_id)

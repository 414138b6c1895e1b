"""Annotating: what is asked for in the text is carried out, shown in the notes, and jumped back to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.notes.pane import NotesPane
from gui.operations.annotations import AnnotationOperations
from gui.reader.pane import ReaderPane
from store.model import Annotation, MarkStyle, OpenArticle, Span


class Annotating(QObject):
    """Wires reader and notes to the operations.

    Signals:
        article_asked: another article has to be opened to show a note's words.
    """

    article_asked = Signal(int)

    def __init__(
        self, reader: ReaderPane, notes: NotesPane, operations: AnnotationOperations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reader, self._notes, self._operations = reader, notes, operations
        self._awaited: tuple[int, int] | None = None  # article and annotation to go to once it is open
        reader.highlight_requested.connect(self._highlight)
        reader.note_requested.connect(lambda *words: self._write(*words, tags=False))
        reader.tag_requested.connect(lambda *words: self._write(*words, tags=True))
        reader.annotation_clicked.connect(notes.select)
        notes.annotation_activated.connect(self._go)

    def article_shown(self, article: OpenArticle | None) -> None:
        """An article was shown: go to the words that were asked for."""
        awaited, self._awaited = self._awaited, None
        if awaited is not None and article is not None and article.row.id == awaited[0]:
            self._reader.select_annotation(awaited[1])

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
            self._reader.select_annotation(annotation_id)
        else:
            self._awaited = (article_id, annotation_id)
            self.article_asked.emit(article_id)

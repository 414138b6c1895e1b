"""The right half of the window: the article in its words, beside it the facts and the notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from gui.facts.pane import FactsPane
from gui.frame import thin
from gui.notes.pane import NotesPane
from gui.operations.annotations import AnnotationOperations
from gui.operations.desk import Desk
from gui.reader.pane import ReaderPane
from gui.settings import Memory
from gui.theme import Theme
from store.model import Changes, Fact, MarkKind, MarkStyle, OpenArticle, Span


class ReadingPane(QWidget):
    """Article, facts and notes, wired to each other."""

    hits_shown = Signal(int, int)
    """``(which, of how many)``: the hit of the search that is marked as the current one."""

    facet_chosen = Signal(str, str)
    """``(field of Filter, key)``: show only articles of this person or country."""

    star_asked = Signal(bool)
    """Star the open article, or take its star away."""

    article_asked = Signal(int)
    """Another article has to be opened to show what was asked for."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = AnnotationOperations(desk)
        self.reader = ReaderPane(theme, desk.hub, self)
        self.facts = FactsPane(theme, self)
        self.notes = NotesPane(theme, desk.hub, self.operations, self)
        self.side = QSplitter(Qt.Orientation.Vertical, self)
        self.side.setObjectName("facts_and_notes")
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setObjectName("article_and_facts")
        for splitter, panes in (
            (self.side, (self.facts, self.notes)),
            (self.split, (self.reader, self.side)),
        ):
            thin(splitter)
            for pane in panes:
                splitter.addWidget(pane)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.split)
        self._article_id: int | None = None
        self.hit_place = (0, 0)
        self.enter_from_end = False  # the next article begins at its last hit
        self._sizes = {True: [460, 300], False: [360, 240]}
        self._side_by_side = True
        self._set_sizes()
        self.side.setSizes([420, 220])
        self._wire()

    def _wire(self) -> None:
        self.reader.fact_clicked.connect(self.facts.select_fact)
        self.reader.annotation_clicked.connect(self.notes.edit)
        self.reader.star_requested.connect(self.star_asked)
        self.facts.fact_activated.connect(self._fact_activated)
        self.facts.person_filter.connect(lambda key: self.facet_chosen.emit("person", key))
        self.facts.country_filter.connect(lambda key: self.facet_chosen.emit("country", key))
        self.notes.annotation_activated.connect(self._note_activated)

    # -- the article

    def show_article(self, article: OpenArticle | None, hits: list[Span], searching: bool) -> None:
        """Show another article, with the hits of a search."""
        number = article.row.id if article is not None else None
        if number != self._article_id or number is None:
            self._article_id = number
            for pane in (self.reader, self.facts, self.notes):
                pane.show_article(article)
        self.reader.set_hits(hits)
        by = -1 if self.enter_from_end else 1
        self.enter_from_end = False
        self._tell_hits(self.reader.step_hit(by) if searching and hits else (0, 0))

    def refresh_article(self, article: OpenArticle) -> None:
        """Show the same article after a change."""
        for pane in (self.reader, self.facts, self.notes):
            pane.show_article(article)

    def refresh(self, changes: Changes) -> None:
        """Show what a write changed beside the article itself."""
        if changes.annotations or changes.tags:
            self.notes.refresh()

    def step_hit(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit."""
        self._tell_hits(self.reader.step_hit(by))

    def open_find(self) -> None:
        """Find words in the article."""
        self.reader.open_find()

    def zoom(self, steps: int) -> None:
        """Larger (above 0), smaller (below 0) or normal text."""
        if steps:
            self.reader.zoom(steps)
        else:
            self.reader.zoom_normal()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return self.reader, self.facts, self.notes

    def _tell_hits(self, place: tuple[int, int]) -> None:
        self.hit_place = place
        self.hits_shown.emit(*place)

    def finish(self) -> None:
        """The window closes: what is being written down is saved."""

    def _fact_activated(self, fact: Fact, spans: Sequence[Span]) -> None:
        self.reader.select_fact(fact)
        self.reader.flash(spans)

    def _note_activated(self, article_id: int, annotation_id: int) -> None:
        if article_id != self._article_id:
            self.article_asked.emit(article_id)
        else:
            self.reader.select_annotation(annotation_id)

    # -- layout

    def set_facts_visible(self, visible: bool) -> None:
        """Show or hide facts and notes."""
        self.side.setVisible(visible)

    def set_side_by_side(self, beside: bool) -> None:
        """Facts beside the article, or below it."""
        if beside == self._side_by_side:
            return
        self._sizes[self._side_by_side] = self.split.sizes()
        self._side_by_side = beside
        self.split.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        self.side.setOrientation(Qt.Orientation.Vertical if beside else Qt.Orientation.Horizontal)
        self._set_sizes()

    def _set_sizes(self) -> None:
        self.split.setSizes(self._sizes[self._side_by_side])

    def restore(self, memory: Memory) -> None:
        """Bring back what was remembered."""
        self.split.restoreState(memory.state("article_and_facts"))
        self.side.restoreState(memory.state("facts_and_notes"))
        for splitter in (self.split, self.side):
            thin(splitter)
        reader = self.reader
        reader.view.set_text_size(memory.decimal("text_size", reader.view.text_size, 6, 48))
        kinds = memory.text("kinds", "all")
        if kinds != "all":
            reader.show_kinds(kind for kind in MarkKind if kind in kinds.split(","))
        colour, _, style = memory.text("pen").partition(" ")
        if style in {shape.value for shape in MarkStyle}:
            reader.set_last_style(colour, MarkStyle(style))

    def keep(self, memory: Memory) -> None:
        """Remember the layout and how the article is shown."""
        self.set_side_by_side(True)
        memory.keep("article_and_facts", QByteArray(self.split.saveState()))
        memory.keep("facts_and_notes", QByteArray(self.side.saveState()))
        memory.keep("text_size", self.reader.view.text_size)
        shown = self.reader.shown_kinds
        memory.keep("kinds", "all" if shown == frozenset(MarkKind) else ",".join(sorted(shown)))
        memory.keep("pen", " ".join(self.reader.last_style))

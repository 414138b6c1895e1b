"""The right half of the window: the article in its words, beside it the facts and the notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from gui.frame import thin
from gui.kept import KeptColumn
from gui.operations.annotations import AnnotationOperations
from gui.operations.desk import Desk
from gui.reader import remembering
from gui.settings import Memory
from gui.side import FACTS, NOTES, SidePane
from gui.sideroom import SideRoom
from gui.tabs.column import Column
from gui.tabs.columns import Columns
from gui.tabs.trail import Place
from gui.theme import Theme
from store.model import Changes, Fact, OpenArticle, Span

if TYPE_CHECKING:
    from gui.annotating import Annotating
    from gui.facts.pane import FactsPane
    from gui.facts.work import FactsWork
    from gui.navigation import Navigator
    from gui.notes.pane import NotesPane
    from gui.reader.pane import ReaderPane


class Side(NamedTuple):
    """What lies beside the article."""

    facts: FactsPane
    notes: NotesPane
    annotating: Annotating


class ReadingPane(QWidget):
    """Article, facts and notes, wired to each other."""

    opened = Signal(object)
    """``OpenArticle | None``: another article is shown."""

    hits_shown = Signal(int, int)
    """``(which, of how many)``: the hit of the search that is marked as the current one."""

    facet_chosen = Signal(str, str)
    """``(field of Filter, key)``: show only articles of this person or country."""

    way_asked = Signal(object)
    """``Link``: a page that leads on from a fact is to be opened."""

    star_asked = Signal(bool)
    """Star the open article, or take its star away."""

    all_notes_shown = Signal(bool)
    """Whether the notes of the whole library are shown, not only those of the article."""

    side_wanted = Signal()
    """The notes have to be in view."""

    article_asked = Signal(int)
    """Another article has to be opened to show what was asked for."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self.operations = AnnotationOperations(desk)
        self.columns = Columns(theme, desk, self)
        self.side = SidePane(self)
        self.split = thin(QSplitter(Qt.Orientation.Horizontal, self))
        self.split.setObjectName("article_and_facts")
        self.split.addWidget(self.columns)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.split)
        self.enter_from_end = False  # the next article begins at its last hit
        self._side: Side | None = None
        self._room = SideRoom(self, self.split, self.side)
        self._kept_notes = ""  # how the notes are to be shown, until they are
        self._has_opened = False  # until then an article may be on its way
        self._looks: Memory | None = None  # how the article is shown
        self.columns.each(self._join)
        self.columns.parted.connect(self._parted)
        self.columns.chosen.connect(self._other_chosen)
        self.side_wanted.connect(lambda: self.side.turn_to(NOTES))

    def _join(self, column: Column) -> None:
        """Hear of what is done in a column."""
        navigator, reader = column.navigator, column.reader
        navigator.opened.connect(lambda article, hits: self._opened(column, article, hits))
        navigator.refreshed.connect(lambda article: self._show(column))
        navigator.leaving.connect(lambda: self._write_down(column))
        column.page_read.connect(lambda _title: self._page_read(column))
        reader.star_requested.connect(self.star_asked)
        reader.addition_wanted.connect(self.add_fact)
        reader.hit_reached.connect(lambda *place: self._tell_hits(column, place))
        reader.fact_clicked.connect(self._fact_clicked)
        reader.annotation_clicked.connect(lambda _: self.side.turn_to(NOTES))
        reader.note_requested.connect(self.side_wanted)
        reader.tag_requested.connect(self.side_wanted)
        if self._side is not None:
            self._side.annotating.join(reader)

    def _parted(self, first: Column, second: Column) -> None:
        """The second article looks as the first one does."""
        if self._looks is not None:
            remembering.keep(first.reader, self._looks)
            remembering.restore(second.reader, self._looks)

    # -- the article where the keyboard was last

    @property
    def column(self) -> Column:
        """Its tabs."""
        return self.columns.current

    @property
    def reader(self) -> ReaderPane:
        """Its words."""
        return self.columns.current.reader

    @property
    def navigator(self) -> Navigator:
        """What opens it."""
        return self.columns.current.navigator

    @property
    def hit_place(self) -> tuple[int, int]:
        """Which of its hits is the current one, and how many there are."""
        return self.columns.current.hit_place

    @property
    def _article(self) -> OpenArticle | None:
        return self.columns.current.navigator.current

    # -- facts and notes

    @property
    def facts(self) -> FactsPane:
        """Who met whom, where, when."""
        return self.fill_side().facts

    @property
    def notes(self) -> NotesPane:
        """What the person wrote."""
        return self.fill_side().notes

    @property
    def kept_notes(self) -> str:
        """Which notes are shown, and how, as it is kept."""
        if self._side is None:
            return self._kept_notes
        from gui.notes import remembering as of_notes

        return of_notes.taken(self._side.notes)

    def give_notes(self, kept: str) -> None:
        """Show the notes that were kept so, once there are any."""
        self._kept_notes = kept

    @cached_property
    def _facts(self) -> FactsPane:
        from gui.facts.pane import FactsPane

        return FactsPane(self._theme, self)

    @cached_property
    def _notes(self) -> NotesPane:
        from gui.notes.pane import NotesPane

        return NotesPane(self._theme, self._desk.hub, self.operations, self)

    def side_steps(self) -> tuple[Callable[[], object], ...]:
        """Facts and notes made step by step, so that keys are answered between the steps."""
        return (
            lambda: import_module("gui.facts.pane"),
            lambda: import_module("gui.notes.pane"),
            lambda: self._facts,
            lambda: self._notes,
            self.fill_side,
        )

    def fill_side(self) -> Side:
        """Make facts and notes, unless they are there: the first screen is painted before them."""
        if self._side is not None:
            return self._side
        from gui.annotating import Annotating
        from gui.notes import remembering as of_notes
        from gui.notes.elbow import ElbowRoom

        facts, notes = self._facts, self._notes
        annotating = Annotating(lambda: self.reader, notes, self.operations, self)
        for column in self.columns.all:
            annotating.join(column.reader)
        side = self._side = Side(facts, notes, annotating)
        self.side.fill(facts, notes, facts.bar.title, notes.head.title)
        for pane in (facts, notes):
            pane.show_article(self._article)
        ElbowRoom(self.side.shared, notes)
        facts.fact_activated.connect(self._fact_activated)
        facts.way_asked.connect(self.way_asked)
        facts.person_filter.connect(lambda key: self.facet_chosen.emit("person", key))
        facts.country_filter.connect(lambda key: self.facet_chosen.emit("country", key))
        self.work.serve(facts)
        facts.addition_wanted.connect(self.add_fact)
        notes.all_shown.connect(self.all_notes_shown)
        notes.all_shown.connect(self._give_side_room)
        notes.all_shown.connect(lambda whole: self.side.turn_to(NOTES) if whole else None)
        of_notes.give(notes, self._kept_notes)
        annotating.article_asked.connect(self.article_asked)
        self._go_back_to_fact(side, self.navigator.trail.here)
        self._has_opened = True
        self._give_side_room()
        return side

    # -- corrections

    @cached_property
    def work(self) -> FactsWork:
        """What a person does with facts."""
        from gui.facts.work import FactsWork

        return FactsWork(self._desk, lambda: self._article, self)

    def add_fact(self, subject: str) -> None:
        """Add the selected words as an official or a meeting."""
        self.work.add(subject, self.reader.selection)

    # -- the article

    def _opened(self, column: Column, article: OpenArticle | None, hits: list[Span]) -> None:
        """The article of the tab in view came."""
        navigator, here = column.navigator, column.navigator.trail.here
        if article is None and here is None and len(column.tabs) > 1:
            column.article_is_gone()
            return
        in_use, returning = column is self.column, navigator.returning and here is not None
        column.is_still = True
        self._has_opened = True
        self._give_side_room()
        self._show_article(column, hits, bool(navigator.query) and in_use and not returning)
        if returning and here is not None:
            column.go_back_to(here)
        column.is_still = False
        if in_use:
            if returning and self._side is not None:
                self._go_back_to_fact(self._side, here)
            self.opened.emit(article)

    def _other_chosen(self) -> None:
        """The keyboard went to the other article: facts and notes follow."""
        if self.columns.other is not None:
            self._write_down_facts(self.columns.other)
        if self._side is not None:
            self._side.facts.leave_editor()
        self._show_side()
        if self._side is not None:
            self._go_back_to_fact(self._side, self.navigator.trail.here)
        self.hits_shown.emit(*self.hit_place)
        self.opened.emit(self._article)

    def write_down(self) -> None:
        """Note what is in view of the articles."""
        for column in self.columns.all:
            self._write_down(column)

    def _write_down(self, column: Column) -> None:
        """Note what is in view of an article, before another one comes."""
        column.write_down()
        if column is self.column:
            self._write_down_facts(column)

    def _write_down_facts(self, column: Column) -> None:
        here, side = column.navigator.trail.here, self._side
        shown = side.facts.opened if side is not None else None
        if here is not None and side is not None and shown is not None and shown.row.id == here.article:
            here.fact = side.facts.selected
            here.facts_scroll = side.facts.canvas.verticalScrollBar().value()

    def kept_columns(self) -> tuple[KeptColumn, ...]:
        """What is open, to be written down."""
        return tuple(column.kept() for column in self.columns.all)

    def _go_back_to_fact(self, side: Side, here: Place | None) -> None:
        shown = side.facts.opened
        if here is None or shown is None or shown.row.id != here.article:
            return
        if here.fact is not None and side.facts.has(here.fact):
            self.reader.select_fact(here.fact)
            side.facts.select_fact(here.fact)
        side.facts.canvas.verticalScrollBar().setValue(here.facts_scroll)

    def _page_read(self, column: Column) -> None:
        """The title of the page in view is known."""
        if column is self.column:
            self.opened.emit(None)

    def _show_article(self, column: Column, hits: list[Span], searching: bool) -> None:
        """Show another article, with the hits of a search."""
        before, article = column.reader.opened, column.navigator.current
        if article is None or before is None or article.row.id != before.row.id:
            self._show(column)
        column.reader.set_hits(hits)
        by = -1 if self.enter_from_end else 1
        self.enter_from_end = False
        self._tell_hits(column, column.reader.step_hit(by) if searching and hits else (0, 0))
        if column is self.column and self._side is not None:
            self._side.annotating.article_shown(article)

    def _show(self, column: Column) -> None:
        """Show the article of a column, another one or the same after a change."""
        column.reader.show_article(column.navigator.current)
        if column is self.column:
            self._show_side()

    def _show_side(self) -> None:
        if self._side is not None:
            self._side.facts.show_article(self._article)
            self._side.notes.show_article(self._article)

    def refresh(self, changes: Changes) -> None:
        """Show what a write changed."""
        for column in self.columns.all:
            column.navigator.refresh(changes)
            if column.pages is not None:
                column.pages.refresh(changes)
        if self._side is not None and (changes.annotations or changes.tags or changes.listing):
            self._side.notes.refresh(changes)

    def step_hit(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit."""
        self._tell_hits(self.column, self.reader.step_hit(by))

    def open_find(self) -> None:
        """Find words in the article, or in the page."""
        (self.column.page or self.reader).open_find()

    def zoom(self, steps: int) -> None:
        """Larger (above 0), smaller (below 0) or normal text."""
        if steps:
            self.reader.zoom(steps)
        else:
            self.reader.zoom_normal()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return *(column.shown for column in self.columns.all), self.facts, self.notes

    def _tell_hits(self, column: Column, place: tuple[int, int]) -> None:
        column.hit_place = place
        if column is self.column:
            self.hits_shown.emit(*place)

    def stop(self) -> None:
        """Mark nothing as read any more."""
        for column in self.columns.all:
            column.navigator.stop()

    def finish(self) -> None:
        """The window closes: what is being written is saved."""
        if self._side is not None:
            self._side.facts.leave_editor()
            self._side.notes.finish()

    def _fact_clicked(self, fact: Fact) -> None:
        self.side.turn_to(FACTS)
        self.facts.select_fact(fact)

    def _fact_activated(self, fact: Fact, spans: Sequence[Span]) -> None:
        self.reader.select_fact(fact)
        self.reader.focusing.turn_to(fact)
        self.reader.flash(spans)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the focus of the article, also where facts or notes have the keyboard."""
        if event.key() == Qt.Key.Key_Escape and self.reader.focusing.leave():
            event.accept()
            return
        super().keyPressEvent(event)

    # -- layout

    def set_facts_visible(self, visible: bool) -> None:
        """Show or hide facts and notes. Beside a page there are none, but for the notes of all articles."""
        self._room.is_wanted = visible
        self._give_side_room()

    def _give_side_room(self) -> None:
        pages = [column.page is not None for column in self.columns.all]
        articles = [column.navigator.current is not None for column in self.columns.all]
        beside = any(articles) or not (self._has_opened or all(pages))
        all_notes = self._side is not None and self._side.notes.shows_all
        self._room.give(all_notes or beside)

    def set_side_by_side(self, beside: bool, under: QSplitter) -> None:
        """Facts and notes beside the article; or one of them at a time ``under`` the list."""
        self._room.set_side_by_side(beside, under)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._room.share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room.resized()

    def restore(self, memory: Memory) -> None:
        """Bring back what was remembered."""
        self._room.restore(memory)
        self._looks = memory
        for column in self.columns.all:
            remembering.restore(column.reader, memory)

    def keep(self, memory: Memory) -> None:
        """Remember the layout and how the article is shown."""
        self._room.keep(memory)
        remembering.keep(self.reader, memory)

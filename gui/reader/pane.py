"""The reader pane: header, legend, find bar, and the article in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from gui.empty import EmptyState
from gui.hub import Hub
from gui.reader.aside import Cards
from gui.reader.book import CHOSEN, CURRENT_HIT, GLOW, HIT, Book
from gui.reader.findbar import FindBar
from gui.reader.flashing import Flash
from gui.reader.focusing import Focusing
from gui.reader.header import Header
from gui.reader.legend import Legend
from gui.reader.lens import Lens
from gui.reader.looks import COLOURS
from gui.reader.picking import Picking
from gui.reader.seeking import Seeking
from gui.reader.selectionbar import SelectionBar
from gui.reader.strip import Place, Strip
from gui.reader.telling import citation
from gui.reader.textactions import ACTIONS, TextActions
from gui.reader.view import GUTTER, PLAIN_SIZE, ReaderView
from gui.speech import say
from gui.theme import Theme
from store.model import Annotation, Fact, Mark, MarkKind, MarkStyle, OpenArticle, Reading, Span

if TYPE_CHECKING:
    from gui.operations.desk import Desk


class ReaderPane(QWidget):
    """Shows one article. Spans and offsets are those of its text.

    Signals:
        fact_clicked: marked words were clicked or stepped to.
        annotation_clicked: a highlight was clicked (its number).
        highlights_offered: a menu is to offer what can be done with these highlights.
        selection_changed: other words are selected (a Span or None).
        highlight_requested, note_requested, tag_requested: of the selected words (span, colour, style).
        star_requested: the person wants the article starred or not.
        style_changed: colour and style of the next highlight.
        kinds_changed: other kinds of marks are shown.
        addition_wanted: the selected words are to be added as an "official" or a "meeting".
        focus_changed: something else is in focus, or nothing any more.
        menu_offered: a menu is to offer what can be done at a character of the document.
        hit_reached: the strip led to a hit of the search (which, of how many).
    """

    fact_clicked = Signal(object)
    annotation_clicked = Signal(int)
    highlights_offered = Signal(object, list)
    selection_changed = Signal(object)
    highlight_requested = Signal(object, str, object)
    note_requested = Signal(object, str, object)
    tag_requested = Signal(object, str, object)
    star_requested = Signal(bool)
    style_changed = Signal(str, object)
    kinds_changed = Signal()
    addition_wanted = Signal(str)
    focus_changed = Signal()
    menu_offered = Signal(object, int)
    hit_reached = Signal(int, int)

    def __init__(self, theme: Theme, hub: Hub | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._hub = theme, hub
        self.in_use = True
        """Whether the actions of the window are meant for this article, of two side by side."""
        self._opened: OpenArticle | None = None
        self._chosen: tuple[Span, ...] = ()
        self._fact: Fact | None = None  # whose words are outlined
        self._stepped: Span | None = None
        self._lens: Lens | None = None  # shown in place of the marks
        self._clicks: tuple[int, int] = (-1, 0)  # offset of the last click, how often there
        self._colour, self._style = COLOURS[0], MarkStyle.FILL
        self.header, self.legend = Header(theme), Legend(theme)
        self.find_bar, self.view = FindBar(theme), ReaderView(theme)
        self.bar, self.strip = SelectionBar(theme, self.view), Strip(theme)
        self.seeking = Seeking(self.view, self.find_bar)
        self._book = Book(None, self.view.map)
        self._flash = Flash(self.view)
        self.focusing = Focusing(theme, self.view)
        self.cards = Cards(theme, self.view)
        self.picking = Picking(theme, self.view)
        self._build()
        self._connect()
        self._add_actions()
        self._recolour()

    # -- the article

    @property
    def opened(self) -> OpenArticle | None:
        """The article shown."""
        return self._opened

    def show_article(self, opened: OpenArticle | None) -> None:
        """Show an article from its top; the same one again keeps its place, selection and hits."""
        before, self._opened = self._opened, opened
        if opened is None:
            self.view.show_text("")
            self._pages.setCurrentIndex(0)
        self._pages.setCurrentIndex(1 if opened else 0)
        same = before and opened and before.row.id == opened.row.id and before.article == opened.article
        if not same:
            self._start_over(opened)
        self._book = self.cards.book = Book(opened, self.view.map, self._colour_of)
        self.picking.follow(self._book.annotations)
        if opened:
            self.header.show_article(opened)
        self.focusing.show_reading(opened.reading if opened else Reading(), bool(same))
        self._book.focus = self.focusing.focus
        self.legend.set_marks(self._book.marks)
        self._show_marks()
        if not same:
            self.seeking.look_again()

    def _start_over(self, opened: OpenArticle | None) -> None:
        self._flash.stop()
        self.bar.hide()
        self._chosen, self._fact, self._stepped, self._clicks = (), None, None, (-1, 0)
        self.strip.forget()
        text = opened.article.text if opened else ""
        self.view.show_text(text)
        self.seeking.start_over(text)

    # -- facts and highlights

    def select_fact(self, fact: Fact | None) -> None:
        """Outline the words of a fact, or of none, without scrolling."""
        self._fact = fact
        self._chosen = self._book.words_of(fact) if fact else ()
        self._show_passing()

    def use_lens(self, lens: Lens | None) -> None:
        """Look at the article so, in place of the marks; ``None``: see the marks again."""
        if lens != self._lens:
            self._lens = lens
            self._show_marks()

    def add_above(self, bar: QWidget) -> None:
        """Show a bar above the words."""
        self._above_box.insertWidget(self._above_box.indexOf(self.find_bar), bar)

    # -- focus

    def set_focusing(self, on: bool) -> None:
        """Dim all but the person or the meeting that is chosen, or dim nothing."""
        if not on:
            self.focusing.leave()
        elif not self.focusing.enter(self._fact):
            self._notice("This article has no people and no meetings to focus on.")
            self.focus_changed.emit()  # or the menu would be ticked

    def _focus_moved(self) -> None:
        self._book.focus = self.focusing.focus
        self._dim()
        self._stepped = None
        self.strip.touch()
        if self.focusing.focus is not None:
            say(self.view, self.focusing.bar.label.text())  # seen it is in the bar, and only as long
        self.focus_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the card away, then leaves the focus."""
        if event.key() == Qt.Key.Key_Escape and (self.cards.hide() or self.focusing.leave()):
            event.accept()
            return
        super().keyPressEvent(event)

    def select_annotation(self, annotation_id: int) -> None:
        """Go to the words of a highlight and flash them."""
        note = self._book.annotation(annotation_id)
        if note is not None:
            self.picking.pick(note)
            self.flash([note.anchor.span])

    def annotation_on(self, span: Span) -> Annotation | None:
        """The highlight on exactly these words."""
        return next((note for note in self._book.annotations if note.anchor.span == span), None)

    def annotations_touching(self, span: Span) -> list[Annotation]:
        """The highlights that have some of these words."""
        there = self._book.annotations
        return [n for n in there if n.anchor.span.start < span.end and span.start < n.anchor.span.end]

    def flash(self, spans: Sequence[Span]) -> None:
        """Scroll to the first of some words and flash them all."""
        glow = self._book.stretches(sorted(spans), GLOW)
        if glow:
            self.view.reveal(glow[0].start, glow[0].end)
        self._flash.start(glow)

    @property
    def still(self) -> bool:
        """Whether words are lit without motion."""
        return self._flash.still

    def set_still(self, still: bool | None) -> None:
        """Do without motion, or with it; ``None``: as the system has it."""
        self._flash.still = still

    def step_mark(self, direction: int) -> None:
        """Go to the next (+1) or previous (-1) marked words, select their fact and say what they are."""
        mark = self._book.step(self._stepped, direction)
        if mark is None:
            return
        self._stepped = mark.span
        start, end = self.view.map.positions(mark.span)
        self.view.reveal(start, end)
        self.view.select(Span(mark.span.start, mark.span.start))
        here = [m for m in self._book.shown if m.span == mark.span]
        self.select_fact(here[0].fact)
        self.fact_clicked.emit(here[0].fact)
        self._notice("; ".join(dict.fromkeys(m.label for m in here)))
        self.cards.show(mark.span)

    # -- hits

    def set_hits(self, hits: Iterable[Span]) -> None:
        """Mark the hits of the search; ``step_hit`` goes from one to the next."""
        self.seeking.set_search(hits)

    def hit_count(self) -> int:
        """How many hits are marked: those of the find bar while it is in use, else those of the search."""
        return len(self.seeking.hits)

    def step_hit(self, direction: int) -> tuple[int, int]:
        """Go to the next (+1) or previous (-1) hit; its number and how many there are."""
        return self.seeking.step(direction)

    def open_find(self) -> None:
        """Open the find bar, with the selected words where they are few."""
        if self._opened is not None:
            self.seeking.open()

    def _go_to_place(self, place: Place) -> None:
        """Go to what was clicked beside the scroll bar."""
        target = place.target
        if isinstance(target, Mark):
            self._stepped = target.span
            self.select_fact(target.fact)
            self.flash([target.span])
            self.fact_clicked.emit(target.fact)
        elif isinstance(target, Annotation):
            self.select_annotation(target.id)
            self.annotation_clicked.emit(target.id)
        elif isinstance(target, Span):
            reached = self.seeking.go_to(target)
            if self.seeking.of_search:
                self.hit_reached.emit(*reached)

    def _find_closed(self) -> None:
        self.bar.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def use_library(self, desk: Desk) -> None:
        """Tell on cards also what the library knows of a person."""
        self.cards.use_library(desk)

    # -- selected words

    @property
    def selection(self) -> Span | None:
        """The selected words."""
        return self.view.selection()

    @property
    def last_style(self) -> tuple[str, MarkStyle]:
        """Colour and style of the next highlight."""
        return self._colour, self._style

    def set_last_style(self, colour: str, style: MarkStyle) -> None:
        """Set colour and style of the next highlight."""
        self._colour, self._style = (colour if colour in COLOURS else COLOURS[0]), style
        self.bar.set_last(self._colour, self._style)
        self.style_changed.emit(self._colour, self._style)

    def highlight_selection(self, colour: str = "", style: MarkStyle | None = None) -> None:
        """Highlight the selected words, as the last time where nothing else is said."""
        if colour or style:
            self.set_last_style(colour or self._colour, style or self._style)
        self._request(self.highlight_requested)

    def note_selection(self) -> None:
        """Highlight the selected words and write a note on them."""
        self._request(self.note_requested)

    def tag_selection(self) -> None:
        """Highlight the selected words and tag them."""
        self._request(self.tag_requested)

    def copy(self) -> None:
        """Copy the selected words, exactly as they are in the article."""
        span = self.selection
        if span is not None:
            QGuiApplication.clipboard().setText(self.view.map.quote(span))

    def copy_citation(self) -> None:
        """Copy the selected words with where they are from."""
        span = self.selection
        if span is not None and self._opened is not None:
            QGuiApplication.clipboard().setText(citation(self._opened, self.view.map.quote(span)))
            self._notice("Copied with its source.")

    def _ask_to_add(self, subject: str) -> None:
        if self.selection is None or self._opened is None:
            self._notice("Select some words first.")
            return
        self.bar.hide()
        self.addition_wanted.emit(subject)

    def _request(self, signal: object) -> None:
        span = self.selection
        if span is None or self._opened is None:
            self._notice("Select some words first.")
            return
        self.bar.hide()
        signal.emit(span, self._colour, self._style)  # type: ignore[attr-defined]
        self.view.select(None)

    # -- size and kinds

    def zoom(self, steps: int) -> None:
        """Larger (above 0) or smaller text."""
        self.view.set_text_size(self.view.text_size + steps)

    def zoom_normal(self) -> None:
        """The text in its first size."""
        self.view.set_text_size(PLAIN_SIZE)

    @property
    def shown_kinds(self) -> frozenset[MarkKind]:
        """The kinds of marks that are switched on."""
        return self.legend.shown()

    def show_kinds(self, kinds: Iterable[MarkKind]) -> None:
        """Switch on these kinds of marks only."""
        self.legend.show_only(kinds)

    # -- inside

    def _build(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._above = QWidget()
        above = self._above_box = QVBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 12)
        above.setSpacing(9)
        for widget in (self.header, self.legend, self.focusing.bar, self.find_bar):
            above.addWidget(widget)
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._above)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.view, 1)
        beside.addWidget(self.strip)
        box.addLayout(beside, 1)
        hint = "Choose one from the list, or take some in with File > Import."
        self._pages = QStackedLayout(self)
        empty = EmptyState(self._theme, "paper")
        empty.say("No article is open", hint)
        self._pages.addWidget(empty)
        self._pages.addWidget(page)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._theme.changed.connect(self._recolour)
        if self._hub is not None:
            self._hub.tag_colours.changed.connect(self._show_marks)
        self.header.star_clicked.connect(self.star_requested)
        self.legend.changed.connect(self._show_marks)
        self.legend.changed.connect(self.kinds_changed)
        self.seeking.changed.connect(self._show_passing)
        self.seeking.changed.connect(self.strip.touch)
        self.seeking.closed.connect(self._find_closed)
        self.focusing.changed.connect(self._focus_moved)
        self.cards.told.connect(lambda text: say(self.view, text))
        self.cards.nothing_chosen.connect(
            lambda: self._notice("Click a mark first, or go to one with Ctrl+Down.")
        )
        view, bar, strip = self.view, self.bar, self.strip
        strip.follow(view.document, lambda: self._book.places(self.seeking.hits))
        strip.place_asked.connect(self._go_to_place)
        strip.height_asked.connect(view.scroll_to_share)
        view.laid_out.connect(strip.touch)
        view.column_changed.connect(self._align)
        view.clicked.connect(self._clicked)
        view.selected.connect(self._selected)
        view.passed.connect(bar.hide)
        view.hovered.connect(self._hovered)
        view.hinted.connect(self._hint)
        view.context_menu_wanted.connect(self._menu)
        self.picking.changed.connect(self._show_passing)
        self.picking.told.connect(self._notice)
        if self._hub is not None:
            self._hub.fault.connect(self.picking.cancel)  # what was dragged and cannot be kept goes back
        bar.highlighted.connect(self.highlight_selection)
        bar.style_chosen.connect(lambda style: self.set_last_style(self._colour, style))
        bar.noted.connect(self.note_selection)
        bar.tagged.connect(self.tag_selection)
        bar.copied.connect(self.copy)
        bar.cited.connect(self.copy_citation)
        bar.added.connect(self._ask_to_add)

    def _add_actions(self) -> None:
        self._actions = TextActions(
            self,
            {
                "note.highlight": self.highlight_selection,
                "note.write": self.note_selection,
                "note.tag": self.tag_selection,
                "note.cite": self.copy_citation,
                "fact.official": lambda: self._ask_to_add("official"),
                "fact.meeting": lambda: self._ask_to_add("meeting"),
                "go.next_mark": lambda: self.step_mark(1),
                "go.previous_mark": lambda: self.step_mark(-1),
                "go.card": lambda: self.cards.toggle(self._stepped or next(iter(self._chosen), None)),
            },
            lambda: self.in_use,
        )

    @property
    def actions_(self) -> dict[str, QAction]:
        """The actions that are carried out on the text, by name."""
        return self._actions.every

    @property
    def action_names(self) -> tuple[str, ...]:
        """Names of the actions that belong to the text."""
        return tuple(ACTIONS)

    def use_actions(self, actions: dict[str, QAction]) -> None:
        """Carry out these actions of the window, by name, instead of the pane's own."""
        self._actions.use(actions)

    def _align(self, left: int, width: int) -> None:
        right = max(0, self._above.width() - left - width)
        self._above_box.setContentsMargins(left + GUTTER, 0, right, 12)

    def _recolour(self) -> None:
        self._above.update()
        self._show_passing()

    def _colour_of(self, note: Annotation) -> str:
        return self._hub.tag_colours.of_note(note) if self._hub is not None else note.colour

    def _show_marks(self) -> None:
        lens = self._lens
        self._book.show(self.legend.shown() if lens is None else ())
        self.view.set_marks(self._book.layers(lens.looks if lens is not None else ()), self._book.signs())
        self._dim()
        self.strip.touch()
        self._show_passing()

    def _dim(self) -> None:
        """Dim what the lens dims, unless something is in focus; either is told of in place of the legend."""
        lens, opened = self._lens, self._opened
        self.legend.set_aside(self.focusing.focus is not None or lens is not None)
        if self.focusing.focus is None:
            fits = lens is not None and opened is not None and opened.row.id == lens.article and lens.dimmed
            spans = lens.bright(len(opened.article.text)) if fits and lens and opened else None
            self.view.set_bright(None if spans is None else map(self.view.map.positions, spans))

    def _show_passing(self) -> None:
        hits, book = self.seeking.hits, self._book
        lit = book.stretches(hits.spans, HIT) + book.stretches(self._chosen, CHOSEN) + self.picking.stretches
        told = None
        if hits.current is not None:
            (told,) = book.stretches([hits.current], CURRENT_HIT)
            lit.append(told)
        self.view.set_passing(lit, "hit.current.text", told)

    def _clicked(self, position: int) -> None:
        self.bar.hide()
        here, notes = self._book.marks_at(position), self._book.annotations_at(position)
        facts = list(dict.fromkeys(mark.fact for mark in here))
        before, times = self._clicks
        times = times + 1 if before == position else 0
        self._clicks = (position, times)
        self.picking.pick_of(notes, times)
        if self.picking.annotation is not None:
            self.annotation_clicked.emit(self.picking.annotation.id)
        if facts:
            fact = facts[times % len(facts)]
            self._stepped = next(mark.span for mark in here if mark.fact == fact)
            self.select_fact(fact)
            self.focusing.turn_to(fact)
            self.fact_clicked.emit(fact)
        elif self._chosen:
            self.select_fact(None)

    def _selected(self) -> None:
        span = self.selection
        self.selection_changed.emit(span)
        if span is None:
            self.bar.hide()
            return
        words = self.view.box_of(*self.view.map.positions(span)).toRect()
        words.translate(self.view.viewport().pos())
        self.bar.place(words, self.view.rect())

    def _hovered(self, position: int) -> None:
        self.cards.pointer_at(position)
        over = bool(self._book.marks_at(position) or self._book.annotations_at(position))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.view.viewport().setCursor(shape)

    def _hint(self, _event: QHelpEvent, position: int) -> None:
        self.cards.hover(position)

    def _menu(self, place: QPoint) -> None:
        menu = self.context_menu()
        position = self.view.position_at(self.view.viewport().mapFromGlobal(place))
        here = self._book.annotations_at(position)
        if self.selection is not None:
            here += [note for note in self.annotations_touching(self.selection) if note not in here]
        if here:
            self.highlights_offered.emit(menu, here)
        self.menu_offered.emit(menu, position)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def context_menu(self) -> QMenu:
        """What can be done with the selected words, or with the text where none are."""
        from gui.reader.menu import context_menu

        return context_menu(self, self._theme)

    def _notice(self, text: str) -> None:
        if self._hub is not None:
            self._hub.notice.emit(text)

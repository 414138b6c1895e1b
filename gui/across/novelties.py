"""What is new in the article that is read, on its words: new ones marked, standing formulas dimmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QAction, QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from gui import icons
from gui.eliding import Elided
from gui.reader.hovercard import HoverCard
from gui.reader.lens import Lens
from gui.reader.looks import Look, Shape
from gui.reader.telling import hover, shortened
from gui.theme import Theme
from gui.words import counted, short_date
from store.across.novelty import Before, Kind, Novelty, SentenceTold
from store.across.novelty_page import telling
from store.across.page import Link, to_article, to_comparison
from store.model import Changes, Span

if TYPE_CHECKING:
    from gui.operations.desk import Desk
    from gui.tabs.column import Column
    from gui.tasks import Job, Under

NEW = Look("new.fill", "new", Shape.THIN)
NEW_INSIDE = Look("new.fill")  # the sentence is underlined
NEW_SENTENCE = Look(None, "new", Shape.THIN)
CHANGED = Look("changed.fill", "changed", Shape.DOTS, strong=True)

AGAINST = {"all": "all earlier articles", "series": "this series", "pair": "this pair"}
"""Which earlier articles there are to be new against."""

NONE = {"series": "all (of no series)", "pair": "all (of no two parties)"}
"""Why an article is shown against all of them nevertheless."""

STOPPED = "Stopped; choose against what, and it is looked for again"

_SHORT = "against…"
_EDGES = 12  # pixels, both sides

PATIENCE = 250
"""Milliseconds before it is said that the earlier articles are being looked through."""


class NoveltyBar(QFrame):
    """Says in a line how much is new, and leads to the page that tells all.

    Signals:
        page_asked: the whole page is to be opened.
        left: the closing button was pressed.
    """

    page_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._against = ""
        self.setObjectName("focus_bar")
        self.label = Elided(self)
        self.label.setTextFormat(self.label.textFormat().PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.against_button = QToolButton(self)
        self.against_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.against_button.setProperty("menu", "beside")
        self.page_button = QToolButton(self)
        self.page_button.setText("All of it")
        self.page_button.setToolTip("Every sentence, and what earlier articles have of it (Ctrl+Shift+E)")
        self.page_button.clicked.connect(self.page_asked)
        self.close_button = QToolButton(self)
        self.close_button.setToolTip("Show the marks again (F4)")
        self.close_button.setAccessibleName("Show the marks again")
        self.close_button.clicked.connect(self.left)
        box = self._box = QHBoxLayout(self)
        box.setContentsMargins(_EDGES - 2, 2, 2, 2)
        box.addWidget(self.label, 1)
        box.addWidget(self.against_button)
        box.addWidget(self.page_button)
        box.addWidget(self.close_button)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def offer(self, actions: Iterable[QAction]) -> None:
        """These choose which earlier articles count."""
        menu = QMenu(self.against_button)
        menu.addActions(list(actions))
        self.against_button.setMenu(menu)

    def set_against(self, text: str) -> None:
        """Name the earlier articles that count."""
        self._against = f"against {text}"
        self._fit()
        self.against_button.setToolTip(f"It is held {self._against}. Choose which earlier articles count")
        self.against_button.setAccessibleName(f"What is new, against {text}")

    def say(self, text: str, more: str = "") -> None:
        """Tell it, for the eye and for a screen reader; ``more`` where the pointer rests on it."""
        self.label.setText(text)
        self.label.setToolTip(f"{text}; {more}" if more else text)
        self.setAccessibleName(self.label.toolTip())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """How much is new goes first: against what is said in full where there is room for it, too."""
        for text in (self._against, _SHORT):
            self.against_button.setText(text)
            parts = (self.label, self.against_button, self.page_button, self.close_button)
            room = self.width() - _EDGES - self._box.spacing() * (len(parts) - 1)
            if sum(part.sizeHint().width() for part in parts) <= room:
                break

    def _recolour(self) -> None:
        self.close_button.setIcon(icons.icon("clear", self._theme))


class Novelties(QObject):
    """What is new, in the reader of one column, while it is asked for.

    Signals:
        link_asked: a ``Link`` is to be followed.
        left: nothing of it is wanted any more.
    """

    link_asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, desk: Desk, column: Column) -> None:
        super().__init__(column)
        self._desk, self._reader, self._navigator = desk, column.reader, column.navigator
        self._on = False
        self._against = "all"
        self._job: Job | None = None
        self.card: HoverCard | None = None
        self.novelty: Novelty | None = None
        self.bar = NoveltyBar(theme)
        self.bar.set_against(AGAINST["all"])
        self._reader.add_above(self.bar)
        self.bar.left.connect(self.left)
        self.bar.page_asked.connect(self._ask_page)
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(lambda: self.bar.say("Looking through the earlier articles…"))
        column.navigator.opened.connect(self._opened)
        column.navigator.refreshed.connect(self._opened)
        desk.hub.changed.connect(self._changed)
        view = column.reader.view
        view.hinted.connect(self._hint)
        view.passed.connect(self._hide_card)
        view.hovered.connect(self._moved)
        column.reader.menu_offered.connect(self._offer)

    @property
    def is_reading(self) -> bool:
        """Whether the earlier articles are still being looked through."""
        return self._job is not None

    def set_on(self, on: bool) -> None:
        """Show what is new, or the marks again."""
        if on == self._on:
            return
        self._on = on
        self.bar.setVisible(on and self._navigator.current is not None)
        self._ask() if on else self._forget()

    def set_against(self, scope: str) -> None:
        """Which earlier articles count: ``all``, ``series`` or ``pair``."""
        self._against = scope
        self.novelty = None
        if self._on:
            self._ask()

    # -- reading

    def _opened(self) -> None:
        if self._on:
            current = self._navigator.current
            self.bar.setVisible(current is not None)
            self._ask()

    def _changed(self, changes: Changes, _initiator: object) -> None:
        if self._on and changes.listing:
            self._ask()

    def _ask(self) -> None:
        current, library = self._navigator.current, self._desk.library
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if current is None:
            self._forget()
            return
        number = current.row.id
        if self.novelty is None or self.novelty.article != number:
            self._forget()
            self._reader.use_lens(Lens(number))
            self._late.start()
        against = self._against
        self.bar.set_against(AGAINST[against])

        def look(under: Under) -> Novelty | None:
            found = library.across.novelty_of(number, against, under)
            return found or library.across.novelty_of(number, "all", under)

        job = self._job = self._desk.tasks.look_through(
            look,
            lambda found: self._show(job, found),
            lambda _fault: self._fail(job),
            name="Looking for what is new",
        )

    def _fail(self, job: Job) -> None:
        """The article is gone: there is nothing to show of it."""
        if job is self._job:
            self._job = None
            self._forget()

    def _show(self, job: Job, found: Novelty | None) -> None:
        if job is not self._job:
            return
        self._late.stop()
        self._job = None
        current = self._navigator.current
        if found is None:
            self._forget()
            self.bar.say(STOPPED)
            return
        if not self._on or current is None or current.row.id != found.article:
            return
        self.novelty = found
        self.bar.set_against(AGAINST[found.scope] if found.scope == self._against else NONE[self._against])
        self._reader.use_lens(lens_of(found, current.article.text))
        self.bar.say(in_a_line(found), f"against {counted(found.earlier, 'earlier article')}")

    def _forget(self) -> None:
        self._late.stop()
        self._hide_card()
        self.novelty = None
        self.bar.say("")
        self._reader.use_lens(None)

    # -- what earlier articles say

    def sentence_at(self, position: int) -> SentenceTold | None:
        """The sentence at a character of the document."""
        if self.novelty is None or position < 0:
            return None
        at = self._reader.view.map.offset(position)
        return next((one for one in self.novelty.sentences if one.span.start <= at < one.span.end), None)

    def _hint(self, _event: QHelpEvent, position: int) -> None:
        told = self.sentence_at(position)
        lines = in_words(told) if told is not None and self.novelty is not None else []
        if told is None or not lines:
            return
        if self.card is None:
            self.card = HoverCard(self._reader.view)
        view = self._reader.view
        words = view.box_of(*view.map.positions(told.span)).toRect()
        place = QRect(view.viewport().mapToGlobal(words.topLeft()), words.size())
        self.card.show_beside(place, hover(lines[0], *lines[1:]), ". ".join(lines))

    def _moved(self, position: int) -> None:
        if self.sentence_at(position) is None:
            self._hide_card()

    def _hide_card(self) -> None:
        if self.card is not None:
            self.card.hide()

    def _offer(self, menu: QMenu, position: int) -> None:
        """Ways to the earlier articles, in the menu of the words."""
        told = self.sentence_at(position)
        for text, link in ways_of(told, self.novelty) if told is not None and self.novelty else ():
            menu.addAction(text, partial(self.link_asked.emit, link))

    def _ask_page(self) -> None:
        current = self._navigator.current
        if current is not None:
            scope = self.novelty.scope if self.novelty is not None else "all"
            number = str(current.row.id)
            self.link_asked.emit(Link("new", number if scope == "all" else f"{number} {scope}"))


def lens_of(novelty: Novelty, text: str) -> Lens:
    """Looks for what is new and changed; what stands as it did is dimmed."""
    if not novelty.earlier:
        return Lens(novelty.article)
    whole = [told.span for told in novelty.of_kind(Kind.NEW)]

    def new(span: Span) -> tuple[Span, Look]:
        inside = any(one.start <= span.start and span.end <= one.end for one in whole)
        return span, NEW_INSIDE if inside else NEW

    looks = [*map(new, novelty.names), *((span, NEW_SENTENCE) for span in whole)]
    dimmed: list[Span] = []
    for told in novelty.sentences:
        if told.kind is not Kind.CHANGED:
            looks += map(new, telling(text, told.fresh))
        else:
            spans = [one.span for one in told.changed if one.span is not None]
            looks += [(span, CHANGED) for span in spans or told.fresh]
        if told.kind in (Kind.FORMULA, Kind.REPEATED):
            dimmed.append(told.span)
    inside = {span for span, look in looks if look in (NEW, NEW_INSIDE)}
    return Lens(novelty.article, tuple(_outer(looks, inside)), tuple(sorted(dimmed)))


def _outer(looks: list[tuple[Span, Look]], new: set[Span]) -> Iterator[tuple[Span, Look]]:
    """Without what lies within other new words."""
    for span, look in dict.fromkeys(looks):
        within = any(o != span and o.start <= span.start and span.end <= o.end for o in new)
        if look not in (NEW, NEW_INSIDE) or not within:
            yield span, look


_OF = {"all": "", "series": " of this series", "pair": " of this pair"}


def in_a_line(novelty: Novelty) -> str:
    """How much of an article is new."""
    if not novelty.earlier:
        return f"All is new: there is no earlier article{_OF[novelty.scope]}"
    parts = (
        (len(novelty.of_kind(Kind.NEW)), "new sentence"),
        (len(novelty.of_kind(Kind.CHANGED)), "changed"),
        (len(novelty.of_kind(Kind.FORMULA, Kind.REPEATED)), "as before"),
    )
    said = [counted(n, what) if what == "new sentence" else f"{n} {what}" for n, what in parts if n]
    return ", ".join(said) or "Nothing is new"


def in_words(told: SentenceTold) -> list[str]:
    """What earlier articles have of a sentence: a title, and lines below it."""
    since, nearest = told.since, told.nearest
    more = "more than " if told.more else ""
    if told.kind is Kind.NEW:
        return ["New", "No earlier article has a sentence like this."]
    if told.kind is Kind.CHANGED and nearest is not None:
        return ["Changed", f"{_when(nearest)}: “{shortened(nearest.text)}”"]
    if told.kind in (Kind.REPEATED, Kind.FORMULA):
        title = "Standing formula" if told.kind is Kind.FORMULA else "As before"
        lines = [f"In {more}{counted(told.count, 'earlier article')}" if told.count else ""]
        lines += [f"Since {_when(since)}"] if since is not None else []
        lines += ["With other names"] if told.other_names else []
        return [title, *filter(None, lines)]
    return []


def ways_of(told: SentenceTold, novelty: Novelty) -> Iterator[tuple[str, Link]]:
    """To the articles that have a sentence like it."""
    nearest, since = told.nearest or told.since, told.since
    if nearest is not None:
        yield f"&Go to it in {_short(nearest)}", to_article(nearest.article, nearest.span)
        yield f"Co&mpare with {_short(nearest)}", to_comparison(nearest.article, novelty.article)
    if since is not None and nearest is not None and since.article != nearest.article:
        yield f"Go to the &first, {_short(since)}", to_article(since.article, since.span)


def _when(before: Before) -> str:
    return " · ".join(part for part in (short_date(before.date), shortened(before.heading, 60)) if part)


def _short(before: Before) -> str:
    return short_date(before.date) or shortened(before.heading, 30).replace("&", "&&")

"""The hits in the open article: those of the search, and those of the find bar while it is in use."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Signal

from gui.reader.findbar import FindBar
from gui.reader.finding import MOST, Finder
from gui.reader.hits import Hits
from gui.reader.view import ReaderView
from store.model import Span

_FEW = 80  # selected letters that the find bar begins with


class Seeking(QObject):
    """Finds, counts and goes from hit to hit.

    Signals:
        changed: other hits are to be marked, or another one is the current one.
        closed: the find bar was closed; the hits are those of the search again.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, view: ReaderView, find_bar: FindBar) -> None:
        super().__init__(view)
        self._view, self._bar = view, find_bar
        self._finder = Finder("")
        self._search, self._found = Hits(), Hits()
        find_bar.changed.connect(self._look_for)
        find_bar.stepped.connect(self.step)
        find_bar.closed.connect(self._close)

    def start_over(self, text: str) -> None:
        """Another text is shown, with no hits."""
        self._finder = Finder(text)
        self._search, self._found = Hits(), Hits()

    def look_again(self) -> None:
        """Find what the find bar says in this text too, without going there."""
        if not self._bar.isHidden():
            self._look_for(self._bar.line.text(), move=False)

    @property
    def hits(self) -> Hits:
        """What is marked: the hits of the find bar while it is in use, else those of the search."""
        in_use = not self._bar.isHidden() and self._bar.line.text().strip()
        return self._found if in_use else self._search

    @property
    def of_search(self) -> bool:
        """Whether the hits are those of the search."""
        return self.hits is self._search

    def set_search(self, hits: Iterable[Span]) -> None:
        """These are the hits of the search."""
        self._search = Hits(list(hits))
        self.changed.emit()

    def step(self, direction: int) -> tuple[int, int]:
        """Go to the next (+1) or previous (-1) hit; its number and how many there are."""
        place = self.hits.step(direction)
        self._go()
        return place

    def go_to(self, span: Span) -> tuple[int, int]:
        """Go to this hit; its number and how many there are."""
        self.hits.start_from(span.start)
        self._go()
        return self.hits.number, len(self.hits)

    def open(self) -> None:
        """Open the find bar, with the selected words where they are few."""
        span = self._view.selection()
        words = self._view.map.quote(span) if span and span.end - span.start <= _FEW else ""
        self._bar.open_bar(" ".join(words.split()))

    def _look_for(self, words: str, move: bool = True) -> None:
        self._found = Hits(self._finder.find(words) if words.strip() else ())
        if move and self._found:
            top = self._view.cursorForPosition(QPoint(0, 0)).position()
            self._found.start_from(self._view.map.offset(top))
            self._go()
        else:
            self.changed.emit()
        self._count()

    def _go(self) -> None:
        current = self.hits.current
        if current is not None:
            self._view.reveal(*self._view.map.positions(current))
        self.changed.emit()
        self._count()

    def _count(self) -> None:
        of = len(self._found)
        self._bar.set_count(self._found.number, of, more=of >= MOST)

    def _close(self) -> None:
        if self._found.current is not None:
            self._view.select(self._found.current)
        self._found = Hits()
        self.changed.emit()
        self.closed.emit()

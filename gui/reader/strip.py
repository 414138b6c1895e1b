"""The strip beside the scroll bar: where marks, highlights of the person's and hits are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.reader.speaking import Speaking
from gui.theme import Theme

WIDTH = 16
NEAR = 4  # pixels from a place that still mean it
_TOLD = 6  # places that a tool tip names
_WAIT = 30  # milliseconds until changes are drawn


class Column(IntEnum):
    """Each kind of place has a column of its own, so that colour is never the only sign."""

    MARK = 0
    HIGHLIGHT = 1
    HIT = 2


_COLUMNS = {Column.MARK: (1.0, 5.0), Column.HIGHLIGHT: (7.0, 3.5), Column.HIT: (11.5, 4.0)}  # left, width
_NAMES = {
    Column.MARK: ("mark", "marks"),
    Column.HIGHLIGHT: ("highlight of yours", "highlights of yours"),
    Column.HIT: ("hit", "hits"),
}


class Place(NamedTuple):
    """Something in the document: where it begins, its colour, what it is, and what a click is to go to."""

    position: int
    column: Column
    role: str
    told: str
    target: object = None
    current: bool = False


class Strip(QWidget):
    """Shows places at the height at which the scroll bar reaches them.

    Signals:
        place_asked: a place was clicked (Place).
        height_asked: the strip was clicked where nothing is: at this share of its height (0 to 1).
    """

    place_asked = Signal(object)
    height_asked = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source: Callable[[], Iterable[Place]] = tuple
        self._document: Callable[[], QTextDocument] | None = None
        self._places: list[Place] = []
        self._heights: list[float] = []  # of the places, in pixels, ascending
        self._current: list[int] = []  # heights of the current hit
        self._ticks: list[tuple[Column, int, str]] = []  # column, height and role of each that is drawn
        self.speaking = Speaking(self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_WAIT)
        self._late.timeout.connect(self.refresh)
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName("Places in the article")
        theme.changed.connect(self.update)

    def follow(self, document: Callable[[], QTextDocument], source: Callable[[], Iterable[Place]]) -> None:
        """Show the places that ``source`` gives, in this document; ``touch`` when they change."""
        self._document, self._source = document, source

    def forget(self) -> None:
        """Show nothing until the next look: the document is another one."""
        self._places, self._heights, self._ticks, self._current = [], [], [], []
        self.update()

    def touch(self) -> None:
        """Places or layout changed: look again in a moment, not before the text itself is painted."""
        if not self._late.isActive():
            self._late.start()

    def refresh(self) -> None:
        """Look again now."""
        self._late.stop()
        document = self._document() if self._document is not None else None
        if document is None or not _is_laid_out(document):
            return  # the document tells when it has grown
        places = sorted(self._source(), key=lambda place: place.position)
        heights = heights_of(document, [place.position for place in places])
        scale = self.height() / max(document.size().height(), self.height(), 1.0)
        self._places, self._heights = places, [height * scale for height in heights]
        ticks = ((one.column, round(y), one.role) for one, y in zip(places, self._heights, strict=True))
        self._ticks = list(dict.fromkeys(ticks))
        self._current = [round(y) for one, y in zip(places, self._heights, strict=True) if one.current]
        self.setAccessibleDescription(described(places))
        self.update()

    @property
    def places(self) -> Sequence[Place]:
        """What is shown, in text order."""
        return self._places

    @property
    def heights(self) -> Sequence[float]:
        """How far down the strip each of them is, in pixels."""
        return self._heights

    def height_of(self, place: Place) -> float:
        """How far down the strip a place is, in pixels."""
        return self._heights[self._places.index(place)]

    def places_near(self, y: float, within: float = NEAR) -> list[Place]:
        """The places about a height of the strip, the nearest first."""
        first, last = bisect_left(self._heights, y - within), bisect_right(self._heights, y + within)
        near = sorted(range(first, last), key=lambda n: (abs(self._heights[n] - y), n))
        return [self._places[n] for n in near]

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(WIDTH, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tick for each place; what would fall on the same pixels is drawn once."""
        with QPainter(self) as painter:
            colours = {role: self._theme.colour(role) for role in {tick[2] for tick in self._ticks}}
            for column, top, role in self._ticks:
                left, width = _COLUMNS[column]
                painter.fillRect(QRectF(left, top, width, 2 if column is Column.MARK else 3), colours[role])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.colour("text"))
            painter.setBrush(self._theme.colour("hit.current"))
            for top in self._current:
                painter.drawRoundedRect(QRectF(0.5, top - 1.5, WIDTH - 1, 4), 2, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is elsewhere."""
        super().resizeEvent(event)
        self.touch()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand where a click would go to something."""
        near = self.places_near(event.position().y())
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what is there, in the column of the pointer before others; else to that height."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        near = self.places_near(event.position().y())
        if near:
            column = _column_at(event.position().x())
            self.place_asked.emit(min(near, key=lambda place: place.column is not column))
        else:
            self.height_asked.emit(event.position().y() / max(self.height(), 1))

    def event(self, event: QEvent) -> bool:
        """Say what is there."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        near = self.places_near(at.y())
        if near:
            QToolTip.showText(on_screen, told_of(near), self)
        else:
            QToolTip.hideText()


def told_of(places: Sequence[Place]) -> str:
    """A line for each of some places, and how many more there are."""
    lines = list(dict.fromkeys(place.told for place in places))
    more = [f"and {len(lines) - _TOLD} more"] if len(lines) > _TOLD else []
    return "\n".join(lines[:_TOLD] + more)


def described(places: Sequence[Place]) -> str:
    """What the strip shows, in words: "38 marks; 2 highlights of yours; 5 hits"."""
    counts = Counter(place.column for place in places)
    parts = [f"{counts[c]:,} {_NAMES[c][counts[c] != 1]}" for c in Column if counts[c]]
    return "; ".join(parts) if parts else "Nothing is marked in this article"


def heights_of(document: QTextDocument, positions: Sequence[int]) -> list[float]:
    """How far down the page the lines of some ascending positions are; each line is measured once."""
    found: list[float] = []
    end, top = -1, 0.0
    for position in positions:
        if position >= end:
            block = document.findBlock(position)
            line = block.layout().lineForTextPosition(position - block.position())
            top = document.documentLayout().blockBoundingRect(block).top() + line.y()
            end = block.position() + line.textStart() + max(line.textLength(), 1)
        found.append(top)
    return found


def _is_laid_out(document: QTextDocument) -> bool:
    return document.lastBlock().layout().lineCount() > 0


def _column_at(x: float) -> Column:
    return next((column for column in reversed(Column) if x >= _COLUMNS[column][0] - 1), Column.MARK)

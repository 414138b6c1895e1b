"""Paints what lies on the words: grounds beneath the text, strokes and boxes above it.

Only lines in view are measured, and what was measured is kept until the layout or the layers change, so
the cost does not grow with the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTextBlock, QTextDocument, QTextLine

from gui.reader.layers import Layers
from gui.reader.looks import SWINGS, Look, Shape, add_box, add_hooks, add_stroke, pen, tile
from gui.theme import Theme

BOXES_APART = 2.4  # of boxes round one another
LANE = 3.6  # distance of strokes under one another, at 12 points


@dataclass(slots=True)
class Line:
    """A line of text in view: where it is in the document and on the page."""

    key: tuple[int, int]  # block, line within the block
    start: int
    end: int
    origin: QPointF  # of its block, in page coordinates
    layout: QTextLine
    block_start: int

    def box(self, start: int, end: int) -> QRectF:
        """The page rectangle of the words of a stretch on this line, as high as the letters."""
        line = self.layout
        left = _x(line, max(start, self.start) - self.block_start)
        right = _x(line, min(end, self.end) - self.block_start)
        x1, x2 = sorted(
            (left, min(right, line.x() + line.naturalTextWidth()))
        )  # without the space it ends on
        top = self.origin.y() + line.y()
        return QRectF(self.origin.x() + x1, top, max(x2 - x1, 1.0), line.ascent() + line.descent())

    def base(self) -> float:
        """The base line, in page coordinates."""
        return self.origin.y() + self.layout.y() + self.layout.ascent()


def _x(line: QTextLine, position: int) -> float:
    x: float = line.cursorToX(position)[0]  # type: ignore[index]  # the stubs do not know it is a pair
    return x


def lines_in_view(document: QTextDocument, top: float, bottom: float) -> Iterator[Line]:
    """The lines of the document between two heights of the page."""
    layout = document.documentLayout()
    at = layout.hitTest(QPointF(0, max(top, 0)), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(at, 0))
    if block.previous().isValid():
        block = block.previous()  # a hit between two blocks may be given to either
    while block.isValid():
        frame = layout.blockBoundingRect(block)
        if frame.top() > bottom:
            return
        if frame.bottom() >= top:
            yield from _lines_of(block, frame.topLeft(), top, bottom)
        block = block.next()


def _lines_of(block: QTextBlock, origin: QPointF, top: float, bottom: float) -> Iterator[Line]:
    layout = block.layout()
    count = layout.lineCount()
    first, last = 0, count
    while first < last:  # a block may be thousands of lines
        middle = (first + last) // 2
        line = layout.lineAt(middle)
        if origin.y() + line.y() + line.height() < top:
            first = middle + 1
        else:
            last = middle
    for number in range(first, count):
        line = layout.lineAt(number)
        if origin.y() + line.y() > bottom:
            return
        start = block.position() + line.textStart()
        key = (block.blockNumber(), number)
        yield Line(key, start, start + line.textLength(), origin, line, block.position())


@dataclass(slots=True)
class _Drawn:
    """What is drawn on one line, one path a pen."""

    under: list[tuple[QColor, QPainterPath]] = field(default_factory=list)
    over: list[tuple[QPen, QPainterPath]] = field(default_factory=list)
    tiled: list[tuple[QRectF, QPixmap]] = field(default_factory=list)


class Painting:
    """Paints one set of layers, remembering what it measured."""

    def __init__(self, theme: Theme, layers: Layers | None = None) -> None:
        self._theme = theme
        self._known: dict[tuple[int, int], _Drawn] = {}
        self._tiles: dict[tuple[Look, float], QPixmap] = {}
        self._scale = 1.0
        self.ratio = 1.0
        """Device pixels to a logical one, set by the view before it paints."""
        self.layers = layers or Layers()

    def set_layers(self, layers: Layers) -> None:
        """Paint these from now on."""
        self.layers = layers
        self._known.clear()

    def forget(self, scale: float | None = None) -> None:
        """The layout or the theme changed: measure again. ``scale`` is 1 at 12 points."""
        self._known.clear()
        self._tiles.clear()
        if scale is not None:
            self._scale = scale

    def under(self, painter: QPainter, lines: list[Line]) -> None:
        """Paint the grounds of lines."""
        for line in lines:
            for colour, path in self._drawn(line).under:
                painter.fillPath(path, colour)

    def over(self, painter: QPainter, lines: list[Line]) -> None:
        """Paint the strokes and boxes of lines."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in lines:
            drawn = self._drawn(line)
            for stroke, path in drawn.over:
                painter.setPen(stroke)
                painter.drawPath(path)
            for place, picture in drawn.tiled:
                painter.drawTiledPixmap(place, picture)

    def _drawn(self, line: Line) -> _Drawn:
        known = self._known.get(line.key)
        if known is None:
            known = self._known[line.key] = self._measure(line)
        return known

    def _measure(self, line: Line) -> _Drawn:
        drawn = _Drawn()
        strokes: dict[Look, QPainterPath] = {}
        for stretch in self.layers.on(line.start, line.end):
            box = line.box(stretch.start, stretch.end)
            look = stretch.look
            if look.fill is not None:
                ground = QPainterPath()
                room = 1.5 * self._scale
                ground.addRoundedRect(box.adjusted(-room, -0.5, room, 1.5 * self._scale), 3, 3)
                drawn.under.append((self._theme.colour(look.fill), ground))
            if look.line is not None:
                if look.shape is Shape.BOX:
                    path = strokes.setdefault(look, QPainterPath())
                    out = BOXES_APART * stretch.lane * self._scale
                    box = box.adjusted(-1.5 - out, -out, 1.5 + out, 1.5 * self._scale + out)
                    add_box(path, box, self._scale)
                elif look.shape is Shape.HOOKS:
                    path = strokes.setdefault(look, QPainterPath())
                    opens, closes = stretch.start >= line.start, stretch.end <= line.end
                    add_hooks(path, box, self._scale, opens, closes)
                elif look.shape in SWINGS:
                    picture = self._tile(look)
                    top = line.base() + (2.2 + stretch.lane * LANE) * self._scale
                    height = picture.deviceIndependentSize().height()
                    place = QRectF(round(box.left()), round(top), round(box.width()), height)
                    drawn.tiled.append((place, picture))
                else:
                    path = strokes.setdefault(look, QPainterPath())
                    y = line.base() + (3.2 + stretch.lane * LANE) * self._scale
                    add_stroke(path, look.shape, box.left(), box.right(), y, self._scale)
        for look, path in strokes.items():
            assert look.line is not None
            colour = self._theme.colour(look.line)
            drawn.over.append((pen(look.shape, colour, self._scale, look.strong), path))
        return drawn

    def _tile(self, look: Look) -> QPixmap:
        known = self._tiles.get((look, self.ratio))
        if known is None:
            assert look.line is not None
            colour = self._theme.colour(look.line)
            known = tile(look.shape, colour, self._scale, look.strong, self.ratio)
            self._tiles[look, self.ratio] = known
        return known

"""Paints what lies on the words: grounds beneath the text, strokes and boxes above it.

Only lines in view are measured, and what was measured is kept until the layout or the layers change, so
the cost does not grow with the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTextBlock, QTextDocument, QTextLine

from gui.reader.layers import Layers, Stretch
from gui.reader.looks import LANELESS, TILED, Look, Shape, add_box, add_hooks, bars, pen, tile
from gui.theme import Theme
from store.records import dataclass

BOXES_APART = 2.4  # of boxes round one another
LANE = 4.2  # distance of strokes under one another, at 12 points


@dataclass(slots=True)
class Line:
    """A line of text in view: where it is in the document and on the page."""

    key: tuple[int, int]  # block, line within the block
    start: int
    end: int
    origin: QPointF  # of its block, in page coordinates
    layout: QTextLine
    block_start: int
    block: QTextBlock | None = None  # where some of the text is written from right to left

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """The page rectangles of the words of a stretch on this line, as high as the letters."""
        line, top = self.layout, self.origin.y() + self.layout.y()
        height = line.ascent() + line.descent()
        return [
            QRectF(self.origin.x() + x1, top, max(x2 - x1, 1.0), height) for x1, x2 in self.parts(start, end)
        ]

    def parts(self, start: int, end: int) -> list[tuple[float, float]]:
        """From where to where the words are, counted from the block; several where two directions meet."""
        first, last = max(start, self.start) - self.block_start, min(end, self.end) - self.block_start
        if self.block is not None:
            from gui.reader.bothways import parts

            return parts(self.layout, self.block.text(), first, last)
        limit = self.layout.x() + self.layout.naturalTextWidth()  # without the blank it ends on
        return [(_x(self.layout, first), min(_x(self.layout, last), limit))]

    def base(self) -> float:
        """The base line, in page coordinates."""
        return self.origin.y() + self.layout.y() + self.layout.ascent()


def _x(line: QTextLine, position: int) -> float:
    x: float = line.cursorToX(position)[0]  # type: ignore[index]  # the stubs do not know it is a pair
    return x


def lines_in_view(
    document: QTextDocument, top: float, bottom: float, both_ways: bool = False
) -> Iterator[Line]:
    """The lines of the document between two heights of the page."""
    layout = document.documentLayout()
    block = _first_block(document, top)
    while block.isValid():
        frame = layout.blockBoundingRect(block)
        if frame.top() > bottom:
            return
        if frame.bottom() >= top:
            yield from _lines_of(block, frame.topLeft(), top, bottom, both_ways)
        block = block.next()


def _first_block(document: QTextDocument, top: float) -> QTextBlock:
    """The block at a height of the page, or one shortly before it."""
    layout = document.documentLayout()
    found = document.findBlock(max(layout.hitTest(QPointF(0, max(top, 0)), Qt.HitTestAccuracy.FuzzyHit), 0))
    if found.previous().isValid():
        found = found.previous()  # a hit between two blocks may be given to either
    if layout.blockBoundingRect(found).top() <= max(top, 0):
        return found
    low, high = 0, found.blockNumber()  # while a long text is being laid out, what is hit is too far down
    while low < high:
        middle = (low + high + 1) // 2
        if layout.blockBoundingRect(document.findBlockByNumber(middle)).top() <= top:
            low = middle
        else:
            high = middle - 1
    return document.findBlockByNumber(low)


def _lines_of(
    block: QTextBlock, origin: QPointF, top: float, bottom: float, both_ways: bool
) -> Iterator[Line]:
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
        own = block if both_ways else None
        yield Line(key, start, start + line.textLength(), origin, line, block.position(), own)


@dataclass(slots=True)
class _Drawn:
    """What is drawn on one line. Rectangles and tiles are quick; paths are for what is neither."""

    under: list[tuple[QRectF, QColor]] = field(default_factory=list)
    bars: list[tuple[QRectF, QColor]] = field(default_factory=list)
    tiled: list[tuple[QRectF, QPixmap]] = field(default_factory=list)
    paths: list[tuple[QPainterPath, QPen]] = field(default_factory=list)


_NOTHING = _Drawn()


@dataclass(slots=True)
class _Ink:
    """What a look is painted with in this theme and at this size. Heights count from the base line down."""

    look: Look
    ground: QColor | None = None
    line: QColor | None = None
    bars: list[tuple[float, float]] = field(default_factory=list)  # top, height
    tile: QPixmap | None = None
    tile_top: float = 0.0
    tile_height: float = 0.0


class Painting:
    """Paints one set of layers, remembering what it measured."""

    def __init__(self, theme: Theme, layers: Layers | None = None) -> None:
        self._theme = theme
        self._known: dict[tuple[int, int], _Drawn] = {}
        self._inks: dict[Look, _Ink] = {}
        self._scale = self._ratio = 1.0
        self._mixed_for = (theme.name, 1.0, 1.0)
        self.layers = layers or Layers()

    def set_layers(self, layers: Layers) -> None:
        """Paint these from now on."""
        self.layers = layers
        self._known.clear()

    def forget(self, scale: float | None = None) -> None:
        """The layout or the theme changed: measure again. ``scale`` is 1 at 12 points."""
        self._known.clear()
        if scale is not None:
            self._scale = scale
        mixed_for = self._theme.name, self._scale, self._ratio
        if mixed_for != self._mixed_for:
            self._mixed_for = mixed_for
            self._inks.clear()

    def use_ratio(self, ratio: float) -> None:
        """So many pixels of the screen make a logical one."""
        if ratio != self._ratio:
            self._ratio = ratio
            self.forget()

    def under(self, painter: QPainter, lines: list[Line]) -> None:
        """Paint the grounds of lines."""
        for line in lines:
            for box, colour in self._drawn(line).under:
                painter.fillRect(box, colour)

    def over(self, painter: QPainter, lines: list[Line]) -> None:
        """Paint the strokes and boxes of lines."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in lines:
            drawn = self._drawn(line)
            for box, colour in drawn.bars:
                painter.fillRect(box, colour)
            for place, picture in drawn.tiled:
                painter.drawTiledPixmap(place, picture)
            for path, stroke in drawn.paths:
                painter.strokePath(path, stroke)

    def _drawn(self, line: Line) -> _Drawn:
        known = self._known.get(line.key)
        if known is None:
            known = self._known[line.key] = self._measure(line)
        return known

    def _measure(self, line: Line) -> _Drawn:
        stretches = self.layers.on(line.start, line.end)
        if not stretches:
            return _NOTHING
        drawn, layout, block = _Drawn(), line.layout, line.block_start
        height = layout.ascent() + layout.descent()
        left, heights = line.origin.x(), (line.origin.y() + layout.y(), height, line.base())
        if line.block is not None:
            for stretch in stretches:
                for low, high in line.parts(stretch.start, stretch.end):
                    self._put(drawn, line, stretch, (left + low, max(high - low, 1.0)), heights)
            return drawn
        limit = layout.x() + layout.naturalTextWidth()  # without the space it ends on
        first, last, place_of = line.start, line.end, layout.cursorToX
        for stretch in stretches:
            start, end = stretch.start, stretch.end
            x1: float = place_of((start if start > first else first) - block)[0]  # type: ignore[index]
            x2: float = place_of((end if end < last else last) - block)[0]  # type: ignore[index]
            x2 = x2 if x2 < limit else limit
            self._put(drawn, line, stretch, (left + x1, max(x2 - x1, 1.0)), heights)
        return drawn

    def _put(
        self,
        drawn: _Drawn,
        line: Line,
        stretch: Stretch,
        across: tuple[float, float],
        heights: tuple[float, float, float],
    ) -> None:
        """Draw a stretch, or what of it stands together: from where and how wide; top, height and base."""
        (start, end, look, lane), (x, width), (top, height, base) = stretch, across, heights
        ink = self._inks.get(look) or self._ink(look)
        if ink.ground is not None:
            self._add_ground(drawn, QRectF(x, top, width, height), ink.ground)
        if ink.line is None:
            return
        below = base + lane * LANE * self._scale
        if ink.tile is not None:
            place = QRectF(round(x), round(below + ink.tile_top), round(width), ink.tile_height)
            drawn.tiled.append((place, ink.tile))
        elif ink.bars:
            drawn.bars += [(QRectF(x, self._snap(below + y), width, h), ink.line) for y, h in ink.bars]
        else:
            inside = start >= line.start, end <= line.end
            out = BOXES_APART * lane * self._scale
            box = QRectF(x - out, top - out, width + 2 * out, height + 2 * out)
            drawn.paths.append(self._around(box, ink, *inside))

    def _snap(self, length: float) -> float:
        return round(length * self._ratio) / self._ratio

    def _add_ground(self, drawn: _Drawn, box: QRectF, colour: QColor) -> None:
        """A ground with its corners taken off: rectangles are drawn in a tenth of the time of a path."""
        room, step = 1.5 * self._scale, 1.0 / self._ratio
        left, right = self._snap(box.left() - room), self._snap(box.right() + room)
        top, bottom = self._snap(box.top() - 0.5), self._snap(box.bottom() + room)
        for inset, begin, end in (
            (2, top, top + step),
            (1, top + step, top + 2 * step),
            (0, top + 2 * step, bottom - 2 * step),
            (1, bottom - 2 * step, bottom - step),
            (2, bottom - step, bottom),
        ):
            width = right - left - 2 * inset * step
            if width > 0 and end > begin:
                drawn.under.append((QRectF(left + inset * step, begin, width, end - begin), colour))

    def _around(self, box: QRectF, ink: _Ink, opens: bool, closes: bool) -> tuple[QPainterPath, QPen]:
        path, scale = QPainterPath(), self._scale
        assert ink.line is not None
        if ink.look.shape is Shape.BOX:
            add_box(path, box.adjusted(-1.5, 0, 1.5, 1.5 * scale), scale)
        else:
            add_hooks(path, box, scale, opens, closes)
        return path, pen(ink.look.shape, ink.line, scale, ink.look.strong)

    def _ink(self, look: Look) -> _Ink:
        made = self._inks[look] = _Ink(look)
        scale, ratio = self._scale, self._ratio
        if look.fill is not None:
            made.ground = self._theme.colour(look.fill)
        if look.line is not None:
            made.line = self._theme.colour(look.line)
            if look.shape in TILED:
                made.tile = tile(look.shape, made.line, scale, look.strong, ratio)
                made.tile_top = 2.2 * scale
                made.tile_height = made.tile.deviceIndependentSize().height()
            elif look.shape not in LANELESS:
                made.bars = bars(look.shape, 3.2 * scale, scale, look.strong, ratio)
        return made

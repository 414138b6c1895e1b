"""How each kind of mark looks: a colour by role and a shape of its own, so that neither is the only sign."""

from __future__ import annotations

import math
from enum import Enum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from store.model import MarkKind, MarkStyle
from store.records import dataclass


class Shape(Enum):
    """Shapes of a stroke along words."""

    __hash__ = object.__hash__  # quick: each is itself, no other

    LINE = "line"
    THIN = "thin line"
    BAR = "bar"
    DOUBLE = "double line"
    DOTS = "dots"
    DASHES = "dashes"
    LONG_DASHES = "long dashes"
    DASH_DOT = "dashes and dots"
    WAVE = "wave"
    ZIGZAG = "zigzag"
    TEETH = "teeth"
    BOX = "box"
    HOOKS = "hooks"


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Theme roles of the ground and the stroke, and the stroke's shape; either may be missing.

    Each is made once and is itself, no other: thousands are put into sets.
    """

    fill: str | None = None
    line: str | None = None
    shape: Shape = Shape.LINE
    strong: bool = False
    """A person's own strokes are heavier than those of marks."""


MARK_SHAPES: dict[MarkKind, Shape] = {
    MarkKind.OFFICIAL: Shape.LINE,
    MarkKind.RANK: Shape.DOTS,
    MarkKind.POST: Shape.DASHES,
    MarkKind.DATE: Shape.DOUBLE,
    MarkKind.PLACE: Shape.DASH_DOT,
    MarkKind.VENUE: Shape.LONG_DASHES,
    MarkKind.OCCASION: Shape.WAVE,
    MarkKind.TOPIC: Shape.TEETH,
    MarkKind.CEREMONY: Shape.ZIGZAG,
    MarkKind.MEETING: Shape.BAR,
    MarkKind.STATEMENT: Shape.HOOKS,
    MarkKind.SOURCE: Shape.THIN,
}

KIND_NAMES: dict[MarkKind, str] = {
    MarkKind.OFFICIAL: "Officials",
    MarkKind.RANK: "Ranks",
    MarkKind.POST: "Posts",
    MarkKind.DATE: "Dates",
    MarkKind.PLACE: "Places",
    MarkKind.VENUE: "Venues",
    MarkKind.OCCASION: "Occasions",
    MarkKind.TOPIC: "Topics",
    MarkKind.CEREMONY: "Ceremonies",
    MarkKind.MEETING: "Meetings",
    MarkKind.STATEMENT: "Statements",
    MarkKind.SOURCE: "Source",
}

COLOURS = ("yellow", "green", "blue", "pink", "violet")
"""Colours of a person's own highlights, in the order they are offered."""

_STROKES = {MarkStyle.UNDERLINE: Shape.BAR, MarkStyle.WAVE: Shape.WAVE, MarkStyle.BOX: Shape.BOX}


@cache
def mark_look(kind: MarkKind) -> Look:
    """The look of a mark at rest."""
    fill = "mark.official.fill" if kind is MarkKind.OFFICIAL else None
    return Look(fill, f"mark.{kind}", MARK_SHAPES[kind])


@cache
def highlight_look(colour: str, style: MarkStyle) -> Look:
    """The look of a person's own highlight; a colour that is no longer offered shows as the first."""
    known = colour if colour in COLOURS else COLOURS[0]
    if style is MarkStyle.FILL:
        return Look(f"highlight.{known}")
    return Look(None, f"highlight.{known}.line", _STROKES[style], strong=True)


@cache
def crowded_look(ground: Look) -> Look:
    """The look of a ground that overlaps another: with a line below its words as well."""
    return Look(ground.fill, f"{ground.fill}.line", Shape.THIN, strong=True)


LANELESS = frozenset({Shape.BOX, Shape.HOOKS})
"""Shapes that stand round the words and take no room under them."""

_WIDTHS = {
    Shape.HOOKS: 1.7,
    Shape.BAR: 2.6,
    Shape.LINE: 1.6,
    Shape.THIN: 1.0,
    Shape.DOTS: 1.9,
    Shape.DASHES: 1.5,
    Shape.LONG_DASHES: 1.5,
    Shape.DASH_DOT: 1.5,
    Shape.BOX: 1.4,
}
_PATTERNS: dict[Shape, list[float]] = {
    Shape.DOTS: [1.0, 1.1],
    Shape.DASHES: [3.0, 1.8],
    Shape.LONG_DASHES: [6.8, 2.4],
    Shape.DASH_DOT: [5.2, 1.7, 1.0, 1.7],
}


def pen(shape: Shape, colour: QColor, scale: float, strong: bool = False) -> QPen:
    """The pen of a shape; ``scale`` is 1 at 12 points."""
    made = QPen(colour, _width(shape, scale, strong))
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pattern = _PATTERNS.get(shape)
    if pattern is not None:
        made.setDashPattern(pattern)
    return made


def bars(shape: Shape, y: float, scale: float, strong: bool, ratio: float) -> list[tuple[float, float]]:
    """Top and height of the bars that a solid stroke at ``y`` is made of; each whole pixels high."""
    width = max(1, round(_width(shape, scale, strong) * ratio)) / ratio
    tops = (y, y + 2.6 * scale) if shape is Shape.DOUBLE else (y,)
    return [(top - width / 2, width) for top in tops]


def _width(shape: Shape, scale: float, strong: bool) -> float:
    return _WIDTHS.get(shape, 1.3) * scale * (1.45 if strong else 1.0)


def add_box(path: QPainterPath, box: QRectF, scale: float) -> None:
    """Add the outline of a box round words."""
    path.addRoundedRect(box, 3 * scale, 3 * scale)


def add_hooks(path: QPainterPath, box: QRectF, scale: float, opens: bool, closes: bool) -> None:
    """Add a hook over the first of some words and one under the last, as far as they are on this line."""
    across, down, off = 4.5 * scale, 6.0 * scale, 1.6 * scale
    if opens:
        path.moveTo(box.left() - off + across, box.top())
        path.lineTo(box.left() - off, box.top())
        path.lineTo(box.left() - off, box.top() + down)
    if closes:
        path.moveTo(box.right() + off - across, box.bottom() + off)
        path.lineTo(box.right() + off, box.bottom() + off)
        path.lineTo(box.right() + off, box.bottom() + off - down)


_PERIODS = {Shape.WAVE: 8.0, Shape.ZIGZAG: 6.0, Shape.TEETH: 6.5}
_TURNS = {
    Shape.WAVE: [(n / 12, (1 - math.cos(2 * math.pi * n / 12)) / 2) for n in range(12)],
    Shape.ZIGZAG: [(0.0, 0.0), (0.5, 1.0)],
    Shape.TEETH: [(0.0, 0.0), (0.25, 0.0), (0.25, 1.0), (0.75, 1.0), (0.75, 0.0)],
}
TILED = frozenset({*_PATTERNS, *_TURNS})
"""Shapes that repeat: drawn as tiles, since stroking such a path each time is slow."""


def tile(shape: Shape, colour: QColor, scale: float, strong: bool, ratio: float) -> QPixmap:
    """One period of a shape that repeats; ``ratio`` is that of the screen."""
    period = _PERIODS[shape] * scale if shape in _PERIODS else _dash_period(shape, scale, strong)
    width = max(3, round(period))
    height = math.ceil(5.0 * scale)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen(shape, colour, scale, strong))
        if shape in _TURNS:
            one = [(x * width, (0.9 + 2.8 * y) * scale) for x, y in _TURNS[shape]]
            turns = [QPointF(n * width + x, y) for n in (-1, 0, 1) for x, y in one]
            painter.drawPolyline(QPolygonF(turns))
        else:
            painter.scale(width / period, 1.0)  # a whole number of pixels, or the tiles would not fit
            high = max(1, round(_width(shape, scale, strong) * ratio)) / ratio  # and sharp, or it would pale
            stroke = painter.pen()
            stroke.setDashPattern([part * stroke.widthF() / high for part in _PATTERNS[shape]])
            stroke.setWidthF(high)
            painter.setPen(stroke)
            y = math.ceil(0.4 * scale * ratio) / ratio + high / 2
            painter.drawLine(QPointF(0, y), QPointF(2 * period, y))
    return picture


def _dash_period(shape: Shape, scale: float, strong: bool) -> float:
    return sum(_PATTERNS[shape]) * _width(shape, scale, strong)


def draw_sample(painter: QPainter, look: Look, colour: QColor, box: QRectF, scale: float) -> None:
    """Draw a look's stroke along the top of a box, as a sample in a legend or on a button."""
    ratio = painter.device().devicePixelRatioF()
    if look.shape in TILED:
        made = tile(look.shape, colour, scale, look.strong, ratio)
        height = made.deviceIndependentSize().height()
        painter.drawTiledPixmap(QRectF(box.left(), box.top() - scale, box.width(), height), made)
    elif look.shape is Shape.HOOKS:
        path = QPainterPath()
        round_words = QRectF(box.left(), box.top() - 13 * scale, box.width(), 14 * scale)
        add_hooks(path, round_words, scale, True, True)
        painter.strokePath(path, pen(look.shape, colour, scale, look.strong))
    else:
        for top, height in bars(look.shape, box.top(), scale, look.strong, ratio):
            painter.fillRect(QRectF(box.left(), round(top * ratio) / ratio, box.width(), height), colour)

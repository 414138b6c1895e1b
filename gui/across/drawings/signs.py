"""How high a meeting was, as a shape and a colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from gui.across.drawings.drawing import Look
from store.across.posts import Level

SIZE = 13.0
"""Pixels of a sign."""

_ROLES: dict[Level | None, str] = {
    Level.HEAD: "mark.meeting",
    Level.MINISTER: "mark.official",
    Level.CHIEF: "mark.place",
    Level.DEPUTY: "mark.date",
    Level.AMBASSADOR: "mark.ceremony",
    Level.OTHER: "mark.source",
    None: "mark.source",
}

_CORNERS: dict[Level | None, tuple[tuple[float, float], ...]] = {
    Level.HEAD: (
        *((0, -1.15), (0.3, -0.38), (1.1, -0.36), (0.48, 0.16), (0.7, 0.95)),
        *((0, 0.5), (-0.7, 0.95), (-0.48, 0.16), (-1.1, -0.36), (-0.3, -0.38)),
    ),
    Level.CHIEF: ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    Level.DEPUTY: ((0, -0.95), (1, 0.8), (-1, 0.8)),
    Level.AMBASSADOR: ((0, -1.1), (0.95, 0), (0, 1.1), (-0.95, 0)),
}
"""Of those that are no circles, from the middle, in halves of the size."""


def colour(level: Level | None, look: Look, *, pale: bool = False) -> QColor:
    """The colour of a level; ``pale``: of a ground that words are read on."""
    return look.colour(f"{_ROLES[level]}.fill" if pale else _ROLES[level])


def paint(
    painter: QPainter, level: Level | None, middle: QPointF, look: Look, *, planned: bool = False
) -> None:
    """A star, a circle, a square, a triangle, a diamond, a dot, a ring; hollow where it is only planned."""
    ink = colour(level, look)
    painter.setPen(QPen(ink, 1.6))
    hollow = planned or level is None
    painter.setBrush(look.colour("base") if hollow else ink)
    half = SIZE / 2
    corners = _CORNERS.get(level)
    if corners is not None:
        painter.drawPolygon(QPolygonF([middle + QPointF(x * half, y * half) for x, y in corners]))
    else:
        small = half * {Level.OTHER: 0.5, None: 0.7}.get(level, 0.92)
        painter.drawEllipse(middle, small, small)
    if planned:
        painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, half + 2.5, half + 2.5)


def paint_days(painter: QPainter, middle: QPointF, look: Look, *, planned: bool = False) -> None:
    """A day with meetings, of which no level is told."""
    ink = look.colour("accent")
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(look.colour("base") if planned else ink)
    painter.drawEllipse(middle, SIZE / 2 * 0.8, SIZE / 2 * 0.8)


def paint_many(painter: QPainter, words: str, box: QRectF, ink: QColor, ground: QColor, look: Look) -> None:
    """Several that stand too close: how many."""
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    font = QFont(look.small)
    font.setPixelSize(min(font.pixelSize(), round(box.height() - 4)))
    painter.setFont(font)
    painter.setPen(look.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

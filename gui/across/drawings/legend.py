"""The legend of a drawing: signs and what they say, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gui.across.drawings.drawing import Drawing, Look

SIGN = 18.0
GAP = 5.0
BETWEEN = 18.0


def height_of(drawing: Drawing, width: float, look: Look) -> float:
    """So many pixels it takes."""
    places = list(_places(drawing, width, look))
    return places[-1].y() + _line(look) if places else 0.0


def paint(drawing: Drawing, painter: QPainter, width: float, look: Look) -> None:
    """Paint it from the corner of the painter."""
    line = _line(look)
    for (sign, words), place in zip(drawing.legend, _places(drawing, width, look), strict=True):
        painter.save()
        sign(painter, QRectF(place.x(), place.y() + (line - SIGN) / 2, SIGN, SIGN), look)
        painter.restore()
        painter.setFont(look.small)
        painter.setPen(look.colour("text.secondary"))
        room = QRectF(place.x() + SIGN + GAP, place.y(), max(width, 10), line)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _line(look: Look) -> float:
    return max(look.small_metrics.height(), SIGN) + 2


def _places(drawing: Drawing, width: float, look: Look) -> Iterator[QPointF]:
    x = y = 0.0
    for _, words in drawing.legend:
        wide = SIGN + GAP + look.small_metrics.horizontalAdvance(words)
        if x and x + wide > width:
            x, y = 0.0, y + _line(look)
        yield QPointF(x, y)
        x += wide + BETWEEN

"""How a network is painted: signs that differ by form and by colour, lines by width, numbers beside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEngine, QPainter, QPen, QPixmap, QPolygonF

from gui.across.drawings.drawing import Look, Sign
from store.derive import country_name

if TYPE_CHECKING:
    from gui.across.drawings.network import Line, NetworkDrawing, Spot

LINES = 300
"""So many lines are drawn at any time, the strongest; the others only of whom is pointed at."""

LAYERED = 60
"""More lines than these are kept as a picture while nothing but the pointer moves."""

FADED = 0.10
"""Of what is not pointed at, while something is."""


def _polygon(corners: int, turn: float) -> Callable[[QPainter, QRectF], None]:
    def paint(painter: QPainter, box: QRectF) -> None:
        middle, far = box.center(), box.width() / 2 * (1.28 if corners == 3 else 1.12)
        angles = [turn + 2 * math.pi * place / corners for place in range(corners)]
        painter.drawPolygon(
            QPolygonF([middle + QPointF(math.cos(one), math.sin(one)) * far for one in angles])
        )

    return paint


def _circle(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)


_UP = -math.pi / 2
SIGNS: tuple[tuple[Callable[[QPainter, QRectF], None], str], ...] = (
    (_circle, "mark.official"),
    (_polygon(4, math.pi / 4), "mark.meeting"),
    (_polygon(4, 0), "mark.place"),
    (_polygon(3, _UP), "mark.occasion"),
    (_polygon(6, 0), "mark.date"),
    (_polygon(3, -_UP), "mark.ceremony"),
    (_polygon(5, _UP), "mark.rank"),
    (_polygon(3, 0), "mark.topic"),
    (_polygon(3, math.pi), "mark.statement"),
    (_polygon(5, -_UP), "mark.post"),
    (_polygon(6, _UP), "mark.venue"),
    (_circle, "text.muted"),
)
"""Of each side its form and its role of colour; the last is of all others, and of no side."""


def legend(drawing: NetworkDrawing) -> tuple[Sign, ...]:
    """The signs of sides, and what lines say."""
    made: list[Sign] = []
    last = len(SIGNS) - 1
    if drawing.of_people:
        sides = [side for side, sign in drawing.sign_of.items() if side and sign < last]
        made += [(partial(_sign, drawing.sign_of[side]), f"{country_name(side)} ({side})") for side in sides]
        several = sum(sign == last for side, sign in drawing.sign_of.items() if side)
        nobody = any(not one.country for one in drawing.found.nodes)
        words = " and ".join(
            filter(None, ("other sides" if several else "", "side not told" if nobody else ""))
        )
        made += [(partial(_sign, last), words)] if words else []
    often = "more meetings" if drawing.found.counted == "meetings" else "more days"
    many = len(drawing.found.edges) > LINES
    made.append(
        (_width, f"wider: {often}" + (f" (the {LINES} widest; of whom you point at, all)" if many else ""))
    )
    if any(edge.beside for edge in drawing.found.edges):
        made.append((_dashes, "on the same side"))
    if any(one.step == 2 for one in drawing.found.nodes):
        made.append((_hollow, "only through others"))
    return tuple(made)


def _sign(number: int, painter: QPainter, box: QRectF, look: Look) -> None:
    form, role = SIGNS[number]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(role))
    form(painter, QRectF(box.center() - QPointF(5.5, 5.5), box.center() + QPointF(5.5, 5.5)))


def _width(painter: QPainter, box: QRectF, look: Look) -> None:
    for up, width in ((-4, 1.0), (3, 4.5)):
        painter.setPen(QPen(_ink(look), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        y = box.center().y() + up
        painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y))


def _dashes(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.setPen(QPen(_ink(look), 1.6, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))


def _hollow(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.setPen(QPen(_ink(look), 1.6))
    painter.setBrush(look.colour("base"))
    painter.drawEllipse(QRectF(box.center() - QPointF(5, 5), box.center() + QPointF(5, 5)))


def _ink(look: Look, part: float = 1.0) -> QColor:
    ink = QColor(look.colour("text.muted"))
    ink.setAlphaF(part)
    return ink


# -- all of it


def paint(drawing: NetworkDrawing, painter: QPainter, exposed: QRectF, look: Look) -> None:
    """Lines below, then signs and names, then numbers."""
    near = drawing.near
    lit = [line for line in drawing.lines if drawing.lights(line)]
    below = [line for line in drawing.lines[:LINES] if not drawing.lights(line)]
    usual = max(0.2, min(0.6, 12 / math.sqrt(len(drawing.lines) + 1) / 5))
    ink = _ink(look, FADED if near else usual)
    if len(below) > LAYERED and painter.paintEngine().type() is QPaintEngine.Type.Raster:
        _layer(drawing, painter, exposed, ink)
    else:
        _lines(painter, below, exposed, ink)
    for line in reversed(lit):
        _line(painter, line, look.colour("accent"), extra=0.6)
    for spot in drawing.spots.values():
        if spot.mark.box.adjusted(-4, -4, 4, 4).intersects(exposed):
            _spot(painter, spot, look, faded=bool(near) and spot.node.key not in near)
    if lit:
        _numbers_near(drawing, painter, lit, look)
    elif not near:
        for line in drawing.lines:
            if line.number is not None:
                _number(painter, line.number, f"{line.edge.meetings:,}", look, strong=False)


def _layer(drawing: NetworkDrawing, painter: QPainter, exposed: QRectF, ink: QColor) -> None:
    """All lines from a picture of them: with each movement of the pointer they are painted again."""
    ratio = painter.device().devicePixelRatioF()
    box = exposed.toAlignedRect()
    key = (box.getRect(), ratio, ink.rgba())
    layer = drawing.layers.get(key)
    if layer is None:
        while len(drawing.layers) > 1:
            drawing.layers.pop(next(iter(drawing.layers)))
        layer = QPixmap(box.size() * ratio)
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        on = QPainter(layer)
        on.setRenderHint(QPainter.RenderHint.Antialiasing)
        on.translate(-box.topLeft())
        _lines(on, drawing.lines[:LINES], exposed, ink)
        on.end()
        drawing.layers[key] = layer
    painter.drawPixmap(box.topLeft(), layer)


def _lines(painter: QPainter, lines: Sequence[Line], exposed: QRectF, ink: QColor) -> None:
    """The weakest first."""
    for line in reversed(lines):
        box = QRectF(line.start, line.end).normalized()
        box = box.united(QRectF(line.through - QPointF(1, 1), line.through + QPointF(1, 1)))
        if box.adjusted(-4, -4, 4, 4).intersects(exposed):
            _line(painter, line, ink)


def _line(painter: QPainter, line: Line, ink: QColor, extra: float = 0.0) -> None:
    style = Qt.PenStyle.DashLine if line.edge.beside else Qt.PenStyle.SolidLine
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, line.width + extra, style, Qt.PenCapStyle.FlatCap))
    painter.drawPath(line.path)


def _spot(painter: QPainter, spot: Spot, look: Look, *, faded: bool) -> None:
    form, role = SIGNS[spot.sign]
    box = QRectF(spot.at.x() - spot.radius, spot.at.y() - spot.radius, 2 * spot.radius, 2 * spot.radius)
    colour = QColor(look.colour(role))
    ground = look.colour("base")
    painter.setPen(QPen(ground, 3))  # parts it from the lines
    painter.setBrush(ground)
    form(painter, box)
    if faded:
        colour.setAlphaF(0.35)
    if spot.node.step == 2:
        painter.setPen(QPen(colour, 1.8))
        painter.setBrush(ground)
        form(painter, box.adjusted(0.9, 0.9, -0.9, -0.9))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        form(painter, box)
    _name(painter, spot, look, faded=faded)


def _name(painter: QPainter, spot: Spot, look: Look, *, faded: bool) -> None:
    centre = spot.seat.side == 0
    font, metrics = spot.font, QFontMetricsF(spot.font)
    if centre:  # lines pass below it
        ground = QColor(look.colour("base"))
        ground.setAlphaF(0.85)
        painter.fillRect(spot.box.adjusted(-3, 0, 3, 0), ground)
    upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    beside = look.small_metrics.horizontalAdvance("  " + spot.more)
    high = spot.box.height() / len(spot.name)
    for place, said in enumerate(spot.name):
        wide = metrics.horizontalAdvance(said)
        last = place == len(spot.name) - 1
        whole = wide + (beside if last else 0)
        left = spot.box.left() if spot.seat.side > 0 else spot.box.right() - whole
        if not spot.seat.side:
            left = spot.box.center().x() - whole / 2
        line = QRectF(left, spot.box.top() + place * high, whole + 4, high)
        painter.setFont(font)
        painter.setPen(_dimmed(look.colour("text"), faded))
        painter.drawText(line, upright, said)
        if last:
            painter.setFont(look.small)
            painter.setPen(_dimmed(look.colour("text.muted"), faded))
            painter.drawText(line.adjusted(wide, 0, 0, 0), upright, "  " + spot.more)


def _dimmed(colour: QColor, faded: bool) -> QColor:
    made = QColor(colour)
    made.setAlphaF(0.45 if faded else 1.0)
    return made


# -- numbers


def _numbers_near(drawing: NetworkDrawing, painter: QPainter, lit: list[Line], look: Look) -> None:
    """The numbers of lit lines: of one in its middle, of several each beside whom it leads to."""
    mark = drawing.pointed
    here = mark.key.partition(" ")[2] if mark is not None and mark.key.startswith("n ") else ""
    high = look.small_metrics.height() + 2
    taken: list[QRectF] = []
    for line in lit:
        said = f"{line.edge.meetings:,}"
        wide = look.small_metrics.horizontalAdvance(said) + 10
        for part in _parts(drawing, line, here, wide):
            at = line.at(part)
            box = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
            if not any(box.intersects(other) for other in taken):
                taken.append(box)
                _number(painter, box, said, look, strong=True)
                break


def _parts(drawing: NetworkDrawing, line: Line, here: str, wide: float) -> list[float]:
    """Where on a line its number may stand, the best first."""
    if not here:
        return [0.5]
    there = drawing.spots[line.edge.second if line.edge.first == here else line.edge.first]
    length = max(1.0, math.dist(line.points[0], line.points[2]))
    first = min(0.45, (there.radius + 6 + wide / 2) / length)
    parts = [first + step * 12 / length for step in range(6) if first + step * 12 / length < 0.7]
    return [1 - part for part in parts] if line.edge.first == here else parts


def _number(painter: QPainter, box: QRectF, said: str, look: Look, *, strong: bool) -> None:
    painter.setPen(QPen(look.colour("accent" if strong else "border"), 1))
    painter.setBrush(look.colour("base"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(look.small)
    painter.setPen(look.colour("accent" if strong else "text.secondary"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

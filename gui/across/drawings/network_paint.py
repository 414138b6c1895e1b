"""How a network is painted: signs that differ by form and by colour, lines by width, numbers beside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from gui.across.drawings.drawing import Look, Sign
from store.derive import country_name

if TYPE_CHECKING:
    from gui.across.drawings.network import Line, NetworkDrawing, Spot

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
    made.append((_width, f"wider: {often}"))
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
    usual = max(0.2, min(0.6, 12 / math.sqrt(len(drawing.lines) + 1) / 5))
    for line in _below(drawing, exposed):
        _line(painter, line, _ink(look, FADED if near else usual))
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


def _below(drawing: NetworkDrawing, exposed: QRectF) -> Iterator[Line]:
    """The weakest first."""
    for line in reversed(drawing.lines):
        box = QRectF(line.start, line.end).normalized()
        box = box.united(QRectF(line.through - QPointF(1, 1), line.through + QPointF(1, 1)))
        if box.adjusted(-4, -4, 4, 4).intersects(exposed) and not drawing.lights(line):
            yield line


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
    for line in lit:
        said = f"{line.edge.meetings:,}"
        wide = look.small_metrics.horizontalAdvance(said) + 10
        if not here:
            at = line.at(0.5)
        else:
            there = drawing.spots[line.edge.second if line.edge.first == here else line.edge.first]
            length = max(1.0, math.dist(line.start.toTuple(), line.end.toTuple()))
            part = min(0.45, (there.radius + 6 + wide / 2) / length)
            at = line.at(1 - part if line.edge.first == here else part)
        _number(painter, QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high), said, look, strong=True)


def _number(painter: QPainter, box: QRectF, said: str, look: Look, *, strong: bool) -> None:
    painter.setPen(QPen(look.colour("accent" if strong else "border"), 1))
    painter.setBrush(look.colour("base"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(look.small)
    painter.setPen(look.colour("accent" if strong else "text.secondary"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

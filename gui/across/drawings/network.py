"""Who met whom, drawn as a ring of people (or of parties) and lines between those who met."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPixmap

from gui.across.drawings import network_paint, ring
from gui.across.drawings.drawing import Choice, Drawing, Look, Mark, Towards
from gui.across.drawings.network_paint import LINES, SIGNS
from store.across import words
from store.across.asking import Asked, link_of, to_node, to_tie
from store.across.network import Edge, Network, Node
from store.across.page import Link, Page
from store.derive import country_name, name_of

NAMED = 5
"""So many of those whom somebody met are read out."""

NUMBERED = 16
"""Of so few lines each has its number beside it at any time."""

KNOWN = 1500
"""So many lines are drawn at all; the text tells more."""

REACHED = 40
"""So many lines can be gone to by Tab, the strongest."""

MARGIN = 14.0
NEAR = 6.0
"""Pixels from a line that still are the line."""

OTHER = len(SIGNS) - 1


@dataclass(slots=True)
class Spot:
    """Somebody as drawn."""

    node: Node
    sign: int  # which of the signs: that of the side
    seat: ring.Seat
    radius: float
    name: tuple[str, ...]  # as much as there is room for, in lines
    more: str  # beside the last of them, smaller
    font: QFont  # of the name
    box: QRectF  # the name
    mark: Mark

    @property
    def at(self) -> QPointF:
        """The middle of the sign."""
        return QPointF(self.seat.x, self.seat.y)


@dataclass(slots=True)
class Line:
    """Two who met, as drawn."""

    edge: Edge
    start: QPointF
    through: QPointF
    end: QPointF
    width: float
    mark: Mark
    number: QRectF | None = None  # where its number stands at any time

    @property
    def path(self) -> QPainterPath:
        """The line."""
        made = QPainterPath(self.start)
        made.quadTo(self.through, self.end)
        return made

    @property
    def points(self) -> tuple[ring.Point, ring.Point, ring.Point]:
        """Start, bend and end."""
        start, through, end = ((one.x(), one.y()) for one in (self.start, self.through, self.end))
        return start, through, end

    def at(self, part: float) -> QPointF:
        """A point of it: 0 its start, 1 its end."""
        return QPointF(*ring.on_curve(*self.points, part))


class NetworkDrawing(Drawing):
    """A network of people or of parties."""

    most_zoom = 6.0

    def __init__(self, page: Page, found: Network, asked: Asked, choices: Iterable[Choice] = ()) -> None:
        super().__init__(page)
        self.found, self.asked = found, asked
        self.choices = tuple(choices)
        self.spots: dict[str, Spot] = {}
        self.lines: list[Line] = []
        self.layers: dict[object, QPixmap] = {}  # lines as they were painted; see ``network_paint``
        self._nodes = {one.key: one for one in found.nodes}
        self._met: dict[str, list[Edge]] = defaultdict(list)
        for edge in found.edges:
            self._met[edge.first].append(edge)
            self._met[edge.second].append(edge)
        self._groups = self._grouped()
        self.sign_of = self._signs()
        ties: dict[tuple[str, str], int] = {}
        for edge in found.edges:
            both = edge.first, edge.second
            ties[both] = max(ties.get(both, 0), edge.meetings)
        self._sides = ring.seated(self._groups, ties, found.centre[:2])
        self.legend = network_paint.legend(self)

    # -- sides

    @property
    def of_people(self) -> bool:
        """Whether people are drawn, with a sign for each side."""
        return self.found.between == "people"

    def _grouped(self) -> dict[str, str]:
        """Of everybody the side; parties have none."""
        return {one.key: (one.country or "") if self.of_people else "" for one in self.found.nodes}

    def _signs(self) -> dict[str, int]:
        """Of every side its sign: those with most meetings have their own."""
        meetings: dict[str, int] = defaultdict(int)
        for one in self.found.nodes:
            meetings[self._groups[one.key]] += one.meetings
        order = sorted((side for side in meetings if side), key=lambda side: (-meetings[side], side))
        told = {side: min(place, OTHER) for place, side in enumerate(order)}
        return {"": OTHER if self.of_people else 0, **told}

    # -- places

    def lay_out(self, room: QSizeF, zoom: float, look: Look) -> None:
        # Nearer is more room from name to name, and for long names: both sides of the ring stay in view.
        wide, high = room.width(), room.height() * zoom
        pitch, gap, small = self._pitch(high - 2 * MARGIN - look.line, zoom, look)
        tall = self._tall(pitch, gap)
        most = max((one.meetings for one in self.found.nodes), default=1)
        sign = min(pitch * 0.46, 13.0 * zoom**0.25)
        font = look.small if small else look.font
        longest = max((self._width(one, font, look) for one in self.found.nodes), default=0.0)
        least = max(80.0, min(tall * 0.3, 160.0))  # of the ring
        label = min(longest, max((wide * zoom - 2 * (least + sign + 8 + MARGIN)) / 2, wide * 0.27, 90.0))
        lines = max(1, min(3, int(pitch / look.line)))
        around = label + sign + 8 + MARGIN
        radius = max(60.0, min((wide - 2 * around) / 2, tall * 0.62 + 130 * zoom))
        self.size = QSizeF(max(wide, 2 * (radius + around)), max(high, tall + 2 * MARGIN + look.line))
        middle = (self.size.width() / 2, self.size.height() / 2)
        seats = ring.placed(self._sides, self._groups, pitch, radius, middle, gap)
        self.spots = {}
        for one in self.found.nodes:
            size = sign * (0.45 + 0.55 * math.sqrt(one.meetings / most))
            seat = seats[one.key]
            if seat.side:
                self.spots[one.key] = self._spot(one, seat, size, label, look, font, lines)
            else:  # in the middle there is room
                self.spots[one.key] = self._spot(one, seat, size, radius * 1.5, look, look.strong, 1)
        self._draw_lines(middle, radius)
        self.layers.clear()
        self._number(look)
        reached = [one.mark for one in self.lines[:REACHED]]
        self.marks = [*(self.spots[key].mark for key in self._in_order()), *reached]

    def _pitch(self, free: float, zoom: float, look: Look) -> tuple[float, float, bool]:
        """From a name to the next below it, so much more between two sides; whether letters are small."""
        rows = max(1, self._sides.rows)
        most, least = look.line * 4.0 * zoom, look.line * 1.12
        pitch = min(max(free / max(1, rows - 1), least), most)
        gap = min(pitch, look.line) * 0.7 if len(set(self._groups.values())) > 2 else 0.0
        tall = self._tall(pitch, gap)
        if tall <= free or rows < 2:
            return pitch, gap, False
        shrunk = pitch * free / tall
        if shrunk >= least:
            return shrunk, gap * free / tall, False
        pitch = max(look.small_metrics.height() * 0.98, shrunk)
        return pitch, pitch * 0.3 if gap else 0.0, True

    def _tall(self, pitch: float, gap: float) -> float:
        sides = self._sides.left, self._sides.right
        return max(ring.height(keys, self._groups, pitch, gap) for keys in sides)

    def _in_order(self) -> list[str]:
        return [*self._sides.middle, *self._sides.left, *self._sides.right]

    def _width(self, node: Node, font: QFont, look: Look) -> float:
        beside = look.small_metrics.horizontalAdvance("  " + self._more(node))
        return QFontMetricsF(font).horizontalAdvance(node.name) + beside

    def _more(self, node: Node) -> str:
        side = f"{node.country} · " if self.of_people and node.country else ""
        return f"{side}{node.meetings:,}"

    def _spot(
        self, node: Node, seat: ring.Seat, radius: float, label: float, look: Look, font: QFont, rows: int
    ) -> Spot:
        more = self._more(node)
        beside = look.small_metrics.horizontalAdvance("  " + more)
        metrics = QFontMetricsF(font)
        name = broken(node.name, metrics, max(30.0, label - beside) + 1, rows)
        wide, high = max(map(metrics.horizontalAdvance, name)) + beside, metrics.height() * len(name)
        if seat.side > 0:
            box = QRectF(seat.x + radius + 6, seat.y - high / 2, wide, high)
        elif seat.side < 0:
            box = QRectF(seat.x - radius - 6 - wide, seat.y - high / 2, wide, high)
        else:
            box = QRectF(seat.x - wide / 2, seat.y + radius + 3, wide, high)
        sign = QRectF(seat.x - radius, seat.y - radius, 2 * radius, 2 * radius)
        mark = Mark(
            f"n {node.key}",
            sign.united(box),
            node.articles,
            to_node(self.found, node),
            self._search(node),
            also=self._also(node),
        )
        return Spot(node, self.sign_of[self._groups[node.key]], seat, radius, name, more, font, box, mark)

    def _search(self, node: Node) -> str:
        """What finds somebody's articles in the list."""
        if not self.of_people:
            return f"country:{node.key}"
        name = node.name if name_of(node.key) == node.key else name_of(node.key)
        name = name.replace('"', "")
        return f'person:"{name}"'

    def _also(self, node: Node) -> tuple[tuple[str, Link], ...]:
        """A network around somebody."""
        of_people = self.of_people
        around = Asked(person=node.key) if of_people else Asked("parties", parties=(node.key,), steps=2)
        return (("Draw &whom they met", link_of(around)),) if around.centre != self.asked.centre else ()

    def _draw_lines(self, middle: ring.Point, radius: float) -> None:
        most = max((one.meetings for one in self.found.edges), default=1)
        self.lines = []
        for edge in self.found.edges[:KNOWN]:
            first, second = self.spots[edge.first], self.spots[edge.second]
            start, end = (first.seat.x, first.seat.y), (second.seat.x, second.seat.y)
            through = QPointF(*ring.bend(start, end, middle, radius))
            width = 1.0 + 5.0 * math.sqrt(edge.meetings / most) if most > 1 else 1.6
            if edge.beside:
                width = min(width, 1.6)
            half = QPointF(*ring.on_curve(start, (through.x(), through.y()), end, 0.5))
            box = QRectF(half.x() - 9, half.y() - 9, 18, 18)
            kind = "b" if edge.beside else "e"
            mark = Mark(
                f"{kind} {edge.first}+{edge.second}",
                box,
                edge.articles,
                to_tie(self.found, edge),
                f"{self._search(first.node)} {self._search(second.node)}",
                round=True,
            )
            self.lines.append(Line(edge, first.at, through, second.at, width, mark))

    def _number(self, look: Look) -> None:
        """Where the numbers of lines stand, if there are few: none over another one."""
        if len(self.lines) > NUMBERED:
            return
        taken: list[QRectF] = [spot.mark.box for spot in self.spots.values()]
        for line in self.lines:
            wide = look.small_metrics.horizontalAdvance(f"{line.edge.meetings:,}") + 10
            high = look.small_metrics.height() + 2
            for part in (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8):
                at = line.at(part)
                box = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
                if not any(box.intersects(other) for other in taken):
                    line.number = box
                    taken.append(box)
                    break

    # -- who is pointed at

    @property
    def near(self) -> frozenset[str]:
        """Who is pointed at, and whom they met; empty where nothing is."""
        mark = self.pointed
        if mark is None:
            return frozenset()
        line = self.line_of(mark)
        if line is not None:
            return frozenset((line.edge.first, line.edge.second))
        key = mark.key.partition(" ")[2]
        return frozenset({key, *(end for edge in self._met[key] for end in (edge.first, edge.second))})

    def lights(self, line: Line) -> bool:
        """Whether a line is pointed at, or leads to who is."""
        mark = self.pointed
        if mark is None:
            return False
        key = mark.key.partition(" ")[2]
        return line.mark.key == mark.key or (
            mark.key.startswith("n ") and key in (line.edge.first, line.edge.second)
        )

    def line_of(self, mark: Mark) -> Line | None:
        """The line of a mark; None of somebody's."""
        if mark.key.startswith("n "):
            return None
        return next((one for one in self.lines if one.mark.key == mark.key), None)

    # -- what the frame asks

    def paint(self, painter: QPainter, exposed: QRectF, look: Look) -> None:
        network_paint.paint(self, painter, exposed, look)

    def at(self, place: QPointF) -> Mark | None:
        for spot in self.spots.values():
            if spot.mark.box.adjusted(-2, 0, 2, 0).contains(place):
                return spot.mark
        here = place.x(), place.y()
        best: tuple[float, Mark] | None = None
        for line in self.drawn:
            points, reach = line.points, NEAR + line.width / 2
            if any(
                not min(several) - reach <= at <= max(several) + reach
                for at, several in zip(here, zip(*points, strict=True), strict=True)
            ):
                continue  # the curve is within its three points
            far = ring.far(here, ring.pieces(*points)) - line.width / 2
            if far <= NEAR and (best is None or far < best[0]):
                best = far, line.mark
        return best[1] if best else None

    @property
    def drawn(self) -> list[Line]:
        """The lines that are there to be seen: the strongest, and those of whom is pointed at."""
        shown, more = self.lines[:LINES], self.lines[LINES:]
        return [*shown, *(line for line in more if self.lights(line))] if self.pointed is not None else shown

    def told(self, mark: Mark) -> str:
        line = self.line_of(mark)
        if line is not None:
            return self._told_of_tie(line.edge)
        node = self._nodes[mark.key.partition(" ")[2]]
        side = f" ({country_name(node.country)})" if self.of_people and node.country else ""
        met = [edge for edge in self._met[node.key] if not edge.beside]
        return f"{node.name}{side}: {self._times(node.meetings)}{self._told_of_met(node.key, met)}"

    def _times(self, count: int) -> str:
        if self.found.counted == "meetings":
            return words.amount(count, "meeting")
        return words.amount(count, "day with meetings", "days with meetings")

    def _told_of_met(self, key: str, met: Sequence[Edge]) -> str:
        if not met:
            return ""
        named = [
            f"{self._nodes[edge.second if edge.first == key else edge.first].name} ({edge.meetings:,})"
            for edge in met[:NAMED]
        ]
        more = [f"{len(met) - NAMED:,} more"] if len(met) > NAMED else []
        return f"; met {words.listed([*named, *more])}"

    def _told_of_tie(self, edge: Edge) -> str:
        first, second = self._nodes[edge.first].name, self._nodes[edge.second].name
        how = "were there for the same side" if edge.beside else "met"
        when = words.period(edge.since, edge.until) if edge.since or edge.until else ""
        return ", ".join(filter(None, (f"{first} and {second} {how}: {self._times(edge.meetings)}", when)))

    def step(self, mark: Mark, towards: Towards) -> Mark | None:
        """Left and right along the lines to those whom somebody met, up and down to the next one there."""
        line = self.line_of(mark)
        if line is not None:
            ends = [self.spots[line.edge.first], self.spots[line.edge.second]]
            return _nearest(mark.box.center(), ends, towards)
        key = mark.key.partition(" ")[2]
        here = self.spots[key]
        others = [self.spots[one] for one in self._in_order() if one != key]
        if towards in (Towards.UP, Towards.DOWN):
            beside = [one for one in others if one.seat.side == here.seat.side]
            return _nearest(here.at, beside, towards) or _nearest(here.at, others, towards)
        known = {end for edge in self._met[key] for end in (edge.first, edge.second)}
        met = [one for one in others if one.node.key in known]
        facing = [one for one in others if one.seat.side != here.seat.side]
        for some in ([one for one in facing if one.node.key in known], met, facing):
            found = _nearest(here.at, some, towards)
            if found is not None:
                return found
        return None


def broken(name: str, metrics: QFontMetricsF, room: float, rows: int) -> tuple[str, ...]:
    """A name in so many lines at most, broken between words and at hyphens, cut only where it must be."""
    lines = [""]
    for word in re.findall(r"\s*[^\s-]*-?", " ".join(name.split())):
        longer = lines[-1] + word
        if lines[-1] and len(lines) < rows and metrics.horizontalAdvance(longer) > room:
            lines.append(word.lstrip())
        else:
            lines[-1] = longer
    return tuple(metrics.elidedText(one, Qt.TextElideMode.ElideRight, room) for one in lines)


def _nearest(here: QPointF, others: Iterable[Spot], towards: Towards) -> Mark | None:
    across, down = towards.value
    best: tuple[float, Mark] | None = None
    for other in others:
        gap = other.at - here
        ahead = gap.x() * across + gap.y() * down
        far = ahead + 2 * (abs(gap.x() * down) + abs(gap.y() * across))
        if ahead > 0.5 and (best is None or far < best[0]):
            best = far, other.mark
    return best[1] if best else None

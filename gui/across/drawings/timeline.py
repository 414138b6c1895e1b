"""The timeline: meetings in rows along a time axis that tells years, months or days as it is zoomed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from copy import copy
from itertools import accumulate
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.across.drawings import signs
from gui.across.drawings.drawing import Drawing, Look, Mark, Towards
from gui.across.drawings.rows import Marks, Placed, Row
from gui.across.drawings.selection import Selection
from gui.across.drawings.timeaxis import Axis, Tick, span_of
from gui.across.drawings.timeline_words import (
    beside,
    beside_many,
    legend_of,
    nothing_of,
    page_of,
    rows_choice,
    search_of,
)
from store.across import words
from store.across.lanes import ROWS, Lanes, Spot
from store.across.lanes_page import lanes_page, told
from store.across.page import Link

if TYPE_CHECKING:
    from store.library import Library

A_DAY = 56.0
"""Pixels of a day, at the nearest."""

ROW, ROOMY_ROW = 32.0, 58.0
NAMES, LEAST_NAMES = 250.0, 84.0
"""Pixels of the names of rows, at most and at least."""


def read(library: Library, link: Link) -> Timeline:
    """The timeline of a selection."""
    chosen = Selection.of(link.key)
    wanted = chosen.setting("rows", "series" if chosen.series else "")
    by = next((one for one in ROWS if one == wanted), None)
    lanes = library.across.lanes(chosen.chosen(library), by or "")
    return Timeline(lanes, chosen, f"Timeline: {chosen.words(library)}", chosen.search(library))


class Timeline(Drawing):
    """Meetings in rows."""

    def __init__(self, lanes: Lanes, chosen: Selection, title: str, search: str = "") -> None:
        super().__init__(lanes_page(lanes, title))
        self._lanes = lanes
        self._search = search
        self._rows = [Row(lane) for lane in lanes.lanes if lane.spots]
        self._row_of = {row.lane.key: number for number, row in enumerate(self._rows)}
        self._axis = Axis(1, 2, 0, 1)
        self._look: Look | None = None
        self._names = LEAST_NAMES
        self._head = 0.0
        self._high = ROW
        self.marks = Marks(self.count, self.mark)
        self.choices = (rows_choice(lanes, chosen),)
        self.legend = tuple(legend_of(lanes))
        if not self._rows:
            self.nothing = nothing_of(lanes, chosen)

    def __copy__(self) -> Self:
        """Another one that can be laid out otherwise: for paper."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._rows = [copy(row) for row in self._rows]
        made.marks = Marks(made.count, made.mark)
        return made

    # -- places

    def lay_out(self, room: QSizeF, zoom: float, look: Look) -> None:
        """Rows below each other, time to the right."""
        self._look = look
        wide = max((look.metrics.horizontalAdvance(row.lane.name) for row in self._rows), default=LEAST_NAMES)
        self._names = min(max(wide + 50, LEAST_NAMES), NAMES, max(room.width() * 0.3, LEAST_NAMES))
        self._head = look.line * 2 + 10
        rows = max(len(self._rows), 1)
        self._high = min(max((room.height() - self._head - 8) / rows, max(ROW, look.line * 1.7)), ROOMY_ROW)
        base = max(room.width() - self._names - 14, 100)
        first, last = self._lanes.days or ("2000", "2000")
        self._axis = Axis.around(first, last, self._names, base * zoom)
        self.most_zoom = max(A_DAY / (Axis.around(first, last, 0, base).scale), 1.0)
        height = self._head + rows * self._high + 8
        self.size = QSizeF(self._names + base * zoom + 14, max(height, room.height()))
        for number, row in enumerate(self._rows):
            row.placed = None
            row.top = self._head + number * self._high

    def covered(self) -> tuple[float, float]:
        """The names of the rows, and the axis."""
        return self._names, self._head

    def part_of(self, point: QPointF) -> QPointF:
        """By its day and its row."""
        return QPointF((point.x() - self._names) / self._axis.width, point.y() / self.size.height())

    def point_at(self, part: QPointF) -> QPointF:
        """The place of such parts."""
        return QPointF(self._names + part.x() * self._axis.width, part.y() * self.size.height())

    def row_height(self) -> float:
        """Of a row."""
        return self._high

    # -- marks

    def count(self) -> int:
        """How many marks there are."""
        return self._offsets()[-1]

    def mark(self, number: int) -> Mark:
        """One of them, row by row."""
        offsets = self._offsets()
        if not 0 <= number < offsets[-1]:
            raise IndexError(number)
        at = bisect_right(offsets, number) - 1
        return self._mark(self._rows[at], self._place(self._rows[at])[number - offsets[at]])

    def _mark(self, row: Row, placed: Placed) -> Mark:
        spots = row.lane.spots[placed.first : placed.last + 1]
        articles = tuple(dict.fromkeys(number for spot in spots for number in spot.articles))
        high = signs.SIZE if len(spots) == 1 else self._pill
        middle = row.top + self._high / 2
        box = QRectF(placed.left, middle - high / 2, placed.right - placed.left, high)
        link = row.lane.link
        also = ((page_of(row.lane), link),) if link is not None else ()
        search = search_of(row.lane, spots, self._search) if len(articles) > 1 else ""
        key = f"{row.lane.key}|{placed.first}"
        return Mark(key, box, articles, search=search, round=len(spots) == 1, also=also)

    @property
    def _pill(self) -> float:
        return max(signs.SIZE + 4, self._look.small_metrics.height() + 2 if self._look else 0)

    def _place(self, row: Row) -> list[Placed]:
        assert self._look is not None
        return row.place(self._axis, self._look)

    def find(self, key: str) -> Mark | None:
        """The mark that has that meeting now, alone or with others."""
        name, _, index = key.rpartition("|")
        number = self._row_of.get(name)
        if number is None or not index.isdecimal():
            return None
        row = self._rows[number]
        found = [one for one in self._place(row) if one.first <= int(index) <= one.last]
        return self._mark(row, found[0]) if found else None

    def _where(self, mark: Mark) -> tuple[int, int] | None:
        name, _, index = mark.key.rpartition("|")
        number = self._row_of.get(name)
        if number is None:
            return None
        placed = self._place(self._rows[number])
        at = next((n for n, one in enumerate(placed) if one.first <= int(index) <= one.last), None)
        return None if at is None else (number, at)

    def number_of(self, mark: Mark) -> int:
        """By its row and its place there."""
        where = self._where(mark)
        return self._offsets()[where[0]] + where[1] if where is not None else -1

    def _offsets(self) -> list[int]:
        """How many marks stand before those of each row, and how many there are."""
        return [0, *accumulate(len(self._place(row)) for row in self._rows)]

    def first(self) -> Mark | None:
        """The first one of the first row."""
        return self._mark(self._rows[0], self._place(self._rows[0])[0]) if self._rows else None

    def last(self) -> Mark | None:
        """The last one of the last row."""
        return self._mark(self._rows[-1], self._place(self._rows[-1])[-1]) if self._rows else None

    def next(self, mark: Mark, by: int) -> Mark | None:
        """Along the row, then into the next one."""
        where = self._where(mark)
        if where is None:
            return None
        number, at = where
        at += by
        if at < 0 or at >= len(self._place(self._rows[number])):
            number += by
            if not 0 <= number < len(self._rows):
                return None
            at = 0 if by > 0 else len(self._place(self._rows[number])) - 1
        return self._mark(self._rows[number], self._place(self._rows[number])[at])

    def step(self, mark: Mark, towards: Towards) -> Mark | None:
        """Along the row; up and down to what is nearest in time."""
        where = self._where(mark)
        if where is None:
            return None
        number, at = where
        across, down = towards.value
        if across:
            at += across
            placed = self._place(self._rows[number])
            return self._mark(self._rows[number], placed[at]) if 0 <= at < len(placed) else None
        number += down
        if not 0 <= number < len(self._rows):
            return None
        x = mark.box.center().x()
        nearest = min(self._place(self._rows[number]), key=lambda one: abs(one.x - x))
        return self._mark(self._rows[number], nearest)

    def at(self, place: QPointF) -> Mark | None:
        """The mark in some place, with a little room around it."""
        row = self._row_at(place)
        if row is None:
            return None
        for one in self._place(row):
            if one.left - 3 <= place.x() <= one.right + 3:
                mark = self._mark(row, one)
                return mark if mark.box.adjusted(-3, -5, 3, 5).contains(place) else None
        return None

    def over_at(self, place: QPointF) -> Link | None:
        """The page of a row, at its name."""
        row = self._row_at(place)
        return row.lane.link if row is not None else None

    def over_told(self, place: QPointF) -> str:
        """The whole name of a row."""
        row = self._row_at(place)
        return row.lane.name if row is not None else ""

    def _row_at(self, place: QPointF) -> Row | None:
        number = int((place.y() - self._head) // self._high)
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def told(self, mark: Mark) -> str:
        """A meeting; or how many, from when to when, and the first ones."""
        where = self._where(mark)
        if where is None:
            return ""
        row = self._rows[where[0]]
        placed = self._place(row)[where[1]]
        spots = row.lane.spots[placed.first : placed.last + 1]
        if len(spots) == 1:
            return told(spots[0], row.lane)
        counted = "meeting" if self._lanes.counted == "meetings" else "day with meetings"
        many = words.amount(len(spots), counted, "days with meetings" if "day" in counted else "")
        parts = (
            row.lane.name,
            many,
            words.period(spots[0].day, spots[-1].day),
            next(iter(beside_many(row.lane, spots, self._lanes.by)), ""),
            words.amount(len(mark.articles), "article"),
        )
        return "  ·  ".join(filter(None, parts))

    # -- painting

    def paint(self, painter: QPainter, exposed: QRectF, look: Look) -> None:
        """The grid, then the rows that are seen."""
        if not self._rows:
            self._paint_none(painter, look)
            return
        self._paint_grid(painter, exposed, look)
        for row in self._rows:
            if row.top <= exposed.bottom() and row.top + self._high >= exposed.top():
                self._paint_row(painter, row, exposed, look)

    def _paint_none(self, painter: QPainter, look: Look) -> None:
        """Where there are meetings, but none that would stand in such a row."""
        painter.setFont(look.font)
        painter.setPen(look.colour("text.secondary"))
        box = QRectF(24, self._head, max(self.size.width() - 48, 100), look.line * 4)
        words_ = "None of these meetings stands in such a row. Choose other rows above."
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words_)

    def _paint_grid(self, painter: QPainter, exposed: QRectF, look: Look) -> None:
        unit = self._axis.unit(look.small_metrics.horizontalAdvance("0"))
        bottom = self._head + len(self._rows) * self._high
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(look.colour("hover"), 1))
        for tick in self._axis.ticks(unit, exposed.left(), exposed.right()):
            painter.drawLine(QPointF(tick.start, self._head), QPointF(tick.start, bottom))
        painter.setPen(QPen(look.colour("border"), 1))
        for tick in self._axis.above(unit, exposed.left(), exposed.right()):
            painter.drawLine(QPointF(tick.start, self._head), QPointF(tick.start, bottom))
        painter.setPen(QPen(look.colour("hover"), 1))
        for row in self._rows:
            y = row.top + self._high
            painter.drawLine(QPointF(exposed.left(), y), QPointF(exposed.right(), y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_row(self, painter: QPainter, row: Row, exposed: QRectF, look: Look) -> None:
        y = row.top + self._high / 2
        placed = row.place(self._axis, look)
        painter.setPen(QPen(look.colour("border.strong"), 1))
        painter.drawLine(QPointF(placed[0].x, y), QPointF(placed[-1].x, y))
        self._paint_missing(painter, row, y, look)
        begin = max(bisect_left([one.right for one in placed], exposed.left() - 260), 0)
        end = bisect_right([one.left for one in placed], exposed.right() + 30)
        written = self._names  # so far to the right
        for number in range(begin, end):
            one = placed[number]
            before = max(placed[number - 1].right if number else 0, written)
            after = placed[number + 1].left if number + 1 < len(placed) else self.size.width()
            if one.first == one.last:
                written = max(self._paint_spot(painter, row, one, y, (before, after), look), written)
            else:
                self._paint_many(painter, row, one, y, look)
                written = max(self._paint_words(painter, row, one, y, (before, after), look), written)

    def _paint_spot(
        self, painter: QPainter, row: Row, one: Placed, y: float, free: tuple[float, float], look: Look
    ) -> float:
        spot = row.lane.spots[one.first]
        middle = QPointF(one.x, y)
        if len(spot.day) < 10:
            start, end = (self._axis.x(day) for day in row.spans[one.first])
            if end - start > signs.SIZE + 4:
                _paint_range(painter, spot, QRectF(start, y - 3, end - start, 6), look)
        if self._lanes.counted == "days":
            signs.paint_days(painter, middle, look, planned=spot.planned)
        else:
            signs.paint(painter, spot.level, middle, look, planned=spot.planned)
        return self._paint_words(painter, row, one, y, free, look)

    def _paint_words(
        self, painter: QPainter, row: Row, one: Placed, y: float, free: tuple[float, float], look: Look
    ) -> float:
        """Beside a meeting, where there is room: its number, where it was, when. Returns where they end."""
        left, right = one.left - free[0] - 16, free[1] - one.right - 16
        spots = row.lane.spots[one.first : one.last + 1]
        several = beside_many if len(spots) > 1 else beside
        for said in several(row.lane, spots, self._lanes.by):
            wide = look.small_metrics.horizontalAdvance(said)
            if wide > max(left, right):
                continue
            high = look.small_metrics.height()
            x = one.right + 8 if wide <= right else one.left - 9 - wide
            box = QRectF(x, y - high / 2, wide + 2, high)
            painter.fillRect(box.adjusted(-2, 0, 1, 0), look.colour("base"))
            painter.setFont(look.small)
            painter.setPen(look.colour("text.secondary"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
            return box.right() if wide <= right else one.right
        return one.right

    def _paint_many(self, painter: QPainter, row: Row, one: Placed, y: float, look: Look) -> None:
        spots = row.lane.spots[one.first : one.last + 1]
        levels = [spot.level for spot in spots if spot.level is not None]
        high = self._pill
        box = QRectF(one.left, y - high / 2, one.right - one.left, high)
        if self._lanes.counted == "days":
            ink, ground = look.colour("accent"), look.colour("accent.pale")
        else:
            level = min(levels, default=None)
            ink, ground = signs.colour(level, look), signs.colour(level, look, pale=True)
        signs.paint_many(painter, f"{len(spots):,}", box, ink, ground, look)

    def _paint_missing(self, painter: QPainter, row: Row, y: float, look: Look) -> None:
        for gap in row.lane.missing:
            start, end = self._axis.x(span_of(gap.since)[1]), self._axis.x(span_of(gap.until)[0])
            if end - start < signs.SIZE * 2:
                continue
            painter.setPen(QPen(look.colour("base"), 3))
            painter.drawLine(QPointF(start + 9, y), QPointF(end - 9, y))
            painter.setPen(QPen(look.colour("changed"), 1.6, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(start + 9, y), QPointF(end - 9, y))
            told_ = f"no. {words.numbers(gap.numbers)} missing"
            for said in (told_, f"no. {words.numbers(gap.numbers)}", "?"):
                wide = look.small_metrics.horizontalAdvance(said) + 8
                if wide < end - start - 20:
                    high = look.small_metrics.height()
                    box = QRectF((start + end - wide) / 2, y - high - 3, wide, high)
                    painter.setFont(look.small)
                    painter.setPen(look.colour("changed"))
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)
                    break

    # -- what stays in view

    def paint_over(self, painter: QPainter, view: QRectF, look: Look) -> None:
        """The names of the rows at the left, the axis at the top."""
        if not self._rows:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        names = QRectF(view.left(), view.top(), self._names - 8, view.height())
        painter.fillRect(names, look.colour("base"))
        painter.setFont(look.font)
        painter.setPen(look.colour("text"))
        painter.save()
        painter.setClipRect(names.adjusted(0, self._head, 0, 0), Qt.ClipOperation.IntersectClip)
        for row in self._rows:
            box = QRectF(view.left() + 24, row.top, self._names - 38, self._high)
            name = look.metrics.elidedText(row.lane.name, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()
        self._paint_axis(painter, view, look)

    def _paint_axis(self, painter: QPainter, view: QRectF, look: Look) -> None:
        painter.fillRect(QRectF(view.left(), view.top(), view.width(), self._head - 1), look.colour("base"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(look.colour("border.strong"), 1))
        line = view.top() + self._head - 1
        painter.drawLine(QPointF(view.left() + 24, line), QPointF(view.right(), line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        unit = self._axis.unit(look.small_metrics.horizontalAdvance("0"))
        left = view.left() + self._names
        painter.setClipRect(
            QRectF(left - 8, view.top(), view.width(), self._head), Qt.ClipOperation.IntersectClip
        )
        upper = QRectF(0, view.top() + 4, 0, look.line)
        lower = QRectF(0, view.top() + (look.line + 5 if unit.above else look.line / 2 + 5), 0, look.line)
        painter.setFont(look.strong)
        painter.setPen(look.colour("text"))
        for tick in self._axis.above(unit, left, view.right()):
            advance = look.strong_metrics.horizontalAdvance(tick.words)
            _paint_tick(painter, tick, upper, max(tick.start, left), advance, view.right())
        painter.setFont(look.small if unit.above else look.strong)
        painter.setPen(look.colour("text.secondary"))
        for tick in self._axis.ticks(unit, left, view.right()):
            if tick.start >= left - 1:
                metrics = look.small_metrics if unit.above else look.strong_metrics
                advance = metrics.horizontalAdvance(tick.words)
                _paint_tick(painter, tick, lower, tick.start, advance, view.right())


def _paint_tick(painter: QPainter, tick: Tick, line: QRectF, start: float, wide: float, right: float) -> None:
    if start + 4 + wide <= min(tick.end, right):
        box = QRectF(start + 4, line.top(), wide + 4, line.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, tick.words)


def _paint_range(painter: QPainter, spot: Spot, box: QRectF, look: Look) -> None:
    """A month or a year in which a meeting was, no more being told."""
    painter.setPen(QPen(signs.colour(spot.level, look), 1, Qt.PenStyle.DashLine))
    painter.setBrush(signs.colour(spot.level, look, pale=True))
    painter.drawRoundedRect(box, 3, 3)

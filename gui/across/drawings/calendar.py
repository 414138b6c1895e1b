"""The calendar: a year of months, each day with meetings marked by how many they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import log2
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from gui.across.drawings.drawing import Choice, Drawing, Look, Mark, Option, Towards
from gui.across.drawings.selection import Selection, around
from store.across import words
from store.across.page import Link
from store.across.year import Year, YearDay
from store.across.year_page import MONTHS, told, year_page

if TYPE_CHECKING:
    from store.library import Library

LEAST, ROOMY = 21.0, 46.0
"""Pixels of a day, at least and at most before it is zoomed."""

ROOM_FOR_BOTH = 34.0
"""From such a day on, its date and how many meetings stand below each other, and a bar below them."""

EDGE, BETWEEN, GAP = 24.0, 22.0, 10.0
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WEEK = [day[:2] for day in WEEKDAYS]
FEW, MANY = 2, 5
"""From so many meetings on a day is painted stronger."""


def read(library: Library, link: Link) -> Calendar:
    """A year of a selection."""
    chosen = Selection.of(link.key)
    year = chosen.setting("year")
    shown = int(year) if year.isdecimal() and 0 < int(year) <= date.max.year else 0
    found = library.across.year(chosen.chosen(library), shown)
    return Calendar(found, chosen, f"{_called(found)}: {chosen.words(library)}", chosen.search(library))


def _called(year: Year) -> str:
    return f"Calendar {year.year}" if year.year else "Calendar"


class Calendar(Drawing):
    """A year."""

    most_zoom = 3.0

    def __init__(self, year: Year, chosen: Selection, title: str, search: str = "") -> None:
        super().__init__(year_page(year, title))
        self._year = year
        self._chosen = chosen
        self._search = search
        told_of = [*year.days, *(one for one in year.months if len(one.day) == len("2024-01"))]
        self._days = {one.day: one for one in sorted(told_of, key=lambda one: one.day)}
        self._most = max((one.meetings for one in year.days), default=1)
        self._few = max(FEW, -(-self._most // 3))
        self._many = max(MANY, -(-self._most * 2 // 3))
        self._monday = QLocale().firstDayOfWeek().value - 1  # the first day of a week; 0 is Monday
        self._cell = LEAST
        self._across = 4
        self._head = 0.0
        self._corners: list[QPointF] = []
        self.legend = (
            (_sign("", "accent.faint"), "a meeting"),
            *([(_sign("2", "accent.faint"), "so many on a day")] if self._few > FEW else []),
            (_sign(str(self._few), "accent.pale"), f"{self._few} and more"),
            (_sign(str(self._many), "accent"), f"{self._many} and more"),
            *([(_planned_sign, "only planned")] if any(one.planned for one in year.days) else []),
        )
        if not year.year:
            self.nothing = "No dates", "No article of these tells of a meeting whose day is known."
        self.choices = (self._years(),) if year.year else ()

    def _years(self) -> Choice:
        shown, known = self._year.year, [year for year, _ in self._year.years]
        first, last = min(known, default=shown), max(known, default=shown)
        before = shown - 1 if shown > first else 0
        after = shown + 1 if shown < last else 0
        return Choice(
            "Year",
            (
                Option(f"‹ {before or shown - 1}", self._link(before), tip="The year before (Page up)"),
                Option(str(shown), self._link(shown), on=True),
                Option(f"{after or shown + 1} ›", self._link(after), tip="The year after (Page down)"),
            ),
            shows_label=False,
        )

    def _link(self, year: int) -> Link | None:
        return Link("calendar", self._chosen.with_setting("year", str(year)).key) if year else None

    def turn(self, by: int) -> Link | None:
        """The year after or before."""
        return self.choices[0].options[1 + by].link if self.choices else None

    # -- places

    def lay_out(self, room: QSizeF, zoom: float, look: Look) -> None:
        """Twelve months, in as many columns as make the days largest."""
        self._head = look.line + look.small_metrics.height() + 5
        across, cell = max(
            ((across, self._fitting(room, across)) for across in (2, 3, 4, 6)), key=lambda one: one[1]
        )
        if cell < LEAST:
            fits = [n for n in (6, 4, 3, 2) if EDGE * 2 + n * 7 * LEAST + (n - 1) * BETWEEN <= room.width()]
            across = (fits or [1])[0]
            cell = max((room.width() - 2 * EDGE - (across - 1) * BETWEEN) / (7 * across), LEAST)
        self._across = across
        self._cell = min(cell, ROOMY) * zoom
        wide, high = 7 * self._cell, self._head + 6 * self._cell
        self._corners = [
            QPointF(EDGE + month % across * (wide + BETWEEN), 4 + month // across * (high + GAP))
            for month in range(12)
        ]
        rows = -(-12 // across)
        self.size = QSizeF(
            2 * EDGE + across * wide + (across - 1) * BETWEEN, 12 + rows * high + (rows - 1) * GAP
        )
        self.marks = [self._mark(one) for one in self._days.values()]

    def _fitting(self, room: QSizeF, across: int) -> float:
        rows = -(-12 // across)
        wide = (room.width() - 2 * EDGE - (across - 1) * BETWEEN) / (7 * across)
        high = (room.height() - 12 - rows * self._head - (rows - 1) * GAP) / (6 * rows)
        return min(wide, high)

    def row_height(self) -> float:
        """Of a month."""
        return self._head + 6 * self._cell + GAP

    def _box(self, day: date) -> QRectF:
        first = day.replace(day=1)
        before = (first.weekday() - self._monday) % 7
        place = before + day.day - 1
        corner = self._corners[day.month - 1]
        return QRectF(
            corner.x() + place % 7 * self._cell,
            corner.y() + self._head + place // 7 * self._cell,
            self._cell,
            self._cell,
        ).adjusted(1.5, 1.5, -1.5, -1.5)

    # -- marks

    def _mark(self, one: YearDay) -> Mark:
        vague = len(one.day) < len("2024-01-01")
        return Mark(
            one.day,
            self._sum_box(int(one.day[5:7])) if vague else self._box(date.fromisoformat(one.day)),
            one.articles,
            search=around(self._search, one.day, one.day) if len(one.articles) > 1 else "",
        )

    def _sum_box(self, month: int) -> QRectF:
        """Where it is said of a month what is known without its day."""
        corner, wide = self._corners[month - 1], 7 * self._cell
        return QRectF(corner.x() + wide / 2, corner.y() + 1, wide / 2 - 2, max(self._head / 2 - 4, 10))

    def find(self, key: str) -> Mark | None:
        """Any day of the year, also one without a meeting."""
        if key in self._days:
            return self._mark(self._days[key])
        try:
            day = date.fromisoformat(key)
        except ValueError:
            return None
        return Mark(key, self._box(day)) if day.year == self._year.year else None

    def next(self, mark: Mark, by: int) -> Mark | None:
        """The next day with a meeting, or month with one of which no day is told."""
        days = [day for day in self._days if (day > mark.key if by > 0 else day < mark.key)]
        return self.find(days[0 if by > 0 else -1]) if days else None

    def step(self, mark: Mark, towards: Towards) -> Mark | None:
        """A day back or on, a week up or down."""
        across, down = towards.value
        try:
            day = date.fromisoformat(mark.key)
        except ValueError:  # a month
            day = date.fromisoformat(f"{mark.key}-01") - timedelta(days=max(across, 0) + 7 * max(down, 0))
        try:
            return self.find((day + timedelta(days=across + 7 * down)).isoformat())
        except OverflowError:
            return None

    def first(self) -> Mark | None:
        """The first day with a meeting; else that of the year."""
        return super().first() or self.find(f"{self._year.year:04}-01-01")

    def last(self) -> Mark | None:
        """The last day with a meeting; else that of the year."""
        return super().last() or self.find(f"{self._year.year:04}-12-31")

    def told(self, mark: Mark) -> str:
        """A day and what was on it."""
        one = self._days.get(mark.key)
        said = told(self._year, one) if one else f"{words.day(mark.key)}  ·  no meeting"
        try:
            return f"{WEEKDAYS[date.fromisoformat(mark.key).weekday()]}, {said}"
        except ValueError:
            return f"Day not told  ·  {said}"

    # -- painting

    def paint(self, painter: QPainter, exposed: QRectF, look: Look) -> None:
        """The months that are seen."""
        high = self._head + 6 * self._cell
        for month, corner in enumerate(self._corners, 1):
            if exposed.intersects(QRectF(corner, QSizeF(7 * self._cell, high))):
                self._paint_month(painter, month, corner, look)

    def _paint_month(self, painter: QPainter, month: int, corner: QPointF, look: Look) -> None:
        year = self._year.year
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        wide = 7 * self._cell
        painter.setFont(look.strong)
        painter.setPen(look.colour("text"))
        name = MONTHS[month - 1]
        painter.drawText(QRectF(corner.x() + 2, corner.y(), wide, look.line), left, name)
        self._paint_sum(painter, month, corner, look)
        painter.setFont(look.small)
        painter.setPen(look.colour("text.muted"))
        for number in range(7):
            box = QRectF(corner.x() + number * self._cell, corner.y() + look.line + 2, self._cell, look.line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, WEEK[(number + self._monday) % 7])
        y = corner.y() + self._head - 2.5
        painter.setPen(QPen(look.colour("border"), 1))
        painter.drawLine(QPointF(corner.x(), y), QPointF(corner.x() + wide, y))
        day = date(year, month, 1)
        while day.month == month:
            self._paint_day(painter, day, look)
            if day == date.max:
                break
            day += timedelta(days=1)

    def _paint_sum(self, painter: QPainter, month: int, corner: QPointF, look: Look) -> None:
        """At the name of a month: how many meetings, and of how many no day is told."""
        begins = f"{self._year.year:04}-{month:02}"
        known = sum(one.meetings for one in self._year.days if one.day.startswith(begins))
        vague = sum(one.meetings for one in self._year.months if one.day == begins)
        said = " ".join(
            filter(None, (f"{known:,}" if known else "", f"+{vague} day not told" if vague else ""))
        )
        painter.setFont(look.small)
        painter.setPen(look.colour("text.secondary"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRectF(corner.x(), corner.y(), 7 * self._cell - 4, look.line), right, said)

    def _paint_day(self, painter: QPainter, day: date, look: Look) -> None:
        box, one = self._box(day), self._days.get(day.isoformat())
        small = max(9, min(round(self._cell * 0.4), look.small.pixelSize()))
        if one is None:
            painter.setFont(_sized(look.small, small))
            painter.setPen(look.colour("text.muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
            return
        count, roomy = one.meetings, self._cell >= ROOM_FOR_BOTH
        part = log2(count + 1) / log2(self._most + 1) if roomy else 0
        role = "accent" if count >= self._many else "accent.pale" if count >= self._few else "accent.faint"
        on_accent = role == "accent" and bool(one.held)
        paint_ground(painter, box, role if one.held else "", look, part)
        ink = look.colour("text.on_accent" if on_accent else "text")
        painter.setPen(ink)
        if count == 1 and not roomy:
            painter.setFont(_sized(look.strong, small))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
            return
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.setFont(_sized(look.small, small if roomy else 9 if self._cell > 23 else 8))
        painter.drawText(box.adjusted(2.5, 0.5 if not roomy else 2, 0, 0), corner, str(day.day))
        painter.setFont(_sized(look.strong, max(11, min(round(self._cell * 0.42), 22))))
        inside = box.adjusted(0, 0, -2.5, -5 if roomy else -0.5)
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, _short(count))


def _sized(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    return made


def _short(count: int) -> str:
    return str(count) if count < 1000 else f"{count // 1000}k"


def paint_ground(painter: QPainter, box: QRectF, role: str, look: Look, bar: float = 0.0) -> None:
    """The ground of a day in a colour, dashed without one; a bar is the longer the more there were."""
    painter.setPen(QPen(look.colour("accent"), 1.2, Qt.PenStyle.SolidLine if role else Qt.PenStyle.DashLine))
    painter.setBrush(look.colour(role or "base"))
    painter.drawRoundedRect(box, 4, 4)
    if bar:
        line = QRectF(box.left() + 3, box.bottom() - 4, (box.width() - 6) * min(bar, 1.0), 2.5)
        painter.fillRect(line, look.colour("text.on_accent" if role == "accent" else "accent"))


def _sign(words: str, role: str) -> Callable[[QPainter, QRectF, Look], None]:
    def paint(painter: QPainter, box: QRectF, look: Look) -> None:
        paint_ground(painter, box.adjusted(0, 1, 0, -1), role, look)
        painter.setFont(_sized(look.strong, 10))
        painter.setPen(look.colour("text.on_accent" if role == "accent" else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    return paint


def _planned_sign(painter: QPainter, box: QRectF, look: Look) -> None:
    paint_ground(painter, box.adjusted(0, 1, 0, -1), "", look)

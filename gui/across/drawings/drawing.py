"""What a drawing is to the frame that shows it: an answer, its place on the plane, and how it is painted."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from store.across.page import Link, Page

PIXELS_A_POINT = 96 / 72


class Look:
    """Colours and letters. Letters are in pixels, so that paper and screen have them alike."""

    def __init__(self, colour: Callable[[str], QColor], family: QFont, points: float) -> None:
        self.colour = colour
        self.font = self._sized(family, points)
        self.small = self._sized(family, points * 0.87)
        self.strong = self._sized(family, points)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.large = self._sized(family, points * 1.35)
        self.large.setWeight(QFont.Weight.DemiBold)
        self.metrics = QFontMetricsF(self.font)
        self.small_metrics = QFontMetricsF(self.small)
        self.strong_metrics = QFontMetricsF(self.strong)

    @property
    def line(self) -> float:
        """Pixels from one line of text to the next."""
        return self.metrics.height()

    @staticmethod
    def _sized(family: QFont, points: float) -> QFont:
        made = QFont(family)
        made.setPixelSize(max(6, round(points * PIXELS_A_POINT)))
        return made


@dataclass(frozen=True, slots=True)
class Mark:
    """Something of a drawing that can be gone to. It opens its articles, or leads somewhere else."""

    key: str  # the same one whenever the drawing is laid out
    box: QRectF
    articles: tuple[int, ...] = ()
    link: Link | None = None  # goes before the articles
    search: str = ""  # finds them all in the list, where there are several
    round: bool = False  # the ring around it
    also: tuple[tuple[str, Link], ...] = ()  # where its menu leads besides: the words, and where to


class Towards(Enum):
    """Arrow keys."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


@dataclass(frozen=True, slots=True)
class Option:
    """One of several addresses."""

    text: str
    link: Link | None  # None: there is none (the year before the first)
    on: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Addresses among which one is taken."""

    label: str  # "Rows"; of a group of buttons that say it themselves it is only read aloud
    options: tuple[Option, ...]
    shows_label: bool = True


Sign = tuple[Callable[[QPainter, QRectF, Look], None], str]
"""How a sign of the legend is painted, and what it says."""


class Drawing(ABC):
    """See the package for what each part is for."""

    most_zoom = 40.0
    choices: tuple[Choice, ...] = ()
    legend: tuple[Sign, ...] = ()
    nothing: tuple[str, str] | None = None

    def __init__(self, page: Page) -> None:
        self.page = page
        self.size = QSizeF(1, 1)
        self.marks: Sequence[Mark] = ()
        self.pointed: Mark | None = None  # under the pointer, or with the keyboard: the frame tells it

    @abstractmethod
    def lay_out(self, room: QSizeF, zoom: float, look: Look) -> None:
        """Put everything into place: sets ``size`` and ``marks``, in the order of reading."""

    @abstractmethod
    def paint(self, painter: QPainter, exposed: QRectF, look: Look) -> None:
        """Paint what is in a part of the plane."""

    def paint_over(self, painter: QPainter, view: QRectF, look: Look) -> None:
        """Paint what stays in view."""
        return

    @abstractmethod
    def told(self, mark: Mark) -> str:
        """A mark in one line of words."""

    def find(self, key: str) -> Mark | None:
        """The mark of that key, or that which has taken its place."""
        return next((mark for mark in self.marks if mark.key == key), None)

    def number_of(self, mark: Mark) -> int:
        """Which of ``marks`` it is; -1 where it is none of them."""
        return next((n for n, one in enumerate(self.marks) if one.key == mark.key), -1)

    def first(self) -> Mark | None:
        """The first one in the order of reading."""
        return self.marks[0] if self.marks else None

    def last(self) -> Mark | None:
        """The last one."""
        return self.marks[-1] if self.marks else None

    def next(self, mark: Mark, by: int) -> Mark | None:
        """The one after (1) or before (-1); None beyond the ends."""
        at = next((n for n, one in enumerate(self.marks) if one.key == mark.key), None)
        return self.marks[at + by] if at is not None and 0 <= at + by < len(self.marks) else None

    def over_at(self, place: QPointF) -> Link | None:
        """Where what stays in view leads, at its left."""
        return None

    def over_told(self, place: QPointF) -> str:
        """The same in words."""
        return ""

    def turn(self, by: int) -> Link | None:
        """Another drawing, a page further (1) or back (-1); None where it is only scrolled."""
        return None

    def at(self, place: QPointF) -> Mark | None:
        """The mark in some place, the uppermost first."""
        return next((mark for mark in reversed(self.marks) if mark.box.contains(place)), None)

    def covered(self) -> tuple[float, float]:
        """So much of the left and of the top of a view is under what stays in view."""
        return 0.0, 0.0

    def row_height(self) -> float:
        """On paper nothing is cut within so much of its height; 0 where it may be cut anywhere."""
        return 0.0

    def first_place(self) -> QPointF:
        """Where to begin, as a part of the plane, when it is seen first and does not fit."""
        return QPointF(0, 0)

    # -- the same place at another zoom

    def part_of(self, point: QPointF) -> QPointF:
        """A place as parts of the whole: from (0, 0) to (1, 1)."""
        return QPointF(point.x() / self.size.width(), point.y() / self.size.height())

    def point_at(self, part: QPointF) -> QPointF:
        """The place of such parts."""
        return QPointF(part.x() * self.size.width(), part.y() * self.size.height())

    # -- keys

    def step(self, mark: Mark, towards: Towards) -> Mark | None:
        """The nearest mark in some direction."""
        across, down = towards.value
        here = mark.box.center()
        best: tuple[float, Mark] | None = None
        for other in self.marks:
            gap = other.box.center() - here
            ahead = gap.x() * across + gap.y() * down
            aside = abs(gap.x() * down) + abs(gap.y() * across)
            if ahead > 0.5 and aside <= 2 * ahead + 1 and other is not mark:
                far = ahead + 2 * aside
                if best is None or far < best[0]:
                    best = far, other
        return best[1] if best else None

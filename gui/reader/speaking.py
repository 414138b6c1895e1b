"""The strip as a screen reader goes through it: each place a link to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

if TYPE_CHECKING:
    from gui.access import Spoken
    from gui.reader.strip import Strip


class Speaking:
    """What ``gui/access`` asks of the strip. The keyboard is never here, it goes to the words themselves."""

    def __init__(self, strip: Strip) -> None:
        self._strip = strip

    def count(self) -> int:
        """How many places there are."""
        return len(self._strip.places)

    def part(self, number: int) -> Spoken:
        """A place: a mark, a highlight or a hit."""
        from gui.access import Spoken

        strip, place = self._strip, self._strip.places[number]
        corner = strip.mapToGlobal(QPoint(0, round(strip.heights[number]) - 1))
        box = QRect(corner, QSize(strip.width(), 3))
        return Spoken(place.told, box, lambda: strip.place_asked.emit(place), "link", place.current)

    def at(self, place: QPoint) -> int:
        """The place nearest to one of the screen."""
        near = self._strip.places_near(self._strip.mapFromGlobal(place).y())
        return list(self._strip.places).index(near[0]) if near else -1

    def current(self) -> int:
        """None."""
        return -1

"""Where meetings stand in the rows of a timeline, and which come together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

from gui.across.drawings import signs
from gui.across.drawings.drawing import Look, Mark
from gui.across.drawings.timeaxis import UNITS, Axis, Unit, span_of
from store.across.lanes import Lane

CLOSE = 15.0
"""Marks nearer to each other than this are one."""

PILL = 13.0
"""Pixels around the number of those that are one."""


@dataclass(slots=True)
class Placed:
    """A meeting, or some that stand too close, in its row."""

    first: int  # of the spots of the row
    last: int
    x: float
    left: float
    right: float


class Row:
    """A row, put into place as far as it is looked at."""

    def __init__(self, lane: Lane) -> None:
        self.lane = lane
        self.spans = [span_of(spot.day) for spot in lane.spots]
        self.middles = sorted(((a + b) / 2, n) for n, (a, b) in enumerate(self.spans))
        self.placed: list[Placed] | None = None
        self.top = 0.0

    def place(self, axis: Axis, look: Look) -> list[Placed]:
        """What stands in it, left to right."""
        if self.placed is None:
            self.placed = placed(self, axis, look)
        return self.placed


def placed(row: Row, axis: Axis, look: Look) -> list[Placed]:
    """Meetings that stand too close come together, those of one month, of one year: as there is room."""
    letter = look.small_metrics.horizontalAdvance("0")
    edges = axis.edges(_unit(row, axis, letter))
    places = [axis.x(day) for day, _ in row.middles]
    made: list[Placed] = []
    start, part, half = 0, 0, signs.SIZE / 2
    for at in range(1, len(places) + 1):
        x = places[at - 1]
        while part + 2 < len(edges) and x >= edges[part + 1]:
            part += 1
        if at < len(places) and places[at] - x < CLOSE and places[at] < edges[part + 1]:
            continue
        if at - start == 1:
            number = row.middles[start][1]
            made.append(Placed(number, number, x, x - half, x + half))
        else:
            numbers = [n for _, n in row.middles[start:at]]
            middle = (places[start] + x) / 2
            wide = (len(f"{at - start:,}") * letter + PILL) / 2
            middle = min(max(middle, edges[part] + wide), max(edges[part + 1] - wide, edges[part] + wide))
            made.append(Placed(min(numbers), max(numbers), middle, middle - wide, middle + wide))
        start = at
    return _apart(made, letter)


def _unit(row: Row, axis: Axis, letter: float) -> Unit:
    """The smallest part of time that has room for how many stand in it, as many as there are on the whole."""
    days = max(row.spans[-1][1] - row.spans[0][0], 1.0)
    return next(
        (
            unit
            for unit in UNITS
            if unit.days * axis.scale
            >= len(f"{round(2 * len(row.spans) * unit.days / days) + 1:,}") * letter + PILL + 2
        ),
        UNITS[-1],
    )


def _apart(made: list[Placed], letter: float) -> list[Placed]:
    """Neighbours that would hide each other are one, too."""
    kept: list[Placed] = []
    for one in made:
        if kept and one.left < kept[-1].right - 2:
            before = kept.pop()
            first, last = min(before.first, one.first), max(before.last, one.last)
            x = (before.x + one.x) / 2
            half = (len(f"{last - first + 1:,}") * letter + PILL) / 2
            one = Placed(first, last, x, x - half, x + half)
        kept.append(one)
    return kept


class Marks(Sequence[Mark]):
    """All marks, row by row: each is made when it is asked for, as a screen reader does."""

    def __init__(self, count: Callable[[], int], mark: Callable[[int], Mark]) -> None:
        self._count, self._mark = count, mark

    def __len__(self) -> int:
        return self._count()

    @overload
    def __getitem__(self, number: int) -> Mark: ...

    @overload
    def __getitem__(self, number: slice) -> list[Mark]: ...

    def __getitem__(self, number: int | slice) -> Mark | list[Mark]:
        if isinstance(number, slice):
            return [self._mark(one) for one in range(*number.indices(len(self)))]
        return self._mark(number if number >= 0 else number + len(self))

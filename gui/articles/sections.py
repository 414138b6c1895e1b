"""Where the groups of a list and their articles stand in it; nothing here knows of widgets.

A list that is not grouped is one group without a header.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from store.model import Group

HEADER = -1
"""The row of a group that is its header."""


class Sections:
    """Places from top to bottom, as numbers of groups and of rows in them."""

    def __init__(self, groups: Sequence[Group], folded: Collection[str] = (), plain: int = 0) -> None:
        self.groups = tuple(groups)
        self._folded = {n for n, group in enumerate(self.groups) if group.key in folded}
        self._plain = plain
        self._firsts: list[int] = []
        self._count = plain
        self.lay_out()

    @property
    def count(self) -> int:
        """How many places there are."""
        return self._count

    def at(self, place: int) -> tuple[int, int]:
        """The group of a place, and which of its rows it is; ``HEADER`` for the first."""
        if not self.groups:
            return 0, place
        number = bisect_right(self._firsts, place) - 1
        return number, place - self._firsts[number] + HEADER

    def place(self, number: int, row: int) -> int | None:
        """Where a row of a group stands; None where the group is folded."""
        if not self.groups:
            return row
        if row != HEADER and number in self._folded:
            return None
        return self._firsts[number] + row - HEADER

    def size(self, number: int) -> int:
        """How many articles a group has."""
        return self.groups[number].count if self.groups else self._plain

    def is_header(self, place: int) -> bool:
        """Whether the name of a group stands there."""
        return bool(self.groups) and 0 <= place < self._count and self.at(place)[1] == HEADER

    def is_folded(self, number: int) -> bool:
        """Whether only the name of a group is shown."""
        return number in self._folded

    @property
    def folded_keys(self) -> set[str]:
        """The keys of the groups that are folded."""
        return {self.groups[number].key for number in self._folded}

    def headers(self) -> Iterable[int]:
        """The places of all names, top to bottom."""
        return self._firsts

    def fold(self, number: int, folded: bool, *, lay_out: bool = True) -> None:
        """Show only the name of a group, or its articles too; places hold once all are laid out."""
        (self._folded.add if folded else self._folded.discard)(number)
        if lay_out:
            self.lay_out()

    def parts(self, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """Ranges of places as groups with a first and a last row; all rows where a header is among them."""
        chosen: dict[int, list[tuple[int, int]]] = {}
        for first, last in ranges:
            first, last = max(0, first), min(last, self._count - 1)
            while first <= last:
                number, row = self.at(first)
                rest = self.size(number) - 1 if number not in self._folded else HEADER
                end = min(rest, row + last - first)
                chosen.setdefault(number, []).append((row, end))
                first += end - row + 1
        for number in sorted(chosen):
            rows = chosen[number]
            if any(first == HEADER for first, _ in rows):
                yield number, 0, self.size(number) - 1
            else:
                yield from ((number, first, last) for first, last in rows)

    def lay_out(self) -> None:
        """Say anew where everything stands."""
        if not self.groups:
            return
        place = 0
        self._firsts = []
        for number, group in enumerate(self.groups):
            self._firsts.append(place)
            place += 1 if number in self._folded else 1 + group.count
        self._count = place

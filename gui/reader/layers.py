"""What lies on the words: stretches of the document with their looks, found by place, in lanes.

Positions are those of the document (UTF-16 units), half-open. Pure: nothing here is painted.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gui.reader.looks import LANELESS, Look

LANES = 4  # strokes under one another; more would run into the next line
_BUCKET = 256


class Stretch(NamedTuple):
    """A stretch of the document with one look. ``lane`` counts from the base line down."""

    start: int
    end: int
    look: Look
    lane: int = 0


class Layers:
    """Stretches in drawing order, quick to find for any part of the document."""

    def __init__(self, stretches: Iterable[Stretch] = ()) -> None:
        unique = dict.fromkeys(s for s in stretches if s.start < s.end)
        self._all = list(unique)
        self._buckets: dict[int, list[int]] = defaultdict(list)
        buckets = self._buckets
        for number, (start, end, _, _) in enumerate(self._all):
            first, last = start // _BUCKET, (end - 1) // _BUCKET
            buckets[first].append(number)
            if last != first:
                for bucket in range(first + 1, last + 1):
                    buckets[bucket].append(number)

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Stretch]:
        return iter(self._all)

    def on(self, start: int, end: int) -> list[Stretch]:
        """What lies on ``[start, end)``, in drawing order."""
        if start >= end:
            return []
        first, last = start // _BUCKET, (end - 1) // _BUCKET
        numbers: Iterable[int]
        if first == last:
            numbers = self._buckets.get(first, ())
        else:
            numbers = sorted({n for b in range(first, last + 1) for n in self._buckets.get(b, ())})
        found = (self._all[number] for number in numbers)
        return [s for s in found if s.start < end and s.end > start]


def in_lanes(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The same stretches in the same order, strokes that overlap put under one another.

    A person's own come first, then the shorter lies nearer to the words. Fills, boxes and hooks take no
    lane; beyond ``LANES`` the last is shared.
    """
    made = list(stretches)
    crowd: list[int] = []  # strokes of which each overlaps another of them, most articles have few
    end = -1
    for number in _strokes(stretches):
        stretch = stretches[number]
        if stretch.start >= end and crowd:
            if len(crowd) > 1:
                _share_lanes(made, crowd)
            crowd = []
        crowd.append(number)
        end = max(end, stretch.end)
    if len(crowd) > 1:
        _share_lanes(made, crowd)
    return made


def _strokes(stretches: Sequence[Stretch]) -> list[int]:
    """Numbers of the stretches that take a lane, in text order."""
    found = [
        (start, number)
        for number, (start, _, look, _) in enumerate(stretches)
        if look.line is not None and look.shape not in LANELESS
    ]
    found.sort()
    return [number for _, number in found]


def _share_lanes(made: list[Stretch], numbers: Iterable[int]) -> None:
    order = sorted(numbers, key=lambda n: (not made[n].look.strong, made[n].end - made[n].start, n))
    lanes: list[list[tuple[int, int]]] = [[] for _ in range(LANES)]
    for number in order:
        stretch = made[number]
        lane = next((n for n in range(LANES - 1) if _free(lanes[n], stretch)), LANES - 1)
        insort(lanes[lane], (stretch.start, stretch.end))
        if lane:
            made[number] = stretch._replace(lane=lane)


def _free(taken: list[tuple[int, int]], stretch: Stretch) -> bool:
    """Whether a lane, whose stretches never overlap, has room."""
    at = bisect_left(taken, (stretch.start, 0))
    before = at > 0 and taken[at - 1][1] > stretch.start
    after = at < len(taken) and taken[at][0] < stretch.end
    return not before and not after

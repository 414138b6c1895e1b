"""Where those who met stand: in a ring, those of one side together, names outside, lines inside.

Names stand one below the other on either side, so that none lies over another one. The same network is always
laid out alike: nothing here is left to chance.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Ties = Mapping[tuple[str, str], int]
"""How often each two met."""

Point = tuple[float, float]

SWEEPS = 12
FLAT = 0.86
"""So far up and down the ring is cut: at 1 the highest name of either side would stand in the middle."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's place. ``side``: where the name stands, 1 to the right, -1 to the left, 0 below."""

    x: float
    y: float
    side: int


@dataclass(frozen=True, slots=True)
class Sides:
    """Who stands on the left and on the right, from above; and who in the middle."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    middle: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """So many names stand one below the other."""
        return max(len(self.left), len(self.right))


def seated(groups: Mapping[str, str], ties: Ties, middle: Sequence[str] = ()) -> Sides:
    """Who stands where. ``groups``: of everybody the side, the most important first."""
    around = [key for key in groups if key not in middle]
    strength = _strength(ties)
    together: dict[str, list[str]] = defaultdict(list)
    for key in around:
        together[groups[key]].append(key)
    order = _groups_in_order(together, groups, ties)
    if len(order) == 2:  # each has one side of the ring
        left, right = _level(together[order[0]], together[order[1]], strength)
        return Sides(tuple(left), tuple(right), tuple(middle))
    ring = _untangled([key for group in order for key in together[group]], groups, strength)
    half = (len(ring) + 1) // 2
    return Sides(tuple(ring[:half]), tuple(reversed(ring[half:])), tuple(middle))


def _level(
    left: Sequence[str], right: Sequence[str], strength: Mapping[str, Mapping[str, int]]
) -> tuple[Sequence[str], Sequence[str]]:
    """Both sides, everybody as high as those whom they met are on the other one."""
    for _ in range(SWEEPS):
        before = left, right
        right = _as_high(right, left, strength)
        left = _as_high(left, right, strength)
        if before == (left, right):
            break
    return left, right


def _as_high(
    keys: Sequence[str], others: Sequence[str], strength: Mapping[str, Mapping[str, int]]
) -> Sequence[str]:
    place = {key: number / max(1, len(others) - 1) for number, key in enumerate(others)}
    wanted = {}
    for number, key in enumerate(keys):
        met = [(place[one], times) for one, times in strength.get(key, {}).items() if one in place]
        total = sum(times for _, times in met)
        here = number / max(1, len(keys) - 1)
        wanted[key] = sum(where * times for where, times in met) / total if total else here
    return sorted(keys, key=lambda key: (wanted[key], keys.index(key)))


def _strength(ties: Ties) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for (first, second), count in ties.items():
        found[first][second] = found[second][first] = count
    return found


def _groups_in_order(
    together: Mapping[str, Sequence[str]], groups: Mapping[str, str], ties: Ties
) -> list[str]:
    """The largest group, then always the one that has most to do with the last one."""
    between: dict[frozenset[str], int] = defaultdict(int)
    for (first, second), count in ties.items():
        between[frozenset((groups[first], groups[second]))] += count
    rest = sorted(together, key=lambda group: (-len(together[group]), group))
    order = rest[:1]
    rest = rest[1:]
    while rest:
        last = order[-1]
        rest.sort(key=lambda group: (-between[frozenset((last, group))], -len(together[group]), group))
        order.append(rest.pop(0))
    return order


def _untangled(
    ring: list[str], groups: Mapping[str, str], strength: Mapping[str, Mapping[str, int]]
) -> list[str]:
    """Everybody nearer to those whom they met, without leaving their group."""
    count = len(ring)
    if count < 3:
        return ring
    for _ in range(SWEEPS):
        angle = {key: 2 * math.pi * place / count for place, key in enumerate(ring)}
        wanted: dict[str, float] = {}
        for key in ring:
            x = y = 0.0
            for other, times in strength.get(key, {}).items():
                if other in angle:
                    x += times * math.cos(angle[other])
                    y += times * math.sin(angle[other])
            here = angle[key]
            wanted[key] = here - 0.5 * math.sin(here - math.atan2(y, x)) if x or y else here
        again: list[str] = []
        for group in dict.fromkeys(groups[key] for key in ring):
            again += sorted((k for k in ring if groups[k] == group), key=lambda k: (wanted[k], k))
        if again == ring:
            break
        ring = again
    return ring


def placed(
    sides: Sides, groups: Mapping[str, str], pitch: float, radius: float, middle: Point, gap: float = 0.0
) -> dict[str, Seat]:
    """The seat of everybody, around a middle.

    ``pitch``: from a name to the next below it; ``gap``: so much more between two groups; ``radius``: from
    the middle to the far left and right.
    """
    x, y = middle
    seats: dict[str, Seat] = {}
    tallest = max(height(sides.left, groups, pitch, gap), height(sides.right, groups, pitch, gap), pitch)
    for keys, side in ((sides.left, -1), (sides.right, 1)):
        down = -height(keys, groups, pitch, gap) / 2
        before = ""
        for key in keys:
            if before:
                down += pitch + (gap if groups[key] != groups[before] else 0)
            part = FLAT * down / (tallest / 2)
            seats[key] = Seat(x + side * radius * math.sqrt(max(0.0, 1 - part * part)), y + down, side)
            before = key
    apart = radius * 0.3
    for place, key in enumerate(sides.middle):
        aside = (place - (len(sides.middle) - 1) / 2) * 2 * apart
        seats[key] = Seat(x + aside, y, 0)
    return seats


def height(keys: Iterable[str], groups: Mapping[str, str], pitch: float, gap: float) -> float:
    """From the highest of one side to the lowest."""
    told = [groups[key] for key in keys]
    breaks = sum(one != other for one, other in pairwise(told))
    return max(0, len(told) - 1) * pitch + breaks * gap


def bend(start: Point, end: Point, middle: Point, radius: float) -> Point:
    """Through where a line between two leaves the straight: those far apart nearly through the middle."""
    half = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    far = math.dist(start, end)
    pull = 0.6 * min(1.0, far / max(radius, 1.0))
    if min(math.dist(start, middle), math.dist(end, middle)) < 1:
        pull = 0.0  # from the middle straight on
    return half[0] + (middle[0] - half[0]) * pull, half[1] + (middle[1] - half[1]) * pull


def on_curve(start: Point, through: Point, end: Point, part: float) -> Point:
    """A point of the curve: 0 its start, 1 its end."""
    rest = 1 - part
    return (
        rest * rest * start[0] + 2 * rest * part * through[0] + part * part * end[0],
        rest * rest * start[1] + 2 * rest * part * through[1] + part * part * end[1],
    )


PIECES = 16
"""A curve is looked at in so many straight pieces."""


def pieces(start: Point, through: Point, end: Point) -> list[Point]:
    """Points of the curve, from its start to its end."""
    return [on_curve(start, through, end, part / PIECES) for part in range(PIECES + 1)]


def far(place: Point, points: Sequence[Point]) -> float:
    """From a place to the nearest of the straight pieces between points."""
    x, y = place
    best = math.inf
    for (ax, ay), (bx, by) in pairwise(points):
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        part = ((x - ax) * dx + (y - ay) * dy) / length if length else 0.0
        part = 0.0 if part < 0 else min(part, 1.0)
        best = min(best, math.hypot(x - ax - part * dx, y - ay - part * dy))
    return best

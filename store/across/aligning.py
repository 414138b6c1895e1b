"""Which sentence of one article is which of another: in order as far as can be, the rest as moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.across.likeness import likeness
from store.across.sentences import Sentence

ALIKE = 0.45
"""From here on two sentences in the same place say the same in other words."""

MOVED = 0.6
"""From here on they do so wherever they stand."""


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of one article and that of the other, by their places."""

    first: int
    second: int
    likeness: float
    moved: bool = False


def matches(one: Sequence[Sentence], other: Sequence[Sentence]) -> list[Match]:
    """The sentences that belong together, each at most once, by their places in ``one``."""
    alike = _likenesses(one, other)
    found = [Match(a, b, alike[a, b]) for a, b in _in_order(len(one), len(other), alike)]
    firsts, seconds = {match.first for match in found}, {match.second for match in found}
    rest = [
        (-score, a, b)
        for (a, b), score in alike.items()
        if score >= MOVED and a not in firsts and b not in seconds
    ]
    for score, a, b in sorted(rest):
        if a not in firsts and b not in seconds:
            firsts.add(a)
            seconds.add(b)
            found.append(Match(a, b, -score, moved=True))
    return sorted(found, key=lambda match: (match.first, match.second))


def _likenesses(one: Sequence[Sentence], other: Sequence[Sentence]) -> dict[tuple[int, int], float]:
    """How alike any two sentences are that are alike at all."""
    found: dict[tuple[int, int], float] = {}
    for a, first in enumerate(one):
        for b, second in enumerate(other):
            # Most pairs have nothing in common, and need no closer look.
            if first.telling.isdisjoint(second.telling) and first.stems != second.stems:
                continue
            score = likeness(first, second)
            if score >= ALIKE:
                found[a, b] = score
    return found


def _in_order(rows: int, columns: int, alike: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs, no two of them crossing, that are the most alike together."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        for b in range(columns - 1, -1, -1):
            score = max(best[a + 1][b], best[a][b + 1])
            if (a, b) in alike:
                score = max(score, best[a + 1][b + 1] + alike[a, b])
            best[a][b] = score
    found = []
    a = b = 0
    while a < rows and b < columns:
        if (a, b) in alike and best[a][b] == best[a + 1][b + 1] + alike[a, b]:
            found.append((a, b))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return found

"""Which sentence of one article is which of another: in order as far as can be, the rest as moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter

from store.across.likeness import likeness
from store.across.sentences import Sentence

ALIKE = 0.45
"""From here on two sentences in the same place say the same in other words."""

MOVED = 0.6
"""From here on they do so wherever they stand."""

_LOOKED_AT = 40  # sentences for each
_COMMON = 60  # sentences with a word that does not tell one from another


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
    found = [Match(a, b, alike[a, b]) for a, b in _in_order(len(other), alike)]
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
    having: dict[str, list[int]] = {}
    bare: dict[tuple[str, ...], list[int]] = {}
    for place, sentence in enumerate(other):
        for word in sentence.telling:
            having.setdefault(word, []).append(place)
        if not sentence.telling:
            bare.setdefault(sentence.stems, []).append(place)
    found: dict[tuple[int, int], float] = {}
    for place, sentence in enumerate(one):
        words = [having[word] for word in sentence.telling if word in having]
        rare = [places for places in words if len(places) <= _COMMON] or words
        shared = Counter(chain.from_iterable(rare))
        # Of a text that says nearly the same all the time, those in about the same place.
        near = sorted(shared, key=lambda there: (-shared[there], abs(there - place)))[:_LOOKED_AT]
        for there in near:
            score = likeness(sentence, other[there])
            if score >= ALIKE:
                found[place, there] = score
        if not sentence.telling:
            found.update(((place, there), 1.0) for there in bare.get(sentence.stems, ()))
    return found


def _in_order(columns: int, alike: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs, no two of them crossing, that are the most alike together."""
    best: list[tuple[float, int]] = [(0.0, -1)] * (columns + 1)  # a Fenwick tree: the best up to a column
    links: list[tuple[tuple[int, int], int]] = []  # a pair, and the one before it in the best row of pairs
    for a, row in groupby(sorted(alike), key=itemgetter(0)):
        added = []
        for _, b in row:
            score, before = _best_up_to(best, b)
            links.append(((a, b), before))
            added.append((b + 1, score + alike[a, b], len(links) - 1))
        # Only now: a sentence of the first article belongs to one of the second.
        for column, score, link in added:
            while column <= columns:
                if score > best[column][0]:
                    best[column] = score, link
                column += column & -column
    found = []
    _, link = _best_up_to(best, columns)
    while link >= 0:
        pair, link = links[link]
        found.append(pair)
    return found[::-1]


def _best_up_to(best: Sequence[tuple[float, int]], column: int) -> tuple[float, int]:
    found = (0.0, -1)
    while column:
        if best[column][0] > found[0]:
            found = best[column]
        column &= column - 1
    return found

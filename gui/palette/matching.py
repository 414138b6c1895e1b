"""Which entries fit what was typed, the best first, and which of their letters did.

Both sides are folded (``kadioglu`` fits Kadıoğlu). Each word that was typed must fit: the beginning of a word
of the title best, then letters within one, the first letters of all words (``mar`` for *Mark all read*),
a word of the menu or the tip, and where hardly anything fits, a word that is spelled almost so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from gui.palette.entries import Entry
from store.folding import fold, fold_with_map
from store.model import Span

ALMOST = 80.0
"""So much alike, of 100, are a word and one that is spelled almost so."""

FEW = 5
"""With fewer fitting entries than this, words that are spelled almost so are sought too."""

SPELLED_AT_MOST = 1500
"""So many entries are looked through for words that are spelled almost so: that takes longer."""

MOST = 60
"""So many entries are shown."""

_WORD = re.compile(r"[0-9a-z]+")
_SHORTEST_SPELLED = 4  # of fewer letters, almost everything is spelled almost so


class Rank(NamedTuple):
    """How well an entry fits, the least the best; ``parts`` are the fitting stretches of the folded title."""

    grade: int  # 0 beginnings, 1 within, 2 first letters, 3 by menu or tip, 4 almost
    place: int  # of the first fitting word
    parts: tuple[tuple[int, int], ...]


class Found(NamedTuple):
    """An entry that fits, and the letters of its title that do."""

    entry: Entry
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Known:
    """An entry made ready to be looked through again and again."""

    entry: Entry

    @cached_property
    def title(self) -> str:
        """The folded title."""
        return fold(self.entry.title)

    @cached_property
    def starts(self) -> tuple[tuple[int, str], ...]:
        """The words of the title with where they begin."""
        return tuple((found.start(), found[0]) for found in _WORD.finditer(self.title))

    @cached_property
    def initials(self) -> str:
        """The first letters of the words of the title."""
        return "".join(word[0] for _, word in self.starts)

    @cached_property
    def also(self) -> str:
        """The other words that find it, each after a space."""
        return " " + " ".join(_WORD.findall(fold(self.entry.also)))

    def marks(self, parts: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Stretches of the folded title as stretches of the title, those that touch made one."""
        joined: list[tuple[int, int]] = []
        for start, end in sorted(parts):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        whole = fold_with_map(self.entry.title)
        return tuple(whole.span(start, end) for start, end in joined)


def find(known: Iterable[Known], words: str, used: Sequence[str] = (), most: int = MOST) -> list[Found]:
    """The entries that fit, the best first; ``used`` are the names of those used last, the last one first."""
    return _best(known, words, used, most, almost=False)


def spelled(known: Iterable[Known], words: str, there: Iterable[Found] = ()) -> list[Found]:
    """The entries whose words are spelled almost so, but those that are ``there``; none where enough are."""
    names = {found.entry.name for found in there}
    if len(names) >= FEW:
        return []
    others = (one for one in islice(known, SPELLED_AT_MOST) if one.entry.name not in names)
    return _best(others, words, (), FEW, almost=True)


def _best(known: Iterable[Known], words: str, used: Sequence[str], most: int, *, almost: bool) -> list[Found]:
    wanted = _WORD.findall(fold(words))
    if not wanted:
        return []
    ranked = [(rank, one) for one in known if (rank := fitting(one, wanted, almost=almost)) is not None]
    last = {name: place for place, name in enumerate(used)}
    ranked.sort(key=lambda pair: _order(pair[0], pair[1], last))
    return [Found(one.entry, one.marks(rank.parts)) for rank, one in ranked[:most]]


def _order(rank: Rank, one: Known, last: Mapping[str, int]) -> tuple[object, ...]:
    used, deep = last.get(one.entry.name, len(last)), "›" in one.entry.detail
    return rank.grade, bool(one.entry.off), used, rank.place, len(one.title), deep


def fitting(one: Known, wanted: Sequence[str], *, almost: bool = False) -> Rank | None:
    """How an entry fits; ``None`` where a word does not."""
    grade, place = 0, 99
    parts: list[tuple[int, int]] = []
    for word in wanted:
        found = _word(one, word) or (_spelled(one, word) if almost else None)
        if found is None:
            break
        grade, place = max(grade, found.grade), min(place, found.place)
        parts += found.parts
    else:
        return Rank(grade, place, tuple(parts))
    joined = "".join(wanted)
    if len(joined) > 1 and one.initials.startswith(joined):
        firsts = one.starts[: len(joined)]
        return Rank(2, 0, tuple((start, start + 1) for start, _ in firsts))
    return None


def _word(one: Known, word: str) -> Rank | None:
    at = one.title.find(word)
    if at >= 0:
        for place, (start, whole) in enumerate(one.starts):
            if whole.startswith(word):
                return Rank(0, place, ((start, start + len(word)),))
        return Rank(1, 50, ((at, at + len(word)),))
    return Rank(3, 90, ()) if f" {word}" in one.also else None


def _spelled(one: Known, word: str) -> Rank | None:
    """The word of the title that is spelled almost so, or begins almost so."""
    if len(word) < _SHORTEST_SPELLED:
        return None
    from rapidfuzz import fuzz  # not before somebody mistypes

    best, found = ALMOST, None
    for start, whole in one.starts:
        for part in (whole, whole[: len(word)]):
            alike = fuzz.ratio(word, part, score_cutoff=best)
            if alike >= best and part[0] == word[0]:
                best, found = alike, Rank(4, round(100 - alike), ((start, start + len(part)),))
    return found

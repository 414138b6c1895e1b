"""Which names may be one person's: transliterations, initials, a name left out, a slip of spelling.

Names are compared as folded keys (``levent ergun``). Of very many names only those are compared that share
a surname or a given name as it sounds, and of these only neighbours in order, so that the time grows with
the number of names and not with its square.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

NEIGHBOURS = 40
"""So many names that follow it in the order of a block is each compared with."""

_MOST_WORDS = 8
_ALIKE = 0.8
"""From here on two longer words may be one, misspelt."""

_SOUNDS = (
    ("dzh", "c"), ("tch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("zh", "j"), ("kh", "h"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("dj", "c"), ("ck", "k"), ("ks", "h"), ("x", "h"), ("q", "g"),
    ("w", "v"), ("j", "c"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("e", "a"), ("o", "u"),
)  # fmt: skip
_SOUND = dict(_SOUNDS)
_LETTERS = re.compile("|".join(sound for sound, _ in _SOUNDS))
_TWICE = re.compile(r"(.)\1+")
_FEMALE = re.compile(r"(?:ava|uva|ina|skaia|ckaia|skaa)$")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two names are alike, and in what."""

    score: float
    why: str


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """A folded word as it sounds, whatever alphabet it was carried over from: ``yashar`` as ``iasar``."""
    return _TWICE.sub(r"\1", _LETTERS.sub(lambda found: _SOUND[found[0]], word))


def alike(first: str, second: str) -> Likeness | None:
    """Whether two folded names may be one person's."""
    one, other = first.split(), second.split()
    if not one or not other or one == other or max(len(one), len(other)) > _MOST_WORDS:
        return None
    if (len(other), len(second)) < (len(one), len(first)):
        one, other = other, one
    if sorted(map(sound, one)) == sorted(map(sound, other)) and min(map(len, one)) > 1:
        return Likeness(0.97, "the same name in another spelling" if one != other[::-1] else "turned round")
    if len(one) == 1:
        known = len(one[0]) > 2 and sound(one[0]) == sound(other[-1])
        return Likeness(0.5, "the surname alone") if known else None
    surname = _word(one[-1], other[-1])
    if surname is None:
        return None
    given = _given(one[:-1], other[:-1])
    if given is None or (surname < 1 and given.score < 0.9):
        return None
    if surname < 1:
        return Likeness(given.score * surname, "the surname spelt a little otherwise")
    return given


def _given(one: list[str], other: list[str]) -> Likeness | None:
    """The given names of one (not more of them) against those of the other."""
    if len(one) == len(other) and all(map(_initial, one)):
        pairs = list(zip(one, other, strict=True))
        fits = all(_begins(short, long) for short, long in pairs)
        return Likeness(0.7, "initials") if fits else None
    if _initial(one[0]) or _initial(other[0]):
        fits = _begins(one[0], other[0]) or _begins(other[0], one[0])
        return Likeness(0.65, "an initial") if fits else None
    first = _word(one[0], other[0])
    if first is None:
        return None
    if len(one) < len(other) and _in_order(one[1:], other[1:]):
        why = "a name more" if first == 1 else "a name more, another spelling"
        return Likeness(0.9 * first, why)
    rest = [_part(a, b) for a, b in zip(one[1:], other[1:], strict=False)]
    if len(one) != len(other) or None in rest:
        return None
    score = min((first, *(part for part in rest if part is not None)))
    why = "the same name in another spelling" if score == 1 else "spelt a little otherwise"
    return Likeness(0.95 * score, why)


def _part(one: str, other: str) -> float | None:
    if _initial(one) or _initial(other):
        return 0.9 if _begins(one, other) or _begins(other, one) else None
    return _word(one, other)


def _in_order(few: list[str], many: list[str]) -> bool:
    left = iter(many)
    return all(any(_begins(word, long) or sound(word) == sound(long) for long in left) for word in few)


def _initial(word: str) -> bool:
    return len(word) == 1 or word in ("ch", "sh", "yu", "ya", "yo", "kh", "zh", "gh", "dj")


def _begins(short: str, long: str) -> bool:
    if not _initial(short):
        return False
    return long.startswith(short) or (len(short) > 1 and sound(long).startswith(sound(short)))


def _word(one: str, other: str) -> float | None:
    """1 for words that sound the same, less where letters differ, None where they are two words."""
    if one == other:
        return 1.0
    a, b = sound(one), sound(other)
    if a == b:
        return 1.0
    if min(len(a), len(b)) < 4 or bool(_FEMALE.search(a)) != bool(_FEMALE.search(b)):
        return None  # Aliyev and Aliyeva are two
    score = Indel.normalized_similarity(a, b)
    return score if score >= _ALIKE else None


def candidates(names: Iterable[str]) -> Iterator[tuple[str, str, Likeness]]:
    """Pairs of ``names`` that are alike, each once, in no order."""
    seen: set[tuple[str, str]] = set()
    for block, alone in _blocks(names):
        for place, first in enumerate(block[:alone]):
            for second in block[place + 1 : place + 1 + NEIGHBOURS]:
                if (first, second) in seen:
                    continue
                found = alike(first, second)
                if found is not None:
                    seen.add((first, second))
                    yield first, second, found


def _blocks(names: Iterable[str]) -> Iterator[tuple[list[str], int]]:
    """Names to be compared in order, and how many of them with those that follow."""
    blocks: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    surnames: dict[str, list[str]] = defaultdict(list)
    alone: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        parts = name.split()
        if not parts or len(parts) > _MOST_WORDS:
            continue
        heard = [sound(part) for part in (parts[0], parts[-1])]
        if len(parts) == 1:
            alone[heard[0]].append(name)
            continue
        surnames[heard[1]].append(name)
        blocks["initial", heard[1], heard[0][:1]].append(name)
        blocks["given", heard[1][:2], heard[0]].append(name)
        blocks["turned", min(heard), max(heard)].append(name)
    for heard_alone, single in alone.items():
        yield [*single, *surnames[heard_alone]], len(single)
    yield from ((block, len(block)) for block in blocks.values() if len(block) > 1)

"""Which names of occasions may be one occasion's: words turned round, left out, short for others.

Names are compared as folded keys (``azerbaijan turkiye high level military dialogue``), and only where they
share one of their rarest words, so that the time grows with the number of names and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import Indel

from store.namesakes import Likeness, sound

NEIGHBOURS = 60
"""With so many names that have the same rare word is each compared."""

_RAREST = 3
_ALIKE = 0.72
_SAME_WORD = 0.84
_STOP = frozenset("a an and at between de des du for in la le of on the to von with".split())
_GENERIC = frozenset(
    "meeting meetings session sessions talks consultation consultations dialogue conference summit forum"
    " committee commission council group working joint annual regular annually plenary round".split()
)
"""Words that occasions of every kind have: sharing them says little, lacking them nothing."""


@lru_cache(maxsize=1 << 15)
def telling(name: str) -> tuple[str, ...]:
    """The words of a folded name that say something, as they sound."""
    return tuple(dict.fromkeys(sound(word) for word in name.split() if word not in _STOP))


_DULL = frozenset(map(sound, _GENERIC))


def alike(first: str, second: str) -> Likeness | None:
    """Whether two folded names may be one occasion's."""
    one, other = telling(first), telling(second)
    if not one or not other or first == second or _apart(one, other):
        return None
    if sorted(one) == sorted(other):
        return Likeness(0.97, "the same words" if one == other else "the same words in another order")
    if _short(first, second) or _short(second, first):
        return Likeness(0.9, "one is short for the other")
    few, many = sorted((one, other), key=len)
    shared = [word for word in few if any(_same(word, long) for long in many)]
    told = [word for word in shared if word not in _DULL]
    if not told:
        return None
    left = [word for word in (*few, *many) if word not in _DULL and not _in(word, few, many)]
    if not left and len(told) > 1:
        return Likeness(0.93, "they differ in words like “meeting” only")
    if len(shared) == len(few) and len(told) > 1:
        return Likeness(0.8, "one has more words than the other")
    score = 2 * len(shared) / (len(few) + len(many))
    return Likeness(round(min(score, 0.79), 3), "most words are the same") if score >= _ALIKE else None


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both have numbers (years, as a rule), and others."""
    numbers = _numbers(one), _numbers(other)
    return all(numbers) and numbers[0] != numbers[1]


def _numbers(name: tuple[str, ...]) -> set[str]:
    return {word for word in name if any(map(str.isdigit, word))}


def _in(word: str, *both: tuple[str, ...]) -> bool:
    return all(any(_same(word, other) for other in one) for one in both)


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    # Numbers and short words differ or do not.
    return min(len(one), len(other)) > 4 and Indel.normalized_similarity(one, other) >= _SAME_WORD


def _short(short: str, long: str) -> bool:
    """Whether ``short`` has the initials of words of ``long`` in their place: ``nato pa``."""
    few, many = short.split(), [word for word in long.split() if word not in _STOP]
    for place, word in enumerate(few):
        if len(word) < 2 or not word.isalpha():
            continue
        written = "".join(part[0] for part in many[place : place + len(word)])
        if written == word and [*few[:place], *few[place + 1 :]] == [
            *many[:place],
            *many[place + len(word) :],
        ]:
            return True
    return False


def candidates(names: Iterable[str]) -> Iterator[tuple[str, str, Likeness]]:
    """Pairs of ``names`` that are alike, each once, in no order."""
    known = sorted(set(names))
    often = Counter(word for name in known for word in telling(name))
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in known:
        said = [word for word in telling(name) if word not in _DULL] or list(telling(name))
        for word in sorted(said, key=lambda word: (often[word], word))[:_RAREST]:
            blocks[word].append(name)
        for start in range(len(parts := [word for word in name.split() if word not in _STOP])):
            for end in range(start + 2, min(start + 6, len(parts)) + 1):
                blocks["".join(word[0] for word in parts[start:end]) + "."].append(name)
        for word in name.split():
            blocks[f"{word}."].append(name)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for place, first in enumerate(block):
            for second in block[place + 1 : place + 1 + NEIGHBOURS]:
                if first != second and (first, second) not in seen:
                    seen.add((first, second))
                    found = alike(first, second)
                    if found is not None:
                        yield first, second, found

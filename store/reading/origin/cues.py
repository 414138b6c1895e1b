"""Where the words stand that tell of an origin: "reports", "citing", "statement". One pass over the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from store.reading.origin.words import source_words


@dataclass(frozen=True, slots=True, order=True)
class Cue:
    """A listed word or words, in lower case, at surface offsets ``start`` and ``end``."""

    start: int
    end: int
    word: str


def find_cues(text: str) -> list[Cue]:
    """Every cue of the text, in order; of two that begin together the longer."""
    return [Cue(*match.span(), match.group().lower()) for match in _pattern().finditer(text)]


def within(cues: list[Cue], start: int, end: int) -> list[Cue]:
    """The cues of ``text[start:end]``."""
    return cues[bisect_left(cues, start, key=_start) : bisect_left(cues, end, key=_start)]


def _start(cue: Cue) -> int:
    return cue.start


@cache
def _pattern() -> re.Pattern[str]:
    """All cues as one pattern whose alternatives share their beginnings, so that a step of it is cheap."""
    lists = source_words()
    words = {
        *lists.citing,
        *lists.says,
        *lists.papers,
        *lists.outlet_reports,
        *lists.outlet_reported,
        *lists.outlet_told,
        *lists.readouts,
    }
    words |= {word[0].upper() + word[1:] for word in lists.citing}
    return re.compile(rf"\b{_either(words)}(?![\w-])")


def _either(words: set[str]) -> str:
    tails: dict[str, set[str]] = {}
    for word in words:
        if word:
            tails.setdefault(word[0], set()).add(word[1:])
    either = "|".join(re.escape(first) + _either(rest) for first, rest in sorted(tails.items()))
    if not either:
        return ""
    return f"(?:{either})?" if "" in words else f"(?:{either})" if len(tails) > 1 else either

"""Where the words stand that tell of an origin: "reports", "citing", "statement".

The text is split at blanks once; only the few cues that are among its words are then looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from store.reading.origin.words import source_words

_CLOSING = ("", ",", ".", ":", ";", "”", '"', "”,", '",', ")", "’s", "'s", "?")


@dataclass(frozen=True, slots=True)
class Cue:
    """A listed word or words, in lower case, at surface offsets ``start`` and ``end``."""

    start: int
    end: int
    word: str


class Cues:
    """Every cue of a text, in order; of two that begin together the longer."""

    def __init__(self, text: str) -> None:
        firsts = {_firsts()[token] for token in _tokens().intersection(text.split())}
        found = [_cue(match) for first in firsts for match in _pattern(first).finditer(text)]
        self.found = sorted(found, key=lambda cue: cue.start)
        self._starts = [cue.start for cue in self.found]

    def within(self, start: int, end: int) -> list[Cue]:
        """The cues of ``text[start:end]``."""
        first = bisect_left(self._starts, start)
        return self.found[first : bisect_left(self._starts, end, first)]


def _cue(match: re.Match[str]) -> Cue:
    return Cue(match.start(), match.end(), " ".join(match.group().lower().split()))


@cache
def _words() -> tuple[str, ...]:
    lists = source_words()
    words = {*lists.citing, *lists.says, *lists.papers, *lists.outlet_reports, *lists.outlet_reported}
    words |= {*lists.outlet_told, *lists.readouts, *lists.passives}
    return (*words, *{word[0].upper() + word[1:] for word in lists.citing})


@cache
def _firsts() -> dict[str, str]:
    """The first words of all cues, with what may be printed right behind them."""
    firsts = {word.partition(" ")[0] for word in _words()}
    return {f"{first}{closing}": first for first in firsts for closing in _CLOSING}


@cache
def _tokens() -> frozenset[str]:
    return frozenset(_firsts())


@cache
def _pattern(first: str) -> re.Pattern[str]:
    """All cues that begin with one word, the longest first."""
    words = sorted((w for w in _words() if w.partition(" ")[0] == first), key=len, reverse=True)
    tails = "|".join(re.escape(word[len(first) :]).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"{re.escape(first)}(?<!\w{re.escape(first)})(?:{tails})(?![\w-])")

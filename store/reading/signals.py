"""What the words of each sentence may be signs of: every word is looked up once for all stages.

A stage that is told that a sentence holds no sign of what it looks for need not look at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

from store.reading import ceremonies, commemoration, dates, occasions, statements
from store.reading.tokens import Tokens

HOMAGE = 1
MOURNING = 2
SPEECH = 4
DATE = 8
_OCCASION = 4  # bits to the left: the signs of occasions


@dataclass(frozen=True, slots=True)
class Signals:
    """Signs by token and, put together, by sentence."""

    tokens: Sequence[int]
    sentences: Sequence[int]

    def sentences_with(self, sign: int) -> list[bool]:
        """For each sentence whether it holds the sign."""
        return [signs & sign != 0 for signs in self.sentences]

    def tokens_with(self, sign: int) -> list[int]:
        """The tokens that are the sign."""
        return [at for at, signs in enumerate(self.tokens) if signs & sign]

    def occasions(self, sentence: int) -> int:
        """The signs of occasions in a sentence, as ``find_occasions`` takes them."""
        return self.sentences[sentence] >> _OCCASION


def find_signals(tokens: Tokens) -> Signals:
    """The signs of all words of an article."""
    signs = list(map(_signs_of, tokens.word))
    return Signals(signs, [reduce(or_, signs[first:last]) for first, last, _ in tokens.sentences])


@lru_cache(maxsize=65_536)
def _signs_of(word: str) -> int:
    low = word.lower().rstrip(".")
    return (
        (HOMAGE if ceremonies.is_sign(low) else 0)
        | (MOURNING if commemoration.is_sign(low) else 0)
        | (SPEECH if statements.is_sign(word) else 0)
        | (DATE if dates.is_sign(low) else 0)
        | (occasions.signs_of(word) << _OCCASION)
    )

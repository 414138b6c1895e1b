"""Signs and marks for the words that a stage looks for, so that it may pass over all words without them.

A stage asks for one where it names its words: ``_OF_PEERS = mark_of(_PEERS)``. From then on a sentence with
such a word has the mark in ``Tokens.sentence_marks``. What is asked of each word is a sign, of which there
are few: so many as a number has that is quick to handle. It stands in ``Tokens.signs``.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from itertools import count

_FIRST_SIGN, _FIRST_MARK = 15, 20  # bits to the left; those before are named in ``signs``
_numbers = iter(range(_FIRST_SIGN, 30))
_mark_numbers = count(_FIRST_MARK)
_signs: dict[int, Callable[[str], bool]] = {}
_marks: dict[int, Callable[[str], bool]] = {}
_known: list[Callable[[], None]] = []  # forget what was remembered of words


def sign_of(words: Container[str]) -> int:
    """A new sign that the words have, in lower case."""
    return sign_where(words.__contains__)


def sign_where(fits: Callable[[str], bool]) -> int:
    """A new sign of the words in lower case that fit."""
    return _new(_signs, 1 << next(_numbers), fits)


def mark_of(words: Container[str]) -> int:
    """A new mark that the words have, in lower case."""
    return mark_where(words.__contains__)


def mark_where(fits: Callable[[str], bool]) -> int:
    """A new mark of the words in lower case that fit."""
    return _new(_marks, 1 << next(_mark_numbers), fits)


def _new(known: dict[int, Callable[[str], bool]], bit: int, fits: Callable[[str], bool]) -> int:
    known[bit] = fits
    for forget in _known:
        forget()
    return bit


def signs_of(low: str) -> int:
    """The signs that a word in lower case has."""
    return sum(sign for sign, fits in tuple(_signs.items()) if fits(low))


def marks_of(low: str) -> int:
    """The marks that a word in lower case has."""
    return sum(mark for mark, fits in tuple(_marks.items()) if fits(low))


def remember(forget: Callable[[], None]) -> None:
    """Let a new sign or mark forget what was remembered of words."""
    _known.append(forget)

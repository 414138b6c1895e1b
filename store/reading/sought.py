"""Signs for the words that a stage looks for, so that it may pass over all sentences without them.

A stage asks for a sign where it names its words: ``_HOSTS_SIGN = sign_of(_HOSTS)``. From then on every such
word of a text has the sign in ``Tokens.signs``, and a sentence that holds one in ``Tokens.sentence_signs``.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from itertools import count

_FIRST = 40  # bits to the left; those before are named in ``signs``
_numbers = count(_FIRST)
_sought: dict[int, Callable[[str], bool]] = {}  # by sign
_known: list[Callable[[], None]] = []  # forget what was remembered of words


def sign_of(words: Container[str]) -> int:
    """A new sign that the words have, in lower case."""
    return sign_where(words.__contains__)


def sign_where(fits: Callable[[str], bool]) -> int:
    """A new sign of the words in lower case that fit."""
    sign = 1 << next(_numbers)
    _sought[sign] = fits
    for forget in _known:
        forget()
    return sign


def signs_of(low: str) -> int:
    """The signs that a word in lower case has."""
    return sum(sign for sign, fits in _sought.items() if fits(low))


def remember(forget: Callable[[], None]) -> None:
    """Let a new sign forget what was remembered of words."""
    _known.append(forget)

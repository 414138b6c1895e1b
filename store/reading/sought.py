"""Signs for the words that a stage looks for, so that it may pass over all sentences without them.

A stage asks for a sign where it names its words: ``_HOSTS_SIGN = sign_of(_HOSTS)``. From then on every such
word of a text has the sign in ``Tokens.signs``, and a sentence that holds one in ``Tokens.sentence_signs``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import count

_Words = Collection[str] | Callable[[], Collection[str]]

_FIRST = 40  # bits to the left; those before are named in ``signs``
_numbers = count(_FIRST)
_sought: dict[int, _Words] = {}  # by sign
_known: list[Callable[[], None]] = []  # forget what was remembered of words


def sign_of(words: _Words) -> int:
    """A new sign that words in lower case have, or what finds them when the first text is read."""
    sign = 1 << next(_numbers)
    _sought[sign] = words
    for forget in _known:
        forget()
    return sign


def signs_of(low: str) -> int:
    """The signs that a word in lower case has."""
    return sum(sign for sign, words in _sought.items() if low in (words() if callable(words) else words))


def remember(forget: Callable[[], None]) -> None:
    """Let a new sign forget what was remembered of words."""
    _known.append(forget)

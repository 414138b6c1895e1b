"""Folded words as they are compared over many articles: one spelling, one number, one form."""

from __future__ import annotations

import re
from functools import cache

_COUNTED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
_ONES = frozenset("ss us is as os news".split())


def number_in(word: str) -> str:
    """The number that an ordinal says: ``2`` for ``2nd`` and ``second``; empty for other words."""
    found = _COUNTED.fullmatch(word)
    return found[1] if found else _ORDINALS.get(word, "")


@cache
def one_form(word: str) -> str:
    """A word in the singular and in British spelling."""
    if "iz" in word:
        word = word.replace("ization", "isation").replace("ize", "ise")
    if len(word) < 4 or word[-1] != "s" or word[-2:] in _ONES or word.endswith(("ness", "ics")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]

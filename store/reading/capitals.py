"""An article all in capitals, written as others are: the grammar tells names from words by their capitals."""

from __future__ import annotations

import re

from store.lexicon import load
from store.lexicon.grammar import grammar_words

_LETTERS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_LEAST = 200  # letters: less is a headline
_SHARE = 0.9  # of the letters
_FREQUENT = "eatoin"  # small letters
_SMALL = frozenset(
    "a an the of and or to in on at by for from with as is was be it he she his her its up".split()
)
_KEPT = frozenset(
    "us uk usa uae un eu nato osce asean oic uno prc drc idf moscow cis csto ots".upper().split()
)


def written_small(text: str) -> str:
    """``text`` in small letters where it is all in capitals, of the same length; else as it is.

    Words of the language are written small, all others (and what opens a sentence or names a post) with a
    capital.
    """
    if sum(map(text.count, _FREQUENT)) * 10 > len(text):
        return text  # as nearly every article is: so many small letters leave too few capitals
    capitals = sum(map(str.isupper, text))
    if capitals < _LEAST or capitals < _SHARE * sum(map(str.isalpha, text)):
        return text
    words = grammar_words()
    lexicon = load()
    posts = words.head_words | words.weak
    lands = lexicon.country_names.keys() | lexicon.adjectives.keys()

    def small(match: re.Match[str]) -> str:
        word = match[0]
        low = word.lower()
        if len(low) != len(word) or (word in _KEPT and low not in _SMALL):
            return word
        before = text[max(0, match.start() - 2) : match.start()]
        opens = not before or "\n" in before or before[0] in ".!?"
        stem = low.split("'")[0].split("’")[0]
        if not opens and (
            stem in _SMALL
            or (stem in words.ordinary and stem not in posts and stem.capitalize() not in lands)
        ):
            return low
        return low[0].upper() + low[1:]

    return _LETTERS.sub(small, text)

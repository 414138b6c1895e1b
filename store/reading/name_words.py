"""What a word by itself says of whether it may be part of a name, where no form of the lexicon covers it.

Only what the words around cannot change is told here; ``names`` decides the rest.
"""

from __future__ import annotations

from store.lexicon.grammar import grammar_words
from store.reading import common_words

PART = 1024  # the sign of a word that is always part of the name it stands in
NO_BEGINNING = 2048  # the sign of a word with which no name begins that is not in the lexicon

GIVEN = frozenset(("amir", "emir", "sultan"))  # styles that are given names as well
PARTICLE = 16384  # the sign of a particle: "bin", "van"

MONTHS = common_words.MONTHS | frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
# Initials of two letters or three: "Kh. Battulga", "Guðni Th. Einarsson", "Chr. Madsen", "Cs. Molnár".
_SPELT = frozenset("yu ya ye kh sh ch zh ts dzh th chr sv ph sz cs gy zs dz dj gh bj kj".split())


def is_initial(word: str, low: str) -> bool:
    """Whether the word is an initial: ``J.``, ``Yu.``."""
    return len(low) <= 3 and word.endswith(".") and (len(low) == 1 or low in _SPELT)


def signs_of(word: str, low: str, cap: bool) -> int:
    """``PART`` or ``NO_BEGINNING``, or neither where it depends; and ``PARTICLE``."""
    place = _place(word, low)
    if low in grammar_words().particles:
        return PARTICLE | (place if cap else place & ~NO_BEGINNING)
    return place if cap else place | NO_BEGINNING


def _place(word: str, low: str) -> int:
    words = grammar_words()
    if not word[0].isalpha():
        return NO_BEGINNING
    if is_initial(word, low):
        return 0
    if low in words.suffixes:
        return NO_BEGINNING if word.isupper() or low in ("jr", "sr") else 0
    if low in words.syllables or low in GIVEN:
        return 0
    if low in words.not_names or low in words.area or low in words.heads:
        return NO_BEGINNING
    return 0 if low in words.things or low in MONTHS else PART

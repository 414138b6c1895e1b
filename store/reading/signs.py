"""What a word may be a sign of: asked once for each word when a text is cut into words, for all stages after.

A stage need not look at a sentence, or at a word, that holds no sign of what it looks for.
"""

from __future__ import annotations

from store.lexicon.grammar import grammar_words
from store.reading import (
    ceremonies,
    commemoration,
    frames,
    gazetteer,
    name_words,
    occasions,
    sought,
    statements,
)

# The bit 16 is ``FRAME``, 4096 ``FORM``;
# 1024, 2048 and 16384 are those of ``name_words``, from the 15th place on are those of ``sought``.
POST = 32  # a post's head may begin here
# Of the marks the first are those of occasions, then come these four, those of ``sought`` and the rows of
# ``frames``.
_OCCASIONS = (1 << 16) - 1
OFFICE = 1 << 16  # a post's head may begin in the sentence
HOMAGE = 1 << 17
MOURNING = 1 << 18
SPEECH = 1 << 19


def signs_of(word: str, low: str, cap: bool) -> int:
    """The signs that a word is, as printed and in lower case without final stops, with a capital or not."""
    return (
        frames.signs_of(low)
        | (POST if low in grammar_words().heads else 0)
        | gazetteer.signs_of(low, cap)
        | name_words.signs_of(word, low, cap)
        | sought.signs_of(low)
    )


def marks_of(word: str, low: str) -> int:
    """What a word says of its sentence, as printed and in lower case without final stops."""
    return (
        occasions.signs_of(word)
        | (OFFICE if low in grammar_words().heads else 0)
        | (HOMAGE if ceremonies.is_sign(low) else 0)
        | (MOURNING if commemoration.is_sign(low) else 0)
        | (SPEECH if statements.is_sign(word) else 0)
        | sought.marks_of(low)
        | frames.marks_of(low)
    )


def signs_of_occasions(marks: int) -> int:
    """Of all marks those that ``find_occasions`` takes as signs."""
    return marks & _OCCASIONS

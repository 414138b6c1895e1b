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

# The bits 1, 2, 4 and 512 are for cutting a text into words, see ``tokens``; 16 is ``FRAME``,
# from the 40th on are those of ``sought``, from the 120th on the rows of ``frames``;
# 1024, 2048 and 16384 are those of ``name_words``, 4096 and 8192 those of ``gazetteer``.
POST = 32  # a post's head may begin here
HOMAGE = 64
MOURNING = 128
SPEECH = 256
_OCCASION = 18  # bits to the left: the signs of occasions, up to the 39th
_OCCASIONS = (1 << 22) - 1


def signs_of(word: str, low: str) -> int:
    """The signs that a word is, as printed and in lower case without final stops."""
    return (
        (HOMAGE if ceremonies.is_sign(low) else 0)
        | (MOURNING if commemoration.is_sign(low) else 0)
        | (SPEECH if statements.is_sign(word) else 0)
        | frames.signs_of(low)
        | (POST if low in grammar_words().heads else 0)
        | gazetteer.signs_of(low)
        | name_words.signs_of(word, low)
        | (occasions.signs_of(word) << _OCCASION)
        | sought.signs_of(low)
    )


def signs_of_occasions(signs: int) -> int:
    """Of all signs those that ``find_occasions`` takes."""
    return (signs >> _OCCASION) & _OCCASIONS

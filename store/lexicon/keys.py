"""Folds a printed form to a key: lower case, no diacritics, plain apostrophes. Standard library only."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans(
    {
        "ı": "i", "ə": "a", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae",
        "œ": "oe", "ħ": "h", "ŋ": "n", "ŧ": "t", "ʻ": "'", "ʼ": "'", "‘": "'",
        "’": "'", "`": "'", "ʿ": "'", "ʾ": "'",
        "‐": "-", "‑": "-", "–": "-", "\u00a0": " ",
    }
)  # fmt: skip


def fold_key(form: str) -> str:
    """``form`` in lower case without diacritics: ``Şuşa`` gives ``susa``, ``Gəncə`` gives ``ganca``."""
    if form.isascii():
        return form.lower()
    lowered = form.replace("İ", "i").lower().translate(_PLAIN)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(character for character in decomposed if not unicodedata.combining(character))

"""Folding: one spelling for search, in plain small ASCII letters, with a way back to the original.

``Kadıoğlu`` becomes ``kadioglu``, ``Türkiye`` ``turkiye``, ``Həsənov`` ``hesenov``; combining marks and
invisible characters vanish, ``ß`` becomes ``ss``, Cyrillic and Chinese are romanised, pictures become a
space. Offsets are code points. Both the index and find-in-article fold with these functions alone.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from store.model import Span

FOLD_VERSION = 1
"""Raised whenever ``fold`` answers differently for any text: indexes made by another version are rebuilt."""

_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII = bytes(range(128))
_FEW = 24
"""So many different letters are quicker replaced one after the other than sought one by one."""

# Scripts written without spaces: every character is a word of its own, else no part of a sentence is found.
_UNSPACED = re.compile(
    "[\u2e80-\u2fdf\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
)
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})
_GAPS = frozenset({"Cc", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"})


@lru_cache(maxsize=16384)
def _fold_character(character: str) -> str:
    """The ASCII spelling of one character that is not ASCII; empty for combining marks."""
    category = unicodedata.category(character)
    if category in _INVISIBLE:
        return ""
    if category in _GAPS or (category == "So" and character >= "\u2190"):
        return " "
    # Imported here: the window is painted before anything is folded, and must not wait for it.
    from anyascii import anyascii

    spelled = anyascii(character).lower()
    return f" {spelled} " if spelled and _UNSPACED.match(character) else spelled


def _replace(match: re.Match[str]) -> str:
    return _fold_character(match[0])


def fold(text: str) -> str:
    """``text`` in plain small ASCII letters. Its length may differ; see ``fold_with_map``."""
    return text.lower() if text.isascii() else _folded(text, _special(text))


def _special(text: str) -> set[str]:
    """The characters of ``text`` that are not ASCII."""
    # Three times as quick as seeking them in the text.
    encoded = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return set(encoded.decode("utf-8", "surrogatepass"))


def _folded(text: str, special: set[str]) -> str:
    if len(special) > _FEW:
        return _NON_ASCII.sub(_replace, text).lower()
    for character in special:
        text = text.replace(character, _fold_character(character))
    return text.lower()


def has_schwa(text: str) -> bool:
    """Whether ``text`` holds an ə, the letter that is written both e and a in other alphabets."""
    return not text.isascii() and ("ə" in text or "Ə" in text)


def fold_schwa_as_a(text: str) -> str:
    """``fold`` with ə spelled a (``Həsənov`` as ``hasanov``), letter for letter as ``fold(text)``."""
    return fold(text.replace("ə", "a").replace("Ə", "a"))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, where in the original it came from."""

    text: str
    starts: Sequence[int]
    """For each folded offset its original one; one more at the end, the length of the original."""

    def span(self, start: int, end: int) -> Span:
        """The original words that the folded stretch ``[start, end)`` came from, combining marks included."""
        if end <= start:
            return Span(self.starts[start], self.starts[start])
        starts = self.starts
        behind, last = starts[end], starts[end - 1]
        # One letter may fold to two (ß): half of it stands for the whole.
        return Span(starts[start], behind if behind > last else last + 1)


def fold_with_map(text: str) -> Folded:
    """``fold(text)`` together with the way back to the original offsets."""
    if text.isascii():
        return Folded(text.lower(), range(len(text) + 1))
    special = _special(text)
    if all(len(_fold_character(character)) == 1 for character in special):
        return Folded(_folded(text, special), range(len(text) + 1))
    pieces: list[str] = []
    starts = array("l")
    done = 0
    for match in _NON_ASCII.finditer(text):
        at = match.start()
        spelled = _fold_character(match[0])
        pieces.append(text[done:at])
        pieces.append(spelled)
        starts.extend(range(done, at))
        starts.extend([at] * len(spelled))
        done = at + 1
    pieces.append(text[done:])
    starts.extend(range(done, len(text) + 1))
    return Folded("".join(pieces).lower(), starts)


_WORD = re.compile(r"[0-9a-z]+")


def words(text: str) -> list[str]:
    """The folded words of ``text`` in order, cut as the search index cuts them."""
    return _WORD.findall(fold(text))

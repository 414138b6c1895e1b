"""Finds words in one article as the search does: folded, across line breaks, in the original's offsets."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from store.model import Span

if TYPE_CHECKING:
    from store.folding import Folded

MOST = 5000
"""So many hits are found at most; a single letter in a long article has more."""


class Finder:
    """Finds in one text, which is folded once."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _folded(self) -> Folded:
        from store.folding import fold_with_map  # not before somebody looks for words

        return fold_with_map(self._text)

    @cached_property
    def _spellings(self) -> tuple[str, ...]:
        """The folded text, and where it has an ə, once more with that letter as a: of equal length."""
        from store.folding import fold_schwa_as_a, has_schwa

        plain = self._folded.text
        return (plain, fold_schwa_as_a(self._text)) if has_schwa(self._text) else (plain,)

    def find(self, query: str) -> list[Span]:
        """Every place of the words as typed, in text order, at most ``MOST``; white space matches any.

        A query that folds to nothing (a picture, a punctuation mark) is looked for as it is.
        """
        from store.folding import fold

        words = fold(query).split()
        if not words:
            exact = query.strip()
            return [Span(*m.span()) for m in re.finditer(re.escape(exact), self._text)] if exact else []
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        found: set[Span] = set()
        for spelling in self._spellings:
            for match in pattern.finditer(spelling):
                found.add(self._folded.span(*match.span()))
                if len(found) >= MOST:
                    break
        return sorted(found)

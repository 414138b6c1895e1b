"""Anchors of annotations: a place, the words there, and the words around, as W3C Web Annotation has it.

Offsets are code points. The place is believed only in the text it was taken from, which its hash tells.
In any other text the words are looked for with what stood around them, and taken only where there is no
doubt: never at other words that happen to be the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from store.errors import AnchorError
from store.model import Anchor, Span
from store.records import dataclass

CONTEXT = 32
"""From so many code points on, what stood on one side of the quote tells its place from all others.

It is kept longer where so much stands with the same words elsewhere too, and shorter where no more tells.
"""

LONGEST_CONTEXT = 256

WHOLE = Anchor(Span(0, 0), "", "", "")
"""The anchor of a note that belongs to no words: it is on the article as a whole."""


def text_hash(text: str) -> str:
    """The hash of a text, by which an anchor knows the one it was made in."""
    return _hash(text)


def make(text: str, span: Span) -> Anchor:
    """The anchor of a stretch of ``text``. Raises ``AnchorError`` where there are no words."""
    start, end = span
    if not 0 <= start < end <= len(text):
        raise AnchorError("There are no words of the article at that place.")
    plain = _plain(text)
    before = _enough(start, lambda n: plain.once(text[start - n : end]))
    after = _enough(len(text) - end, lambda n: plain.once(text[start : end + n]))
    return Anchor(
        Span(start, end), text[start:end], text[start - before : start], text[end : end + after], _hash(text)
    )


def place(text: str, anchor: Anchor) -> Span | None:
    """Where in ``text`` the anchored words are; ``None`` where they are gone or could be several.

    In another text than the anchor's own, the words count as found where all that is kept of what stood
    before them and after them stands there still; else where one of the two does that was at no other place
    then. Where several places are like that, none is taken. White space makes no difference. An anchor
    without words is of the whole text, and always there.
    """
    if not anchor.exact:
        return WHOLE.span
    start, end = anchor.span
    if text[start:end] == anchor.exact and anchor.text_hash == _hash(text):
        return anchor.span
    plain, quote = _plain(text), _folded(anchor.exact).strip()
    blanks = len(anchor.exact) - len(anchor.exact.lstrip()), len(anchor.exact.rstrip())
    before = _folded(anchor.prefix + anchor.exact[: blanks[0]]).lstrip()
    after = _folded(anchor.exact[blanks[1] :] + anchor.suffix).rstrip()
    tell = len(anchor.prefix) >= CONTEXT, len(anchor.suffix) >= CONTEXT
    wholly: list[int] = []
    partly: list[int] = []
    short = max(len(anchor.prefix), len(anchor.suffix)) < CONTEXT - 1  # all that there was
    if short and plain.text.strip() == before + quote + after:
        tell = True, True
    for at in plain.all(quote) if any(tell) else ():
        stands = plain.text.endswith(before, 0, at), plain.text.startswith(after, at + len(quote))
        if all(stands):
            wholly.append(at)
        elif any(there and tells for there, tells in zip(stands, tell, strict=True)):
            partly.append(at)
    found = wholly or partly
    return plain.span(found[0], found[0] + len(quote)) if len(found) == 1 else None


def only(text: str, anchor: Anchor) -> Span | None:
    """The one place of the anchored words, whatever is around; ``None`` where there are several."""
    plain, quote = _plain(text), _folded(anchor.exact).strip()
    found = list(islice(plain.all(quote), 2))
    return plain.span(found[0], found[0] + len(quote)) if len(found) == 1 else None


def moved(text: str, anchor: Anchor, found: Span) -> Anchor:
    """The anchor as it would be made at the place where its words were found."""
    if not anchor.exact or (found == anchor.span and anchor.text_hash == _hash(text)):
        return anchor
    return make(text, found)


def _enough(room: int, tells: Callable[[int], bool]) -> int:
    """How much of a context to keep."""
    length = CONTEXT
    while length <= min(room, LONGEST_CONTEXT):
        if tells(length):
            return length
        length *= 2
    return min(room, CONTEXT - 1)


@lru_cache(maxsize=4)
def _hash(text: str) -> str:
    import hashlib  # the first list needs none

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# -- texts, however they are wrapped


_WHITE = re.compile(r"\s+")


def _folded(text: str) -> str:
    return _WHITE.sub(" ", text)


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text with one blank for each stretch of white space, and the way back to the text as it is."""

    text: str
    cuts: tuple[tuple[int, int], ...]  # place in ``text``, and how much was left out before it

    def all(self, quote: str) -> Iterator[int]:
        """Every place where ``quote`` stands."""
        at = self.text.find(quote) if quote else -1
        while at >= 0:
            yield at
            at = self.text.find(quote, at + 1)

    def once(self, words: str) -> bool:
        """Whether some words of the text, as they are, stand there once."""
        places = self.all(_folded(words).strip())
        return next(places, None) is not None and next(places, None) is None

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text as it is; ``end`` is after a letter."""
        return Span(start + self._left_out(start), end - 1 + self._left_out(end - 1) + 1)

    def _left_out(self, place: int) -> int:
        number = bisect_right(self.cuts, place, key=lambda cut: cut[0])
        return self.cuts[number - 1][1] if number else 0


@lru_cache(maxsize=4)
def _plain(text: str) -> _Plain:
    cuts: list[tuple[int, int]] = []
    left_out = 0
    for found in _WHITE.finditer(text):
        more = found.end() - found.start() - 1
        if more:
            left_out += more
            cuts.append((found.end() - left_out, left_out))
    return _Plain(_folded(text), tuple(cuts))

"""Anchors of annotations: a place, the words there, and the words around, as W3C Web Annotation has it.

Offsets are code points. The place is believed only while the words are there; else the words are looked
for, and taken only where there is no doubt.
"""

from __future__ import annotations

from store.errors import AnchorError
from store.model import Anchor, Span

CONTEXT = 32
"""How many code points before and after the quote are kept."""

WHOLE = Anchor(Span(0, 0), "", "", "")
"""The anchor of a note that belongs to no words: it is on the article as a whole."""


def make(text: str, span: Span) -> Anchor:
    """The anchor of a stretch of ``text``. Raises ``AnchorError`` where there are no words."""
    start, end = span
    if not 0 <= start < end <= len(text):
        raise AnchorError("There are no words of the article at that place.")
    return Anchor(
        Span(start, end), text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )


def place(text: str, anchor: Anchor) -> Span | None:
    """Where in ``text`` the anchored words are; ``None`` where they are gone or could be several.

    An anchor without words is of the whole text, and always there.
    """
    if not anchor.exact:
        return WHOLE.span
    start, end = anchor.span
    if text[start:end] == anchor.exact:
        return anchor.span
    found = _all(text, anchor.exact)
    if len(found) > 1:
        found = _best(text, anchor, found)
    return Span(found[0], found[0] + len(anchor.exact)) if len(found) == 1 else None


def _all(text: str, quote: str) -> list[int]:
    places = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _best(text: str, anchor: Anchor, places: list[int]) -> list[int]:
    """The places whose surroundings agree most; nothing where none agrees at all."""
    scores = [_agreement(text, anchor, at) for at in places]
    most = max(scores)
    return [at for at, score in zip(places, scores, strict=True) if score == most and most > 0]


def _agreement(text: str, anchor: Anchor, at: int) -> int:
    """How many letters before and after the quote are as they were."""
    end = at + len(anchor.exact)
    before = text[max(0, at - len(anchor.prefix)) : at]
    after = text[end : end + len(anchor.suffix)]
    return _common(before[::-1], anchor.prefix[::-1]) + _common(after, anchor.suffix)


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))

"""The sentence of an article that says something."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from store.marks import one_line
from store.model import Span

_GAP = re.compile(r"\n[^\S\n]*\n")


def sentence(text: str, spans: Sequence[Span]) -> str:
    """The sentence that the first of some words stand in, on one line; empty where there are no words."""
    first = next((span for span in spans if 0 <= span.start < span.end <= len(text)), None)
    if first is None:
        return ""
    part = _paragraph(text, first)
    start, end = first.start - part.start, first.end - part.start
    paragraph = text[part.start : part.end]
    around = sentences(paragraph)
    at = bisect_right(around, start, key=lambda span: span.start) - 1
    if at >= 0 and start < around[at].end:
        return one_line(paragraph[around[at].start : max(around[at].end, end)])
    return one_line(paragraph[start:end])


def _paragraph(text: str, words: Span) -> Span:
    """The stretch between two empty lines that the words stand in: the rest need not be read."""
    gaps = [gap.end() for gap in _GAP.finditer(text, 0, words.start)]
    after = _GAP.search(text, words.end)
    return Span(gaps[-1] if gaps else 0, after.start() if after else len(text))


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Span, ...]:
    """Where the sentences and headings of a text stand."""
    # Loads the tables of the reading: only where sentences are looked at. All of its stages, which name the
    # words they look for while they are loaded: in another thread they may be just half of them.
    import store.reading.pipeline  # noqa: F401
    from store.reading.layout import find_blocks
    from store.reading.surface import make_surface
    from store.reading.tokens import tokenize

    surface = make_surface(text)
    found: list[Span] = []
    behind = 0
    for said in tokenize(surface.text, find_blocks(surface.text)).sentence_spans():
        start, end = surface.original(*said)
        if max(start, behind) < end:
            found.append(Span(max(start, behind), end))
            behind = end
    return tuple(found)

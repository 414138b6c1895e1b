"""Where lost words may be: places of a text like what an anchor had, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from rapidfuzz import fuzz

from store.model import Anchor, Proposed, Span

PROPOSED = 5
LEAST = 50
"""Less alike is not proposed; 100 is the same."""

_AROUND = 32
_EXACT_AT_MOST = 200
_LOOKED_AT = 12  # sentences that are looked at closely
_MORE = 3  # words by which a place may be longer or shorter than it first seemed
_PIECE = re.compile(r"[^\n]+?(?:[.!?…]+(?=\s)|(?=\n)|\Z)")


def proposals(text: str, anchor: Anchor, most: int = PROPOSED) -> list[Proposed]:
    """The places of ``text`` that are most like the words of ``anchor`` with what stood around them."""
    quote = " ".join(anchor.exact.split())
    if not quote:
        return []
    found = [
        Proposed(span, round(_likeness(text, anchor, quote, span)))
        for span in dict.fromkeys((*islice(_same(text, quote), _EXACT_AT_MOST), *_alike(text, quote)))
    ]
    kept: list[Proposed] = []
    for one in sorted(found, key=lambda it: (-it.likeness, it.span)):
        apart = all(one.span.end <= k.span.start or k.span.end <= one.span.start for k in kept)
        if one.likeness >= LEAST and apart:
            kept.append(one)
    return kept[:most]


def _same(text: str, quote: str) -> Iterator[Span]:
    """Wherever the words stand, however they are wrapped."""
    words = re.compile(r"\s+".join(map(re.escape, quote.split())))
    return (Span(*match.span()) for match in words.finditer(text))


def _alike(text: str, quote: str) -> Iterator[Span]:
    """The stretches of sentences that are most like the words."""
    pieces = [match.span() for match in _PIECE.finditer(text)]
    wide = [(a, pieces[n + 1][1]) for n, (a, _) in enumerate(pieces[:-1])] if len(quote) > _AROUND else []
    found = []
    for start, end in (*pieces, *wide):
        near = fuzz.partial_ratio_alignment(quote, text[start:end], score_cutoff=LEAST)
        if near is not None and near.dest_end > near.dest_start:
            found.append((near.score, start, end, start + near.dest_start, start + near.dest_end))
    for _, start, end, first, last in sorted(found, reverse=True)[:_LOOKED_AT]:
        span = _fitted(text, quote, Span(start, end), Span(first, last))
        if span.start < span.end:
            yield span


def _fitted(text: str, quote: str, room: Span, near: Span) -> Span:
    """The words of ``room`` about ``near`` that are most like the quote, some more or fewer than these."""
    words = [Span(*match.span()) for match in re.compile(r"\S+").finditer(text, room.start, room.end)]
    here = [n for n, word in enumerate(words) if word.start < near.end and near.start < word.end]
    if not here:
        return near
    firsts = range(max(0, here[0] - _MORE), min(here[0] + _MORE, len(words) - 1) + 1)
    lasts = range(max(0, here[-1] - _MORE), min(here[-1] + _MORE, len(words) - 1) + 1)
    tries = [Span(words[a].start, words[b].end) for a in firsts for b in lasts if a <= b]
    return max(tries, key=lambda span: fuzz.ratio(quote, text[span.start : span.end]), default=near)


def _likeness(text: str, anchor: Anchor, quote: str, span: Span) -> float:
    """The words count most; what stood before and after decides between those that are the same."""
    words = fuzz.ratio(quote, " ".join(text[span.start : span.end].split()))
    before = fuzz.ratio(anchor.prefix[-_AROUND:], text[max(0, span.start - _AROUND) : span.start])
    after = fuzz.ratio(anchor.suffix[:_AROUND], text[span.end : span.end + _AROUND])
    return 0.7 * words + 0.15 * before + 0.15 * after

"""Where the words of a query stand in a text, in its own spelling, and a few words around them.

Finds what the search index finds: words are cut and folded by the same functions. Offsets are code
points into the original text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from store.folding import fold, fold_schwa_as_a, fold_with_map, has_schwa
from store.model import Span
from store.query import Near, Words

SNIPPET_LENGTH = 180
"""About how many code points of the text a snippet shows."""

_WORD = re.compile("[0-9a-z]+")
_LEAD = 40  # of them before the first hit
_BREAKS = str.maketrans("\r\n\t\v\f\u2028\u2029\u0085", " " * 8)


@dataclass(frozen=True, slots=True)
class Snippet:
    """Some words of a text around hits; ``hits`` are places within ``text``."""

    text: str
    hits: tuple[Span, ...] = ()


def find(text: str, wanted: Iterable[Words | Near]) -> list[Span]:
    """The places of all ``wanted`` words in ``text``, in order, none touching another."""
    leaves = list(wanted)
    if not leaves:
        return []
    folded = fold_with_map(text)
    spellings = [folded.text]
    if has_schwa(text):
        spellings.append(fold_schwa_as_a(text))
    spans = {
        folded.span(*place)
        for leaf in leaves
        for place in (_near(leaf, spellings) if isinstance(leaf, Near) else _places(leaf, spellings))
    }
    return merged(spans)


def amounts(text: str, wanted: Sequence[Words | Near]) -> list[int]:
    """How often each of ``wanted`` stands in ``text``, without the way back to the original."""
    spellings = [fold(text)]
    if has_schwa(text):
        spellings.append(fold_schwa_as_a(text))
    return [
        len(set(_near(leaf, spellings) if isinstance(leaf, Near) else _places(leaf, spellings)))
        for leaf in wanted
    ]


def _places(words: Words, spellings: Iterable[str]) -> Iterator[tuple[int, int]]:
    for form in words.forms:
        pattern = _pattern(form, words.beginning)
        for spelling in spellings:
            # Seeking the word and looking at each place is many times quicker than seeking the pattern.
            at = spelling.find(form[0])
            while at >= 0:
                match = pattern.match(spelling, at)
                if match is not None:
                    yield match.span()
                at = spelling.find(form[0], match.end() if match is not None else at + 1)


def _near(leaf: Near, spellings: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of both that have one of the other's at most so many words away."""
    starts = [match.start() for match in _WORD.finditer(spellings[0])]
    first, second = (sorted(set(_places(one, spellings))) for one in (leaf.first, leaf.second))
    for ones, others in ((first, second), (second, first)):
        bounds = [(bisect_left(starts, a), bisect_left(starts, b)) for a, b in others]
        for a, b in ones:
            low, high = bisect_left(starts, a), bisect_left(starts, b)
            if any(max(low - end, begin - high) <= leaf.distance for begin, end in bounds):
                yield a, b


def merged(spans: Iterable[Span]) -> list[Span]:
    """``spans`` in order, overlapping ones as one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return result


@lru_cache(maxsize=512)
def _pattern(form: tuple[str, ...], beginning: bool) -> re.Pattern[str]:
    # Folded words hold nothing but a-z and 0-9, so they need no escaping.
    ending = "[0-9a-z]*" if beginning else "(?![0-9a-z])"
    return re.compile("(?<![0-9a-z])" + "[^0-9a-z]+".join(form) + ending)


def snippet(text: str, hits: Sequence[Span], length: int = SNIPPET_LENGTH) -> Snippet:
    """The stretch of ``text`` with the most hits, the earliest of such, cut between words.

    Line breaks become spaces one for one. Without hits, the beginning of the text.
    """
    start, end = _window(text, hits, length)
    cut = text[start:end].translate(_BREAKS)
    lead = "… " if start else ""
    shift = len(lead) - start
    inside = tuple(Span(a + shift, b + shift) for a, b in hits if start <= a and b <= end)
    return Snippet(lead + cut + (" …" if end < len(text) else ""), inside)


def _window(text: str, hits: Sequence[Span], length: int) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text)
    best = _fullest(hits, length - _LEAD)
    if best is None:
        start = 0
    else:
        start = max(0, min(best.start - _LEAD, len(text) - length))
        start = _word_start(text, start, best.start)
    end = min(len(text), max(start + length, best.end if best else 0))
    return start, _word_end(text, end, best.end if best else start + 1)


def _fullest(hits: Sequence[Span], room: int) -> Span | None:
    """The hit from which on the most hits fit into ``room``."""
    ends = [hit.end for hit in hits]
    counts = [bisect_left(ends, hit.start + room + 1) - place for place, hit in enumerate(hits)]
    return hits[counts.index(max(counts))] if hits else None


def _word_start(text: str, start: int, limit: int) -> int:
    """The first beginning of a word at or after ``start``, at most ``limit``."""
    if start == 0 or text[start - 1].isspace():
        return start
    for place in range(start, limit):
        if text[place].isspace():
            return place + 1
    return limit


def _word_end(text: str, end: int, limit: int) -> int:
    """The last end of a word at or before ``end``, at least ``limit``."""
    if end == len(text):
        return end
    for place in range(end, limit, -1):
        if text[place].isspace():
            return place
    return end

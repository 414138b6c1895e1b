"""The title and the body of a post, cut out of its words without countries and brackets."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords
from store.reading.common_words import DETERMINERS, LINKS
from store.reading.gazetteer import Hit, HitKind
from store.reading.tokens import Tokens

ABROAD = frozenset("abroad expatriates residing nationals citizens living community communities".split())


def is_staff(tokens: Tokens, begin: int, stop: int, words: GrammarWords) -> bool:
    """Whether the words name a staff, which is a body and no title."""
    return any(low in words.staff_words or low == "staffs" for low in tokens.low[begin:stop])


def is_duty(tokens: Tokens, begin: int, stop: int, words: GrammarWords) -> bool:
    """``Joint Operations``: what somebody is in charge of, in a body that is named after it."""
    return tokens.low[stop - 1] in words.duties and words.duties_of_bodies.isdisjoint(tokens.low[begin:stop])


def without_places(
    tokens: Tokens, hits: list[Hit | None], first: int, last: int, body: bool = False
) -> list[tuple[int, int]]:
    """The token ranges of ``[first, last)`` without countries and their adjectives, and what ties them on."""
    pieces: list[tuple[int, int]] = []
    at = begin = first
    while at < last:
        hit = hits[at]
        kept = (
            hit is None
            or hit.entry.kind not in (HitKind.COUNTRY, HitKind.ADJECTIVE, HitKind.PEOPLE)
            or (hit.last < last and tokens.low[hit.last] in ABROAD)
            or (
                body
                and at > first
                and at + (hit.last - hit.first) < last
                and tokens.low[first] in ("royal", "imperial")
            )
        )
        if kept or hit is None:
            at += 1
            continue
        stop = at
        while stop > begin and tokens.low[stop - 1] in ("of", "the", "and", "-", "–", "("):
            stop -= 1
        if stop > begin:
            pieces.append((begin, stop))
        at = min(hit.last, last)
        if at < last and tokens.low[at] in ("'s", "'", "’", "-", "–", ")"):
            at += 1
        begin = at
    while begin < last and tokens.low[begin] in ("of", "the", "'s", "’", "'"):
        begin += 1
    if begin < last:
        pieces.append((begin, last))
    return [piece for a, b in pieces for piece in _without_brackets(tokens, a, b)]


def _without_brackets(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """The range without an abbreviation in brackets, in one or two pieces."""
    for at in range(first, last - 2):
        if tokens.word[at] == "(" and tokens.word[at + 2] == ")":
            return _without_brackets(tokens, first, at) + _without_brackets(tokens, at + 3, last)
    return [(first, last)] if any(w[0].isalnum() for w in tokens.word[first:last]) else []


def segments_with_links(tokens: Tokens, segments: list[tuple[int, int]]) -> list[tuple[str, int, int]]:
    """Complements with the word that leads to each (``of``, ``to``, or nothing)."""
    rows = []
    for begin, stop in segments:
        link = tokens.low[begin - 1] if begin else ""
        if link in DETERMINERS and begin > 1:
            link = tokens.low[begin - 2]
        rows.append((link if link in LINKS else "", begin, stop))
    return rows

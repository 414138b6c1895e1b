"""The best of what a search finds first.

The index ranks by itself, but counts all uses of each word for it: for a word of most articles of a million
that takes ten frames, for the beginning of such words a second. Then a part of what was found is ranked here:
the newest, by how often they have the words.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Mapping
from typing import NamedTuple

from store import hits
from store.database import articles, listing, search
from store.database.filters import RANKED_AT_MOST, Selection
from store.query import INDEXED, All, Any, Field, Near, Node, Not, Query, Words

COMMON = 50_000
"""The index counts the uses of words that so many articles have in less than a frame."""

RANKED_HERE = 500
"""So many are ranked by their texts."""

_SATURATED, _BY_LENGTH = 1.2, 0.75  # as the index has it (bm25)


class Ranked(NamedTuple):
    """How many articles are ranked, and whether older ones that were found are not."""

    articles: int
    left_out: bool


def order(
    connection: sqlite3.Connection, choose: Callable[[str], Selection], query: Query | None
) -> list[int] | None:
    """The places of the newest that are found, the best first; None where the index can rank them in time.

    ``choose``: what the query chooses, for that order.
    """
    if query is None or not choose("relevance").is_ranked or not _is_common(connection, query.root):
        return None
    places = listing.places(connection, choose("date"), RANKED_HERE)
    leaves = [leaf for leaf in query.wanted() if isinstance(leaf, Words | Near)]
    texts = articles.texts_at(connection, places) if leaves else {}
    scores = _scores({place: (hits.amounts(text, leaves), len(text)) for place, text in texts.items()})
    return sorted(places, key=lambda place: (-scores.get(place, 0.0), -place))


def ranked(connection: sqlite3.Connection, choose: Callable[[str], Selection], query: Query | None) -> Ranked:
    """What ``order``, or the index, ranks; nothing where there are no words to rank by."""
    selection = choose("relevance")
    if query is None or not selection.is_ranked:
        return Ranked(0, left_out=False)
    most = RANKED_AT_MOST
    if _is_common(connection, query.root):
        most = RANKED_HERE if any(isinstance(leaf, Words | Near) for leaf in query.wanted()) else 0
    number = listing.count(connection, selection if most == RANKED_AT_MOST else choose("date"), most)
    return Ranked(number, left_out=0 < most <= number)


def _is_common(connection: sqlite3.Connection, node: Node | None) -> bool:
    match node:
        case All(parts) | Any(parts):
            return any(_is_common(connection, part) for part in parts)
        case Not(part):
            return _is_common(connection, part)
        case Near(first, second):
            return _is_common(connection, first) or _is_common(connection, second)
        case Field(name) if name in INDEXED:
            return search.is_common(connection, node, COMMON)
        case Words():
            return search.is_common(connection, node, COMMON)
        case _:
            return False


def _scores(told: Mapping[int, tuple[list[int], int]]) -> dict[int, float]:
    """For each place, from how often the article has each of the words, and its length."""
    if not told:
        return {}
    usual = sum(length for _, length in told.values()) / len(told) or 1.0
    columns = zip(*(amounts for amounts, _ in told.values()), strict=True)
    having = [sum(amount > 0 for amount in column) for column in columns]
    weights = [math.log(1 + (len(told) - have + 0.5) / (have + 0.5)) for have in having]

    def score(amounts: list[int], length: int) -> float:
        damped = _SATURATED * (1 - _BY_LENGTH + _BY_LENGTH * length / usual)
        return sum(
            weight * amount * (_SATURATED + 1) / (amount + damped)
            for weight, amount in zip(weights, amounts, strict=True)
        )

    return {place: score(*one) for place, one in told.items()}

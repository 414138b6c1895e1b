"""A query against the library: what it means here, and where its words stand in an article."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace

from store import hits
from store.database import facets
from store.derive import country_codes, person_key
from store.folding import words
from store.model import ArticleRow, Reading, Span
from store.query import All, Any, Field, Node, Not, Query, Words, parse

Codes = Callable[[str], tuple[str, ...]]


def understand(connection: sqlite3.Connection, text: str) -> Query:
    """``text`` as a query of this library: countries by their codes."""
    query = parse(text)
    if not any(isinstance(node, Field) and node.name == "country" for node in _leaves(query.root)):
        return query

    def codes(said: str) -> tuple[str, ...]:
        code = said.strip().upper()
        # The lexicon is slow to load the first time, and most queries name a code that is there.
        return (code,) if facets.has(connection, "country", code) else country_codes(said)

    ignored: list[str] = []
    root = _with_codes(query.root, codes, ignored)
    return Query(root, (*query.ignored, *ignored))


def _leaves(node: Node | None) -> Iterable[Node]:
    match node:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)
        case None:
            return
        case _:
            yield node


def _with_codes(node: Node | None, codes: Codes, ignored: list[str]) -> Node | None:
    match node:
        case Field("country", said):
            found = codes(said)
            if not found:
                ignored.append(f"country:{said}")
            return Field("country", " ".join(found)) if found else None
        case Not(part):
            kept = _with_codes(part, codes, ignored)
            return Not(kept) if kept is not None else None
        case All(parts) | Any(parts):
            changed = [_with_codes(part, codes, ignored) for part in parts]
            remaining = tuple(part for part in changed if part is not None)
            if len(remaining) > 1:
                return All(remaining) if isinstance(node, All) else Any(remaining)
            return remaining[0] if remaining else None
        case _:
            return node


def find(text: str, reading: Callable[[], Reading], query: Query) -> list[Span]:
    """Where the words of ``query``, and the people it names, stand in ``text``."""
    wanted = query.wanted()
    spans = hits.find(text, [leaf for leaf in wanted if isinstance(leaf, Words)])
    people = [leaf.value for leaf in wanted if isinstance(leaf, Field) and leaf.name == "person"]
    if people:
        spans = hits.merged([*spans, *_mentions(reading(), people)])
    return spans


def _mentions(reading: Reading, people: list[str]) -> Iterable[Span]:
    for official in reading.officials:
        key = " " + person_key(official.name)
        if any(all(f" {word}" in key for word in words(said)) for said in people):
            yield from official.mentions


def with_snippet(row: ArticleRow, text: str, spans: list[Span]) -> ArticleRow:
    """``row`` with the words around its hits."""
    cut = hits.snippet(text, spans)
    return replace(row, snippet=cut.text, hits=cut.hits)

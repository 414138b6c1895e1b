"""A query against the library: what it means here, and where its words stand in an article."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from store import hits
from store.database import facets, name_rulings, search
from store.derive import country_codes, name_of, person_key
from store.folding import words
from store.model import ArticleRow, Reading, Span
from store.query import FACETS, All, Any, Field, Near, Node, Not, Query, Words
from store.query_parser import parse

Codes = Callable[[str], tuple[str, ...]]


def understand(connection: sqlite3.Connection, text: str) -> Query:
    """``text`` as a query of this library: countries by their codes, people under all their spellings."""
    query = parse(text)
    if query.root is not None and search.short_beginning(query.root) is None:
        query = replace(query, root=_completed(connection, query.root))
    fields = {node.name for node in _leaves(query.root) if isinstance(node, Field)}
    if "person" in fields and (merged := name_rulings.all_merged(connection, "person")):
        query = replace(query, root=_with_spellings(query.root, merged))
    if "country" not in fields:
        return _with_values(connection, query) if fields.intersection(FACETS) else query

    def codes(said: str) -> tuple[str, ...]:
        code = said.strip().upper()
        # The lexicon is slow to load the first time, and most queries name a code that is there.
        return (code,) if facets.has(connection, "country", code) else country_codes(said)

    ignored: list[str] = []
    root = _with_codes(query.root, codes, ignored)
    return _with_values(connection, replace(query, root=root, ignored=(*query.ignored, *ignored)))


def _with_values(connection: sqlite3.Connection, query: Query) -> Query:
    """``query`` with what its people, countries and outlets are in the library."""

    def of(node: Node) -> Node:
        match node:
            case Field("country", said):
                return replace(node, values=facets.values(connection, "country", said.split(), []))
            case Field(name, said, also) if name in FACETS:
                return replace(node, values=facets.values(connection, name, also, words(said)))
            case Not(part):
                return Not(of(part))
            case All(parts):
                return All(tuple(map(of, parts)))
            case Any(parts):
                return Any(tuple(map(of, parts)))
            case _:
                return node

    return query if query.root is None else replace(query, root=of(query.root))


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


def _completed(connection: sqlite3.Connection, node: Node) -> Node:
    """``node`` with the words of the index for every beginning of a word."""
    match node:
        case Words():
            return search.completed(connection, node)
        case Field():
            return search.completed_field(connection, node)
        case Not(part):
            return Not(_completed(connection, part))
        case All(parts):
            return All(tuple(_completed(connection, part) for part in parts))
        case Any(parts):
            return Any(tuple(_completed(connection, part) for part in parts))
        case _:
            return node


def _with_spellings(node: Node | None, merged: Mapping[str, str]) -> Node | None:
    """``node`` with every person under the names that were merged with those it names."""
    match node:
        case Field("person", said):
            named = {key for key in merged if _fits(key, said)}
            meant = {merged[key] for key in named}
            others = (key for key, person in merged.items() if person in meant and key not in named)
            return replace(node, also=tuple(sorted(others)))
        case Not(part):
            inner = _with_spellings(part, merged)
            return Not(inner) if inner is not None else None
        case All(parts):
            return All(tuple(kept for part in parts if (kept := _with_spellings(part, merged)) is not None))
        case Any(parts):
            return Any(tuple(kept for part in parts if (kept := _with_spellings(part, merged)) is not None))
        case _:
            return node


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
    """Where the words of ``query`` and the facts it names stand in ``text``."""
    wanted = query.wanted()
    spans = hits.find(text, [leaf for leaf in wanted if isinstance(leaf, Words | Near)])
    fields = [leaf for leaf in wanted if isinstance(leaf, Field) and leaf.name in _SHOWN]
    if fields:
        known = reading()
        named = [span for field in fields for span in _spans(known, field)]
        spans = hits.merged([*spans, *named])
    return spans


def _spans(reading: Reading, field: Field) -> Iterable[Span]:
    if field.name == "person":
        return _mentions(reading, field.value, field.also)
    return _SHOWN[field.name](reading, field.value)


def _fits(value: str, said: str) -> bool:
    """Whether every word of ``said`` begins a word of ``value``, as the index has it."""
    folded = " " + " ".join(words(value))
    return all(f" {word}" in folded for word in words(said))


def _mentions(reading: Reading, said: str, also: Sequence[str] = ()) -> Iterable[Span]:
    others = set(map(name_of, also))
    for official in reading.officials:
        if _fits(official.name, said) or (others and person_key(official.name) in others):
            yield from official.mentions


def _in_role(reading: Reading, said: str) -> Iterable[Span]:
    for official in reading.officials:
        if official.role.value.value == said:
            yield from official.mentions


def _posts(reading: Reading, said: str) -> Iterable[Span]:
    for official in reading.officials:
        for post in official.posts:
            if _fits(f"{post.title} {post.organisation or ''}", said):
                yield from post.evidence.spans


def _places(reading: Reading, said: str) -> Iterable[Span]:
    known = [place for meeting in reading.meetings for place in (meeting.place, meeting.venue)]
    known.append(reading.dateline.place if reading.dateline else None)
    for place in known:
        if place is not None and _fits(place.value, said):
            yield from place.evidence.spans


def _occasions(reading: Reading, said: str) -> Iterable[Span]:
    for meeting in reading.meetings:
        if meeting.occasion is not None and _fits(meeting.occasion.value.name, said):
            yield from meeting.occasion.evidence.spans


def _topics(reading: Reading, said: str) -> Iterable[Span]:
    for meeting in reading.meetings:
        for topic in meeting.topics:
            if _fits(topic.value, said):
                yield from topic.evidence.spans


_SHOWN: dict[str, Callable[[Reading, str], Iterable[Span]]] = {
    "person": _mentions,
    "role": _in_role,
    "post": _posts,
    "place": _places,
    "occasion": _occasions,
    "topic": _topics,
}


def with_note(row: ArticleRow, notes: Iterable[str], query: Query) -> ArticleRow:
    """``row`` with the words around the hits in the first of ``notes`` that has any."""
    leaves: list[Words | Near] = [leaf for leaf in query.wanted() if isinstance(leaf, Words | Near)]
    for leaf in query.wanted():
        if isinstance(leaf, Field) and leaf.name == "note":
            leaves += [Words(((word,),), beginning=True) for word in words(leaf.value)]
    for note in notes:
        spans = hits.find(note, leaves)
        if spans:
            cut = hits.snippet(note, spans)
            lead = "Note: "
            moved = tuple(Span(a + len(lead), b + len(lead)) for a, b in cut.hits)
            return replace(row, snippet=lead + cut.text, hits=moved)
    return row


def with_snippet(row: ArticleRow, text: str, spans: list[Span]) -> ArticleRow:
    """``row`` with the words around its hits."""
    cut = hits.snippet(text, spans)
    return replace(row, snippet=cut.text, hits=cut.hits)

"""From a query to what each place in the list must fulfil."""

from __future__ import annotations

import re

from store.database import search
from store.database.filters import STATES, TAGGED, Rest, Selection, between
from store.folding import words
from store.query import All, Any, Dates, Field, Near, Node, Not, Words


def parts(root: Node, ranked: bool) -> tuple[str, str | None, Rest]:
    """Which full-text index to ask, what for, if anything, and the conditions beside it."""
    all_parts = _roles_of_people(root.parts) if isinstance(root, All) else (root,)
    texts = [part for part in all_parts if search.is_textual(part)]
    letters = [search.short_beginning(part) for part in texts]
    if texts and all(letters) and not ranked:
        rest = [_condition(part) for part in all_parts if part not in texts]
        return "search_beginning", " AND ".join(filter(None, letters)), rest
    texts = [part for part in texts if not (isinstance(part, Words) and part.frequent)] or texts
    if texts:
        # What must not be there goes along, where there is something that must.
        texts += [part for part in all_parts if isinstance(part, Not) and search.is_textual(part.part)]
    rest = [_condition(part) for part in all_parts if part not in texts]
    return "search", search.expression(All(tuple(texts))) if texts else None, rest


def _roles_of_people(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """``person:x role:host`` asks for the role of that person, not for anybody's."""
    person = next((part for part in parts if isinstance(part, Field) and part.name == "person"), None)
    if person is None:
        return parts

    def of_person(role: str) -> Node:
        names = (person.value, *person.also)
        roles = tuple(Field("role", f"{role} {name}") for name in names)
        return Any(roles) if person.also else roles[0]

    return tuple(
        of_person(part.value) if isinstance(part, Field) and part.name == "role" else part for part in parts
    )


def _condition(node: Node) -> tuple[str, list[object]]:
    """What must hold of a row ``l`` of the list."""
    match node:
        case Not(part):
            inner, parameters = _condition(part)
            return f"NOT ({inner})", parameters
        case Any(parts) if not search.is_textual(node):
            return _joined(" OR ", parts)
        case All(parts) if not search.is_textual(node):
            return _joined(" AND ", parts)
        case Dates(first, last):
            return _dates(first, last)
        case Field() if not search.is_textual(node):
            return _field(node)
        case Words(frequent=True):
            return (
                "EXISTS (SELECT 1 FROM search_beginning b"
                " WHERE b.search_beginning MATCH ? AND b.rowid = l.pos)",
                [search.short_beginning(node)],
            )
        case Words() | Near() | Field() | All() | Any():
            return "l.pos IN (SELECT rowid FROM search WHERE search MATCH ?)", [search.expression(node)]


def _joined(word: str, parts: tuple[Node, ...]) -> tuple[str, list[object]]:
    conditions, parameters = [], []
    for part in parts:
        condition, values = _condition(part)
        conditions.append(f"({condition})")
        parameters += values
    # The plus keeps SQLite from taking the parts apart, where it would lose the driving MATCH.
    return f"+({word.join(conditions)})", parameters


def _dates(first: str | None, last: str | None) -> tuple[str, list[object]]:
    selection = Selection()
    between(selection, first, last)
    return " AND ".join(selection.conditions), selection.parameters


def _field(node: Field) -> tuple[str, list[object]]:
    if node.name == "is":
        return STATES[node.value], []
    if node.name == "tag":
        condition, values = _begins("folded_words(key)", node.value)
        tags = f"SELECT id FROM tag WHERE {condition}"
        return TAGGED.format(tags=tags), [*values, *values]
    if node.name == "country":
        codes = [code for code in re.split(r"[\s,]+", node.value) if code]
        which = f"kind = 'country' AND key IN ({', '.join('?' * len(codes))})"
        parameters: list[object] = list(codes)
    else:
        condition, values = _begins("key", node.value)
        if node.also:
            condition = f"({condition} OR key IN ({', '.join('?' * len(node.also))}))"
        kinds = "kind IN ('person', 'namesake')" if node.name == "person" else f"kind = '{node.name}'"
        which, parameters = f"{kinds} AND {condition}", [*values, *node.also]
    return (
        "EXISTS (SELECT 1 FROM facet f WHERE f.pos = l.pos"
        f" AND f.value_id IN (SELECT id FROM facet_value WHERE {which}))",
        parameters,
    )


def _begins(column: str, said: str) -> tuple[str, list[object]]:
    """Every word of ``said`` begins a word of the folded column."""
    found = words(said)
    return " AND ".join([f"' ' || {column} LIKE ?"] * len(found)), [f"% {word}%" for word in found]

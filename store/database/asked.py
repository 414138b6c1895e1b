"""From a query to what each place in the list must fulfil."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from store.database import narrow, search
from store.database.filters import STATES, Rest, Selection, between
from store.database.narrow import Narrow
from store.folding import words
from store.query import All, Any, Dates, Field, Near, Node, Not, Words


class Parts(NamedTuple):
    """What a query comes to."""

    table: str  # the full-text index to ask
    searched: str | None  # what for, if anything
    dates: list[tuple[str | None, str | None]]  # from the first on, and before the last
    rest: Rest
    few: list[Narrow]


def parts(root: Node, ranked: bool, connection: sqlite3.Connection | None) -> Parts:
    """Which full-text index to ask, what for, if anything, and the conditions beside it."""
    all_parts = _roles_of_people(root.parts) if isinstance(root, All) else (root,)
    few, dates = list[Narrow](), list[tuple[str | None, str | None]]()
    others = list[Node]()
    for part in all_parts:
        if isinstance(part, Dates):
            dates.append((part.first, part.last))
        elif (known := _narrow(part, connection)) is not None:
            few.append(known)
        else:
            others.append(part)
    table, texts = _texts(others, ranked)
    rest = [_condition(part) for part in others if part not in texts]
    if table == "search_beginning":
        return Parts(table, " AND ".join(filter(None, map(search.short_beginning, texts))), dates, rest, few)
    return Parts(table, search.expression(All(tuple(texts))) if texts else None, dates, rest, few)


def _texts(all_parts: Sequence[Node], ranked: bool) -> tuple[str, list[Node]]:
    texts = [part for part in all_parts if search.is_textual(part)]
    if texts and all(map(search.short_beginning, texts)) and not ranked:
        return "search_beginning", texts
    texts = [part for part in texts if not (isinstance(part, Words) and part.frequent)] or texts
    if texts:
        # What must not be there goes along, where there is something that must.
        texts += [part for part in all_parts if isinstance(part, Not) and search.is_textual(part.part)]
    return "search", texts


def _narrow(node: Node, connection: sqlite3.Connection | None) -> Narrow | None:
    """``node`` as a list of articles, where it is known or can be asked how many they are."""
    match node:
        case Field("is", state):
            return narrow.of_state(connection, state)
        case Field("tag", said):
            condition, values = _begins("folded_words(key)", said)
            return narrow.of_tags(connection, f"SELECT id FROM tag WHERE {condition}", values)
        case Field(values=known) if known is not None:
            return narrow.of_values(known)
        case Any(parts):
            several = [part.values for part in parts if isinstance(part, Field)]
            if len(several) == len(parts) and None not in several:
                return narrow.of_values(sorted({value for known in several for value in known or ()}))
    return None


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
    if (known := _narrow(node, None)) is not None:
        return known.at("l.pos"), list(known.parameters)
    if node.name == "is":
        return STATES[node.value], []
    if node.name == "country":
        codes = [code for code in re.split(r"[\s,]+", node.value) if code]
        which = f"v.kind = 'country' AND v.key IN ({', '.join('?' * len(codes))})"
        parameters: list[object] = list(codes)
    else:
        condition, values = _begins("v.key", node.value)
        if node.also:
            condition = f"({condition} OR v.key IN ({', '.join('?' * len(node.also))}))"
        kinds = "v.kind IN ('person', 'namesake')" if node.name == "person" else f"v.kind = '{node.name}'"
        which, parameters = f"{kinds} AND {condition}", [*values, *node.also]
    # The names of one article after the other: there are many articles with such a name, or many names.
    return (
        "EXISTS (SELECT 1 FROM facet f CROSS JOIN facet_value v ON v.id = f.value_id"
        f" WHERE f.pos = l.pos AND {which})",
        parameters,
    )


def _begins(column: str, said: str) -> tuple[str, list[object]]:
    """Every word of ``said`` begins a word of the folded column."""
    found = words(said)
    return " AND ".join([f"' ' || {column} LIKE ?"] * len(found)), [f"% {word}%" for word in found]

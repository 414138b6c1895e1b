"""Where names (of people, of occasions) are over all articles.

A name is known by its folded key. Two people of one name are kept apart by their countries: the name itself
stands for whoever had it first, ``john smith|GH`` for the one of Ghana, ``john smith|2`` for the one whom a
person told apart.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from store.database import articles, derived, name_rulings, rulings
from store.derive import APART, name_of, ruled
from store.model import Choice, Reading
from store.records import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """One facet value that stands for a name, and those whose articles are somebody else's."""

    number: int
    key: str
    without: tuple[int, ...] = ()
    articles: int = 0


def nodes(connection: sqlite3.Connection, kind: str, keys: Iterable[str]) -> list[Node]:
    """The values of these keys; keys that no article ever had are passed over."""
    found = []
    for key in dict.fromkeys(keys):
        row = connection.execute(
            "SELECT id, articles FROM facet_value WHERE kind = ? AND key = ?", (_kind(kind, key), key)
        ).fetchone()
        if row is not None:
            others = _others(connection, key) if kind == "person" and APART not in key else ()
            found.append(Node(row[0], key, others, row[1]))
    return found


def _kind(kind: str, key: str) -> str:
    return "namesake" if kind == "person" and APART in key else kind


def _others(connection: sqlite3.Connection, name: str) -> tuple[int, ...]:
    """The values of other people of that name."""
    found = connection.execute(
        "SELECT id FROM facet_value WHERE kind = 'namesake' AND key > ? AND key < ? AND articles > 0",
        (name + APART, name + chr(ord(APART) + 1)),
    )
    return tuple(row[0] for row in found)


def condition(wanted: Sequence[Node], facet: str) -> tuple[str, list[object]]:
    """What must hold of a row ``facet`` of ``facet`` to be of one of these names."""
    told, parameters = [], list[object]()
    plain = [one.number for one in wanted if not one.without]
    if plain:
        told.append(f"{facet}.value_id IN ({_marks(plain)})")
        parameters += plain
    for one in wanted:
        if one.without:
            told.append(
                f"({facet}.value_id = ? AND NOT EXISTS (SELECT 1 FROM facet n WHERE n.pos = {facet}.pos"
                f" AND n.value_id IN ({_marks(one.without)})))"
            )
            parameters += [one.number, *one.without]
    return ("(" + " OR ".join(told) + ")" if told else "0"), parameters


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def namesakes(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The names that several people have, each with the keys of all of them."""
    found: dict[str, list[str]] = {}
    rows = connection.execute(
        "SELECT key FROM facet_value WHERE kind = 'namesake' AND articles > 0 ORDER BY key"
    )
    for (key,) in rows:
        found.setdefault(name_of(key), [name_of(key)]).append(key)
    return found


def home(connection: sqlite3.Connection, name: str) -> str | None:
    """The country of whoever had that name first, where one is stated."""
    row = connection.execute(
        "SELECT home FROM facet_value WHERE kind = 'person' AND key = ?", (name,)
    ).fetchone()
    return row[0] if row else None


def names(connection: sqlite3.Connection, kind: str) -> dict[str, int]:
    """All names in articles, folded, and in how many."""
    return dict(
        connection.execute("SELECT key, articles FROM facet_value WHERE kind = ? AND articles > 0", (kind,))
    )


def state(connection: sqlite3.Connection, kind: str) -> tuple[int, int]:
    """Two numbers that are others when names came or went."""
    row = connection.execute(
        "SELECT count(*), coalesce(sum(id), 0) FROM facet_value WHERE kind = ? AND articles > 0", (kind,)
    ).fetchone()
    return int(row[0]), int(row[1])


def labels(connection: sqlite3.Connection, kind: str, keys: Sequence[str]) -> tuple[Choice, ...]:
    """These names as articles have them, the most frequent first."""
    return tuple(sorted((one for one in _labelled(connection, kind, keys) if one.count), key=_frequent))


def _labelled(connection: sqlite3.Connection, kind: str, keys: Sequence[str]) -> Iterable[Choice]:
    for node in nodes(connection, kind, keys):
        label, home, count = connection.execute(
            "SELECT label, home, articles FROM facet_value WHERE id = ?", (node.number,)
        ).fetchone()
        _, apart, which = node.key.partition(APART)
        if node.without:
            # Whatever is of another one of the name has the name, too.
            others = f"SELECT count(DISTINCT pos) FROM facet WHERE value_id IN ({_marks(node.without)})"
            count, which = count - connection.execute(others, node.without).fetchone()[0], home
        yield Choice(node.key, f"{label} ({which})" if which and (apart or node.without) else label, count)


def _frequent(one: Choice) -> tuple[int, str]:
    return -one.count, one.label


def how_often(connection: sqlite3.Connection, kind: str, keys: Sequence[str]) -> int:
    """In how many articles any of these names is."""
    return _how_often(connection, nodes(connection, kind, keys))


def _how_often(connection: sqlite3.Connection, wanted: Sequence[Node]) -> int:
    told, parameters = condition(wanted, "f")
    return int(
        connection.execute(f"SELECT count(DISTINCT f.pos) FROM facet f WHERE {told}", parameters).fetchone()[
            0
        ]
    )


def period(connection: sqlite3.Connection, kind: str, keys: Sequence[str]) -> tuple[str | None, str | None]:
    """Dates of the oldest and the newest dated article that has any of these names."""
    oldest, newest = None, None
    for node in nodes(connection, kind, keys):
        told, parameters = condition([node], "f")
        for direction in ("ASC", "DESC"):
            row = connection.execute(
                "SELECT l.date FROM facet f JOIN listing l ON l.pos = f.pos"
                f" WHERE f.value_id = ? AND {told} AND l.date IS NOT NULL ORDER BY f.pos {direction} LIMIT 1",
                (node.number, *parameters),
            ).fetchone()
            if row is not None:
                oldest = min(oldest or row[0], row[0])
                newest = max(newest or row[0], row[0])
    return oldest, newest


def together(connection: sqlite3.Connection, kind: str, listed: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """``listed`` (the most frequent first): one entry for all names of one, one for each of a name."""
    if kind == "person":
        listed = _apart(connection, listed)
    merged = name_rulings.all_merged(connection, kind)
    if not merged:
        return listed
    result = [name for name in listed if name.key not in merged]
    found: dict[str, list[Choice]] = defaultdict(list)
    for name in listed:
        if name.key in merged:
            found[merged[name.key]].append(name)
    spelt = defaultdict(list)
    for key, person in merged.items():
        spelt[person].append(key)
    for person, (first, *others) in found.items():
        count = how_often(connection, kind, spelt[person]) if others else first.count
        also = tuple(sorted(key for key in spelt[person] if key != first.key))
        result.append(Choice(first.key, first.label, count, also))
    return tuple(sorted(result, key=_frequent))


def _apart(connection: sqlite3.Connection, listed: tuple[Choice, ...]) -> tuple[Choice, ...]:
    several = namesakes(connection)
    if not several:
        return listed
    result = [one for one in listed if one.key not in several]
    for name in (one.key for one in listed if one.key in several):
        result += labels(connection, "person", several[name])
    return tuple(sorted(result, key=_frequent))


def readings(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterable[tuple[int, Reading]]:
    """The readings of articles, as a person has them."""
    for number in numbers:
        reading = derived.reading(connection, number)
        laws = rulings.of_article(connection, number)
        loaded = articles.load(connection, number) if laws else None
        yield number, ruled(reading, laws, loaded[0].text) if loaded else reading

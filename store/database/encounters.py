"""Keeps who met whom of every listed article in one small table: derived, can be made again at any time.

People, posts, ranks, places and topics are numbers of ``facet_value``; a row holds those of its people and
topics packed one after another. A number that tells two people of one name apart is kept, if there is one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from store.database import articles, facets, rulings
from store.derive import FacetValue, facets_of, ruled, unpack
from store.encounters import ENCOUNTERS_VERSION, ROLES, Encounter, encounters_of
from store.model import Reading

_STATE = "encounters"
_CURRENT = str(ENCOUNTERS_VERSION)
_UNTIL = "@"
"""Between the version and the place up to which the table was filled."""

Row = tuple[int, int, int | None, int, int | None, int | None, int | None, str, bytes]
"""As the table has it."""


class Person(NamedTuple):
    """Numbers of values; 0 for none."""

    number: int
    role: int
    country: int
    rank: int
    posts: tuple[int, ...]


class Facts(NamedTuple):
    """What is packed in a row."""

    topics: tuple[int, ...]
    people: tuple[Person, ...]


def values_of(made: Iterable[tuple[int, Sequence[Encounter]]]) -> Iterator[FacetValue]:
    """Everything in encounters that has a number of its own."""
    return (value for _, several in made for one in several for value in one.values())


def add(
    connection: sqlite3.Connection,
    made: Iterable[tuple[int, Sequence[Encounter]]],
    numbers: Mapping[FacetValue, int],
) -> None:
    """Keep the encounters of articles, by their places in the list."""
    connection.executemany(
        "INSERT INTO encounter (pos, n, date, kind, place, occasion, ordinal, parties, facts)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sorted(row(pos, one, numbers) for pos, several in made for one in several),
    )


def row(pos: int, one: Encounter, numbers: Mapping[FacetValue, int]) -> Row:
    """An encounter as the table has it."""
    return (
        pos,
        one.number,
        one.date,
        one.kind,
        numbers[one.place] if one.place else None,
        numbers[one.occasion] if one.occasion else None,
        one.ordinal,
        one.parties,
        _packed(one, numbers),
    )


def remove(connection: sqlite3.Connection, places: Iterable[int]) -> None:
    """Take out the encounters of the articles at these places."""
    connection.executemany("DELETE FROM encounter WHERE pos = ?", ((pos,) for pos in places))


def _packed(one: Encounter, numbers: Mapping[FacetValue, int]) -> bytes:
    packed = bytearray()
    _put(packed, len(one.topics))
    for topic in one.topics:
        _put(packed, numbers[topic])
    for person in one.people:
        _put(packed, numbers[person.value])
        _put(packed, person.role + len(ROLES) * len(person.posts))
        _put(packed, numbers[person.country] if person.country else 0)
        _put(packed, numbers[person.rank] if person.rank else 0)
        for post in person.posts:
            packed += post_packed(numbers[post])
    return bytes(packed)


def _put(packed: bytearray, number: int) -> None:
    while number > 127:
        packed.append(number & 127 | 128)
        number >>= 7
    packed.append(number)


def post_packed(number: int) -> bytes:
    """The number of a post as it is in ``facts``: so long that its bytes are hardly another number's."""
    packed = bytearray((number & 127 | 128, number >> 7 & 127 | 128))
    _put(packed, number >> 14)
    return bytes(packed)


@lru_cache(maxsize=1 << 14)
def unpacked(facts: bytes) -> Facts:
    """What ``facts`` of a row holds."""
    told = _numbers(facts)
    place = 1 + told[0]
    topics, end = tuple(told[1:place]), len(told)
    people = []
    while place < end:
        number, both, country, rank = told[place : place + 4]
        posts, role = divmod(both, _ROLES)
        place += 4 + posts
        people.append(Person(number, role, country, rank, tuple(told[place - posts : place])))
    return Facts(topics, tuple(people))


_ROLES = len(ROLES)


def people_packed(facts: bytes) -> bytes:
    """The people of ``facts`` alone, as they are packed there."""
    place = 1
    for _ in range(facts[0]):  # topics, hardly ever more than are told by one byte
        while facts[place] > 127:
            place += 1
        place += 1
    return facts[place:]


def _numbers(packed: bytes) -> list[int]:
    found = []
    value = shift = 0
    for byte in packed:
        if byte < 128:
            found.append(value | byte << shift)
            value = shift = 0
        else:
            value |= (byte & 127) << shift
            shift += 7
    return found


# -- filling the table, where an earlier version had none or another one


def begin(connection: sqlite3.Connection) -> None:
    """Before articles are listed: what is added to an empty list is all there is."""
    if connection.execute("SELECT 1 FROM listing LIMIT 1").fetchone() is None:
        _note(connection, _CURRENT)


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the table holds what today's version makes of every listed article."""
    return _state(connection) == _CURRENT


def fill_some(connection: sqlite3.Connection, at_most: int) -> bool:
    """Make the encounters of some more articles anew; whether that were not all of them yet."""
    version, _, until = _state(connection).partition(_UNTIL)
    place = int(until) if until and version == _CURRENT else None
    listed = connection.execute(
        "SELECT pos, article_id FROM listing WHERE ?1 IS NULL OR pos > ?1 ORDER BY pos LIMIT ?2",
        (place, at_most),
    ).fetchall()
    made = list(derived(connection, listed))
    remove(connection, (pos for pos, _ in listed))
    add(connection, made, facets.number(connection, values_of(made)))
    more = len(listed) == at_most
    _note(connection, f"{_CURRENT}{_UNTIL}{listed[-1][0]}" if more else _CURRENT)
    return more


def derived(
    connection: sqlite3.Connection, listed: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, tuple[Encounter, ...]]]:
    """What the table is to hold of articles, by place and number, under a person's rulings."""
    for pos, number in listed:
        stored = connection.execute(
            "SELECT body, engine FROM reading WHERE article_id = ?", (number,)
        ).fetchone()
        reading = unpack(*stored) if stored else Reading()
        laws = rulings.of_article(connection, number)
        loaded = articles.load(connection, number) if laws else None
        if loaded is not None:
            reading = ruled(reading, laws, loaded[0].text)
        yield pos, encounters_of(reading, facets_of(reading))


def _state(connection: sqlite3.Connection) -> str:
    found = connection.execute("SELECT value FROM derived WHERE key = ?", (_STATE,)).fetchone()
    return str(found[0]) if found else ""


def _note(connection: sqlite3.Connection, state: str) -> None:
    connection.execute("INSERT OR REPLACE INTO derived (key, value) VALUES (?, ?)", (_STATE, state))


# -- checking


def count_wrong(connection: sqlite3.Connection, at_once: int = 500) -> int:
    """Of how many articles the table holds something else than it is to."""
    wrong, last = 0, None
    while listed := connection.execute(
        "SELECT pos, article_id FROM listing WHERE ?1 IS NULL OR pos > ?1 ORDER BY pos LIMIT ?2",
        (last, at_once),
    ).fetchall():
        made = list(derived(connection, listed))
        numbers = facets.known(connection, values_of(made))
        first, last = listed[0][0], listed[-1][0]
        there: dict[int, list[Row]] = {pos: [] for pos, _ in listed}
        for stored in connection.execute(
            "SELECT pos, n, date, kind, place, occasion, ordinal, parties, facts FROM encounter"
            " WHERE pos BETWEEN ? AND ? ORDER BY pos, n",
            (first, last),
        ):
            there.setdefault(stored[0], []).append(stored)
        wanted = {pos: sorted(row(pos, one, numbers) for one in several) for pos, several in made}
        wrong += sum(wanted.get(pos) != rows for pos, rows in there.items())
    return wrong


def labels(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    """Kind, key and label of values."""
    found = connection.execute(
        "SELECT id, kind, key, label FROM facet_value WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(numbers))),),
    )
    return {number: (kind, key, label) for number, kind, key, label in found}

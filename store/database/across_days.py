"""On which days who met, of very many articles: rows as they are, without telling their reports apart."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from store.database import encounters, name_rulings, names
from store.derive import APART
from store.encounters import KINDS, ROLES, date_of, number_of
from store.model import Role

_FROM = "FROM encounter e JOIN listing l ON l.pos = e.pos"
_DAY = "coalesce(e.date, CAST(replace(l.date, '-', '') AS INTEGER))"
_LEADING = frozenset(ROLES.index(role) for role in (Role.HOST, Role.GUEST))


Told = tuple[int, int | None, int, str, int | None, int | None, bytes]
"""Article, day, kind, parties, number of the occasion, ordinal, packed people (see ``people_packed``)."""


def count(connection: sqlite3.Connection, articles: Iterable[int] | None, most: int) -> int:
    """How many encounters all articles tell, or these do; no more than ``most`` are counted."""
    if articles is None:
        found = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM encounter WHERE n > 0 LIMIT ?)", (most,)
        )
    else:
        found = connection.execute(
            f"SELECT count(*) FROM (SELECT 1 {_FROM} WHERE e.n > 0"
            " AND l.article_id IN (SELECT value FROM json_each(?)) LIMIT ?)",
            (json.dumps(list(articles)), most),
        )
    (number,) = found.fetchone()
    return int(number)


def told(
    connection: sqlite3.Connection,
    *,
    articles: Iterable[int] | None = None,
    party: str = "",
    person: str = "",
    since: str = "",
    until: str = "",
    people: bool = False,
) -> list[Told]:
    """The encounters of all articles or of some: with a party, with a person (key); with their ``people``."""
    where, parameters = ["e.n > 0"], list[object]()
    if articles is not None:
        where.append("l.article_id IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(list(articles)))
    if party:
        where.append("' ' || e.parties || ' ' LIKE ?")
        parameters.append(f"% {party} %")
    if person:
        where.append("e.pos IN (SELECT pos FROM facet WHERE value_id IN (SELECT value FROM json_each(?)))")
        parameters.append(json.dumps(sorted(numbers_of(connection, person))))
    if since:
        where.append(f"{_DAY} >= ?")
        parameters.append(number_of(since) or 0)
    if until:
        last = number_of(until) or 0
        where.append(f"{_DAY} <= ?")
        parameters.append(last + ((1231 if last % 10_000 == 0 else 31) if last % 100 == 0 else 0))
    facts = "e.facts" if people or person else "NULL"
    found = connection.execute(
        f"SELECT l.article_id, {_DAY}, e.kind, e.parties, e.occasion, e.ordinal, {facts} {_FROM}"
        f" WHERE {' AND '.join(where)}",
        parameters,
    ).fetchall()
    if not (people or person):
        return found
    made = [(*one[:6], _people(one[6])) for one in found]
    if not person:
        return made
    numbers = numbers_of(connection, person)
    there = {one: numbers.isdisjoint(_of_roles(one, _THERE)) for one in {row[6] for row in made}}
    return [row for row in made if not there[row[6]]]


def is_planned(kind: int) -> bool:
    """Whether what a row tells of is still to come."""
    return kind >= len(KINDS)


def day_of(day: int | None) -> str:
    """The day of a row, or month, or year; empty for none."""
    return date_of(day) or ""


def numbers_of(connection: sqlite3.Connection, person: str) -> frozenset[int]:
    """The numbers of a person's names."""
    spelt = name_rulings.spellings_of(connection, "person", person)
    return frozenset(node.number for node in names.nodes(connection, "person", spelt))


def leading(people: bytes) -> list[int]:
    """The numbers of the hosts and the guests."""
    return _of_roles(people, _LEADING)


def _people(facts: bytes) -> bytes:
    """Packed people, without the topics before them: the same ones meet again and again."""
    place, topics = 1, facts[0]
    while topics:
        topics -= facts[place] < 128
        place += 1
    return facts[place:]


def _of_roles(people: bytes, roles: frozenset[int]) -> list[int]:
    told = encounters.unpacked(b"\0" + people).people
    return [one.number for one in told if one.role in roles]


_THERE = frozenset((*_LEADING, ROLES.index(Role.ATTENDEE)))


def occasions(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Key and name of occasions by their numbers."""
    found = encounters.labels(connection, numbers)
    return {number: (key, label) for number, (_, key, label) in found.items()}


def people(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Key and name of people by their numbers: one key for all spellings that a person said are one."""
    merged = name_rulings.all_merged(connection, "person")
    made = {}
    for number, (_, key, label) in encounters.labels(connection, numbers).items():
        _, apart, which = key.partition(APART)
        made[number] = merged.get(key, key), f"{label} ({which})" if apart else label
    return made

"""On which days people, or parties, met: of so many encounters that they are not told one by one.

What several articles say of one day and the same people is one thing here; that is what makes it quick.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from store.across.encounter import Encounter, Participant
from store.database import across, encounters, name_rulings, names, resolving
from store.database.encounters import Person
from store.encounters import KINDS, number_of

Days = set[int]
"""20251217, 20251200, 20250000."""


FEW = 8
"""So many people or parties are looked up; where there are more, it is quicker to look at everything."""


class Within(NamedTuple):
    """Which encounters are looked at. Of people and parties it leaves out only some of the others."""

    articles: Sequence[int] | None = None  # reported by these; None: by any
    people: Sequence[str] = ()  # keys: with any of these
    parties: Sequence[str] = ()  # codes: with any of these
    every: bool = False  # with all of these parties
    since: str = ""
    until: str = ""


_FROM = "FROM encounter e JOIN listing l ON l.pos = e.pos WHERE"
_HAS_PARTY = "' ' || e.parties || ' ' LIKE ?"
_DAY = "coalesce(e.date, CAST(replace(l.date, '-', '') AS INTEGER))"


def how_many(connection: sqlite3.Connection, within: Within) -> int:
    """How many encounters there are to look at."""
    condition, parameters = _where(connection, within)
    (count,) = connection.execute(f"SELECT count(*) {_FROM} {condition}", parameters).fetchone()
    return int(count)


def encounters_of(connection: sqlite3.Connection, within: Within) -> list[Encounter]:
    """The encounters, by date."""
    return across.where(connection, *_where(connection, within))


def days_of_parties(connection: sqlite3.Connection, within: Within) -> list[tuple[tuple[str, ...], Days]]:
    """The days on which each set of parties met."""
    condition, parameters = _where(connection, within)
    found: dict[str, Days] = defaultdict(set)
    for parties, day in connection.execute(
        f"SELECT DISTINCT e.parties, {_DAY} {_FROM} {condition}", parameters
    ):
        found[parties].add(day or 0)
    return [(tuple(parties.split()), days) for parties, days in found.items()]


def days_of_people(
    connection: sqlite3.Connection, within: Within
) -> list[tuple[tuple[Participant, ...], Days]]:
    """The days on which the same people met, in the same roles; ranks and posts are left out."""
    condition, parameters = _where(connection, within)
    by_facts: dict[bytes, Days] = defaultdict(set)
    for day, facts in connection.execute(f"SELECT {_DAY}, e.facts {_FROM} {condition}", parameters):
        by_facts[facts].add(day or 0)
    by_people: dict[bytes, Days] = defaultdict(set)
    for facts, days in by_facts.items():
        by_people[encounters.people_packed(facts)] |= days
    found: dict[tuple[Person, ...], Days] = defaultdict(set)
    for packed, days in by_people.items():
        there = encounters.unpacked(b"\0" + packed).people
        found[tuple(one._replace(rank=0, posts=()) for one in there)] |= days
    resolved = resolving.participants(connection, {one for people in found for one in people})
    return [(tuple(resolved[one] for one in people), days) for people, days in found.items()]


def _where(connection: sqlite3.Connection, within: Within) -> tuple[str, list[object]]:
    told = ["e.n > 0", "e.kind < ?"]  # what was held
    parameters: list[object] = [len(KINDS)]
    if within.articles is not None:
        told.append("l.article_id IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(list(within.articles)))
    if 0 < len(within.people or within.parties) <= FEW:
        told.append(
            "e.pos IN (SELECT f.pos FROM facet f WHERE f.value_id IN (SELECT value FROM json_each(?)))"
        )
        parameters.append(json.dumps(_numbers(connection, within)))
    if 0 < len(within.parties) <= FEW:
        between = " AND " if within.every else " OR "
        told.append(f"({between.join([_HAS_PARTY] * len(within.parties))})")
        parameters += [f"% {code} %" for code in within.parties]
    if within.since or within.until:
        told.append(f"{_DAY} BETWEEN ? AND ?")
        parameters += [number_of(within.since) or 0, _end_of(within.until)]
    return " AND ".join(told), parameters


def _numbers(connection: sqlite3.Connection, within: Within) -> list[int]:
    if within.parties:
        return [node.number for node in names.nodes(connection, "country", within.parties)]
    spelt = [
        spelling for key in within.people for spelling in name_rulings.spellings_of(connection, "person", key)
    ]
    return [node.number for node in names.nodes(connection, "person", spelt)]


def _end_of(until: str) -> int:
    """The last day of a day, a month, a year."""
    last = number_of(until) or _NEVER
    return last + (1231 if last % 10_000 == 0 else 31 if last % 100 == 0 else 0)


_NEVER = 99991231

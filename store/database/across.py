"""Questions to the encounters of all articles: of occasions, of people, of pairs of parties, by date.

What is asked for is found by the places of its articles in the list (people, countries and occasions are
known for each), then looked at row by row: the table of encounters needs no index of its own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from store.across.encounter import Encounter, HeldPost
from store.database import encounters, name_rulings, names
from store.database.resolving import Listed, Values, facts_of, held_post, listed, resolved
from store.encounters import BETWEEN, KINDS, date_of, number_of


class ToldOccasion(NamedTuple):
    """What articles tell of an occasion under one name, between the same parties."""

    name: str  # folded
    label: str
    parties: tuple[str, ...]
    sessions: tuple[tuple[int | None, int | None], ...]  # number and year
    first: str | None  # dates of its meetings
    last: str | None
    articles: int


_COLUMNS = "e.pos, e.n, e.date, e.kind, e.place, e.occasion, e.ordinal, e.parties, e.facts"
_FROM = "FROM encounter e JOIN listing l ON l.pos = e.pos"


def of_person(connection: sqlite3.Connection, key: str) -> list[Encounter]:
    """The encounters of a person under all spellings, and where else articles name the person, by date."""
    nodes = names.nodes(connection, "person", name_rulings.spellings_of(connection, "person", key))
    numbers = {node.number for node in nodes}
    found = _placed(connection, "person", [node.number for node in nodes])
    return resolved(
        connection,
        [one for one in found if any(person.number in numbers for person in facts_of(one).people)],
    )


def of_occasions(connection: sqlite3.Connection, keys: Iterable[str]) -> list[Encounter]:
    """The encounters of occasions by their folded names, each as it stands (spellings are not joined)."""
    nodes = names.nodes(connection, "occasion", keys)
    numbers = {node.number for node in nodes}
    found = _placed(connection, "occasion", [node.number for node in nodes])
    return resolved(connection, [one for one in found if one[2][5] in numbers])


def of_pair(connection: sqlite3.Connection, first: str, second: str) -> list[Encounter]:
    """The encounters of two parties (codes) with each other, whoever else was there, by date."""
    both = names.nodes(connection, "country", [first, second])
    if len(both) < 2:
        return []
    few, many = sorted(both, key=lambda node: node.articles)
    found = connection.execute(
        f"SELECT l.article_id, l.date, {_COLUMNS} FROM facet f JOIN encounter e ON e.pos = f.pos"
        " JOIN listing l ON l.pos = e.pos WHERE f.value_id = ? AND e.n > 0"
        " AND EXISTS (SELECT 1 FROM facet o WHERE o.value_id = ? AND o.pos = f.pos)"
        " AND ' ' || e.parties || ' ' LIKE ? AND ' ' || e.parties || ' ' LIKE ?",
        (few.number, many.number, f"% {first} %", f"% {second} %"),
    )
    return resolved(connection, listed(found))


def of_party(connection: sqlite3.Connection, code: str) -> list[Encounter]:
    """The encounters of a party (code) with whomever, by date."""
    found = _placed(
        connection, "country", [node.number for node in names.nodes(connection, "country", [code])]
    )
    return resolved(connection, (one for one in found if one[2][1] and code in one[2][7].split()))


def of_articles(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Encounter]:
    """The encounters that these articles report, and whom else they name, by date."""
    found = connection.execute(
        f"SELECT l.article_id, l.date, {_COLUMNS} FROM listing l JOIN encounter e ON e.pos = l.pos"
        " WHERE l.article_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return resolved(connection, listed(found))


def between(connection: sqlite3.Connection, first: str, last: str) -> list[Encounter]:
    """The encounters from one day to another, both included (2025-12-17, or 2025 for all of it), by date."""
    since, until = number_of(first), number_of(last)
    if since is None or until is None:
        return []
    until += (1231 if until % 10_000 == 0 else 31) if until % 100 == 0 else 0
    dated = "coalesce(e.date, replace(l.date, '-', ''))"
    found = connection.execute(
        f"SELECT l.article_id, l.date, {_COLUMNS} {_FROM}"
        f" WHERE e.n > 0 AND CAST({dated} AS INTEGER) BETWEEN ? AND ?",
        (since, until),
    )
    return resolved(connection, listed(found))


def everything(connection: sqlite3.Connection) -> list[Encounter]:
    """All encounters of the library, by date."""
    return resolved(
        connection,
        listed(connection.execute(f"SELECT l.article_id, l.date, {_COLUMNS} {_FROM} WHERE e.n > 0")),
    )


def where(connection: sqlite3.Connection, condition: str, parameters: Sequence[object]) -> list[Encounter]:
    """The encounters ``e`` of listed articles ``l`` of which that holds, by date."""
    found = connection.execute(
        f"SELECT l.article_id, l.date, {_COLUMNS} {_FROM} WHERE {condition}", parameters
    )
    return resolved(connection, listed(found))


def pairs(connection: sqlite3.Connection) -> list[tuple[tuple[str, ...], int]]:
    """Which parties (codes, sorted) met, and in how many encounters of articles, the most frequent first."""
    found = connection.execute(
        "SELECT parties, count(*) FROM encounter WHERE n > 0 AND parties LIKE '% %'"
        " GROUP BY parties ORDER BY 2 DESC, 1"
    )
    return [(tuple(parties.split()), count) for parties, count in found]


def occasions(connection: sqlite3.Connection) -> list[ToldOccasion]:
    """Every occasion, by wording and parties."""
    year = "coalesce(e.date / 10000, (SELECT substr(l.date, 1, 4) FROM listing l WHERE l.pos = e.pos), '')"
    found = connection.execute(
        "SELECT v.key, v.label, o.* FROM (SELECT e.occasion, e.parties,"
        f" group_concat(DISTINCT coalesce(e.ordinal, '') || ':' || {year}), min(e.date), max(e.date),"
        " count(DISTINCT e.pos) FROM encounter e WHERE e.occasion IS NOT NULL"
        " GROUP BY e.occasion, e.parties) o JOIN facet_value v ON v.id = o.occasion"
    )
    return [
        ToldOccasion(
            key, label, tuple(parties.split()), _sessions(sessions), date_of(first), date_of(last), count
        )
        for key, label, _, parties, sessions, first, last, count in found
    ]


def _sessions(told: str) -> tuple[tuple[int | None, int | None], ...]:
    parts = (one.partition(":") for one in told.split(","))
    return tuple((int(number) if number else None, int(year) if year else None) for number, _, year in parts)


# -- posts


def posts_for(connection: sqlite3.Connection, country: str) -> list[tuple[int, HeldPost]]:
    """The posts of a country that articles give to people, each with its number."""
    found = connection.execute("SELECT id, key, label FROM facet_value WHERE kind = 'post'")
    return [
        (number, held_post(key, label)) for number, key, label in found if key.endswith(BETWEEN + country)
    ]


class ToldHolder(NamedTuple):
    """Somebody who is given a post: where first, where last, in how many articles."""

    post: int
    person: str  # key
    name: str
    spelt: str
    first: tuple[str | None, int]  # date, article
    last: tuple[str | None, int]
    articles: int


def holders(connection: sqlite3.Connection, posts: Collection[int]) -> list[ToldHolder]:
    """Who is given these posts, under each spelling."""
    wanted = frozenset(posts)
    if not wanted:
        return []
    holding = " OR ".join(["instr(e.facts, ?)"] * len(wanted))
    rows = connection.execute(
        f"SELECT l.article_id, coalesce(l.date, e.date), e.facts {_FROM} WHERE {holding} ORDER BY e.pos",
        [encounters.post_packed(number) for number in sorted(wanted)],
    )
    found: dict[tuple[int, int], list[tuple[str | None, int]]] = {}
    for article, day, facts in rows:
        for person in encounters.unpacked(facts).people:
            for post in wanted.intersection(person.posts):
                said = found.setdefault((post, person.number), [])
                if not said or said[-1][1] != article:
                    said.append((date_of(day) if isinstance(day, int) else day, article))
    values = Values(connection, [], {person for _, person in found})
    return [
        ToldHolder(post, *values.person(person), _first(said), max(said, key=_oldest), len(said))
        for (post, person), said in found.items()
    ]


def _first(said: Sequence[tuple[str | None, int]]) -> tuple[str | None, int]:
    """The oldest with a date, where there is one."""
    return min([one for one in said if one[0]] or said, key=_oldest)


def _oldest(said: tuple[str | None, int]) -> tuple[str, int]:
    return said[0] or "", said[1]


def told_by_day(connection: sqlite3.Connection) -> list[tuple[str | None, int, int]]:
    """Of each day (or month, or year): so many encounters of articles that were held, and planned."""
    found = connection.execute(
        "SELECT coalesce(e.date, CAST(replace(l.date, '-', '') AS INTEGER)) AS day, sum(e.kind < ?),"
        f" sum(e.kind >= ?) {_FROM} WHERE e.n > 0 GROUP BY day ORDER BY day",
        (len(KINDS), len(KINDS)),
    )
    return [(date_of(day), held, planned) for day, held, planned in found]


def people_like(connection: sqlite3.Connection, name: str) -> list[tuple[str, str, int]]:
    """Key, label and number of articles of people who share the first or the last word of a folded name."""
    words = name.split()
    if not words:
        return []
    found = connection.execute(
        "SELECT key, label, articles FROM facet_value WHERE kind = 'person' AND articles > 0"
        " AND (key >= ?1 AND key < ?1 || '{' OR ' ' || key || '|' LIKE ?2)",
        (f"{words[0]} ", f"% {words[-1]}|%"),
    )
    return [(key, label, articles) for key, label, articles in found]


_LOOKED_AT = 40
"""Encounters of a person in which the home is looked for."""


def homes_of(connection: sqlite3.Connection, key: str) -> frozenset[str]:
    """The countries (codes) that articles give a person of that key; of a frequent one some of them."""
    numbers = [node.number for node in names.nodes(connection, "person", [key])]
    rows = connection.execute(
        "SELECT e.facts FROM facet f JOIN encounter e ON e.pos = f.pos"
        " WHERE f.value_id IN (SELECT value FROM json_each(?)) LIMIT ?",
        (json.dumps(numbers), _LOOKED_AT),
    )
    codes = {
        person.country
        for (facts,) in rows
        for person in encounters.unpacked(facts).people
        if person.number in numbers and person.country
    }
    return frozenset(code for _, code, _ in encounters.labels(connection, codes).values())


def is_party(connection: sqlite3.Connection, code: str) -> bool:
    """Whether any article names that country or organisation as a side or somebody's home."""
    return any(node.articles for node in names.nodes(connection, "country", [code]))


def newest_day(connection: sqlite3.Connection) -> str | None:
    """The date of the newest article; None where none has a date."""
    row = connection.execute(
        "SELECT date FROM listing WHERE date IS NOT NULL ORDER BY pos DESC LIMIT 1"
    ).fetchone()
    return row[0] if row else None


def years(connection: sqlite3.Connection) -> tuple[int, int] | None:
    """The years of the oldest and of the newest article; None where none has a date."""
    first, last = connection.execute("SELECT min(date), max(date) FROM listing WHERE date > ''").fetchone()
    return (int(first[:4]), int(last[:4])) if first else None


def _placed(connection: sqlite3.Connection, kind: str, numbers: Sequence[int]) -> list[Listed]:
    """The rows of the articles that have any of these values."""
    found = connection.execute(
        "WITH p (pos) AS (SELECT DISTINCT pos FROM facet WHERE value_id IN (SELECT value FROM json_each(?)))"
        f" SELECT l.article_id, l.date, {_COLUMNS}"
        " FROM p JOIN encounter e ON e.pos = p.pos JOIN listing l ON l.pos = p.pos",
        (json.dumps(list(numbers)),),
    )
    return list(listed(found))

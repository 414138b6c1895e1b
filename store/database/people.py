"""People over all articles: a person's rulings over names, and the names that are merged by them."""

from __future__ import annotations

import json
import sqlite3
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Sequence

from store.database import articles, derived, rulings
from store.derive import ruled
from store.model import Choice, PersonRuling, Reading
from store.persons import people_of

_COLUMNS = "id, first_key, second_key, same, created_at"
_NAMES = "SELECT id FROM facet_value WHERE kind = 'person' AND key IN (SELECT value FROM json_each(?))"


# -- rulings


def everything(connection: sqlite3.Connection) -> list[PersonRuling]:
    """All rulings, in the order in which they were made."""
    return _rulings(connection, "ORDER BY id")


def get(connection: sqlite3.Connection, ids: Iterable[int]) -> list[PersonRuling]:
    """The rulings of these numbers that are there."""
    wanted = json.dumps(list(ids))
    return _rulings(connection, "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", wanted)


def between(connection: sqlite3.Connection, first: str, second: str) -> list[PersonRuling]:
    """What was ruled of two names."""
    return _rulings(connection, "WHERE first_key = ? AND second_key = ?", first, second)


def _rulings(connection: sqlite3.Connection, which: str, *parameters: object) -> list[PersonRuling]:
    found = connection.execute(f"SELECT {_COLUMNS} FROM person_ruling {which}", parameters)
    return [
        PersonRuling(number, first, second, bool(same), created)
        for number, first, second, same, created in found
    ]


def insert(connection: sqlite3.Connection, made: PersonRuling) -> int:
    """Keep a ruling, under its own number unless that is 0; returns the number."""
    cursor = connection.execute(
        f"INSERT INTO person_ruling ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)",
        (made.id or None, made.first, made.second, int(made.same), made.created_at),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def delete(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Take rulings back."""
    connection.executemany("DELETE FROM person_ruling WHERE id = ?", ((number,) for number in ids))


# -- what is merged


def merge(connection: sqlite3.Connection) -> None:
    """Merge names as the rulings say."""
    connection.execute("DELETE FROM merged")
    merged = people_of(everything(connection)).person_of
    connection.executemany("INSERT INTO merged (key, person) VALUES (?, ?)", merged.items())
    connection.execute("INSERT OR REPLACE INTO derived (key, value) VALUES ('people', '1')")


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether what is merged follows the rulings: not so in a copy that holds only what cannot be derived."""
    done = connection.execute("SELECT 1 FROM derived WHERE key = 'people'").fetchone()
    return done is not None or connection.execute("SELECT 1 FROM person_ruling").fetchone() is None


def make_current(connection: sqlite3.Connection) -> None:
    """Merge names where that has not been done."""
    if not is_current(connection):
        merge(connection)


def all_merged(connection: sqlite3.Connection) -> dict[str, str]:
    """The names that are merged, each with the one that stands for all of them."""
    return dict(connection.execute("SELECT key, person FROM merged"))


def spellings_of(connection: sqlite3.Connection, key: str) -> tuple[str, ...]:
    """All names of the person who has that one."""
    found = connection.execute(
        "SELECT key FROM merged WHERE person = (SELECT person FROM merged WHERE key = ?) ORDER BY key", (key,)
    )
    return tuple(row[0] for row in found) or (key,)


def together(connection: sqlite3.Connection, names: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """``names`` (the most frequent first) as people: one entry for all spellings of each."""
    merged = all_merged(connection)
    if not merged:
        return names
    result = [name for name in names if name.key not in merged]
    found: dict[str, list[Choice]] = defaultdict(list)
    for name in names:
        if name.key in merged:
            found[merged[name.key]].append(name)
    spelt = defaultdict(list)
    for key, person in merged.items():
        spelt[person].append(key)
    for person, (first, *others) in found.items():
        count = how_often(connection, spelt[person]) if others else first.count
        also = tuple(sorted(key for key in spelt[person] if key != first.key))
        insort(result, Choice(first.key, first.label, count, also), key=lambda one: (-one.count, one.label))
    return tuple(result)


# -- where they are


def names(connection: sqlite3.Connection) -> dict[str, int]:
    """All names in articles, folded, and in how many."""
    return dict(
        connection.execute("SELECT key, articles FROM facet_value WHERE kind = 'person' AND articles > 0")
    )


def state(connection: sqlite3.Connection) -> tuple[int, int]:
    """Two numbers that are others when names came or went."""
    row = connection.execute(
        "SELECT count(*), coalesce(sum(id), 0) FROM facet_value WHERE kind = 'person' AND articles > 0"
    ).fetchone()
    return int(row[0]), int(row[1])


def labels(connection: sqlite3.Connection, keys: Sequence[str]) -> tuple[Choice, ...]:
    """These names as articles have them, the most frequent first."""
    found = connection.execute(
        f"SELECT key, label, articles FROM facet_value WHERE id IN ({_NAMES}) AND articles > 0"
        " ORDER BY articles DESC, label",
        (json.dumps(keys),),
    )
    return tuple(Choice(*row) for row in found)


def how_often(connection: sqlite3.Connection, keys: Sequence[str]) -> int:
    """In how many articles any of these names is."""
    found = connection.execute(
        f"SELECT count(DISTINCT pos) FROM facet WHERE value_id IN ({_NAMES})", (json.dumps(keys),)
    )
    return int(found.fetchone()[0])


def period(connection: sqlite3.Connection, keys: Sequence[str]) -> tuple[str | None, str | None]:
    """Dates of the oldest and the newest dated article that has any of these names."""
    oldest, newest = None, None
    for (number,) in connection.execute(_NAMES, (json.dumps(keys),)).fetchall():
        for direction in ("ASC", "DESC"):
            row = connection.execute(
                "SELECT l.date FROM facet f JOIN listing l ON l.pos = f.pos"
                f" WHERE f.value_id = ? AND l.date IS NOT NULL ORDER BY f.pos {direction} LIMIT 1",
                (number,),
            ).fetchone()
            if row is not None:
                oldest = min(oldest or row[0], row[0])
                newest = max(newest or row[0], row[0])
    return oldest, newest


def readings(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterable[tuple[int, Reading]]:
    """The readings of articles, as a person has them."""
    for number in numbers:
        reading = derived.reading(connection, number)
        laws = rulings.of_article(connection, number)
        loaded = articles.load(connection, number) if laws else None
        yield number, ruled(reading, laws, loaded[0].text) if loaded else reading

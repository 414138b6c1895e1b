"""Which earlier articles have some words: asked of the search index, whose order is that of the dates."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from store.database.places import DATED, SLOTS, first_of
from store.derive import unpack
from store.model import Reading

_END = 2**62
"""After the place of any article."""


class Place(NamedTuple):
    """Where an article is in the list, and what is before it."""

    pos: int
    date: str | None
    first: int  # places from here on ...
    before: int  # ... and before this are of earlier days

    @property
    def later(self) -> tuple[int, int]:
        """From where on and before where the articles of later days are."""
        if self.date is None or self.pos < DATED:
            return self.pos + 1, DATED
        return first_of(self.date) + SLOTS, _END


@dataclass(frozen=True)
class Found:
    """An article at a place in the list."""

    pos: int
    id: int
    key: str
    date: str | None
    heading: str
    text: str
    packed: bytes | None
    engine: str | None

    @cached_property
    def reading(self) -> Reading:
        """What was read from it; of most articles that are looked at nobody asks."""
        return unpack(self.packed, self.engine) if self.packed and self.engine else Reading()


def place_of(connection: sqlite3.Connection, article_id: int) -> Place | None:
    """The place of an article; what has no date is after what came in before it, if that has none either."""
    row = connection.execute("SELECT pos, date FROM listing WHERE article_id = ?", (article_id,)).fetchone()
    if row is None:
        return None
    pos, date = row
    return Place(pos, date, 0, pos) if pos < DATED else Place(pos, date, DATED, first_of(date))


def places(
    connection: sqlite3.Connection, words: Sequence[str], first: int, before: int, limit: int
) -> list[int]:
    """The newest places from ``first`` on and before ``before`` whose text has these words on end."""
    found = connection.execute(
        "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ?"
        " ORDER BY rowid DESC LIMIT ?",
        (_phrase(words), first, before, limit),
    )
    return [row[0] for row in found]


def oldest(
    connection: sqlite3.Connection, phrases: Iterable[Sequence[str]], first: int, before: int
) -> int | None:
    """The oldest of these places whose text has all of the phrases."""
    row = connection.execute(
        "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid LIMIT 1",
        (" AND ".join(map(_phrase, phrases)), first, before),
    ).fetchone()
    return None if row is None else int(row[0])


def _phrase(words: Sequence[str]) -> str:
    return f'body : "{" ".join(words)}"'


def count(connection: sqlite3.Connection, first: int, before: int) -> int:
    """How many articles there are from ``first`` on and before ``before``."""
    if first < DATED:
        row = connection.execute(
            "SELECT count(*) FROM listing WHERE pos >= ? AND pos < ?", (first, before)
        ).fetchone()
        return int(row[0])
    # Whole years are counted already: to count a million articles takes a tenth of a second.
    last = connection.execute(
        "SELECT date FROM listing WHERE pos >= ? AND pos < ? ORDER BY pos DESC LIMIT 1", (first, before)
    ).fetchone()
    if last is None:
        return 0
    year = last[0][:4]
    row = connection.execute(
        "SELECT (SELECT coalesce(sum(articles), 0) FROM listed WHERE year >= '1000' AND year < ?)"
        " + (SELECT count(*) FROM listing WHERE pos >= ? AND pos < ?)",
        (year, first_of(f"{year}-01-01"), before),
    ).fetchone()
    return int(row[0])


def at(connection: sqlite3.Connection, wanted: Iterable[int]) -> dict[int, Found]:
    """The articles at some places in the list."""
    rows = connection.execute(
        "SELECT l.pos, l.article_id, l.key, l.date, l.heading, a.text, r.body, r.engine FROM json_each(?) j"
        " CROSS JOIN listing l ON l.pos = j.value JOIN article a ON a.id = l.article_id"
        " LEFT JOIN reading r ON r.article_id = l.article_id",
        (json.dumps(sorted(set(wanted))),),
    )
    return {row[0]: Found(*row) for row in rows}


def places_of(connection: sqlite3.Connection, ids: Iterable[int], first: int, before: int) -> list[int]:
    """The places of some articles that are from ``first`` on and before ``before``, the newest first."""
    rows = connection.execute(
        "SELECT pos FROM listing WHERE article_id IN (SELECT value FROM json_each(?))"
        " AND pos >= ? AND pos < ? ORDER BY pos DESC",
        (json.dumps(list(ids)), first, before),
    )
    return [row[0] for row in rows]


def of_pair(connection: sqlite3.Connection, parties: Sequence[str], first: int, before: int) -> list[int]:
    """Those of these places, the newest first, that tell of a meeting of these parties (codes)."""
    few = connection.execute(
        "SELECT id FROM facet_value WHERE kind = 'country' AND key IN (SELECT value FROM json_each(?))"
        " ORDER BY articles LIMIT 1",
        (json.dumps(list(parties)),),
    ).fetchone()
    if few is None:
        return []
    named = " AND ".join(["' ' || e.parties || ' ' LIKE ?"] * len(parties))
    rows = connection.execute(
        "SELECT DISTINCT f.pos FROM facet f JOIN encounter e ON e.pos = f.pos"
        f" WHERE f.value_id = ? AND f.pos >= ? AND f.pos < ? AND e.n > 0 AND {named} ORDER BY f.pos DESC",
        (few[0], first, before, *(f"% {code} %" for code in parties)),
    )
    return [row[0] for row in rows]


_DAYS = 2
"""So long before a meeting another article may tell of it."""

_LATER = 7
"""So long after another article on it."""

_LONG = 30
"""Longer ago it is told of as what was once."""


def around(connection: sqlite3.Connection, article_id: int, day: str | None = None) -> list[int]:
    """The numbers of the other articles that may be on the same meeting, and share a country with that one.

    They are of the days around its date; ``day``: and around that of its first meeting.
    """
    place = place_of(connection, article_id)
    if place is None or place.date is None or place.pos < DATED:
        return []
    own = first_of(place.date)
    met = min(own, first_of(day)) if day else own
    rows = connection.execute(
        "SELECT DISTINCT l.article_id FROM facet f JOIN facet_value v ON v.id = f.value_id"
        " JOIN facet o ON o.value_id = f.value_id JOIN listing l ON l.pos = o.pos"
        " WHERE f.pos = ? AND v.kind = 'country' AND o.pos >= ? AND o.pos < ? AND l.article_id <> ?",
        (
            place.pos,
            max(met, own - _LONG * SLOTS) - _DAYS * SLOTS,
            own + (_LATER + 1) * SLOTS,
            article_id,
        ),
    )
    return [row[0] for row in rows]

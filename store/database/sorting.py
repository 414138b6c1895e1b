"""The list in other orders than by date: by heading, by outlet and so on.

Places in the list grow with the date, so newest first is the tables' own order and each page is a step away.
Another order is made of all places at once and kept in memory, eight bytes an article, until the list
changes: an index of headings would make the file of a library larger by a fiftieth.

What has no outlet, no occasion, comes last, whichever way round. What is alike comes newest first.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from store.database.filters import Selection

TURNED = "-"
"""Begins the name of an order that is the other way round."""

_KEPT_AT_MOST = 4
_LEADING = re.compile(r"[^0-9a-z]+")


class _Sort(NamedTuple):
    """How SQLite puts places in an order: ``l`` is a row of the list."""

    key: str
    lacks: str = ""  # what holds of a row that has nothing to be sorted by
    first: str = ""  # WITH
    beside: str = ""  # JOIN
    descends: bool = False  # if it is not turned round
    stays: bool = True  # for as long as no article comes, goes or is read anew


def _text(column: str) -> str:
    """What a text is sorted by; most begin with a plain letter and have no other, and need no Python."""
    plain = f"{column} GLOB '[A-Za-z0-9]*' AND {column} NOT GLOB '*[^ -~]*'"
    return f"CASE WHEN {plain} THEN lower({column}) ELSE sort_key({column}) END"


def _by_names(kind: str) -> _Sort:
    """By the name of that kind that the list shows first of an article: the most frequent."""
    return _Sort(
        key="v.nth",
        lacks="v.nth IS NULL",
        first="WITH v (id, often, nth) AS MATERIALIZED (SELECT id, row_number() OVER"
        f" (ORDER BY articles DESC, label), dense_rank() OVER (ORDER BY {_text('label')})"
        f" FROM facet_value WHERE kind = '{kind}' AND articles > 0),"
        " shown (pos, often) AS MATERIALIZED (SELECT f.pos, min(v.often) FROM v"
        " CROSS JOIN facet f ON f.value_id = v.id GROUP BY f.pos)",
        beside="LEFT JOIN shown ON shown.pos = l.pos LEFT JOIN v ON v.often = shown.often",
    )


_OF_STATE = "LEFT JOIN article_state s ON s.article_id = l.article_id"
_SORTS = {
    "heading": _Sort(_text("l.heading"), lacks="l.heading = ''"),
    "outlet": _Sort(_text("coalesce(l.outlet, '')"), lacks="coalesce(l.outlet, '') = ''"),
    "country": _Sort("l.countries", lacks="l.countries = ''"),
    "occasion": _by_names("occasion"),
    "person": _by_names("person"),
    "imported": _Sort("l.article_id", descends=True),
    "unread": _Sort("coalesce(s.read, 0)", beside=_OF_STATE, stays=False),
    "starred": _Sort("coalesce(s.starred, 0)", beside=_OF_STATE, descends=True, stays=False),
    "notes": _Sort(
        "coalesce(n.notes, 0)",
        beside="LEFT JOIN (SELECT article_id, count(*) AS notes FROM annotation GROUP BY article_id) n"
        " ON n.article_id = l.article_id",
        descends=True,
        stays=False,
    ),
    "tag": _Sort(
        "t.nth",
        lacks="t.nth IS NULL",
        first="WITH named (id, nth) AS MATERIALIZED (SELECT id, row_number() OVER"
        f" (ORDER BY {_text('name')}, key) FROM tag),"
        " first (article_id, key) AS MATERIALIZED (SELECT u.article_id, min(g.key) FROM article_tag u"
        " JOIN tag g ON g.id = u.tag_id GROUP BY u.article_id),"
        " t (article_id, nth) AS MATERIALIZED (SELECT first.article_id, named.nth FROM first"
        " JOIN tag g ON g.key = first.key JOIN named ON named.id = g.id)",
        beside="LEFT JOIN t ON t.article_id = l.article_id",
        stays=False,
    ),
}
SORTS = tuple(_SORTS)
"""What the list can be sorted by, beside the date and how well a search fits."""


def is_sort(order: str) -> bool:
    """Whether an order is one of these, either way round."""
    return order.removeprefix(TURNED) in _SORTS


def sort_key(text: str) -> str:
    """What a text with other letters than plain ones is sorted by: ``“Çelik”`` stands by ``Celik``."""
    from store.folding import fold  # the first list is read without it

    folded = fold(text)
    start = _LEADING.match(folded)
    return folded[start.end() :] if start else folded


def touch(connection: sqlite3.Connection) -> None:
    """Articles come, go or are read anew: an order that was made is none any more."""
    connection.execute("INSERT OR REPLACE INTO derived (key, value) VALUES ('list', hex(randomblob(8)))")


class Sorted:
    """The orders of one library that were made, shared by its threads."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._made: dict[str, tuple[str, array[int]]] = {}

    def places(self, connection: sqlite3.Connection, selection: Selection, order: str) -> array[int]:
        """The places of all that is chosen, in that order. ``connection`` is in a transaction."""
        sort = _SORTS[order.removeprefix(TURNED)]
        if selection.nothing:
            return array("q")
        if not sort.stays:
            return _places(connection, order, selection)
        whole = self._whole(connection, order)
        if selection.everything:
            return whole
        chosen = {row[0] for row in connection.execute(selection.unordered, selection.parameters)}
        return array("q", (place for place in whole if place in chosen))

    def _whole(self, connection: sqlite3.Connection, order: str) -> array[int]:
        state = connection.execute("SELECT value FROM derived WHERE key = 'list'").fetchone()
        told = state[0] if state else ""
        with self._turn:
            known = self._made.pop(order, None)
            if known is None or known[0] != told:
                known = told, _places(connection, order)
            self._made[order] = known
            while len(self._made) > _KEPT_AT_MOST:
                del self._made[next(iter(self._made))]
            return known[1]


def _places(connection: sqlite3.Connection, order: str, selection: Selection | None = None) -> array[int]:
    sort, turned = _SORTS[order.removeprefix(TURNED)], order.startswith(TURNED)
    first, table, parameters = sort.first, "listing l", list[object]()
    if selection is not None and not selection.everything:
        first = f"{first}, " if first else "WITH "
        first += f"chosen (pos) AS MATERIALIZED ({selection.unordered})"
        # CROSS JOIN keeps SQLite from turning the order round.
        table, parameters = "chosen c CROSS JOIN listing l ON l.pos = c.pos", selection.parameters
    way = "DESC" if sort.descends is not turned else "ASC"
    by = ", ".join(filter(None, (sort.lacks, f"{sort.key} {way}", "l.pos DESC")))
    return _gathered(
        connection.execute(f"{first} SELECT l.pos FROM {table} {sort.beside} ORDER BY {by}", parameters)
    )


def _gathered(rows: Iterable[tuple[int]]) -> array[int]:
    # One by one: whoever else wants to go on in Python need not wait for all of them.
    return array("q", (row[0] for row in rows))

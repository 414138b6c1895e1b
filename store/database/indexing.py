"""Keeps the search index in step with the articles, their readings and what a person wrote.

The index holds no copy of its words: to take an entry out, they are put together again as they were.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from store.database import rulings, search
from store.derive import ruled, unpack
from store.folding import FOLD_VERSION
from store.indexed import INDEX_VERSION, Columns, columns_of, with_own
from store.model import Reading

_CURRENT = f"{FOLD_VERSION}.{INDEX_VERSION}"
_AT_ONCE = 500
_LISTED = (
    "SELECT l.pos, a.id, a.text, r.body, r.engine FROM listing l JOIN article a ON a.id = l.article_id"
    " LEFT JOIN reading r ON r.article_id = a.id"
)


def add(connection: sqlite3.Connection, rows: Iterable[tuple[int, int, Columns]]) -> None:
    """Index articles: place in the list, number, and their columns but for those that a person fills."""
    wanted = list(rows)
    written = _written_on(connection, [number for _, number, _ in wanted])
    search.add(
        connection,
        [
            (pos, _own(connection, number, columns) if number in written else columns)
            for pos, number, columns in wanted
        ],
    )


def _written_on(connection: sqlite3.Connection, ids: list[int]) -> set[int]:
    """Those of the articles that have a note or a tag."""
    found = connection.execute(
        "WITH wanted (id) AS (SELECT value FROM json_each(?)) SELECT id FROM wanted WHERE"
        " EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = wanted.id)"
        " OR EXISTS (SELECT 1 FROM article_tag t WHERE t.article_id = wanted.id)",
        (json.dumps(ids),),
    )
    return {row[0] for row in found}


def remove(connection: sqlite3.Connection, ids: Iterable[int]) -> list[int]:
    """Take articles out of the index; returns their places in the list."""
    found = [row for number in ids for row in _rows(connection, "WHERE a.id = ?", (number,))]
    search.remove(connection, found)
    return [pos for pos, _ in found]


@contextmanager
def following(connection: sqlite3.Connection, ids: Iterable[int]) -> Iterator[None]:
    """Whatever is written within about these articles, the index follows."""
    make_current(connection)
    wanted = list(dict.fromkeys(ids))
    remove(connection, wanted)
    yield
    rows = [row for number in wanted for row in _rows(connection, "WHERE a.id = ?", (number,))]
    search.add(connection, rows)


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the index was made by today's folding and has today's columns."""
    row = connection.execute("SELECT value FROM derived WHERE key = 'fold'").fetchone()
    return row is not None and row[0] == _CURRENT


def make_current(connection: sqlite3.Connection) -> None:
    """Fill the index anew if it was made otherwise. Nothing may be added or removed before."""
    if is_current(connection):
        return
    search.empty(connection)
    for batch in batches(connection):
        search.add(connection, batch)
    connection.execute("INSERT OR REPLACE INTO derived (key, value) VALUES ('fold', ?)", (_CURRENT,))


def batches(connection: sqlite3.Connection) -> Iterator[list[tuple[int, Columns]]]:
    """What the index is to hold of every listed article, in order of place."""
    batch: list[tuple[int, Columns]] = []
    for row in _rows(connection, "ORDER BY l.pos", ()):
        batch.append(row)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _rows(
    connection: sqlite3.Connection, which: str, parameters: tuple[object, ...]
) -> Iterator[tuple[int, Columns]]:
    for pos, number, text, packed, engine in connection.execute(f"{_LISTED} {which}", parameters):
        machine = unpack(packed, engine) if packed is not None else Reading()
        reading = ruled(machine, rulings.of_article(connection, number), text)
        yield pos, _own(connection, number, columns_of(text, reading))


def _own(connection: sqlite3.Connection, article_id: int, columns: Columns) -> Columns:
    notes = connection.execute(
        "SELECT note FROM annotation WHERE article_id = ? AND note <> '' ORDER BY id", (article_id,)
    )
    tags = connection.execute(
        "SELECT t.name FROM tag t JOIN article_tag u ON u.tag_id = t.id WHERE u.article_id = ?1"
        " UNION SELECT t.name FROM tag t JOIN annotation_tag u ON u.tag_id = t.id"
        " JOIN annotation n ON n.id = u.annotation_id WHERE n.article_id = ?1 ORDER BY 1",
        (article_id,),
    )
    return with_own(columns, (row[0] for row in notes), (row[0] for row in tags))

"""A person's rulings over readings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from store.model import Anchor, Ruling, RulingKind, Span

_COLUMNS = (
    "id, article_id, kind, subject, start, end, exact, prefix, suffix, text_hash, field, value, created_at"
)


def insert(connection: sqlite3.Connection, made: Ruling) -> int:
    """Keep a ruling, under its own number unless that is 0; returns the number."""
    anchor = made.anchor
    cursor = connection.execute(
        f"INSERT INTO ruling ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            made.id or None,
            made.article_id,
            made.kind.value,
            made.subject,
            *anchor.span,
            anchor.exact,
            anchor.prefix,
            anchor.suffix,
            anchor.text_hash,
            made.field,
            json.dumps(made.value, ensure_ascii=False),
            made.created_at,
        ),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def of_article(connection: sqlite3.Connection, article_id: int) -> list[Ruling]:
    """The rulings of one article, in the order in which they were made."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM ruling WHERE article_id = ? ORDER BY id", (article_id,)
    )
    return [_ruling(*row) for row in found]


def get(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Ruling]:
    """The rulings of these numbers that are there."""
    wanted = json.dumps(list(ids))
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM ruling WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (wanted,)
    )
    return [_ruling(*row) for row in found]


def delete(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Take rulings back."""
    connection.executemany("DELETE FROM ruling WHERE id = ?", ((number,) for number in ids))


def ruled_articles(connection: sqlite3.Connection) -> list[int]:
    """The articles outside the bin that have rulings."""
    found = connection.execute(
        "SELECT DISTINCT r.article_id FROM ruling r JOIN article a ON a.id = r.article_id"
        " WHERE a.binned_at IS NULL ORDER BY 1"
    )
    return [row[0] for row in found]


def _ruling(
    number: int,
    article_id: int,
    kind: str,
    subject: str,
    start: int,
    end: int,
    exact: str,
    prefix: str,
    suffix: str,
    text_hash: str,
    name: str,
    value: str,
    created: str,
) -> Ruling:
    anchor = Anchor(Span(start, end), exact, prefix, suffix, text_hash)
    said: Any = json.loads(value)
    return Ruling(number, article_id, RulingKind(kind), subject, anchor, name, said, created)

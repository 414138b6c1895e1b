"""Read and starred: what a person did with an article."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Literal


def put(
    connection: sqlite3.Connection, column: Literal["read", "starred"], ids: Iterable[int], value: bool
) -> set[int]:
    """Set it for articles; returns those that were otherwise before."""
    wanted = json.dumps(list(ids))
    changed = connection.execute(
        "SELECT a.id FROM article a LEFT JOIN article_state s ON s.article_id = a.id"
        f" WHERE a.id IN (SELECT value FROM json_each(?)) AND coalesce(s.{column}, 0) <> ?",
        (wanted, int(value)),
    ).fetchall()
    connection.executemany(
        f"INSERT INTO article_state (article_id, {column}) VALUES (?, ?)"
        f" ON CONFLICT (article_id) DO UPDATE SET {column} = excluded.{column}",
        ((row[0], int(value)) for row in changed),
    )
    return {row[0] for row in changed}

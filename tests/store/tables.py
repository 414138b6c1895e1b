"""The tables of a library in memory, made once and copied."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import cache

from store.database import search
from store.database.connection import prepare
from store.database.migrations import migrate
from store.indexed import columns_of
from store.model import Reading


@cache
def _made_once() -> bytes:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    image = connection.serialize()
    connection.close()
    return image


def connection_to_memory() -> sqlite3.Connection:
    """An empty library in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(_made_once())
    prepare(connection)
    return connection


def with_texts(texts: Iterable[str]) -> sqlite3.Connection:
    """A library in memory with articles of these words, of which nothing was read."""
    connection = connection_to_memory()
    for pos, text in enumerate(texts, 1):
        connection.execute(
            "INSERT INTO article (id, key, text, path, format, encoding, sha256, imported_at, fingerprint)"
            " VALUES (?, 'k', ?, '', '', '', '', '', ?)",
            (pos, text, bytes([pos])),
        )
        connection.execute(
            "INSERT INTO listing (pos, article_id, key, heading, countries) VALUES (?, ?, 'k', '', '')",
            (pos, pos),
        )
        search.add(connection, [(pos, columns_of(text, Reading()))])
    return connection

"""The tables of a library in memory, made once and copied."""

from __future__ import annotations

import sqlite3
from functools import cache

from store.database.connection import prepare
from store.database.migrations import migrate


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

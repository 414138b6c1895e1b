"""Giving back to the disk what a library file no longer needs."""

from __future__ import annotations

import sqlite3

SLACK = 50
"""One page in so many may stay free: the next articles fill them."""

_PAGES = 500


def give_back_some(connection: sqlite3.Connection) -> bool:
    """One step of making the file smaller; whether there is more to do.

    Files made before this was asked of them keep their free pages; what comes next goes into those.
    """
    free = _free(connection)
    if free * SLACK < _number(connection, "page_count"):
        return False
    for _ in range(min(free, _PAGES)):
        connection.execute("PRAGMA incremental_vacuum(1)")  # asked for more, sqlite3 stops after one as well
    return 0 < _free(connection) < free


def _free(connection: sqlite3.Connection) -> int:
    return _number(connection, "freelist_count")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])

"""What an earlier version of the reading made of a library, made anew; quick where there is nothing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.database import derived, encounters, indexing, name_rulings
from store.database.connection import Database
from store.model import Changes

if TYPE_CHECKING:
    from store.importing import Cancelled, Progress


def reread(
    database: Database, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Changes:
    """Read again what an earlier version read, and fill what is derived and not there."""
    from store.derive import engine_version

    engine = engine_version()
    with database.reading() as connection:
        read = derived.is_current(connection, engine)
        current = indexing.is_current(connection)
        merged = name_rulings.is_current(connection)
        filled = encounters.is_current(connection)
    if not (current and merged):
        with database.writing() as connection:
            indexing.make_current(connection)
            name_rulings.make_current(connection)
    if read and filled:
        return Changes()
    from store import importing  # with all that reads

    changes = importing.reread(database, engine, progress, cancelled)
    if not filled:
        importing.fill_encounters(database, cancelled)
    return changes

"""Searches that a person keeps under a name."""

from __future__ import annotations

from collections.abc import Iterable

from store.database import saved
from store.database.connection import Database
from store.errors import RulingError
from store.model import Changes, Filter, SavedSearch
from store.moments import now
from store.typed import clean


class Searches:
    """The saved searches. Methods are as those of ``Library``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def everything(self) -> list[SavedSearch]:
        """All that are kept, by name."""
        with self._database.reading() as connection:
            return saved.everything(connection)

    def save(self, name: str, f: Filter) -> tuple[SavedSearch, list[SavedSearch], Changes]:
        """Keep a filter under a name; returns it, and the one of that name that it takes the place of."""
        called = " ".join(clean(name).split())
        if not called:
            raise RulingError("A saved search has a name.")
        with self._database.writing() as connection:
            before = saved.named(connection, called)
            saved.put(connection, SavedSearch(0, called, f, now()))
            made = saved.named(connection, called)
            assert made is not None
        return made, [before] if before else [], Changes(tags=True)

    def delete(self, ids: Iterable[int]) -> tuple[list[SavedSearch], Changes]:
        """Delete saved searches; returns them, for ``restore``."""
        with self._database.writing() as connection:
            gone = saved.delete(connection, ids)
        return gone, Changes(tags=bool(gone))

    def restore(self, searches: Iterable[SavedSearch]) -> Changes:
        """Bring back saved searches; one of the same name is replaced."""
        with self._database.writing() as connection:
            back = [saved.put(connection, one) for one in searches]
        return Changes(tags=bool(back))

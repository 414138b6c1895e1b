"""The door to what several articles together say, reached as ``library.across``.

Everything here only reads, from any thread, and never waits for a writer. Each page comes in two: for code as
a frozen dataclass (``series_of``), for showing as a ``Page`` (``series_page``).
"""

from __future__ import annotations

from collections.abc import Iterable

from store.across.encounter import Encounter
from store.database import across
from store.database.connection import Database


class Across:
    """What the articles of one library say together."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- encounters, for whatever is made of them

    def encounters_of_person(self, key: str) -> list[Encounter]:
        """The encounters of a person under all spellings, and (``number`` 0) where else one is named."""
        with self._database.reading() as connection:
            return across.of_person(connection, key)

    def encounters_of_occasions(self, keys: Iterable[str]) -> list[Encounter]:
        """The encounters of occasions by their folded names, by date."""
        with self._database.reading() as connection:
            return across.of_occasions(connection, keys)

    def encounters_of_pair(self, first: str, second: str) -> list[Encounter]:
        """The encounters of two parties (codes) with each other, whoever else was there, by date."""
        with self._database.reading() as connection:
            return across.of_pair(connection, first, second)

    def encounters_of_articles(self, ids: Iterable[int]) -> list[Encounter]:
        """The encounters that these articles report, and whom else they name, by date."""
        with self._database.reading() as connection:
            return across.of_articles(connection, ids)

    def encounters_between(self, first: str, last: str) -> list[Encounter]:
        """The encounters from one day to another, both included, by date."""
        with self._database.reading() as connection:
            return across.between(connection, first, last)

    def encounters(self) -> list[Encounter]:
        """All encounters of the library, by date."""
        with self._database.reading() as connection:
            return across.everything(connection)

    def pairs(self) -> list[tuple[tuple[str, ...], int]]:
        """Which parties (codes, sorted) met, and in how many encounters, the most frequent first."""
        with self._database.reading() as connection:
            return across.pairs(connection)

"""Articles of the list by their numbers: their rows, and what all of them are."""

from __future__ import annotations

from collections.abc import Iterable

from store.database import listing
from store.database.connection import Database
from store.model import ArticleRow


class Listed:
    """What is asked of articles that were chosen in the list. Methods are as those of ``Library``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, ids: Iterable[int]) -> list[ArticleRow]:
        """The rows of these articles, in that order, without those that are gone."""
        with self._database.reading() as connection:
            return listing.rows_of(connection, list(ids))

    def states(self, ids: Iterable[int]) -> tuple[bool, bool]:
        """Whether all of these articles are starred, and whether all are read."""
        with self._database.reading() as connection:
            return listing.states_of(connection, list(ids))

"""Articles of the list by their numbers: their rows, and what all of them are; and its groups."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from store.database import grouping, listing
from store.database.connection import Database
from store.database.filters import Selection
from store.model import ArticleRow, Filter, Group
from store.moments import day_here

Selecting = Callable[[Filter], Callable[[sqlite3.Connection], Selection]]
Snipping = Callable[[Filter], Callable[[sqlite3.Connection, list[ArticleRow]], list[ArticleRow]]]


class Listed:
    """What is asked of the list beside its pages. Methods are as those of ``Library``."""

    def __init__(self, database: Database, selecting: Selecting, snipping: Snipping) -> None:
        self._database, self._selecting, self._snipping = database, selecting, snipping

    def ordered(self, f: Filter, order: str) -> array[int]:
        """The places in the library's list of all that ``f`` chooses, in one of the orders ``sorting.SORTS``.

        ``-`` before its name turns an order round. What is shown of it stays as it is, page by page, whatever
        is written meanwhile: it is asked for with ``page``.
        """
        chosen = self._selecting(f)
        with self._database.reading() as connection:
            return self._database.sorted.places(connection, chosen(connection), order)

    def page(self, f: Filter, places: Sequence[int], *, snippets: bool = True) -> list[ArticleRow]:
        """The rows at these places of what ``ordered`` gave for ``f``, without those that are gone."""
        snip = self._snipping(f)
        with self._database.reading() as connection:
            found = listing.rows_at(connection, list(places))
            return snip(connection, found) if snippets else found

    def ids_at(self, places: Sequence[int]) -> list[int]:
        """The numbers of the articles at these places, without those that are gone."""
        with self._database.reading() as connection:
            return [number for number in listing.ids_at(connection, list(places)) if number is not None]

    def place_of(self, article_id: int) -> int | None:
        """The place of an article in the library's list."""
        with self._database.reading() as connection:
            return listing.place_of(connection, article_id)

    def groups(self, f: Filter, by: str) -> list[Group]:
        """The groups of what ``f`` chooses by ``day``, ``month``, ``country`` or ``occasion``.

        Days and months come newest first, others by their size, and last what has no date, country, occasion.
        An article stands in the group of each of its countries and occasions. What is in a group:
        ``replace(f, part=(by, key))``.
        """
        chosen = self._selecting(f)
        with self._database.reading() as connection:
            return grouping.groups(connection, chosen(connection), by)

    def groups_of(self, article_id: int, by: str) -> tuple[str, ...]:
        """The keys of the groups that an article stands in."""
        with self._database.reading() as connection:
            return grouping.keys_of(connection, article_id, by)

    def rows(self, ids: Iterable[int]) -> list[ArticleRow]:
        """The rows of these articles, in that order, without those that are gone."""
        with self._database.reading() as connection:
            return listing.rows_of(connection, list(ids))

    def with_details(self, rows: list[ArticleRow]) -> list[ArticleRow]:
        """Rows with the people and the occasions of their articles, and the days on which they came in."""
        ids = [row.id for row in rows]
        with self._database.reading() as connection:
            found, came = listing.names_of(connection, ids), listing.came_in(connection, ids)
        return [
            replace(
                row,
                people=tuple(label for kind, label in found[row.id] if kind == "person"),
                occasions=tuple(label for kind, label in found[row.id] if kind == "occasion"),
                added=day_here(came.get(row.id, "")),
            )
            for row in rows
        ]

    def states(self, ids: Iterable[int]) -> tuple[bool, bool]:
        """Whether all of these articles are starred, and whether all are read."""
        with self._database.reading() as connection:
            return listing.states_of(connection, list(ids))

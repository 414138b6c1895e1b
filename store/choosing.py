"""From what is asked for to what it chooses: a filter, its query understood, as a selection of the list."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from store.database import annotations as notes
from store.database import name_rulings, names
from store.database.connection import Database
from store.database.filters import Selection, select
from store.model import ArticleRow, Filter
from store.snippets import snippets_of

if TYPE_CHECKING:
    from store.query import Query


class Choosing:
    """How one library understands filters and queries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def understood(self, text: str) -> Query:
        """What is meant by what was typed."""
        from store import searching

        with self._database.reading() as connection:
            return searching.understand(connection, text)

    def query(self, f: Filter) -> Query | None:
        """The query of a filter; ``None`` where it has none."""
        return self.understood(f.query) if f.query.strip() else None

    def selected(
        self, connection: sqlite3.Connection, f: Filter, query: Query | None, order: str = "date"
    ) -> Selection:
        """What a filter chooses."""
        named = [
            names.nodes(connection, kind, name_rulings.spellings_of(connection, kind, key))
            for kind, key in (("person", f.person), ("occasion", f.occasion))
            if key
        ]
        if f.country:
            named.append(names.nodes(connection, "country", [f.country]))
        if f.part is None:
            selection = select(f, query, named, order, connection)
        else:
            from store.database import grouping

            selection = grouping.select_part(connection, f, query, named, order)
        if f.unplaced:
            lost = json.dumps(notes.with_orphans(connection))
            selection.add("l.article_id IN (SELECT value FROM json_each(?))", lost)
        return selection

    def best(
        self, connection: sqlite3.Connection, f: Filter, query: Query | None, order: str
    ) -> list[int] | None:
        """The places of what is ranked here rather than by the index."""
        if order != "relevance":
            return None
        from store import ranking

        return ranking.order(connection, partial(self.selected, connection, f, query), query)

    def selecting(self, f: Filter) -> Callable[[sqlite3.Connection], Selection]:
        """What a filter chooses, its query understood now, for any connection."""
        return partial(self.selected, f=f, query=self.query(f))

    def snipping(self, f: Filter) -> Callable[[sqlite3.Connection, list[ArticleRow]], list[ArticleRow]]:
        """Puts the words around what was found into rows."""
        return partial(snippets_of, query=self.query(f))

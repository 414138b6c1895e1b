"""From a filter and a query to the places in the list that they choose."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from store.database import narrow
from store.database.names import Node
from store.database.narrow import Narrow
from store.database.places import DATED, LATE, first_of
from store.model import Filter
from store.records import dataclass

if TYPE_CHECKING:
    from store.query import Query

RANKED_AT_MOST = 5000
"""The best are sought among so many of the newest: ranking every hit of a common word takes a second."""

STATES = {
    "unread": "l.article_id NOT IN (SELECT article_id FROM article_state WHERE read)",
    "read": "l.article_id IN (SELECT article_id FROM article_state WHERE read)",
    "starred": "l.article_id IN (SELECT article_id FROM article_state WHERE starred)",
    "annotated": "l.article_id IN (SELECT article_id FROM annotation)",
}
Rest = list[tuple[str, list[object]]]
"""Conditions with their parameters."""

_OF_LISTING = re.compile(r"\bl\.")
_ONE_TAG = "SELECT id FROM tag WHERE key = ?"


@dataclass(slots=True)
class Selection:
    """Parts of a SELECT of list places: its driving table first, then what each place must fulfil."""

    tables: str = "listing l"
    pos: str = "l.pos"
    conditions: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)
    needs_listing: bool = False
    nothing: bool = False

    def add(self, condition: str, *parameters: object) -> None:
        """One more thing that must hold."""
        self.conditions.append(condition)
        self.parameters.extend(parameters)
        self.needs_listing = self.needs_listing or bool(_OF_LISTING.search(condition))

    @property
    def everything(self) -> bool:
        """Whether every article of the list is chosen."""
        return self.tables == "listing l" and not (self.conditions or self.nothing)

    def _where(self) -> str:
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""

    def _from(self) -> str:
        if self.pos == "l.pos" or not self.needs_listing:
            return self.tables
        # CROSS JOIN keeps SQLite from turning the order round.
        return f"{self.tables} CROSS JOIN listing l ON l.pos = {self.pos}"

    @property
    def is_ranked(self) -> bool:
        """Whether some articles fit better than others."""
        return self.tables == "search"

    def places(self, order: str, on: bool = False) -> str:
        """A SELECT of places in that order, to be ended by LIMIT and OFFSET.

        ``on``: from a place on that is one more parameter; not by relevance.
        """
        if order == "relevance" and self.is_ranked:
            newest = (
                f"SELECT search.rowid AS pos, search.rank AS rank FROM {self._from()} {self._where()}"
                f" ORDER BY {self.pos} DESC LIMIT {RANKED_AT_MOST}"
            )
            return f"SELECT pos FROM ({newest}) ORDER BY rank, pos DESC"
        direction, beyond = ("ASC", ">=") if order == "oldest" else ("DESC", "<=")
        where = self._where()
        if on:
            where = f"{where} AND {self.pos} {beyond} ?" if where else f"WHERE {self.pos} {beyond} ?"
        return f"SELECT {self.pos} AS pos FROM {self._from()} {where} ORDER BY {self.pos} {direction}"

    @property
    def unordered(self) -> str:
        """A SELECT of places in no order."""
        return f"SELECT {self.pos} AS pos FROM {self._from()} {self._where()}"

    @property
    def listed(self) -> str:
        """FROM and WHERE of the rows ``l`` of the list that are chosen."""
        if self.pos == "l.pos":
            return f"FROM {self.tables} {self._where()}"
        return f"FROM {self.tables} CROSS JOIN listing l ON l.pos = {self.pos} {self._where()}"

    def counted(self, limited: bool) -> str:
        """A SELECT of how many places there are; with one more parameter, where to stop counting."""
        if not limited:
            return f"SELECT count(*) FROM {self._from()} {self._where()}"
        return f"SELECT count(*) FROM (SELECT 1 FROM {self._from()} {self._where()} LIMIT ?)"


def select(
    chosen: Filter,
    query: Query | None,
    named: Sequence[Sequence[Node]] = (),
    order: str = "date",
    connection: sqlite3.Connection | None = None,
) -> Selection:
    """What ``chosen`` (but for its query, given as ``query``) chooses, to be put in that order.

    ``named``: the person, the occasion, the country that it names, each under all its names. ``connection``:
    where it can be asked how many articles something chooses.
    """
    selection = Selection()
    root = query.root if query is not None else None
    not_a_year = chosen.year is not None and not re.fullmatch(r"\d{4}", chosen.year)
    if not_a_year or (chosen.query.strip() and root is None):
        selection.nothing = True
        return selection
    few = [*map(narrow.of_names, named), *_marked(chosen, connection)]
    table, searched, dates, rest = "", None, list[tuple[str | None, str | None]](), Rest()
    if root is not None:
        # Imported here: the first list has no query, and must not wait for all that reads one.
        from store.database import asked

        table, searched, dates, rest, more = asked.parts(root, order == "relevance", connection)
        few += more
    if any(one.articles == 0 for one in few):
        selection.nothing = True
        return selection
    few.sort(key=lambda one: one.articles)
    ranked = order == "relevance" and table == "search"
    if searched is not None and (ranked or not few or not narrow.leads(connection, few[0], table, searched)):
        selection.tables, selection.pos = table, f"{table}.rowid"
        selection.add(f"{table} MATCH ?", searched)
        searched = None
    elif few and few[0].one:
        led = few.pop(0)
        selection.tables, selection.pos = "facet d", "d.pos"
        selection.add(led.facet.format(f="d"), *led.parameters)
    elif few and few[0].articles <= narrow.SORTED:
        led = few.pop(0)
        selection.add(f"l.pos IN ({led.places})", *led.parameters)
    for one in few:
        selection.add(one.at(selection.pos), *one.parameters)
    if searched is not None:
        there = f"SELECT 1 FROM {table} s WHERE s.{table} MATCH ? AND s.rowid = {selection.pos}"
        selection.add(f"EXISTS ({there})", searched)
    if chosen.year:
        dates.append((f"{chosen.year}-01-01", f"{int(chosen.year) + 1:04}-01-01"))
    for first, last in dates:
        between(selection, first, last)
    if chosen.unread:
        selection.add(STATES["unread"])
    for told, parameters in rest:
        selection.add(told, *parameters)
    return selection


def _marked(chosen: Filter, connection: sqlite3.Connection | None) -> Iterator[Narrow]:
    for state in ("starred", "annotated"):
        if getattr(chosen, state) and (marked := narrow.of_state(connection, state)):
            yield marked
    if chosen.tag is not None:
        yield narrow.of_tags(connection, _ONE_TAG, [chosen.tag.casefold()])


def between(selection: Selection, first: str | None, last: str | None) -> None:
    """Only articles from the first day on, and before the last one."""
    pos = selection.pos
    selection.add(f"{pos} >= ?", DATED if first is None else first_of(first))
    # Behind its first place a day may have articles for which the days before it had no room.
    dated = f"(SELECT date FROM listing WHERE pos = {pos})"
    if first is not None:
        selection.add(f"+({pos} >= ? OR {dated} >= ?)", first_of(first) + LATE, first)
    if last is not None:
        selection.add(f"{pos} < ?", first_of(last) + LATE)
        selection.add(f"+({pos} < ? OR {dated} < ?)", first_of(last), last)

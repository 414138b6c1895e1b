"""From a filter and a query to the places in the list that they choose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.database.names import Node, condition
from store.database.places import DATED, LATE, first_of
from store.model import Filter

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
TAGGED = (
    "l.article_id IN (SELECT article_id FROM article_tag WHERE tag_id IN ({tags})"
    " UNION ALL SELECT n.article_id FROM annotation_tag t JOIN annotation n ON n.id = t.annotation_id"
    " WHERE t.tag_id IN ({tags}))"
)
Rest = list[tuple[str, list[object]]]
"""Conditions with their parameters."""

_OF_LISTING = re.compile(r"\bl\.")
_ONE_TAG = "SELECT id FROM tag WHERE key = ?"
_VALUE = "SELECT id FROM facet_value WHERE kind = ? AND key = ?"


@dataclass
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

    def places(self, order: str) -> str:
        """A SELECT of places in that order, to be ended by LIMIT and OFFSET."""
        if order == "relevance" and self.is_ranked:
            newest = (
                f"SELECT search.rowid AS pos, search.rank AS rank FROM {self._from()} {self._where()}"
                f" ORDER BY {self.pos} DESC LIMIT {RANKED_AT_MOST}"
            )
            return f"SELECT pos FROM ({newest}) ORDER BY rank, pos DESC"
        direction = "ASC" if order == "oldest" else "DESC"
        return f"SELECT {self.pos} AS pos FROM {self._from()} {self._where()} ORDER BY {self.pos} {direction}"

    def counted(self, limited: bool) -> str:
        """A SELECT of how many places there are; with one more parameter, where to stop counting."""
        if not limited:
            return f"SELECT count(*) FROM {self._from()} {self._where()}"
        return f"SELECT count(*) FROM (SELECT 1 FROM {self._from()} {self._where()} LIMIT ?)"


def select(
    chosen: Filter,
    query: Query | None,
    person: Sequence[Node] = (),
    occasion: Sequence[Node] = (),
    order: str = "date",
) -> Selection:
    """What ``chosen`` (but for its query, given as ``query``) chooses, to be put in that order.

    ``person``, ``occasion``: those that it names, under all their names.
    """
    selection = Selection()
    root = query.root if query is not None else None
    not_a_year = chosen.year is not None and not re.fullmatch(r"\d{4}", chosen.year)
    if not_a_year or (chosen.query.strip() and root is None):
        selection.nothing = True
        return selection
    rest: Rest = []
    if root is not None:
        # Imported here: the first list has no query, and must not wait for all that reads one.
        from store.database import asked

        table, searched, rest = asked.parts(root, ranked=order == "relevance")
        if searched is not None:
            selection.tables, selection.pos = table, f"{table}.rowid"
            selection.add(f"{table} MATCH ?", searched)
    for wanted, named in ((chosen.person, person), (chosen.occasion, occasion)):
        if wanted:
            _with_names(selection, named)
    if chosen.country and selection.tables == "listing l":
        selection.tables, selection.pos = "facet d", "d.pos"
        selection.add(f"d.value_id = ({_VALUE})", "country", chosen.country)
    elif chosen.country:
        _with_facet(selection, f"f.value_id = ({_VALUE})", "country", chosen.country)
    if chosen.year:
        between(selection, f"{chosen.year}-01-01", f"{int(chosen.year) + 1:04}-01-01")
    _add_states(selection, chosen)
    for told, parameters in rest:
        selection.add(told, *parameters)
    return selection


def _add_states(selection: Selection, chosen: Filter) -> None:
    for state in ("unread", "starred", "annotated"):
        if getattr(chosen, state):
            selection.add(STATES[state])
    if chosen.tag is not None:
        key = chosen.tag.casefold()
        selection.add(TAGGED.format(tags=_ONE_TAG), key, key)


def _with_names(selection: Selection, named: Sequence[Node]) -> None:
    if not named:
        selection.nothing = True
    elif selection.tables != "listing l":
        told, parameters = condition(named, "f")
        _with_facet(selection, told, *parameters)
    elif len(named) == 1:
        selection.tables, selection.pos = "facet d", "d.pos"
        told, parameters = condition(named, "d")
        selection.add(told, *parameters)
    else:
        # Two spellings in one article are one article.
        told, parameters = condition(named, "g")
        selection.tables = f"(SELECT DISTINCT g.pos FROM facet g WHERE {told}) d"
        selection.pos = "d.pos"
        selection.parameters.extend(parameters)


def _with_facet(selection: Selection, which: str, *parameters: object) -> None:
    selection.add(f"EXISTS (SELECT 1 FROM facet f WHERE f.pos = {selection.pos} AND {which})", *parameters)


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

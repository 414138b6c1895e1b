"""The parts of a search that choose some articles by a list of them: how many, and how to go about it.

Asked for a country, a person or a tag there is no need to look at each article of the list: where few have
it, those few are looked at; where none has, nothing is.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from store.database.names import Node, condition
from store.records import dataclass

SORTED = 20_000
"""The places of so many articles are put in order, rather than each article of the list looked at."""

_COUNTED = 100_000
_PROBE = 25
"""To look one word up in one article takes as long as to go on to the next that has it so many times."""

UNKNOWN = 1 << 60

_STATES = {
    "read": "SELECT article_id FROM article_state WHERE read",
    "starred": "SELECT article_id FROM article_state WHERE starred",
    "annotated": "SELECT article_id FROM annotation",
}
_TAGGED = (
    "SELECT article_id FROM article_tag WHERE tag_id IN ({tags})"
    " UNION ALL SELECT n.article_id FROM annotation_tag t JOIN annotation n ON n.id = t.annotation_id"
    " WHERE t.tag_id IN ({tags})"
)


@dataclass(frozen=True, slots=True)
class Narrow:
    """``facet`` is what must hold of a row of ``facet`` ``{f}``, ``numbers`` a SELECT of article numbers."""

    articles: int  # at most so many
    parameters: tuple[object, ...]
    facet: str = ""
    numbers: str = ""
    one: bool = False  # one value: the table has its places in order

    @property
    def places(self) -> str:
        """A SELECT of the places in the list, in no order."""
        if self.facet:
            return f"SELECT g.pos FROM facet g WHERE {self.facet.format(f='g')}"
        return f"SELECT n.pos FROM listing n WHERE n.article_id IN ({self.numbers})"

    def at(self, pos: str) -> str:
        """What must hold of a place in the list, looked at one after the other."""
        if self.articles <= SORTED:
            # The plus keeps SQLite from looking for the words in one of these articles after the other.
            return f"+{pos} IN ({self.places})"
        if self.facet:
            # By the place, which has few values: the plus keeps SQLite from trying thousands of them there.
            return f"EXISTS (SELECT 1 FROM facet f WHERE f.pos = {pos} AND {self.facet.format(f='+f')})"
        return f"EXISTS (SELECT 1 FROM listing n WHERE n.pos = {pos} AND n.article_id IN ({self.numbers}))"


def of_values(values: Sequence[tuple[int, int]]) -> Narrow:
    """Articles that have one of these facet values; each with how many have it."""
    told, parameters = "{f}.value_id = ?", tuple[object, ...](number for number, _ in values)
    if len(values) != 1:
        told = "{f}.value_id IN (SELECT value FROM json_each(?))"
        parameters = (json.dumps(parameters),)
    return Narrow(sum(articles for _, articles in values), parameters, told, one=len(values) == 1)


def of_names(named: Sequence[Node]) -> Narrow:
    """Articles that have one of these names."""
    told, parameters = condition(named, "{f}")
    return Narrow(sum(one.articles for one in named), tuple(parameters), told, one=len(named) == 1)


def of_state(connection: sqlite3.Connection | None, state: str) -> Narrow | None:
    """Articles that are read, starred or annotated; None for others, which are nearly all."""
    numbers = _STATES.get(state)
    return _of_numbers(connection, numbers, ()) if numbers else None


def of_tags(connection: sqlite3.Connection | None, tags: str, parameters: Sequence[object]) -> Narrow:
    """Articles that have one of the tags that a SELECT gives, or words in them that have."""
    return _of_numbers(connection, _TAGGED.format(tags=tags), (*parameters, *parameters))


def _of_numbers(
    connection: sqlite3.Connection | None, numbers: str, parameters: tuple[object, ...]
) -> Narrow:
    articles = UNKNOWN
    if connection is not None:
        found = connection.execute(f"SELECT count(*) FROM ({numbers} LIMIT {_COUNTED})", parameters)
        (articles,) = found.fetchone()
    return Narrow(articles, parameters, numbers=numbers)


def leads(connection: sqlite3.Connection | None, few: Narrow, table: str, searched: str) -> bool:
    """Whether to look in these articles for the words, rather than for them among all that have the words."""
    probes = few.articles * _PROBE * max(1, searched.count('"') // 2)
    if connection is None or probes > _COUNTED:
        return False
    found = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)", (searched, probes)
    )
    return bool(found.fetchone()[0] >= probes)

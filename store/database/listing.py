"""The list of articles: pages of it, counts, and what its filters offer."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from store.database import annotations as notes
from store.database import names, saved
from store.database.filters import Selection
from store.database.waymarks import Waymarks
from store.model import ArticleRow, Choice, Choices

_ROW = """
    l.article_id, l.key, l.date, l.heading, l.outlet, l.countries,
    coalesce(s.read, 0), coalesce(s.starred, 0),
    (SELECT count(*) FROM annotation n WHERE n.article_id = l.article_id),
    (SELECT group_concat(name, char(10)) FROM (SELECT t.name FROM article_tag u JOIN tag t ON t.id = u.tag_id
        WHERE u.article_id = l.article_id ORDER BY t.key))
"""
PEOPLE_AT_MOST = 2000
"""So many people are offered to choose from; the others are found by their names."""

_JOINED = "JOIN listing l ON l.pos = p.pos LEFT JOIN article_state s ON s.article_id = l.article_id"


def count(connection: sqlite3.Connection, selection: Selection, limit: int | None) -> int:
    """How many articles are chosen; counting stops at ``limit``."""
    if selection.nothing:
        return 0
    if selection.everything:
        number = _listed(connection)
        return number if limit is None else min(number, limit)
    parameters = selection.parameters if limit is None else [*selection.parameters, limit]
    return int(connection.execute(selection.counted(limit is not None), parameters).fetchone()[0])


def rows(
    connection: sqlite3.Connection,
    selection: Selection,
    offset: int,
    limit: int,
    order: str,
    waymarks: Waymarks | None = None,
) -> list[ArticleRow]:
    """A page of the chosen articles, without snippets."""
    if selection.nothing:
        return []
    if selection.everything and 2 * offset > (number := _listed(connection)):
        # Whoever goes far is nearer to the other end.
        limit = max(0, min(limit, number - offset))
        other = "date" if order == "oldest" else "oldest"
        return _page(connection, selection, number - offset - limit, limit, other, waymarks)[::-1]
    return _page(connection, selection, offset, limit, order, waymarks)


def _page(
    connection: sqlite3.Connection,
    selection: Selection,
    offset: int,
    limit: int,
    order: str,
    waymarks: Waymarks | None,
) -> list[ArticleRow]:
    start = None
    if waymarks is not None and not (order == "relevance" and selection.is_ranked):
        start, offset = waymarks.nearest(connection, selection, order, offset)
    page = f"SELECT pos FROM ({selection.places(order, on=start is not None)} LIMIT ? OFFSET ?)"
    on = [] if start is None else [start]
    return _of_places(connection, page, [*selection.parameters, *on, limit, offset])


def _of_places(connection: sqlite3.Connection, page: str, parameters: Sequence[object]) -> list[ArticleRow]:
    found = connection.execute(
        f"WITH p (pos, nth) AS MATERIALIZED (SELECT pos, row_number() OVER () FROM ({page}))"
        f" SELECT {_ROW} FROM p {_JOINED} ORDER BY p.nth",
        parameters,
    )
    return [_row(*row) for row in found]


def places(connection: sqlite3.Connection, selection: Selection, limit: int) -> list[int]:
    """The places of the newest that are chosen."""
    if selection.nothing:
        return []
    found = connection.execute(f"{selection.places('date')} LIMIT ?", [*selection.parameters, limit])
    return [row[0] for row in found]


def rows_at(connection: sqlite3.Connection, at: Sequence[int]) -> list[ArticleRow]:
    """The rows of these places, in that order."""
    return _of_places(connection, "SELECT value AS pos FROM json_each(?) ORDER BY key", [json.dumps(at)])


def rows_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[ArticleRow]:
    """The rows of these articles, in that order."""
    page = "SELECT l.pos FROM json_each(?) j CROSS JOIN listing l ON l.article_id = j.value ORDER BY j.key"
    return _of_places(connection, page, [json.dumps(numbers)])


def names_of(
    connection: sqlite3.Connection, numbers: Sequence[int]
) -> defaultdict[int, list[tuple[str, str]]]:
    """The people and occasions of these articles, each with its kind, the most frequent first."""
    rows = connection.execute(
        "SELECT l.article_id, v.kind, v.label FROM json_each(?) j"
        " CROSS JOIN listing l ON l.article_id = j.value"
        " CROSS JOIN facet f ON f.pos = l.pos CROSS JOIN facet_value v ON v.id = f.value_id"
        " WHERE v.kind IN ('person', 'occasion') ORDER BY j.key, v.articles DESC, v.label",
        (json.dumps(numbers),),
    )
    found = defaultdict[int, list[tuple[str, str]]](list)
    for number, kind, label in rows:
        found[number].append((kind, label))
    return found


def came_in(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    """When these articles came in first."""
    rows = connection.execute(
        "SELECT a.id, min(a.imported_at, coalesce((SELECT min(v.imported_at) FROM article_version v"
        " WHERE v.article_id = a.id), a.imported_at)) FROM article a"
        " WHERE a.id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    return dict(rows.fetchall())


def states_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> tuple[bool, bool]:
    """Whether all of these articles are starred, and whether all are read."""
    starred, read = connection.execute(
        "SELECT min(coalesce(s.starred, 0)), min(coalesce(s.read, 0))"
        " FROM json_each(?) j LEFT JOIN article_state s ON s.article_id = j.value",
        (json.dumps(numbers),),
    ).fetchone()
    return bool(starred), bool(read)


def ids(connection: sqlite3.Connection, selection: Selection, order: str) -> list[int]:
    """The numbers of all chosen articles, in order."""
    if selection.nothing:
        return []
    return _ids(connection, selection.places(order), selection.parameters)


def ids_at(connection: sqlite3.Connection, at: Sequence[int]) -> list[int]:
    """The numbers of the articles at these places, in that order."""
    return _ids(connection, "SELECT value AS pos FROM json_each(?) ORDER BY key", [json.dumps(at)])


def _ids(connection: sqlite3.Connection, chosen: str, parameters: Sequence[object]) -> list[int]:
    found = connection.execute(
        f"SELECT (SELECT article_id FROM listing WHERE listing.pos = p.pos) FROM ({chosen}) p", parameters
    )
    return [row[0] for row in found]


def place_of(connection: sqlite3.Connection, article_id: int) -> int | None:
    """Where an article stands."""
    found = connection.execute("SELECT pos FROM listing WHERE article_id = ?", (article_id,)).fetchone()
    return int(found[0]) if found else None


def row(connection: sqlite3.Connection, article_id: int) -> ArticleRow | None:
    """One article's line in the list."""
    found = connection.execute(
        f"SELECT {_ROW} FROM (SELECT pos FROM listing WHERE article_id = ?) p {_JOINED}", (article_id,)
    ).fetchone()
    return _row(*found) if found else None


def _row(
    article_id: int,
    key: str,
    date: str | None,
    heading: str,
    outlet: str | None,
    countries: str,
    read: int,
    starred: int,
    notes: int,
    tags: str | None,
) -> ArticleRow:
    return ArticleRow(
        article_id,
        key,
        date,
        heading,
        outlet,
        tuple(countries.split()),
        bool(read),
        bool(starred),
        notes,
        tags=tuple((tags or "").splitlines()),
    )


def choices(connection: sqlite3.Connection) -> Choices:
    """What the filters offer, with counts of articles."""

    def number(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0])

    listed = "JOIN listing l ON l.article_id = s.article_id"
    everything = _listed(connection)
    people = names.together(connection, "person", _most_frequent(connection))
    return Choices(
        all=everything,
        unread=everything - number(f"SELECT count(*) FROM article_state s {listed} WHERE s.read"),
        starred=number(f"SELECT count(*) FROM article_state s {listed} WHERE s.starred"),
        annotated=number(
            "SELECT count(*) FROM listing WHERE article_id IN (SELECT article_id FROM annotation)"
        ),
        people=people,
        countries=_facets(connection, "country"),
        years=_years(connection),
        tags=_tags(connection),
        saved=tuple(saved.everything(connection)),
        more_people=len(people) >= PEOPLE_AT_MOST,
        occasions=names.together(connection, "occasion", _facets(connection, "occasion", PEOPLE_AT_MOST)),
        unplaced=len(notes.with_orphans(connection)),
    )


def _listed(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(sum(articles), 0) FROM listed").fetchone()[0])


def _most_frequent(connection: sqlite3.Connection) -> tuple[Choice, ...]:
    """The names that most articles have, and those that a person joined. Looks at no more than it takes."""
    # Named, since the index of all names would be taken, and all of them read and put in order.
    rows = connection.execute(
        "SELECT key, label, articles FROM facet_value INDEXED BY facet_value_often"
        " WHERE kind = 'person' AND articles > 1 ORDER BY articles DESC, label LIMIT ?",
        (PEOPLE_AT_MOST,),
    ).fetchall()
    some = "SELECT key, label, articles FROM facet_value WHERE kind = 'person' AND articles"
    rows += connection.execute(f"{some} = 1 ORDER BY key LIMIT ?", (PEOPLE_AT_MOST - len(rows),))
    rows += connection.execute(f"{some} > 0 AND key IN (SELECT key FROM merged WHERE kind = 'person')")
    return tuple(Choice(*row) for row in sorted(set(rows), key=lambda row: (-row[2], row[1])))


def named(connection: sqlite3.Connection, words: str, limit: int) -> tuple[Choice, ...]:
    """The people with these letters in their folded names, the most frequent first."""
    found = connection.execute(
        "SELECT key, label, articles FROM facet_value WHERE kind = 'person' AND articles > 0"
        " AND instr(key, ?) ORDER BY articles DESC, label LIMIT ?",
        (words, limit),
    )
    return names.together(connection, "person", tuple(Choice(*row) for row in found))


def everyone(connection: sqlite3.Connection, kind: str) -> tuple[Choice, ...]:
    """All people, or all occasions, the most frequent first."""
    return names.together(connection, kind, _facets(connection, kind))


def _facets(connection: sqlite3.Connection, kind: str, limit: int = -1) -> tuple[Choice, ...]:
    found = connection.execute(
        "SELECT key, label, articles FROM facet_value WHERE kind = ? AND articles > 0"
        " ORDER BY articles DESC, label LIMIT ?",
        (kind, limit),
    )
    return tuple(Choice(*row) for row in found)


def _years(connection: sqlite3.Connection) -> tuple[Choice, ...]:
    """Newest first."""
    found = connection.execute(
        "SELECT year, year, articles FROM listed WHERE year >= '1000' AND articles > 0 ORDER BY year DESC"
    )
    return tuple(Choice(*row) for row in found)


def _tags(connection: sqlite3.Connection) -> tuple[Choice, ...]:
    found = connection.execute(
        """
        SELECT t.name, t.name, count(DISTINCT u.article_id) FROM tag t JOIN (
            SELECT tag_id, article_id FROM article_tag
            UNION ALL
            SELECT a.tag_id, n.article_id FROM annotation_tag a JOIN annotation n ON n.id = a.annotation_id
        ) u ON u.tag_id = t.id JOIN listing l ON l.article_id = u.article_id
        GROUP BY t.id ORDER BY t.key
        """
    )
    return tuple(Choice(*row) for row in found)

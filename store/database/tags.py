"""Tags of articles and of annotations. Capitals and small letters make no difference."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Literal

from store.model import KnownTag
from store.records import dataclass

Owner = Literal["article", "annotation"]


def used(connection: sqlite3.Connection) -> list[str]:
    """Names of all tags that something carries, in order."""
    found = connection.execute(
        "SELECT name FROM tag t WHERE EXISTS (SELECT 1 FROM article_tag a WHERE a.tag_id = t.id)"
        " OR EXISTS (SELECT 1 FROM annotation_tag a WHERE a.tag_id = t.id) ORDER BY key"
    )
    return [row[0] for row in found]


def of(connection: sqlite3.Connection, owner: Owner, owner_id: int) -> tuple[str, ...]:
    """Names of the tags of one article or annotation, in order."""
    found = connection.execute(
        f"SELECT t.name FROM {owner}_tag o JOIN tag t ON t.id = o.tag_id"
        f" WHERE o.{owner}_id = ? ORDER BY t.key",
        (owner_id,),
    )
    return tuple(row[0] for row in found)


def tidy(names: Iterable[str]) -> tuple[str, ...]:
    """Names without surrounding and doubled white space, each once, in order; no empty ones."""
    kept = (" ".join(name.split()) for name in names)
    unique: dict[str, str] = {}
    for name in filter(None, kept):
        unique.setdefault(name.casefold(), name)
    return tuple(unique[key] for key in sorted(unique))


def put(connection: sqlite3.Connection, owner: Owner, owner_id: int, names: Iterable[str]) -> bool:
    """Give it exactly these tags; whether that changed anything."""
    wanted = tidy(names)
    before = of(connection, owner, owner_id)
    if [name.casefold() for name in wanted] == [name.casefold() for name in before]:
        return False
    connection.execute(f"DELETE FROM {owner}_tag WHERE {owner}_id = ?", (owner_id,))
    for name in wanted:
        key = name.casefold()
        connection.execute("INSERT OR IGNORE INTO tag (name, key) VALUES (?, ?)", (name, key))
        connection.execute(
            f"INSERT INTO {owner}_tag ({owner}_id, tag_id) SELECT ?, id FROM tag WHERE key = ?",
            (owner_id, key),
        )
    return True


def known(connection: sqlite3.Connection) -> list[KnownTag]:
    """All tags that something outside the bin carries, those most used first."""
    found = connection.execute(
        """
        WITH alive (id) AS (SELECT id FROM article WHERE binned_at IS NULL),
        carried AS (
            SELECT tag_id, 1 AS article, 0 AS note FROM article_tag WHERE article_id IN alive
            UNION ALL
            SELECT u.tag_id, 0, 1 FROM annotation_tag u JOIN annotation n ON n.id = u.annotation_id
            WHERE n.article_id IN alive
        )
        SELECT t.name, t.colour, sum(c.article), sum(c.note) FROM tag t JOIN carried c ON c.tag_id = t.id
        GROUP BY t.id ORDER BY count(*) DESC, t.key
        """
    )
    return [KnownTag(*row) for row in found]


def colours(connection: sqlite3.Connection) -> dict[str, str]:
    """The colours of the tags that have one, by name."""
    return dict(connection.execute("SELECT name, colour FROM tag WHERE colour <> '' ORDER BY key").fetchall())


def of_articles(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[str, int]:
    """The tags that some of these articles carry as a whole, and how many of them."""
    found = connection.execute(
        "SELECT t.name, count(*) FROM article_tag u JOIN tag t ON t.id = u.tag_id"
        " WHERE u.article_id IN (SELECT value FROM json_each(?)) GROUP BY t.id ORDER BY t.key",
        (json.dumps(list(ids)),),
    )
    return dict(found.fetchall())


@dataclass(frozen=True, slots=True)
class Carried:
    """A tag and all that carry it; without a name where there is none."""

    key: str
    name: str | None
    colour: str
    articles: frozenset[int]
    annotations: frozenset[int]


def carried(connection: sqlite3.Connection, name: str) -> Carried:
    """The tag of that name as it is now."""
    key = name.casefold()
    row = connection.execute("SELECT id, name, colour FROM tag WHERE key = ?", (key,)).fetchone()
    if row is None:
        return Carried(key, None, "", frozenset(), frozenset())

    def of_kind(owner: Owner) -> frozenset[int]:
        found = connection.execute(f"SELECT {owner}_id FROM {owner}_tag WHERE tag_id = ?", (row[0],))
        return frozenset(one[0] for one in found)

    return Carried(key, row[1], row[2], of_kind("article"), of_kind("annotation"))


def touched(connection: sqlite3.Connection, tag: Carried) -> frozenset[int]:
    """The articles that carry a tag, as a whole or on their words."""
    found = connection.execute(
        "SELECT DISTINCT article_id FROM annotation WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(tag.annotations)),),
    )
    return tag.articles | {row[0] for row in found}


def name_it(connection: sqlite3.Connection, name: str, colour: str) -> None:
    """Have a tag of that name and colour, spelt like that."""
    connection.execute(
        "INSERT INTO tag (name, key, colour) VALUES (?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET name = excluded.name, colour = excluded.colour",
        (name, name.casefold(), colour),
    )


def carry(connection: sqlite3.Connection, owner: Owner, ids: Iterable[int], name: str) -> None:
    """Let some carry a tag that there is; those that are gone carry nothing."""
    connection.execute(
        f"INSERT OR IGNORE INTO {owner}_tag ({owner}_id, tag_id) SELECT o.id, t.id FROM {owner} o, tag t"
        " WHERE t.key = ? AND o.id IN (SELECT value FROM json_each(?))",
        (name.casefold(), json.dumps(list(ids))),
    )


def drop(connection: sqlite3.Connection, owner: Owner, ids: Iterable[int], name: str) -> None:
    """Take a tag from some."""
    connection.execute(
        f"DELETE FROM {owner}_tag WHERE tag_id = (SELECT id FROM tag WHERE key = ?)"
        f" AND {owner}_id IN (SELECT value FROM json_each(?))",
        (name.casefold(), json.dumps(list(ids))),
    )


def forget(connection: sqlite3.Connection, name: str) -> None:
    """Take a tag from all, and out of the library."""
    key = name.casefold()
    for owner in ("article", "annotation"):
        connection.execute(
            f"DELETE FROM {owner}_tag WHERE tag_id = (SELECT id FROM tag WHERE key = ?)", (key,)
        )
    connection.execute("DELETE FROM tag WHERE key = ?", (key,))


def forget_unused(connection: sqlite3.Connection, name: str) -> None:
    """Take a tag that nothing carries out of the library."""
    connection.execute(
        "DELETE FROM tag WHERE key = ? AND NOT EXISTS (SELECT 1 FROM article_tag WHERE tag_id = tag.id)"
        " AND NOT EXISTS (SELECT 1 FROM annotation_tag WHERE tag_id = tag.id)",
        (name.casefold(),),
    )

"""Tags of articles and of annotations. Capitals and small letters make no difference."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Literal

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

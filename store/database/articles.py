"""Articles as they came, and where from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from store.model import Article, Source


class Incoming(NamedTuple):
    """An article about to be kept."""

    article: Article
    source: Source
    fingerprint: bytes
    part: str = ""  # names it within a file of several


class Known(NamedTuple):
    """An article that is in the library already."""

    id: int
    binned: bool


def insert(connection: sqlite3.Connection, incoming: Incoming) -> int:
    """Keep a new article; returns its number."""
    article, source = incoming.article, incoming.source
    cursor = connection.execute(
        "INSERT INTO article (key, text, published, path, format, encoding, sha256, imported_at, fingerprint,"
        " part) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.key,
            article.text,
            article.published,
            source.path,
            source.format,
            source.encoding,
            source.sha256,
            source.imported_at,
            incoming.fingerprint,
            incoming.part,
        ),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def known(connection: sqlite3.Connection, fingerprint: bytes) -> Known | None:
    """The article with these words, if it is in the library or in its bin."""
    row = connection.execute(
        "SELECT id, binned_at IS NOT NULL FROM article WHERE fingerprint = ?", (fingerprint,)
    ).fetchone()
    return Known(row[0], bool(row[1])) if row else None


def known_id(connection: sqlite3.Connection, fingerprint: bytes) -> int | None:
    """The number of the article with these words that is not in the bin."""
    found = known(connection, fingerprint)
    return found.id if found is not None and not found.binned else None


def file_is_known(connection: sqlite3.Connection, path: str, sha256: str) -> bool:
    """Whether a file of one article is in the library (and not in its bin) with just these bytes."""
    found = connection.execute(
        "SELECT 1 FROM article WHERE path = ? AND part = '' AND sha256 = ? AND binned_at IS NULL",
        (path, sha256),
    )
    return found.fetchone() is not None


def earlier_of(connection: sqlite3.Connection, incoming: Incoming) -> int | None:
    """The article that came from the same part of the same file, with other words."""
    source = incoming.source
    if not source.path or incoming.part.startswith("#"):
        return None
    found = connection.execute(
        "SELECT id FROM article WHERE path = ? AND part = ? AND binned_at IS NULL LIMIT 2",
        (source.path, incoming.part),
    ).fetchall()
    return int(found[0][0]) if len(found) == 1 else None


def replace(connection: sqlite3.Connection, article_id: int, incoming: Incoming) -> None:
    """Give an article the words that came in now; what it said before is kept as a version."""
    article, source = incoming.article, incoming.source
    connection.execute(
        "INSERT INTO article_version (article_id, text, published, encoding, sha256, imported_at,"
        " fingerprint, replaced_at) SELECT id, text, published, encoding, sha256, imported_at, fingerprint, ?"
        " FROM article WHERE id = ?",
        (source.imported_at, article_id),
    )
    connection.execute(
        "UPDATE article SET text = ?, published = ?, format = ?, encoding = ?, sha256 = ?, imported_at = ?,"
        " fingerprint = ? WHERE id = ?",
        (
            article.text,
            article.published,
            source.format,
            source.encoding,
            source.sha256,
            source.imported_at,
            incoming.fingerprint,
            article_id,
        ),
    )


def versions(connection: sqlite3.Connection, article_id: int) -> list[tuple[str, str]]:
    """What an article said before: when it came in, and its text; the oldest first."""
    found = connection.execute(
        "SELECT imported_at, text FROM article_version WHERE article_id = ? ORDER BY id", (article_id,)
    )
    return found.fetchall()


def load(connection: sqlite3.Connection, article_id: int) -> tuple[Article, Source] | None:
    """An article that is not in the bin."""
    row = connection.execute(
        "SELECT key, text, published, path, format, encoding, sha256, imported_at FROM article"
        " WHERE id = ? AND binned_at IS NULL",
        (article_id,),
    ).fetchone()
    return (Article(*row[:3]), Source(*row[3:])) if row else None


def texts(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, str]:
    """The texts of some articles by number."""
    wanted = list(ids)
    marks = ", ".join("?" * len(wanted))
    rows = connection.execute(f"SELECT id, text FROM article WHERE id IN ({marks})", wanted)
    return dict(rows.fetchall())


def texts_at(connection: sqlite3.Connection, places: Iterable[int]) -> dict[int, str]:
    """The texts of the articles at some places in the list."""
    rows = connection.execute(
        "SELECT l.pos, a.text FROM json_each(?) j CROSS JOIN listing l ON l.pos = j.value"
        " JOIN article a ON a.id = l.article_id",
        (json.dumps(list(places)),),
    )
    return dict(rows.fetchall())


def find_key(connection: sqlite3.Connection, key: str) -> int | None:
    """The newest article of that file stem, else the one of that number."""
    row = connection.execute(
        "SELECT id FROM article WHERE key = ? AND binned_at IS NULL ORDER BY id DESC LIMIT 1", (key,)
    ).fetchone()
    if row is None and key.isascii() and key.isdigit() and len(key) < 19:
        row = connection.execute(
            "SELECT id FROM article WHERE id = ? AND binned_at IS NULL", (int(key),)
        ).fetchone()
    return int(row[0]) if row else None


def bin_articles(connection: sqlite3.Connection, ids: Iterable[int], when: str) -> list[int]:
    """Put articles into the bin; returns those that were not there yet."""
    return [
        article_id
        for article_id in ids
        if connection.execute(
            "UPDATE article SET binned_at = ? WHERE id = ? AND binned_at IS NULL", (when, article_id)
        ).rowcount
    ]


def unbin(connection: sqlite3.Connection, article_id: int) -> bool:
    """Bring an article back from the bin; whether it was there."""
    return bool(
        connection.execute(
            "UPDATE article SET binned_at = NULL WHERE id = ? AND binned_at IS NOT NULL", (article_id,)
        ).rowcount
    )


def not_binned(connection: sqlite3.Connection, ids: Iterable[int]) -> set[int]:
    """Those of ``ids`` that are articles outside the bin."""
    found = connection.execute(
        "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND binned_at IS NULL",
        (json.dumps(list(ids)),),
    )
    return {row[0] for row in found}

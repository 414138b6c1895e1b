"""A person's highlights and notes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from store import anchors
from store.database import tags
from store.model import Anchor, Annotation, MarkStyle, NoteRow, Span

_COLUMNS = (
    "n.id, n.article_id, n.start, n.end, n.exact, n.prefix, n.suffix, n.text_hash,"
    " n.colour, n.style, n.note, n.created_at, n.changed_at"
)
# Only in an article that has changed need the words be looked for: the texts of the others are not read.
_IN_PLACE = (
    "(n.exact = '' OR n.text_hash <> '' AND substr(a.text, n.start + 1, n.end - n.start) = n.exact"
    " AND NOT EXISTS (SELECT 1 FROM article_version v WHERE v.article_id = n.article_id))"
)


def insert(connection: sqlite3.Connection, made: Annotation) -> int:
    """Keep an annotation, under its own number unless that is 0; returns the number."""
    anchor = made.anchor
    start, end = _kept(anchor)
    cursor = connection.execute(
        "INSERT INTO annotation (id, article_id, start, end, exact, prefix, suffix, text_hash, colour, style,"
        " note, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            made.id or None,
            made.article_id,
            start,
            end,
            anchor.exact,
            anchor.prefix,
            anchor.suffix,
            anchor.text_hash,
            made.colour,
            made.style.value,
            made.note,
            made.created_at,
            made.changed_at,
        ),
    )
    assert cursor.lastrowid is not None
    tags.put(connection, "annotation", cursor.lastrowid, made.tags)
    return cursor.lastrowid


def _kept(anchor: Anchor) -> tuple[int, int]:
    """An orphan has no place, it is one again wherever its words are not; nor has a note on the whole."""
    return anchor.span if anchor.span.end else (0, max(1, len(anchor.exact)))


def move(connection: sqlite3.Connection, annotation_id: int, anchor: Anchor, when: str) -> None:
    """Put one on other words."""
    start, end = _kept(anchor)
    connection.execute(
        "UPDATE annotation SET start = ?, end = ?, exact = ?, prefix = ?, suffix = ?, text_hash = ?,"
        " changed_at = ? WHERE id = ?",
        (start, end, anchor.exact, anchor.prefix, anchor.suffix, anchor.text_hash, when, annotation_id),
    )


def update(connection: sqlite3.Connection, made: Annotation) -> None:
    """Keep colour, shape, note, tags and time of change; the place stays."""
    connection.execute(
        "UPDATE annotation SET colour = ?, style = ?, note = ?, changed_at = ? WHERE id = ?",
        (made.colour, made.style.value, made.note, made.changed_at, made.id),
    )
    tags.put(connection, "annotation", made.id, made.tags)


def delete(connection: sqlite3.Connection, annotation_id: int) -> None:
    """Delete one."""
    connection.execute("DELETE FROM annotation WHERE id = ?", (annotation_id,))


def exists(connection: sqlite3.Connection, annotation_id: int) -> bool:
    """Whether there is one of that number."""
    found = connection.execute("SELECT 1 FROM annotation WHERE id = ?", (annotation_id,))
    return found.fetchone() is not None


def get(connection: sqlite3.Connection, annotation_id: int) -> Annotation | None:
    """One annotation, also of an article in the bin."""
    found = connection.execute(
        f"SELECT {_COLUMNS}, {_IN_PLACE} FROM annotation n JOIN article a ON a.id = n.article_id"
        " WHERE n.id = ?",
        (annotation_id,),
    ).fetchone()
    return _annotation(connection, found, tags.of(connection, "annotation", annotation_id)) if found else None


def as_kept(connection: sqlite3.Connection, annotation_id: int) -> Annotation | None:
    """One annotation with the anchor that it was made with, wherever its words are: as ``insert`` got it."""
    made = get(connection, annotation_id)
    if made is None:
        return None
    start, end, *kept = connection.execute(
        "SELECT start, end, exact, prefix, suffix, text_hash FROM annotation WHERE id = ?", (annotation_id,)
    ).fetchone()
    return replace(made, anchor=Anchor(Span(start, end), *kept))


def of_article(connection: sqlite3.Connection, article_id: int) -> list[Annotation]:
    """The annotations of one article in text order, orphans last."""
    return _sorted(_select(connection, "AND a.id = ?", (article_id,)))


def all_of_library(
    connection: sqlite3.Connection, tag: str | None = None, colour: str | None = None
) -> list[Annotation]:
    """All annotations of articles that are not in the bin, the last changed first."""
    where, parameters = "", []
    if tag is not None:
        where += (
            " AND n.id IN (SELECT annotation_id FROM annotation_tag t JOIN tag ON tag.id = t.tag_id"
            " WHERE tag.key = ?)"
        )
        parameters.append(tag.casefold())
    if colour is not None:
        where += " AND n.colour = ?"
        parameters.append(colour)
    return _select(connection, where + " ORDER BY n.changed_at DESC, n.id DESC", parameters)


def with_orphans(connection: sqlite3.Connection) -> list[int]:
    """The articles outside the bin that have notes which have lost their words."""
    lost = _select(connection, f"AND NOT {_IN_PLACE}", ())
    return sorted({made.article_id for made in lost if made.orphan})


def on_articles(connection: sqlite3.Connection, articles: Iterable[int], at_most: int) -> list[int]:
    """Numbers of the annotations of these articles, those changed last."""
    found = connection.execute(
        "SELECT id FROM annotation WHERE article_id IN (SELECT value FROM json_each(?))"
        " ORDER BY changed_at DESC, id DESC LIMIT ?",
        (json.dumps(list(articles)), at_most),
    )
    return [row[0] for row in found]


def listed(connection: sqlite3.Connection, ids: Iterable[int] | None = None) -> list[NoteRow]:
    """Annotations of articles that are not in the bin, all or those of these numbers, with their articles."""
    wanted = None if ids is None else json.dumps(list(ids))
    chosen = "" if wanted is None else "AND n.id IN (SELECT value FROM json_each(?))"
    parameters = () if wanted is None else (wanted,)
    carried: dict[int, list[str]] = {}
    for number, name in connection.execute(
        "SELECT n.annotation_id, t.name FROM annotation_tag n JOIN tag t ON t.id = n.tag_id"
        f" WHERE 1 {chosen.replace('n.id', 'n.annotation_id')} ORDER BY t.key",
        parameters,
    ):
        carried.setdefault(number, []).append(name)
    found = connection.execute(
        f"SELECT {_COLUMNS}, {_IN_PLACE}, l.heading, l.date FROM annotation n"
        " JOIN article a ON a.id = n.article_id JOIN listing l ON l.article_id = n.article_id"
        f" WHERE a.binned_at IS NULL {chosen}",
        parameters,
    ).fetchall()
    return [
        NoteRow(_annotation(connection, row[:-2], tuple(carried.get(row[0], ()))), *row[-2:]) for row in found
    ]


def _select(connection: sqlite3.Connection, where: str, parameters: Iterable[object]) -> list[Annotation]:
    found = connection.execute(
        f"SELECT {_COLUMNS}, {_IN_PLACE} FROM annotation n JOIN article a ON a.id = n.article_id"
        f" WHERE a.binned_at IS NULL {where}",
        tuple(parameters),
    ).fetchall()
    return [_annotation(connection, row, tags.of(connection, "annotation", row[0])) for row in found]


def _annotation(connection: sqlite3.Connection, row: tuple[Any, ...], carried: tuple[str, ...]) -> Annotation:
    number, article_id, start, end, exact, *kept, colour, style, note, created, changed, there = row
    anchor, orphan = Anchor(Span(start, end), exact, *kept) if exact else anchors.WHOLE, False
    if not there:
        text = connection.execute("SELECT text FROM article WHERE id = ?", (article_id,)).fetchone()[0]
        found = anchors.place(text, anchor)
        orphan = found is None
        lost = replace(anchor, span=Span(0, 0), text_hash="")
        anchor = anchors.moved(text, anchor, found) if found else lost
    return Annotation(
        number,
        article_id,
        anchor,
        colour,
        MarkStyle(style),
        note,
        carried,
        created,
        changed,
        orphan,
    )


def _sorted(annotations: list[Annotation]) -> list[Annotation]:
    return sorted(annotations, key=lambda made: (made.orphan, made.anchor.span, made.id))

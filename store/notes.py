"""What a person writes on articles: on words of them, and on an article as a whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from store import anchors
from store.database import annotations as rows
from store.database import articles, indexing, tags
from store.database.connection import Database
from store.errors import AnchorError, LibraryError
from store.model import Anchor, Annotation, Changes, MarkStyle, NoteRow, Span
from store.moments import now
from store.typed import clean

_GONE = "This note is no longer there."


class Notes:
    """Highlights and notes over all articles. Reading and writing methods are as those of ``Library``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self, ids: Iterable[int] | None = None) -> list[NoteRow]:
        """All notes, or those of these numbers that are there, with their articles; in no order."""
        with self._database.reading() as connection:
            return rows.listed(connection, ids)

    # -- writing

    def add(
        self, article_id: int, span: Span, colour: str, style: MarkStyle, note: str, names: Iterable[str]
    ) -> tuple[Annotation, Changes]:
        """Annotate words. Raises ``AnchorError`` where ``span`` holds none."""
        with self._database.writing() as connection:
            anchor = anchors.make(_text(connection, article_id), span)
            return _insert(connection, article_id, anchor, colour, style, note, names)

    def add_to_article(
        self, article_id: int, colour: str, note: str = "", names: Iterable[str] = ()
    ) -> tuple[Annotation, Changes]:
        """Write a note on an article as a whole."""
        with self._database.writing() as connection:
            _text(connection, article_id)
            return _insert(connection, article_id, anchors.WHOLE, colour, MarkStyle.FILL, note, names)

    def update(
        self,
        annotation_id: int,
        *,
        colour: str | None = None,
        style: MarkStyle | None = None,
        note: str | None = None,
        tags: Iterable[str] | None = None,
    ) -> tuple[Annotation, Changes]:
        """Change what is not ``None``. Nothing new: no change and an empty ``Changes``."""
        with self._database.writing() as connection:
            before = rows.get(connection, annotation_id)
            if before is None:
                raise AnchorError(_GONE)
            after = replace(
                before,
                colour=before.colour if colour is None else colour,
                style=before.style if style is None else style,
                note=before.note if note is None else clean(note),
                tags=before.tags if tags is None else _tidy(tags),
            )
            if after == before:
                return before, Changes()
            with indexing.following(connection, [before.article_id]):
                rows.update(connection, replace(after, changed_at=now()))
            kept = rows.get(connection, annotation_id)
            assert kept is not None
        return kept, _changed([kept], tags=kept.tags != before.tags)

    def move(self, annotation_id: int, span: Span) -> tuple[Annotation, Changes]:
        """Put one on other words of its article; returns it as it was kept, for ``put_back``.

        Raises ``AnchorError`` where ``span`` holds no words, or the note is no longer there.
        """
        with self._database.writing() as connection:
            before = rows.as_kept(connection, annotation_id)
            if before is None:
                raise AnchorError(_GONE)
            anchor = anchors.make(_text(connection, before.article_id), span)
            if anchor == before.anchor:
                return before, Changes()
            rows.move(connection, annotation_id, anchor, now())
        return before, _changed([before])

    def put_back(self, before: Annotation) -> Changes:
        """Put one back on the words it was on; one that is gone stays gone."""
        with self._database.writing() as connection:
            if not rows.exists(connection, before.id):
                return Changes()
            rows.move(connection, before.id, before.anchor, now())
        return _changed([before])

    def delete(self, ids: Iterable[int]) -> tuple[list[Annotation], Changes]:
        """Delete some; returns them as they were kept, for ``restore``."""
        with self._database.writing() as connection:
            found = [rows.as_kept(connection, number) for number in dict.fromkeys(ids)]
            gone = [made for made in found if made is not None]
            with indexing.following(connection, (made.article_id for made in gone)):
                for made in gone:
                    rows.delete(connection, made.id)
        return gone, _changed(gone, tags=any(made.tags for made in gone))

    def restore(self, deleted: Iterable[Annotation]) -> Changes:
        """Bring deleted ones back under their own numbers; those that are there are left alone."""
        with self._database.writing() as connection:
            back = [made for made in deleted if not rows.exists(connection, made.id)]
            with indexing.following(connection, (made.article_id for made in back)):
                for made in back:
                    rows.insert(connection, made)
        return _changed(back, tags=any(made.tags for made in back))


def _insert(
    connection: sqlite3.Connection,
    article_id: int,
    anchor: Anchor,
    colour: str,
    style: MarkStyle,
    note: str,
    names: Iterable[str],
) -> tuple[Annotation, Changes]:
    when = now()
    made = Annotation(0, article_id, anchor, colour, style, clean(note), _tidy(names), when, when)
    with indexing.following(connection, [article_id]):
        number = rows.insert(connection, made)
    kept = rows.get(connection, number)
    assert kept is not None
    return kept, _changed([kept], tags=bool(kept.tags))


def _text(connection: sqlite3.Connection, article_id: int) -> str:
    loaded = articles.load(connection, article_id)
    if loaded is None:
        raise LibraryError("This article is no longer in the library.")
    return loaded[0].text


def _tidy(names: Iterable[str]) -> tuple[str, ...]:
    return tags.tidy(map(clean, names))


def _changed(made: list[Annotation], tags: bool = False) -> Changes:
    return Changes(
        articles=frozenset(one.article_id for one in made),
        annotations=frozenset(one.id for one in made),
        tags=tags,
    )

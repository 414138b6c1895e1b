"""The words around what a search found, beside the rows of the list."""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from store.database import annotations as notes
from store.database import articles, derived, rulings
from store.model import ArticleRow, Reading

if TYPE_CHECKING:
    from store.query import Query


def snippets_of(
    connection: sqlite3.Connection, rows: list[ArticleRow], query: Query | None
) -> list[ArticleRow]:
    """Rows with the words around their hits, where anything is searched for."""
    if query is None or query.root is None:
        return rows
    texts = articles.texts(connection, [row.id for row in rows])
    return [_with_snippet(connection, row, texts[row.id], query) for row in rows]


def ruled_reading(connection: sqlite3.Connection, article_id: int, text: str) -> Reading:
    """What was read from an article, and ruled over by a person."""
    from store.derive import ruled

    made = rulings.of_article(connection, article_id)
    return ruled(derived.reading(connection, article_id), made, text)


def _with_snippet(connection: sqlite3.Connection, row: ArticleRow, text: str, query: Query) -> ArticleRow:
    from store import searching

    spans = searching.find(text, partial(ruled_reading, connection, row.id, text), query)
    found = searching.with_snippet(row, text, spans)
    if spans or not row.notes:
        return found
    written = [made.note for made in notes.of_article(connection, row.id)]
    return searching.with_note(found, written, query)

"""The full-text index: folded words by ``listing.pos``, so that newest first is its own order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from store.folding import FOLD_VERSION, fold, fold_schwa_as_a, has_schwa
from store.query import All, Any, Node, Not, Words

_AT_ONCE = 2000


def add(connection: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Index texts, each under its place in the list."""
    # In order of place: else the index writes out what it has gathered at each step back.
    connection.executemany(
        "INSERT INTO search (rowid, body, other_spelling) VALUES (?, ?, ?)",
        ((pos, *_columns(text)) for pos, text in sorted(texts)),
    )


def remove(connection: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Take texts out; each must be the one that was added at that place."""
    connection.executemany(
        "INSERT INTO search (search, rowid, body, other_spelling) VALUES ('delete', ?, ?, ?)",
        ((pos, *_columns(text)) for pos, text in sorted(texts)),
    )


def _columns(text: str) -> tuple[str, str]:
    return fold(text), fold_schwa_as_a(text) if has_schwa(text) else ""


def sizes(texts: Iterable[tuple[int, str]]) -> dict[int, bytes]:
    """What the index keeps of how many words each text has, by place: made anew, to compare with."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(
            "CREATE VIRTUAL TABLE search USING fts5 (body, other_spelling, content='', tokenize='ascii')"
        )
        add(memory, texts)
        return dict(memory.execute("SELECT id, sz FROM search_docsize"))


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the index was made by today's folding."""
    row = connection.execute("SELECT value FROM derived WHERE key = 'fold'").fetchone()
    return row is not None and row[0] == str(FOLD_VERSION)


def make_current(connection: sqlite3.Connection) -> None:
    """Fill the index anew if it was made by another folding. Nothing may be added or removed before."""
    if is_current(connection):
        return
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    cursor = connection.execute(
        "SELECT l.pos, a.text FROM listing l JOIN article a ON a.id = l.article_id ORDER BY l.pos"
    )
    while some := cursor.fetchmany(_AT_ONCE):
        add(connection, some)
    connection.execute("INSERT OR REPLACE INTO derived (key, value) VALUES ('fold', ?)", (str(FOLD_VERSION),))


def merge_some(connection: sqlite3.Connection, first: bool) -> bool:
    """One step of putting the index in order after a large import; whether there is more to do.

    Without it a single article added later would have to wait for all of it.
    """
    before = connection.total_changes
    pages = -2000 if first else 2000  # a negative number begins a new round
    connection.execute("INSERT INTO search (search, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes - before >= 2


def is_textual(node: Node) -> bool:
    """Whether the index alone can answer: words only, and at least one that must be there."""
    match node:
        case Words():
            return True
        case All(parts):
            kept = [part for part in parts if not isinstance(part, Not)]
            negated = [part.part for part in parts if isinstance(part, Not)]
            return bool(kept) and all(map(is_textual, (*kept, *negated)))
        case Any(parts):
            return all(map(is_textual, parts))
        case _:
            return False


def expression(node: Node) -> str:
    """``node`` in the language of the index. Words are folded, so nothing in them needs escaping."""
    match node:
        case Words(forms, beginning):
            star = " *" if beginning else ""
            said = [f'"{" ".join(form)}"{star}' for form in forms]
            return said[0] if len(said) == 1 else "(" + " OR ".join(said) + ")"
        case All(parts):
            kept = " AND ".join(expression(part) for part in parts if not isinstance(part, Not))
            negated = [expression(part.part) for part in parts if isinstance(part, Not)]
            return f"(({kept}) NOT ({' OR '.join(negated)}))" if negated else f"({kept})"
        case Any(parts):
            return "(" + " OR ".join(map(expression, parts)) + ")"
        case _:
            raise ValueError(f"{node} is not a matter of the index")

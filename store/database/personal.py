"""Brings back what a person did with an article in another library."""

import sqlite3
from dataclasses import replace

from store.database import annotations as notes
from store.database import states, tags
from store.intake.pieces import Personal
from store.model import Annotation


def restore(connection: sqlite3.Connection, article_id: int, made: Personal) -> bool:
    """Add state, tags and notes to an article; what is there stays. Returns whether anything was added."""
    added = False
    if made.read:
        added |= bool(states.put(connection, "read", [article_id], True))
    if made.starred:
        added |= bool(states.put(connection, "starred", [article_id], True))
    before = tags.of(connection, "article", article_id)
    added |= tags.put(connection, "article", article_id, (*before, *made.tags))
    known = {_same(note) for note in notes.of_article(connection, article_id)}
    for note in made.annotations:
        if _same(note) not in known:
            notes.insert(connection, replace(note, id=0, article_id=article_id))
            added = True
    return added


def _same(note: Annotation) -> tuple[object, ...]:
    """What makes two notes one, whatever their numbers."""
    return note.anchor.exact, note.anchor.prefix, note.note, note.colour, note.style, note.created_at

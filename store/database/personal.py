"""Brings back what a person did with an article in another library."""

import sqlite3
from dataclasses import replace

from store.database import annotations as notes
from store.database import derived, rulings, states, tags
from store.intake.pieces import Personal
from store.model import Annotation, Ruling


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


def restore_rulings(connection: sqlite3.Connection, article_id: int, made: Personal) -> bool:
    """Add rulings; what is there stays. The index follows by itself. Returns whether any was added."""
    there = {_law(one) for one in rulings.of_article(connection, article_id)}
    laws = [one for one in made.rulings if _law(one) not in there]
    if laws:
        derived.redo(connection, article_id, lambda: _rule(connection, article_id, laws))
    return bool(laws)


def _rule(connection: sqlite3.Connection, article_id: int, laws: list[Ruling]) -> None:
    for one in laws:
        rulings.insert(connection, replace(one, id=0, article_id=article_id))


def _law(one: Ruling) -> tuple[object, ...]:
    return one.kind, one.subject, one.anchor.exact, one.anchor.span, one.field, one.created_at


def _same(note: Annotation) -> tuple[object, ...]:
    """What makes two notes one, whatever their numbers."""
    return note.anchor.exact, note.anchor.prefix, note.note, note.colour, note.style, note.created_at

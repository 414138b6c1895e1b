"""Brings back what a person did with an article in another library."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from store import anchors
from store.database import annotations as notes
from store.database import derived, name_rulings, rulings, saved, states, tags
from store.intake.pieces import Personal
from store.model import Anchor, Annotation, NameRuling, Ruling, SavedSearch

T = TypeVar("T")


def restore(connection: sqlite3.Connection, article_id: int, made: Personal) -> bool:
    """Add state, tags and notes to an article; what is there stays. Returns whether anything was added."""
    added = False
    if made.read:
        added |= bool(states.put(connection, "read", [article_id], True))
    if made.starred:
        added |= bool(states.put(connection, "starred", [article_id], True))
    before = tags.of(connection, "article", article_id)
    added |= tags.put(connection, "article", article_id, (*before, *made.tags))
    there = map(same, notes.of_article(connection, article_id))
    for note in _missing(made.annotations, there, same):
        anchor = _at_home(connection, article_id, note.anchor)
        notes.insert(connection, replace(note, id=0, article_id=article_id, anchor=anchor))
        added = True
    return added


def _at_home(connection: sqlite3.Connection, article_id: int, anchor: Anchor) -> Anchor:
    """The anchor in the text that the article has here: the same words, but perhaps not wrapped alike."""
    (text,) = connection.execute("SELECT text FROM article WHERE id = ?", (article_id,)).fetchone()
    found = anchors.place(text, anchor)
    return anchors.moved(text, anchor, found) if found else replace(anchor, text_hash="")


def restore_rulings(connection: sqlite3.Connection, article_id: int, made: Personal) -> bool:
    """Add rulings; what is there stays. The index follows by itself. Returns whether any was added."""
    there = map(_law, rulings.of_article(connection, article_id))
    laws = list(_missing(made.rulings, there, _law))
    if laws:
        derived.redo(connection, article_id, lambda: _rule(connection, article_id, laws))
    return bool(laws)


def restore_names(connection: sqlite3.Connection, said: Iterable[NameRuling]) -> bool:
    """Add what was said of names; what was said of the same two here stays. Returns whether any was added."""
    added = False
    for one in said:
        if not name_rulings.between(connection, one.kind, one.first, one.second):
            name_rulings.insert(connection, replace(one, id=0))
            added = True
    if added:
        name_rulings.merge(connection)
    return added


def restore_colours(connection: sqlite3.Connection, colours: Mapping[str, str]) -> bool:
    """Colour the tags that have no colour here. Returns whether any was coloured."""
    added = False
    for name, colour in colours.items():
        there = tags.carried(connection, name)
        if not there.colour:
            tags.name_it(connection, there.name or name, colour)
            added = True
    return added


def restore_searches(connection: sqlite3.Connection, kept: Iterable[SavedSearch]) -> bool:
    """Keep the searches of whose name there is none here. Returns whether any was kept."""
    added = False
    for one in kept:
        if saved.named(connection, one.name) is None:
            saved.put(connection, replace(one, id=0))
            added = True
    return added


def _rule(connection: sqlite3.Connection, article_id: int, laws: list[Ruling]) -> None:
    for one in laws:
        rulings.insert(connection, replace(one, id=0, article_id=article_id))


def _missing(made: Iterable[T], there: Iterable[Hashable], told: Callable[[T], Hashable]) -> Iterator[T]:
    """Those of ``made`` that are not there; what was made twice is to be there twice."""
    known = Counter(there)
    for one in made:
        if known[told(one)]:
            known[told(one)] -= 1
        else:
            yield one


def _law(one: Ruling) -> tuple[object, ...]:
    return (
        one.kind,
        one.subject,
        one.anchor.exact,
        one.anchor.span,
        one.field,
        repr(one.value),
        one.created_at,
    )


def same(note: Annotation) -> tuple[object, ...]:
    """What makes two notes one, whatever their numbers."""
    return " ".join(note.anchor.exact.split()), note.note, note.colour, note.style, note.created_at

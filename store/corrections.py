"""What a person rules over the readings of a library: several rulings at once, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from store import anchors
from store.errors import LibraryError
from store.model import Changes, Ruling, RulingKind, Span
from store.moments import now

if TYPE_CHECKING:
    import sqlite3

    from store.database.connection import Database


@dataclass(frozen=True, slots=True)
class Wish:
    """A ruling that is asked for (see ``Ruling``); ``span``: words of the official or the meeting."""

    kind: RulingKind
    subject: str
    span: Span
    field: str = ""
    value: object = None


class Corrections:
    """Rulings over articles. Its methods write as those of ``Library`` do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rule(self, article_id: int, wishes: Iterable[Wish]) -> tuple[list[Ruling], Changes]:
        """Correct or confirm what was read of one article: all that is asked for, or nothing.

        Raises ``RulingError`` where it makes no sense, ``AnchorError`` where a span holds no words.
        """
        from store.database import articles, derived, indexing, rulings
        from store.rulings import check

        asked = list(wishes)
        for wish in asked:
            check(wish.subject, wish.kind, wish.field, wish.value)
        if not asked:
            return [], Changes()
        with self._database.writing() as connection:
            indexing.make_current(connection)
            loaded = articles.load(connection, article_id)
            if loaded is None:
                raise LibraryError("This article is no longer in the library.")
            text, moment = loaded[0].text, now()
            wanted = [
                Ruling(
                    0,
                    article_id,
                    one.kind,
                    one.subject,
                    anchors.make(text, one.span),
                    one.field,
                    one.value,
                    moment,
                )
                for one in asked
            ]
            kept: list[int] = []
            derived.redo(
                connection, article_id, lambda: kept.extend(rulings.insert(connection, one) for one in wanted)
            )
            made = rulings.get(connection, kept)
        return made, Changes(articles=frozenset({article_id}), listing=True)

    def take_back(self, ids: Iterable[int]) -> tuple[list[Ruling], Changes]:
        """Take rulings back; returns them, for ``rule_again``."""
        from store.database import rulings

        with self._database.writing() as connection:
            gone = rulings.get(connection, ids)
            _change(connection, gone, lambda one: rulings.delete(connection, [one.id]))
        return gone, _ruled_over(gone)

    def rule_again(self, taken_back: Iterable[Ruling]) -> Changes:
        """Bring back rulings under their own numbers; those that are there are left alone."""
        from store.database import rulings

        with self._database.writing() as connection:
            wanted = list(taken_back)
            there = {one.id for one in rulings.get(connection, (one.id for one in wanted))}
            back = [one for one in wanted if one.id not in there]
            _change(connection, back, lambda one: rulings.insert(connection, one))
        return _ruled_over(back)


def _change(connection: sqlite3.Connection, made: list[Ruling], change: Callable[[Ruling], object]) -> None:
    from store.database import derived, indexing

    indexing.make_current(connection)
    for article_id in dict.fromkeys(one.article_id for one in made):
        here = [one for one in made if one.article_id == article_id]
        derived.redo(connection, article_id, partial(list, map(change, here)))


def _ruled_over(made: list[Ruling]) -> Changes:
    return Changes(articles=frozenset(one.article_id for one in made), listing=bool(made))

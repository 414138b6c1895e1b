"""The tags of a library: what they are called, their colours, and what carries them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from store.database import articles, indexing, saved, tags
from store.database.connection import Database
from store.database.tags import Carried
from store.errors import RulingError
from store.model import Changes, Filter, KnownTag, SavedSearch
from store.query_tags import with_tag
from store.typed import clean

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class TagsBefore:
    """What a change of tags changed, as it was: for ``Tagging.put_back``."""

    tags: tuple[Carried, ...]
    searches: tuple[SavedSearch, ...] = ()


@dataclass(frozen=True, slots=True)
class Tagged:
    """Which articles were given a tag that they did not carry, and from which one was taken."""

    given: tuple[tuple[str, frozenset[int]], ...] = ()
    taken: tuple[tuple[str, frozenset[int]], ...] = ()


class Tagging:
    """Tags over all articles. Reading and writing methods are as those of ``Library``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self) -> list[KnownTag]:
        """All tags in use, those most used first."""
        with self._database.reading() as connection:
            return tags.known(connection)

    def colours(self) -> dict[str, str]:
        """The colours of the tags that have one, by name."""
        with self._database.reading() as connection:
            return tags.colours(connection)

    def of_articles(self, ids: Iterable[int]) -> dict[str, int]:
        """The tags that some of these articles carry as a whole, and how many of them."""
        with self._database.reading() as connection:
            return tags.of_articles(connection, ids)

    # -- a tag everywhere

    def rename(self, old: str, new: str) -> tuple[TagsBefore, Changes]:
        """Call a tag otherwise, everywhere; where there is one of that name, the two become one."""
        name = tidy(new)
        with self._database.writing() as connection:
            before = tags.carried(connection, old)
            if before.name is None or before.name == name:
                return TagsBefore(()), Changes()
            other = tags.carried(connection, name)
            searches, touched = _naming(connection, before.name), tags.touched(connection, before)
            with indexing.following(connection, touched):
                if other.key == before.key:
                    tags.name_it(connection, name, before.colour)
                else:
                    tags.name_it(connection, other.name or name, other.colour or before.colour)
                    tags.carry(connection, "article", before.articles, name)
                    tags.carry(connection, "annotation", before.annotations, name)
                    tags.forget(connection, old)
            for one in searches:
                saved.put(connection, _renamed(one, before.name, other.name or name))
        both = (before,) if other.key == before.key else (before, other)
        return TagsBefore(both, tuple(searches)), _changed(before, touched)

    def delete(self, name: str) -> tuple[TagsBefore, Changes]:
        """Take a tag from all that carry it; a saved search that asks for nothing else goes too."""
        with self._database.writing() as connection:
            before = tags.carried(connection, name)
            if before.name is None:
                return TagsBefore(()), Changes()
            searches, touched = _naming(connection, before.name), tags.touched(connection, before)
            with indexing.following(connection, touched):
                tags.forget(connection, name)
            for one in searches:
                left = _renamed(one, before.name, None)
                if left.filter == Filter():
                    saved.delete(connection, [one.id])
                else:
                    saved.put(connection, left)
        return TagsBefore((before,), tuple(searches)), _changed(before, touched)

    def put_back(self, before: TagsBefore) -> Changes:
        """Have tags and saved searches again as they were; whatever else happened since stays."""
        if not before.tags:
            return Changes()
        with self._database.writing() as connection:
            touched = tags.touched(connection, before.tags[0])
            with indexing.following(connection, touched):
                _restore(connection, before)
        return _changed(before.tags[0], touched)

    def set_colour(self, name: str, colour: str) -> tuple[str, Changes]:
        """Give a tag a colour, or none; returns the one it had."""
        with self._database.writing() as connection:
            before = tags.carried(connection, name)
            if before.name is None or before.colour == colour:
                return before.colour, Changes()
            tags.name_it(connection, before.name, colour)
        return before.colour, Changes(tags=True)

    # -- tags of whole articles

    def tag_articles(
        self, ids: Iterable[int], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> tuple[Tagged, Changes]:
        """Give articles tags and take others from them; returns what that changed."""
        wanted = frozenset(ids)
        added, removed = ([tidy(name) for name in names] for names in (add, remove))
        with self._database.writing() as connection:
            before = {key: tags.carried(connection, key) for key in (*added, *removed)}
            alive = frozenset(articles.not_binned(connection, wanted))
            given = [(name, alive - before[name].articles) for name in added]
            taken = [(name, alive & before[name].articles) for name in removed]
            done = Tagged(*(tuple((n, some) for n, some in pairs if some) for pairs in (given, taken)))
            _carry_out(connection, done)
        return done, _of_articles(done)

    def untag(self, done: Tagged) -> Changes:
        """Take back what ``tag_articles`` did, and nothing else."""
        with self._database.writing() as connection:
            _carry_out(connection, Tagged(done.taken, done.given))
        return _of_articles(done)


def tidy(name: str) -> str:
    """A name as it is kept. Raises ``RulingError`` where nothing is left of it."""
    kept = " ".join(clean(name).replace(",", " ").split())[:LONGEST_NAME].strip()
    if not kept:
        raise RulingError("A tag has a name.")
    return kept


def _carry_out(connection: sqlite3.Connection, wanted: Tagged) -> None:
    touched = frozenset(number for _, some in (*wanted.given, *wanted.taken) for number in some)
    with indexing.following(connection, touched):
        for name, some in wanted.taken:
            tags.drop(connection, "article", some, name)
        for name, some in wanted.given:
            there = tags.carried(connection, name)
            tags.name_it(connection, there.name or name, there.colour)
            tags.carry(connection, "article", some, name)


def _of_articles(done: Tagged) -> Changes:
    touched = frozenset(number for _, some in (*done.given, *done.taken) for number in some)
    return Changes(articles=touched, tags=bool(touched))


def _restore(connection: sqlite3.Connection, before: TagsBefore) -> None:
    first, *others = before.tags
    for other in others:
        tags.drop(connection, "article", first.articles - other.articles, other.key)
        tags.drop(connection, "annotation", first.annotations - other.annotations, other.key)
        if other.name is None:
            tags.forget_unused(connection, other.key)
        else:
            tags.name_it(connection, other.name, other.colour)
    assert first.name is not None
    tags.name_it(connection, first.name, first.colour)
    tags.carry(connection, "article", first.articles, first.key)
    tags.carry(connection, "annotation", first.annotations, first.key)
    for one in before.searches:
        saved.put(connection, one)


def _changed(tag: Carried, touched: frozenset[int]) -> Changes:
    return Changes(articles=touched, annotations=tag.annotations, tags=True)


def _naming(connection: sqlite3.Connection, name: str) -> list[SavedSearch]:
    """The saved searches that name a tag."""
    return [one for one in saved.everything(connection) if _renamed(one, name, None) != one]


def _renamed(one: SavedSearch, old: str, new: str | None) -> SavedSearch:
    f = one.filter
    tag = new if f.tag is not None and f.tag.casefold() == old.casefold() else f.tag
    return replace(one, filter=replace(f, tag=tag, query=with_tag(f.query, old, new)))

"""Names over all articles that stand for one thing: what is known of each, and which may be the same.

What is said here holds for the names of people (``store.people``) and of occasions (``store.occasions``).
"""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import ClassVar, TypeVar

from store.database import listing, name_rulings, names
from store.database.connection import Database
from store.database.filters import select
from store.derive import APART, name_of, node_key
from store.errors import RulingError
from store.folding import words
from store.model import (
    ArticleRow,
    Changes,
    Choice,
    Dossier,
    Filter,
    Held,
    NameRuling,
    Proposal,
    Reading,
)
from store.moments import now
from store.namesakes import Likeness
from store.persons import people_of

LOOKED_AT = 1000
"""So many of the newest articles of a name are looked at for what they say."""

GLANCED_AT = 6
"""So many for a proposal."""

EXAMINED = 1000
"""So many pairs of names are examined for proposals, those most alike first."""

T = TypeVar("T")
Told = tuple[ArticleRow, T]


class Joining(ABC):
    """Names of one kind. Reading and writing methods are as those of ``Library``."""

    kind: ClassVar[str]
    one: ClassVar[str]  # "one person": what names are said to be
    two: ClassVar[str]  # "two people's": whose names are said to be apart
    many: ClassVar[str]  # "people"
    nothing: ClassVar[str]  # "nobody"

    def __init__(self, database: Database) -> None:
        self._database = database
        self._candidates: tuple[tuple[int, int], list[tuple[str, str, Likeness]]] | None = None

    # -- what differs from kind to kind

    @abstractmethod
    def candidates(self, counts: Mapping[str, int]) -> Iterator[tuple[str, str, Likeness]]:
        """Pairs of names (with how many articles have each) that are alike."""

    @abstractmethod
    def compatible(self, one: Dossier, other: Dossier, likeness: Likeness) -> bool:
        """Whether what is known of two names lets them be one's."""

    @abstractmethod
    def described(self, bare: Dossier, told: list[Told[Reading]], spelt: tuple[str, ...]) -> Dossier:
        """``bare`` with what the readings of the newest articles say of the names ``spelt``."""

    # -- reading

    def find(self, name: str = "") -> list[Choice]:
        """Those of that name, the most frequent first: every word of it begins one of a spelling's.

        A name that is a whole spelling is only of those who are called so; an empty one is everybody's.
        """
        with self._database.reading() as connection:
            everybody = listing.everyone(connection, self.kind)
        exact = " ".join(words(name))
        whole = [one for one in everybody if exact and exact in _spelt(one)]
        return whole or [one for one in everybody if _fits(one, name)]

    def dossier(self, key: str, look_at: int = LOOKED_AT) -> Dossier | None:
        """What the newest articles say of the one of that key; None where no article names it."""
        with self._database.reading() as connection:
            return self._dossier(connection, key, look_at)

    def proposals(self, limit: int = 100) -> list[Proposal]:
        """Pairs of names that may be one's and that nothing was ruled of, the likeliest first."""
        with self._database.reading() as connection:
            people = people_of(name_rulings.everything(connection, self.kind))
            seen: set[tuple[str, ...]] = set()
            found: list[Proposal] = []
            dossiers: dict[str, Dossier | None] = {}
            for first, second, likeness in self._alike(connection):
                pair = tuple(sorted((people.person(first), people.person(second))))
                if pair in seen or people.settled(first, second):
                    continue
                seen.add(pair)
                for name in pair:
                    if name not in dossiers:
                        dossiers[name] = self._dossier(connection, name, GLANCED_AT)
                one, other = (dossiers[name] for name in pair)
                if one and other and self.compatible(one, other, likeness):
                    if other.count > one.count:
                        one, other = other, one
                    found.append(Proposal(one, other, likeness.why, likeness.score))
                if len(found) == limit or len(seen) == EXAMINED:
                    break
            return found

    def rulings(self) -> list[NameRuling]:
        """All rulings over names of the kind; merges that are not made are marked so."""
        with self._database.reading() as connection:
            made = name_rulings.everything(connection, self.kind)
        unapplied = people_of(made).unapplied
        return [replace(one, applies=one.id not in unapplied) for one in made]

    def label(self, key: str) -> str:
        """A name as articles have it; the key where none has it any more."""
        with self._database.reading() as connection:
            known = names.labels(connection, self.kind, [key])
        return known[0].label if known else key

    # -- what a person says

    def rule(self, first: str, second: str, same: bool) -> tuple[NameRuling, list[NameRuling], Changes]:
        """Say of two names (in any spelling) that they are one's, or two's.

        Returns the ruling and those it takes the place of. Raises ``RulingError`` for one name, and for a
        merge that would join what was said to be two.
        """
        one, other = sorted((node_key(first), node_key(second)))
        if not one or one == other:
            raise RulingError("Two names are needed, which differ.")
        with self._database.writing() as connection:
            before = name_rulings.between(connection, self.kind, one, other)
            name_rulings.delete(connection, (ruling.id for ruling in before))
            made = NameRuling(0, self.kind, one, other, same, now())
            made = replace(made, id=name_rulings.insert(connection, made))
            if made.id in people_of(name_rulings.everything(connection, self.kind)).unapplied:
                raise RulingError(
                    f"“{first}” and “{second}” cannot be {self.one}:"
                    f" names of theirs were said to be {self.two}."
                )
            name_rulings.merge(connection)
        return made, before, _CHANGED

    def take_back(self, ids: Iterable[int]) -> tuple[list[NameRuling], Changes]:
        """Take rulings back; returns them, for ``rule_again``."""
        with self._database.writing() as connection:
            gone = name_rulings.get(connection, ids)
            name_rulings.delete(connection, (one.id for one in gone))
            name_rulings.merge(connection)
        return gone, _CHANGED if gone else Changes()

    def rule_again(self, taken_back: Iterable[NameRuling]) -> Changes:
        """Bring rulings back under their own numbers; what was ruled of those names since gives way."""
        with self._database.writing() as connection:
            there = set(name_rulings.everything(connection))
            back = [one for one in taken_back if replace(one, applies=True) not in there]
            for one in back:
                later = name_rulings.between(connection, one.kind, one.first, one.second)
                name_rulings.delete(connection, (ruling.id for ruling in later))
                name_rulings.insert(connection, replace(one, applies=True))
            name_rulings.merge(connection)
        return _CHANGED if back else Changes()

    # -- inside

    def _alike(self, connection: sqlite3.Connection) -> list[tuple[str, str, Likeness]]:
        """All names that are alike, the most alike and most frequent first; remembered while names stay."""
        state = names.state(connection, self.kind)
        if self._candidates is None or self._candidates[0] != state:
            counts = names.names(connection, self.kind)
            found = sorted(
                self.candidates(counts),
                key=lambda one: (-one[2].score, -min(counts[one[0]], counts[one[1]]), one[0], one[1]),
            )
            self._candidates = state, found
        several = names.namesakes(connection) if self.kind == "person" else {}
        if not several:
            return self._candidates[1]
        return [
            (one, other, likeness)
            for first, second, likeness in self._candidates[1]
            for one in several.get(first, [first])
            for other in several.get(second, [second])
        ]

    def _dossier(self, connection: sqlite3.Connection, key: str, look_at: int) -> Dossier | None:
        spelt = name_rulings.spellings_of(connection, self.kind, key)
        spellings = names.labels(connection, self.kind, spelt)
        if not spellings:
            return None
        named = names.nodes(connection, self.kind, spelt)
        chosen = select(Filter(), None, [named])
        rows = listing.rows(connection, chosen, 0, look_at, "date")
        readings = names.readings(connection, (row.id for row in rows))
        told = [(row, reading) for row, (_, reading) in zip(rows, readings, strict=True)]
        bare = Dossier(
            spellings[0].key,
            spellings[0].label,
            spellings,
            (),
            (),
            (),
            names.how_often(connection, self.kind, spelt) if len(spellings) > 1 else spellings[0].count,
            tuple(rows),
            *names.period(connection, self.kind, spelt),
        )
        return self.described(bare, told, tuple(map(name_of, spelt)))


_CHANGED = Changes(listing=True, people=True)


def _spelt(one: Choice) -> set[str]:
    """The spellings of one, without and with what tells it apart from others of the name."""
    keys = (one.key, *one.also)
    return {*map(name_of, keys), *(" ".join(words(key)) for key in keys if APART in key)}


def _fits(one: Choice, said: str) -> bool:
    begun = [f" {word}" for word in words(said)]
    return any(all(word in f" {key}" for word in begun) for key in _spelt(one))


def held(told: Iterable[Told[T]], values: Callable[[T], Iterator[str]]) -> tuple[Held, ...]:
    """What articles (the newest first) say, each with the articles that say so."""
    said: dict[str, tuple[str, dict[int, str | None]]] = {}
    for row, one in told:
        for value in values(one):
            said.setdefault(" ".join(words(value)), (value, {}))[1].setdefault(row.id, row.date)
    result = []
    for value, found in said.values():
        dates = sorted(date for date in found.values() if date)
        first, last = (dates[0], dates[-1]) if dates else (None, None)
        result.append(Held(value, first, last, tuple(found)))
    return tuple(result)

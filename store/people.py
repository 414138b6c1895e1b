"""The people of a library: one person under all spellings, what is known of each, and who may be the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from store.database import listing
from store.database import people as names
from store.database.connection import Database
from store.database.filters import select
from store.derive import person_key
from store.errors import RulingError
from store.folding import words
from store.model import (
    ArticleRow,
    Changes,
    Choice,
    Dossier,
    Filter,
    Held,
    Official,
    PersonRuling,
    Proposal,
)
from store.moments import now
from store.namesakes import Likeness, candidates
from store.persons import people_of

LOOKED_AT = 1000
"""So many of a person's newest articles are looked at for posts and ranks."""

GLANCED_AT = 6
"""So many for a proposal."""

EXAMINED = 1000
"""So many pairs of names are examined for proposals, those most alike first."""

YEARS_APART = 15
"""Two names that no articles of fewer years apart have are not proposed."""

_SURNAME_ALONE = 0.5  # a likeness that needs one country, known of both


class People:
    """People over all articles. Reading and writing methods are as those of ``Library``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._candidates: tuple[tuple[int, int], list[tuple[str, str, Likeness]]] | None = None

    # -- reading

    def find(self, name: str = "") -> list[Choice]:
        """The people of that name, the most frequent first: every word of it begins one of a spelling's.

        A name that is a whole spelling is that person's alone; an empty one is everybody's.
        """
        with self._database.reading() as connection:
            everybody = listing.choices(connection).people
        exact = person_key(name)
        whole = [one for one in everybody if exact and exact in (one.key, *one.also)]
        return whole or [one for one in everybody if _fits(one, name)]

    def dossier(self, key: str, look_at: int = LOOKED_AT) -> Dossier | None:
        """What the newest articles say of the person of that key; None where no article names them."""
        with self._database.reading() as connection:
            return _dossier(connection, key, look_at)

    def proposals(self, limit: int = 100) -> list[Proposal]:
        """Pairs of names that may be one person's and that nothing was ruled of, the likeliest first."""
        with self._database.reading() as connection:
            people = people_of(names.everything(connection))
            seen: set[tuple[str, ...]] = set()
            found: list[Proposal] = []
            examined = 0
            dossiers: dict[str, Dossier | None] = {}
            for first, second, likeness in self._alike(connection):
                pair = tuple(sorted((people.person(first), people.person(second))))
                if pair in seen or people.settled(first, second):
                    continue
                seen.add(pair)
                examined += 1
                one, other = (_glance(connection, name, dossiers) for name in pair)
                if one and other and _compatible(one, other, likeness):
                    if other.count > one.count:
                        one, other = other, one
                    found.append(Proposal(one, other, likeness.why, likeness.score))
                if len(found) == limit or examined == EXAMINED:
                    break
            return found

    def rulings(self) -> list[PersonRuling]:
        """All rulings over names; merges that are not made are marked so."""
        with self._database.reading() as connection:
            made = names.everything(connection)
        unapplied = people_of(made).unapplied
        return [replace(one, applies=one.id not in unapplied) for one in made]

    # -- what a person says

    def rule(self, first: str, second: str, same: bool) -> tuple[PersonRuling, list[PersonRuling], Changes]:
        """Say of two names (in any spelling) that they are one person's, or two people's.

        Returns the ruling and those it takes the place of. Raises ``RulingError`` for one name, and for a
        merge that would join what was said to be two people.
        """
        one, other = sorted((person_key(first), person_key(second)))
        if not one or one == other:
            raise RulingError("Two names are needed, which differ.")
        with self._database.writing() as connection:
            before = names.between(connection, one, other)
            names.delete(connection, (ruling.id for ruling in before))
            made = PersonRuling(0, one, other, same, now())
            made = replace(made, id=names.insert(connection, made))
            if made.id in people_of(names.everything(connection)).unapplied:
                raise RulingError(
                    f"“{first}” and “{second}” cannot be one person:"
                    " names of theirs were said to be two people's."
                )
            names.merge(connection)
        return made, before, _CHANGED

    def take_back(self, ids: Iterable[int]) -> tuple[list[PersonRuling], Changes]:
        """Take rulings back; returns them, for ``rule_again``."""
        with self._database.writing() as connection:
            gone = names.get(connection, ids)
            names.delete(connection, (one.id for one in gone))
            names.merge(connection)
        return gone, _CHANGED if gone else Changes()

    def rule_again(self, taken_back: Iterable[PersonRuling]) -> Changes:
        """Bring rulings back under their own numbers; what was ruled of those names since gives way."""
        with self._database.writing() as connection:
            there = set(names.everything(connection))
            back = [one for one in taken_back if replace(one, applies=True) not in there]
            for one in back:
                later = names.between(connection, one.first, one.second)
                names.delete(connection, (ruling.id for ruling in later))
                names.insert(connection, one)
            names.merge(connection)
        return _CHANGED if back else Changes()

    # -- inside

    def _alike(self, connection: sqlite3.Connection) -> list[tuple[str, str, Likeness]]:
        """All names that are alike, the most alike and most frequent first; remembered while names stay."""
        state = names.state(connection)
        if self._candidates is None or self._candidates[0] != state:
            counts = names.names(connection)
            found = sorted(
                candidates(counts),
                key=lambda one: (-one[2].score, -min(counts[one[0]], counts[one[1]]), one[0], one[1]),
            )
            self._candidates = state, found
        return self._candidates[1]


_CHANGED = Changes(listing=True, people=True)


def _fits(person: Choice, said: str) -> bool:
    begun = [f" {word}" for word in words(said)]
    return any(all(word in f" {key}" for word in begun) for key in (person.key, *person.also))


def _glance(connection: sqlite3.Connection, key: str, known: dict[str, Dossier | None]) -> Dossier | None:
    if key not in known:
        known[key] = _dossier(connection, key, GLANCED_AT)
    return known[key]


def _compatible(one: Dossier, other: Dossier, likeness: Likeness) -> bool:
    """Whether country and time let two names be one person's."""
    countries = {held.value for held in one.countries}, {held.value for held in other.countries}
    if all(countries):
        if countries[0].isdisjoint(countries[1]):
            return False
    elif likeness.score <= _SURNAME_ALONE:
        return False
    if one.first and one.last and other.first and other.last:
        later, earlier = max(one.first, other.first), min(one.last, other.last)
        return int(later[:4]) - int(earlier[:4]) <= YEARS_APART
    return True


def _dossier(connection: sqlite3.Connection, key: str, look_at: int) -> Dossier | None:
    spelt = names.spellings_of(connection, key)
    spellings = names.labels(connection, spelt)
    if not spellings:
        return None
    chosen = select(Filter(person=key), None, spelt)
    rows = listing.rows(connection, chosen, 0, look_at, "date")
    readings = names.readings(connection, (row.id for row in rows))
    told = [
        (row, official)
        for row, (_, reading) in zip(rows, readings, strict=True)
        for official in reading.officials
        if person_key(official.name) in spelt
    ]
    return Dossier(
        spellings[0].key,
        spellings[0].label,
        spellings,
        _held(told, _country),
        _held(told, _rank),
        _held(told, _posts),
        names.how_often(connection, spelt) if len(spellings) > 1 else spellings[0].count,
        tuple(rows),
        *names.period(connection, spelt),
    )


def _held(
    told: Iterable[tuple[ArticleRow, Official]], values: Callable[[Official], Iterator[str]]
) -> tuple[Held, ...]:
    """What articles (the newest first) say of a person, each with the articles that say so."""
    said: dict[str, tuple[str, dict[int, str | None]]] = {}
    for row, official in told:
        for value in values(official):
            said.setdefault(" ".join(words(value)), (value, {}))[1].setdefault(row.id, row.date)
    result = []
    for value, found in said.values():
        dates = sorted(date for date in found.values() if date)
        first, last = (dates[0], dates[-1]) if dates else (None, None)
        result.append(Held(value, first, last, tuple(found)))
    return tuple(result)


def _country(official: Official) -> Iterator[str]:
    if official.country is not None:
        yield official.country.value


def _rank(official: Official) -> Iterator[str]:
    if official.rank is not None:
        yield official.rank.value


def _posts(official: Official) -> Iterator[str]:
    for post in official.posts:
        yield ", ".join(filter(None, (post.title, post.organisation)))

"""Which series there are: the occasions of a library, by their wordings and by what a person said of them."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.across.encounter import Encounter
from store.across.wordings import series_key, shown, wording
from store.database import across, name_rulings
from store.database.across import ToldOccasion
from store.derive import person_key
from store.model import NameRuling
from store.persons import people_of

APART = "|"
"""Between the key of a series and what tells it from one that a person said to be another."""


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One series in the list of all."""

    key: str
    name: str  # as most articles word it
    sessions: int  # known
    numbers: tuple[int, ...]
    missing: tuple[int, ...]  # numbers between those
    first: str | None
    last: str | None
    articles: int


@dataclass(slots=True)
class Group:
    """The occasions of one series."""

    key: str
    told: list[ToldOccasion]

    @property
    def names(self) -> list[str]:
        """Its folded names, the most frequent first."""
        often: Counter[str] = Counter()
        newest: dict[str, str] = {}
        for one in self.told:
            often[one.name] += one.articles
            newest[one.name] = max(newest.get(one.name, ""), one.last or "")
        found = sorted(often, key=lambda name: (len(name), name))
        return sorted(found, key=lambda name: (often[name], newest[name]), reverse=True)


def groups(told: Iterable[ToldOccasion], rulings: Sequence[NameRuling]) -> dict[str, Group]:
    """Occasions by the key of their series: what a person said of names goes before what they say."""
    units: dict[str, list[ToldOccasion]] = defaultdict(list)
    for one in told:
        key = series_key(one.name, one.parties)
        if key:
            units[key].append(one)
    _join_counted(units)
    if not rulings:
        return {key: Group(key, several) for key, several in units.items()}
    people = people_of(rulings)
    for same in _joined(units, people.person_of):
        _join(units, same)
    found: dict[str, Group] = {}
    for key, several in units.items():
        for number, part in enumerate(_parted(several, people.person_of, people.apart)):
            own = key if not number else f"{key}{APART}{Group(key, part).names[0]}"
            found[own] = Group(own, part)
    return found


def _join_counted(units: dict[str, list[ToldOccasion]]) -> None:
    """Names of which one says more than the other, and that count the same in the same years.

    "Shangri-La Dialogue" and "IISS Shangri-La Dialogue": the 21st was in 2024 of both.
    """
    counted: dict[tuple[int, tuple[str, ...]], dict[str, frozenset[str]]] = defaultdict(dict)
    for key, several in units.items():
        states = states_in(key)
        words = frozenset(key.split()).difference(states)
        for one in several:
            for number, year in one.sessions:
                if number is not None and year is not None:
                    counted[year - number, states][key] = words
    for named in counted.values():
        few = sorted(named, key=lambda key: len(named[key])) if len(named) > 1 else ()
        for place, key in enumerate(few):
            more = [it for it in few[place + 1 :] if it in units and named[key] < named[it]]
            if more and key in units and len(named[key]) > 1:
                _join(units, [key, *more])


def _joined(units: dict[str, list[ToldOccasion]], person_of: dict[str, str]) -> Iterator[list[str]]:
    """Keys of which a person said that names of theirs are one occasion's, and whose sides are the same."""
    keys: dict[str, set[str]] = defaultdict(set)
    for key, several in units.items():
        for one in several:
            if one.name in person_of:
                keys[person_of[one.name]].add(key)
    for several_keys in keys.values():
        sides = set(map(states_in, several_keys)) - {()}
        if len(sides) <= 1:
            yield sorted(several_keys)
        else:
            for side in sides:
                yield sorted(key for key in several_keys if states_in(key) == side)


def _join(units: dict[str, list[ToldOccasion]], same: list[str]) -> None:
    there = [key for key in same if key in units]
    if len(there) > 1:
        first = max(there, key=lambda key: (any(map(str.isupper, key)), _articles(units[key]), key))
        for key in there:
            if key != first:
                units[first] += units.pop(key)


def _articles(told: Iterable[ToldOccasion]) -> int:
    return sum(one.articles for one in told)


def _parted(
    told: list[ToldOccasion], person_of: dict[str, str], apart: frozenset[tuple[str, str]]
) -> list[list[ToldOccasion]]:
    """The names of a series in as many parts as a person said there are."""
    names = [person_of.get(name, name) for name in Group("", told).names]
    parts: list[set[str]] = []
    for name in dict.fromkeys(names):
        fits = next((part for part in parts if all((name, other) not in apart for other in part)), None)
        if fits is None:
            parts.append({name})
        else:
            fits.add(name)
    return [[one for one in told if person_of.get(one.name, one.name) in part] for part in parts]


def states_in(key: str) -> tuple[str, ...]:
    """The codes of the states in the key of a series."""
    return tuple(word for word in key.partition(APART)[0].split() if word.isupper() and word.isalpha())


def all_series(connection: sqlite3.Connection) -> list[SeriesLine]:
    """Every series of the library, those of which most sessions are known first."""
    return _lines(_groups(connection).values())


def find_series(connection: sqlite3.Connection, name: str) -> list[SeriesLine]:
    """The series of that key, else those with all words of ``name`` in one of their names; of "" all."""
    found = _groups(connection)
    if name in found:
        return _lines([found[name]])
    wanted = person_key(name)
    exact = [group for group in found.values() if any(one.name == wanted for one in group.told)]
    if exact:
        return _lines(exact)
    key = series_key(name)
    if key in found:
        return _lines([found[key]])
    begun = [f" {word}" for word in wanted.split()]
    return _lines(
        group
        for group in found.values()
        if any(all(word in f" {one.name}" for word in begun) for one in group.told)
    )


def _groups(connection: sqlite3.Connection) -> dict[str, Group]:
    return groups(across.occasions(connection), name_rulings.everything(connection, "occasion"))


def _lines(found: Iterable[Group]) -> list[SeriesLine]:
    lines = (_line(group) for group in found)
    return sorted(
        (line for line in lines if line is not None),
        key=lambda line: (-line.sessions, -line.articles, line.name),
    )


def _line(group: Group) -> SeriesLine | None:
    numbers, years, numbered_years = set(), set(), set()
    for one in group.told:
        named = wording(one.name)
        for ordinal, dated in one.sessions:
            number = ordinal if ordinal is not None else named.number
            year = named.year or dated
            if number is not None:
                numbers.add(number)
                numbered_years.add(year)
            elif year:
                years.add(year)
    sessions = len(numbers) + len(years - numbered_years)
    if not numbers and sessions < 2:
        return None
    dates = [date for one in group.told for date in (one.first, one.last) if date]
    labels = {one.name: one.label for one in group.told}
    return SeriesLine(
        group.key,
        shown(labels[group.names[0]]),
        sessions,
        tuple(sorted(numbers)),
        tuple(sorted(set(range(min(numbers), max(numbers))) - numbers)) if numbers else (),
        min(dates, default=None),
        max(dates, default=None),
        _articles(group.told),
    )


def meetings_of(connection: sqlite3.Connection, group: Group) -> list[Encounter]:
    """The meetings that belong to a series, by date."""
    units = {(one.name, one.parties) for one in group.told}
    return [
        one
        for one in across.of_occasions(connection, group.names)
        if (person_key(one.wording or ""), one.parties) in units
    ]


def find(connection: sqlite3.Connection, key: str) -> Group | None:
    """The series of that key, or of an occasion of that name."""
    found = _groups(connection)
    if key in found:
        return found[key]
    name = person_key(key)
    named = (group for group in found.values() if any(one.name == name for one in group.told))
    joined = (
        group
        for group in found.values()
        if any(series_key(one.name, one.parties) == key for one in group.told)
    )
    return next(named, None) or next(joined, None)

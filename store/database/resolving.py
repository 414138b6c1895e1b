"""From rows of the table of encounters to encounters: what the numbers in them stand for."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from store.across.encounter import Encounter, HeldPost, Participant
from store.database import encounters, name_rulings, names
from store.database.encounters import Facts, Row
from store.derive import APART, name_of
from store.encounters import BESIDE, BETWEEN, KINDS, ROLES, date_of
from store.model import MeetingKind

Listed = tuple[int, str | None, Row]
"""An article, its date, and a row of it."""


def participants(
    connection: sqlite3.Connection, people: Iterable[encounters.Person]
) -> dict[encounters.Person, Participant]:
    """The people of rows, resolved."""
    wanted = list(people)
    also = {number for one in wanted for number in (one.country, one.rank, *one.posts) if number}
    values = Values(connection, [], {one.number for one in wanted}, also)
    return {one: values.participant(one) for one in wanted}


def listed(found: Iterable[tuple[object, ...]]) -> Iterator[Listed]:
    """Rows as they come from the table, after the article and its date."""
    for article, date, *row in found:
        yield article, date, tuple(row)  # type: ignore[misc]


def facts_of(one: Listed) -> Facts:
    """What is packed in a row."""
    return encounters.unpacked(one[2][8])


def resolved(connection: sqlite3.Connection, found: Iterable[Listed]) -> list[Encounter]:
    """Rows as encounters, by date."""
    rows = list(found)
    values = Values(connection, rows)
    made = [_encounter(one, values) for one in rows]
    return sorted(made, key=lambda one: (one.date or one.published or "", one.article, one.number))


def _encounter(one: Listed, values: Values) -> Encounter:
    article, published, (_, number, date, kind, place, occasion, ordinal, parties, facts) = one
    planned, kind = divmod(kind, len(KINDS))
    key = values.key(occasion)
    return Encounter(
        article,
        number,
        date_of(date),
        published,
        _MEETINGS[kind],
        bool(planned),
        values.label(place),
        values.joined("occasion", key) if key else None,
        values.label(occasion),
        ordinal,
        _codes(parties),
        *values.told(facts),
    )


@lru_cache(maxsize=1 << 12)
def _codes(parties: str) -> tuple[str, ...]:
    return tuple(parties.split())


_MEETINGS: tuple[MeetingKind, ...] = KINDS


class Values:
    """What the numbers in rows stand for."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        rows: Sequence[Listed],
        others: Iterable[int] = (),
        also: Iterable[int] = (),
    ) -> None:
        """``others``: numbers of more people; ``also``: of more of all else."""
        numbers: set[int] = set(also)
        people: set[int] = set(others)
        for facts in {one[2][8] for one in rows}:
            told = encounters.unpacked(facts)
            numbers.update(told.topics)
            for person in told.people:
                people.add(person.number)
                numbers.update((person.country, person.rank, *person.posts))
        for _, _, row in rows:
            numbers.update(number for number in row[4:6] if number)
        self._known = encounters.labels(connection, numbers | people)
        self._merged = {kind: name_rulings.all_merged(connection, kind) for kind in ("person", "occasion")}
        self._names = self._named(connection, people)
        self._participants: dict[encounters.Person, Participant] = {}
        self._told: dict[bytes, tuple[tuple[str, ...], tuple[Participant, ...]]] = {}

    def key(self, number: int | None) -> str | None:
        """The key of a value."""
        return self._known[number][1] if number else None

    def told(self, facts: bytes) -> tuple[tuple[str, ...], tuple[Participant, ...]]:
        """The topics and the people of a row."""
        found = self._told.get(facts)
        if found is None:
            one = encounters.unpacked(facts)
            topics = tuple(self._known[topic][1] for topic in one.topics)
            found = self._told[facts] = topics, tuple(map(self.participant, one.people))
        return found

    def label(self, number: int | None) -> str | None:
        """A value as articles have it."""
        return self._known[number][2] if number else None

    def joined(self, kind: str, key: str) -> str:
        """The key that stands for all that are joined with that one."""
        return self._merged[kind].get(key, key)

    def person(self, number: int) -> tuple[str, str, str]:
        """A person's key, name, and the key of the name with that number."""
        spelt = self._known[number][1]
        one = self.joined("person", spelt)
        return one, self._names[one], spelt

    def participant(self, person: encounters.Person) -> Participant:
        """A person of a row."""
        made = self._participants.get(person)
        if made is None:
            made = self._participants[person] = self._participant(person)
        return made

    def _participant(self, person: encounters.Person) -> Participant:
        one, name, spelt = self.person(person.number)
        return Participant(
            one,
            name,
            ROLES[person.role],
            self.key(person.country),
            self.label(person.rank),
            tuple(held_post(*self._known[post][1:]) for post in person.posts),
            spelt,
        )

    def _named(self, connection: sqlite3.Connection, people: Iterable[int]) -> dict[str, str]:
        """The people by their keys, each in the spelling that most articles have."""
        merged = self._merged["person"]
        found, several = {}, set()
        for number in people:
            _, key, label = self._known[number]
            if key in merged:
                several.add(merged[key])
            else:
                _, apart, which = key.partition(APART)
                found[key] = f"{label} ({which})" if apart else label
        spellings = defaultdict(list)
        for key, one in merged.items():
            spellings[one].append(key)
        for one in several:
            known = names.labels(connection, "person", spellings[one])
            found[one] = known[0].label if known else name_of(one)
        return found


def held_post(key: str, label: str) -> HeldPost:
    """A post by its key and as articles word it."""
    title, _, organisation = label.partition(BESIDE)
    return HeldPost(title, organisation, key.rpartition(BETWEEN)[2])

"""Meetings as all their reports together tell them: two articles on one meeting do not make it two."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from store.across.encounter import Encounter, Participant
from store.across.posts import Level, level_of_person
from store.across.wordings import series_key
from store.model import MeetingKind, Role

PRINCIPALS = (Role.HOST, Role.GUEST)
THERE = (*PRINCIPALS, Role.ATTENDEE)


@dataclass(frozen=True, slots=True)
class Report:
    """Where a meeting is told of: an article, and which of its meetings."""

    article: int
    number: int


@dataclass(frozen=True, slots=True)
class Contact:
    """A meeting, once, however many articles report it."""

    day: str | None
    kind: MeetingKind
    planned: bool  # by every article that tells of it
    place: str | None
    occasion: str | None  # key
    wording: str | None
    ordinal: int | None
    series: str  # key; "" where it is of none
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    people: tuple[Participant, ...]
    reports: tuple[Report, ...]  # the oldest article first

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that report it."""
        return tuple(dict.fromkeys(report.article for report in self.reports))

    def side(self, code: str, *, attending: bool = False) -> tuple[Participant, ...]:
        """Who spoke for a party, the highest first; ``attending``: and who was beside them."""
        roles = THERE if attending else PRINCIPALS
        there = [one for one in self.people if one.country == code and one.role in roles]
        return tuple(sorted(there, key=_rank)) if len(there) > 1 else tuple(there)

    def level_of(self, code: str) -> Level | None:
        """The highest level of a party's people; None where nobody of it is named in a post."""
        told = [one for one in self.side(code) if one.posts] or [
            one for one in self.side(code, attending=True) if one.posts
        ]
        return min(map(level_of_person, told), default=None)

    @property
    def level(self) -> Level | None:
        """The highest level of all; None where nobody is named in a post."""
        return min(
            (level_of_person(one) for one in self.people if one.posts and one.role in THERE), default=None
        )

    @property
    def host(self) -> str | None:
        """Who hosted it: the party whose the hosts are, else the country of the place, party to it or not.

        None where it is not told, and of a call.
        """
        if self.kind is MeetingKind.CALL:
            return None
        hosts = {one.country for one in self.people if one.role is Role.HOST}
        own = [code for code in self.parties if code in hosts]
        if len(own) == 1:
            return own[0]
        return country_of(self.place) if self.place else None


def _rank(person: Participant) -> int:
    return level_of_person(person) if person.posts else Level.OTHER


@lru_cache(maxsize=4096)
def country_of(place: str) -> str | None:
    """The country of a town, or of itself, where the lexicon knows it under one country only."""
    from store.lexicon import load

    lexicon = load()
    if place in lexicon.capitals:
        return lexicon.capitals[place].code
    if place in lexicon.country_names:
        return lexicon.country_names[place].code
    found = lexicon.city_names.get(place)
    return found.country if found else None


@lru_cache(maxsize=1 << 16)
def date_in(day: str | None) -> datetime.date | None:
    """A whole date; None for a month or a year."""
    try:
        return datetime.date.fromisoformat(day) if day else None
    except ValueError:
        return None


def contacts(encounters: Iterable[Encounter]) -> list[Contact]:
    """Encounters by date, those that are one meeting's put together; whom articles only name is left out."""
    groups: list[list[Encounter]] = []
    found: dict[tuple[str, str], list[list[Encounter]]] = {}
    for one in sorted((one for one in encounters if one.number), key=_first):
        day = one.day or ""
        traits = _traits(one) if day else []
        same = next((group for group in _near(found, day, traits) if _is_one(group, one)), None)
        if same is None:
            groups.append(same := [])
        same.append(one)
        for trait in traits:
            there = found.setdefault((day, trait), [])
            if not any(group is same for group in there):
                there.append(same)
    return sorted(map(_contact, groups), key=lambda one: (one.day or "", one.reports[0].article))


def _first(one: Encounter) -> tuple[str, bool, int, int]:
    return one.day or "", one.planned, one.article, one.number


def _traits(one: Encounter) -> list[str]:
    """What two reports of one meeting have at least one of in common."""
    traits = [person.person for person in one.people if person.role in PRINCIPALS]
    return [*traits, f" {one.occasion}"] if one.occasion else traits


def _near(
    found: dict[tuple[str, str], list[list[Encounter]]], day: str, traits: Sequence[str]
) -> Iterator[list[Encounter]]:
    """Groups of the day, and of the day before it, that have something in common with a report."""
    told = date_in(day)
    days = [day] if told is None else [day, (told - datetime.timedelta(told > datetime.date.min)).isoformat()]
    for near in days:
        for trait in traits:
            yield from found.get((near, trait), ())


def _is_one(group: Sequence[Encounter], other: Encounter) -> bool:
    """Whether a report is of the meeting that others are of: nothing that both tell speaks against it."""
    return all(one.article != other.article for one in group) and any(_alike(one, other) for one in group)


def _alike(one: Encounter, other: Encounter) -> bool:
    if (one.kind is MeetingKind.CALL) != (other.kind is MeetingKind.CALL):
        return False
    if one.parties != other.parties and len(set(one.parties) & set(other.parties)) < 2:
        return False
    if None not in (one.ordinal, other.ordinal) and one.ordinal != other.ordinal:
        return False
    if one.day != other.day and one.place != other.place:
        return False
    sides, others = _sides(one), _sides(other)
    shared = sides.keys() & others.keys()
    if any(sides[code].isdisjoint(others[code]) for code in shared):
        return False
    return bool(shared) or (one.occasion is not None and one.occasion == other.occasion)


def _sides(one: Encounter) -> dict[str | None, set[str]]:
    sides: dict[str | None, set[str]] = {}
    for person in one.people:
        if person.role in PRINCIPALS:
            sides.setdefault(person.country, set()).add(person.person)
    return sides


def _contact(group: list[Encounter]) -> Contact:
    if len(group) == 1:
        return _alone(group[0])
    held = [one for one in group if not one.planned] or group
    first = held[0]
    told = next((one for one in held if one.occasion), first)
    people: dict[str, Participant] = {}
    for person in sorted((p for one in held for p in one.people), key=lambda p: THERE.index(p.role)):
        known = people.get(person.person)
        if known is None or (person.posts and not known.posts):
            people[person.person] = person
    parties = tuple(sorted({code for one in held for code in one.parties}))
    return Contact(
        first.day,
        first.kind,
        first.planned,
        next((one.place for one in held if one.place), None),
        told.occasion,
        told.wording,
        next((one.ordinal for one in held if one.ordinal is not None), None),
        series_of(told),
        parties,
        tuple(dict.fromkeys(topic for one in held for topic in one.topics)),
        tuple(people.values()),
        tuple(Report(one.article, one.number) for one in sorted(group, key=lambda one: one.article)),
    )


def _alone(one: Encounter) -> Contact:
    return Contact(
        one.day,
        one.kind,
        one.planned,
        one.place,
        one.occasion,
        one.wording,
        one.ordinal,
        series_of(one),
        one.parties,
        one.topics,
        one.people,
        (Report(one.article, one.number),),
    )


def series_of(one: Encounter) -> str:
    """The series of the occasion on which an encounter was; empty where it was on none."""
    return series_key(one.occasion, one.parties) if one.occasion else ""

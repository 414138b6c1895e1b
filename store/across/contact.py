"""Meetings as all their reports together tell them: two articles on one meeting do not make it two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.across.encounter import Encounter, Participant
from store.across.one_meeting import PRINCIPALS, THERE, country_of, one_meetings
from store.across.posts import Level, level_of_person
from store.across.wordings import series_key
from store.model import MeetingKind, Role


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


def contacts(encounters: Iterable[Encounter]) -> list[Contact]:
    """Encounters by date, those that are one meeting's put together; whom articles only name is left out."""
    groups = one_meetings(encounters)
    return sorted(map(_contact, groups), key=lambda one: (one.day or "", one.reports[0].article))


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

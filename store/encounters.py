"""Of a reading what is asked of many articles at once: who met whom, when and where, in what posts.

Each meeting of an article is one encounter. Who is named in no meeting is in one more, without a date, so
that every post an article gives a person is known. The values (people, posts, places ...) are as the article
words them; what is alike in them is found by whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from store.derive import FacetValue, country_name, person_key
from store.model import Meeting, MeetingKind, MeetingStatus, Official, Post, Reading, Role

ENCOUNTERS_VERSION = 2
"""Raised whenever something else is made of the same reading here, or is packed otherwise."""

BETWEEN = "|"
"""Between the parts of the key of a post: title, organisation, country."""

BESIDE = "\t"
"""Between title and organisation in its label."""

KINDS = tuple(MeetingKind)
ROLES = tuple(Role)

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Person(NamedTuple):
    """A person in an encounter, as the article has it."""

    value: FacetValue
    role: int  # place in ``ROLES``
    country: FacetValue | None
    rank: FacetValue | None
    posts: tuple[FacetValue, ...]

    def values(self) -> Iterator[FacetValue]:
        """Everything that has a number of its own."""
        yield self.value
        if self.country:
            yield self.country
        if self.rank:
            yield self.rank
        yield from self.posts


class Encounter(NamedTuple):
    """A meeting that an article reports, or (``number`` 0) whom it names outside of its meetings."""

    number: int
    date: int | None  # 20251217, 20251200, 20250000
    kind: int  # place in ``KINDS``; so many more for what is planned
    place: FacetValue | None
    occasion: FacetValue | None
    ordinal: int | None
    parties: str  # codes, separated by spaces
    topics: tuple[FacetValue, ...]
    people: tuple[Person, ...]

    def values(self) -> Iterator[FacetValue]:
        """Everything that has a number of its own."""
        if self.place:
            yield self.place
        if self.occasion:
            yield self.occasion
        yield from self.topics
        for person in self.people:
            yield from person.values()


def encounters_of(reading: Reading, facets: Iterable[FacetValue]) -> tuple[Encounter, ...]:
    """The encounters of a reading; ``facets`` are what its article can be filtered by."""
    named = {value.key: value for value in facets if value.kind == "person"}
    people = {official.name: official for official in reading.officials}
    met: set[str] = set()
    made = []
    for number, meeting in enumerate(reading.meetings, 1):
        made.append(_encounter(number, meeting, tuple(_there(meeting, people, named, met))))
    rest = tuple(
        _person(official, named[key], official.role.value)
        for official in people.values()
        if (key := person_key(official.name)) in named and key not in met
    )
    if rest:
        made.append(Encounter(0, None, 0, None, None, None, "", (), rest))
    return tuple(made)


def _there(
    meeting: Meeting, people: dict[str, Official], named: dict[str, FacetValue], met: set[str]
) -> Iterator[Person]:
    here = set()
    for role, names in (
        (Role.HOST, meeting.hosts),
        (Role.GUEST, meeting.guests),
        (Role.ATTENDEE, meeting.attendees),
    ):
        for name in names:
            official, key = people.get(name.value), person_key(name.value)
            if official is not None and key in named and key not in here:
                here.add(key)
                met.add(key)
                yield _person(official, named[key], role)


def _encounter(number: int, meeting: Meeting, people: tuple[Person, ...]) -> Encounter:
    occasion = meeting.occasion.value if meeting.occasion else None
    planned = meeting.status.value is MeetingStatus.PLANNED
    return Encounter(
        number,
        number_of(meeting.date.value) if meeting.date else None,
        KINDS.index(meeting.kind.value) + planned * len(KINDS),
        _value("place", meeting.place.value) if meeting.place else None,
        _value("occasion", occasion.name) if occasion else None,
        occasion.ordinal if occasion else None,
        " ".join(party.value for party in meeting.parties),
        tuple(FacetValue("topic", topic.value, topic.value) for topic in meeting.topics),
        people,
    )


def _person(official: Official, value: FacetValue, role: Role) -> Person:
    home = official.country.value if official.country else None
    posts = (_post(post, home) for post in official.posts)
    return Person(
        value,
        ROLES.index(role),
        FacetValue("country", home, country_name(home)) if home else None,
        _value("rank", official.rank.value) if official.rank else None,
        tuple(dict.fromkeys(post for post in posts if post)),
    )


def _post(post: Post, home: str | None) -> FacetValue | None:
    title, organisation = " ".join(post.title.split()), " ".join((post.organisation or "").split())
    parts = (person_key(title), person_key(organisation), post.country or home or "")
    label = f"{title}{BESIDE}{organisation}" if organisation else title
    return FacetValue("post", BETWEEN.join(parts), label) if title else None


def _value(kind: str, said: str) -> FacetValue | None:
    key = person_key(said)
    return FacetValue(kind, key, " ".join(said.split())) if key else None


def number_of(date: str) -> int | None:
    """An ISO date, also of a month or a year alone, as a number in the order of dates."""
    found = _DATE.fullmatch(date)
    return int(found[1] + (found[2] or "00") + (found[3] or "00")) if found else None


@lru_cache(maxsize=1 << 14)
def date_of(number: int | None) -> str | None:
    """The ISO date that ``number_of`` made ``number`` of."""
    if number is None:
        return None
    told = f"{number:08}"
    parts = (told[:4], told[4:6], told[6:])
    return "-".join(part for part in parts if part != "00")

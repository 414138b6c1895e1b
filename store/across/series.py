"""Series: the sessions of one occasion over the years, however each article worded it."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as calendar_day
from itertools import pairwise

from store.across.encounter import Encounter, Participant
from store.across.grouping import find, meetings_of, states_in
from store.across.posts import heads, post_key
from store.across.ranks import rank_key
from store.across.wordings import shown, wording
from store.database import across
from store.derive import person_key
from store.model import Role

NEAR_DAYS = 21
"""Within so many days of a numbered session what has no number is told of that."""

FAR_DAYS = 200
"""What is told of dates farther apart is hardly one session."""


@dataclass(frozen=True, slots=True)
class Head:
    """Who led a side of a session, in the posts of the time."""

    party: str
    person: Participant
    article: int  # which says so


@dataclass(frozen=True, slots=True)
class Session:
    """What the library knows of one session."""

    number: int | None
    year: int | None
    first: str | None  # dates
    last: str | None
    planned: bool  # no article tells that it was held
    places: tuple[str, ...]
    parties: tuple[str, ...]
    heads: tuple[Head, ...]
    topics: tuple[str, ...]
    encounters: tuple[Encounter, ...]
    far: bool = False  # articles tell of dates far apart

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that report it, in order of date."""
        return tuple(dict.fromkeys(one.article for one in self.encounters))

    @property
    def label(self) -> str:
        """``17``, or the year where it has no number."""
        return str(self.number if self.number is not None else self.year or "?")


@dataclass(frozen=True, slots=True)
class Gap:
    """Sessions that are not in the library: by number, or by year where none has a number."""

    first: int
    last: int
    since: str | None  # date of the session before
    until: str | None  # and of the one after
    meantime: tuple[Encounter, ...]  # meetings of the same sides in between


@dataclass(frozen=True, slots=True)
class HeadChange:
    """A side was led by somebody else than the session before, or by the same in other posts."""

    party: str
    before: Head
    after: Head

    @property
    def passed_on(self) -> bool:
        """Whether another person came in the same post."""
        posts = ({post_key(post) for post in head.person.posts} for head in (self.before, self.after))
        before, after = posts
        return self.before.person.person != self.after.person.person and not before.isdisjoint(after)


@dataclass(frozen=True, slots=True)
class Change:
    """What is new or gone in a session, against the known one before."""

    before: Session
    after: Session
    topics_new: tuple[str, ...]
    topics_gone: tuple[str, ...]
    heads: tuple[HeadChange, ...]
    place: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Series:
    """One series, all of it that the library knows."""

    key: str
    name: str
    wordings: tuple[tuple[str, str], ...]  # folded name and label, the most frequent first
    states: tuple[str, ...]  # whose series it is; empty where many take part
    sessions: tuple[Session, ...]  # the oldest first
    gaps: tuple[Gap, ...]

    @property
    def is_counted(self) -> bool:
        """Whether its sessions have numbers."""
        return any(one.number is not None for one in self.sessions)

    @property
    def changes(self) -> tuple[Change, ...]:
        """From each known session to the next."""
        held = [one for one in self.sessions if not one.planned]
        return tuple(_change(before, after) for before, after in pairwise(held))


def series_of(connection: sqlite3.Connection, key: str) -> Series | None:
    """All that the library knows of a series; ``None`` where it has none of that key."""
    group = find(connection, key)
    if group is None:
        return None
    met = meetings_of(connection, group)
    sessions = sessions_of(met)
    labels = {one.name: one.label for one in group.told}
    states = _states(group.key, sessions)
    return Series(
        group.key,
        shown(labels[group.names[0]]),
        tuple((name, labels[name]) for name in group.names),
        states,
        sessions,
        tuple(_gaps(connection, sessions, states)),
    )


def _states(key: str, sessions: Sequence[Session]) -> tuple[str, ...]:
    """Whose series it is: those in its name, else those who were at every session, where they are two."""
    named = states_in(key)
    if len(named) > 1:
        return named
    always = set.intersection(*(set(one.parties) for one in sessions)) if sessions else set()
    return (
        tuple(sorted(always)) if len(always) == 2 and all(len(one.parties) == 2 for one in sessions) else ()
    )


def sessions_of(met: Sequence[Encounter]) -> tuple[Session, ...]:
    """Encounters (by date) as sessions, the oldest first: by number, and by year where they have none."""
    numbered: dict[int, list[Encounter]] = defaultdict(list)
    others = []
    for one in met:
        number = number_of(one)
        if number is None:
            others.append(one)
        else:
            numbered[number].append(one)
    yearly: dict[int | None, list[Encounter]] = defaultdict(list)
    for one in others:
        at = _session_near(one, numbered)
        (numbered[at] if at is not None else yearly[year_of(one)]).append(one)
    found = [_session(number, numbered[number]) for number in sorted(numbered)]
    for session in sorted((_session(None, several) for several in yearly.values()), key=_when):
        place = next(
            (place for place, other in enumerate(found) if _when(other) > _when(session)), len(found)
        )
        found.insert(place, session)
    return tuple(found)


def _when(session: Session) -> str:
    return session.first or str(session.year or "")


def number_of(one: Encounter) -> int | None:
    """The number of the session that an encounter was at."""
    return one.ordinal if one.ordinal is not None else wording(person_key(one.wording or "")).number


def year_of(one: Encounter) -> int | None:
    """The year of the session: as its name says, else of the meeting."""
    named = wording(person_key(one.wording or "")).year
    return named or (int(one.day[:4]) if one.day else None)


def _session_near(one: Encounter, numbered: dict[int, list[Encounter]]) -> int | None:
    """The number of the session at whose time an encounter without number was."""
    near = [
        (days_between(one.day, other.day), number)
        for number, several in numbered.items()
        for other in several
        if one.day and other.day
    ]
    if near and min(near)[0] <= NEAR_DAYS:
        return min(near)[1]
    year = year_of(one)
    same = {number for number, several in numbered.items() if year in map(year_of, several)}
    return same.pop() if len(same) == 1 and year is not None else None


def days_between(one: str, other: str) -> int:
    """How many days are between two ISO dates, months and years alone taken as their middle."""
    return abs(_days(one) - _days(other))


def _days(date: str) -> int:
    year, month, rest = (*map(int, date.split("-")), 0, 0)[:3]
    try:
        return calendar_day(year, month or 6, rest or 15).toordinal()
    except ValueError:
        return calendar_day(year, 6, 15).toordinal()


def _session(number: int | None, met: Sequence[Encounter]) -> Session:
    met = sorted(met, key=lambda one: (one.day or "", one.article, one.number))
    held = [one for one in met if not one.planned] or met
    dates = sorted(one.day for one in held if one.day)
    often = Counter(one.place for one in held if one.place)
    parties = tuple(sorted({code for one in held for code in one.parties}))
    return Session(
        number,
        next((year for one in held if (year := year_of(one))), None),
        dates[0] if dates else None,
        dates[-1] if dates else None,
        all(one.planned for one in met),
        tuple(place for place, _ in often.most_common()),
        parties,
        _heads(held, parties),
        tuple(dict.fromkeys(topic for one in held for topic in one.topics)),
        tuple(met),
        bool(dates) and days_between(dates[0], dates[-1]) > FAR_DAYS,
    )


def _heads(met: Sequence[Encounter], parties: Sequence[str]) -> tuple[Head, ...]:
    articles: dict[str, int] = {}
    for one in met:
        for person in one.people:
            articles.setdefault(person.person, one.article)
    leading = [person for one in met for person in one.of_role(Role.HOST, Role.GUEST)]
    found = heads([*leading, *(person for one in met for person in one.of_role(Role.ATTENDEE))])
    return tuple(
        Head(party, found[party], articles[found[party].person]) for party in parties if party in found
    )


def _gaps(
    connection: sqlite3.Connection, sessions: Sequence[Session], states: Sequence[str]
) -> Iterator[Gap]:
    counted = [one for one in sessions if one.number is not None]
    if counted:
        steps = [(one.number or 0, other.number or 0, one, other) for one, other in pairwise(counted)]
    else:
        yearly = [one for one in sessions if one.year]
        steps = [(one.year or 0, other.year or 0, one, other) for one, other in pairwise(yearly)]
        if sum(later - earlier - 1 for earlier, later, _, _ in steps) > len(yearly):
            return  # not every year
    met: list[Encounter] | None = None
    for earlier, later, one, other in steps:
        if later - earlier > 1:
            if met is None:
                met = across.of_pair(connection, *states) if len(states) == 2 else []
            yield Gap(earlier + 1, later - 1, one.last, other.first, _meantime(met, one, other))


def _meantime(met: Iterable[Encounter], before: Session, after: Session) -> tuple[Encounter, ...]:
    if before.last is None or after.first is None:
        return ()
    return tuple(one for one in met if not one.planned and one.day and before.last < one.day < after.first)


def _change(before: Session, after: Session) -> Change:
    led = {head.party: head for head in before.heads}
    places = before.places[:1] + after.places[:1]
    return Change(
        before,
        after,
        tuple(topic for topic in after.topics if topic not in before.topics),
        tuple(topic for topic in before.topics if topic not in after.topics),
        tuple(
            HeadChange(head.party, led[head.party], head)
            for head in after.heads
            if head.party in led and _differ(led[head.party], head)
        ),
        (places[0], places[1]) if len(places) == 2 and places[0] != places[1] else None,
    )


def _differ(before: Head, after: Head) -> bool:
    one, other = before.person, after.person
    if one.person != other.person:
        return True
    posts = {post_key(post) for post in one.posts}, {post_key(post) for post in other.posts}
    return bool(all(posts) and posts[0].isdisjoint(posts[1])) or bool(
        one.rank and other.rank and rank_key(one.rank) != rank_key(other.rank)
    )

"""Who is usually there and is not named, and which usual topic is missing: said with how usual it is.

What an article does not say may have been so all the same: nothing here is a certainty.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from store.across.contact import Contact, contacts
from store.across.encounter import Encounter, HeldPost, Participant
from store.across.one_meeting import PRINCIPALS, THERE, date_in
from store.across.other_spellings import is_likely
from store.across.posts import post_key
from store.across.series import Series, Session, series_of
from store.database import across
from store.derive import country_name
from store.model import MeetingKind

WINDOW = 5
"""So many of the last gatherings are looked at."""

LEAST = 2
"""Fewer tell nothing of what is usual."""

FEW = 3
"""At a gathering of more parties nobody is named regularly."""

SHARE = 0.75
"""Named at so many of them: at 2 of 2, 3 of 3, 3 of 4, 4 of 5."""

ENOUGH = 3
"""Of so many sessions on a series tells by itself what is usual, and so do those of one host."""


@dataclass(frozen=True, slots=True)
class Usual:
    """How usual something is: at ``named`` of the last ``of``; ``articles`` say so, the newest first."""

    named: int
    of: int
    articles: tuple[int, ...]
    host: str = ""  # of those only that this party hosted
    numbers: tuple[int, ...] = ()  # of the meetings in those articles; 0 where none tells
    what: str = "session"  # of what

    def __str__(self) -> str:
        hosted = f" hosted by {country_name(self.host)}" if self.host else ""
        return f"{self.named} of the last {self.of} {self.what}s{hosted}"


@dataclass(frozen=True, slots=True)
class AbsentPerson:
    """Somebody who usually attends."""

    person: str
    name: str
    spelt: str  # as in the first of the articles
    country: str | None
    post: str  # as told last
    usual: Usual
    elsewhere: tuple[int, ...]  # articles on the same gathering that do name the person
    successor: tuple[str, str] | None = None  # key and name of who is named in that post now


@dataclass(frozen=True, slots=True)
class AbsentPost:
    """A post whose holders usually attend, whoever they are."""

    post: HeldPost
    holders: tuple[tuple[str, str], ...]  # keys and names, the last first
    usual: Usual
    elsewhere: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MissingTopic:
    """A topic that is usually talked about."""

    topic: str
    usual: Usual
    elsewhere: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """What is missing against the earlier gatherings of a series, or of a pair on the same level."""

    scope: Literal["series", "pair"]
    key: str  # of the series; of a pair AZ+TR
    name: str
    label: str  # of this gathering: number or year of the session, or the day
    earlier: int  # gatherings known before
    people: tuple[AbsentPerson, ...]
    posts: tuple[AbsentPost, ...]
    topics: tuple[MissingTopic, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing usual is missing."""
        return not (self.people or self.posts or self.topics)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A session, or the meetings of a visit, with who was named there."""

    label: str
    host: str | None
    encounters: tuple[Encounter, ...]
    people: dict[str, list[tuple[Encounter, Participant]]] = field(default_factory=dict)
    posts: dict[str, list[tuple[Encounter, Participant, HeldPost]]] = field(default_factory=dict)
    topics: dict[str, list[Encounter]] = field(default_factory=dict)


def gathering(
    label: str, encounters: Sequence[Encounter], host: str | None = None, *, anyone: bool = False
) -> Gathering:
    """Encounters as one gathering; ``anyone``: also who is only named beside the meetings counts."""
    people: dict[str, list[tuple[Encounter, Participant]]] = defaultdict(list)
    posts: dict[str, list[tuple[Encounter, Participant, HeldPost]]] = defaultdict(list)
    topics: dict[str, list[Encounter]] = defaultdict(list)
    for one in encounters:
        for topic in one.topics:
            topics[topic].append(one)
        for person in one.people:
            if anyone or person.role in THERE:
                people[person.person].append((one, person))
                for post in person.posts:
                    posts[post_key(post)].append((one, person, post))
    return Gathering(label, host, tuple(encounters), dict(people), dict(posts), dict(topics))


# -- of one article


def absences_of(connection: sqlite3.Connection, article: int) -> tuple[Absence, ...]:
    """What is missing in an article, for its series and for its pair of parties."""
    own = across.of_articles(connection, [article])
    made = []
    enough = False
    for occasion in dict.fromkeys(one.occasion for one in own if one.occasion):
        series = series_of(connection, occasion)
        found = in_series(series, article, own) if series and not is_of_many(series) else None
        if found is not None:
            made.append(found)
            enough = enough or found.earlier >= ENOUGH
    if not enough:
        found = _in_pair(connection, article, own)
        if found is not None:
            made.append(found)
    return tuple(made)


def in_series(series: Series, article: int, own: Sequence[Encounter]) -> Absence | None:
    """What is missing in an article (with its encounters), for the session that it tells of."""
    place = next((n for n, one in enumerate(series.sessions) if article in one.articles), None)
    if place is None:
        return None
    session = series.sessions[place]
    others = [one for one in session.encounters if one.article != article]
    return _of_session(series, place, gathering("", own, anyone=True), gathering("", others))


def is_of_many(series: Series) -> bool:
    """Whether so many take part that an article tells of some of them only: then nothing is missing."""
    return any(len(one.parties) > FEW for one in series.sessions)


def absences_in(series: Series, newest: int = 3) -> tuple[Absence, ...]:
    """What is missing at the newest sessions of a series, in all their articles; the newest first."""
    if is_of_many(series):
        return ()
    held = [place for place, one in enumerate(series.sessions) if not one.planned]
    made = (
        _of_session(series, place, gathering("", series.sessions[place].encounters), gathering("", ()))
        for place in reversed(held[-newest:])
    )
    return tuple(one for one in made if one is not None)


def _of_session(series: Series, place: int, here: Gathering, others: Gathering) -> Absence | None:
    session = series.sessions[place]
    before = [_session(one) for one in series.sessions[:place] if not one.planned]
    now = _session(session)
    return _absence("series", series.key, series.name, now, before, here, others)


def _session(one: Session) -> Gathering:
    told = contacts(one.encounters)
    return gathering(one.label, one.encounters, told[0].host if told else None)


# -- of a pair


def _in_pair(connection: sqlite3.Connection, article: int, own: Sequence[Encounter]) -> Absence | None:
    """Against the earlier visits of the two parties on the same level."""
    main = next((one for one in own if one.number and len(one.parties) == 2 and date_in(one.day)), None)
    if main is None:
        return None
    first, second = main.parties
    met = contacts(across.of_pair(connection, first, second))
    visits = _visits(one for one in met if one.parties == main.parties)
    place = next((n for n, visit in enumerate(visits) if any(article in one.articles for one in visit)), None)
    if place is None:
        return None
    (level, call), now = _kind(visits[place]), visits[place]
    leading = _leading(now)
    before = [
        visit
        for visit in visits[:place]
        if _kind(visit) == (level, call) and _is_held(visit) and not leading.isdisjoint(_leading(visit))
    ]
    ids = {number for visit in (*before[-WINDOW * 3 :], now) for one in visit for number in one.articles}
    told: dict[tuple[int, int], Encounter] = {
        (one.article, one.number): one for one in across.of_articles(connection, ids)
    }

    def as_gathering(visit: Sequence[Contact]) -> Gathering:
        reports = [told[report.article, report.number] for one in visit for report in one.reports]
        return gathering(visit[0].day or "", reports, visit[0].host)

    there = as_gathering(now)
    others = [one for one in there.encounters if one.article != article]
    name = f"{country_name(first)} and {country_name(second)}"
    earlier = [as_gathering(visit) for visit in before[-WINDOW * 3 :]]
    here = gathering("", own, anyone=True)
    return _absence("pair", f"{first}+{second}", name, there, earlier, here, gathering("", others))


def _visits(told: Iterable[Contact]) -> list[list[Contact]]:
    """Meetings of one or of following days together, whose day is known; calls by themselves."""
    visits: list[list[Contact]] = []
    for one in told:
        day = date_in(one.day)
        if day is None:
            continue
        last = date_in(visits[-1][-1].day) if visits else None
        call = one.kind is MeetingKind.CALL
        if last is None or (day - last).days > 1 or call or visits[-1][-1].kind is MeetingKind.CALL:
            visits.append([])
        visits[-1].append(one)
    return visits


def _kind(visit: Sequence[Contact]) -> tuple[int, bool]:
    """The highest level of a visit, and whether it is a call."""
    level = min((int(one.level) for one in visit if one.level is not None), default=0)
    return level, visit[0].kind is MeetingKind.CALL


def _leading(visit: Iterable[Contact]) -> set[str]:
    """Hosts and guests, and their posts: visits that have none in common are of different kinds."""
    people = [one for contact in visit for one in contact.people if one.role in PRINCIPALS]
    return {one.person for one in people} | {post_key(post) for one in people for post in one.posts}


def _is_held(visit: Sequence[Contact]) -> bool:
    return not all(one.planned for one in visit)


# -- what is usual


def _absence(
    scope: Literal["series", "pair"],
    key: str,
    name: str,
    now: Gathering,
    before: Sequence[Gathering],
    here: Gathering,
    others: Gathering,
) -> Absence | None:
    """None where too little is known to say what is usual."""
    if len(before) < LEAST:
        return None
    what = "session" if scope == "series" else "visit"
    last = Window(tuple(before[-WINDOW:]), what)
    hosted = tuple(one for one in before if now.host and one.host == now.host)[-WINDOW:]
    windows = [replace(last, also=hosted)]
    if len(hosted) >= ENOUGH:
        windows.append(Window(hosted, what, now.host or ""))
    posts: dict[str, AbsentPost] = {}
    people: dict[str, AbsentPerson] = {}
    topics = tuple(sorted(_topics(last, here, others), key=_rank))
    for window in windows:
        for post in _posts(window, here, others):
            posts.setdefault(post_key(post.post), post)
        for person in _people(window, here, others):
            people.setdefault(person.person, person)
    covered = {holder for post in posts.values() for holder, _ in post.holders}
    return Absence(
        scope,
        key,
        name,
        now.label,
        len(before),
        tuple(sorted((one for one in people.values() if one.person not in covered), key=_rank)),
        tuple(sorted(posts.values(), key=_rank)),
        topics,
    )


def _rank(one: AbsentPerson | AbsentPost | MissingTopic) -> tuple[float, int]:
    return -one.usual.named / one.usual.of, -one.usual.of


@dataclass(frozen=True, slots=True)
class Window:
    """Earlier gatherings that tell what is usual.

    ``also``: those that the host of this one hosted. What is usual only where another one hosts (who leads
    the delegation that comes) is not missing here.
    """

    gatherings: tuple[Gathering, ...]
    what: str
    host: str = ""
    also: tuple[Gathering, ...] = ()

    def has_usual(self, key: str, of: Callable[[Gathering], Mapping[str, object]]) -> bool:
        """Whether most of them have it; ``of``: where they have it."""
        named, there = (sum(key in of(one) for one in some) for some in (self.gatherings, self.also))
        return _is_usual(named, len(self.gatherings)) and there >= SHARE * len(self.also)

    def usual(self, told: Sequence[list[Encounter]]) -> Usual:
        """How usual it is, and who says so."""
        found = [one for some in reversed(told) for one in reversed(some)]
        numbers = {one.article: one.number for one in reversed(found)}
        articles = tuple(dict.fromkeys(one.article for one in found))
        return Usual(
            len(told),
            len(self.gatherings),
            articles,
            self.host,
            tuple(numbers[article] for article in articles),
            self.what,
        )


def _is_usual(named: int, of: int) -> bool:
    return of >= LEAST and named >= SHARE * of


def _people(window: Window, here: Gathering, others: Gathering) -> Iterator[AbsentPerson]:
    for key in dict.fromkeys(key for one in window.gatherings for key in one.people):
        if key in here.people or not window.has_usual(key, lambda one: one.people):
            continue
        if any(is_likely(key, name) for name in here.people):
            continue  # spelt otherwise, or told in short
        several = [one.people[key] for one in window.gatherings if key in one.people]
        last = several[-1][-1][1]
        held = {post_key(post) for post in last.posts}
        if _has_passed(key, held, window.gatherings):
            continue
        successor = next(
            ((p.person, p.name) for post in sorted(held) for _, p, _ in here.posts.get(post, ())), None
        )
        yield AbsentPerson(
            key,
            last.name,
            last.spelt,
            last.country,
            "; ".join(map(str, last.posts)),
            window.usual([[one for one, _ in told] for told in several]),
            tuple(dict.fromkeys(one.article for one, _ in others.people.get(key, ()))),
            successor,
        )


def _has_passed(person: str, posts: set[str], window: Sequence[Gathering]) -> bool:
    """Whether somebody else was named in one of the posts since the person was last there."""
    for one in reversed(window):
        if person in one.people:
            return False
        if any(post in one.posts for post in posts):
            return True
    return False


def _posts(window: Window, here: Gathering, others: Gathering) -> Iterator[AbsentPost]:
    for key in dict.fromkeys(key for one in window.gatherings for key in one.posts):
        if key in here.posts or not window.has_usual(key, lambda one: one.posts):
            continue
        several = [one.posts[key] for one in window.gatherings if key in one.posts]
        holders = {p.person: p.name for told in reversed(several) for _, p, _ in reversed(told)}
        if len(holders) < 2 or any(person in here.people for person in holders):
            continue  # of one holder the person is told
        yield AbsentPost(
            several[-1][-1][2],
            tuple(holders.items()),
            window.usual([[one for one, _, _ in told] for told in several]),
            tuple(dict.fromkeys(one.article for one, _, _ in others.posts.get(key, ()))),
        )


def _topics(window: Window, here: Gathering, others: Gathering) -> Iterator[MissingTopic]:
    """Whoever hosts: a topic has no side."""
    for topic in dict.fromkeys(topic for one in window.gatherings for topic in one.topics):
        if topic not in here.topics and window.has_usual(topic, lambda one: one.topics):
            told = [one.topics[topic] for one in window.gatherings if topic in one.topics]
            elsewhere = tuple(dict.fromkeys(one.article for one in others.topics.get(topic, ())))
            yield MissingTopic(topic, window.usual(told), elsewhere)

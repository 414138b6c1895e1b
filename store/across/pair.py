"""Two countries (or organisations) over time: who met on which level, where, how often, and about what."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from statistics import median
from typing import Literal

from store.across.contact import Contact, contacts
from store.across.encounter import Encounter, Participant
from store.across.one_meeting import date_in
from store.across.posts import Level
from store.model import MeetingKind

State = Literal["stays", "new", "gone", "comes and goes", "once"]

YEARS_SHOWN = 8
"""Topics are told by year over so many years with meetings; by third of the period over more."""

LONG = 2.0
"""A time without a meeting is long from so many times the usual one on."""

GAPS = 3
"""So many of the longest are told."""


@dataclass(frozen=True, slots=True)
class OnLevel:
    """Meetings by the level of both sides; None where no post is told."""

    first: Level | None
    second: Level | None
    level: Level | None  # the higher of both
    meetings: int
    since: str | None
    until: str | None
    articles: tuple[int, ...]  # newest first, as everywhere here


@dataclass(frozen=True, slots=True)
class Hosting:
    """Who hosted. ``party``: a code, of one of the two or of another country; None where it is not told."""

    party: str | None
    meetings: int
    visits: int  # meetings of one or of following days are one visit
    places: tuple[tuple[str, int], ...]  # the most frequent first
    since: str | None
    until: str | None
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """A time without a meeting; ``until`` None where it goes on."""

    since: str
    until: str | None
    days: int
    articles: tuple[int, ...]  # before and after it
    long: bool


@dataclass(frozen=True, slots=True)
class TopicOver:
    """A topic over the periods: in how many meetings of each."""

    topic: str
    counts: tuple[int, ...]
    state: State
    articles: tuple[int, ...]

    @property
    def meetings(self) -> int:
        """In how many meetings."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Shared:
    """An occasion that both sides met on: one series under all wordings."""

    series: str
    occasion: str  # key of the newest one, which leads to the series
    name: str  # as most reports have it
    ordinals: tuple[int, ...]
    meetings: int
    since: str | None
    until: str | None
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """A person of one side who hosted the other, or was its guest."""

    person: str
    name: str
    country: str
    post: str  # the newest that is told
    meetings: int
    since: str | None
    until: str | None
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people, one of each side, who met."""

    first: str
    first_name: str
    second: str
    second_name: str
    meetings: int
    since: str | None
    until: str | None
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What the library tells of two parties together."""

    first: str
    second: str
    meetings: tuple[Contact, ...]  # held, the oldest first
    planned: tuple[Contact, ...]
    articles: tuple[int, ...]
    visits: int
    levels: tuple[OnLevel, ...]
    hosting: tuple[Hosting, ...]
    calls: int
    usual: int | None  # days between visits; None where fewer than three are known
    pauses: tuple[Pause, ...]
    periods: tuple[str, ...]
    topics: tuple[TopicOver, ...]
    occasions: tuple[Shared, ...]
    people: tuple[Met, ...]
    couples: tuple[Couple, ...]


def pair(first: str, second: str, encounters: Iterable[Encounter], newest: str | None = None) -> Pair:
    """Put together what encounters of two parties tell; ``newest``: the day of the newest article of all."""
    told = contacts(encounters)
    held = [one for one in told if not one.planned]
    planned = [one for one in told if one.planned]
    visits = _visits(held)
    usual, pauses = _pauses(visits, newest)
    periods, topics = _topics(held)
    return Pair(
        first,
        second,
        tuple(held),
        tuple(planned),
        _articles(told),
        len(visits),
        tuple(_levels(first, second, held)),
        tuple(_hosting(first, second, held, visits)),
        sum(one.kind is MeetingKind.CALL for one in held),
        usual,
        pauses,
        periods,
        topics,
        tuple(_occasions(held)),
        tuple(_people(first, second, held)),
        tuple(_couples(first, second, held)),
    )


def _articles(told: Sequence[Contact]) -> tuple[int, ...]:
    """Their articles, each once, those of the newest meeting first."""
    return tuple(dict.fromkeys(number for one in reversed(told) for number in reversed(one.articles)))


def _span(told: Sequence[Contact]) -> tuple[str | None, str | None]:
    days = [one.day for one in told if one.day]
    return (days[0], days[-1]) if days else (None, None)


# -- levels and hosts


def _levels(first: str, second: str, held: list[Contact]) -> Iterator[OnLevel]:
    groups: dict[tuple[Level | None, Level | None], list[Contact]] = defaultdict(list)
    for one in held:
        groups[one.level_of(first), one.level_of(second)].append(one)

    def height(both: tuple[Level | None, Level | None]) -> tuple[int, int]:
        told = sorted(level or Level.OTHER + 1 for level in both)
        return told[0], told[1]

    for both in sorted(groups, key=lambda both: (height(both), both[0] or Level.OTHER + 1)):
        some = groups[both]
        level = min((one for one in both if one is not None), default=None)
        yield OnLevel(*both, level, len(some), *_span(some), _articles(some))


def _hosting(first: str, second: str, held: list[Contact], visits: list[list[Contact]]) -> Iterator[Hosting]:
    groups: dict[str | None, list[Contact]] = defaultdict(list)
    for one in held:
        if one.kind is not MeetingKind.CALL:
            groups[one.host].append(one)
    times = Counter(host for visit in visits for host in {one.host for one in visit})
    order = sorted(
        groups, key=lambda host: (host is None, host not in (first, second), -len(groups[host]), host or "")
    )
    for host in order:
        some = groups[host]
        places = Counter(one.place for one in some if one.place)
        yield Hosting(
            host, len(some), times[host], tuple(places.most_common()), *_span(some), _articles(some)
        )


# -- visits and the time between them


def _visits(held: list[Contact]) -> list[list[Contact]]:
    """Meetings face to face whose day is known, those of one or of following days together."""
    visits: list[list[Contact]] = []
    last: datetime.date | None = None
    for one in held:
        day = date_in(one.day)
        if day is None or one.kind is MeetingKind.CALL:
            continue
        if last is None or (day - last).days > 1:
            visits.append([])
        visits[-1].append(one)
        last = day
    return visits


def _pauses(visits: list[list[Contact]], newest: str | None) -> tuple[int | None, tuple[Pause, ...]]:
    """The usual time between visits, and the longest ones; also the time since the last."""
    days = [(date_in(visit[0].day), date_in(visit[-1].day), visit) for visit in visits]
    between = [
        (later - earlier, before, after)
        for (_, earlier, before), (later, _, after) in pairwise(days)
        if earlier is not None and later is not None
    ]
    if not between:
        return None, ()
    usual = round(median(one[0].days for one in between)) if len(between) > 1 else None
    longest = sorted(between, key=lambda one: -one[0])[:GAPS]
    pauses = [
        Pause(
            before[-1].day or "",
            after[0].day,
            time.days,
            (before[-1].articles[0], after[0].articles[0]),
            _is_long(time.days, usual),
        )
        for time, before, after in longest
    ]
    end, last = date_in(newest), days[-1][1]
    if end is not None and last is not None and (end - last).days > (usual or 0):
        since, visit = (end - last).days, visits[-1]
        pauses.append(
            Pause(visit[-1].day or "", None, since, (visit[-1].articles[0],), _is_long(since, usual))
        )
    return usual, tuple(pauses)


def _is_long(days: int, usual: int | None) -> bool:
    return usual is not None and days > LONG * usual


# -- topics


def _topics(held: list[Contact]) -> tuple[tuple[str, ...], tuple[TopicOver, ...]]:
    dated = [one for one in held if one.day and one.topics]
    names, place_of = _periods(sorted({int((one.day or "")[:4]) for one in dated}))
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    told: dict[str, list[Contact]] = defaultdict(list)
    for one in dated:
        period = place_of[int((one.day or "")[:4])]
        for topic in one.topics:
            counts[topic][period] += 1
            told[topic].append(one)
    topics = [
        TopicOver(
            topic,
            tuple(counts[topic][period] for period in range(len(names))),
            _state([counts[topic][period] for period in range(len(names))]),
            _articles(some),
        )
        for topic, some in told.items()
    ]
    return names, tuple(sorted(topics, key=lambda one: (-one.meetings, one.topic)))


def _periods(years: list[int]) -> tuple[tuple[str, ...], dict[int, int]]:
    """Names of the periods, and of which each year is: years with meetings, or thirds of them."""
    if len(years) <= YEARS_SHOWN:
        return tuple(map(str, years)), {year: place for place, year in enumerate(years)}
    first, count = years[0], years[-1] - years[0] + 1
    place_of = {year: (year - first) * 3 // count for year in years}
    held: list[list[int]] = [[year for year in years if place_of[year] == third] for third in range(3)]
    used = [some for some in held if some]
    return (
        tuple(str(some[0]) if some[0] == some[-1] else f"{some[0]}-{some[-1]}" for some in used),
        {year: place for place, some in enumerate(used) for year in some},
    )


def _state(counts: list[int]) -> State:
    there = [place for place, count in enumerate(counts) if count]
    count = len(counts)
    part = max(1, count // 3)
    if count < 2:
        return "stays" if sum(counts) > 1 else "once"
    if there[0] >= count - part:
        return "new"
    if there[-1] < count - part:
        return "gone"
    return "stays" if len(there) == count else "comes and goes"


# -- occasions and people


def _occasions(held: list[Contact]) -> Iterator[Shared]:
    groups: dict[str, list[Contact]] = defaultdict(list)
    for one in held:
        if one.series:
            groups[one.series].append(one)
    for series, some in sorted(groups.items(), key=lambda one: (-len(one[1]), one[0])):
        names = Counter(one.wording for one in some if one.wording)
        ordinals = tuple(sorted({one.ordinal for one in some if one.ordinal is not None}))
        yield Shared(
            series,
            some[-1].occasion or "",
            names.most_common(1)[0][0],
            ordinals,
            len(some),
            *_span(some),
            _articles(some),
        )


def _people(first: str, second: str, held: list[Contact]) -> list[Met]:
    groups: dict[tuple[str, str], list[Contact]] = defaultdict(list)
    newest: dict[tuple[str, str], Participant] = {}
    for one in held:
        for code in (first, second):
            for person in one.side(code):
                groups[code, person.person].append(one)
                known = newest.get((code, person.person))
                newest[code, person.person] = known if known and not person.posts else person
    found = [
        Met(
            key,
            newest[code, key].name,
            code,
            "; ".join(map(str, newest[code, key].posts)),
            len(some),
            *_span(some),
            _articles(some),
        )
        for (code, key), some in groups.items()
    ]
    return sorted(found, key=lambda one: (one.country != first, -one.meetings, one.name))


def _couples(first: str, second: str, held: list[Contact]) -> list[Couple]:
    groups: dict[tuple[str, str], list[Contact]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in held:
        for a, b in product(one.side(first), one.side(second)):
            groups[a.person, b.person].append(one)
            names[a.person], names[b.person] = a.name, b.name
    found = [
        Couple(a, names[a], b, names[b], len(some), *_span(some), _articles(some))
        for (a, b), some in groups.items()
    ]
    return sorted(found, key=lambda one: (-one.meetings, one.since or "", one.first_name))

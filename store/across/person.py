"""A person over all articles: posts and ranks over time, meetings, counterparts, places, notes."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.across.encounter import Encounter, HeldPost, Participant
from store.across.one_meeting import one_meetings
from store.across.other_spellings import Perhaps, is_likely, perhaps_same
from store.across.posts import covers, is_one_mans, level_of, post_key, same_post
from store.across.ranks import rank_key
from store.database import across, name_rulings, names
from store.database import annotations as written
from store.database.across import ToldHolder
from store.model import Choice, NoteRow

NOTES = 50
"""So many of the notes on articles that name a person are told, the newest first."""


@dataclass(frozen=True, slots=True)
class Said:
    """Where it is said: an article, its date, and the name there."""

    article: int
    day: str | None
    spelt: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody else in the same post."""

    person: str
    name: str
    post: HeldPost
    first: Said
    last: Said
    articles: int
    perhaps: bool = False  # the same person, spelt otherwise


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post in the time in which articles give it to a person."""

    post: HeldPost  # as most articles word it
    wordings: tuple[HeldPost, ...]
    first: Said
    last: Said
    articles: int
    holders: tuple[Holder, ...]  # others who are given it, by date

    @property
    def before(self) -> tuple[Holder, ...]:
        """Who had it until then."""
        return tuple(one for one in _others(self) if _ended(one.last, self.first))

    @property
    def after(self) -> tuple[Holder, ...]:
        """Who has had it since."""
        return tuple(one for one in _others(self) if _ended(self.last, one.first))

    @property
    def beside(self) -> tuple[Holder, ...]:
        """Who is given it in the same time: two holders of one post."""
        out = {one.person for one in (*self.before, *self.after)}
        dated = [one for one in _others(self) if one.first.day and self.first.day]
        return tuple(one for one in dated if one.person not in out)


def _others(tenure: Tenure) -> Iterator[Holder]:
    return (one for one in tenure.holders if not one.perhaps)


@dataclass(frozen=True, slots=True)
class RankHeld:
    """A rank in the time in which articles give it to a person."""

    rank: str
    first: Said
    last: Said
    articles: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A person is given other posts, or another rank, from some day on."""

    kind: str  # "post" | "rank"
    before: str
    after: str
    until: Said  # the last article that says the one
    since: Said  # the first that says the other


@dataclass(frozen=True, slots=True)
class MetWith:
    """Somebody whom a person met, or was with on the same side."""

    person: Participant  # as last met
    opposite: bool  # of another side
    times: int  # in so many meetings
    first: str | None
    last: str | None
    articles: tuple[int, ...]  # the newest last


@dataclass(frozen=True, slots=True)
class Place:
    """Where meetings of a person were."""

    name: str
    times: int  # so many meetings
    last: str | None
    seen: Encounter  # the last there


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a person, with all reports of it."""

    day: str | None
    reports: tuple[Encounter, ...]

    @property
    def place(self) -> str | None:
        """Where it was."""
        return next((one.place for one in self.reports if one.place), None)


@dataclass(frozen=True, slots=True)
class Person:
    """All that the library knows of a person."""

    key: str
    name: str
    spellings: tuple[Choice, ...]
    countries: tuple[str, ...]  # codes, that of most articles first
    articles: int
    first: str | None  # dates of the oldest and the newest article
    last: str | None
    tenures: tuple[Tenure, ...]  # by date
    ranks: tuple[RankHeld, ...]
    turns: tuple[Turn, ...]
    meetings: tuple[Meeting, ...]  # the newest first
    counterparts: tuple[MetWith, ...]  # of other sides, then of the same; those met most often first
    places: tuple[Place, ...]
    notes: tuple[NoteRow, ...]  # on articles that name the person
    perhaps: tuple[Perhaps, ...] = ()  # others who may be the same, under another name


def person_of(connection: sqlite3.Connection, key: str) -> Person | None:
    """All that the library knows of the person of that key; ``None`` where no article names one."""
    spellings = names.labels(connection, "person", name_rulings.spellings_of(connection, "person", key))
    found = across.of_person(connection, key)
    if not spellings or not found:
        return None
    own = {name.key for name in spellings}
    told = [(one, person) for one in found for person in one.people if person.spelt in own]
    days = sorted(one.published for one in found if one.published)
    articles = {one.article for one in found}
    homes = tuple(code for code, _ in Counter(one.country for _, one in told if one.country).most_common())
    tenures = _tenures(connection, told, homes[0] if homes else "")
    ranks = _ranks(told)
    met = one_meetings({(one.article, one.number): one for one, _ in told if one.number}.values())
    return Person(
        told[0][1].person,
        spellings[0].label,
        spellings,
        homes,
        len(articles),
        days[0] if days else None,
        days[-1] if days else None,
        tenures,
        ranks,
        tuple(_turns(tenures, ranks)),
        _meetings(met),
        _counterparts(met, own),
        _places(met),
        tuple(_notes(connection, articles)),
        perhaps_same(connection, own, homes),
    )


Told = tuple[Encounter, Participant]


def _said(one: Encounter, person: Participant) -> Said:
    return Said(one.article, one.published or one.date, person.spelt)


def _day(said: Said) -> str:
    return said.day or ""


# -- posts and ranks


def _tenures(connection: sqlite3.Connection, told: Iterable[Told], home: str) -> tuple[Tenure, ...]:
    given: dict[str, list[tuple[HeldPost, Said]]] = defaultdict(list)
    for one, person in told:
        for post in person.posts:
            given[post_key(post)].append((post, _said(one, person)))
    for key, target in _elsewhere(given, home):
        given[target] += given.pop(key)
    for key, target in _covered(given):
        given[target] += given.pop(key)
    own = told_people(told)
    made = []
    for several in given.values():
        several.sort(key=lambda one: (_day(one[1]), one[1].article))
        often = Counter(post for post, _ in several)
        dated = [said for _, said in several if said.day] or [said for _, said in several]
        wordings = tuple(post for post, _ in often.most_common())
        made.append(
            Tenure(
                max(wordings, key=lambda post: (often[post], len(str(post)))),
                wordings,
                dated[0],
                dated[-1],
                len({said.article for _, said in several}),
                (),
            )
        )
    made.sort(key=lambda one: (_day(one.first), -one.articles, str(one.post)))
    return tuple(_with_holders(connection, made, own))


def told_people(told: Iterable[Told]) -> set[str]:
    """The keys of the person (one, as a rule)."""
    return {person.person for _, person in told}


def _elsewhere(given: dict[str, list[tuple[HeldPost, Said]]], home: str) -> list[tuple[str, str]]:
    """Posts that are the person's own, and given another country here and there: of two nobody has one."""
    posts = {key: several[0][0] for key, several in given.items()}
    found: list[tuple[str, str]] = []
    for key, post in posts.items():
        if not home or post.country in ("", home):
            continue
        at_home = replace(post, country=home)
        same = [
            other
            for other, own in posts.items()
            if own.country == home and (other == post_key(at_home) or covers(own, at_home))
        ]
        if same and len(given[key]) <= len(given[same[0]]):
            found.append((key, same[0]))
    return found


def _covered(given: dict[str, list[tuple[HeldPost, Said]]]) -> list[tuple[str, str]]:
    """Posts that are only told in fewer words than one other of the person's: "Minister"."""
    posts = {key: several[0][0] for key, several in given.items()}
    found: list[tuple[str, str]] = []
    for key, post in posts.items():
        wider = [other for other, long in posts.items() if other != key and covers(long, post)]
        if len(wider) == 1 and all(key != target for _, target in found):
            found.append((key, wider[0]))
    gone = {key for key, _ in found}
    return [(key, target) for key, target in found if target not in gone]


def _with_holders(connection: sqlite3.Connection, tenures: Sequence[Tenure], own: set[str]) -> list[Tenure]:
    """With the others who are given the posts that only one can have."""
    wanted = [one for one in tenures if is_one_mans(one.post)]
    countries = {one.post.country for one in wanted if one.post.country}
    known = {number: post for code in countries for number, post in across.posts_for(connection, code)}
    numbers = {
        number: tenure
        for number, post in known.items()
        for tenure in wanted
        if any(same_post(post, own_post) for own_post in tenure.wordings)
    }
    found: dict[int, dict[str, list[ToldHolder]]] = defaultdict(lambda: defaultdict(list))
    for told in across.holders(connection, numbers):
        if told.person not in own:
            found[id(numbers[told.post])][told.person].append(told)
    return [replace(one, holders=_held_also(found.get(id(one), {}), known, own)) for one in tenures]


def _held_also(
    others: dict[str, list[ToldHolder]], known: dict[int, HeldPost], own: set[str]
) -> tuple[Holder, ...]:
    made = []
    for person, several in others.items():
        first = min(several, key=lambda one: (one.first[0] or "", one.first[1]))
        last = max(several, key=lambda one: (one.last[0] or "", one.last[1]))
        made.append(
            Holder(
                person,
                first.name,
                known[last.post],
                Said(first.first[1], first.first[0], first.spelt),
                Said(last.last[1], last.last[0], last.spelt),
                sum(one.articles for one in several),
                any(is_likely(person, name) for name in own),
            )
        )
    return tuple(sorted(made, key=lambda one: (_day(one.first), one.name)))


def _ranks(told: Iterable[Told]) -> tuple[RankHeld, ...]:
    given: dict[str, list[tuple[str, Said]]] = defaultdict(list)
    for one, person in told:
        if person.rank:
            given[rank_key(person.rank)].append((person.rank, _said(one, person)))
    made = []
    for several in given.values():
        several.sort(key=lambda one: (_day(one[1]), one[1].article))
        articles = len({said.article for _, said in several})
        often = Counter(rank for rank, _ in several)
        worded = max(often, key=lambda rank: (often[rank], len(rank)))
        dated = [said for _, said in several if said.day] or [said for _, said in several]
        made.append(RankHeld(worded, dated[0], dated[-1], articles))
    return tuple(sorted(made, key=lambda one: (_day(one.first), -one.articles)))


def _turns(tenures: Sequence[Tenure], ranks: Sequence[RankHeld]) -> list[Turn]:
    """Where one follows another and none of the two is told in the time of the other."""
    found = []
    for after in tenures:
        ended = [one for one in tenures if _ended(one.last, after.first)]
        if ended and not any(_goes_on(one, after) for one in tenures):
            before = max(ended, key=lambda one: (_day(one.last), -level_of(one.post)))
            found.append(Turn("post", str(before.post), str(after.post), before.last, after.first))
    for earlier, later in pairwise(ranks):
        if _ended(earlier.last, later.first):
            found.append(Turn("rank", earlier.rank, later.rank, earlier.last, later.first))
    return sorted(found, key=lambda one: _day(one.since))


def _ended(last: Said, first: Said) -> bool:
    return bool(last.day and first.day and last.day < first.day)


def _goes_on(one: Tenure, after: Tenure) -> bool:
    """Whether a post is held before and after another one begins: that one is only told now."""
    return one is not after and _day(one.first) < _day(after.first) <= _day(one.last)


# -- meetings


def _meetings(groups: Iterable[list[Encounter]]) -> tuple[Meeting, ...]:
    made = [Meeting(group[0].day, tuple(group)) for group in groups]
    return tuple(sorted(made, key=lambda one: (one.day or "", one.reports[0].article), reverse=True))


def _counterparts(groups: Iterable[list[Encounter]], own: set[str]) -> tuple[MetWith, ...]:
    """Whom the person (under ``own`` names) met in these meetings."""
    seen: dict[str, list[tuple[Encounter, Participant, bool]]] = defaultdict(list)
    times: Counter[str] = Counter()
    for group in groups:
        there = set()
        for one in group:
            home = next((person.country for person in one.people if person.spelt in own), None)
            for other in one.people:
                if other.spelt not in own:
                    seen[other.person].append((one, other, other.country != home))
                    there.add(other.person)
        times.update(there)
    found = []
    for key, several in seen.items():
        several.sort(key=lambda told: (told[0].day or "", told[0].article))
        days = sorted({one.day for one, _, _ in several if one.day})
        found.append(
            MetWith(
                several[-1][1],
                sum(opposite for _, _, opposite in several) * 2 > len(several),
                times[key],
                days[0] if days else None,
                days[-1] if days else None,
                tuple(dict.fromkeys(one.article for one, _, _ in several)),
            )
        )
    return tuple(
        sorted(found, key=lambda one: (not one.opposite, -one.times, _newest(one.last), one.person.name))
    )


def _places(groups: Iterable[list[Encounter]]) -> tuple[Place, ...]:
    seen: dict[str, list[Encounter]] = defaultdict(list)
    for group in groups:
        told = next((one for one in group if one.place and not one.planned), None)
        if told is not None and told.place:
            seen[told.place].append(told)
    found = []
    for name, several in seen.items():
        last = max(several, key=lambda one: (one.day or "", one.article))
        found.append(Place(name, len(several), last.day, last))
    return tuple(sorted(found, key=lambda one: (-one.times, _newest(one.last), one.name)))


def _newest(day: str | None) -> int:
    """Sorts the newest first."""
    return -int((day or "0").replace("-", "").ljust(8, "0"))


def _notes(connection: sqlite3.Connection, articles: Iterable[int]) -> list[NoteRow]:
    found = written.listed(connection, written.on_articles(connection, articles, NOTES))
    return sorted(found, key=lambda row: (row.annotation.changed_at, row.annotation.id), reverse=True)

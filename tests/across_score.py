"""How much of what ``across_generator`` planted is found again, and how much that was not."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from store.across.absence import Absence
from store.across.encounter import HeldPost
from store.across.novelty import Kind
from store.across.posts import is_one_mans, words_of
from store.across.timeline import Chosen
from store.across.wordings import series_key
from store.derive import person_key
from store.library import Library
from tests.across_generator import COUNTRIES, Planted, Series

NAMES = {code: name for code, name, *_ in COUNTRIES}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind of planted fact."""

    kind: str
    planted: int
    found: int
    right: int
    some: tuple[str, ...] = ()  # of what was missed (-) or found wrongly (+)

    @property
    def precision(self) -> float:
        """Of what was found, so much was planted."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of what was planted, so much was found."""
        return self.right / self.planted if self.planted else 1.0


def scores(library: Library, planted: Planted, sample: int = 200) -> Iterator[Score]:
    """A score for each kind; of series, people, pairs and sessions at most ``sample`` are looked at."""
    looker = _Looker(library, planted, sample)
    kinds: dict[str, Callable[[], tuple[set[tuple[object, ...]], set[tuple[object, ...]]]]] = {
        "sessions of series": looker.sessions,
        "gaps in series": looker.gaps,
        "changes of a post": looker.changes,
        "two holders of a post": looker.two_holders,
        "people and posts away": looker.absences,
        "topics missing": looker.missing_topics,
        "reports of one meeting": looker.together,
        "meetings by host": looker.hosted,
        "new sentences": looker.new,
        "standing formulas": looker.formulas,
    }
    for kind, look in kinds.items():
        wanted, found = look()
        wrong = [f"- {one}" for one in sorted(map(str, wanted - found))]
        wrong += [f"+ {one}" for one in sorted(map(str, found - wanted))]
        yield Score(kind, len(wanted), len(found), len(wanted & found), tuple(wrong[:6]))


Both = tuple[set[tuple[object, ...]], set[tuple[object, ...]]]


class _Looker:
    def __init__(self, library: Library, planted: Planted, sample: int) -> None:
        self._across = library.across
        self._planted = planted
        self._library = library
        self._ids: dict[str, int] = {}
        self._missing: dict[str, tuple[Absence, ...]] = {}
        chance = random.Random(sample)

        def some(several: Sequence[T]) -> list[T]:
            return list(several) if len(several) <= sample else chance.sample(list(several), sample)

        self._series = some(planted.series)
        self._sessions = some(planted.sessions)
        self._pairs = some(sorted(planted.hosted))
        self._changes = some(planted.changes)

    def _id(self, key: str) -> int:
        if key not in self._ids:
            self._ids[key] = self._library.find_id(key) or 0
        return self._ids[key]

    # -- series

    def _key(self, one: Series) -> str:
        return series_key(f"{NAMES[one.first]}-{NAMES[one.second]} {one.body}")

    def sessions(self) -> Both:
        wanted = {
            (self._key(one), number, self._id(key))
            for one in self._series
            for number, keys in one.sessions.items()
            for key in keys
        }
        found = {
            (series.key, session.number, article)
            for series in map(self._across.series_of, map(self._key, self._series))
            if series is not None
            for session in series.sessions
            for article in session.articles
        }
        return set(wanted), set(found)

    def gaps(self) -> Both:
        wanted = {
            (self._key(one), number)
            for one in self._series
            for number in one.missing
            if min(one.sessions, default=0) < number < max(one.sessions, default=0)
        }
        keys = set(map(self._key, self._series))
        lines = (line for line in self._across.series() if line.key in keys)
        return set(wanted), {(line.key, number) for line in lines for number in line.missing}

    # -- posts

    def changes(self) -> Both:
        """Who had a post right before somebody."""
        asked = {person_key(one.new) for one in self._changes}
        wanted = {
            (one.country, _title(one.title), person_key(one.old), person_key(one.new))
            for one in self._planted.changes
            if person_key(one.new) in asked and is_one_mans(HeldPost(one.title, "", one.country))
        }
        late = {
            (_title(one.title), person_key(one.old), person_key(one.new)) for one in self._planted.two_holders
        }
        wanted = {one for one in wanted if (one[1], one[2], one[3]) not in late}
        found = set()
        for key in asked:
            person = self._across.person_of(key)
            for tenure in person.tenures if person else ():
                before = max(tenure.before, key=lambda one: one.last.day or "", default=None)
                if before is not None and (_title(tenure.post.title), before.person, key) not in late:
                    title = _title(tenure.post.title + " " + tenure.post.organisation)
                    found.add((tenure.post.country, title, before.person, key))
        mine = {one[3] for one in wanted}
        return set(wanted), {one for one in found if one[3] in mine}

    def two_holders(self) -> Both:
        """Who is given a post while somebody else has it."""
        wanted = {
            (_title(one.title), person_key(one.old), person_key(one.new)) for one in self._planted.two_holders
        }
        asked = {one[2] for one in wanted} | {person_key(one.new) for one in self._changes}
        found = set()
        for key in asked:
            person = self._across.person_of(key)
            for tenure in person.tenures if person else ():
                title = _title(tenure.post.title + " " + tenure.post.organisation)
                found |= {
                    (title, one.person, key)
                    for one in tenure.beside
                    if (title, key, one.person) not in wanted
                }
        return set(wanted), found

    # -- what is missing

    def _absent(self, key: str) -> tuple[Absence, ...]:
        if key not in self._missing:
            self._missing[key] = self._across.absences(self._id(key))
        return self._missing[key]

    def absences(self) -> Both:
        wanted = {(self._id(key), what) for key, what in self._planted.absences if key in set(self._sessions)}
        found = {
            (self._id(key), f"{one.post} of {code}")
            for key in self._sessions
            for absence in self._absent(key)
            if absence.scope == "series"
            for one, code in (
                *((person, person.country) for person in absence.people if person.successor is None),
                *((post, post.post.country) for post in absence.posts),
            )
        }
        return set(wanted), set(found)

    def missing_topics(self) -> Both:
        there = set(self._sessions)
        wanted = {(self._id(key), topic) for key, topic in self._planted.missing_topics if key in there}
        found = {
            (self._id(key), topic.topic)
            for key in self._sessions
            for absence in self._absent(key)
            if absence.scope == "series"
            for topic in absence.topics
        }
        return set(wanted), set(found)

    # -- meetings

    def together(self) -> Both:
        wanted = {tuple(sorted(map(self._id, both))) for both in self._planted.together}
        found = {
            tuple(sorted(one.articles)) for one in self._across.contacts(Chosen()) if len(one.articles) > 1
        }
        return set(wanted), set(found)

    def hosted(self) -> Both:
        """Each meeting of a pair by its host: the first, the second ..."""
        wanted = {
            (*pair, host, number)
            for pair in self._pairs
            for host, count in self._planted.hosted[pair].items()
            for number in range(count)
        }
        found = {
            (*pair, hosting.party, number)
            for pair in self._pairs
            for hosting in self._across.pair(*pair).hosting
            for number in range(hosting.meetings)
        }
        return set(wanted), set(found)

    # -- sentences

    def new(self) -> Both:
        wanted = [(key, said) for key, said in self._planted.new if key in set(self._sessions)]
        return {(key, said) for key, said in wanted}, set(self._sentences(dict(wanted), {Kind.NEW}))

    def formulas(self) -> Both:
        keys = dict.fromkeys(self._sessions[:40])
        wanted = {(key, said) for key, said in self._planted.formulas if key in keys}
        told = {said for _, said in wanted}
        found = set(self._sentences(keys, {Kind.FORMULA, Kind.REPEATED}))
        return set(wanted), {one for one in found if one[1] in told}

    def _sentences(self, keys: Iterable[str], kinds: set[Kind]) -> Iterator[tuple[object, ...]]:
        for key in keys:
            opened = self._library.article(self._id(key))
            novelty = self._across.novelty_of(self._id(key), "series")
            for one in novelty.of_kind(*kinds) if opened and novelty else ():
                yield key, opened.article.text[one.span.start : one.span.end].strip()


def _title(title: str) -> str:
    return " ".join(sorted(words_of(title)))

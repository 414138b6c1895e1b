"""Articles with facts planted across them, in prose as it is read: series with gaps, posts that change hands,
people and topics that stay away, standing formulas and new sentences, several reports of one meeting.

The same seed makes the same articles about the same people, whom there are not.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

FIRST_YEAR, YEARS = 2001, 24

ENOUGH = 6
"""So many sessions are before one that something is missing at, or new."""

COUNTRIES = (
    ("AZ", "Azerbaijan", "Azerbaijani", "Baku"),
    ("TR", "Türkiye", "Turkish", "Ankara"),
    ("GE", "Georgia", "Georgian", "Tbilisi"),
    ("KZ", "Kazakhstan", "Kazakh", "Astana"),
    ("IT", "Italy", "Italian", "Rome"),
    ("JP", "Japan", "Japanese", "Tokyo"),
    ("NO", "Norway", "Norwegian", "Oslo"),
    ("PK", "Pakistan", "Pakistani", "Islamabad"),
    ("PL", "Poland", "Polish", "Warsaw"),
    ("RO", "Romania", "Romanian", "Bucharest"),
    ("HU", "Hungary", "Hungarian", "Budapest"),
    ("GR", "Greece", "Greek", "Athens"),
    ("UZ", "Uzbekistan", "Uzbek", "Tashkent"),
    ("BG", "Bulgaria", "Bulgarian", "Sofia"),
    ("FI", "Finland", "Finnish", "Helsinki"),
    ("SE", "Sweden", "Swedish", "Stockholm"),
)
POSTS = {
    "Minister of Defense": "",
    "Chief of the General Staff": "General",
    "Deputy Minister of Defense": "Lieutenant General",
    "Deputy Chief of the General Staff": "Lieutenant General",
    "Commander of the Air Force": "Major General",
}
"""Titles, and the rank of whoever holds them."""

REGULAR = ("Chief of the General Staff", "Deputy Minister of Defense")
"""Of the first side and of the second: at every session of a series, but where an absence is planted."""

BODIES = (
    "High-Level Military Dialogue",
    "Joint Commission on Defense Industry",
    "Strategic Defense Consultations",
    "Military Cooperation Committee",
)
TOPICS = {
    "joint-exercises": "joint exercises",
    "military-education": "military education",
    "cyber-security": "cyber security",
    "regional-security": "regional security",
    "peacekeeping": "peacekeeping operations",
    "border-situation": "border security",
    "military-medicine": "military medicine",
    "counter-terrorism": "the fight against terrorism",
    "maritime": "maritime security",
    "experience-exchange": "the exchange of experience",
    "energy-transport": "energy security",
    "interoperability": "interoperability",
    "reforms": "reforms in the army",
    "trade-economy": "trade",
}
OUTLETS = ("Trend", "Azernews", "Reuters", "Anadolu Agency", "Kyodo News")
NUMBERS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
FORMULAS = (
    "The guests laid a wreath at the Tomb of the Unknown Soldier and honored the memory of the fallen.",
    "It was noted that the relations between the two countries are based on mutual trust and respect.",
    "The sides stressed the importance of continuing the work that was begun in recent years.",
)
NEW = (
    (
        "Young cadets from coastal towns",
        "Retired pilots with long careers",
        "Several beekeepers of the region",
        "Students who study rare languages",
        "Two veteran mountain guides",
        "Blacksmiths known for fine work",
        "Drivers of heavy snow ploughs",
    ),
    (
        "will spend next summer together",
        "have written down old melodies",
        "plan to sail around the cape",
        "are going to restore wooden bridges",
        "should translate forgotten poems",
        "may soon exchange carved puppets",
        "were given silver compasses",
    ),
    (
        "while neighbours watch from balconies",
        "although heavy rain is expected",
        "because every harbour stands empty",
        "unless winter arrives too early",
        "before apples ripen on the slopes",
        "as chess players do at night",
        "until the lighthouse is painted white",
    ),
)
"""Sentences made of one part each that nobody says elsewhere."""

BEGINNINGS = tuple("Al Be Da El Fa Ga Ha Ir Ka Le Ma Na Or Pa Ra Sa Ta Ul Va Ya Za Do Ne Ri".split())
MIDDLES = tuple("mi ro ve li sha du ne go ri ka".split())
FIRST_ENDS = tuple("r n d l m".split())
LAST_ENDS = tuple("rov dze ski yev nen man sson ura zade escu".split())


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, in one post from a day on."""

    name: str
    since: date


@dataclass(frozen=True, slots=True)
class Change:
    """A post that passed from one to another; ``article`` is the first that names the newcomer in it."""

    country: str
    title: str
    old: str
    new: str
    article: str


@dataclass(slots=True)
class Series:
    """A planted series: which article tells of which session."""

    first: str
    second: str
    body: str
    sessions: dict[int, list[str]] = field(default_factory=dict)
    missing: list[int] = field(default_factory=list)  # held, and told by no article


@dataclass(slots=True)
class Planted:
    """What was planted; articles by their keys."""

    series: list[Series] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    two_holders: list[Change] = field(default_factory=list)  # ``article`` still has the old one
    absences: list[tuple[str, str]] = field(default_factory=list)  # article, the post that stayed away
    missing_topics: list[tuple[str, str]] = field(default_factory=list)  # article, topic
    new: list[tuple[str, str]] = field(default_factory=list)  # article, sentence
    formulas: list[tuple[str, str]] = field(default_factory=list)
    together: list[tuple[str, str]] = field(default_factory=list)  # two reports of one meeting
    hosted: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)  # pair, by host: meetings
    sessions: list[str] = field(default_factory=list)  # articles on sessions with enough of them before


class World:
    """Makes the articles, and remembers what it planted. ``countries``: of so many states."""

    def __init__(self, seed: int = 1, countries: int = len(COUNTRIES)) -> None:
        self._random = random.Random(seed)
        self.planted = Planted()
        self._names: set[str] = set()
        self._made = 0
        self._countries = COUNTRIES[:countries]
        self._of = {one[0]: one for one in self._countries}
        self._pairs = list(combinations(self._of, 2))
        self._random.shuffle(self._pairs)
        self._holders = {(code, title): self._held() for code in self._of for title in POSTS}
        self._envoys = {
            (home, host): self._name() for pair in self._pairs for home, host in (pair, pair[::-1])
        }
        self._lately: dict[int, list[str]] = {}  # of each series the topics that are not its own
        self._settled: dict[tuple[int, str], int] = {}
        self._unsaid: dict[int, list[str]] = {}
        self._seen: dict[tuple[str, str], str] = {}  # who was named last in a post

    def articles(self, count: int) -> Iterator[tuple[str, bytes]]:
        """``count`` articles, by date: a third of sessions at most, the others of visits."""
        meetings = sorted(self._meetings(count), key=lambda one: one[0])
        for day, pair, session in meetings[:count]:
            if session is None:
                yield self._visit(day, *pair)
            else:
                yield from self._session(day, *session)

    # -- what is to happen

    def _meetings(self, count: int) -> list[tuple[date, tuple[str, str], tuple[Series, int] | None]]:
        made: list[tuple[date, tuple[str, str], tuple[Series, int] | None]] = []
        several = max(1, min(len(BODIES), count // 3 // (YEARS * len(self._pairs)) + 1))
        wanted = max(1, count // 3 // YEARS)
        for number, (first, second) in enumerate(self._pairs * several):
            if number == wanted:
                break
            series = Series(first, second, BODIES[number // len(self._pairs)])
            self.planted.series.append(series)
            made += self._sessions(series)
        taken = {(pair, day) for day, pair, _ in made}
        weights = [1 / (place + 1) ** 0.3 for place in range(len(self._pairs))]
        for pair in self._random.choices(self._pairs, weights, k=max(0, count - len(made))):
            day = date(FIRST_YEAR, 1, 1) + timedelta(days=self._random.randrange(YEARS * 365))
            while taken.intersection((pair, day + timedelta(days=days)) for days in (-1, 0, 1)):
                day += timedelta(days=2)
            taken.add((pair, day))
            made.append((day, pair if self._random.random() < 0.5 else (pair[1], pair[0]), None))
        return made

    def _sessions(self, series: Series) -> Iterator[tuple[date, tuple[str, str], tuple[Series, int]]]:
        year = FIRST_YEAR + self._random.randrange(4)
        first = self._random.randint(1, 3)
        last = first + FIRST_YEAR + YEARS - 1 - year
        month, gaps = self._random.randint(2, 11), self._random.randint(0, 2)
        inside = range(first + 5, last)
        series.missing = sorted(self._random.sample(inside, min(gaps, len(inside))))
        for number in range(first, min(last, len(NUMBERS)) + 1):
            if number not in series.missing:
                day = date(year + number - first, month, self._random.randint(3, 26))
                yield day, (series.first, series.second), (series, number)

    # -- people

    def _name(self) -> str:
        pick = self._random.choice
        while True:
            first = pick(BEGINNINGS) + pick(MIDDLES) + pick(FIRST_ENDS)
            name = f"{first} {pick(BEGINNINGS)}{pick(MIDDLES)}{pick(LAST_ENDS)}"
            if name not in self._names:
                self._names.add(name)
                return name

    def _held(self) -> list[Person]:
        """Who holds a post, one after another."""
        day, held = date(FIRST_YEAR, 1, 1), []
        while day.year < FIRST_YEAR + YEARS:
            held.append(Person(self._name(), day))
            day += timedelta(days=self._random.randint(6 * 365, 12 * 365))
        return held

    def _holder(self, code: str, title: str, day: date) -> str:
        return [one.name for one in self._holders[code, title] if one.since <= day][-1]

    def _official(self, code: str, title: str, day: date, key: str) -> str:
        """A person with post and rank, as prose has it; notes who is new in the post."""
        name = self._holder(code, title, day)
        before = self._seen.get((code, title))
        if before is not None and before != name:
            self.planted.changes.append(Change(code, title, before, name, key))
        self._seen[code, title] = name
        return self._titled(code, title, name)

    def _titled(self, code: str, title: str, name: str) -> str:
        rank = POSTS[title]
        return f"the {title} of {self._of[code][1]}" + (f", {rank} {name}" if rank else f" {name}")

    # -- articles

    def _key(self) -> str:
        self._made += 1
        return f"planted-{self._made:06d}"

    def _visit(self, day: date, home: str, away: str) -> tuple[str, bytes]:
        """A visit outside of any series, between the holders of the day."""
        key, pick = self._key(), self._random.choice
        title = pick(("Minister of Defense", "Commander of the Air Force"))
        host = self._official(home, title, day, key)
        guest = self._visitor(away, title, day, key)
        said = " and ".join(TOPICS[topic] for topic in self._random.sample(sorted(TOPICS), 2))
        self._note_host(home, away)
        return key, self._article(
            day,
            home,
            f"{_capital(host)} met with {guest}, who is on an official visit to {self._of[home][1]},"
            f" {pick(OUTLETS)} reports.",
            f"At the meeting, the sides discussed {said}.",
        )

    def _visitor(self, away: str, title: str, day: date, key: str) -> str:
        """Whoever holds the post; sometimes an article still gives it to the one before."""
        held = [one for one in self._holders[away, title] if one.since <= day]
        if len(held) > 1 and (day - held[-1].since).days > 60 and self._random.random() < 0.02:
            old, new = held[-2].name, held[-1].name
            if self._seen.get((away, title)) == new:
                self.planted.two_holders.append(Change(away, title, old, new, key))
                return self._titled(away, title, old)
        return self._official(away, title, day, key)

    def _session(self, day: date, series: Series, number: int) -> Iterator[tuple[str, bytes]]:
        """A session of a series: one article, at times another one of another outlet."""
        key = self._key()
        home, away = (series.first, series.second)[:: 1 if number % 2 else -1]
        before = len(series.sessions)
        series.sessions[number] = [key]
        host = self._official(home, "Minister of Defense", day, key)
        guest = self._official(away, "Deputy Chief of the General Staff", day, key)
        occasion = self._worded(series, number)
        beside = self._beside(series, day, key, before)
        usual = self._topics(series, key, before)
        self._note_host(home, away)
        pick = self._random.choice
        outlet = pick(OUTLETS)
        said = f"At the meeting, the sides discussed {', '.join(TOPICS[topic] for topic in usual)}."
        if before >= ENOUGH:
            self.planted.sessions.append(key)
            self.planted.formulas += [(key, formula) for formula in FORMULAS]
            if self._random.random() < 0.2:
                new = self._new(series)
                self.planted.new.append((key, new))
                said += f" {new}"
        yield (
            key,
            self._article(
                day,
                home,
                f"{_capital(host)} received a delegation led by {guest}, who is on an official visit to"
                f" {self._of[home][1]} to participate in the {occasion}, {outlet} reports.",
                FORMULAS[0],
                *([f"The meeting was also attended by {' and '.join(beside)}."] if beside else []),
                f"{FORMULAS[1]} {FORMULAS[2]}",
                said,
            ),
        )
        if self._random.random() < 0.1:
            again = self._key()
            series.sessions[number].append(again)
            self.planted.together.append((key, again))
            other = pick([one for one in OUTLETS if one != outlet])
            yield (
                again,
                self._article(
                    day,
                    home,
                    f"{_capital(host)} met with {guest} within the framework of the"
                    f" {self._worded(series, number)}, {other} reports.",
                    f"The sides exchanged views on {TOPICS[usual[0]]} and {TOPICS[usual[-1]]}.",
                ),
            )

    def _worded(self, series: Series, number: int) -> str:
        (_, one, adjective, _), (_, other, also, _) = self._of[series.first], self._of[series.second]
        end = {1: "st", 2: "nd", 3: "rd"}.get(number if number < 20 else number % 10, "th")
        return self._random.choice(
            (
                f"{number}{end} Meeting of the {adjective}-{also} {series.body}",
                f"{number}{end} {one}-{other} {series.body} Meeting",
                f"{NUMBERS[number - 1]} session of the {one}-{other} {series.body}",
            )
        )

    def _beside(self, series: Series, day: date, key: str, before: int) -> list[str]:
        """Who attended: the regular ones of both sides, now and then without one; sometimes an envoy."""
        sides = list(zip((series.first, series.second), REGULAR, strict=True))
        if before >= self._settled.get((id(series), "posts"), ENOUGH) and self._random.random() < 0.12:
            code, title = sides.pop(self._random.randrange(2))
            self.planted.absences.append((key, f"{title} of {code}"))
            self._settled[id(series), "posts"] = before + ENOUGH
        told = [self._official(code, title, day, key) for code, title in sides]
        if before % 3 == 0 and self._random.random() < 0.6:  # too seldom to be usual
            home, host = (series.first, series.second)[:: self._random.choice((1, -1))]
            names = self._of[home][1], self._of[host][1]
            told.append(f"the Ambassador of {names[0]} to {names[1]} {self._envoys[home, host]}")
        return told

    def _topics(self, series: Series, key: str, before: int) -> list[str]:
        """The three topics of the series, now and then without one, and a fourth that changes."""
        own = random.Random(f"{series.first}{series.second}{series.body}").sample(sorted(TOPICS), 3)
        others = sorted(set(TOPICS) - set(own))
        if before >= self._settled.get((id(series), "topics"), ENOUGH) and self._random.random() < 0.12:
            topic = own.pop(self._random.randrange(3))
            self.planted.missing_topics.append((key, topic))
            self._settled[id(series), "topics"] = before + ENOUGH  # or it is not usual any more
        lately = self._lately.setdefault(id(series), [])
        lately.append(self._random.choice([topic for topic in others if topic not in lately[-5:]]))
        return [*own, lately[-1]]

    def _new(self, series: Series) -> str:
        """A sentence none of whose parts was in an article of the series."""
        parts = self._unsaid.setdefault(id(series), [])
        if not parts:
            shuffled = [self._random.sample(some, len(some)) for some in NEW]
            parts += [" ".join(one) + "." for one in zip(*shuffled, strict=True)]
        return parts.pop()

    def _note_host(self, home: str, away: str) -> None:
        pair = (home, away) if home < away else (away, home)
        hosts = self.planted.hosted.setdefault(pair, {})
        hosts[home] = hosts.get(home, 0) + 1

    def _article(self, day: date, home: str, *paragraphs: str) -> bytes:
        _, name, _, capital = self._of[home]
        head = f" date {day.isoformat()} {capital.upper()}, {name}, {day:%B} {day.day}. "
        return (head + "\n\n".join(paragraphs)).encode()


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]

"""What several articles say together, in a library of many: planted series, posts that pass on, pairs.

No prose is read: the readings are made with the articles, so that 100,000 of them take minutes.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store import importing
from store.library import Library
from store.model import (
    Article,
    Evidence,
    Filter,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Occasion,
    Official,
    Post,
    Reading,
    Role,
    Span,
    Stated,
)
from tests.benchmarks.goals import Goal, Goals
from tests.benchmarks.timing import heading, ms, p95, row, times_of

PAGES = Goal("pages over articles, slowest p95", "ms", most=300)

FIRST_YEAR, LAST_YEAR = 2000, 2025
STATES = dict(
    said.split()
    for said in (
        "AZ Azerbaijani, TR Turkish, GE Georgian, KZ Kazakh, IT Italian, JP Japanese, BR Brazilian,"
        " KE Kenyan, NO Norwegian, PK Pakistani, UZ Uzbek, KG Kyrgyz, TJ Tajik, TM Turkmen, FR French,"
        " DE German, ES Spanish, PT Portuguese, PL Polish, RO Romanian, BG Bulgarian, GR Greek, HU Hungarian,"
        " CZ Czech, SK Slovak, HR Croatian, RS Serbian, EG Egyptian, MA Moroccan, TN Tunisian"
    ).split(",")
)
POSTS = (
    ("Minister of Defense", None),
    ("Chief of the General Staff", "Armed Forces"),
    ("Commander", "Air Force"),
    ("Minister of Foreign Affairs", None),
    ("Deputy Minister of Defense", None),
)
TERM = 6
"""After so many years another one has the post."""
BODIES = ("High-Level Military Dialogue", "Defence Working Group", "Strategic Consultations")
TOPICS = ("military-cooperation", "joint-exercises", "regional-security", "energy-transport", "peace-process")


def holder(code: str, post: int, year: int) -> str:
    """Who has a post in a year."""
    return f"{code.title()}ar Post{'abcde'[post]} Term{'bdksg'[(year - FIRST_YEAR) // TERM]}ov"


class Planted:
    """Articles with their readings, the same for the same seed; the first state is in four of ten."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._made: dict[str, Reading] = {}

    def articles(self, count: int) -> Iterator[tuple[str, bytes]]:
        """So many articles; what they say is what ``read`` answers."""
        return (self._article(number) for number in range(count))

    def read(self, article: Article) -> Reading:
        """The reading of an article made here."""
        return self._made.pop(article.key)

    def _article(self, number: int) -> tuple[str, bytes]:
        draw = self._random
        year = draw.randint(FIRST_YEAR, LAST_YEAR)
        day = f"{year}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        home, away = draw.sample(list(STATES), 2)
        if draw.random() < 0.4 and "AZ" not in (home, away):
            home = "AZ"
        post = min(draw.randrange(5), draw.randrange(5))
        people = [
            self._official(code, post, year, role) for code, role in ((home, Role.HOST), (away, Role.GUEST))
        ]
        text = f"{people[0].name} received {people[1].name} in a meeting numbered {number} of those planted."
        key = f"planted-{number:07}"
        self._made[key] = Reading(officials=tuple(people), meetings=(self._meeting(people, day, home, away),))
        return key, f" date {day} {text}".encode()

    def _official(self, code: str, post: int, year: int, role: Role) -> Official:
        said = Evidence((Span(0, 4),), "country.post", 0.9)
        title, body = POSTS[post]
        return Official(
            holder(code, post, year),
            Stated("General", said) if post in (1, 2) else None,
            (Post(title, body, code, said),),
            Stated(code, said),
            Stated(role, said),
            (Span(0, 4),),
            said,
        )

    def _meeting(self, people: list[Official], day: str, home: str, away: str) -> Meeting:
        said = Evidence((Span(5, 9),), "encounter.receive", 0.9)
        occasion = None
        if self._random.random() < 0.3:
            body = self._random.choice(BODIES)
            name = self._random.choice(
                (
                    f"{STATES[home]}-{STATES[away]} {body}",
                    f"{STATES[away]}-{STATES[home]} {body} Meeting",
                    f"{body} of the {STATES[away]} and {STATES[home]} sides",
                )
            )
            occasion = Stated(Occasion(name, int(day[:4]) - FIRST_YEAR + 1), said)
        return Meeting(
            Stated(MeetingKind.MEETING, said),
            Stated(MeetingStatus.HELD, said),
            Stated(day, said),
            Stated(f"{home.title()}ville", said),
            None,
            (Stated(people[0].name, said),),
            (Stated(people[1].name, said),),
            (),
            tuple(Stated(code, said) for code in sorted((home, away))),
            occasion,
            tuple(Stated(topic, said) for topic in sorted(self._random.sample(TOPICS, 2))),
            said,
        )


@contextmanager
def _read_as_planted(planted: Planted) -> Iterator[None]:
    from store.reading import heading as headings
    from store.reading import pipeline

    kept = pipeline.read_article, headings.heading
    pipeline.read_article = planted.read
    headings.heading = lambda article, reading: article.text[:60]
    try:
        yield
    finally:
        pipeline.read_article, headings.heading = kept


def build(path: Path, count: int) -> Library:
    """A library of so many planted articles."""
    planted, library = Planted(), Library.open(path)
    with _read_as_planted(planted):
        articles = planted.articles(count)
        while batch := [one for _, one in zip(range(2_000), articles, strict=False)]:
            importing.run(library._database, importing.from_texts(batch), processes=1)
    return library


def run(rounds: int, count: int) -> None:
    """Build a library and time the pages."""
    with tempfile.TemporaryDirectory() as name:
        start = time.perf_counter()
        library = build(Path(name) / "library.sqlite", count)
        print(f"\n{library.count(Filter()):,} planted articles in {time.perf_counter() - start:,.0f} s")
        measure(library, rounds)
        library.close()


def measure(library: Library, rounds: int) -> None:
    """Time the pages of what many articles tell of, and of what few do."""
    across, reached = library.across, Goals()
    heading("pages over articles", "p95", "encounters")

    def timed(name: str, call: Callable[[], object], size: int) -> None:
        slowest = p95(times_of(call, rounds))
        reached.note(PAGES, slowest * 1000)
        row(name, ms(slowest), f"{size:,}")

    many, few = (library.people.of_name(holder(code, 0, 2001))[0][0] for code in ("AZ", "TN"))
    for name in (many, few):
        key = library.people.find(name)[0].key
        timed(
            f"person {name}", lambda key=key: across.person_page(key), len(across.encounters_of_person(key))
        )
    lines = across.series()
    timed("all series", across.series, len(lines))
    timed(f"series {lines[0].name[:28]}", lambda: across.series_page(lines[0].key), lines[0].articles)
    for first, second in (("AZ", "TR"), ("MA", "TN")):
        met = across.encounters_of_pair(first, second)
        timed(
            f"encounters of {first} and {second}",
            lambda pair=(first, second): across.encounters_of_pair(*pair),
            len(met),
        )
    reached.tell()

"""What is new in an article, in a library of many: planted formulas, near-copies, repeated and new sentences.

No prose is read: the readings are made with the articles, so that 100,000 of them take minutes.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from store import importing
from store.across.novelty import Kind
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
    Reading,
    Role,
    Span,
    Stated,
)
from tests.benchmarks.generator import SIDES, Generator
from tests.benchmarks.goals import Goal, Goals
from tests.benchmarks.timing import heading, ms, p50, p95, row, times_of

NEW = Goal("what is new in an article, p95", "ms", most=1_000)
COMPARED = Goal("two articles compared, p95", "ms", most=1_000)
RIGHT = Goal("kinds of sentences, least precision or recall", "", least=0.95)

A_DAY = 10
"""Articles of one day."""

ASKED = 60
"""Of so many of the newest articles it is asked what is new."""

CODES = dict(zip((name for name, _ in SIDES), "AZ TR GE KZ IT JP BR KE NO PK".split(), strict=True))
BODIES = ("High-Level Military Dialogue", "Defence Working Group", "Strategic Consultations")
FORMULAS = (
    "The guests laid wreaths and flowers and honored the blessed memory of the fallen.",
    "The sides exchanged views on the current state and the prospects of cooperation in all fields.",
    "At the end of the visit the guest signed the book of honour and was given a tour of the museum.",
    "A guard of honour was lined up in the square and the anthems of both states were played.",
)


class Said(NamedTuple):
    """A planted sentence and what it is."""

    text: str
    kind: Kind


class Planted:
    """Articles in order of their dates, each with what its sentences are; the same for the same seed."""

    def __init__(self, seed: int = 1, kept: int = ASKED) -> None:
        self._kept = kept
        self._random = random.Random(seed)
        self._words = Generator(seed)
        self._pool: list[str] = []  # sentences that may be said again, each once
        self._fresh: list[str] = []  # those of today, which are not earlier yet
        self._made: dict[str, Reading] = {}
        self.planted: dict[str, tuple[Said, ...]] = {}

    def articles(self, count: int) -> Iterator[tuple[str, bytes]]:
        """So many articles; what they say is what ``read`` answers. What the last ones say is kept."""
        for number in range(count):
            if number % A_DAY == 0:
                self._pool += self._fresh
                self._fresh = []
                del self._pool[:-5_000]
            yield self._article(number, keep=number >= count - self._kept)

    def read(self, article: Article) -> Reading:
        """The reading of an article made here."""
        return self._made.pop(article.key)

    def _article(self, number: int, keep: bool) -> tuple[str, bytes]:
        pick = self._random
        (home, capital), (away, _) = pick.sample(SIDES, 2)
        host, guest = self._words._name(), self._words._name()
        lead = (
            f"The Minister of Defense of {home} {host} received in {capital} the Chief of the General Staff"
            f" of {away} {guest}, who came on an official visit."
        )
        said = [Said(lead, Kind.FORMULA)]
        said += [Said(formula, Kind.FORMULA) for formula in FORMULAS if pick.random() < 0.5]
        said += [self._new() for _ in range(8)]
        if len(self._pool) > 100:
            said += [self._changed(), self._again()]
        pick.shuffle(said)
        text = "\n\n".join(one.text for one in said)
        key = f"planted-{number:07}"
        day = (date(2000, 1, 1) + timedelta(days=number // A_DAY)).isoformat()
        self._made[key] = self._reading(text, day, (host, home), (guest, away))
        if keep:
            self.planted[key] = tuple(said)
        return key, f" date {day} {text}".encode()

    def _new(self) -> Said:
        said = " ".join(self._words._word() for _ in range(self._random.randint(9, 20))).capitalize() + "."
        self._fresh.append(said)
        return Said(said, Kind.NEW)

    def _taken(self) -> str:
        """A sentence of an earlier day, for the first and last time."""
        place = self._random.randrange(len(self._pool))
        self._pool[place], self._pool[-1] = self._pool[-1], self._pool[place]
        return self._pool.pop()

    def _changed(self) -> Said:
        words = self._taken().rstrip(".").split()
        for place in self._random.sample(range(1, len(words)), 2):
            words[place] = self._words._word()
        return Said(" ".join(words) + ".", Kind.CHANGED)

    def _again(self) -> Said:
        return Said(self._taken(), Kind.REPEATED)

    def _reading(self, text: str, day: str, host: tuple[str, str], guest: tuple[str, str]) -> Reading:
        people = []
        for (name, side), role in ((host, Role.HOST), (guest, Role.GUEST)):
            at = text.index(name)
            said = Evidence((Span(at, at + len(name)),), "country.post", 0.9)
            country = Stated(CODES[side], said)
            people.append(Official(name, None, (), country, Stated(role, said), said.spans, said))
        occasion = None
        if self._random.random() < 0.3:
            body = self._random.choice(BODIES)
            occasion = Stated(Occasion(f"{host[1]}-{guest[1]} {body}", int(day[:4]) - 1999), said)
        meeting = Meeting(
            Stated(MeetingKind.MEETING, said),
            Stated(MeetingStatus.HELD, said),
            Stated(day, said),
            None,
            None,
            (Stated(host[0], said),),
            (Stated(guest[0], said),),
            (),
            tuple(Stated(CODES[side], said) for side in sorted((host[1], guest[1]))),
            occasion,
            (),
            said,
        )
        return Reading(officials=tuple(people), meetings=(meeting,))


@contextmanager
def _read_as_planted(planted: Planted) -> Iterator[None]:
    from store.reading import heading, pipeline

    read, named = pipeline.read_article, heading.heading
    pipeline.read_article = planted.read
    heading.heading = lambda article, reading: article.text[:60]  # type: ignore[assignment]
    try:
        yield
    finally:
        pipeline.read_article, heading.heading = read, named


def build(path: Path, count: int, kept: int = ASKED) -> Planted:
    """A library of planted articles; it is kept what the sentences of the newest ``kept`` are."""
    planted = Planted(kept=kept)
    library = Library.open(path)
    with _read_as_planted(planted):
        articles = planted.articles(count)
        while batch := list(islice(articles, 2_000)):
            importing.run(library._database, importing.from_texts(batch), processes=1)
    assert library.count(Filter()) == count
    library.close()
    return planted


def run(count: int) -> None:
    """Build a library of so many planted articles, ask what is new in the newest, and compare them."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "planted.sqlite"
        planted = build(path, count)
        library = Library.open(path)
        reached = Goals()
        print(f"\n{count:,} planted articles")
        measure(library, planted, reached)
        reached.tell()
        library.close()


def measure(library: Library, planted: Planted, reached: Goals) -> None:
    """Speed, and how many of the planted sentences are told for what they are."""
    ids = library.ids(Filter())[: ASKED // 2]
    heading("one article beside others", "median", "p95", "slowest")
    across = library.across
    for scope in ("all", "pair", "series"):
        taken = [times_of(lambda id_=id_, of=scope: across.novelty_of(id_, of), 1)[0] for id_ in ids]  # type: ignore[misc]
        row(f"what is new, {scope}", ms(p50(taken)), ms(p95(taken)), ms(max(taken)))
        reached.note(NEW, p95(taken) * 1000)
    for what, ask in (
        ("compared with the one before", lambda id_: across.comparison_of(id_ - 1, id_)),
        ("what to compare it with", across.candidates_of),
        ("other reports of the meeting", across.reports_of),
    ):
        taken = [times_of(lambda id_=id_, call=ask: call(id_), 1)[0] for id_ in ids]  # type: ignore[misc]
        row(what, ms(p50(taken)), ms(p95(taken)), ms(max(taken)))
        reached.note(COMPARED, p95(taken) * 1000)
    score(library, planted, reached)


def score(library: Library, planted: Planted, reached: Goals) -> Counter[tuple[Kind, Kind]]:
    """How often a planted kind is told as which."""
    told: Counter[tuple[Kind, Kind]] = Counter()
    for key, sentences in planted.planted.items():
        article = library.find_id(key)
        opened = library.article(article) if article else None
        found = library.across.novelty_of(article) if article else None
        assert opened is not None
        assert found is not None
        kinds = {opened.article.text[slice(*one.span)]: one.kind for one in found.sentences}
        for said in sentences:
            told[said.kind, kinds.get(said.text, Kind.NAMES)] += 1
    heading("planted sentences", "planted", "precision", "recall")
    for kind in (Kind.NEW, Kind.CHANGED, Kind.REPEATED, Kind.FORMULA):
        right = told[kind, kind]
        there = sum(number for (planted_as, _), number in told.items() if planted_as is kind)
        found_so = sum(number for (_, told_as), number in told.items() if told_as is kind)
        row(kind.value, f"{there:,}", f"{right / max(found_so, 1):.3f}", f"{right / max(there, 1):.3f}")
        reached.note(RIGHT, min(right / max(found_so, 1), right / max(there, 1)))
    return told

"""What is planted across many articles and found again, and how long each answer over all of them takes."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from store import importing
from store.across.asking import Asked
from store.across.timeline import Chosen
from store.database import across
from store.library import Library
from store.model import Filter
from tests.across_generator import World
from tests.across_score import scores
from tests.benchmarks.cold import first_time
from tests.benchmarks.goals import Goal, Goals
from tests.benchmarks.timing import heading, ms, p50, p95, row, times_of

SOME = 20
"""So many articles, people and pairs each answer is asked of."""

SAMPLE = 1_000
"""So many series, sessions, pairs and people are looked at for precision and recall."""

NEW = Goal("what is new in an article, p95", "ms", most=1_000)
COMPARED = Goal("two articles compared, p95", "ms", most=1_000)
DOSSIER = Goal("a person's page, p95", "ms", most=300)
PAIR = Goal("a pair's page, p95", "ms", most=300)
NETWORK = Goal("who met whom, p95", "ms", most=500)
PRECISION = Goal("precision, the worst", "", least=0.95)
RECALL = Goal("recall, the worst", "", least=0.95)


def run(rounds: int, count: int, kept: Path | None = None) -> None:
    """Take in ``count`` articles with planted facts, look for those, and time every answer.

    ``kept``: a library file that they are in already; where it is not there, it is made and stays.
    """
    world = World(1)
    articles = list(world.articles(count))
    with tempfile.TemporaryDirectory() as name:
        library = Library.open(kept or Path(name) / "library.sqlite")
        there = library.count(Filter())
        if not there:
            start = time.perf_counter()
            importing.run(library._database, importing.from_texts(articles), processes=os.cpu_count() or 1)
            print(f"\n{len(articles):,} articles taken in, {time.perf_counter() - start:,.0f} s")
        elif there > len(articles) or library.find_id(articles[-1][0]) is None:
            raise SystemExit(
                f"{kept} has {there:,} articles, and not the {len(articles):,} that are planted."
            )
        measure(library, world, rounds)
        library.close()


def measure(library: Library, world: World, rounds: int) -> None:
    """Precision and recall of what was planted, and the times, beside the goals."""
    reached = Goals()
    heading("planted across articles", "planted", "found", "precision", "recall")
    for one in scores(library, world.planted, SAMPLE):
        row(one.kind, f"{one.planted:,}", f"{one.found:,}", f"{one.precision:.3f}", f"{one.recall:.3f}")
        for wrong in one.some:
            print(f"    {wrong}")
        reached.note(PRECISION, one.precision)
        reached.note(RECALL, one.recall)
    _times(library, world, rounds, reached)
    reached.tell()


def _times(library: Library, world: World, rounds: int, reached: Goals) -> None:
    asked = library.across
    planted = world.planted
    heading("answers, in time of the processor", "p50", "p95", "longest", "first of all")

    def line(
        name: str,
        calls: Sequence[Callable[[], object]],
        goal: Goal | None = None,
        first: tuple[object, ...] = (),
    ) -> None:
        """``first``: a question that is also timed in a program that has just begun."""
        taken = [t for call in calls for t in times_of(call, max(1, rounds // 5), time.process_time)]
        cold = first_time(library.path, str(first[0]), *first[1:])[1] if first else 0.0
        row(name, ms(p50(taken)), ms(p95(taken)), ms(max(taken)), ms(cold) if first else "")
        if goal is not None:
            reached.note(goal, max(p95(taken), cold) * 1000)

    sessions = [library.find_id(key) or 0 for key in _spread(planted.sessions)]
    met = [pair for pair, _ in asked.pairs() if len(pair) == 2]
    pairs = list(dict.fromkeys([*met[:3], *_spread(met)]))
    people = [key for key, _ in _people(library)]
    busy = list(dict.fromkeys([*people[:3], *_spread(people)]))
    series = [one.key for one in _spread(asked.series())]
    last = sessions[-1]
    line(
        "what is new, against all",
        [lambda n=n: asked.novelty_page(n) for n in sessions],
        NEW,
        ("novelty_page", last),
    )
    line(
        "what is new, against the series",
        [lambda n=n: asked.novelty_page(n, "series") for n in sessions],
        NEW,
    )
    both = list(pairwise(sessions))
    line(
        "two articles compared",
        [lambda b=b: asked.comparison_page(*b) for b in both],
        COMPARED,
        ("comparison_page", *both[-1]),
    )
    line("a person's page", [lambda k=k: asked.person_page(k) for k in busy], DOSSIER)
    line(
        "  of the one named most",
        [lambda: asked.person_page(people[0])],
        DOSSIER,
        ("person_page", people[0]),
    )
    line("a pair's page", [lambda p=p: asked.pair_page(*p) for p in pairs], PAIR)
    line(
        f"  of the one with {_meetings(library, met[0]):,} meetings",
        [lambda: asked.pair_page(*met[0])],
        PAIR,
        ("pair_page", *met[0]),
    )
    line("a series' page", [lambda k=k: asked.series_page(k) for k in series])
    line("all series", [asked.series])
    line("who and what is missing", [lambda n=n: asked.absences(n) for n in sessions])
    line("reports of an article's meetings", [lambda n=n: asked.reports_of(n) for n in sessions])
    line("timeline of a pair", [lambda p=p: asked.timeline(Chosen(parties=p)) for p in pairs])
    line("timeline of all articles, by pairs", [lambda: asked.lanes(Chosen(), "pairs")])
    line("timeline of all articles, by people", [lambda: asked.lanes(Chosen(), "people")])
    line("calendar of all articles", [lambda: asked.year(Chosen())])
    line("network of a person", [lambda k=k: asked.network(Asked(person=k)) for k in busy], NETWORK)
    line("  with those whom they met", [lambda k=k: asked.network(Asked(person=k, steps=2)) for k in busy])
    line("network of the people, all articles", [lambda: asked.network(Asked())], NETWORK)
    line("calendar of a year", [lambda: asked.calendar(Chosen(since="2012", until="2012"))])
    line("network of the parties, all articles", [lambda: asked.network(Asked("parties"))], NETWORK)


def _spread(several: Sequence[object]) -> list:  # type: ignore[type-arg]
    step = max(1, len(several) // SOME)
    return list(several[::step])[:SOME]


def _people(library: Library) -> list[tuple[str, int]]:
    """Those with most meetings first."""
    found = library.across.network(Asked(most=1_000)).nodes
    return [(one.key, one.meetings) for one in found]


def _meetings(library: Library, pair: tuple[str, ...]) -> int:
    with library._database.reading() as connection:
        return len(across.of_pair(connection, pair[0], pair[1]))

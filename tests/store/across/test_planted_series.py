"""Planted series, and posts that pass on, in a library of many articles: all of them found, no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from store.database import across as questions
from store.derive import person_key
from store.library import Library
from store.model import Filter
from tests.benchmarks import across

ARTICLES = 1_200


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path: Path = tmp_path_factory.mktemp("planted") / "library.sqlite"
    library = across.build(path, ARTICLES)
    yield library
    library.close()


def test_every_series_is_found_with_its_sessions_and_no_other(library: Library) -> None:
    planted: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for opened in library.each(Filter()):
        for meeting in opened.reading.meetings:
            if meeting.occasion is not None:
                name = meeting.occasion.value.name
                body = next(body for body in across.BODIES if body in name)
                sides = sorted(party.value for party in meeting.parties)
                planted[(*sides, body)].add(meeting.occasion.value.ordinal or 0)
    found = library.across.series()
    assert len(found) == len(planted) > 100
    assert sorted(line.numbers for line in found) == sorted(
        tuple(sorted(numbers)) for numbers in planted.values()
    )
    assert sum(line.articles for line in found) > ARTICLES / 5


def test_every_gap_is_told(library: Library) -> None:
    line = max(library.across.series(), key=lambda line: len(line.missing))
    series = library.across.series_of(line.key)
    assert series is not None
    told = [number for gap in series.gaps for number in range(gap.first, gap.last + 1)]
    assert tuple(told) == line.missing != ()
    assert [one.number for one in series.sessions] == list(line.numbers)


@pytest.mark.parametrize("post", [0, 1, 2, 3])
def test_who_had_a_post_before_and_after_is_found(library: Library, post: int) -> None:
    terms = range(across.FIRST_YEAR, across.LAST_YEAR + 1, across.TERM)
    names = [across.holder("AZ", post, year) for year in terms]
    there = [name for name in names if library.across.person_of(person_key(name)) is not None]
    assert len(there) == len(names)
    for place, name in enumerate(names):
        found = library.across.person_of(person_key(name))
        assert found is not None
        (tenure,) = found.tenures
        assert [one.name for one in tenure.before] == names[:place]
        assert [one.name for one in tenure.after] == names[place + 1 :]
        assert tenure.beside == ()
        assert found.turns == ()


def test_every_pair_has_its_meetings(library: Library) -> None:
    met: dict[tuple[str, ...], int] = defaultdict(int)
    for one in library.across.encounters():
        met[one.parties] += 1
    assert dict(library.across.pairs()) == met
    for first, second in list(combinations(sorted(across.STATES), 2))[::20]:
        assert len(library.across.encounters_of_pair(first, second)) == met.get((first, second), 0)


@pytest.mark.parametrize("question", ["of_person", "of_pair"])
def test_a_question_goes_by_indexes(library: Library, question: str) -> None:
    """Only encounters of the articles in question are looked at."""
    seen: list[str] = []
    with library._database.reading() as connection:
        connection.set_trace_callback(seen.append)
        if question == "of_person":
            questions.of_person(connection, person_key(across.holder("AZ", 0, 2001)))
        else:
            questions.of_pair(connection, "AZ", "TR")
        connection.set_trace_callback(None)
        plans = [
            row[3]
            for sql in seen
            if "encounter" in sql
            for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        ]
    assert any("SEARCH e " in plan for plan in plans)
    assert not any(plan.startswith(("SCAN e", "SCAN l", "SCAN f")) for plan in plans)

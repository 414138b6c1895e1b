"""Series: which there are, their sessions and gaps, what changed, and the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.across.grouping import groups
from store.across.page import Grid, Paragraph, Table, text_of
from store.across.series import Session, days_between, sessions_of
from store.across.told import as_json, data, lines
from store.database.across import ToldOccasion
from store.library import Library
from store.model import NameRuling, RulingKind
from tests.store.across.made_up import met, person
from tests.store.conftest import really_read

DIALOGUE = "AZ TR dialogue high level military"
WORDED = (
    "azerbaijan turkiye high level military dialogue meeting",
    "azerbaijani turkish high level military dialogue",
)


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    yield from really_read(path)


# -- which there are


def told(
    name: str, *parties: str, ordinal: int | None = None, year: int = 2024, articles: int = 1
) -> ToldOccasion:
    day = f"{year}-05-05"
    return ToldOccasion(name, name.title(), parties, ((ordinal, year),), day, day, articles)


def ruling(number: int, first: str, second: str, same: bool) -> NameRuling:
    return NameRuling(number, "occasion", *sorted((first, second)), same)


def names_of(found: dict) -> set[frozenset[str]]:
    return {frozenset(group.names) for group in found.values()}


def test_wordings_of_one_series_are_together() -> None:
    found = groups([told(name, "AZ", "TR") for name in WORDED], [])
    assert list(found) == [DIALOGUE]


def test_what_was_said_to_be_two_is_two() -> None:
    found = groups([told(name, "AZ", "TR") for name in WORDED], [ruling(1, *WORDED, same=False)])
    assert names_of(found) == {frozenset({name}) for name in WORDED}
    assert DIALOGUE in found


def test_what_was_said_to_be_one_is_one() -> None:
    other = "baku ankara security platform"
    found = groups(
        [told(WORDED[0], "AZ", "TR"), told(other, "AZ", "TR")], [ruling(1, WORDED[0], other, same=True)]
    )
    assert names_of(found) == {frozenset({WORDED[0], other})}
    assert list(found) == [DIALOGUE]


LONG, SHORT = "iiss shangri la dialogue", "shangri la dialogue"


def test_a_longer_name_that_counts_the_same_is_the_same() -> None:
    found = groups([told(SHORT, ordinal=21, year=2024), told(LONG, ordinal=22, year=2025)], [])
    assert names_of(found) == {frozenset({LONG, SHORT})}
    apart = groups(
        [told(SHORT, ordinal=21, year=2024), told(LONG, ordinal=22, year=2025)],
        [ruling(1, LONG, SHORT, same=False)],
    )
    assert names_of(apart) == {frozenset({LONG}), frozenset({SHORT})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told(SHORT, ordinal=21, year=2024), told(LONG, ordinal=11, year=2024)),
        (told(SHORT, ordinal=21, year=2024), told(LONG, year=2024)),
        (told("a high level dialogue", "AZ", "TR", ordinal=5), told("a dialogue", "AZ", "GE", ordinal=5)),
        (told("trade dialogue shangri la", ordinal=21), told("shangri la port dialogue", ordinal=21)),
    ],
    ids=["counts otherwise", "does not count", "of others", "of another field"],
)
def test_names_that_only_look_alike_are_two(one: ToldOccasion, other: ToldOccasion) -> None:
    assert len(groups([one, other], [])) == 2


def test_a_common_name_joined_with_one_of_a_pair_stays_apart_for_other_pairs() -> None:
    common, theirs = "permanent security committee", "argentine chilean security panel"
    found = groups(
        [told(common, "AR", "CL"), told(common, "BO", "PE"), told(theirs, "AR", "CL")],
        [ruling(1, common, theirs, same=True)],
    )
    units = [sorted(one.parties for one in group.told) for group in found.values()]
    assert sorted(units) == [[("AR", "CL"), ("AR", "CL")], [("BO", "PE")]]


@given(
    st.lists(
        st.sampled_from([*WORDED, "turkiye azerbaijan high level military dialogue", "shangri la dialogue"])
    ),
    st.lists(st.tuples(st.sampled_from(WORDED), st.just("shangri la dialogue"), st.booleans()), max_size=4),
)
def test_every_occasion_is_in_one_group(names: list[str], said: list[tuple[str, str, bool]]) -> None:
    rulings = [ruling(number, *one[:2], same=one[2]) for number, one in enumerate(said, 1)]
    occasions = [told(name, "AZ", "TR", year=2000 + place) for place, name in enumerate(names)]
    found = groups(occasions, rulings)
    kept = [one for group in found.values() for one in group.told]
    assert sorted(kept, key=lambda one: one.sessions) == occasions
    assert all(group.key == key for key, group in found.items())


def test_the_samples_are_one_series(library: Library) -> None:
    (line,) = library.across.series()
    assert (line.key, line.sessions, line.numbers, line.missing) == (DIALOGUE, 2, (15, 17), (16,))
    assert (line.first, line.last, line.articles) == ("2023-12-06", "2025-12-17", 2)


def test_a_person_parts_and_joins_them(library: Library) -> None:
    made, _, _ = library.occasions.rule(*WORDED, same=False)
    assert [line.sessions for line in library.across.series()] == [1, 1]
    library.occasions.take_back([made.id])
    assert [line.sessions for line in library.across.series()] == [2]


def test_a_corrected_number_counts(library: Library) -> None:
    opened = library.article(1)
    assert opened is not None
    meeting = opened.reading.meetings[0]
    value = {"name": "Azerbaijani-Turkish High-Level Military Dialogue", "ordinal": 16}
    library.rule(1, RulingKind.CHANGED, "meeting", meeting.evidence.spans[0], "occasion", value)
    (line,) = library.across.series()
    assert 16 in line.numbers


@pytest.mark.parametrize(
    "name",
    ["dialogue", "military turk", DIALOGUE, WORDED[1], "Türkiye-Azerbaijan High-Level Military Dialogue"],
)
def test_found_by_any_name(library: Library, name: str) -> None:
    assert [line.key for line in library.across.find_series(name)] == [DIALOGUE]


def test_what_is_not_there(library: Library) -> None:
    assert library.across.find_series("no such thing") == []
    assert library.across.series_of("no such thing") is None
    assert library.across.series_page("no such thing") is None


# -- sessions


def test_the_sessions_of_the_samples(library: Library) -> None:
    series = library.across.series_of(DIALOGUE)
    assert series is not None
    assert series.states == ("AZ", "TR")
    first, last = series.sessions
    assert [(one.number, one.first, one.places, one.articles) for one in (first, last)] == [
        (15, "2023-12-06", ("Baku",), (1,)),
        (17, "2025-12-17", ("Baku",), (3,)),
    ]
    assert [(head.party, head.person.name) for head in first.heads] == [
        ("AZ", "Zakir Hasanov"),
        ("TR", "Irfan Ozsert"),
    ]
    (gap,) = series.gaps
    assert (gap.first, gap.last, gap.since, gap.until) == (16, 16, "2023-12-06", "2025-12-17")
    assert {one.article for one in gap.meantime} == {2}
    (change,) = series.changes
    (led,) = change.heads
    assert (led.party, led.before.person.name, led.after.person.name) == (
        "TR",
        "Irfan Ozsert",
        "Levent Ergün",
    )
    assert led.passed_on
    assert change.topics_new == ("multilateral",)
    assert change.topics_gone == ("joint-exercises",)
    assert change.place is None


def labels(sessions: tuple[Session, ...]) -> list[str]:
    return [one.label for one in sessions]


def test_what_has_no_number_is_of_the_session_at_its_time() -> None:
    sessions = sessions_of(
        [
            met(1, "2020-05-01", ordinal=3),
            met(2, "2020-05-03"),
            met(3, "2021-09-01"),
            met(4, "2022-05-01", ordinal=4),
            met(5, "2022-11-11"),
        ]
    )
    assert [(one.number, one.articles) for one in sessions] == [(3, (1, 2)), (None, (3,)), (4, (4, 5))]
    assert labels(sessions) == ["3", "2021", "4"]


def test_a_series_by_year() -> None:
    sessions = sessions_of(
        [met(n, f"{year}-06-01", wording=f"Aero India {year}") for n, year in enumerate((2019, 2021))]
    )
    assert labels(sessions) == ["2019", "2021"]


def test_the_year_of_the_name_goes_before_the_date() -> None:
    (session,) = sessions_of(
        [met(1, "2023-12-30", wording="IDEX 2024"), met(2, "2024-01-02", wording="IDEX 2024")]
    )
    assert session.year == 2024


def test_a_number_told_of_dates_far_apart_is_pointed_out() -> None:
    (far,) = sessions_of([met(1, "2020-01-01", ordinal=3), met(2, "2021-01-01", ordinal=3)])
    (near,) = sessions_of([met(1, "2020-01-01", ordinal=3), met(2, "2020-01-09", ordinal=3)])
    assert far.far
    assert not near.far


def test_a_planned_session_is_planned_until_it_is_held() -> None:
    planned = met(1, "2020-01-01", ordinal=3, planned=True)
    assert sessions_of([planned])[0].planned
    held = sessions_of([planned, met(2, "2020-02-01", ordinal=3)])[0]
    assert not held.planned
    assert held.first == "2020-02-01"


@given(
    st.lists(
        st.tuples(st.none() | st.integers(1, 6), st.none() | st.dates().map(str), st.booleans()), max_size=12
    )
)
def test_every_encounter_is_in_one_session(drawn: list[tuple[int | None, str | None, bool]]) -> None:
    several = [
        met(n, date, ordinal=number, planned=planned) for n, (number, date, planned) in enumerate(drawn)
    ]
    sessions = sessions_of(several)
    assert sorted(one.article for session in sessions for one in session.encounters) == list(
        range(len(drawn))
    )
    numbers = [one.number for one in sessions if one.number is not None]
    assert numbers == sorted(set(numbers))


@given(st.dates(), st.dates())
def test_days_between_two_dates(one: object, other: object) -> None:
    assert days_between(str(one), str(other)) == abs((one - other).days)  # type: ignore[operator]


def test_days_between_a_month_and_a_day() -> None:
    assert days_between("2024-05", "2024-05-15") == 0
    assert days_between("2024", "2024-06-15") == 0
    assert days_between("2024-02-31", "2024-06-15") == 0  # no such day


def test_another_rank_or_post_is_a_change(library: Library) -> None:
    def change(title: str, rank: str) -> list[str]:
        before = person("A", "AZ", "Minister of Defence", rank="General")
        after = person("A", "AZ", title, rank=rank)
        sessions = sessions_of(
            [met(1, "2020-01-01", before, ordinal=1), met(2, "2021-01-01", after, ordinal=2)]
        )
        from store.across.series import Series

        (made,) = Series("k", "n", (), (), sessions, ()).changes
        return [one.party for one in made.heads]

    assert change("Defense Minister", "General") == []
    assert change("Prime Minister", "General") == ["AZ"]
    assert change("Minister of Defence", "Colonel General") == ["AZ"]


# -- the page


def test_the_page_of_the_samples(library: Library) -> None:
    page = library.across.series_page(DIALOGUE)
    assert page is not None
    assert page.subtitle == "2 sessions known: no. 15, 17; no. 16 missing; 6 Dec 2023 to 17 Dec 2025"
    sessions, changes, topics, worded, _ = page.blocks
    assert isinstance(sessions, Table)
    assert isinstance(changes, Table)
    assert isinstance(topics, Grid)
    assert isinstance(worded, Paragraph)
    assert [text_of(row[0]) for row in sessions.rows] == ["15", "16", "17"]
    assert sessions.rows[1][0][0].tone == "gap"
    assert "12 Dec 2024" in text_of(sessions.rows[1][3])
    assert text_of(changes.rows[0][1]) == "Türkiye: Second Chief of the General Staff passed on"
    marks = {text_of(name): [text_of(mark) for mark in row] for name, row in topics.rows}
    assert marks["multilateral"] == ["·", "+"]
    assert marks["joint exercises"] == ["●", "−"]
    assert marks["military technical"] == ["●", "●"]


def test_every_link_leads_to_the_words(library: Library) -> None:
    page = library.across.series_page(DIALOGUE)
    assert page is not None
    sessions = page.blocks[0]
    assert isinstance(sessions, Table)
    opened = library.article(3)
    assert opened is not None
    said = {}
    for run in (run for cell in sessions.rows[2] for run in cell):
        if run.link is not None and run.link.kind == "article":
            number, span = run.link.article
            assert number == 3
            assert span is not None
            said[run.text] = opened.article.text[span.start : span.end]
    assert said["17 Dec 2025"] == "received"  # the report of it comes last
    assert "Dialogue Meeting" in said["17"]
    assert said["Baku"].lower() == "baku"
    posts = next(words for text, words in said.items() if "Second Chief" in text)
    assert "Second Chief of the General Staff" in posts


def test_what_is_told_is_json(library: Library) -> None:
    series = library.across.series_of(DIALOGUE)
    page = library.across.series_page(DIALOGUE)
    assert page is not None
    json.dumps(as_json(page))
    made = json.loads(json.dumps(data(series)))
    assert [one["number"] for one in made["sessions"]] == [15, 17]
    assert made["changes"][0]["heads"][0]["passed_on"] is True
    assert made["is_counted"] is True


def test_an_empty_library_says_so(path: Path) -> None:
    library = Library.open(path)
    assert any("No occasion of this library" in line for line in lines(library.across.series_list()))
    library.close()


# -- the command


def test_the_command_lists_and_tells(run: Callable[..., tuple[int, str, str]]) -> None:
    status, out, _ = run("series")
    assert status == 0
    assert "15, 17" in out
    status, out, _ = run("series", "military", "dialogue")
    assert status == 0
    assert "missing, between 6 Dec 2023 and 17" in out
    status, out, _ = run("series", "dialogue", "--json")
    assert json.loads(out)["key"] == DIALOGUE
    assert json.loads(run("series", "--json")[1])["missing"] == [16]


def test_the_command_finds_nothing(run: Callable[..., tuple[int, str, str]]) -> None:
    assert run("series", "nothing", "such") == (1, "", "no such series found: nothing such\n")

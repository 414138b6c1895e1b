"""The table of who met whom: filled, followed, rebuilt, checked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import upkeep
from store.database import encounters
from store.derive import facets_of
from store.encounters import ENCOUNTERS_VERSION, KINDS, date_of, encounters_of, number_of
from store.library import Library
from store.model import Reading, Role, RulingKind, Span
from tests.store.conftest import really_read
from tests.store.readings import readings


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    yield from really_read(path)


def run(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)


def rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM encounter ORDER BY pos, n").fetchall()


def test_the_samples(library: Library) -> None:
    found = [one for one in library.across.encounters() if "zakir hasanov" in {p.person for p in one.people}]
    assert [(one.article, one.number, one.date, one.place, one.ordinal) for one in found] == [
        (1, 1, "2023-12-06", "Baku", 15),
        (2, 1, "2024-12-12", "Baku", None),
        (3, 1, "2025-12-17", "Baku", 17),
    ]
    last = found[-1]
    assert (last.parties, last.planned, last.wording) == (
        ("AZ", "TR"),
        False,
        "Azerbaijan-Türkiye High-Level Military Dialogue Meeting",
    )
    (guest,) = last.of_role(Role.GUEST)
    assert (guest.name, guest.country, guest.rank) == ("Levent Ergün", "TR", "Army General")
    assert list(map(str, guest.posts)) == ["Second Chief of the General Staff, Armed Forces"]
    assert "military-technical" in last.topics


def test_who_is_in_no_meeting_is_kept_too(library: Library) -> None:
    (honoured,) = {one.number for one in library.across.encounters_of_person("heydar aliyev")}
    assert honoured == 0
    assert len(library.across.encounters_of_person("heydar aliyev")) == 3


def test_of_a_pair_in_either_order(library: Library) -> None:
    found = library.across.encounters_of_pair("AZ", "TR")
    assert len(found) == 6
    assert library.across.encounters_of_pair("TR", "AZ") == found
    assert library.across.encounters_of_pair("AZ", "GE") == []
    assert library.across.pairs() == [(("AZ", "TR"), 6)]


def test_by_date(library: Library) -> None:
    def years(first: str, last: str) -> list[str | None]:
        return sorted({one.date for one in library.across.encounters_between(first, last)})

    assert years("2023-12-06", "2023-12-06") == ["2023-12-06"]
    assert years("2023", "2024") == ["2023-12-06", "2024-12-12"]
    assert years("2024-12", "2025-12") == ["2024-12-12", "2025-12-17"]
    assert years("soon", "2025") == []


def test_of_articles(library: Library) -> None:
    assert {one.article for one in library.across.encounters_of_articles([1, 3])} == {1, 3}
    assert library.across.encounters_of_articles([]) == []


def test_a_correction_is_followed(library: Library, path: Path) -> None:
    before = rows(path)
    opened = library.article(3)
    assert opened is not None
    place = opened.article.text.index("Zakir Hasanov")
    made, _ = library.rule(
        3, RulingKind.REMOVED, "official", Span(place, place + len("Zakir Hasanov")), "", None
    )
    assert {one.article for one in library.across.encounters_of_person("zakir hasanov")} == {1, 2}
    assert upkeep.check(path) == ()
    library.corrections.take_back([made.id])
    assert rows(path) == before


def test_two_names_of_one_person_are_one(library: Library) -> None:
    library.people.rule("Irfan Ozsert", "Levent Ergun", same=True)
    found = library.across.encounters_of_person("irfan ozsert")
    assert {one.article for one in found} == {1, 3}
    assert library.across.encounters_of_person("levent ergun") == found
    guests = {(p.person, p.spelt) for one in found for p in one.of_role(Role.GUEST)}
    assert guests == {("irfan ozsert", "irfan ozsert"), ("irfan ozsert", "levent ergun")}


def test_what_is_deleted_is_gone_and_comes_back(library: Library, path: Path) -> None:
    before = rows(path)
    library.delete_articles([1])
    assert {one.article for one in library.across.encounters()} == {2, 3}
    library.restore_articles([1])
    assert rows(path) == before


def test_it_is_rebuilt_where_another_version_made_it(library: Library, path: Path) -> None:
    before = rows(path)
    library.reread()
    assert rows(path) == before
    run(path, "DELETE FROM encounter")
    run(path, "UPDATE derived SET value = '0' WHERE key = 'encounters'")
    assert upkeep.check(path) == ()  # the next opening fills it
    library.reread()
    assert rows(path) == before
    assert upkeep.check(path) == ()


def test_it_is_filled_in_steps_and_goes_on_where_it_was(library: Library, path: Path) -> None:
    before = rows(path)
    run(path, "DELETE FROM encounter")
    run(path, "DELETE FROM derived WHERE key = 'encounters'")
    for left in (True, True, True, False):
        with library._database.writing() as connection:
            assert encounters.fill_some(connection, 1) is left
            assert encounters.is_current(connection) is not left
    assert rows(path) == before


def test_a_new_library_is_current_from_the_first_article_on(library: Library) -> None:
    with library._database.reading() as connection:
        assert encounters.is_current(connection)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM encounter WHERE n = 1",
        "UPDATE encounter SET date = 20010101 WHERE date = 20231206",
        "UPDATE encounter SET facts = x'00' WHERE n = 0",
    ],
)
def test_what_is_wrong_is_found_and_mended(library: Library, path: Path, sql: str) -> None:
    before = library.across.encounters()
    run(path, sql)
    assert any("not kept as they were read" in one.sentence for one in upkeep.check(path))
    upkeep.repair(path)
    library.reread()
    assert upkeep.check(path) == ()
    assert library.across.encounters() == before


def test_all_of_it_is_gone_with_what_is_derived(library: Library, path: Path) -> None:
    run(path, "UPDATE listed SET articles = articles + 1")
    upkeep.repair(path)
    assert rows(path) == []
    library.reread()
    assert len(rows(path)) == 9


@given(st.dates())
def test_dates_keep_their_order_and_come_back(day: object) -> None:
    told = str(day)
    assert date_of(number_of(told)) == told
    assert date_of(number_of(told[:7])) == told[:7]
    assert date_of(number_of(told[:4])) == told[:4]


def test_what_is_no_date_has_no_number() -> None:
    assert number_of("next week") is None
    assert date_of(None) is None


@given(readings)
def test_what_is_packed_comes_back(reading: Reading) -> None:
    made = encounters_of(reading, facets_of(reading))
    numbers = {
        value: 7 * place + 1 for place, value in enumerate(dict.fromkeys(encounters.values_of([(1, made)])))
    }
    for one in made:
        told = encounters.unpacked(encounters.row(1, one, numbers)[8])
        assert told.topics == tuple(numbers[topic] for topic in one.topics)
        assert [person.number for person in told.people] == [numbers[person.value] for person in one.people]
        assert [person.role for person in told.people] == [person.role for person in one.people]
        assert [person.posts for person in told.people] == [
            tuple(numbers[post] for post in person.posts) for person in one.people
        ]


@given(readings)
def test_everybody_who_can_be_found_is_in_an_encounter(reading: Reading) -> None:
    facets = facets_of(reading)
    there = {person.value for one in encounters_of(reading, facets) for person in one.people}
    assert there == {value for value in facets if value.kind == "person"}


def test_every_kind_of_meeting_has_a_number() -> None:
    assert len(KINDS) * 2 < 128
    assert ENCOUNTERS_VERSION > 0

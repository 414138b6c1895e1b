"""Two people of one name are two: by the countries that articles state, or because a person says so."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from store import upkeep
from store.library import Library
from store.model import Article, Choice, Filter, Reading, RulingKind
from tests.store.conftest import made_up_reading, prose


def article(name: str, country: str, number: int) -> tuple[str, bytes]:
    return f"a{number}", prose(f"ACCRA, on 2024-05-0{number} General {name} of {country} met others.", number)


@pytest.fixture
def smiths(library: Library) -> Library:
    """A John Smith of Ghana in two articles, one of Azerbaijan in one, and one of nowhere in particular."""
    library.import_texts(
        [
            article("John Smith", "Ghana", 1),
            article("John Smith", "Azerbaijan", 2),
            article("John Smith", "Ghana", 3),
            article("John Smith", "that country", 4),
            article("Johnn Smith", "Azerbaijan", 5),
        ]
    )
    return library


def listed(library: Library) -> dict[str, int]:
    return {one.label: one.count for one in library.choices().people}


def keys(library: Library, person: str) -> list[str]:
    f = Filter(person=person)
    found = [row.key for row in library.rows(f, 0, 9)]
    assert library.count(f) == len(found) == len(library.ids(f))
    assert [row.key for row in library.rows(f, 0, 9, "oldest")] == found[::-1]
    return found


def test_the_list_tells_them_apart(smiths: Library) -> None:
    assert listed(smiths) == {"John Smith (GH)": 3, "John Smith (AZ)": 1, "Johnn Smith": 1}
    assert keys(smiths, "john smith") == ["a4", "a3", "a1"]  # the first one, and where nothing is stated
    assert keys(smiths, "john smith|AZ") == ["a2"]
    assert keys(smiths, "john smith|XX") == []
    assert smiths.count(Filter(query="person:smith")) == 5
    assert smiths.count(Filter(person="john smith", country="AZ")) == 0
    assert smiths.count(Filter(person="john smith", query="ghana")) == 2
    assert upkeep.check(smiths.path) == ()


def test_each_has_a_dossier(smiths: Library) -> None:
    first, other = (smiths.people.dossier(key) for key in ("john smith", "john smith|AZ"))
    assert first is not None
    assert other is not None
    assert [said.value for said in first.countries] == ["GH"]
    assert [said.value for said in other.countries] == ["AZ"]
    assert (first.name, first.count, first.first, first.last) == (
        "John Smith (GH)",
        3,
        "2024-05-01",
        "2024-05-04",
    )
    assert (other.count, other.first, other.last) == (1, "2024-05-02", "2024-05-02")
    assert [one.key for one in smiths.people.find("John Smith")] == ["john smith", "john smith|AZ"]
    assert [one.key for one in smiths.people.find("john smith az")] == ["john smith|AZ"]


def test_proposals_know_them_apart(smiths: Library) -> None:
    (proposal,) = smiths.people.proposals()
    assert {proposal.first.key, proposal.second.key} == {"john smith|AZ", "johnn smith"}
    smiths.people.rule(proposal.first.key, proposal.second.key, same=True)
    assert listed(smiths) == {"John Smith (GH)": 3, "John Smith (AZ)": 2}
    assert keys(smiths, "johnn smith") == keys(smiths, "john smith|AZ") == ["a5", "a2"]
    assert smiths.count(Filter(query='person:"johnn smith"')) == 2


def test_a_person_may_say_that_they_are_one_after_all(smiths: Library) -> None:
    made, _, _ = smiths.people.rule("john smith", "john smith|AZ", same=True)
    (one, _) = smiths.choices().people
    assert one == Choice("john smith", "John Smith (GH)", 4, ("john smith|AZ",))
    assert keys(smiths, "john smith") == ["a4", "a3", "a2", "a1"]
    smiths.people.take_back([made.id])
    assert listed(smiths)["John Smith (AZ)"] == 1


def test_who_is_corrected_is_in_the_right_place(smiths: Library) -> None:
    mention = smiths.article(2).reading.officials[0].mentions[0]  # type: ignore[union-attr]
    made, _ = smiths.rule(2, RulingKind.CHANGED, "official", mention, "country", "GH")
    assert listed(smiths) == {"John Smith": 4, "Johnn Smith": 1}
    smiths.corrections.take_back([made.id])
    assert listed(smiths)["John Smith (AZ)"] == 1


def test_two_of_one_name_and_country(smiths: Library) -> None:
    """Only a person can tell."""
    mention = smiths.article(3).reading.officials[0].mentions[0]  # type: ignore[union-attr]
    made, _ = smiths.rule(3, RulingKind.CHANGED, "official", mention, "apart", "2")
    assert listed(smiths) == {
        "John Smith (GH)": 2,
        "John Smith (AZ)": 1,
        "John Smith (2)": 1,
        "Johnn Smith": 1,
    }
    assert keys(smiths, "john smith|2") == ["a3"]
    official = smiths.article(3).reading.officials[0]  # type: ignore[union-attr]
    assert smiths.people.key_of(official) == "john smith|2"
    smiths.corrections.take_back([made.id])
    assert keys(smiths, "john smith") == ["a4", "a3", "a1"]


def test_the_key_of_a_person_of_an_article(smiths: Library) -> None:
    found = [smiths.people.key_of(smiths.article(n).reading.officials[0]) for n in (1, 2, 4, 5)]  # type: ignore[union-attr]
    assert found == ["john smith", "john smith|AZ", "john smith", "johnn smith"]


def test_when_the_first_one_goes_the_other_needs_no_country(smiths: Library) -> None:
    smiths.delete_articles([1, 3, 4])
    assert listed(smiths)["John Smith (AZ)"] == 1
    assert keys(smiths, "john smith") == []
    smiths.restore_articles([1, 3, 4])
    assert listed(smiths)["John Smith (GH)"] == 3


def test_a_country_that_is_guessed_tells_nobody_apart(library: Library, engine: ModuleType) -> None:
    def guessing(one: Article) -> Reading:
        reading = made_up_reading(one)
        officials = []
        for official in reading.officials:
            assert official.country is not None
            evidence = replace(official.country.evidence, rule="country.home")
            officials.append(replace(official, country=replace(official.country, evidence=evidence)))
        return replace(reading, officials=tuple(officials))

    engine.read_article = guessing  # type: ignore[attr-defined]
    library.import_texts([article("John Smith", "Ghana", 1), article("John Smith", "Azerbaijan", 2)])
    assert listed(library) == {"John Smith": 2}


def test_an_organisation_is_no_country(library: Library, engine: ModuleType) -> None:
    def of_nato(one: Article) -> Reading:
        reading = made_up_reading(one)
        official = reading.officials[0]
        if official.country is not None and official.country.value == "AZ":
            official = replace(official, country=replace(official.country, value="NATO"))
        return replace(reading, officials=(official,))

    engine.read_article = of_nato  # type: ignore[attr-defined]
    library.import_texts([article("John Smith", "Ghana", 1), article("John Smith", "Azerbaijan", 2)])
    assert listed(library) == {"John Smith": 2}

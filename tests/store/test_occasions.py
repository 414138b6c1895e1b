"""Occasions over all articles: wordings that may be one, what is said of them, what follows from that."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.main import main
from store import upkeep, wordings
from store.derive import person_key
from store.errors import RulingError
from store.library import Library
from store.model import (
    Article,
    Changes,
    Evidence,
    Filter,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Occasion,
    Reading,
    Span,
    Stated,
)
from tests.store.conftest import made_up_reading, prose

DIALOGUE = "Azerbaijan-Türkiye High-Level Military Dialogue Meeting"
TURNED = "Türkiye-Azerbaijan High Level Military Dialogue"
OTHER = "Caspian Economic Forum"


def read_occasion(article: Article) -> Reading:
    """A meeting on what stands between <>, with the number before it, of the countries named."""
    found = re.search(r"the (?:(\d+)th )?<(.+)>", article.text)
    assert found is not None
    because = Evidence((Span(*found.span(2)),), "made.up")
    codes = [code for code, name in (("AZ", "of Azerbaijan"), ("GH", "of Ghana")) if name in article.text]
    meeting = Meeting(
        Stated(MeetingKind.MEETING, because),
        Stated(MeetingStatus.HELD, because),
        None,
        Stated("Baku", because),
        None,
        (),
        (),
        (),
        tuple(Stated(code, because) for code in codes),
        Stated(Occasion(found[2], int(found[1]) if found[1] else None), because),
        (),
        because,
    )
    return replace(made_up_reading(article), meetings=(meeting,))


def article(number: int, occasion: str, country: str = "Azerbaijan") -> tuple[str, bytes]:
    words = f"BAKU, on 202{number}-05-02 General Jane Smith of {country} came to the {number}th <{occasion}>."
    return f"a{number}", prose(words, number)


@pytest.fixture
def held(library: Library, engine: ModuleType) -> Library:
    engine.read_article = read_occasion  # type: ignore[attr-defined]
    library.import_texts(
        [article(1, DIALOGUE), article(2, TURNED), article(3, DIALOGUE), article(4, OTHER, "Ghana")]
    )
    return library


def listed(library: Library) -> dict[str, int]:
    return {one.label: one.count for one in library.choices().occasions}


def test_two_wordings_are_proposed_and_joined(held: Library) -> None:
    assert listed(held) == {DIALOGUE: 2, TURNED: 1, OTHER: 1}
    (proposal,) = held.occasions.proposals()
    assert (proposal.first.name, proposal.second.name) == (DIALOGUE, TURNED)
    assert [said.value for said in proposal.first.numbers] == ["3", "1"]
    assert [said.value for said in proposal.first.countries] == ["AZ"]
    assert proposal.why == "they differ in words like “meeting” only"
    made, before, changes = held.occasions.rule(proposal.first.key, proposal.second.key, same=True)
    assert (before, changes) == ([], Changes(listing=True, people=True))
    assert listed(held) == {DIALOGUE: 3, OTHER: 1}
    assert held.occasions.proposals() == []
    one = held.occasions.dossier(person_key(TURNED))
    assert one is not None
    assert [said.value for said in one.numbers] == ["3", "2", "1"]
    assert (one.count, one.first, one.last) == (3, "2021-05-02", "2023-05-02")
    rows = held.rows(Filter(occasion=person_key(TURNED)), 0, 9)
    assert [row.key for row in rows] == ["a3", "a2", "a1"]
    held.occasions.take_back([made.id])
    assert listed(held) == {DIALOGUE: 2, TURNED: 1, OTHER: 1}
    assert upkeep.check(held.path) == ()


def test_two_wordings_that_are_two_occasions(held: Library) -> None:
    held.occasions.rule(DIALOGUE, TURNED, same=False)
    assert held.occasions.proposals() == []
    held.occasions.rule(DIALOGUE, OTHER, same=True)
    with pytest.raises(RulingError, match="cannot be one occasion: names of theirs were said to be two"):
        held.occasions.rule(OTHER, TURNED, same=True)


def test_people_and_occasions_are_ruled_over_apart(held: Library) -> None:
    held.people.rule("x", "y", same=True)
    held.occasions.rule("x", "y", same=False)
    assert [one.kind for one in held.said_of_names()] == ["person", "occasion"]
    assert [one.same for one in held.people.rulings()] == [True]
    assert [one.same for one in held.occasions.rulings()] == [False]


def test_occasions_of_others_are_not_proposed(library: Library, engine: ModuleType) -> None:
    engine.read_article = read_occasion  # type: ignore[attr-defined]
    library.import_texts([article(1, "High-Level Military Dialogue"), article(2, TURNED, "Ghana")])
    assert library.occasions.proposals() == []


def test_the_command(held: Library, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        status = main(["--library", str(held.path), "occasions", *arguments])
        return status, capsys.readouterr().out

    assert "Caspian Economic Forum" in run()[1]
    assert run("--proposals")[1].startswith(f"{DIALOGUE} = {TURNED}?  ")
    assert run("--said") == (1, "")
    assert run("--same", DIALOGUE, TURNED) == (0, f"{DIALOGUE} and {TURNED} are one occasion\n")
    assert run("--said")[1].endswith("are one occasion\n")
    lines = run("military dialogue")[1].splitlines()
    assert lines[0] == f"== {DIALOGUE}  3 articles  2021-05-02 to 2023-05-02"
    assert "number    3  (2023-05-02, 1 article)" in lines
    assert "place     Baku  (2021-05-02 to 2023-05-02, 3 articles)" in lines
    assert json.loads(run("--said", "--json")[1])["applies"] is True
    assert run("no such thing") == (1, "")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DIALOGUE, TURNED),
        ("NATO Parliamentary Assembly", "NATO PA"),
        ("Munich Security Conference", "Munich Security Conferense"),
        ("Joint Military Commission", "meeting of the Joint Military Commission"),
        ("Baku Shipbuilding Days", "Shipbuilding Days in Baku"),
    ],
)
def test_wordings_that_may_be_one(first: str, second: str) -> None:
    keys = sorted((person_key(first), person_key(second)))
    assert wordings.alike(*keys) is not None
    assert [(one, other) for one, other, _ in wordings.candidates(keys)] == [tuple(keys)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Joint Military Commission", "Joint Economic Commission"),
        ("Working Group meeting", "Annual Working Group session"),
        ("Victory Day", "Republic Day"),
        ("Munich Security Conference", "Baku Energy Forum"),
        ("Exercise Sea Breeze 2023", "Exercise Sea Breeze 2024"),
    ],
)
def test_wordings_that_are_two(first: str, second: str) -> None:
    assert wordings.alike(person_key(first), person_key(second)) is None


WORDS = st.lists(st.sampled_from(["nato", "military", "meeting", "baku", "n", "2024", "of"]), max_size=5)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_being_alike_goes_both_ways(first: str, second: str) -> None:
    one, other = wordings.alike(first, second), wordings.alike(second, first)
    assert one == other
    assert one is None or 0 < one.score <= 1

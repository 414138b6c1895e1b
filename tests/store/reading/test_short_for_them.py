"""Encounters of those who are meant by a style, a post or a clause of their own, and not named."""

from __future__ import annotations

import pytest

from store.model import Article, Meeting
from store.reading.pipeline import read_article


def meetings(text: str) -> tuple[Meeting, ...]:
    return read_article(Article("1", text, "2025-03-12")).meetings


def sides(meeting: Meeting) -> tuple[list[str], list[str]]:
    return [p.value for p in meeting.hosts], [p.value for p in meeting.guests]


@pytest.mark.parametrize(
    ("crown", "style"),
    [
        ("King Osric II", "His Majesty"),
        ("Crown Prince Osric", "His Royal Highness"),
        ("Emir Osric", "His Highness"),
    ],
)
def test_a_style_of_crowns_is_the_king_whoever_was_spoken_of_last(crown: str, style: str) -> None:
    told = meetings(
        f"{crown} of Bahrain received Danish Foreign Minister Mads Kjeldsen on Monday. The minister then met"
        " with the Speaker, Karim Nasser. Mr. Kjeldsen toured a port on Tuesday."
        f" {style} also received Norwegian Foreign Minister Nils Aas."
    )
    hosts, guests = sides(told[-1])
    assert "Osric" in hosts[0]
    assert guests == ["Nils Aas"]


def test_a_counterpart_holds_the_post_of_the_one_he_was_named_beside() -> None:
    told = meetings(
        "Danish Foreign Secretary Mads Kjeldsen met his Norwegian counterpart, Nils Aas, in Copenhagen on"
        " Monday. The Ambassador of Norway to Denmark, Siri Dahl, was at the airport. The Norwegian foreign"
        " secretary later called on Prime Minister Jens Bruun."
    )
    assert sides(told[-1]) == (["Jens Bruun"], ["Nils Aas"])


@pytest.mark.parametrize(
    "body", ["the Naval Academy, whose Commandant", "the Defence Committee, whose Chair"]
)
def test_whoever_heads_a_house_receives_there(body: str) -> None:
    (meeting,) = meetings(
        f"Danish Defence Minister Mads Kjeldsen arrived on Monday. The minister drove to {body},"
        " Captain Nils Aas of Norway, received him."
    )
    assert sides(meeting) == (["Nils Aas"], ["Mads Kjeldsen"])


def test_what_somebody_is_said_to_be_is_nobody_told_of_before() -> None:
    told = meetings(
        "Danish General Mads Kjeldsen, Chief of Defence, telephoned Norwegian Defence Minister Nils Aas on"
        " Monday. Swedish Defence Minister Lars Lund laid a wreath in memory of Captain Erik Holm, a Danish"
        " officer killed in 1999. He met Finnish Defence Minister Aino Salo on Tuesday."
    )
    assert {p.value for part in (told[-1].hosts, told[-1].guests, told[-1].attendees) for p in part} == {
        "Lars Lund",
        "Aino Salo",
    }


def everybody(meeting: Meeting) -> set[str]:
    return {p.value for part in (meeting.hosts, meeting.guests, meeting.attendees) for p in part}


@pytest.mark.parametrize(
    "told",
    [
        "The agreement was reached at a meeting in Oslo on Tuesday.",
        "This was decided during talks in Oslo on Tuesday.",
        "The step was announced after a meeting at Akershus Fortress in Oslo.",
    ],
)
def test_what_two_agreed_on_they_agreed_on_when_they_met(told: str) -> None:
    (meeting,) = meetings(
        "Danish Defence Minister Mads Kjeldsen and Norwegian Defence Minister Nils Aas have agreed to buy the"
        f" same trucks. {told} Colonel Siri Dahl, the Norwegian attaché, also attended the meeting, which"
        " discussed fuel."
    )
    assert everybody(meeting) == {"Mads Kjeldsen", "Nils Aas", "Siri Dahl"}


@pytest.mark.parametrize(
    "aside",
    ["held on the margins of a fair in Oslo", "lasting for over an hour", "at the fortress of Akershus"],
)
def test_an_aside_parts_talks_from_those_they_were_with(aside: str) -> None:
    (meeting,) = meetings(
        f"Danish Defence Minister Mads Kjeldsen spoke to the press after talks, {aside}, with Norwegian"
        " Defence Minister Nils Aas."
    )
    assert everybody(meeting) == {"Mads Kjeldsen", "Nils Aas"}


@pytest.mark.parametrize("part", ["were members of the two delegations", "belonged to the delegations"])
def test_members_of_the_delegations_were_there(part: str) -> None:
    (meeting,) = meetings(
        "Danish Foreign Minister Mads Kjeldsen received Norwegian Foreign Minister Nils Aas in Copenhagen on"
        f" Monday. Ambassador Siri Dahl and the Chief of Protocol, Jens Bruun, {part}."
    )
    assert {p.value for p in meeting.attendees} == {"Siri Dahl", "Jens Bruun"}


@pytest.mark.parametrize("ends", ["ends on Friday", "concludes", "wraps up on Friday"])
def test_whoever_laid_flowers_at_a_monument_to_two_is_received_next(ends: str) -> None:
    told = meetings(
        "Norwegian Admiral Nils Aas was received by Danish Defence Minister Mads Kjeldsen in Copenhagen on"
        " Tuesday. The admiral laid flowers at the monument to Peder Krag and Erik Holm. The programme of"
        f" the visit {ends} with an audience granted by the Prime Minister, Jens Bruun."
    )
    assert sides(told[-1]) == (["Jens Bruun"], ["Nils Aas"])
    assert told[-1].status.value == "planned"


def test_where_somebody_goes_is_where_he_will_meet() -> None:
    told = meetings(
        "Danish Prime Minister Jens Bruun received NATO Deputy Secretary General Nils Aas in Copenhagen on"
        " Tuesday. Mr. Aas leaves for Vilnius on Friday, where he is expected to meet Lithuanian Defence"
        " Minister Jonas Petraitis."
    )
    assert told[-1].place is not None
    assert told[-1].place.value == "Vilnius"
    assert sides(told[-1]) == (["Jonas Petraitis"], ["Nils Aas"])

"""Meetings and takers-part told by the way: who travels to see whom, who sat in, who came only for one."""

from __future__ import annotations

import pytest

from store.model import Article, Meeting
from store.reading.pipeline import read_article

LEAD = (
    "Icelandic Prime Minister Birna Helgadottir received Danish Defence Minister Mads Kjeldsen in Reykjavik. "
)


def meetings(text: str) -> tuple[Meeting, ...]:
    return read_article(Article("1", text, "2025-03-12")).meetings


def people(meeting: Meeting) -> tuple[list[str], list[str], list[str]]:
    return tuple([p.value for p in part] for part in (meeting.hosts, meeting.guests, meeting.attendees))  # type: ignore[return-value]


@pytest.mark.parametrize("verb", ["travels on Friday", "goes next", "flies on Friday", "heads"])
def test_whoever_travels_to_see_somebody_calls_on_him(verb: str) -> None:
    _, second = meetings(
        f"{LEAD}Kjeldsen {verb} to Keflavik to see the Commander of the Coast Guard, Admiral Jon Palsson."
    )
    assert people(second) == (["Jon Palsson"], ["Mads Kjeldsen"], [])


@pytest.mark.parametrize(
    "told",
    [
        "The Danish Ambassador, Karen Holm, will sit in on the talks.",
        "The Danish Ambassador, Karen Holm, sits in on the meeting.",
        "The Danish Ambassador, Karen Holm, joined for the last one.",
        "The minister was accompanied to the meeting by the Danish Ambassador, Karen Holm.",
        "Mr Kjeldsen was accompanied at the talks by the Danish Ambassador, Karen Holm.",
    ],
)
def test_who_sat_in_or_was_brought_along_takes_part(told: str) -> None:
    (meeting,) = meetings(LEAD + told)
    assert people(meeting)[2] == ["Karen Holm"]


def test_a_spokesman_tells_of_a_session_and_takes_no_part() -> None:
    (meeting,) = meetings(
        "The 17th Conference of Nordic Defence Chiefs was held in Oslo on Tuesday. A parade opened it,"
        " said army spokesman Colonel Lars Dahl. Norwegian Chief of Defence General Erik Moen spoke of"
        " drones. Danish Chief of Defence General Mads Kjeldsen spoke of ships."
    )
    assert people(meeting)[2] == ["Erik Moen", "Mads Kjeldsen"]


def test_one_is_meant_by_he_where_two_were_named() -> None:
    _, call = meetings(
        "Danish Defence Minister Mads Kjeldsen and Icelandic Foreign Minister Jon Palsson will co-chair the"
        " talks in Reykjavik on Thursday. He will also call on Prime Minister Birna Helgadottir on Friday."
    )
    assert people(call) == (["Birna Helgadottir"], ["Mads Kjeldsen"], [])


def test_after_lunch_somebody_calls() -> None:
    _, call = meetings(
        f"{LEAD}After lunch Minister Mads Kjeldsen paid a call on Foreign Minister Jon Palsson."
    )
    assert people(call) == (["Jon Palsson"], ["Mads Kjeldsen"], [])


def test_a_committee_of_two_sides_is_their_meeting() -> None:
    (meeting,) = meetings(
        "The 8th meeting of the Iceland-Denmark Defence Committee took place in Reykjavik, with Chief of"
        " Operations Jon Palsson and his Danish counterpart, General Mads Kjeldsen, presiding."
    )
    assert meeting.kind.value.value == "meeting"


def test_a_round_told_with_each_put_first() -> None:
    first, second = meetings(
        "Minister of Defence of Iceland Jon Palsson held two bilateral meetings in Reykjavik on Monday. With"
        " Mads Kjeldsen, Denmark's Minister of Defence, the Minister spoke of ships. With Karel Vondra,"
        " Minister of Defence of Czechia, Minister Palsson went over the courses for pilots. Admiral Birna"
        " Helgadottir was at the table for both conversations. Deputy Minister Karen Holm joined for the"
        " second one."
    )
    assert {*people(first)[0], *people(first)[1]} == {"Jon Palsson", "Mads Kjeldsen"}
    assert people(first)[2] == ["Birna Helgadottir"]
    assert people(second)[2] == ["Birna Helgadottir", "Karen Holm"]
    assert first.date is not None
    assert first.date.value == "2025-03-10"


def test_who_sits_in_on_both_planned_meetings_takes_part_in_both() -> None:
    both = meetings(
        "Danish Defence Minister Mads Kjeldsen will meet Icelandic Prime Minister Birna Helgadottir in"
        " Reykjavik on Thursday. Icelandic Foreign Minister Jon Palsson will host Mr Kjeldsen on Friday."
        " The Danish Ambassador, Karen Holm, will sit in on both meetings."
    )
    assert [people(meeting)[2] for meeting in both] == [["Karen Holm"], ["Karen Holm"]]


def test_the_visiting_side_is_of_the_other_country() -> None:
    first, second = meetings(
        "The third round of staff talks between the Irish Navy and the Danish Navy ended in Cork on Tuesday."
        " The Irish side was led by Commodore Sean Daly, and the visiting one by Rear Admiral Mads Kjeldsen."
        " The Danish team will be received by Defence Minister Aoife Byrne today."
    )
    assert people(first)[:2] == (["Sean Daly"], ["Mads Kjeldsen"])
    assert people(second)[:2] == (["Aoife Byrne"], ["Mads Kjeldsen"])


def test_travels_to_see_is_planned() -> None:
    _, second = meetings(f"{LEAD}Kjeldsen travels on Friday to Keflavik to see Admiral Jon Palsson.")
    assert second.status.value.value == "planned"


def test_a_body_that_held_its_meeting_sat_in_session() -> None:
    (meeting,) = meetings(
        "Geneva, 12 March 2025 – The Security Committee of the OSCE today held its 311th meeting under the"
        " chairmanship of Iceland's Permanent Representative, Birna Helgadottir. Mads Kjeldsen, Defence"
        " Minister of Denmark, told the members that Al-Shabaab had gone. Statements were also made by Karel"
        " Vondra, Special Representative of the UN, and Janis Krumins, head of the EU Delegation to the OSCE."
    )
    assert meeting.kind.value.value == "conference"
    everybody = {"Birna Helgadottir", "Mads Kjeldsen", "Karel Vondra", "Janis Krumins"}
    assert set(people(meeting)[2]) == everybody


def test_home_is_whither_the_delegation_returns() -> None:
    reading = read_article(
        Article(
            "1",
            "Foreign Minister Thomas Birch is leading a delegation to the Pacific this week. On Thursday Mr"
            " Birch will meet Fiji's Prime Minister, Jone Vakasa, in Suva. The delegation returns to Canberra"
            " on Saturday.",
            "2025-03-12",
        )
    )
    assert [o.country and o.country.value for o in reading.officials] == ["AU", "FJ"]

"""Ways of telling a meeting without ``A met B``: programmes, passives, talks held with participants."""

from __future__ import annotations

import pytest

from store.model import Article, Meeting
from store.reading.pipeline import read_article


def meetings(text: str) -> tuple[Meeting, ...]:
    return read_article(Article("1", text, None)).meetings


def people(meeting: Meeting) -> tuple[list[str], list[str], list[str]]:
    return tuple([p.value for p in part] for part in (meeting.hosts, meeting.guests, meeting.attendees))  # type: ignore[return-value]


PLANNED = (
    "OSCE Chair Urs Bolliger will pay a visit to Iceland next week. His meetings with President Birna"
    " Helgadottir and other officials are planned.",
    "Danish Defence Minister Mads Kjeldsen leaves for Iceland on Monday. The programme of the visit includes"
    " talks with Prime Minister Birna Helgadottir.",
    "Danish Defence Minister Mads Kjeldsen will visit Iceland. A meeting with Prime Minister of Iceland Birna"
    " Helgadottir is also on the agenda.",
    "Danish Defence Minister Mads Kjeldsen will talk with Icelandic Prime Minister Birna Helgadottir in"
    " Reykjavik on Monday.",
)


@pytest.mark.parametrize("text", PLANNED)
def test_a_point_of_a_programme_is_planned(text: str) -> None:
    (meeting,) = meetings(text)
    assert meeting.status.value.value == "planned"
    everybody = [name for part in people(meeting) for name in part]
    assert "Birna Helgadottir" in everybody
    assert len(everybody) == 2


def test_a_meeting_held_with_somebody_is_the_visitors() -> None:
    (meeting,) = meetings(
        "Danish Defence Minister Mads Kjeldsen arrived in Valletta on an official visit. As part of the"
        " visit, a meeting was held with Carmelo Zahra, Minister of Defence of the Republic of Malta, and"
        " Brigadier Anton Vella, Commander of the Armed Forces of Malta."
    )
    assert people(meeting) == (["Carmelo Zahra", "Anton Vella"], ["Mads Kjeldsen"], [])


def test_talks_held_with_the_participation_of_two_sides() -> None:
    (meeting,) = meetings(
        "Consultations on consular matters were held in Riga with the participation of Janis Krumins,"
        " Director of the Consular Department of the Latvian Foreign Ministry, and Otieno Barasa,"
        " Deputy Minister of Foreign Affairs of Kenya."
    )
    assert people(meeting) == (["Janis Krumins"], ["Otieno Barasa"], [])


def test_talks_between_two_were_held() -> None:
    (meeting,) = meetings(
        "Talks between Danish and Czech foreign ministers Mads Kjeldsen and Karel Vondra were held in Prague."
    )
    assert people(meeting) == (["Karel Vondra"], ["Mads Kjeldsen"], [])


def test_whoever_is_visited_receives() -> None:
    (meeting,) = meetings(
        "Foreign Minister Birna Helgadottir held a meeting with OSCE Secretary General Urs Bolliger as part"
        " of his working visit to Iceland."
    )
    assert people(meeting) == (["Birna Helgadottir"], ["Urs Bolliger"], [])


def test_an_envoy_tells_where_the_article_is_at_home() -> None:
    reading = read_article(
        Article(
            "1", "Minister of Defence Dragan Petkov met the Ambassador of Chile in Skopje, Rosa Millan.", None
        )
    )
    assert {o.name: o.country.value for o in reading.officials if o.country} == {
        "Dragan Petkov": "MK",
        "Rosa Millan": "CL",
    }


def test_a_country_in_capitals_is_a_dateline() -> None:
    reading = read_article(
        Article(
            "1",
            "Minister opens talks\nMALTA, May 4 - Prime Minister Carmelo Zahra will meet Danish Prime"
            " Minister Mads Kjeldsen on Friday.",
            None,
        )
    )
    assert {o.name: o.country.value for o in reading.officials if o.country}["Carmelo Zahra"] == "MT"


SAID = (
    "Danish Foreign Minister Mads Kjeldsen lunched in Copenhagen with Czech Prime Minister Karel Vondra.",
    "Danish Foreign Minister Mads Kjeldsen saw the harbour before sitting down to talks with Karel Vondra,"
    " Prime Minister of the Czech Republic, in Copenhagen.",
    "Danish Foreign Minister Mads Kjeldsen had a bilateral in Copenhagen with Czech Prime Minister Karel"
    " Vondra.",
    "Czech Prime Minister Karel Vondra arrived in Copenhagen. Danish Foreign Minister Mads Kjeldsen welcomed"
    " him at the ministry.",
)


@pytest.mark.parametrize("text", SAID)
def test_other_words_for_meeting(text: str) -> None:
    (meeting,) = meetings(text)
    assert people(meeting) == (["Mads Kjeldsen"], ["Karel Vondra"], [])


def test_whoever_was_in_the_room_attended() -> None:
    (meeting,) = meetings(
        "Danish Foreign Minister Mads Kjeldsen met Czech Prime Minister Karel Vondra in Copenhagen. Czech"
        " Ambassador Jitka Vesela was in the room."
    )
    assert people(meeting)[2] == ["Jitka Vesela"]


def test_a_staff_is_no_part_of_a_rank() -> None:
    (official,) = read_article(
        Article("1", "Chief of the General Staff Brigadier General Anton Vella spoke.", None)
    ).officials
    assert official.rank is not None
    assert official.rank.value == "Brigadier General"
    assert [p.title for p in official.posts] == ["Chief of the General Staff"]

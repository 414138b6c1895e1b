"""Conferences to come: who is expected, whom they act for, and the meetings beside them."""

from __future__ import annotations

from store.model import Article, Reading
from store.reading.pipeline import read_article


def read(text: str) -> Reading:
    return read_article(Article("1", text, "2025-05-01"))


def countries(reading: Reading) -> dict[str, str]:
    return {o.name: o.country.value for o in reading.officials if o.country}


def test_a_table_lists_who_is_expected() -> None:
    reading = read(
        "The NATO Military Committee in Chiefs of Defence Session will convene in Valletta on 12 May, chaired"
        " by Admiral Pieter Holt, Chair of the Military Committee.\n\n"
        "Expected participants include:\n\n"
        "Country | Participant | Position\n"
        "Denmark | Lt Gen Mads Kjeldsen | Chief of Defence\n"
        "Iceland | Birna Helgadottir | Director of Defence\n\n"
        "On the eve of the session, Admiral Holt will be received by President of Malta Carmelo Zahra at"
        " Verdala Palace."
    )
    assert countries(reading) == {
        "Pieter Holt": "NATO",
        "Mads Kjeldsen": "DK",
        "Birna Helgadottir": "IS",
        "Carmelo Zahra": "MT",
    }
    conference, meeting = reading.meetings
    assert (conference.kind.value.value, conference.status.value.value) == ("conference", "planned")
    assert {a.value for a in conference.attendees} == {"Pieter Holt", "Mads Kjeldsen", "Birna Helgadottir"}
    assert [h.value for h in meeting.hosts] == ["Carmelo Zahra"]


def test_ministers_of_a_group_gather() -> None:
    reading = read(
        "Defence ministers of the Adriatic Charter will gather in Skopje on 9 May. Albania will be"
        " represented by Deputy Minister Agim Dervishi, Croatia by Defence Minister Ivo Maric and Malta by"
        " State Secretary Anton Vella."
    )
    (conference,) = reading.meetings
    assert conference.kind.value.value == "conference"
    assert conference.place is not None
    assert conference.place.value == "Skopje"
    assert conference.date is not None
    assert conference.date.value == "2025-05-09"
    assert countries(reading) == {"Agim Dervishi": "AL", "Ivo Maric": "HR", "Anton Vella": "MT"}
    assert {a.value for a in conference.attendees} == {"Agim Dervishi", "Ivo Maric", "Anton Vella"}


def test_meetings_of_a_visit_to_come_have_its_day_and_city() -> None:
    (meeting,) = read(
        "Danish Defence Minister Mads Kjeldsen will pay a visit to Valletta on 9 May. During the visit, he"
        " will meet with Maltese Prime Minister Carmelo Zahra and Defence Minister Anton Vella."
    ).meetings
    assert meeting.date is not None
    assert meeting.date.value == "2025-05-09"
    assert meeting.place is not None
    assert meeting.place.value == "Valletta"
    assert [h.value for h in meeting.hosts] == ["Carmelo Zahra", "Anton Vella"]


def test_a_visit_of_several_days_gives_no_day() -> None:
    (meeting,) = read(
        "Danish Defence Minister Mads Kjeldsen will pay a visit to Valletta on 9-11 May. During the visit, he"
        " will meet with Maltese Prime Minister Carmelo Zahra."
    ).meetings
    assert meeting.date is None


def test_when_they_last_met_is_no_meeting() -> None:
    reading = read(
        "Danish Defence Minister Mads Kjeldsen received Maltese Prime Minister Carmelo Zahra in Copenhagen on"
        " Thursday. The two last met in Valletta on 3 March."
    )
    (meeting,) = reading.meetings
    assert meeting.date is not None
    assert meeting.date.value == "2025-05-01"

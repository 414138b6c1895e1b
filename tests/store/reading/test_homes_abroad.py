"""Whom people act for when the article is written far from home, and whose ambassador comes along."""

from __future__ import annotations

import pytest

from store.model import Article, Reading
from store.reading.pipeline import read_article


def read(text: str) -> Reading:
    return read_article(Article("1", text, "2025-05-01"))


COUNTRIES = (
    (
        "Danish Ministry of Defence\n\nValletta, 01.05.2025. Minister of Defence Mads Kjeldsen conferred with"
        " his Maltese colleague Anton Vella. Later, President Carmelo Zahra of Malta granted the Danish"
        " minister an audience.",
        {"Mads Kjeldsen": "DK", "Anton Vella": "MT", "Carmelo Zahra": "MT"},
    ),
    (
        "VALLETTA, May 1. Foreign Minister Anton Vella welcomed General Mads Kjeldsen, Chief of Defence of"
        " Denmark, at the ministry. His country's Ambassador, Jens Holt, came along.",
        {"Anton Vella": "MT", "Mads Kjeldsen": "DK", "Jens Holt": "DK"},
    ),
    (
        "VALLETTA, May 1. Foreign Minister Anton Vella met with Danish Prime Minister Mads Kjeldsen and"
        " Defence Minister Jens Holt.",
        {"Anton Vella": "MT", "Mads Kjeldsen": "DK", "Jens Holt": "DK"},
    ),
    (
        "The Chief of Defence of the Kingdom of Denmark, General Mads Kjeldsen, who was invited by the"
        " Commander of the Army, General Anton Vella, is paying an official visit to the Army of the Republic"
        " of Malta. He was later received by President Carmelo Zahra.",
        {"Mads Kjeldsen": "DK", "Anton Vella": "MT", "Carmelo Zahra": "MT"},
    ),
)


@pytest.mark.parametrize(("text", "countries"), COUNTRIES)
def test_everybody_acts_for_their_own(text: str, countries: dict[str, str]) -> None:
    assert {o.name: o.country.value for o in read(text).officials if o.country} == countries


def test_a_headquarters_is_in_its_city() -> None:
    (meeting,) = read(
        "The NATO Secretary General, Ms. Ilse Holt, will meet the Prime Minister of Malta, Mr. Carmelo Zahra,"
        " on Thursday, 8 May 2025 at NATO Headquarters."
    ).meetings
    assert meeting.place is not None
    assert meeting.place.value == "Brussels"


def test_what_a_title_names_is_neither_venue_nor_occasion() -> None:
    (meeting,) = read(
        "The State Secretary at the Slovenian Ministry of Defence, Rudi Medja, met EU Special Representative"
        " for the Adriatic Dialogue Mads Kjeldsen in Koper."
    ).meetings
    assert meeting.venue is None
    assert meeting.occasion is None


def test_units_have_numbers() -> None:
    officials = read(
        "The commander of the 12th Mechanized Division, Major General Jan Rydz, met the commander of Brigade"
        " 45, Brigadier General Mads Kjeldsen."
    ).officials
    assert [(p.title, p.organisation) for o in officials for p in o.posts] == [
        ("commander", "12th Mechanized Division"),
        ("commander", "Brigade 45"),
    ]


def test_an_audience_is_granted_however_much_is_told_before_to_whom() -> None:
    reading = read(
        "VALLETTA, May 1. Foreign Minister Anton Vella granted an audience at the palace here on Thursday to"
        " the Danish Ambassador to Malta, Jens Holt."
    )
    (meeting,) = reading.meetings
    assert [guest.value for guest in meeting.guests] == ["Jens Holt"]


def test_what_a_trailing_clause_recalls_does_not_put_the_meeting_in_the_past() -> None:
    reading = read(
        "VALLETTA, May 1. Foreign Minister Anton Vella arrived on Thursday.\n\nVella then called on Danish"
        " Prime Minister Mads Kjeldsen, who recalled his own visit to Gozo in 2019."
    )
    assert len(reading.meetings) == 1

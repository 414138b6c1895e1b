"""Countries that a sentence gives away by where somebody goes, and how a place or a title is spoken of."""

from __future__ import annotations

import pytest

from store.model import Article
from store.reading.pipeline import read_article


@pytest.mark.parametrize(
    ("text", "name", "land"),
    [
        (
            "OSLO, May 1. Defence Minister Kari Lund of Norway leaves Friday for Apia, where Prime Minister"
            " Tala Sefo is to receive her.",
            "Tala Sefo",
            "WS",
        ),
        (
            "OSLO, May 1. Defence Minister Kari Lund of Norway flew to Asunción to meet Defence Minister Luis"
            " Barrios.",
            "Luis Barrios",
            "PY",
        ),
        (
            "NAIROBI, May 1. General Juma Otieno received the Danish Special Adviser for the Horn of Africa,"
            " Rear Admiral Mads Kjeldsen, on Monday.",
            "Mads Kjeldsen",
            "DK",
        ),
        (
            "LIMA, May 1. President Rosa Quiroz of Peru received President Koffi Mensavi at the palace.\n\n"
            "The Togolese President said that the visit was useful.",
            "Koffi Mensavi",
            "TG",
        ),
        (
            "Tunis Afrique Presse (TAP)\n\nRiyadh (TAP) - Minister of Defence Sami Trabelsi conferred on"
            " Monday in the Saudi capital with UN envoy Anna Holm on the situation at sea.",
            "Sami Trabelsi",
            "TN",
        ),
        (
            "Press release\n\nFrom: Department of Defence\n\nThe Minister for Defence, Aoife Byrne, has"
            " returned from Lebanon, where she spent two days with Irish troops. The Irish battalion serves"
            " there with the mission.",
            "Aoife Byrne",
            "IE",
        ),
        (
            "OSLO, May 1. Norwegian Defence Minister Kari Lund met Fijian Minister Pio Tavola in Oslo."
            " Ambassador Epeli Vakatale attended the meeting.",
            "Epeli Vakatale",
            "FJ",
        ),
        (
            "OSLO, May 1. Norwegian Defence Minister Kari Lund and Minister Luis Quiroz of Peru talked"
            " in Oslo, with Peruvian Ambassador Ana Rojas and State Secretary Nils Dahl also in attendance.",
            "Nils Dahl",
            "NO",
        ),
    ],
)
def test_country(text: str, name: str, land: str) -> None:
    told = read_article(Article("1", text, "2025-05-01"))
    official = next(o for o in told.officials if o.name == name)
    assert official.country is not None
    assert official.country.value == land


def test_adviser_to_a_region_is_received() -> None:
    told = read_article(
        Article(
            "1",
            "NAIROBI, May 1. General Juma Otieno received at the base the Danish Senior Adviser to the"
            " Middle East and North Africa, Vice Admiral Mads Kjeldsen, and his delegation.",
            "2025-05-01",
        )
    )
    assert [p.value for p in told.meetings[0].guests] == ["Mads Kjeldsen"]


LEAD = "VALLETTA, May 1. Maltese Defence Minister Anton Vella received Danish Minister Mads Kjeldsen. "


@pytest.mark.parametrize(
    ("told", "there"),
    [
        ("Iceland's interests were represented by its Ambassador, Birna Hauks.", True),
        ("Before that Ambassador Birna Hauks, accompanied by cadets, laid flowers at the memorial.", False),
        ("Ambassador Birna Hauks never attended a NATO exercise.", False),
    ],
)
def test_who_is_said_to_be_there(told: str, there: bool) -> None:
    meeting = read_article(Article("1", LEAD + told, "2025-05-01")).meetings[0]
    assert ("Birna Hauks" in [p.value for p in meeting.attendees]) is there


def test_journey_dated_from_abroad_by_the_agency_of_the_traveller() -> None:
    told = read_article(
        Article(
            "1",
            "Tunis Afrique Presse (TAP)\n\nRiyadh (TAP) - Minister of Defence Sami Trabelsi met on"
            " Monday in the Saudi capital with Kenyan Defence Minister Juma Otieno.",
            "2025-05-01",
        )
    )
    place = told.meetings[0].place
    assert place is not None
    assert place.value == "Riyadh"

"""Whose officials an article names without naming their country."""

from __future__ import annotations

import pytest

from store.model import Article, Reading
from store.reading.pipeline import read_article


def _read(text: str) -> Reading:
    return read_article(Article("a", text, "2025-03-04"))


def _countries(text: str) -> dict[str, str | None]:
    return {o.name: o.country.value if o.country else None for o in _read(text).officials}


def test_whoever_is_set_beside_a_nameless_lead_is_from_elsewhere() -> None:
    told = _countries(
        "Minister of Foreign Affairs Joseph Bwalya called on Sudanese President Hassan Idris on Monday and"
        " handed over a special message at the palace in Khartoum. Mr. Bwalya said that Zambia valued it."
    )
    assert told == {"Joseph Bwalya": "ZM", "Hassan Idris": "SD"}


@pytest.mark.parametrize(
    "opening",
    [
        "Three new envoys accredited to Ghana have presented their letters to President Kofi Amankwah.",
        "President Kofi Amankwah on Monday received the letters of credence of the Ambassador of Norway to"
        " Ghana, Kari Holm, at a short ceremony.",
    ],
)
def test_envoys_tell_where_they_are_sent(opening: str) -> None:
    told = _countries(opening + " Ambassador Ines Duarte of the Republic of Portugal came too.")
    assert told["Kofi Amankwah"] == "GH"
    assert told["Ines Duarte"] == "PT"


def test_the_country_may_follow_the_name() -> None:
    told = _countries(
        "Secretary of State Ellen Marsh spoke today with President Raúl Benítez of the Dominican Republic"
        " and Prime Minister Jean Laguerre of Haiti."
    )
    assert told == {"Ellen Marsh": "US", "Raúl Benítez": "DO", "Jean Laguerre": "HT"}


@pytest.mark.parametrize(
    ("letters", "code"), [("UPDF", "UG"), ("SANDF", "ZA"), ("ENDF", "ET"), ("AFRICOM", "US")]
)
def test_letters_of_a_force_tell_its_country(letters: str, code: str) -> None:
    assert _countries(f"{letters} Chief of Staff General Paul Ndlovu inspected the troops on Monday.") == {
        "Paul Ndlovu": code
    }


def test_a_body_named_with_its_country_tells_whose_it_is_elsewhere() -> None:
    told = _countries(
        "LIMA - Minister Rosa Quispe visited the U.S. Southern Command on Monday. Admiral Peter Marsh,"
        " commander of Southern Command, thanked her."
    )
    assert told == {"Rosa Quispe": "PE", "Peter Marsh": "US"}


def test_offices_of_one_state_need_no_country() -> None:
    assert _countries("Under Secretary of Defense Ann Holm spoke on Monday.") == {"Ann Holm": "US"}


def test_who_ended_a_visit_is_not_from_there() -> None:
    told = _countries(
        "Today, the Honourable Ann Holm, Minister of National Defence, concluded a productive visit to"
        " Brussels, Belgium, where she spoke of Canada's new policy. Canada would provide aid, she said."
    )
    assert told == {"Ann Holm": "CA"}


def test_a_fronted_phrase_begins_no_list() -> None:
    told = _countries(
        "LIMA - Minister Rosa Quispe spoke on Monday. After talks with Chilean Minister Ana Rojas, Minister"
        " Quispe left."
    )
    assert told == {"Rosa Quispe": "PE", "Ana Rojas": "CL"}


def test_latin_america_is_no_country() -> None:
    told = _countries("CARACAS - Vice-Minister for Latin America Ramón Peña spoke on Monday.")
    assert told == {"Ramón Peña": "VE"}


def test_a_spokesman_of_one_states_body_makes_the_article_its_own() -> None:
    told = _countries(
        "Department of Defense Spokesman Colonel Ann Holm provided the following readout of the talks with"
        " Peru:\n\nDeputy Assistant Secretary of Defense Sara Lund hosted Peruvian Vice Minister Rosa Quispe."
    )
    assert told == {"Ann Holm": "US", "Sara Lund": "US", "Rosa Quispe": "PE"}


def test_the_sender_of_a_message_is_of_its_bearers_country() -> None:
    told = _countries(
        "ACCRA - Peruvian Minister Rosa Quispe was received by President Kofi Amankwah on Monday. She"
        " handed over a message from President Luis Prado."
    )
    assert told == {"Rosa Quispe": "PE", "Kofi Amankwah": "GH", "Luis Prado": "PE"}


def test_who_was_replaced_held_the_same_post() -> None:
    text = (
        "ACCRA - Norwegian Ambassador Kari Holm spoke on Monday. She replaced Mr Gunnar Lund, who left"
        " in July."
    )
    officials = {o.name: o for o in _read(text).officials}
    assert [p.title for p in officials["Gunnar Lund"].posts] == ["Ambassador"]
    assert officials["Gunnar Lund"].country is not None
    assert officials["Gunnar Lund"].country.value == "NO"

"""What is no meeting: supposed, denied, long past, or among people of whom no post is told."""

from __future__ import annotations

import pytest

from store.model import Article
from store.reading.pipeline import read_article

NOBODY_MET = [
    # supposed
    "Prime Minister Karen Holt should meet President Omar Said and end this war.",
    "Prime Minister Anna Berg would meet President Ivan Dukic if he freed the prisoners.",
    "President Mario Vega could receive Chancellor Greta Stein in June, sources said.",
    "Had President Kim Jae received Envoy Robert Hale in Seoul on Friday, the crisis would be over.",
    "Let us imagine that King Alfred hosted Emperor Charles at his court.",
    "If Minister Rosa Pinto meets Governor Alan Stokes, the strike may end.",
    # denied
    "Foreign Minister Ahmed Saleh ruled out a meeting with Israeli Prime Minister Dan Levi.",
    "Foreign Minister Ahmed Saleh denied meeting Israeli Prime Minister Dan Levi.",
    "President Mario Vega skipped a meeting with Chancellor Greta Stein on Monday.",
    "President Mario Vega was unable to receive Chancellor Greta Stein on Monday.",
    "Foreign Minister Ruth Achan was in Kampala. Her talks with General Paul Okello were put off.",
    "Minister Tom Hale and Minister Mads Holm had been expected to meet in Oslo, but the plane was grounded.",
    "It is not known when Minister Anna Berg will receive General Ivan Dukic.",
    "It was unclear whether Minister Anna Berg met General Ivan Dukic.",
    "The union demands that President Joao Lima meet Governor Mario Costa.",
    "Foreign Minister Igor Hess wants to meet Secretary of State Dan Miller one day.",
    "The visit of Minister Adam Nowicki to Riga was postponed. He was to meet Minister Janis Ozols on May 7.",
    # long past
    "On this day in 1978, President Hassan Rifai met with Prime Minister Dan Levi at a lodge.",
    "President Joao Lima, who met Pope Francis last year and hosted King Felipe in 2022, signed the budget.",
    # no call
    "General Musa Bello called Minister Ada Obi irresponsible.",
    "Speaker Amos Regev called Deputy Dov Lavi to order three times.",
    "Judge Ada Obi called Senator Tom Udo as a witness.",
    # nobody of whom a post or a rank is told
    "The novelist Ivan Horak grew up in Brno, where he met the painter Josef Lada.",
    "The captain of Ghana, Kofi Mensah, welcomed the striker Yaw Boateng in Accra.",
]
THEY_MET = [
    "Prime Minister Karen Holt said that she would meet President Omar Said on Friday.",
    "On 5 May President Mario Vega received Chancellor Greta Stein in Lima.",
    "Minister Rosa Pinto called Governor Alan Stokes on Friday to discuss the floods.",
    "President Joao Lima received King Felipe in Lisbon on the agreement signed in 2022.",
]


@pytest.mark.parametrize("text", NOBODY_MET)
def test_what_is_only_supposed_denied_or_long_past_is_no_meeting(text: str) -> None:
    assert read_article(Article("a", text, "2025-05-09")).meetings == ()


@pytest.mark.parametrize("text", THEY_MET)
def test_what_is_told_beside_such_words_is_a_meeting(text: str) -> None:
    assert len(read_article(Article("a", text, "2025-05-09")).meetings) == 1


def officials(text: str) -> list[tuple[str, str]]:
    return [(o.name, o.role.value) for o in read_article(Article("a", text, "2025-05-09")).officials]


def test_who_does_something_else_after_unnamed_guests_was_not_received() -> None:
    text = "President Zaid Haddad welcomed the guests at the gate, and Minister Rami Nasser showed them in."
    assert officials(text) == [("Zaid Haddad", "mentioned"), ("Rami Nasser", "mentioned")]


@pytest.mark.parametrize("thing", ["military school", "hospital", "barracks", "air base"])
def test_what_a_place_is_named_after_is_no_official(thing: str) -> None:
    text = f"Minister Victor Ruiz opened the General Jose de San Martin {thing} in Lima."
    assert officials(text) == [("Victor Ruiz", "mentioned")]


def test_who_is_met_after_a_visit_to_a_tomb_is_alive() -> None:
    text = "Minister Ali Karimov laid a wreath at the tomb of Murad Azimov and met General Ivan Abash."
    reading = read_article(Article("a", text, "2025-05-09"))
    assert [ceremony.site for ceremony in reading.ceremonies] == ["tomb of Murad Azimov"]
    assert officials(text) == [
        ("Ali Karimov", "attendee"),
        ("Murad Azimov", "honoured"),
        ("Ivan Abash", "attendee"),
    ]


def test_capitals_before_a_post_in_small_letters_are_a_firm() -> None:
    text = (
        "Minister Dan Ferris of Peru received Gran Tierra chief executive Hiroshi Ono and Banco Uno chairman"
        " Luis Roa in Lima on Tuesday."
    )
    assert [name for name, _ in officials(text)] == ["Dan Ferris", "Hiroshi Ono", "Luis Roa"]

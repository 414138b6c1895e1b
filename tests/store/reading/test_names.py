"""Names of many traditions, with what stands before them; and capitals that name nobody."""

from __future__ import annotations

import pytest

from store.reading.name_words import PARTICLE
from store.reading.names import find_names
from tests.store.reading.phrased import hits_of, people_of, phrases_of, words

NAMES = (
    ("Minister Nguyen Van Thuc left.", "Nguyen Van Thuc", None),
    ("General Omar bin Said al-Harthi left.", "Omar bin Said al-Harthi", "General"),
    ("Ambassador Maria de la Cruz Quiroga left.", "Maria de la Cruz Quiroga", None),
    ("President Kim Do-yun left.", "Kim Do-yun", None),
    ("H.E. Sheikh Omar Al Harthi left.", "Omar Al Harthi", None),
    ("Dr. J. K. Adjei left.", "J. K. Adjei", None),
    ("Minister van der Linden left.", "van der Linden", None),
    ("Colonel O'Brien left.", "O'Brien", "Colonel"),
    ("Minister LINDQVIST Sven left.", "LINDQVIST Sven", None),
    ("General Szabó Kálmán left.", "Szabó Kálmán", "General"),
    ("Lt. Gen. (Ret.) Rina Okafor left.", "Rina Okafor", "Lt. Gen. ( Ret. )"),
    ("Prime Minister Datuk Seri Rahim bin Omar left.", "Rahim bin Omar", None),
    ("Mr. Tui left.", "Tui", None),
    ("Minister Einar Th. Karlsson left.", "Einar Th. Karlsson", None),
    ("Foreign Secretary Aum Deki Lhamo left.", "Deki Lhamo", None),
    ("Minister Ato Bekele Tessema left.", "Bekele Tessema", None),
    ("Minister Mudane Cabdi Warsame left.", "Cabdi Warsame", None),
    ("Minister Mhe. Juma Kileo left.", "Juma Kileo", None),
    ("Minister Jean-Pierre N'Dour left.", "Jean-Pierre N'Dour", None),
    ("Admiral Sir Peter Marsh KC left.", "Peter Marsh", "Admiral"),
    ("Minister Sánchez-Ruiz left.", "Sánchez-Ruiz", None),
    ("Shri Ramesh Iyerwal left.", "Ramesh Iyerwal", None),
    ("Minister Ngozi Okafor-Mensah left.", "Ngozi Okafor-Mensah", None),
    ("In Lima, Brigadier General Jordan Holm said so.", "Jordan Holm", "Brigadier General"),
    ("U.S. Army Gen. Laura Richardson spoke.", "Laura Richardson", "Gen."),
    ("Marine Corps Gen. Peter Marsh spoke.", "Peter Marsh", "Gen."),
    ("The Minister, Alhaji Musa Bello CON, mni, spoke.", "Musa Bello", None),
    ("President Mulino spoke.", "Mulino", None),
    ("SANDF Major General Thabo Nkosi spoke.", "Thabo Nkosi", "Major General"),
    ("Foreign Minister, Sen. the Hon. Carla Bent spoke.", "Carla Bent", None),
    ("Ambassador El Hadji Diene spoke.", "El Hadji Diene", None),
    ("S.E. Dr. Omar Bah spoke.", "Omar Bah", None),
    ("Chief of Staff Cheikh Wade spoke.", "Cheikh Wade", None),
    ("Governor-General, His Excellency the Most Hon. Sir Piet Allen, spoke.", "Piet Allen", None),
    ("President Hassan Sheikh Mohamud spoke.", "Hassan Sheikh Mohamud", None),
    ("This was stated according to Mati Bello.", "Mati Bello", None),
    ("Colonel Peter Marsh came on Nov. 8 to Community Nov. 8.", "Peter Marsh", "Colonel"),
)


@pytest.mark.parametrize(("text", "name", "rank"), NAMES)
def test_a_name_is_found_whole_with_its_rank(text: str, name: str, rank: str | None) -> None:
    tokens, phrases = phrases_of(text)
    mention = phrases.mentions[-1]
    assert words(tokens, mention.first, mention.last) == name
    assert (words(tokens, *mention.rank) if mention.rank else None) == rank


@pytest.mark.parametrize(
    "text",
    [
        "The Republic of Peru and the European Union signed the agreement in Brussels on Monday.",
        "The Ministry of Foreign Affairs informed the General Staff of the Armed Forces.",
        "The sides discussed peace, trade and security.",
        "R-QDLM, the police and B-TNF held talks on boats.",
    ],
)
def test_bodies_places_and_days_are_no_names(text: str) -> None:
    assert phrases_of(text)[1].mentions == []


def test_a_person_inside_the_name_of_a_thing_is_nobody() -> None:
    tokens, phrases = phrases_of("They walked along Karim Balanov Street and saw the Rina Okafor Prize.")
    named = {words(tokens, m.first, m.last) for m in phrases.mentions if not m.doubtful}
    assert named & {"Karim Balanov", "Rina Okafor"} == set()


def test_each_of_a_list_is_a_name() -> None:
    tokens, phrases = phrases_of("Minister Tamm met General Sato, Colonel Naidu and Dr. Rina Okafor.")
    assert [words(tokens, m.first, m.last) for m in phrases.mentions] == [
        "Tamm",
        "Sato",
        "Naidu",
        "Rina Okafor",
    ]


def test_what_words_say_by_themselves_only_saves_asking() -> None:
    texts = [text for text, *_ in NAMES] + [
        "The Jr. of May 5 To Lam, Yu. Petrov and THE Navy of Sultan VII met."
    ]
    for text in texts:
        tokens, hits = hits_of(text)
        taken = [False] * len(tokens)
        told = find_names(tokens, hits, taken, 0, len(tokens))
        tokens.signs = [signs & PARTICLE for signs in tokens.signs]
        assert find_names(tokens, hits, taken, 0, len(tokens)) == told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Speaker of Parliament, Nalubega Among, on Friday met the envoy.", "Nalubega Among"),
        ("Defence Minister Kwabena May said so.", "Kwabena May"),
        ("Minister Dr Adamma Tax will table the budget.", "Adamma Tax"),
        ("Minister Kwabena Among's visit ended.", "Kwabena Among"),
        ("Defence Minister Adamma Tuesday met the envoy.", "Adamma"),
    ],
)
def test_a_small_word_in_capitals_ends_a_name_inside_of_prose(text: str, name: str) -> None:
    _, people = people_of(text)
    assert [" ".join(person.name).title() for person in people] == [name]

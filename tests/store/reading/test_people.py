"""Mentions in many forms made into people."""

from __future__ import annotations

import pytest

from tests.store.reading.phrased import people_of, words


def people(text: str) -> dict[str, list[str]]:
    tokens, found = people_of(text)
    return {
        words(tokens, p.best.first, p.best.last): [words(tokens, m.first, m.last) for m in p.mentions]
        for p in found
    }


SAME = (
    ("Minister Karim Balanov left. Balanov spoke. K. Balanov left.", {"Karim Balanov": ["Karim Balanov",
    "Balanov", "K. Balanov"]}),
    ("General Sato Kenji arrived. Kenji Sato left.", {"Sato Kenji": ["Sato Kenji", "Kenji Sato"]}),
    ("Minister Oğuz Balanlı arrived. Oghuz Balanli left.", {"Oghuz Balanli": ["Oğuz Balanlı",
    "Oghuz Balanli"]}),
    ("Colonel Naidu arrived. Naidu left.", {"Naidu": ["Naidu", "Naidu"]}),
    (
        "U. Khurelsükh, President of Mongolia, came. Khurelsükh Ukhnaagiin left.",
        {"Khurelsükh Ukhnaagiin": ["U. Khurelsükh", "Khurelsükh Ukhnaagiin"]},
    ),
    (
        "Prime Minister Nguyen Van Thuc came. Prime Minister Thuc left.",
        {"Nguyen Van Thuc": ["Nguyen Van Thuc", "Thuc"]},
    ),
    (
        "MINISTER BALANOV MEETS GENERAL OKAFOR IN LIMA\n\nMinister Karim Balanov met General Rina Okafor in"
        " Lima on Monday.",
        {"Karim Balanov": ["BALANOV", "Karim Balanov"], "Rina Okafor": ["OKAFOR", "Rina Okafor"]},
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAME)
def test_one_person_has_many_forms(text: str, expected: dict[str, list[str]]) -> None:
    assert people(text) == expected


def test_people_of_one_surname_are_told_apart_by_their_titles() -> None:
    assert people(
        "President Ivan Tamm and his brother Minister Peter Tamm came. Minister Tamm left. President Tamm"
        " stayed."
    ) == {"Ivan Tamm": ["Ivan Tamm", "Tamm"], "Peter Tamm": ["Peter Tamm", "Tamm"]}


def test_a_surname_goes_to_whom_it_was_last_of() -> None:
    found = people("President Ivan Tamm spoke. Minister Peter Tamm left. General Tamm said nothing more.")
    assert found["Peter Tamm"][-1] == "Tamm"


def test_everybody_is_numbered_in_the_order_of_the_text() -> None:
    tokens, found = people_of("General Sato met Minister Holm. Holm thanked Sato. Colonel Naidu left.")
    assert [words(tokens, p.best.first, p.best.last) for p in found] == ["Sato", "Holm", "Naidu"]
    for number, person in enumerate(found):
        assert all(mention.person == number for mention in person.mentions)
        assert [m.first for m in person.mentions] == sorted(m.first for m in person.mentions)


def test_ten_thousand_people_are_told_apart() -> None:
    letters = "bdfgklmnprstvz"
    surnames = [
        f"{a.upper()}a{b}o{c}i{d}" for a in letters for b in letters for c in letters for d in letters
    ][:2_500]
    _, found = people_of(" ".join(f"Minister Xanthe {surname} left." for surname in surnames))
    assert len(found) == 2_500

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
    ("Chief Ann Langley spoke. In Fiji, Langley left.", {"Ann Langley": ["Ann Langley", "Langley"]}),
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


def test_a_surname_that_comes_first_stays_with_whom_it_was_said_of() -> None:
    found = people(
        "Mr Chan Wei Boon came as the newly minted defence minister. Mr Chan spoke. Secretary Chan Eng Beng"
        " left. Mr Chan stayed."
    )
    assert found == {"Chan Wei Boon": ["Chan Wei Boon", "Chan", "Chan"], "Chan Eng Beng": ["Chan Eng Beng"]}


def test_an_office_that_somebody_took_is_a_post() -> None:
    _, found = people_of("Ms Rina Okafor was sworn in on Monday as the new foreign minister.")
    assert [[p.head for p in person.posts] for person in found] == [["minister"]]


def test_a_bare_post_that_begins_a_clause_is_no_apposition() -> None:
    _, found = people_of("Meeting with Ambassador Ivan Tamm, the minister said that trade had grown.")
    assert [[p.head for p in person.posts] for person in found] == [["ambassador"]]


@pytest.mark.parametrize(
    "name",
    ["To Lam", "He Weidong", "Do Hung Viet", "Nguyen Van An", "Pham Viet Long", "Lim Yong Soon",
     "Ong Soon Leong",
     "Than Shwe", "Song Young-moo", "No Kwang Chol"],
)  # fmt: skip
def test_syllables_that_are_english_words_are_names_after_a_title(name: str) -> None:
    assert list(people(f"Vice Minister {name} received the guests on Monday.")) == [name]
    assert list(people(f"The guests met Vice Minister {name} and left.")) == [name]


def test_such_a_name_is_found_again_without_its_title() -> None:
    assert people("President To Lam spoke in Lima. To Lam then left. The guests thanked To Lam.") == {
        "To Lam": ["To Lam", "To Lam", "To Lam"]
    }


@pytest.mark.parametrize(
    "text",
    ["Defence Minister To Visit Lima", "Prime Minister On Official Visit", "Foreign Minister In Talks"],
)
def test_words_of_a_heading_are_no_such_names(text: str) -> None:
    assert people(text) == {}


def test_a_city_called_after_somebody_is_a_name_after_a_title() -> None:
    assert list(people("The guests honoured President Ho Chi Minh in Ho Chi Minh City.")) == ["Ho Chi Minh"]


def test_an_abbreviated_given_name_ends_no_sentence() -> None:
    assert list(people("Also there was Vice Adm. Jose Ma. Ambrosio Lerma of the Navy.")) == [
        "Jose Ma. Ambrosio Lerma"
    ]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("LtGen Arturo Lerma left.", "LtGen"),
        ("They met MGen Arturo Lerma.", "MGen"),
        ("He was met by Lt-Gen. Arturo Lerma and others.", "Lt-Gen."),
        ("BGEN ARTURO LERMA left.", "BGEN"),
    ],
)
def test_ranks_in_short_stand_in_capitals_or_not_and_end_no_sentence(text: str, rank: str) -> None:
    tokens, found = people_of(text)
    assert [words(tokens, *p.best.rank) for p in found if p.best.rank] == [rank]


def test_two_english_words_after_a_post_are_a_name_in_a_sentence() -> None:
    assert list(people("The minister and his Permanent Secretary Mason Smith also visited the base.")) == [
        "Mason Smith"
    ]
    assert people("Permanent Secretary Visits Troops") == {}


def test_a_name_that_is_also_short_for_senator_is_a_name() -> None:
    assert list(people("They met Minister Hun Sen. They left.")) == ["Hun Sen"]
    assert list(people("Prime Minister Hun Sen, the host, thanked them.")) == ["Hun Sen"]


def test_a_commander_with_a_rank_holds_that_rank() -> None:
    _, found = people_of("RTF Commander, Rear-Admiral Viliame Rota, came. Commander Rota left.")
    assert [len(person.mentions) for person in found] == [2]

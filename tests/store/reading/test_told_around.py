"""What is told around a meeting: several sides, whoever goes on, counterparts, those with somebody."""

from __future__ import annotations

import pytest

from store.model import Article, Meeting, Reading
from store.reading.pipeline import read_article


def read(text: str) -> Reading:
    return read_article(Article("1", text, "2025-03-12"))


def everybody(meeting: Meeting) -> set[str]:
    return {p.value for part in (meeting.hosts, meeting.guests, meeting.attendees) for p in part}


MADS = "Danish Defence Minister Mads Kjeldsen"
KAREL = "Czech Defence Minister Karel Vondra"
ANNE = "Irish Defence Minister Anne Doyle"


@pytest.mark.parametrize(
    "whom",
    [
        "the Danish and Czech ministers",
        "the Danish, Irish and Czech heads of delegation",
        "the Czech, Danish and Irish defence ministers",
    ],
)
def test_one_of_each_side(whom: str) -> None:
    told = read(
        f"LISBON, March 12 - {MADS} met {KAREL} and {ANNE} in Lisbon on Tuesday. "
        f"In the evening, Portuguese President Rui Falcato received {whom} at Belem Palace."
    )
    last = told.meetings[-1]
    assert [h.value for h in last.hosts] == ["Rui Falcato"]
    assert {"Mads Kjeldsen", "Karel Vondra"} <= {g.value for g in last.guests}


def test_the_guest_goes_on() -> None:
    told = read(
        f"LISBON, March 12 - {MADS} called on Prime Minister Rui Falcato on Tuesday. Falcato told him that "
        "the pact should be signed. Later he paid a courtesy call on Foreign Minister Inês Tavares."
    )
    assert [everybody(m) for m in told.meetings] == [
        {"Mads Kjeldsen", "Rui Falcato"},
        {"Mads Kjeldsen", "Inês Tavares"},
    ]


@pytest.mark.parametrize(
    ("peer", "code"),
    [
        ("his counterpart from Benin Republic, General Luc Adjovi", "BJ"),
        ("his colleague from Chad, General Luc Adjovi", "TD"),
        ("his opposite number from the Republic of Niger, General Luc Adjovi", "NE"),
    ],
)
def test_a_counterpart_from_abroad(peer: str, code: str) -> None:
    told = read(
        f"ABUJA, March 12 - Nigerian Army chief General Musa Bello received {peer}, in Abuja on Tuesday."
    )
    assert [(o.name, o.country and o.country.value) for o in told.officials][1] == ("Luc Adjovi", code)


def test_a_counterpart_is_of_the_other_state() -> None:
    told = read(
        "DODOMA, March 12 - The Minister for Defence, Dr Neema Mollel, opened talks with her visiting "
        "counterpart, Mr João Sitoe, during the fifth session of the Tanzania-Mozambique Joint Commission."
    )
    assert [o.country and o.country.value for o in told.officials] == ["TZ", "MZ"]


def test_who_was_with_somebody() -> None:
    told = read(
        f"PRAGUE, March 12 - {KAREL} received {MADS} in Prague on Tuesday. Danish Ambassador Lise Holm was "
        "with the minister during the talks."
    )
    assert [a.value for a in told.meetings[0].attendees] == ["Lise Holm"]


@pytest.mark.parametrize("end", ["also in attendance", "looking on", "also at the table", "sitting in"])
def test_with_somebody_there(end: str) -> None:
    told = read(
        f"PRAGUE, March 12 - {KAREL} received {MADS} in Prague on Tuesday. The talks were held at the "
        f"ministry, with Danish Ambassador Lise Holm and General Jan Dvorak {end}."
    )
    assert {a.value for a in told.meetings[0].attendees} == {"Lise Holm", "Jan Dvorak"}


def test_beside_a_session() -> None:
    told = read(
        f"COPENHAGEN, March 12 - {MADS} attended the fourth Atlantic Security Forum, which was held in "
        f"Lisbon on Tuesday. On the sidelines of the forum, Kjeldsen met {KAREL}."
    )
    assert [(m.kind.value.value, m.place and m.place.value) for m in told.meetings][-1] == (
        "meeting",
        "Lisbon",
    )


def test_the_official_of_the_home_country() -> None:
    told = read(
        "MANILA, March 12 - Defense Secretary Jose Ocampo met Danish Defence Minister Mads Kjeldsen in "
        "Singapore on Monday. On Tuesday, Singapore Defence Minister Tan Wei Ming hosted the Filipino "
        "official to breakfast."
    )
    assert everybody(told.meetings[-1]) == {"Tan Wei Ming", "Jose Ocampo"}


@pytest.mark.parametrize(
    "governor",
    [
        "Governor of Russia's Omsk Oblast Mikhail Yevrayev",
        "Governor of Perm Krai Mikhail Yevrayev",
        "the Governor of Opole Voivodeship, Mikhail Yevrayev",
    ],
)
def test_the_governor_of_a_province(governor: str) -> None:
    told = read(
        f"MINSK, March 12 - Belarusian President Ivan Petrov received {governor} in Minsk on Tuesday."
    )
    assert everybody(told.meetings[0]) == {"Ivan Petrov", "Mikhail Yevrayev"}


@pytest.mark.parametrize("name", ["Tammam Salam", "Sadia Young", "Pavlo Strong"])
def test_a_surname_that_is_a_word(name: str) -> None:
    told = read(f"BEIRUT, March 12 - Prime Minister {name} received {MADS} in Beirut on Tuesday.")
    assert everybody(told.meetings[0]) == {name, "Mads Kjeldsen"}


@pytest.mark.parametrize("of", ["Europe", "Transformation"])
def test_allied_commanders(of: str) -> None:
    told = read(f"The Supreme Allied Commander {of}, General Alex Grynk, received {MADS} in Mons on Tuesday.")
    assert [p.value for p in told.meetings[0].parties] == ["DK", "NATO"]


@pytest.mark.parametrize("peer", ["her Czech peer", "her Czech homologue", "her Czech colleague"])
def test_a_peer(peer: str) -> None:
    told = read(f"DUBLIN, March 12 - {ANNE} met {peer} Karel Vondra in Dublin on Tuesday.")
    assert [o.country and o.country.value for o in told.officials] == ["IE", "CZ"]


def test_counterparts_in_the_order_of_their_countries() -> None:
    told = read(
        f"DUBLIN, March 12 - {ANNE} hosted her counterparts from the Netherlands and Luxembourg, Jan Hoekman "
        "and Luc Kirsch, in Dublin on Tuesday."
    )
    assert [p.value for p in told.meetings[0].parties] == ["IE", "LU", "NL"]


def test_an_official_of_an_organisation() -> None:
    told = read(
        "CHISINAU, March 12 - Defence Minister Ion Rusu received on Tuesday the head of the OSCE Mission to "
        "Moldova, Thomas Mayr. General Radu Balan met Romanian Colonel Marian Dobre. On Thursday, the OSCE "
        "official is to meet Deputy Prime Minister Vasile Cojocaru."
    )
    assert everybody(told.meetings[-1]) == {"Thomas Mayr", "Vasile Cojocaru"}


@pytest.mark.parametrize("two", ["kingdoms", "countries", "armies"])
def test_two_of_something_else(two: str) -> None:
    told = read(
        f"PRAGUE, March 12 - {KAREL} received {MADS} in Prague on Tuesday. The talks, held in the "
        "presence of "
        f"Danish Ambassador Lise Holm, were an opportunity to welcome the momentum of ties between "
        f"the two {two}."
    )
    assert [everybody(m) for m in told.meetings] == [{"Karel Vondra", "Mads Kjeldsen", "Lise Holm"}]


@pytest.mark.parametrize(
    "sentence",
    [
        f"A similar meeting brought together {MADS} and Interior Minister Petr Zeman.",
        "Before the tour the Danish minister had called on Interior Minister Petr Zeman.",
        "Kjeldsen was visited at his hotel by Interior Minister Petr Zeman.",
        "Kjeldsen had a fruitful engagement with Interior Minister Petr Zeman.",
        "Interior Minister Petr Zeman granted an audience on Tuesday, in Prague, to the Danish minister.",
        "Kjeldsen joined Interior Minister Petr Zeman for morning tea.",
    ],
)
def test_one_more_meeting(sentence: str) -> None:
    told = read(f"PRAGUE, March 12 (CTK) - {KAREL} received {MADS} in Prague on Tuesday. {sentence}")
    assert everybody(told.meetings[-1]) == {"Mads Kjeldsen", "Petr Zeman"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Interior Minister Petr Zeman meets this Thursday with the Danish minister.",
        (
            "The Danish minister is scheduled to visit Pilsen on Thursday, before meeting Interior "
            "Minister Petr Zeman."
        ),
    ],
)
def test_one_more_to_come(sentence: str) -> None:
    told = read(f"PRAGUE, March 12 (CTK) - {KAREL} received {MADS} in Prague on Tuesday. {sentence}")
    last = told.meetings[-1]
    assert (last.status.value.value, last.date and last.date.value) == ("planned", "2025-03-13")
    assert everybody(last) == {"Mads Kjeldsen", "Petr Zeman"}


def test_a_trilateral_is_one() -> None:
    told = read(
        f"LISBON, March 12 - {MADS} had bilateral meetings with {KAREL} and {ANNE} in Lisbon on "
        "Tuesday. Kjeldsen "
        "later held a trilateral with Vondra and Doyle."
    )
    assert everybody(told.meetings[-1]) == {"Mads Kjeldsen", "Karel Vondra", "Anne Doyle"}


def test_who_receives_a_visitor_abroad() -> None:
    told = read(
        "ASTANA, March 12 - Kazakh Defence Minister Dauren Seitov is on a visit to Seoul. He was "
        "received by his "
        "South Korean counterpart Han Min-jae. On Thursday Seitov will be received by Prime "
        "Minister Choi Eun-kyung."
    )
    last = told.meetings[-1]
    assert [p.value for p in last.parties] == ["KR", "KZ"]
    assert last.place
    assert last.place.value == "Seoul"


@pytest.mark.parametrize(
    "sentence",
    [
        "Interior Minister Petr Zeman looked into training of police with Danish Ambassador Lise Holm.",
        "Interior Minister Petr Zeman had the visit of Danish Ambassador Lise Holm.",
        (
            "Interior Minister Petr Zeman met Danish Ambassador Lise Holm, with the two exchanging "
            "views on trade."
        ),
    ],
)
def test_one_more_guest(sentence: str) -> None:
    told = read(f"PRAGUE, March 12 (CTK) - {KAREL} received {MADS} in Prague on Tuesday. {sentence}")
    assert everybody(told.meetings[-1]) == {"Lise Holm", "Petr Zeman"}


@pytest.mark.parametrize(
    "sentence",
    [
        "No meeting between Kjeldsen and Interior Minister Petr Zeman is planned.",
        "Kjeldsen also visited the barracks in Kladno together with General Petr Zeman.",
    ],
)
def test_no_more_guests(sentence: str) -> None:
    told = read(f"PRAGUE, March 12 (CTK) - {KAREL} received {MADS} in Prague on Tuesday. {sentence}")
    assert [everybody(m) for m in told.meetings] == [{"Mads Kjeldsen", "Karel Vondra"}]


def test_colleagues_behind_their_countries() -> None:
    told = read(
        f"DUBLIN, March 12 - {ANNE} held talks with her colleagues from Denmark, Mads Kjeldsen, and Czechia, "
        "Karel Vondra, in Dublin on Tuesday."
    )
    assert everybody(told.meetings[0]) == {"Anne Doyle", "Mads Kjeldsen", "Karel Vondra"}


def test_the_ambassador_of_a_fellow_guest() -> None:
    told = read(
        "LAE, March 12 - Acting Prime Minister John Rau received the Commander of the Danish Navy, "
        "Rear Admiral "
        "Ole Krag, and Ambassador Lise Holm in Port Moresby on Tuesday."
    )
    assert [p.value for p in told.meetings[0].parties] == ["DK", "PG"]


def test_the_next_at_an_allied_headquarters() -> None:
    told = read(
        f"MONS, Belgium, March 12 - The Supreme Allied Commander Europe, General Alex Grynk, "
        f"received {MADS} at "
        "Supreme Headquarters Allied Powers Europe on Tuesday. Kjeldsen then sat down with Admiral "
        "Keith Blunt, "
        "Deputy Supreme Allied Commander Europe."
    )
    assert [h.value for h in told.meetings[1].hosts] == ["Keith Blunt"]

"""Whose people are: visitors, commanders of alliances, heads who are not named, peers of a land."""

from __future__ import annotations

import pytest

from store.model import Article, Meeting, Reading
from store.reading.pipeline import read_article


def read(text: str) -> Reading:
    return read_article(Article("1", text, "2025-03-12"))


def everybody(meeting: Meeting) -> set[str]:
    return {p.value for part in (meeting.hosts, meeting.guests, meeting.attendees) for p in part}


def country_of(reading: Reading, name: str) -> str | None:
    found = next(o for o in reading.officials if o.name == name)
    return found.country.value if found.country else None


def test_commander_of_the_alliance_behind_a_dateline() -> None:
    told = read(
        "TALLINN, Estonia - Supreme Allied Commander Europe General Adam R. Whitlock met with "
        "the Minister of Defence, Mr Jaan Tamm, and the Chief of the Estonian Defence Forces, "
        "Gen Mart Saar, today in Tallinn."
    )
    assert country_of(told, "Adam R. Whitlock") == "NATO"
    assert country_of(told, "Jaan Tamm") == "EE"


def test_unnamed_secretary_general() -> None:
    told = read(
        "The Secretary-General met with the President of Chad, H.E. Mr. Abakar Nassour, in Abuja today."
    )
    assert [p.value for p in told.meetings[0].parties] == ["TD", "UN"]


def test_named_secretary_general() -> None:
    told = read(
        "The Secretary-General met with H.E. Mr. Kemal Doruk, Minister for Foreign Affairs of Türkiye.\n\n"
        "Pedro Almeida, Secretary-General\n\nThey discussed the work of the United Nations."
    )
    assert country_of(told, "Pedro Almeida") == "UN"


@pytest.mark.parametrize(
    "land", [("Bosnia and Herzegovina", "BA"), ("Trinidad and Tobago", "TT"), ("Peru", "PE")]
)
def test_counterpart_from_a_land(land: tuple[str, str]) -> None:
    told = read(
        f"Indian Foreign Minister R. Deshmukh also met his counterpart from {land[0]}, Denis Karavic, "
        "and discussed trade."
    )
    assert country_of(told, "Denis Karavic") == land[1]


def test_visitor_is_not_of_the_land_he_visits() -> None:
    told = read(
        "Gen Tariq Anjum Sethi, Chairman Joint Chiefs of Staff Committee, who is on an official visit to "
        "Canada, called on Admiral Paul Trent, Chief of Defence Staff. The Canadian military leadership "
        "praised the Pakistan Army."
    )
    assert country_of(told, "Tariq Anjum Sethi") == "PK"


def test_post_before_how_they_met() -> None:
    told = read(
        "KARACHI: Air Marshal Peter Wells, Chief of the Air Force of Australia, called on "
        "General Asad Mir, Chief of "
        "Army Staff, and Admiral Faisal Noor, the Chief of the Naval Staff separately on Tuesday."
    )
    assert [p.title for o in told.officials if o.name == "Faisal Noor" for p in o.posts] == [
        "Chief of the Naval Staff"
    ]
    assert [everybody(m) for m in told.meetings] == [
        {"Asad Mir", "Peter Wells"},
        {"Faisal Noor", "Peter Wells"},
    ]


@pytest.mark.parametrize("paper", ["a cable", "a telegram of congratulations", "a letter", "condolences"])
def test_papers_are_no_visits(paper: str) -> None:
    told = read(
        f"KUWAIT: The Amir Sheikh Nasser Al-Fahad received {paper} from Mauritanian President Sidi Ould Vall "
        "expressing his wishes on Tuesday."
    )
    assert told.meetings == ()


@pytest.mark.parametrize("said", ['a "real pleasure"', "an honour", "good", "a great privilege"])
def test_pleasure_is_of_what_was_held(said: str) -> None:
    told = read(
        f"Foreign Minister R. Deshmukh said it was {said} to meet with Mexican Foreign Secretary Alma Ortiz."
    )
    assert [m.status.value.value for m in told.meetings] == ["held"]


def test_trip_that_is_considered() -> None:
    told = read(
        "South Korean envoy Lim Dae-jung is considering a trip to Washington next week for a meeting with "
        "U.S. envoy Glen Harper."
    )
    assert [m.status.value.value for m in told.meetings] == ["planned"]


def test_posts_before_a_style() -> None:
    told = read(
        "The President of the ECOWAS Commission, H.E. Dr. Lamin Sowe, today received the Deputy Chairperson "
        "of the African Union Commission (AUC), H.E. Ambassador Nora Belkacem, in Abuja."
    )
    nora = next(o for o in told.officials if o.name == "Nora Belkacem")
    assert "Deputy Chairperson" in [p.title for p in nora.posts]
    assert country_of(told, "Nora Belkacem") == "AUNION"


@pytest.mark.parametrize("where", ["", "in Samarkand "])
def test_list_behind_a_dash(where: str) -> None:
    told = read(
        f"On March 11 {where}Acting Foreign Minister of the Republic of Uzbekistan Rustam Olimov held "
        "separate meetings with the Foreign Ministers of the Republic of Belarus - Viktor Sushko and "
        "the Islamic Republic of Iran Reza Karimi."
    )
    assert {"Rustam Olimov", "Viktor Sushko", "Reza Karimi"} <= set().union(*map(everybody, told.meetings))


def test_post_that_follows_its_meeting() -> None:
    told = read(
        "Minister of National Defence of Vietnam General Tran Van Hai met Cambodian Ambassador Sok Vanna. "
        "Meeting with Russian Ambassador Pavel Orlov, the minister said Vietnam treasures the relations."
    )
    assert [everybody(m) for m in told.meetings] == [
        {"Tran Van Hai", "Sok Vanna"},
        {"Tran Van Hai", "Pavel Orlov"},
    ]


@pytest.mark.parametrize("junior", [", Jr.", ", Jr", " Jr."])
def test_junior_before_another(junior: str) -> None:
    told = read(
        f"Philippine Defense Secretary Ramon Castillo{junior} and Australian Defence Minister Peter Wells "
        "met in Singapore on Tuesday to discuss training."
    )
    assert len(told.meetings) == 1
    assert "Peter Wells" in everybody(told.meetings[0])
    assert len(everybody(told.meetings[0])) == 2


@pytest.mark.parametrize("what", ["thoughts", "views", "ideas"])
def test_thoughts_are_exchanged(what: str) -> None:
    told = read(
        "Estonian Minister of Defence Mart Saar visited Helsinki on Tuesday. At their meeting, Saar and "
        f"Finnish Minister of Defence Jussi Laine exchanged {what} on regional security."
    )
    assert [everybody(m) for m in told.meetings] == [{"Mart Saar", "Jussi Laine"}]


def test_text_that_ends_with_its_verb() -> None:
    assert read("WHO0:rECEIVE").meetings == ()

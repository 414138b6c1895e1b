"""Less common ways of telling who met whom, as outlets of Europe and Central Asia use them."""

from __future__ import annotations

import pytest

from store.model import Article, Reading
from store.reading.pipeline import read_article


def read(text: str) -> Reading:
    return read_article(Article("1", text, "2025-05-01"))


def told(reading: Reading) -> list[tuple[list[str], list[str]]]:
    return [([h.value for h in m.hosts], [g.value for g in m.guests]) for m in reading.meetings]


TOLD = (
    (
        "Defence Minister Leif Brandal of Norway and his Maltese counterpart Carmelo Zahra signed a letter of"
        " intent during a meeting in Bergen today.",
        [(["Leif Brandal"], ["Carmelo Zahra"])],
    ),
    (
        "The European Union Special Representative (EUSR) for the Caucasus, Ambassador Mads Kjeldsen,"
        " travelled to Yerevan. On Monday, the EUSR was received by the President of Armenia, Armen"
        " Danielyan, and held consultations with Deputy Foreign Minister Karen Sahakian.",
        [(["Armen Danielyan"], ["Mads Kjeldsen"]), (["Karen Sahakian"], ["Mads Kjeldsen"])],
    ),
    (
        "Czech Defence Minister Karel Vondra arrived in Tallinn. Welcomed with honours, Minister Vondra was"
        " then the guest of Estonian Prime Minister Margus Tamm.",
        [(["Margus Tamm"], ["Karel Vondra"])],
    ),
    (
        "Estonian Defence Minister Margus Tamm received Czech General Karel Vondra in Tallinn. The programme"
        " of the visit also includes a call on the Deputy Minister of the Interior, Mr. Jaan Kask.",
        [(["Margus Tamm"], ["Karel Vondra"]), (["Jaan Kask"], ["Karel Vondra"])],
    ),
    (
        "The site of the President of the Republic of Kazakhstan\n\nDaniyar Omarov receives Jens Holt,"
        " Secretary General of the Council of Europe\n\nThe President welcomed the guest and spoke of the"
        " conventions that the country has joined.",
        [(["Daniyar Omarov"], ["Jens Holt"])],
    ),
    (
        "Czech General Karel Vondra arrived in Tallinn. In the morning the general visited the court, where"
        " he was greeted by its Chairman Jaan Kask.",
        [(["Jaan Kask"], ["Karel Vondra"])],
    ),
    (
        "President of Tajikistan Umed Nazarov accepted credentials from new ambassadors at the"
        " palace.\n\nDuring the ceremony, the Ambassadors of Ghana Yaw Adomako, Swiss Confederation Ms. Heidi"
        " Frei and the Republic of the Philippines Rosa Millan presented their credentials.",
        [(["Umed Nazarov"], ["Yaw Adomako", "Heidi Frei", "Rosa Millan"])],
    ),
    (
        "NATO Secretary General Ilse Holt will attend a lunch hosted by the Prime Minister of Malta, Mr."
        " Carmelo Zahra, in the old town of Valletta, and a bilateral meeting with the Maltese Foreign"
        " Minister, Mr. Anton Vella. She will also meet the press.",
        [(["Carmelo Zahra"], ["Ilse Holt"]), (["Anton Vella"], ["Ilse Holt"])],
    ),
    (
        "The State Secretary at the Maltese Ministry of Defence, Anton Vella, paid a visit to Denmark at the"
        " invitation of his Danish counterpart, Mads Kjeldsen. During the visit both State Secretaries"
        " discussed the training of divers.",
        [(["Mads Kjeldsen"], ["Anton Vella"])],
    ),
    (
        "Danish Foreign Minister Mads Kjeldsen told the press of his plans. Earlier in the day, he was"
        " received by Maltese Prime Minister Carmelo Zahra, who spoke of the budget for sport in 2026.",
        [(["Carmelo Zahra"], ["Mads Kjeldsen"])],
    ),
    (
        "Maltese Defence Minister Anton Vella hosted in Valletta, aboard the frigate Santa Caterina, Danish"
        " Defence Minister Mads Kjeldsen.",
        [(["Anton Vella"], ["Mads Kjeldsen"])],
    ),
    (
        "Council of Europe Secretary General Jens Holt wrapped up a visit to Malta with an audience granted"
        " by Maltese President Carmelo Zahra. Earlier he had talks with Maltese Prime Minister Anton Vella"
        " and Justice Minister Paul Micallef.",
        [(["Carmelo Zahra"], ["Jens Holt"]), (["Anton Vella", "Paul Micallef"], ["Jens Holt"])],
    ),
    (
        "Danish Prime Minister Mads Kjeldsen will visit Valletta on Friday. Prime Minister Kjeldsen and Prime"
        " Minister of Malta Carmelo Zahra will discuss the security of the sea.",
        [(["Carmelo Zahra"], ["Mads Kjeldsen"])],
    ),
    (
        "Minister of Defence of the Russian Federation Andrei Belov held a working meeting in Moscow with"
        " CSTO Secretary General Umed Nazarov.",
        [(["Andrei Belov"], ["Umed Nazarov"])],
    ),
    (
        "Welcoming the guests, President Carmelo Zahra noted that Malta was a friend of Denmark.",
        [],
    ),
)


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_met_whom(text: str, expected: list[tuple[list[str], list[str]]]) -> None:
    assert told(read(text)) == expected


def test_company_is_of_the_same_country() -> None:
    reading = read(
        "RIGA, May 1. Czech President Karel Vondra met Kenyan President Otieno Barasa. Vondra was joined by"
        " Prime Minister Jitka Vesela."
    )
    assert {o.name: o.country.value for o in reading.officials if o.country}["Jitka Vesela"] == "CZ"


def test_the_peacekeepers_adviser_is_of_the_united_nations() -> None:
    reading = read(
        "UN Office of Military Affairs\n\nThe Military Adviser for Peacekeeping Operations, Lieutenant"
        " General Rosa Millan, visited Finland, which gives troops to UNIFIL. In Helsinki she met"
        " Finnish Minister Aino Salmi."
    )
    assert {o.name: o.country.value for o in reading.officials if o.country}["Rosa Millan"] == "UN"


def test_the_day_of_an_announcement_is_not_the_day_of_the_meeting() -> None:
    (meeting,) = read(
        "Danish Foreign Minister Mads Kjeldsen will meet Maltese Prime Minister Carmelo Zahra in Valletta,"
        " the ministry's spokesman told reporters on Wednesday."
    ).meetings
    assert meeting.date is None


def test_an_agency_is_nobody() -> None:
    reading = read("TASHKENT, May 1 (UzA) - President of Uzbekistan Bobur Karimov received envoys, UzA said.")
    assert [o.name for o in reading.officials] == ["Bobur Karimov"]


def test_whoever_speaks_on_an_anniversary_is_not_mourned() -> None:
    reading = read(
        "In commemoration of the 16th anniversary of the war, Giorgi Beridze, Prime Minister of Georgia"
        " together with the Speaker of the Parliament Nino Lomidze, laid a wreath at the Heroes Memorial."
    )
    assert {o.name: o.role.value.value for o in reading.officials}["Giorgi Beridze"] != "honoured"


def test_an_official_may_have_only_a_country() -> None:
    reading = read("They also spoke of the letter of Germany's Hanna Vogt and of Cyprus' Eleni Markou.")
    assert {o.name: o.country.value for o in reading.officials if o.country} == {
        "Hanna Vogt": "DE",
        "Eleni Markou": "CY",
    }


def test_a_meeting_that_will_focus_on_something_is_planned() -> None:
    (meeting,) = read(
        "The meeting between Danish Defence Minister Mads Kjeldsen and Maltese Defence Minister Anton Vella"
        " will focus on the training of divers."
    ).meetings
    assert meeting.status.value.value == "planned"


def test_where_an_exercise_will_be_is_not_where_they_met() -> None:
    (meeting,) = read(
        "Danish Defence Minister Mads Kjeldsen received Maltese General Anton Vella. They discussed the"
        " upcoming exercise in Aarhus."
    ).meetings
    assert meeting.place is None


def test_whoever_briefs_the_guests_attends() -> None:
    (meeting,) = read(
        "Maltese Defence Minister Anton Vella hosted Danish Defence Minister Mads Kjeldsen in Valletta."
        " Brigadier Paul Micallef of Malta gave the guests an overview of the exercise."
    ).meetings
    assert [a.value for a in meeting.attendees] == ["Paul Micallef"]


def test_councils_meet_too() -> None:
    reading = read(
        "Valletta. May 1. Interfax-Malta – The 4th Meeting of the Secretaries of National Security Councils"
        " of the Commonwealth was held in Valletta on Thursday. The meeting was chaired by Secretary of the"
        " Security Council of Malta Anton Vella. Those participating were Secretary of the Security Council"
        " of Ghana Yaw Adomako and Secretary of the Security Council of Kenya Otieno Barasa."
    )
    (conference,) = reading.meetings
    assert conference.kind.value.value == "conference"
    assert {a.value for a in conference.attendees} == {"Anton Vella", "Yaw Adomako", "Otieno Barasa"}


def test_a_predecessor_is_of_the_same_side() -> None:
    reading = read(
        "The Chair of the NATO Military Committee, Admiral Mads Holt, travels to Zagreb to meet General Ivo"
        " Maric of Croatia. His predecessor, General Piet Smit, visited the city in 2019."
    )
    assert {o.name: o.country.value for o in reading.officials if o.country}["Piet Smit"] == "NATO"


def test_an_external_service_is_the_unions() -> None:
    reading = read(
        "The talks were chaired by Mads Holt, Director for Defence Policy at the European External Action"
        " Service."
    )
    assert {o.name: o.country.value for o in reading.officials if o.country} == {"Mads Holt": "EU"}


def test_those_who_came_together_with_somebody_are_of_that_country() -> None:
    reading = read(
        "RIGA, May 1. President of Latvia Edgars Ozols met with the Speaker of the Parliament of Malta, Anton"
        " Vella, who is on a visit together with MPs Doris Grech and Paul Micallef. The Head of the Council"
        " of Europe Office in Valletta, Jens Holt, came as well."
    )
    countries = {o.name: o.country.value for o in reading.officials if o.country}
    assert (countries["Doris Grech"], countries["Paul Micallef"], countries["Jens Holt"]) == (
        "MT",
        "MT",
        "COE",
    )


def test_a_round_is_the_meeting_of_those_who_led_its_sides() -> None:
    (meeting,) = read(
        "VALLETTA – The 7th round of political consultations between the Ministries of Foreign Affairs of"
        " Malta and Ghana was held in Valletta on Wednesday. The delegations were headed by Deputy Minister"
        " of Foreign Affairs of Malta Anton Vella and Deputy Minister of Foreign Affairs of Ghana Yaw"
        " Adomako."
    ).meetings
    assert meeting.occasion is not None
    assert meeting.occasion.value.ordinal == 7
    assert meeting.date is not None
    assert meeting.date.value == "2025-04-30"

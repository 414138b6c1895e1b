"""Whose side everybody is on, from made-up articles: pages of ministries, visits, pairs of states."""

from __future__ import annotations

import pytest

from store.model import Article, Reading
from store.reading.pipeline import read_article


def reading(text: str, published: str | None = "2025-03-12") -> Reading:
    return read_article(Article("made-up", text, published))


def countries(text: str) -> dict[str, str | None]:
    return {o.name: o.country.value if o.country else None for o in reading(text).officials}


SIDES = (
    (
        "Defence Minister Arto Vihma had telephone talks with his U.S. counterpart, Glenn Ostrander, on"
        " Monday.",
        {"Glenn Ostrander": "US"},
    ),
    (
        "Peru-U.S. Defence Ministerial Telephone Conference\n\nMarch 11, 2025\n\nOn March 11, Defence"
        " Minister"
        " Quiroga and Defense Secretary Ostrander held a telephone conference on training.",
        {"Quiroga": "PE", "Ostrander": "US"},
    ),
    (
        "Defence Minister Quiroga had a meeting with H.E. Mr. Anders Holm, Ambassador of Denmark to Peru,"
        " on the"
        " 11th of March and thanked him.",
        {"Quiroga": "PE", "Anders Holm": "DK"},
    ),
    (
        "Chile and Peru signed an agreement on visiting forces today, Foreign Minister Diego Lorca"
        " announced.\n\n"
        "During his visit to Lima, Mr Lorca met President Rosa Quispe and Interior Minister Hugo Ticona.",
        {"Diego Lorca": "CL", "Rosa Quispe": "PE", "Hugo Ticona": "PE"},
    ),
    (
        "The Chief of Defence Force of Fiji, General Jone Vakalala, called on Minister for Defence Dr Koh Wei"
        " Liang at the Ministry of Defence this morning. General Vakalala is in Singapore for three days.",
        {"Jone Vakalala": "FJ", "Koh Wei Liang": "SG"},
    ),
    (
        "Defence Minister Pita Rongo met General Felipe Arce in the capital.\n\nMedia contact:"
        " press@defence.govt.nz",
        {"Pita Rongo": "NZ"},
    ),
)


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_sides_are_told_by_pages_visits_and_pairs(text: str, expected: dict[str, str]) -> None:
    assert countries(text).items() >= expected.items()


def test_who_writes_in_the_first_person_meets() -> None:
    told = reading(
        "The Hon Richard Marlow MP\nDeputy Prime Minister\nMinister for Defence\n\nMedia release\n5 June"
        " 2024\n\n"
        "Today I met with Fiji's Minister for Home Affairs, the Hon Pio Tikoirau, in Suva.\n\nI was also"
        " pleased"
        " to meet the Commander of the Land Force, Colonel Jone Kalou.\n",
        None,
    )
    assert [len(o.posts) for o in told.officials] == [2, 1, 1]
    assert [{p.value for p in (*m.hosts, *m.guests, *m.attendees)} for m in told.meetings] == [
        {"Richard Marlow", "Pio Tikoirau"},
        {"Richard Marlow", "Jone Kalou"},
    ]
    assert [m.status.value.value for m in told.meetings] == ["held", "held"]


def test_calling_on_two_sides_to_stop_is_no_visit() -> None:
    told = reading(
        "LIMA, March 12 - Foreign Minister Hugo Ticona met Estonian Foreign Minister Arto Vihma in Lima. He"
        " called"
        " on the two sides to work together."
    )
    assert [[h.value for h in m.hosts] for m in told.meetings] == [["Hugo Ticona"]]


def test_a_meeting_that_is_recalled_is_no_row() -> None:
    told = reading(
        "LIMA, March 12 - Defence Minister Hugo Ticona received Estonian Ambassador Arto Vihma. Mr Ticona"
        " looked"
        " back on the recent Defence Ministerial Meeting with Minister Karl Brandt."
    )
    assert len(told.meetings) == 1


def test_journeys_that_are_announced_lead_to_planned_talks() -> None:
    told = reading(
        "LIMA, March 12 - Foreign Minister Hugo Ticona travels to Tallinn on Thursday for talks with Estonian"
        " Foreign Minister Arto Vihma."
    )
    (meeting,) = told.meetings
    assert meeting.status.value.value == "planned"
    assert meeting.place is not None
    assert meeting.place.value == "Tallinn"


def test_the_visiting_official_is_the_guest() -> None:
    told = reading(
        "LIMA, March 12 - Estonian Permanent Secretary Arto Vihma paid a courtesy call on Defence Minister"
        " Hugo"
        " Ticona. Ticona asked him for an early answer. The visiting official is scheduled to meet Interior"
        " Minister Rosa Quispe on Friday. Colonel Karl Tamm attended both meetings."
    )
    assert [{p.value for p in (*m.hosts, *m.guests)} for m in told.meetings] == [
        {"Arto Vihma", "Hugo Ticona"},
        {"Arto Vihma", "Rosa Quispe"},
    ]


def test_a_city_state_is_a_place_and_a_part_of_a_city_is_that_city() -> None:
    told = reading(
        "Peruvian Minister Hugo Ticona met Estonian Minister Arto Vihma in Singapore on Tuesday. He is"
        " scheduled to"
        " meet Korean Vice Minister Kim Bo-ra at the government complex in central Seoul on Thursday before"
        " he"
        " leaves for Tokyo."
    )
    assert [m.place.value for m in told.meetings if m.place] == ["Singapore", "Seoul"]


@pytest.mark.parametrize(
    "text",
    [
        "had bilateral meetings with Estonian Minister Arto Vihma, and Chilean Minister Diego Lorca in Lima",
        "paid courtesy calls to Estonian President Arto Vihma and the country's Prime Minister Karl Tamm in"
        " Tallinn",
    ],
)
def test_several_meetings_are_several_rows(text: str) -> None:
    told = reading(f"Minister of Defence of Peru Hugo Ticona {text} on Tuesday.")
    assert len(told.meetings) == 2
    assert all("Hugo Ticona" in {p.value for p in (*m.hosts, *m.guests, *m.attendees)} for m in told.meetings)


def test_the_day_of_a_month_after_of_is_a_day() -> None:
    told = reading(
        "Minister Hugo Ticona of Peru received Estonian Ambassador Arto Vihma in Lima in the morning of"
        " March 4."
    )
    assert [m.date.value for m in told.meetings if m.date] == ["2025-03-04"]


def test_the_body_that_visitors_come_from_is_no_venue() -> None:
    told = reading(
        "LIMA, March 12 - Deputy Minister Hugo Ticona received a delegation from the Estonian Ministry of"
        " Defence's Legal Department led by its head Colonel Arto Vihma."
    )
    assert [m.venue for m in told.meetings] == [None]


def test_a_body_with_its_letters_is_no_dateline() -> None:
    told = reading(
        "11 November 2014 – Armed Forces of Peru (AFP) Chief of Staff General Hugo Ticona met Estonian"
        " Minister"
        " Arto Vihma on November 6.",
        None,
    )
    assert told.outlet is None
    assert told.dateline is not None
    assert told.dateline.place is None
    assert [m.date.value for m in told.meetings if m.date] == ["2014-11-06"]


def test_who_is_present_together_with_somebody_is_on_that_side() -> None:
    told = countries(
        "TALLINN, March 12 - Estonian Minister of Defence General Arto Vihma welcomed Commander-in-Chief"
        " Senior"
        " General Hugo Ticona of Peru. Present together with the Senior General were General Diego Lorca and"
        " Ambassador Rosa Quispe. The Estonian minister was accompanied by Lt-Gen. Karl Tamm."
    )
    assert told == {
        "Arto Vihma": "EE",
        "Hugo Ticona": "PE",
        "Diego Lorca": "PE",
        "Rosa Quispe": "PE",
        "Karl Tamm": "EE",
    }


def test_the_page_of_the_state_that_is_visited_is_at_home_there() -> None:
    told = countries(
        "H.E. Arto Vihma, President of the Republic of Estonia, began his two-day state visit to Peru this"
        " morning."
        "\n\nHe was welcomed at the airport by Diego Lorca, Minister of Tourism."
    )
    assert told["Diego Lorca"] == "PE"


def test_posts_follow_each_other_without_a_tie() -> None:
    told = reading(
        "LIMA, March 12 - Chairman of the State Council Prime Minister Senior General Hugo Ticona received"
        " Estonian Ambassador Arto Vihma. Also present was Chief of the General Staff (Army, Navy and Air)"
        " General Diego Lorca."
    )
    assert [[p.title for p in o.posts] for o in told.officials] == [
        ["Chairman", "Prime Minister"],
        ["Ambassador"],
        ["Chief of the General Staff"],
    ]


def test_separate_calls_that_are_received_are_rows_of_their_own() -> None:
    told = reading(
        "LIMA, March 12 - President Hugo Ticona will receive separate courtesy calls by Arto Vihma,"
        " President of"
        " Estonia, and Karl Brandt, Prime Minister of Austria, on Friday."
    )
    assert [[g.value for g in m.guests] for m in told.meetings] == [["Arto Vihma"], ["Karl Brandt"]]


def test_the_shorter_name_of_two_states_is_the_one_that_is_named_in_full() -> None:
    told = countries(
        "PYONGYANG, March 12 - Kim Jong Su, general secretary of the Workers' Party of Korea and chairman"
        " of the"
        " State Commission of the Democratic People's Republic of Korea, received Russian Minister Sergei"
        " Shomin."
        " Present was Pak Jong Chol, secretary of the Central Committee."
    )
    assert told == {"Kim Jong Su": "KP", "Sergei Shomin": "RU", "Pak Jong Chol": "KP"}


def test_a_city_to_go_on_to_is_no_place_of_the_talks() -> None:
    told = reading(
        "LIMA, March 12 - President Hugo Ticona will host Estonian Minister Arto Vihma to a dinner tonight"
        " before"
        " the minister flies to Santiago."
    )
    assert [m.place.value for m in told.meetings if m.place] == ["Lima"]


def test_a_post_stands_before_its_letters_and_a_name_before_its_other_letters() -> None:
    told = reading(
        "LIMA, March 12 - Chief of Naval Staff (Kasal) Admiral Hugo Ticona met with Taiwan's Foreign Minister"
        " Lin Wei-an (林維安) and Defense Minister Ku Li-an (顧立安) on Tuesday."
    )
    assert [[p.title for p in o.posts] for o in told.officials] == [
        ["Chief of Naval Staff"],
        ["Foreign Minister"],
        ["Defense Minister"],
    ]
    assert len(told.meetings[0].guests) + len(told.meetings[0].hosts) == 3


def test_the_day_before_is_seen_from_the_day_of_the_month_told_last() -> None:
    told = reading(
        "LIMA - The exercise opened on Saturday, March 8, near Lima. The day before, Minister Hugo Ticona"
        " received"
        " Estonian General Arto Vihma."
    )
    assert [m.date.value for m in told.meetings if m.date] == ["2025-03-07"]


def test_what_visitors_came_for_is_the_occasion_of_planned_meetings_too() -> None:
    told = reading(
        "LIMA, March 12 - Minister Hugo Ticona received Estonian Minister Arto Vihma, who is visiting Peru"
        " to attend"
        " the 4th Conference on Southern Seas, on Wednesday. Mr Vihma will be received by President Rosa"
        " Quispe of"
        " Peru on Friday."
    )
    assert [m.occasion.value.ordinal for m in told.meetings if m.occasion] == [4, 4]


def test_an_event_that_is_only_come_for_is_the_occasion() -> None:
    told = reading(
        "LIMA, March 12 - Minister Hugo Ticona hosted a reception for Estonian Minister Arto Vihma"
        " yesterday. The"
        " Estonian minister is visiting Peru to co-chair the 6th General Border Committee meeting."
    )
    assert [m.occasion.value.name for m in told.meetings if m.occasion] == [
        "General Border Committee meeting"
    ]


def test_an_event_called_by_its_abbreviation_is_the_one_named_in_full() -> None:
    told = reading(
        "LIMA, March 12 - Minister Hugo Ticona co-chaired with his Estonian counterpart, Arto Vihma, the 44th"
        " General Border Committee Peru-Estonia (GBC Perest) meeting on Wednesday. Vihma, who is in Peru to"
        " attend the GBC Perest meeting, also called on President Rosa Quispe later in the day."
    )
    assert [m.occasion.value.ordinal for m in told.meetings if m.occasion] == [44, 44]


def test_a_paper_abroad_is_at_home_where_nobody_needs_a_country() -> None:
    told = reading(
        "TALLINN - President Hugo Ticona met with Estonian Defence Minister Arto Vihma at the Ministry of"
        " Defence on"
        " Monday (Lima time). With the President were Foreign Secretary Rosa Quispe and Peruvian Ambassador"
        " to"
        " Estonia Diego Lorca."
    )
    assert {o.name: o.country.value for o in told.officials if o.country} == {
        "Hugo Ticona": "PE",
        "Arto Vihma": "EE",
        "Rosa Quispe": "PE",
        "Diego Lorca": "PE",
    }
    (meeting,) = told.meetings
    assert len(meeting.attendees) == 2
    assert meeting.place is not None
    assert meeting.place.value == "Tallinn"


def test_those_met_respectively_are_rows_on_one_occasion() -> None:
    told = reading(
        "LIMA, March 12 - Minister Hugo Ticona of Peru met respectively with Estonian Minister Arto Vihma"
        " and Chilean"
        " Minister Diego Lorca, who came to attend the 12th Lima Security Forum."
    )
    assert [m.occasion.value.ordinal for m in told.meetings if m.occasion] == [12, 12]


def test_an_intention_without_a_day_is_no_meeting() -> None:
    told = reading(
        "LIMA, March 12 - Minister Hugo Ticona met Estonian Minister Arto Vihma. The two sides agreed to"
        " hold the"
        " first navy dialogue next year."
    )
    assert len(told.meetings) == 1


def test_the_last_of_several_posts_may_follow_and() -> None:
    told = reading(
        "LIMA, March 12 - General Hugo Ticona, Member of the Politburo, Secretary of the Military"
        " Commission, and"
        " Minister of National Defence received the Estonian Ambassador, Arto Vihma."
    )
    assert [len(o.posts) for o in told.officials] == [3, 1]


def test_envoys_of_a_list_are_all_received() -> None:
    told = reading(
        "LIMA, March 12 - President Hugo Ticona received the letters of credence of the Ambassadors of"
        " Norway, Kari"
        " Dahl, of Chile, Diego Lorca, and of Morocco, Omar Haddad, at the Presidential Palace."
    )
    assert {g.value for m in told.meetings for g in m.guests} == {"Kari Dahl", "Diego Lorca", "Omar Haddad"}

"""Who sat at the table, joined a call or both meetings, and what is told in the present tense."""

from __future__ import annotations

import pytest

from store.model import Article, Meeting, Reading
from store.reading.pipeline import read_article


def read(text: str, published: str | None = None) -> Reading:
    head = f" date {published} " if published else ""
    return read_article(Article("1", head + text, None))


def people(meeting: Meeting) -> tuple[list[str], list[str], list[str]]:
    hosts, guests, attendees = (
        [p.value for p in part] for part in (meeting.hosts, meeting.guests, meeting.attendees)
    )
    return hosts, guests, attendees


def test_whoever_sat_at_the_table_attended() -> None:
    (meeting,) = read(
        "Danish Foreign Minister Mads Kjeldsen met Czech Minister of Water, Electricity and Renewable Energy"
        " Karel Vondra in Copenhagen. Danish Defence Minister Anna Lund and the head of the Czech Border"
        " Service, Major General Petr Novak, also sat at the table."
    ).meetings
    assert people(meeting) == (["Mads Kjeldsen"], ["Karel Vondra"], ["Anna Lund", "Petr Novak"])


def test_sitting_down_to_a_video_conference_is_a_call() -> None:
    (meeting,) = read(
        "Danish Foreign Minister Mads Kjeldsen sat down to a video conference with Karel Vondra, Foreign"
        " Minister of Czechia."
    ).meetings
    assert meeting.kind.value.value == "call"


def test_later_travels_tells_in_the_present_of_what_was() -> None:
    first, second = read(
        "Danish Foreign Minister Mads Kjeldsen hosts Karel Vondra, Foreign Minister of Czechia, in"
        " Copenhagen. Kjeldsen later travels to Brussels for a meeting with Belgian Prime Minister Luc"
        " Peeters. Ambassador Jitka Vesela of Czechia joins both meetings."
    ).meetings
    assert people(first)[2] == people(second)[2] == ["Jitka Vesela"]
    assert second.status.value.value == "held"


def test_a_force_with_a_name_of_its_own_tells_the_country() -> None:
    reading = read(
        "Danish Foreign Minister Mads Kjeldsen hosts Gen. Otto Brandt, the inspector general of the"
        " Bundeswehr, in Copenhagen."
    )
    assert [o.country.value for o in reading.officials if o.country] == ["DK", "DE"]


def test_with_somebody_the_conversation_turned_on() -> None:
    first, second = read(
        "Danish Foreign Minister Mads Kjeldsen, who is in Geneva to take part in the Fifth World Water"
        " Conference, had two meetings there on July 29. With the Foreign Minister of Peru, Rosa Millan, the"
        " conversation turned on trade. Kjeldsen then sat down with Urs Bolliger, President of the Swiss"
        " National Council."
    ).meetings
    assert people(first) == ([], [], ["Mads Kjeldsen", "Rosa Millan"])
    assert people(second) == (["Urs Bolliger"], ["Mads Kjeldsen"], [])
    assert [m.place.value for m in (first, second) if m.place] == ["Geneva", "Geneva"]


def test_with_somebody_the_minister_spoke() -> None:
    (meeting,) = read(
        "Danish Foreign Minister Mads Kjeldsen is in Vienna this week. With Rosa Millan, Foreign Minister of"
        " Peru, the minister spoke about fisheries."
    ).meetings
    assert people(meeting) == ([], [], ["Mads Kjeldsen", "Rosa Millan"])


def test_with_somebody_beside_him_nobody_is_met() -> None:
    reading = read(
        "Danish Foreign Minister Mads Kjeldsen spoke to the press. With President Rosa Millan at his side, he"
        " praised the talks."
    )
    assert not reading.meetings


def test_whoever_lays_flowers_too_attends_no_meeting() -> None:
    (meeting,) = read(
        "Danish Foreign Minister Mads Kjeldsen received Karel Vondra, Foreign Minister of Czechia, in"
        " Copenhagen. Before the talks the guest, accompanied by Danish Defence Minister Lars Holm, laid"
        " flowers at the Memorial Anchor."
    ).meetings
    assert people(meeting)[2] == []


def test_the_office_of_a_king_is_a_body() -> None:
    reading = read(
        "King Hussein of Jordan received Danish Foreign Minister Mads Kjeldsen in Amman. Director of the"
        " Office of His Majesty Alaa Haddad attended the meeting. On Monday Kjeldsen will tour a camp with"
        " Omar Nasser, director of the Refugee Affairs Directorate."
    )
    assert people(reading.meetings[0])[2] == ["Alaa Haddad"]


MET = (
    "Danish Foreign Minister Mads Kjeldsen had Karel Vondra, Foreign Minister of Czechia, over for "
    "lunch at Marienborg.",
    "Danish Foreign Minister Mads Kjeldsen and Foreign Minister Karel Vondra of Czechia put their "
    "heads together in Copenhagen on Monday.",
    "A handshake opened the talks between Danish Foreign Minister Mads Kjeldsen and Karel Vondra, "
    "Foreign Minister of Czechia, in Copenhagen.",
    "Danish Foreign Minister Mads Kjeldsen found time in Copenhagen on Monday for Karel Vondra, "
    "Foreign Minister of Czechia.",
    "Danish Foreign Minister Mads Kjeldsen presided over a working lunch in Copenhagen for Karel "
    "Vondra, Foreign Minister of Czechia.",
    "Security was the subject when Danish Foreign Minister Mads Kjeldsen had Karel Vondra, Foreign "
    "Minister of Czechia, as his guest in Copenhagen.",
)
CALLED = (
    "Danish Foreign Minister Mads Kjeldsen joined Czech Foreign Minister Karel Vondra by video link "
    "on Monday to review aid to Ukraine.",
    "Danish Foreign Minister Mads Kjeldsen linked up by video with Czech Foreign Minister Karel "
    "Vondra on Monday.",
    "Danish Foreign Minister Mads Kjeldsen dialled Czech Foreign Minister Karel Vondra on Monday to "
    "speak about Ukraine.",
    "Danish Foreign Minister Mads Kjeldsen and Czech Foreign Minister Karel Vondra consulted one "
    "another by telephone on Monday.",
    "Danish Foreign Minister Mads Kjeldsen was called by his Czech counterpart Karel Vondra on Monday.",
)
RECEIVED = (
    "Danish Foreign Minister Mads Kjeldsen received Karel Vondra,"
    " Foreign Minister of Czechia, in Copenhagen. "
)
THERE = (
    "At the minister's side was Permanent Secretary Lars Holm.",
    "The audience was witnessed by Permanent Secretary Lars Holm.",
    "Permanent Secretary Lars Holm was in on the talks.",
    "Permanent Secretary Lars Holm followed the conversation.",
    "Danish Ambassador Lars Holm had come along.",
    "The minister had brought along Permanent Secretary Lars Holm.",
    "Beside him sat Permanent Secretary Lars Holm.",
    "The others at the table were Permanent Secretary Lars Holm and two advisers.",
    "On the Danish side of the table sat Permanent Secretary Lars Holm.",
    "Permanent Secretary Lars Holm made up the Danish party.",
)
NEXT = (
    "Vondra's next appointment was with Prime Minister Anna Lund.",
    "The guest went on to the Ministry of Defence, where Minister Anna Lund was waiting for him.",
)


@pytest.mark.parametrize("text", MET)
def test_more_words_for_meeting(text: str) -> None:
    (meeting,) = read(text).meetings
    assert people(meeting) == (["Mads Kjeldsen"], ["Karel Vondra"], [])


@pytest.mark.parametrize("text", CALLED)
def test_more_words_for_a_call(text: str) -> None:
    (meeting,) = read(text).meetings
    assert meeting.kind.value.value == "call"
    assert people(meeting) == ([], [], ["Mads Kjeldsen", "Karel Vondra"])


@pytest.mark.parametrize("text", THERE)
def test_more_words_for_being_there(text: str) -> None:
    (meeting,) = read(RECEIVED + text).meetings
    assert people(meeting) == (["Mads Kjeldsen"], ["Karel Vondra"], ["Lars Holm"])


@pytest.mark.parametrize("text", NEXT)
def test_whom_the_guest_met_next(text: str) -> None:
    _, second = read(RECEIVED + text).meetings
    assert people(second) == (["Anna Lund"], ["Karel Vondra"], [])


AT_HOME = (
    "Heading the two teams at the talks in Copenhagen were Danish Foreign Minister Mads Kjeldsen and"
    " Czech Foreign Minister Karel Vondra.",
    "At the head of the two delegations in Copenhagen were Danish Foreign Minister Mads Kjeldsen and"
    " Czech Foreign Minister Karel Vondra.",
    "Danish Foreign Minister Mads Kjeldsen sees Czech Foreign Minister Karel Vondra in Copenhagen on"
    " Thursday, the ministry announced.",
    "Danish Foreign Minister Mads Kjeldsen opened his day in Copenhagen with Karel Vondra, Foreign "
    "Minister of Czechia.",
    "Danish Foreign Minister Mads Kjeldsen's first caller in Copenhagen was Karel Vondra, Foreign "
    "Minister of Czechia.",
    "The Danish and Czech foreign ministers, Mads Kjeldsen and Karel Vondra, talked in Copenhagen on"
    " Thursday.",
)
DROPPED_BY = (
    "Czech Foreign Minister Karel Vondra wound up his visit to Copenhagen on Thursday with a call at"
    " the office of Danish Prime Minister Anna Lund.",
    "Czech Foreign Minister Karel Vondra dropped by the office of Danish Prime Minister Anna Lund in"
    " Copenhagen on Thursday.",
    "Czech Foreign Minister Karel Vondra stopped at the desk of Danish Prime Minister Anna Lund in "
    "Copenhagen on Thursday.",
)
AWAY = (
    "Danish Foreign Minister Mads Kjeldsen arrived in Prague on Thursday. His host was Czech Foreign"
    " Minister Karel Vondra.",
    "Danish Foreign Minister Mads Kjeldsen, on a visit to Prague, was given lunch by Czech Foreign "
    "Minister Karel Vondra.",
)
NOT_THERE = (
    "Neither Ambassador Jitka Vesela nor Permanent Secretary Lars Holm was present.",
    "The two had last met in May in Prague, where Czech President Petr Novak joined the talks.",
)


@pytest.mark.parametrize("text", AT_HOME)
def test_still_more_words_for_meeting(text: str) -> None:
    (meeting,) = read(text).meetings
    assert people(meeting) == (["Mads Kjeldsen"], ["Karel Vondra"], [])


@pytest.mark.parametrize("text", DROPPED_BY)
def test_calls_at_an_office(text: str) -> None:
    (meeting,) = read(text).meetings
    assert people(meeting) == (["Anna Lund"], ["Karel Vondra"], [])


@pytest.mark.parametrize("text", AWAY)
def test_whoever_gives_lunch_is_the_host(text: str) -> None:
    (meeting,) = read(text).meetings
    assert people(meeting) == (["Karel Vondra"], ["Mads Kjeldsen"], [])


@pytest.mark.parametrize("text", NOT_THERE)
def test_who_was_not_there_or_long_ago(text: str) -> None:
    (meeting,) = read(RECEIVED + text).meetings
    assert people(meeting) == (["Mads Kjeldsen"], ["Karel Vondra"], [])


def test_a_meeting_pencilled_in_is_planned() -> None:
    (meeting,) = read(
        "A meeting in Copenhagen between Danish Foreign Minister Mads Kjeldsen and Czech Foreign Minister"
        " Karel Vondra has been pencilled in for Thursday."
    ).meetings
    assert meeting.status.value.value == "planned"


def test_whoever_speaks_with_the_guest_is_in_the_room() -> None:
    _, second = read(RECEIVED + "Prime Minister Anna Lund also spoke with the guest.").meetings
    assert second.kind.value.value == "meeting"
    assert people(second) == (["Anna Lund"], ["Karel Vondra"], [])

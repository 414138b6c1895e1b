"""What is told after something else: plans that go on, talks still ahead, talks long over, visits put off."""

from __future__ import annotations

import pytest

from store.model import Article, Meeting
from store.reading.pipeline import read_article


def meetings(text: str) -> list[tuple[str, str, set[str]]]:
    """Kind, status and everybody of each meeting."""
    return [
        (m.kind.value.value, m.status.value.value, everybody(m))
        for m in read_article(Article("1", text, "2025-03-12")).meetings
    ]


def everybody(meeting: Meeting) -> set[str]:
    return {p.value for part in (meeting.hosts, meeting.guests, meeting.attendees) for p in part}


MADS = "Danish Defence Minister Mads Kjeldsen"
KAREL = "Czech Defence Minister Karel Vondra"
TWO = {"Mads Kjeldsen", "Karel Vondra"}


@pytest.mark.parametrize(
    "text",
    [
        f"{MADS} will meet {KAREL} on Thursday, followed by talks with Prime Minister Jan Novak.",
        f"{MADS} is to meet {KAREL} on Thursday and then hold talks with Prime Minister Jan Novak.",
    ],
)
def test_a_plan_goes_on(text: str) -> None:
    assert meetings(text) == [
        ("meeting", "planned", TWO),
        ("meeting", "planned", {"Mads Kjeldsen", "Jan Novak"}),
    ]


def test_talks_that_a_meeting_prepares_are_planned() -> None:
    told = meetings(
        f"{MADS} received British Ambassador Neil Wigg ahead of his meeting tomorrow with {KAREL}."
    )
    assert told == [("meeting", "held", {"Mads Kjeldsen", "Neil Wigg"}), ("meeting", "planned", TWO)]


@pytest.mark.parametrize(
    "end",
    ["has been rescheduled to Friday", "is set for Friday", "is being prepared", "was put off until Friday"],
)
def test_a_meeting_moved_is_planned(end: str) -> None:
    assert meetings(f"The meeting between {MADS} and {KAREL} {end}.") == [("meeting", "planned", TWO)]


@pytest.mark.parametrize(
    "text",
    [
        f"{MADS} has postponed his visit to Prague, where he was to meet {KAREL}.",
        f"{MADS} abruptly cancelled a trip to Prague, where he was scheduled to hold talks with {KAREL}.",
        f"{MADS} has postponed his visit to Prague. Kjeldsen was set to meet {KAREL}.",
        f"The visit follows a meeting in January between {MADS} and {KAREL}.",
        f"The trip comes weeks after {MADS} hosted {KAREL} in Copenhagen.",
    ],
)
def test_what_was_put_off_or_came_before_is_no_meeting(text: str) -> None:
    assert meetings(text) == []


def test_talks_lately_had_are_only_recalled() -> None:
    told = meetings(f"{MADS} briefed {KAREL} on his recent meetings with Polish Minister Adam Wrona.")
    assert all("Adam Wrona" not in people for _, _, people in told)


def test_who_did_something_else_before() -> None:
    told = meetings(
        f"{MADS}, who last week visited Rome and met with Italian President Ugo Bassi, received {KAREL}."
    )
    assert told == [("meeting", "held", TWO)]


def test_who_met_somebody_next() -> None:
    told = meetings(f"Polish President Jan Lis received {MADS}, who subsequently met Polish Premier Ewa Kot.")
    assert told[1] == ("meeting", "held", {"Mads Kjeldsen", "Ewa Kot"})


@pytest.mark.parametrize(
    "text",
    [
        f"{MADS} exchanged views on the Baltic over the telephone with {KAREL}.",
        f"{MADS} said he spoke last night with {KAREL}.",
        f"{MADS} spoke on Monday to {KAREL}.",
        f"During a call initiated by the Czech side, {MADS} discussed the Baltic with {KAREL}.",
    ],
)
def test_calls_told_in_other_words(text: str) -> None:
    assert meetings(text) == [("call", "held", TWO)]


@pytest.mark.parametrize("opening", ["On Tuesday", "In Prague", "Late on Tuesday"])
def test_a_sentence_may_open_with_when_or_where(opening: str) -> None:
    assert meetings(f"{opening} {MADS} held talks with {KAREL}.") == [("meeting", "held", TWO)]


def test_a_lunch_in_honour_of_somebody() -> None:
    assert meetings(f"{MADS} hosted a lunch in honour of visiting {KAREL}.") == [("meeting", "held", TWO)]


def test_three_countries_and_their_ministers() -> None:
    article = Article(
        "1",
        "The foreign ministers of Denmark, Sweden and Norway, Mads Kjeldsen, Carl Bergman and Ola Hansen,"
        " gathered in Riga.",
        None,
    )
    reading = read_article(article)
    assert {o.name: o.country and o.country.value for o in reading.officials} == {
        "Mads Kjeldsen": "DK",
        "Carl Bergman": "SE",
        "Ola Hansen": "NO",
    }
    assert [everybody(m) for m in reading.meetings] == [{"Mads Kjeldsen", "Carl Bergman", "Ola Hansen"}]


def test_envoys_named_behind_a_colon() -> None:
    told = meetings(
        "Kenyan President William Otieno received letters of credence from three new ambassadors at State"
        " House: Anders Lind (Sweden), Maria Costa (Portugal) and Kenji Mori (Japan)."
    )
    assert told == [("meeting", "held", {"William Otieno", "Anders Lind", "Maria Costa", "Kenji Mori"})]


def test_leaders_of_a_pair() -> None:
    reading = read_article(
        Article(
            "1",
            "The 3rd session of the Danish-Czech Commission was co-chaired by Deputy Minister Mads Kjeldsen"
            " and Deputy Minister Karel Vondra.",
            None,
        )
    )
    assert [o.country and o.country.value for o in reading.officials] == ["DK", "CZ"]


def test_a_spokesman_tells_of_the_minister() -> None:
    told = meetings(f"Foreign Ministry spokesman Carl Hansen said {MADS} will meet {KAREL} on Friday.")
    assert told == [("meeting", "planned", TWO)]


def test_separate_calls() -> None:
    told = meetings(
        f"{MADS} discussed aid with {KAREL} and Polish Defence Minister Adam Wrona during separate phone"
        " conversations."
    )
    assert told == [("call", "held", TWO), ("call", "held", {"Mads Kjeldsen", "Adam Wrona"})]


def test_a_visit_only_proposed() -> None:
    assert meetings(f"{MADS} proposed to visit Prague from Monday for a first meeting with {KAREL}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "received a Kenyan delegation in Kampala. The delegation was led by Lt Gen Adan Mulata.",
        "received a team from a Kenyan college. The team which is on a tour is led by Lt Gen Adan Mulata.",
        "received a Kenyan delegation in Kampala. Leading the team, Lt Gen Adan Mulata praised Uganda.",
        "received a Kenyan delegation in Kampala. The head of the delegation, Lt Gen Adan Mulata, left.",
    ],
)
def test_who_led_the_delegation_is_told_later(text: str) -> None:
    (meeting,) = read_article(
        Article("1", f"Ugandan Chief of Defence Forces General David Muhoza {text}", None)
    ).meetings
    assert [p.value for p in meeting.hosts] == ["David Muhoza"]
    assert [p.value for p in meeting.guests] == ["Adan Mulata"]


def test_the_pm_is_whose_story_it_is() -> None:
    told = meetings(
        "Indian Prime Minister Narendra Rao will travel to Tokyo. The PM will have talks with Japan PM Fumio"
        " Kashida. The PM will also meet US President Joe Bidden."
    )
    assert [people for _, _, people in told] == [
        {"Narendra Rao", "Fumio Kashida"},
        {"Narendra Rao", "Joe Bidden"},
    ]


@pytest.mark.parametrize("where", ["at Lima's Torre Azul Palace", "at Torre Azul Palace Monday"])
def test_a_venue_without_town_or_day(where: str) -> None:
    text = f"Peruvian President Juan Rojas received {MADS} {where}."
    (meeting,) = read_article(Article("1", text, "2025-03-12")).meetings
    assert meeting.venue is not None
    assert meeting.venue.value == "Torre Azul Palace"


@pytest.mark.parametrize(
    "text",
    [
        f"{MADS} held talks at the Blue Hall, Copenhagen, with {KAREL}.",
        f"On Monday evening, acting Danish Minister Mads Kjeldsen hosted {KAREL}.",
        f"{MADS} announced it after co-chairing with {KAREL} the sixth session of the commission.",
    ],
)
def test_meetings_told_with_more_between(text: str) -> None:
    assert [people for _, _, people in meetings(text)] == [TWO]


def test_a_guest_who_held_talks_next() -> None:
    told = meetings(
        f"{MADS} received {KAREL}. On the same day the guest held talks with Danish Premier Ida Krag."
    )
    assert told[1] == ("meeting", "held", {"Karel Vondra", "Ida Krag"})


def test_whoever_is_joined_for_a_meeting() -> None:
    told = meetings(
        f"{MADS} is set to join {KAREL} and Polish Minister Adam Wrona on Sunday for a meeting of the three."
    )
    assert told == [("meeting", "planned", {*TWO, "Adam Wrona"})]


def test_a_meeting_only_asked_about() -> None:
    assert (
        meetings(f"Asked whether a meeting between {MADS} and {KAREL} was in the works, he gave no answer.")
        == []
    )

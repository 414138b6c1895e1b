"""Which words of which sentences tell what was talked of at a meeting."""

from __future__ import annotations

import pytest

from store.model import Article
from store.reading.dates import find_dates
from store.reading.layout import BlockKind
from store.reading.pipeline import read_article
from store.reading.talk import spoken_of, talks_on
from tests.store.reading.phrased import tokens_of, words

OPENING = (
    "SUVA, 4 May 2025 - Fiji's Defence Minister Sela Naidu received Tonga's Defence Minister Tevita Fonua"
)


def topics_of(text: str) -> list[set[str]]:
    reading = read_article(Article("x", text, "2025-05-04"))
    return [{topic.value for topic in meeting.topics} for meeting in reading.meetings]


def told(text: str) -> str | None:
    tokens = tokens_of(text)
    found = spoken_of(tokens, BlockKind.BODY, 0, len(tokens))
    return None if found is None else words(tokens, *found)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The guests discussed wool.", "The guests discussed wool ."),
        ("Wool topped the agenda.", "Wool topped the agenda ."),
        ("Naidu pressed the visitor for cheaper wool.", "Naidu pressed the visitor for cheaper wool ."),
        ("From Suva he flies to a customs fair in Apia.", None),
        ("He visited a wool mill.", None),
        ("He visited a wool mill and spoke about sheep.", "He visited a wool mill and spoke about sheep ."),
        ("“Ships are our roads,” Naidu said after the call.", "” Naidu said after the call ."),
        ("“The two discussed wool,” the release said.", "“ The two discussed wool , ” the release said ."),
        ("- a visit of divers", "- a visit of divers"),
    ],
)
def test_words_that_may_tell_what_was_spoken_of(text: str, what: str | None) -> None:
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They agreed to hold a naval drill off Kadavu in August.", True),
        ("The minister said the patrol boats had sunk no smuggler since 2021.", True),
        ("They agreed in March 2023 to hold drills.", False),
        ("In 2019 they agreed to hold drills.", False),
        ("The two had agreed to train together off Kadavu in 2019.", False),
    ],
)
def test_a_date_within_what_was_said_is_no_look_back(text: str, expected: bool) -> None:
    tokens = tokens_of(text)
    assert talks_on(tokens, find_dates(text), 0, len(tokens)) is expected


def test_what_they_agreed_for_a_later_year_is_of_the_meeting() -> None:
    text = f"{OPENING} in Suva.\n\nThe ministers agreed to set up common courses for naval cadets in 2027."
    assert topics_of(text) == [{"military-education"}]


def test_a_lead_that_says_what_a_host_asked_for_is_of_the_meeting() -> None:
    text = (
        "SUVA, 4 May 2025 - Fiji's Defence Minister Sela Naidu has asked Tonga to share the cost of field"
        " hospitals.\n\nNaidu said this when he received Tonga's Defence Minister Tevita Fonua in Suva."
    )
    assert topics_of(text) == [{"military-medicine"}]


def test_where_a_guest_travels_next_is_no_topic() -> None:
    text = (
        f"{OPENING}.\n\nThe two ministers discussed joint drills of their navies.\n\n"
        "Fonua then toured a sugar mill and a customs post."
    )
    assert topics_of(text) == [{"joint-exercises"}]


def test_what_a_call_was_about() -> None:
    text = f"{OPENING} about courses for naval cadets."
    assert topics_of(text) == [{"military-education"}]


def test_what_the_sides_noted_before_a_verb_of_meeting_is_of_the_first() -> None:
    text = (
        "SUVA, 4 May 2025 - The fourth Fiji-Tonga staff talks took place in Suva on Saturday.\n\n"
        "The two sides noted that the schooling of naval cadets had gone well.\n\n"
        "Fiji's Defence Minister Sela Naidu then received Tonga's Defence Minister Tevita Fonua in Suva."
    )
    assert {"military-education"} in topics_of(text)


def test_after_a_date_within_the_talks_the_paragraph_goes_on() -> None:
    text = (
        f"{OPENING} in Suva. The two agreed on a plan for common courses of naval cadets that both had met to"
        " draft in 2023. Fonua spoke about a field hospital of the two armies."
    )
    assert {"military-education", "military-medicine"} in topics_of(text)


def test_a_text_printed_twice_is_of_the_meeting_that_it_told_of_first() -> None:
    told_once = "Naidu said that the two navies would open a common school for divers and a field hospital."
    text = (
        f"{OPENING} in Suva.\n\n{told_once}\n\nFonua later called on Prime Minister Mere Tuilagi in Suva, and"
        f" the two discussed the price of copra.\n\n{told_once}"
    )
    assert topics_of(text)[1] == {"trade-economy"}


def test_what_a_reporter_asks_is_no_topic() -> None:
    text = "JOURNALIST: Will you raise the tax on copra with the minister?"
    tokens = tokens_of(text)
    assert spoken_of(tokens, BlockKind.SPEECH, 0, len(tokens)) is None


def test_fine_words_in_quotation_marks_are_no_topic() -> None:
    text = f"{OPENING} in Suva.\n\nThe minister told his guest that “a rifle is only a stick under the rice”."
    assert topics_of(text) == [set()]


def test_the_rows_of_what_was_agreed_are_of_the_meeting() -> None:
    told = "The delegations agreed on:\n\n• a ferry line;\n\n• duties on wine by February."
    text = f"{OPENING} in Suva.\n\n{told}"
    assert topics_of(text) == [{"energy-transport", "trade-economy"}]


def test_a_wreath_before_the_talks_is_no_topic() -> None:
    text = f"{OPENING} in Suva.\n\nBefore the talks, he laid a wreath at the Memorial to the Victims of War."
    assert topics_of(text) == [set()]

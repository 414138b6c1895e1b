"""Encounters in a wording that no frame has: reached from a word of meeting over what stands between."""

from __future__ import annotations

import pytest

from store.model import Article, Meeting, MeetingKind, MeetingStatus
from store.reading.pipeline import read_article

DANE = "Danish Defence Minister Mads Kjeldsen"
ICELANDER = "Icelandic Foreign Minister Jon Palsson"


def meetings(text: str) -> tuple[Meeting, ...]:
    return read_article(Article("1", text, "2025-03-12")).meetings


def people(meeting: Meeting) -> tuple[list[str], list[str], list[str]]:
    return tuple([p.value for p in part] for part in (meeting.hosts, meeting.guests, meeting.attendees))  # type: ignore[return-value]


def everybody(meeting: Meeting) -> list[str]:
    return [name for part in people(meeting) for name in part]


@pytest.mark.parametrize(
    "told",
    [
        f"{DANE} held consultations, likewise on the fringe of the forum and here, with {ICELANDER}.",
        f"{DANE} and {ICELANDER} closed on Monday the 23rd meeting of the Arctic Committee.",
        f"{DANE} spent Tuesday morning in conversation, at the embassy, with {ICELANDER}.",
        f"Over coffee on Friday, {DANE} and {ICELANDER} went into fish quotas in a conversation of an hour.",
        f"{DANE} sat, for two hours on Tuesday, with {ICELANDER} over the draft.",
    ],
)
def test_two_sides_are_reached_from_a_word_of_meeting(told: str) -> None:
    (meeting,) = meetings(told)
    assert sorted(everybody(meeting)) == ["Jon Palsson", "Mads Kjeldsen"]
    assert (meeting.kind.value, meeting.status.value) == (MeetingKind.MEETING, MeetingStatus.HELD)
    assert meeting.evidence.rule == "encounter.reached"


@pytest.mark.parametrize("verb", ["received, on the same day,", "greeted, on the tarmac at Keflavik,"])
def test_the_host_of_a_passive_stands_behind_by(verb: str) -> None:
    (meeting,) = meetings(f"{DANE} was also {verb} by the Speaker of the Icelandic Parliament, Birna Dal.")
    assert people(meeting) == (["Birna Dal"], ["Mads Kjeldsen"], [])


def test_whoever_was_taken_there_to_meet_somebody_met_him() -> None:
    (meeting,) = meetings(f"{DANE} was taken to the Ministry of Foreign Affairs to meet {ICELANDER}.")
    assert meeting.status.value == MeetingStatus.HELD


@pytest.mark.parametrize(
    "told",
    [
        f"{DANE} thanked {ICELANDER} for the talks of last year.",
        f"{DANE} said that {ICELANDER} had cancelled the meeting with him.",
        f"{DANE} spoke of a meeting that {ICELANDER} may hold with the press.",
        f"{DANE} welcomed the statement of {ICELANDER}.",
        f"{DANE} discussed the letter that {ICELANDER} sent.",
        f"{DANE} did not sit, on either of the two days in Nuuk, with {ICELANDER} over the draft.",
    ],
)
def test_who_is_only_spoken_of_is_not_met(told: str) -> None:
    assert not meetings(told)


def test_encounters_stand_in_the_order_told() -> None:
    first, second = meetings(
        f"{DANE} held consultations, on the fringe of the forum and in the Red Room, with {ICELANDER}. "
        "He received the Norwegian Ambassador, Kari Moen, on Monday."
    )
    assert "Jon Palsson" in everybody(first)
    assert people(second)[1] == ["Kari Moen"]

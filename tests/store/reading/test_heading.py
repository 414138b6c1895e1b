"""The line by which an article is listed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import (
    Article,
    Ceremony,
    Evidence,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Occasion,
    Official,
    Reading,
    Role,
    Span,
    Stated,
)
from store.reading.heading import heading

WHY = Evidence((Span(0, 1),), "test")


def stated(*values: str) -> tuple[Stated[str], ...]:
    return tuple(Stated(value, WHY) for value in values)


def meeting(
    hosts: tuple[str, ...] = (),
    guests: tuple[str, ...] = (),
    attendees: tuple[str, ...] = (),
    *,
    parties: tuple[str, ...] = (),
    kind: MeetingKind = MeetingKind.MEETING,
    status: MeetingStatus = MeetingStatus.HELD,
    occasion: Occasion | None = None,
    evidence: Evidence = WHY,
) -> Meeting:
    return Meeting(
        kind=Stated(kind, evidence),
        status=Stated(status, WHY),
        date=None,
        place=None,
        venue=None,
        hosts=stated(*hosts),
        guests=stated(*guests),
        attendees=stated(*attendees),
        parties=stated(*parties),
        occasion=Stated(occasion, WHY) if occasion else None,
        topics=(),
        evidence=evidence,
    )


PLANNED, CALL, CONFERENCE = MeetingStatus.PLANNED, MeetingKind.CALL, MeetingKind.CONFERENCE
MEETINGS = [
    ([meeting(("Zakir Hasanov",), ("Levent Ergün",))], "Zakir Hasanov received Levent Ergün"),
    ([meeting(("A B",), ("C D", "E F", "G H", "I J"))], "A B received C D, E F and 2 more"),
    ([meeting(("A B",), ("C D",), status=PLANNED)], "A B to receive C D"),
    ([meeting(("A B",), ("C D",), status=PLANNED), meeting(("E F",), ("G H",))], "E F received G H"),
    ([meeting(attendees=("A B", "C D", "E F"))], "A B, C D and E F met"),
    ([meeting(attendees=("A B", "C D"), kind=CALL)], "A B and C D spoke by phone"),
    ([meeting(attendees=("A B", "C D"), kind=CALL, status=PLANNED)], "A B and C D to speak by phone"),
    ([meeting(parties=("AZ", "NATO"))], "Azerbaijan and NATO met"),
    ([meeting(("A B",), parties=("AZ", "GE"))], "A B met: Azerbaijan and Georgia"),
    (
        [
            meeting(
                attendees=tuple(f"N{n} X" for n in range(7)),
                kind=CONFERENCE,
                occasion=Occasion("Conference of Balkan Chiefs of Defence", 17),
            )
        ],
        "17th Conference of Balkan Chiefs of Defence: N0 X, N1 X and 5 more",
    ),
    ([meeting(kind=CONFERENCE, occasion=Occasion("Gulf Forum", 22))], "22nd Gulf Forum"),
    ([meeting(kind=CONFERENCE, occasion=Occasion("Gulf Forum", 111))], "111th Gulf Forum"),
]


@pytest.mark.parametrize(("meetings", "expected"), MEETINGS)
def test_a_meeting_heads_the_article(meetings: list[Meeting], expected: str) -> None:
    assert heading(Article("1", "Some text."), Reading(meetings=tuple(meetings))) == expected


def test_a_video_call_is_told_by_its_words() -> None:
    text = "They held a video conference."
    call = meeting(attendees=("A B", "C D"), kind=CALL, evidence=Evidence((Span(12, 28),), "test"))
    assert heading(Article("1", text), Reading(meetings=(call,))) == "A B and C D spoke by video"


def test_a_homage_heads_an_article_without_meetings() -> None:
    why = Evidence((Span(0, 1),), "ceremony.homage")
    ceremonies = tuple(Ceremony(site, why) for site in ("Alley of Honor", "Victory Monument"))
    assert (
        heading(Article("1", "Text."), Reading(ceremonies=ceremonies))
        == "Homage at Alley of Honor and Victory Monument"
    )


def test_the_commemorated_head_an_article_without_a_site() -> None:
    dead = Official("Hage Geingob", None, (), None, Stated(Role.HONOURED, WHY), (Span(0, 1),), WHY)
    book = Ceremony("book of condolence", Evidence((Span(0, 1),), "ceremony.condolence"))
    reading = Reading(officials=(dead,), ceremonies=(book,))
    assert heading(Article("1", "Text."), reading) == "In memory of Hage Geingob"
    assert heading(Article("1", "Text."), Reading(ceremonies=(book,))) == "Book of condolence"


def test_else_the_title_or_the_first_words() -> None:
    text = "New minister sworn in\n\nThe president swore in the new minister on Monday, its office said."
    assert heading(Article("1", text), Reading()) == "New minister sworn in"
    long = (
        "The president swore in the new minister on Monday in the Golden Hall of the palace, the office said."
    )
    line = heading(Article("1", long), Reading())
    assert line.endswith("…")
    assert len(line) <= 81
    assert long.startswith(line[:-1])


@given(st.text(max_size=300))
def test_never_empty_and_one_line(text: str) -> None:
    line = heading(Article("key", text), Reading())
    assert line.strip()
    assert "\n" not in line
    assert len(line) <= 81

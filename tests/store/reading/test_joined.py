"""Who sat at the table, joined a call or both meetings, and what is told in the present tense."""

from __future__ import annotations

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

"""Meetings as a calendar."""

from __future__ import annotations

import datetime
from dataclasses import replace

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.exchange import ics
from store.exchange.material import Told
from store.model import Meeting, MeetingKind, MeetingStatus, OpenArticle, Stated
from tests.fabricated import because
from tests.store.exchange.conftest import written


def events(text: str) -> list[icalendar.Event]:
    """The events of a calendar that is one, whose lines are as long as they may be."""
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert max(len(line.encode()) for line in lines) <= ics.OCTETS
    assert not any("\n" in line or "\r" in line for line in lines)
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    found = list(calendar.walk("VEVENT"))
    assert [error for event in found for error in event.errors] == []
    return found


def with_meetings(article: OpenArticle, *meetings: Meeting) -> OpenArticle:
    return replace(article, reading=replace(article.reading, meetings=meetings))


def test_a_meeting_is_a_whole_day(article: OpenArticle) -> None:
    told = Told()
    text = written("ics", article, told=told)
    (event,) = events(text)
    assert told.rows == 1
    assert event.decoded("dtstart") == datetime.date(2025, 12, 17)
    assert event.decoded("dtend") == datetime.date(2025, 12, 18)
    assert event["summary"].startswith("Zakir Hasanov – Levent Ergün (17th Azerbaijan-Türkiye")
    assert event["location"] == "Ministry of Defense, Baku"
    assert event["description"].split("\n")[1] == (
        "Guest: Levent Ergün (TR, Army General, Second Chief of the General Staff)"
    )
    assert "received a delegation" in event["description"]
    assert event["status"] == "CONFIRMED"
    assert "political relations" in event.categories
    assert event.decoded("dtstamp").tzinfo is not None
    assert written("ics", article) == text


def test_each_meeting_has_an_identity_of_its_own_that_stays(article: OpenArticle) -> None:
    (meeting,) = article.reading.meetings
    planned = replace(
        meeting,
        kind=Stated(MeetingKind.CALL, meeting.kind.evidence),
        status=Stated(MeetingStatus.PLANNED, meeting.status.evidence),
    )
    first, second = events(written("ics", with_meetings(article, meeting, planned)))
    assert first["uid"] != second["uid"]
    assert (second["status"], second["summary"][:6]) == ("TENTATIVE", "Call: ")
    wrapped = replace(article, article=replace(article.article, key="another", published=None))
    assert events(written("ics", wrapped))[0]["uid"] == first["uid"]


@pytest.mark.parametrize("date", [None, "2025-12", "2025", "2025-02-30", "9999-12-31"])
def test_what_has_no_day_is_left_out_and_counted(article: OpenArticle, date: str | None) -> None:
    (meeting,) = article.reading.meetings
    undated = replace(meeting, date=Stated(date, meeting.evidence) if date else None)
    told = Told()
    assert events(written("ics", with_meetings(article, undated), told=told)) == []
    assert (told.rows, dict(told.left_out)) == (0, {ics.NO_DAY: 1})


def test_a_meeting_of_parties_alone_and_one_of_nobody(article: OpenArticle) -> None:
    (meeting,) = article.reading.meetings
    nobody = replace(meeting, hosts=(), guests=(), occasion=None, venue=None, place=None)
    first, second = events(written("ics", with_meetings(article, nobody, replace(nobody, parties=()))))
    assert first["summary"] == "AZ – TR"
    assert second["summary"] == article.row.heading
    assert "location" not in first


def test_an_article_whose_moment_is_not_known(article: OpenArticle) -> None:
    lost = replace(article, source=replace(article.source, imported_at=""))
    (event,) = events(written("ics", lost))
    assert event.decoded("dtstamp") == datetime.datetime(2025, 12, 17, tzinfo=datetime.UTC)


@given(
    said=st.text(st.characters(codec="utf-8"), max_size=120),
    title=st.text(st.characters(codec="utf-8"), max_size=90),
)
def test_any_words_come_through(said: str, title: str) -> None:
    from tests.fabricated import opened, second

    article = opened(*second())
    (meeting,) = article.reading.meetings
    why = because(article.article.text, "received")
    made = with_meetings(article, replace(meeting, place=Stated(said, why), venue=None, topics=()))
    (event,) = events(written("ics", made, title=title))
    kept = "".join(letter for letter in " ".join(said.split()) if letter >= " " and letter != "\x7f")
    assert event["location"] == kept

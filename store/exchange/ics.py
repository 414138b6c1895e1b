"""Meetings as days of a calendar (RFC 5545). What has no day is left out, and counted.

The same library writes the same bytes each time: the identity of an event is of the article's words and the
place of the meeting in it, its stamp is when the article was taken in.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress

from store.exchange.material import Material, Told
from store.exchange.participations import takings
from store.exchange.proofs import sentence
from store.intake.files import fingerprint
from store.marks import describe_occasion, one_line, topic_name
from store.model import Meeting, MeetingKind, MeetingStatus, OpenArticle

OCTETS = 75
"""The longest line, without its end."""

NO_DAY = "meetings without a day: the article states none, or only a month or a year"

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_KINDS = {MeetingKind.MEETING: "", MeetingKind.CALL: "Call: ", MeetingKind.CONFERENCE: "Conference: "}


def write(material: Material, told: Told) -> Iterator[str]:
    """A calendar with an all-day event for each meeting."""
    yield from _lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Communiqué//Meetings//EN")
    yield from _lines("CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_text(material.title or 'Communiqué')}")
    for opened in material.articles:
        for number, meeting in enumerate(opened.reading.meetings):
            day = _day(meeting)
            if day is None:
                told.left_out[NO_DAY] += 1
                continue
            told.rows += 1
            yield from _lines(*_event(opened, number, meeting, day))
    yield from _lines("END:VCALENDAR")


def _event(opened: OpenArticle, number: int, meeting: Meeting, day: datetime.date) -> Iterator[str]:
    planned = meeting.status.value is MeetingStatus.PLANNED
    yield "BEGIN:VEVENT"
    yield f"UID:{fingerprint(opened.article.text).hex()}-{number + 1}@communique"
    yield f"DTSTAMP:{_stamp(opened, day)}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + datetime.timedelta(1):%Y%m%d}"  # the first day that is no longer of it
    yield f"SUMMARY:{_text(_summary(opened, meeting))}"
    where = [one_line(stated.value) for stated in (meeting.venue, meeting.place) if stated]
    if where:
        yield f"LOCATION:{_text(', '.join(where))}"
    yield f"DESCRIPTION:{_text(_description(opened, meeting))}"
    if meeting.topics:
        yield f"CATEGORIES:{','.join(_text(topic_name(topic.value)) for topic in meeting.topics)}"
    yield f"STATUS:{'TENTATIVE' if planned else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(opened: OpenArticle, meeting: Meeting) -> str:
    there = takings(opened, meeting)
    sides = [[one.name for one in there if one.side == side] for side in ("hosts", "guests")]
    known = [side for side in sides if side] or [[one.name for one in there]]
    who = " – ".join(", ".join(side) for side in known)
    if not who:
        who = " – ".join(party.value for party in meeting.parties) or one_line(opened.row.heading)
    if meeting.occasion is None:
        return f"{_KINDS[meeting.kind.value]}{who}"
    occasion = describe_occasion(meeting.occasion.value.name, meeting.occasion.value.ordinal)
    return f"{_KINDS[meeting.kind.value]}{who} ({occasion})"


def _description(opened: OpenArticle, meeting: Meeting) -> str:
    parts = []
    for one in takings(opened, meeting):
        rank = one.official.rank.value if one.official is not None and one.official.rank else ""
        posts = [post.title for post in one.official.posts] if one.official is not None else []
        of = ", ".join(one_line(part) for part in (one.country, rank, *posts) if part)
        parts.append(f"{one.side.removesuffix('s').capitalize()}: {one.name}" + (f" ({of})" if of else ""))
    proof = sentence(opened.article.text, meeting.evidence.spans)
    if proof:
        parts.append(f"“{proof}”")
    row = opened.row
    parts.append(", ".join(part for part in (row.outlet, row.date, one_line(row.heading), row.key) if part))
    return "\n".join(parts)


def _day(meeting: Meeting) -> datetime.date | None:
    with suppress(ValueError):
        if meeting.date is not None and len(meeting.date.value) == 10:
            day = datetime.date.fromisoformat(meeting.date.value)
            return day if day < datetime.date.max else None
    return None


def _stamp(opened: OpenArticle, day: datetime.date) -> str:
    with suppress(ValueError):
        when = datetime.datetime.fromisoformat(opened.source.imported_at)
        return f"{when.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    return f"{day:%Y%m%d}T000000Z"


# -- the form


def _text(said: str) -> str:
    """A value of text: what would end it is escaped, what no calendar may hold is gone."""
    plain = _CONTROL.sub("", said.replace("\r\n", "\n").replace("\r", "\n"))
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, f"\\{mark}")
    return plain.replace("\n", "\\n")


def _lines(*lines: str) -> Iterator[str]:
    for line in lines:
        yield "\r\n ".join(folded(line)) + "\r\n"


def folded(line: str) -> Iterator[str]:
    """The pieces of a line, a blank before all but the first, of at most ``OCTETS``; no letter is cut."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > OCTETS:
            yield piece
            piece, size = "", 1
        piece += letter
        size += octets
    yield piece

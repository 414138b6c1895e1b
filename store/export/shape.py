"""The shape of a reading that is shared with other programs: what ``read --json`` and export print.

Offsets are code points into the article's text, half-open. Every fact carries ``evidence``, the spans
it was read from; every official ``mention_spans`` beside ``mentions``.
"""

from __future__ import annotations

from typing import Any

from store.model import Article, Ceremony, Dateline, Evidence, Meeting, Official, Post, Reading, Span, Stated

Json = dict[str, Any]

_SHARED = {"AUNION": "AU"}
"""Codes that the shared shape has otherwise. Here Australia alone has AU: else the African Union would meet
whom Australia meets, and be counted with it."""


def _code(code: str | None) -> str | None:
    return code if code is None else _SHARED.get(code, code)


def reading_to_json(article: Article, reading: Reading) -> Json:
    """``reading`` of ``article`` as one JSON object."""
    return {
        "id": article.key,
        "published": article.published,
        "outlet": _value(reading.outlet),
        "outlet_evidence": _evidence_of(reading.outlet),
        "attributed_to": _value(reading.attributed_to),
        "attributed_to_evidence": _evidence_of(reading.attributed_to),
        "dateline": _dateline(reading.dateline),
        "byline": _value(reading.byline),
        "byline_evidence": _evidence_of(reading.byline),
        "officials": [_official(article.text, official) for official in reading.officials],
        "meetings": [_meeting(meeting) for meeting in reading.meetings],
        "ceremonies": [_ceremony(ceremony) for ceremony in reading.ceremonies],
        "statements": [
            {
                "speaker": statement.speaker,
                "verb": statement.verb,
                "span": list(statement.span),
                "evidence": _spans(statement.evidence),
            }
            for statement in reading.statements
        ],
    }


def _value(stated: Stated[Any] | None) -> Any:
    return None if stated is None else stated.value


def _values(stated: tuple[Stated[Any], ...]) -> list[Any]:
    return [item.value for item in stated]


def _spans(evidence: Evidence) -> list[list[int]]:
    return [list(span) for span in evidence.spans]


def _evidence_of(stated: Stated[Any] | None) -> list[list[int]]:
    return [] if stated is None else _spans(stated.evidence)


def _together(*stated: Stated[Any] | None) -> list[list[int]]:
    """The evidence of several parts: in text order, each span once."""
    spans = {span for item in stated if item is not None for span in item.evidence.spans}
    return [list(span) for span in sorted(spans)]


def _dateline(dateline: Dateline | None) -> Json | None:
    if dateline is None or (dateline.place is None and dateline.date is None):
        return None
    return {
        "place": _value(dateline.place),
        "date": _value(dateline.date),
        "evidence": _together(dateline.place, dateline.date),
    }


def _official(text: str, official: Official) -> Json:
    return {
        "name": official.name,
        "rank": _value(official.rank),
        "posts": [_post(post) for post in official.posts],
        "country": _code(_value(official.country)),
        "role": official.role.value.value,
        "mentions": [_words(text, span) for span in official.mentions],
        "mention_spans": [list(span) for span in official.mentions],
        "evidence": _spans(official.evidence),
        "field_evidence": {
            "rank": _evidence_of(official.rank),
            "country": _evidence_of(official.country),
            "role": _evidence_of(official.role),
        },
    }


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _post(post: Post) -> Json:
    return {
        "title": post.title,
        "organisation": post.organisation,
        "country": _code(post.country),
        "evidence": _spans(post.evidence),
    }


def _meeting(meeting: Meeting) -> Json:
    occasion = meeting.occasion.value if meeting.occasion else None
    return {
        "kind": meeting.kind.value.value,
        "status": meeting.status.value.value,
        "date": _value(meeting.date),
        "place": _value(meeting.place),
        "venue": _value(meeting.venue),
        "hosts": _values(meeting.hosts),
        "guests": _values(meeting.guests),
        "attendees": _values(meeting.attendees),
        "parties": [_code(party.value) for party in meeting.parties],
        "occasion": {"name": occasion.name, "ordinal": occasion.ordinal} if occasion else None,
        "topics": _values(meeting.topics),
        "evidence": _spans(meeting.evidence),
        "field_evidence": {
            "kind": _evidence_of(meeting.kind),
            "status": _evidence_of(meeting.status),
            "date": _evidence_of(meeting.date),
            "place": _evidence_of(meeting.place),
            "venue": _evidence_of(meeting.venue),
            "hosts": _together(*meeting.hosts),
            "guests": _together(*meeting.guests),
            "attendees": _together(*meeting.attendees),
            "parties": _together(*meeting.parties),
            "occasion": _evidence_of(meeting.occasion),
            "topics": [_spans(topic.evidence) for topic in meeting.topics],
        },
    }


def _ceremony(ceremony: Ceremony) -> Json:
    return {"site": ceremony.site, "evidence": _spans(ceremony.evidence)}

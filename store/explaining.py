"""Why a reading says what it says: every value, the rule that read it, how sure it is, the words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from store.model import Article, Evidence, Meeting, Official, Post, Reading, Span, Stated

NOT_STATED = "not stated"
_LONGEST_QUOTE = 60  # code points of a quotation
_MOST_PLACES = 4  # quotations of one field


def plain(text: str) -> str:
    """``text`` on one line and without control characters, which could command the terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


Field = tuple[str, str, Evidence | None]
"""Name, value and evidence of a field; no evidence where it is not stated."""


def explained(article: Article, reading: Reading) -> Iterator[str]:
    """Lines that give every field of a reading with the words it was read from.

    A place is given as line and column of the article's text, both counted from 1.
    """
    places = _Places(article.text)
    yield from _section("Source", _source(reading), places)
    for number, official in enumerate(reading.officials, 1):
        yield from _section(f"Official {number} of {len(reading.officials)}", _official(official), places)
    for number, meeting in enumerate(reading.meetings, 1):
        yield from _section(f"Meeting {number} of {len(reading.meetings)}", _meeting(meeting), places)
    ceremonies: list[Field] = [
        ("ceremony", ceremony.site, ceremony.evidence) for ceremony in reading.ceremonies
    ]
    yield from _section("Ceremonies", ceremonies or [("ceremony", NOT_STATED, None)], places)
    statements: list[Field] = [
        ("statement", f"{statement.speaker}: {statement.verb}", statement.evidence)
        for statement in reading.statements
    ]
    yield from _section("Statements", statements or [("statement", NOT_STATED, None)], places)


class _Places:
    """Offsets of a text as line and column, and its words as quotations."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def place(self, offset: int) -> str:
        line = bisect_right(self._starts, offset)
        return f"{line}:{offset - self._starts[line - 1] + 1}"

    def quoted(self, span: Span) -> str:
        """The words of a span on one line, without control characters, the middle of long ones left out."""
        words = plain(self._text[span.start : span.end])
        if len(words) > _LONGEST_QUOTE:
            half = _LONGEST_QUOTE // 2
            words = f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
        return f"{self.place(span.start)} “{words}”"


def _section(title: str, fields: Iterable[Field], places: _Places) -> Iterator[str]:
    yield title
    for name, value, evidence in fields:
        yield f"  {name:<13} {plain(value)}{_reason(evidence, places)}"


def _reason(evidence: Evidence | None, places: _Places) -> str:
    if evidence is None:
        return ""
    quotes = [places.quoted(span) for span in evidence.spans[:_MOST_PLACES]]
    if len(evidence.spans) > _MOST_PLACES:
        quotes.append(f"and {len(evidence.spans) - _MOST_PLACES} more")
    words = ", ".join(quotes) or "no words of its own"
    return f"  [{plain(evidence.rule)}, {evidence.confidence:.2f}]  {words}"


def _maybe(name: str, stated: Stated[str] | None) -> Field:
    return (name, stated.value, stated.evidence) if stated else (name, NOT_STATED, None)


def _all(name: str, stated: Sequence[Stated[str]]) -> list[Field]:
    return [(name, item.value, item.evidence) for item in stated] or [(name, NOT_STATED, None)]


def _source(reading: Reading) -> Iterator[Field]:
    yield _maybe("outlet", reading.outlet)
    yield _maybe("cites", reading.attributed_to)
    yield _maybe("dated from", reading.dateline.place if reading.dateline else None)
    yield _maybe("dated", reading.dateline.date if reading.dateline else None)
    yield _maybe("author", reading.byline)


def _official(official: Official) -> Iterator[Field]:
    yield "name", official.name, official.evidence
    yield _maybe("rank", official.rank)
    yield from [_post(post) for post in official.posts] or [("post", NOT_STATED, None)]
    yield _maybe("acts for", official.country)
    yield "role", official.role.value.value, official.role.evidence


def _post(post: Post) -> Field:
    return "post", ", ".join(filter(None, (post.title, post.organisation, post.country))), post.evidence


def _meeting(meeting: Meeting) -> Iterator[Field]:
    yield "kind", meeting.kind.value.value, meeting.kind.evidence
    yield "status", meeting.status.value.value, meeting.status.evidence
    yield _maybe("date", meeting.date)
    yield _maybe("place", meeting.place)
    yield _maybe("venue", meeting.venue)
    yield from _all("host", meeting.hosts)
    yield from _all("guest", meeting.guests)
    yield from _all("attended", meeting.attendees)
    yield from _all("party", meeting.parties)
    occasion = meeting.occasion
    if occasion is None:
        yield "occasion", NOT_STATED, None
    else:
        ordinal = f" (no. {occasion.value.ordinal})" if occasion.value.ordinal else ""
        yield "occasion", occasion.value.name + ordinal, occasion.evidence
    yield from _all("topic", meeting.topics)

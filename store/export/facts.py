"""Facts of one article as others take them over: Markdown, and rows of CSV. Pure.

A fact is one value of a field. Codes, dates and topics are as the model holds them, so that a spreadsheet can
count them; the words that a fact was read from stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from store.export import cells
from store.marks import describe_occasion, describe_post, fact_spans, one_line, topic_name
from store.model import Fact, FactState, Meeting, Occasion, Official, OpenArticle, Post, Span, Stated

NOT_STATED = "not stated"
ARTICLE_COLUMNS = ("article", "published", "outlet", "heading")
FACT_COLUMNS = (
    *ARTICLE_COLUMNS,
    *("subject", "number", "of", "field", "value", "state", "was", "words", "start", "end"),
)
OFFICIAL_FIELDS = ("name", "rank", "posts", "country", "role")
MEETING_FIELDS = (
    *("kind", "status", "date", "place", "venue", "hosts", "guests", "attendees", "parties"),
    *("occasion", "topics"),
)
OFFICIAL_COLUMNS = (*ARTICLE_COLUMNS, *OFFICIAL_FIELDS, "state", "words")
MEETING_COLUMNS = (*ARTICLE_COLUMNS, *MEETING_FIELDS, "state", "words")
"""What the cells of a row are, in the order in which they stand."""

_STATES = {FactState.MACHINE: "as read", FactState.CONFIRMED: "confirmed", FactState.CORRECTED: "corrected"}
_SOURCES = ("outlet", "attributed_to", "byline")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of an article."""

    fact: Fact
    of: str  # whose it is: an official's name, who made a statement
    value: str  # "" where nothing is stated
    words: str
    span: Span | None
    state: FactState
    was: str

    @property
    def field(self) -> str:
        """What the fact says of its official or meeting."""
        return self.fact.field or ("name" if self.fact.kind == "official" else self.fact.kind)

    @property
    def said(self) -> str:
        """The value, or that there is none."""
        return self.value or NOT_STATED


def lines(opened: OpenArticle) -> Iterator[Line]:
    """Every fact of an article; a field that is not stated is one, too."""
    reading = opened.reading
    for index, official in enumerate(reading.officials):
        for field in OFFICIAL_FIELDS:
            fact = Fact("official", index, "" if field == "name" else field)
            yield from _field(opened, fact, one_line(official.name), getattr(official, field))
    for index, meeting in enumerate(reading.meetings):
        for field in MEETING_FIELDS:
            yield from _field(opened, Fact("meeting", index, field), "", getattr(meeting, field))
    for index, ceremony in enumerate(reading.ceremonies):
        yield _line(opened, Fact("ceremony", index), "", one_line(ceremony.site))
    for index, statement in enumerate(reading.statements):
        said = _quoted(opened, statement.span)
        yield _line(
            opened, Fact("statement", index), one_line(statement.speaker), f"{statement.verb}: {said}"
        )
    for field in _SOURCES:
        yield from _field(opened, Fact("source", 0, field), "", getattr(reading, field))


def lines_of(opened: OpenArticle, fact: Fact, whole: bool = False) -> list[Line]:
    """The line of one fact, or the lines of its whole official or meeting."""
    wanted = fact if fact.field or fact.kind != "meeting" else None
    return [
        line
        for line in lines(opened)
        if (line.fact.kind, line.fact.index) == (fact.kind, fact.index) and (whole or line.fact == wanted)
    ]


# -- Markdown

Named = Callable[[str], str]
"""Gives the name of a country's code."""


def as_markdown(opened: OpenArticle, found: Sequence[Line], name_of: Named = str) -> str:
    """Markdown: each fact with the words it was read from, and below where they are from."""
    if len(found) == 1:
        of = f" of {_plain(found[0].of)}" if found[0].of and found[0].field != "name" else ""
        return f"**{_plain(called(found[0]))}**{of}: {_marked(found, name_of)}  \n{_source(opened)}\n"
    written = []
    for title, own in grouped(opened, found):
        written += [f"### {_plain(title)}", ""]
        written += [f"- **{_plain(called(one[0]))}:** {_marked(one, name_of)}" for one in by_field(own)]
        written.append("")
    return "\n".join([*written, _source(opened), ""])


def grouped(opened: OpenArticle, found: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """Lines by what they are of, each group with its title."""
    groups: dict[tuple[str, int], tuple[str, list[Line]]] = {}
    many = len(opened.reading.meetings) > 1
    for line in found:
        kind, number = line.fact.kind, line.fact.index
        if kind == "official":
            title = f"{line.of} ({opened.reading.officials[number].role.value.value})"
        elif kind == "meeting":
            title = f"Meeting {number + 1}" if many else "Meeting"
        else:
            title, number = {"ceremony": "Ceremonies", "statement": "Statements"}.get(kind, "Source"), 0
        groups.setdefault((kind, number), (title, []))[1].append(line)
    return list(groups.values())


def by_field(own: Iterable[Line]) -> list[list[Line]]:
    """The lines of each field; statements by who made them."""
    fields: dict[tuple[str, str], list[Line]] = {}
    for line in own:
        if line.fact.kind != "official" or line.field not in ("name", "role"):  # those are in the title
            fields.setdefault((line.field, line.of if line.fact.kind == "statement" else ""), []).append(line)
    return list(fields.values())


def called(line: Line) -> str:
    """What the field of a fact is called; of a statement, who made it."""
    if line.fact.kind == "statement":
        return line.of
    return {"attendees": "Also present", "attributed_to": "Cites"}.get(line.field, line.field.capitalize())


def _marked(one: Sequence[Line], name_of: Named) -> str:
    told = []
    for line in one:
        said = line.said
        if line.value and line.field in ("country", "parties"):
            said = name_of(line.value)
        elif line.field == "topics":
            said = topic_name(said)
        words = "" if not line.words or line.words in said else f" (“{_plain(line.words)}”)"
        state = "" if line.state is FactState.MACHINE else f" *{_STATES[line.state]}*"
        told.append(f"{_plain(said)}{words}{state}")
    return "; ".join(told)


def _source(opened: OpenArticle) -> str:
    row = opened.row
    heading = f"“{one_line(row.heading)}”" if row.heading else None
    return _plain(", ".join(part for part in (row.outlet, row.date, heading, row.key) if part))


def _plain(text: str) -> str:
    """Text that Markdown takes for text."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


# -- CSV


def fact_row(opened: OpenArticle, line: Line) -> str:
    """One fact: see ``FACT_COLUMNS``."""
    start, end = line.span if line.span else (None, None)
    subject, number, state = line.fact.kind, line.fact.index + 1, _STATES[line.state]
    words = (line.of, line.field, line.said, state, line.was, line.words)
    return cells.row((*_article(opened), subject, number, *words, start, end))


def whole_row(opened: OpenArticle, fact: Fact) -> str:
    """An official or a meeting: see ``OFFICIAL_COLUMNS`` and ``MEETING_COLUMNS``."""
    own = lines_of(opened, fact, whole=True)
    fields = OFFICIAL_FIELDS if fact.kind == "official" else MEETING_FIELDS
    values = (_joined([line for line in own if line.field == field]) for field in fields)
    known = opened.reading.officials if fact.kind == "official" else opened.reading.meetings
    thing: Official | Meeting = known[fact.index]
    words = " … ".join(dict.fromkeys(_quoted(opened, span) for span in thing.evidence.spans))
    return cells.row((*_article(opened), *values, _together(own), words))


def table(opened: OpenArticle) -> str:
    """All facts of an article, a row each, under their columns."""
    return "\n".join([cells.row(FACT_COLUMNS), *(fact_row(opened, line) for line in lines(opened))]) + "\n"


def _joined(one: Sequence[Line]) -> str:
    return "; ".join(line.said for line in one)


def _article(opened: OpenArticle) -> tuple[str | None, ...]:
    return opened.article.key, opened.row.date, opened.row.outlet, one_line(opened.row.heading)


def _together(own: Sequence[Line]) -> str:
    """Who stands behind all of it: as read, unless a person looked at every field."""
    states = {line.state for line in own}
    if FactState.MACHINE in states:
        return "as read" if states == {FactState.MACHINE} else "partly confirmed"
    return _STATES[FactState.CORRECTED if FactState.CORRECTED in states else FactState.CONFIRMED]


# -- values


def _field(opened: OpenArticle, fact: Fact, of: str, said: Any) -> Iterator[Line]:
    values = _values(said)
    for item, value in enumerate(values):
        yield _line(opened, Fact(fact.kind, fact.index, fact.field, item), of, value)
    if not values:
        yield _line(opened, fact, of, "")


def _line(opened: OpenArticle, fact: Fact, of: str, value: str) -> Line:
    spans = fact_spans(opened.reading, fact) if value else ()
    words = " … ".join(dict.fromkeys(_quoted(opened, span) for span in spans))
    own = Fact(fact.kind, fact.index, fact.field or ("name" if fact.kind == "official" else ""))
    state = opened.states.get(own) or opened.states.get(Fact(fact.kind, fact.index)) or FactState.MACHINE
    was = "; ".join(_values(opened.was[own])) or NOT_STATED if own in opened.was else ""
    return Line(fact, of, value, words, spans[0] if spans else None, state, was)


def _values(said: Any) -> list[str]:
    """A field as texts, one for each value."""
    if said is None or said == "":
        return []
    if isinstance(said, tuple):
        return [text for one in said for text in _values(one)]
    value = said.value if isinstance(said, Stated) else said
    if isinstance(value, Post):
        return [describe_post(value)]
    if isinstance(value, Occasion):
        return [describe_occasion(value.name, value.ordinal)]
    return [one_line(str(value.value if isinstance(value, Enum) else value))]


def _quoted(opened: OpenArticle, span: Span) -> str:
    return one_line(opened.article.text[span.start : span.end])

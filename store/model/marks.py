"""Stretches of the text that are drawn as evidence, and the facts that they point at."""

from __future__ import annotations

from enum import StrEnum

from store.model.reading import Span
from store.records import dataclass


class MarkKind(StrEnum):
    """The kinds of marks drawn in the text."""

    OFFICIAL = "official"
    RANK = "rank"
    POST = "post"
    DATE = "date"
    PLACE = "place"
    VENUE = "venue"
    OCCASION = "occasion"
    TOPIC = "topic"
    CEREMONY = "ceremony"
    MEETING = "meeting"  # the words that tell of the encounter
    STATEMENT = "statement"  # the words that somebody said
    SOURCE = "source"  # outlet, attribution, dateline, byline


@dataclass(frozen=True, slots=True)
class Fact:
    """Points at one fact of a reading: ``Fact("official", 2, "posts", 1)``: the second post of the third."""

    kind: str  # "official" | "meeting" | "ceremony" | "statement" | "source"
    index: int = 0
    field: str = ""  # name of the dataclass field; "" for the whole
    item: int = 0  # index within a tuple field


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to be drawn as evidence of a fact."""

    span: Span
    kind: MarkKind
    fact: Fact
    label: str  # one line that says what it is: "Official: Levent Ergün, guest, TR"

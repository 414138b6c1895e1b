"""What is read of an article's origin. Spans are surface offsets."""

from __future__ import annotations

from dataclasses import dataclass

from store.model import Span


@dataclass(frozen=True, slots=True)
class Read:
    """A value with the words it was read from and the rule."""

    value: str
    span: Span
    rule: str


@dataclass(slots=True)
class SourceReading:
    """What the head, the foot and the prose of an article say of its origin."""

    place: Read | None = None
    place_country: str | None = None  # ISO 3166 alpha-2 of the dateline's place
    date: Read | None = None  # ISO date
    outlet: Read | None = None
    outlet_country: str | None = None
    attributed_to: Read | None = None
    byline: Read | None = None
    body_start: int = 0  # where the prose begins after a dateline

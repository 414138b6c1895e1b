"""What the settings of encounters are read from and into, each value with its words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from store.model import Span
from store.reading.cities import Place
from store.reading.dates import SentenceDates
from store.reading.layout import Block
from store.reading.mentions import Phrases
from store.reading.occasions import OccasionPhrase
from store.reading.people import Person
from store.reading.source import SourceReading
from store.reading.story import Telling
from store.reading.tokens import Tokens
from store.reading.venues import Venue


@dataclass(slots=True)
class Found:
    """A value with its surface spans and the rule that read it."""

    value: str
    spans: tuple[Span, ...]
    rule: str
    country: str | None = None


@dataclass(slots=True)
class Setting:
    """Date, place, venue and occasion of one encounter."""

    date: Found | None = None
    place: Found | None = None
    venue: Found | None = None
    occasion: OccasionPhrase | None = None


@dataclass(slots=True)
class Scene:
    """What the settings are read from."""

    tokens: Tokens
    phrases: Phrases
    people: list[Person]
    blocks: list[Block]
    text: str
    source: SourceReading
    published: datetime.date | None
    dates: SentenceDates
    telling: Telling
    lands: dict[int, str] = field(default_factory=dict)  # sentence to the country abroad where they met
    occasions: dict[int, list[OccasionPhrase]] = field(default_factory=dict)  # by sentence
    places: dict[int, list[Place]] = field(default_factory=dict)
    visited: str | None = None  # the one country that somebody is said to visit
    venues: dict[int, list[Venue]] = field(default_factory=dict)


def head_end(scene: Scene) -> int:
    """Where the dateline ends: its place and date are no part of what is told after it."""
    reads = (scene.source.place, scene.source.date)
    ends = [r.span.end for r in reads if r is not None and r.rule in ("dateline.head", "dateline.date")]
    end = max(ends, default=0)
    agency = scene.source.outlet
    if (
        end
        and agency is not None
        and agency.rule == "outlet.dateline"
        and 0 <= agency.span.start - end < _NEAR
    ):
        return agency.span.end  # "Damascus, SANA-"
    return end


_NEAR = 12  # characters between a dateline's place or date and its agency


def span_of(scene: Scene, first: int, last: int) -> Span:
    """The span of tokens ``[first, last)``."""
    return Span(scene.tokens.start[first], scene.tokens.end[last - 1])

"""Journeys that lie ahead: a city and a day said of a visit hold for the meetings on it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from store.reading.dates import DatePhrase, Precision, resolve
from store.reading.days import of_the_saying
from store.reading.layout import BlockKind
from store.reading.leads import moves_on, of_event_to_come
from store.reading.scene import Found, Scene, head_end, span_of
from store.reading.story import Encounter

_AHEAD = frozenset(
    "will shall to is are due leaves leave heads departs travels flies arrives expected scheduled".split()
)
_INTENT = "will|shall|is to|are to|to|is due|is set|is expected|is scheduled|plans|intends"
_MOVES = (
    "visit|travel|arrive|go|fly|head|come|be in|take part|participate|attend|gather|convene|be held"
    "|take place|meet in|leave for|depart for|continue|proceed|return|move on|go on"
)
_GOES = re.compile(
    rf"\b(?:(?:{_INTENT}) (?:[\w-]+ ){{0,6}}?(?:{_MOVES})"
    r"|leaves? for|leaving for|departs? for|heads? (?:to|for)|(?:is|are) (?:travell?ing|flying|heading)"
    r"|travels? to|flies to|arrives? in|on the (?:eve|sidelines|margins) of)\b"
)
_FAR = 7  # sentences after which a journey is forgotten
_RANGE = re.compile(r"\d\s*(?:-|–|—|to|and|&)\s*\d")


@dataclass(slots=True)
class Journey:
    """Where somebody will go and when, as one sentence says."""

    sentence: int
    place: Found | None
    day: Found | None


def journey_before(scene: Scene, encounter: Encounter) -> Journey | None:
    """The journey on which a planned encounter falls: told by its own sentence or one shortly before."""
    own = encounter.sentences[0]
    for number in range(own, max(-1, own - _FAR), -1):
        first, last, block = scene.tokens.sentences[number]
        if scene.blocks[block].kind not in (BlockKind.BODY, BlockKind.SPEECH, BlockKind.HEADLINE):
            continue
        if _AHEAD.isdisjoint(scene.tokens.low[first:last]):
            continue
        if _GOES.search(" ".join(scene.tokens.low[first:last])) is None:
            continue
        journey = Journey(number, _place(scene, number, first), _day(scene, first))
        if journey.place is not None or journey.day is not None:
            return journey
    return None


def _place(scene: Scene, number: int, first: int) -> Found | None:
    found = [
        p
        for p in scene.places.get(number, ())
        if scene.tokens.start[p.first] >= head_end(scene)
        and p.first > first
        and scene.tokens.low[p.first - 1] in ("to", "in", "for", "at", "visit")
        and not moves_on(scene.tokens.low, p.first)
        and not of_event_to_come(scene.tokens.low, first, p.first)
    ]
    if len({p.name for p in found}) != 1:
        return None
    place = found[0]
    return Found(
        place.name, (span_of(scene, place.first, place.last),), "place.journey", place.country or None
    )


def _day(scene: Scene, first: int) -> Found | None:
    phrases = [
        d
        for d in scene.dates.get(first, ())
        if d.precision is Precision.DAY
        and d.which != "story"
        and d.span.start >= head_end(scene)
        and not of_the_saying(scene, d, _base(scene))
    ]
    days = {resolve(phrase, _base(scene), True) for phrase in phrases}
    if len(days) != 1 or any(_lasts(scene, phrase) for phrase in phrases):
        return None
    day = days.pop()
    return Found(day.isoformat(), (phrases[0].span,), "date.journey") if day is not None else None


def _lasts(scene: Scene, phrase: DatePhrase) -> bool:
    """Whether the phrase is of several days: ``7-8 April``, ``from 7 April``."""
    said = scene.text[phrase.span.start : phrase.span.end + 6]
    before = scene.text[max(0, phrase.span.start - 14) : phrase.span.start].lower()
    return _RANGE.search(said) is not None or before.endswith(
        ("from ", "between ", "starting ", "beginning ")
    )


def _base(scene: Scene) -> datetime.date | None:
    if scene.published is not None:
        return scene.published
    return datetime.date.fromisoformat(scene.source.date.value) if scene.source.date else None

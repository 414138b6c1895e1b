"""Who is commemorated: people named where a homage or a mourning is told, and single names on sites."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from store.model import Span
from store.reading.ceremonies import CeremonyHit
from store.reading.gazetteer import HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.people import Person
from store.reading.spellings import parts_of
from store.reading.tokens import Tokens


def mark_honoured(
    tokens: Tokens,
    phrases: Phrases,
    people: list[Person],
    ceremonies: Iterable[CeremonyHit],
    told: Iterable[Span],
) -> None:
    """Mark the people named on sites or mourned; a name of one word on a site makes a person of its own."""
    spans = [*told]
    for hit in ceremonies:
        spans += hit.honoured
        if hit.site[:1].islower():  # "Tomb of Makedonitissa" may be a place's
            for span in hit.honoured:
                _take_single_name(tokens, phrases, people, span)
    for person in people:
        person.honoured = any(a <= tokens.start[m.first] < b for m in person.mentions for a, b in spans)


def _take_single_name(tokens: Tokens, phrases: Phrases, people: list[Person], span: Span) -> None:
    """``the monument to Rudaki``: no list of names knows him, but a site is named after him."""
    at = bisect_left(tokens.start, span.start)
    if at >= len(tokens) or (tokens.start[at], tokens.end[at]) != (span.start, span.end):
        return
    hit, mention = phrases.hits[at], phrases.mention_at[at]
    if len(tokens.word[at]) < 4 or (hit is not None and hit.entry.kind is not HitKind.CITY):
        return
    if mention is not None:
        if mention.person < 0:
            mention.person = len(people)
            people.append(Person(parts_of(tokens, mention), mention, [mention]))
        return
    if phrases.post_at[at] is not None:
        return
    number = next(n for n, (first, last, _) in enumerate(tokens.sentences) if first <= at < last)
    mention = Mention(at, at + 1, number, left=at, right=at + 1, person=len(people))
    phrases.mention_at[at] = mention
    phrases.mentions.insert(bisect_left([m.first for m in phrases.mentions], at), mention)
    people.append(Person(parts_of(tokens, mention), mention, [mention]))

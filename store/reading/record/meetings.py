"""Meetings: who took part on which side, and what was spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from store.model import Evidence, Meeting, MeetingKind, MeetingStatus, Occasion, Span, Stated
from store.reading.ceremonies import CeremonyHit
from store.reading.layout import BlockKind
from store.reading.occasions import OccasionPhrase
from store.reading.record.evidence import Back, evidence_of, mention_span, setting_found
from store.reading.scene import Scene, Setting, span_of
from store.reading.story import Encounter
from store.reading.talk import TALKED, quotes_within, spoken_of
from store.reading.topics import Named, find_topics

_OF_QUOTES = frozenset({"political-relations", "multilateral"})  # spoken of in fine words


def meeting_of(
    scene: Scene,
    encounter: Encounter,
    setting: Setting,
    index: int,
    names: dict[int, str],
    ceremonies: Sequence[CeremonyHit],
    back: Back,
) -> Meeting | None:
    """The meeting of an encounter; None where nobody is left whom it brings together."""
    tokens = scene.tokens
    words = [(tokens.start[a], tokens.end[b - 1]) for a, b in encounter.words]
    loose = encounter.rule == "encounter.reached"  # no frame has the wording
    told = evidence_of(words[:2], encounter.rule, back, 0.6 if loose else 0.9 if encounter.directed else 0.8)
    parties = _parties(scene, encounter, names, back)
    if len(encounter.principals) < 2 and len(parties) < 2:
        return None
    occasion = setting.occasion
    return Meeting(
        kind=Stated(MeetingKind(encounter.kind), told),
        status=Stated(MeetingStatus.PLANNED if encounter.planned else MeetingStatus.HELD, told),
        date=setting_found(setting.date, back),
        place=setting_found(setting.place, back),
        venue=setting_found(setting.venue, back),
        hosts=_takers(scene, encounter, encounter.hosts, names, back),
        guests=_takers(scene, encounter, encounter.guests, names, back),
        attendees=_takers(scene, encounter, encounter.attendees, names, back),
        parties=parties,
        occasion=None
        if occasion is None
        else Stated(
            Occasion(occasion.name, occasion.ordinal),
            evidence_of([(occasion.start, occasion.end)], occasion.rule, back, 0.85),
        ),
        topics=_topics(scene, encounter, index, [p.value for p in parties], ceremonies, occasion, back),
        evidence=evidence_of(words[:3], encounter.rule, back, 0.6 if loose else 0.9),
    )


def _takers(
    scene: Scene, encounter: Encounter, people: list[int], names: dict[int, str], back: Back
) -> tuple[Stated[str], ...]:
    rows = []
    for number in dict.fromkeys(people):
        if number not in names:
            continue
        person = scene.people[number]
        near = [m for m in person.mentions if m.sentence in encounter.sentences] or person.mentions
        rows.append(
            Stated(names[number], Evidence((mention_span(scene, near[0], back),), encounter.rule, 0.9))
        )
    return tuple(rows)


def _parties(
    scene: Scene, encounter: Encounter, names: dict[int, str], back: Back
) -> tuple[Stated[str], ...]:
    spans: dict[str, Span] = {}
    for number in encounter.hosts + encounter.guests + encounter.attendees:
        person = scene.people[number]
        if person.country and number in names:
            spans.setdefault(person.country, mention_span(scene, person.mentions[0], back))
    sentence = scene.tokens.sentences[encounter.sentences[0]]
    for code in encounter.parties:
        if code not in spans:
            spans[code] = back(scene.tokens.start[sentence[0]], scene.tokens.end[sentence[1] - 1])
    return tuple(Stated(code, Evidence((spans[code],), "parties.countries", 0.9)) for code in sorted(spans))


def _topics(
    scene: Scene,
    encounter: Encounter,
    index: int,
    parties: list[str],
    ceremonies: Sequence[CeremonyHit],
    occasion: OccasionPhrase | None,
    back: Back,
) -> tuple[Stated[str], ...]:
    found: dict[str, Stated[str]] = {}
    homage = [span for hit in ceremonies for span in hit.spans]
    for number in sorted(number for number, about in scene.telling.about.items() if index in about):
        first, last, block = scene.tokens.sentences[number]
        met = next((b for a, b in encounter.words if first <= a < last), None)
        told = spoken_of(scene.tokens, scene.blocks[block].kind, first, last, met)
        if told is None:
            continue
        start, end = scene.tokens.start[told[0]], scene.tokens.end[told[1] - 1]
        sited = number not in encounter.sentences and any(start <= a < end for a, _ in homage)
        if sited and TALKED.isdisjoint(scene.tokens.low[first:last]):
            continue
        if scene.blocks[block].kind is BlockKind.HEADLINE and number not in encounter.sentences:
            continue
        own = occasion if occasion is not None and start <= occasion.start < end else None
        names = partial(_names_within, scene, number, first, last, own)
        hits = find_topics(scene.text, start, end, parties, names)
        quoted = quotes_within(scene.tokens, told[0], told[1]) if hits else []
        for hit in hits:
            if hit.topic not in _OF_QUOTES and any(a < hit.span.start < b for a, b in quoted):
                continue
            if hit.topic not in found:
                found[hit.topic] = Stated(hit.topic, Evidence((back(*hit.span),), hit.rule, hit.confidence))
    return tuple(found.values())


def _names_within(scene: Scene, number: int, first: int, last: int, occasion: OccasionPhrase | None) -> Named:
    """What is named in a sentence, which is no topic: people and posts, and its venues and occasion."""
    phrases = scene.phrases
    named = {id(m): m for m in phrases.mention_at[first:last] if m is not None and m.person >= 0}
    posts = {id(p): p for m in named.values() for p in m.posts if first <= p.first < last}
    posts.update(
        (id(p), p) for p in phrases.post_at[first:last] if p is not None and scene.tokens.cap[p.first]
    )
    places = [span_of(scene, venue.first, venue.last) for venue in scene.venues.get(number, ())]
    if occasion is not None:
        places.append(Span(occasion.start, occasion.end))
    people = [span_of(scene, mention.first, mention.last) for mention in named.values()]
    return Named(places, people + [span_of(scene, post.first, post.last) for post in posts.values()])

"""Cities that the story has come to: visited, travelled to, and those where a guest still is."""

from __future__ import annotations

from store.reading.layout import BlockKind
from store.reading.leads import leads_away, of_event_to_come
from store.reading.scene import Found, Scene, span_of
from store.reading.story import Encounter

_JOURNEYS = frozenset("visit trip travelled traveled journey tour".split())


def still_abroad(
    scene: Scene, encounter: Encounter, before: Encounter, country: str | None, home: str | None
) -> bool:
    """Whether a guest of the meeting before, far from home, here meets somebody who is at home there."""
    if country in (None, home):
        return False
    codes = {scene.people[p].country for p in encounter.principals}
    nobody = not before.directed and not before.hosts and country not in codes
    if nobody and encounter.principals & before.principals:
        return True  # beside a gathering in a third country
    visitors = encounter.principals & set(before.guests)
    return bool(visitors) and codes <= {None, country, home}


def visited_in(scene: Scene, encounter: Encounter) -> Found | None:
    """``During his visit to Manila he met ...``: the city, said before the verb of its own sentence."""
    first, _, _ = scene.tokens.sentences[encounter.sentences[0]]
    for place in scene.places.get(encounter.sentences[0], []):
        window = scene.tokens.low[max(first, place.first - 4) : place.first]
        if place.last <= encounter.words[0][0] and window[-1:] == ["to"] and _JOURNEYS & set(window):
            span = span_of(scene, place.first, place.last)
            return Found(place.name, (span,), "place.travelled", place.country)
    return None


_BEING = frozenset("is are was were been currently now presently staying stays".split())
_NOW = frozenset("who currently now presently staying stays".split())
_WHILE = 7  # sentences for which somebody is taken to be there still


def staying_in(scene: Scene, encounter: Encounter) -> Found | None:
    """``X, who is in Geneva to take part in ...``: where those whom X then meets are met too."""
    own = encounter.sentences[0]
    low = scene.tokens.low
    for number in range(own, max(-1, own - _WHILE), -1):
        for place in scene.places.get(number, ()):
            first = scene.tokens.sentences[number][0]
            if low[place.first - 1] != "in" or low[place.first - 2] not in _BEING:
                continue
            window = low[max(first, place.first - 4) : place.first]
            if _NOW.isdisjoint(window) and window[-2:] not in (["is", "in"], ["are", "in"]):
                continue
            told = {m.person for m in scene.phrases.mention_at[first : place.first] if m is not None}
            if told & encounter.principals:
                span = span_of(scene, place.first, place.last)
                return Found(place.name, (span,), "place.travelled", place.country)
    return None


def travelled_to(scene: Scene, sentence: int) -> Found | None:
    """The last city that an earlier sentence puts the story in: ``in Baku``, ``then travelled to Bender``."""
    for number in range(sentence - 1, max(-1, sentence - 7), -1):
        first, _last, block = scene.tokens.sentences[number]
        if scene.blocks[block].kind not in (BlockKind.BODY, BlockKind.SPEECH):
            continue
        for place in scene.places.get(number, []):
            if of_event_to_come(scene.tokens.low, first, place.first):
                continue
            before = scene.tokens.low[place.first - 1]
            window = scene.tokens.low[max(first, place.first - 6) : place.first]
            event = any(o.start > scene.tokens.start[place.first] for o in scene.occasions.get(number, ()))
            if (
                before == "visited"
                or (before == "to" and event)
                or (
                    before == "to"
                    and {
                        "visit",
                        "trip",
                        "travelled",
                        "traveled",
                        "arrived",
                        "proceeded",
                        "went",
                        "moved",
                        "flew",
                    }
                    & set(window)
                )
            ):
                return Found(
                    place.name, (span_of(scene, place.first, place.last),), "place.travelled", place.country
                )
            low = scene.tokens.low
            series = "meetings" in low[first : place.first] and not leads_away(low, first, place.first)
            if place.sure and series and not _long_before(low, first, place.first):
                return Found(
                    place.name, (span_of(scene, place.first, place.last),), "place.told", place.country
                )
            if (
                place.sure
                and {"arrived", "meetings", "visit", "held", "met", "talks", "received", "welcomed"}
                & set(window)
                and not _long_before(scene.tokens.low, first, place.first)
            ):
                return Found(
                    place.name, (span_of(scene, place.first, place.last),), "place.told", place.country
                )
    return None


_AFTER_HAD = frozenset(
    "a an the two three four five six several some many number bilateral separate talks meetings".split()
)


def _long_before(low: list[str], first: int, last: int) -> bool:
    """``had met in Rome`` is long ago; ``had two meetings in Rome`` is not."""
    return any(low[at] == "had" and low[at + 1] not in _AFTER_HAD for at in range(first, last - 1))

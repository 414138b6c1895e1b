"""The country of ``her counterpart, General X``, where no word beside the name states it."""

from __future__ import annotations

from collections import Counter

from store.reading.gazetteer import HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.people import Person
from store.reading.tokens import Tokens

_TOP = 60  # tokens in which the subject of an article is said
_STATES = (HitKind.COUNTRY, HitKind.ADJECTIVE)
_DASHES = frozenset("-–—/")


def place_peers(tokens: Tokens, phrases: Phrases, people: list[Person], home: str | None) -> None:
    """Give a counterpart without a country the other state that the article is about: never his host's."""
    if home is None:
        return
    for person in people:
        peer = next((m for m in person.mentions if m.counterpart and not m.same_side), None)
        if person.country is not None or person.honoured or peer is None:
            continue
        code = _other_state(tokens, phrases, people, peer, home)
        if code is not None:
            person.country, person.country_rule = code, "country.counterpart"


def _other_state(
    tokens: Tokens, phrases: Phrases, people: list[Person], peer: Mention, home: str
) -> str | None:
    beside = {
        p.country for p in people for m in p.mentions if m.sentence == peer.sentence and m is not peer
    } - {None}
    if beside - {home}:
        return None  # the other one may be at home here: "Y met his counterpart X in Nairobi"
    first, last, _ = tokens.sentences[peer.sentence]
    for start, stop in ((first, last), (0, min(_TOP, len(tokens)))):
        codes = _states(phrases, start, stop)
        paired = {
            code
            for at, code in codes
            if code != home
            and (
                (tokens.word[at - 1] in _DASHES and _code(phrases, at - 2) == home)
                or _before(tokens, phrases, at, home)
            )
        }
        if len(paired) == 1:
            return paired.pop()
    for start, stop in ((0, min(_TOP, len(tokens))), (first, last)):
        others = {code for _, code in _states(phrases, start, stop)} - {home}
        if len(others) == 1:
            return others.pop()
    counted = Counter(code for _, code in _states(phrases, 0, len(tokens)) if code != home).most_common(2)
    if len(counted) == 1 or (len(counted) > 1 and counted[0][1] > counted[1][1]):
        return counted[0][0]
    return None


def _states(phrases: Phrases, first: int, last: int) -> list[tuple[int, str]]:
    return [
        (at, hit.entry.code)
        for at, hit in enumerate(phrases.hits[first:last], first)
        if hit is not None and hit.first == at and hit.entry.kind in _STATES
    ]


def _code(phrases: Phrases, at: int) -> str | None:
    hit = phrases.hits[at] if 0 <= at < len(phrases.hits) else None
    return hit.entry.code if hit is not None and hit.entry.kind in _STATES else None


def _before(tokens: Tokens, phrases: Phrases, at: int, home: str) -> bool:
    """``Mozambique | - Tanzania``: the state before a dash and the home behind it."""
    hit = phrases.hits[at]
    end = hit.last if hit is not None else at + 1
    return end < len(tokens) and tokens.word[end] in _DASHES and _code(phrases, end + 1) == home

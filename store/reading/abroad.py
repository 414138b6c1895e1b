"""Whom somebody meets abroad, where only the country is said: ``In Peru, he met President X``."""

from __future__ import annotations

from collections import Counter
from functools import cache

from store.lexicon import load
from store.reading.gazetteer import HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.people import Person
from store.reading.sought import mark_of
from store.reading.tokens import Tokens

_MEETS = frozenset("met meets meet talks meetings discussions audience conferred".split())
_OF_MEETING = mark_of(_MEETS)
_OF_VISITS = mark_of(("visit", "trip"))
_SEATS = frozenset(("brussels", "vienna", "addis ababa"))  # where organisations meet, and all the world
_NO_STATE = frozenset(
    "secretary-general commissioner envoy representative coordinator chairperson ambassador".split()
)


def met_abroad(tokens: Tokens, phrases: Phrases, people: list[Person]) -> dict[int, str]:
    """Give those met abroad the country where they were met; sentences with the country of their talks."""
    found: dict[int, str] = {}
    before: str | None = None
    going_on = [tokens.low[first] == "there" for first, _, _ in tokens.sentences]
    for number, (first, last, _) in enumerate(tokens.sentences):
        signs = tokens.sentence_marks[number]
        goes_on = number + 1 < len(going_on) and going_on[number + 1]
        if not (goes_on or signs & _OF_MEETING):
            continue
        where = before if going_on[number] else _place(tokens, phrases, first, last, signs)
        if goes_on:
            before = _gone_to(tokens, phrases, first, last) or where
        if where is None or not signs & _OF_MEETING:
            continue
        verb = next(at for at in range(first, last) if tokens.low[at] in _MEETS)
        mentions = [m for m in phrases.mentions if m.sentence == number and m.person >= 0]
        if any(people[m.person].country == where for m in mentions if m.first < verb):
            continue
        found[number] = where
        for mention in mentions:
            person = people[mention.person]
            if mention.first > verb and person.country is None and _official(mention):
                person.country, person.country_rule = where, "country.visited"
    return found


def _official(mention: Mention) -> bool:
    return any(post.head.split()[-1] not in _NO_STATE for post in mention.posts) and not mention.counterpart


_LEADS = frozenset(("visit", "trip", ","))  # to a land


def _place(tokens: Tokens, phrases: Phrases, first: int, last: int, signs: int) -> str | None:
    """The country that the sentence begins with, or of the visit it speaks of: ``In Honduras, ...``."""
    at = first + 1 if tokens.low[first] in ("while", "later", "earlier") else first
    if tokens.low[at] == "in" and at + 1 < last and (code := _land(phrases, at + 1)) is not None:
        return code
    if not signs & (_OF_VISITS | _OF_MEETING):
        return None
    for at in [at for at, low in enumerate(tokens.low[first : last - 2], first) if low in _LEADS]:
        if tokens.low[at] != "," and tokens.low[at + 1] == "to":
            return _land(phrases, at + 2)
        if (
            (
                tokens.low[at] == ","
                and tokens.low[at + 1] == "in"
                and (hit := phrases.hits[at + 2]) is not None
            )
            and hit.last < last
            and tokens.word[hit.last] == ","
            and _MEETS & set(tokens.low[hit.last : last])
        ):
            return _land(phrases, at + 2)  # "During the last stop, in Ghana, he met"
    return None


def _gone_to(tokens: Tokens, phrases: Phrases, first: int, last: int) -> str | None:
    """The country in which the sentence ends: ``returned after a visit to Peru``."""
    codes = (
        code
        for at, low in enumerate(tokens.low[first : last - 1], first)
        if low in ("to", "in", "visited") and (code := _land(phrases, at + 1)) is not None
    )
    return next(codes, None)


def _land(phrases: Phrases, at: int) -> str | None:
    hit = phrases.hits[at]
    if hit is None or hit.first != at or phrases.post_at[at] is not None:
        return None
    if hit.entry.kind is HitKind.COUNTRY:
        return hit.entry.code
    capital = hit.entry.kind is HitKind.CITY and hit.entry.value in _capitals()
    return hit.entry.code if capital else None


@cache
def _capitals() -> frozenset[str]:
    return frozenset(t.capital for t in load().territories if t.capital and t.capital.lower() not in _SEATS)


_STAYS = frozenset("visit visits trip tour".split())
_ENDS = frozenset("concluded concludes completed wrapped ended ends began begins started".split())
_TELLS = _ENDS | {"on"}  # "who is on an official visit to Peru"
_LONG = 20  # tokens of a sentence that tells of the visit and not only where and when it is written


def place_travellers(tokens: Tokens, phrases: Phrases, people: list[Person]) -> None:
    """``Minister X concluded a visit to Brussels``: not from there, but of the land else named most."""
    opening = next(((a, b) for a, b, _ in tokens.sentences if b - a >= _LONG), None)
    if opening is None or _TELLS.isdisjoint(tokens.low[slice(*opening)]):
        return
    leads = [(m.first, p) for p in people for m in p.mentions if opening[0] <= m.first < opening[1]]
    if not leads:
        return
    first, lead = min(leads, key=lambda row: row[0])
    for at in range(first, opening[1] - 2):
        hit = phrases.hits[at + 2]
        if tokens.low[at] in _STAYS and not (
            _ENDS & set(tokens.low[slice(*opening)]) or "on" in tokens.low[at - 4 : at]
        ):
            continue
        if tokens.low[at] in _STAYS and tokens.low[at + 1] == "to" and hit is not None and not lead.country:
            elsewhere = {p.country for p in people} | {hit.entry.code}
            counts = Counter(
                h.entry.code
                for i, h in enumerate(phrases.hits)
                if h is not None
                and h.first == i
                and h.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE)
                and h.entry.code not in elsewhere
            )
            if counts:
                lead.country, lead.country_rule = counts.most_common(1)[0][0], "country.visitor"

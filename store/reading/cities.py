"""Cities as a sentence states them. Token ranges."""

from __future__ import annotations

from dataclasses import dataclass

from store.lexicon import load
from store.lexicon.grammar import grammar_words
from store.reading.gazetteer import Hit, HitKind
from store.reading.landmarks import is_landmark
from store.reading.leads import goes_there
from store.reading.mentions import Phrases
from store.reading.sought import sign_of
from store.reading.tokens import Tokens


@dataclass(slots=True)
class Place:
    """A city at tokens ``[first, last)``; ``sure`` after ``in``, ``at``, ``to``."""

    first: int
    last: int
    name: str
    country: str
    sure: bool


def find_places(tokens: Tokens, phrases: Phrases, first: int, last: int) -> list[Place]:
    """Cities named in a sentence that may be where it happened, the surest first."""
    found: list[Place] = []
    done = first
    for at, hit in [
        (at, hit)
        for at, hit in enumerate(phrases.hits[first:last], first)
        if hit is not None or tokens.signs[at] & _BEFORE_A_CITY
    ]:
        if at < done or (hit is None and at + 1 >= last):
            continue
        if hit is None:
            if not tokens.cap[at + 1] or (tokens.low[at] == "of" and tokens.low[at - 1] not in _SETTLEMENTS):
                continue
            if (unknown := _unknown_place(tokens, phrases, at + 1, last)) is not None:
                done = unknown.last
                if not _in_a_city(tokens, phrases, unknown.last, last):
                    found.append(unknown)
            continue
        if hit.entry.kind is HitKind.COUNTRY and at > first:
            name = _city_called(tokens, hit)
            there = tokens.low[at - 1] in ("in", "at") or (
                tokens.low[at - 1] == "to" and bool(_TRAVEL & set(tokens.low[max(first, at - 4) : at]))
            )
            if name and there and not _follows_thing(tokens, hit, last):
                found.append(Place(hit.first, hit.last, name, hit.entry.code, True))
            continue
        if hit.entry.kind is not HitKind.CITY or phrases.mention_at[at] is not None:
            continue
        before = tokens.low[at - 1] if at > first else ""
        if before in _PARTS_OF_A_CITY and at - 1 > first:
            before = tokens.low[at - 2]  # "in central Seoul"
        if before == "for" and tokens.low[at - 2] in _LEAVING and not goes_there(tokens.low, hit.last, last):
            done = hit.last
            continue
        post = phrases.post_at[at]
        lead = before in ("in", "at", "city") or (
            before in ("to", ",", "of", "reach", "left") and not hit.entry.weak
        )
        if before == "in" and at - 2 >= first and tokens.low[at - 2] in _RESIDES:
            done = hit.last
            continue
        thing = _follows_thing(tokens, hit, last)
        if post is None and not thing and (lead or not hit.entry.weak):
            window = tokens.low[max(first, at - 4) : at]
            travel = before == "to" and (
                bool(_TRAVEL & set(window)) or bool(_WELCOME & set(tokens.low[max(first, at - 18) : at]))
            )
            named_city = before == "of" and at - 2 >= first and tokens.low[at - 2] in _SETTLEMENTS
            sure = (
                before in ("in", "at")
                or travel
                or named_city
                or (before == "city")
                or (before == "," and not hit.entry.weak and at - 2 >= first and tokens.cap[at - 2])
            )
            found.append(Place(hit.first, hit.last, _shown(tokens, hit), hit.entry.code, sure))
        done = hit.last
    return sorted(found, key=lambda p: not p.sure)


_SETTLEMENTS = frozenset("city town village port capital province municipality prefecture district".split())
_BEFORE_A_CITY = sign_of(("in", "of"))
_PARTS_OF_A_CITY = frozenset("central downtown northern southern eastern western suburban nearby".split())
_LEAVING = frozenset("leaves left leaving leave departs departed departing bound".split())
_TRAVEL = frozenset(
    "travelled traveled travels went flew fly headed proceeded moved arrived visit trip journeyed".split()
)
_WELCOME = frozenset(("welcomed", "welcomes", "welcoming"))
_RESIDES = frozenset("residence resident based born seated headquartered located accredited".split())


def _follows_thing(tokens: Tokens, hit: Hit, last: int) -> bool:
    """Whether the city only belongs to what follows: ``Paris's``, ``Vienna Airport``, ``Manila time``."""
    follows = tokens.low[hit.last] if hit.last < last else ""
    return follows in ("'s", "time") or (
        hit.last < last and tokens.cap[hit.last] and follows in grammar_words().things
    )


def _city_called(tokens: Tokens, hit: Hit) -> str | None:
    """The city that bears the name of a country or region: Singapore, Zanzibar."""
    printed = " ".join(tokens.word[hit.first : hit.last])
    territory = load().territory_of.get(hit.entry.code)
    if territory is not None and territory.capital == territory.name == hit.entry.value:
        return hit.entry.value
    city = load().city_names.get(printed) if hit.entry.weak else None
    return printed if city is not None and city.country == hit.entry.code else None


def _in_a_city(tokens: Tokens, phrases: Phrases, at: int, last: int) -> bool:
    """``in Ichigaya, Tokyo``: the place named is a part of the city after the comma."""
    hit = phrases.hits[at + 1] if at + 1 < last and tokens.low[at] == "," else None
    return hit is not None and hit.entry.kind is HitKind.CITY and hit.first == at + 1 and not hit.entry.weak


def _shown(tokens: Tokens, hit: Hit) -> str:
    """The city as printed, where that is plain English; else as English writes it."""
    printed = " ".join(tokens.word[hit.first : hit.last])
    plain = printed.isascii() and not any(w.isupper() for w in tokens.word[hit.first : hit.last])
    return printed if plain and "-" not in tokens.word[hit.first : hit.last] else hit.entry.value


def _unknown_place(tokens: Tokens, phrases: Phrases, at: int, last: int) -> Place | None:
    """``in Budva``: a capitalised word after ``in`` that is nothing else may be a town no list has."""
    words = grammar_words()
    end = at
    while (
        end < last
        and end - at < 3
        and tokens.cap[end]
        and phrases.hits[end] is None
        and phrases.post_at[end] is None
    ):
        low = tokens.low[end]
        if (
            low in words.not_names
            or low in words.area
            or low in words.things
            or low in words.venue_words
            or tokens.word[end].isupper()
            or not tokens.word[end].replace("-", "").isalpha()
        ):
            return None
        end += 1
    if end == at or (end < last and (tokens.cap[end] or tokens.low[end] in ("'s", "-"))):
        return None
    if end < last and tokens.low[end] in words.things | words.venue_words:
        return None
    if is_landmark(" ".join(tokens.word[at:end])):
        return None
    mention = phrases.mention_at[at]
    if mention is not None and (mention.posts or mention.rank or mention.honorific):
        return None
    return Place(at, end, " ".join(tokens.word[at:end]), "", True)

"""Venues as a sentence states them. Token ranges."""

from __future__ import annotations

from dataclasses import dataclass

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.common_words import WEEKDAYS
from store.reading.gazetteer import HitKind
from store.reading.landmarks import begins_landmark, begins_ship, is_landmark, landmark_end, ship_at
from store.reading.mentions import Phrases
from store.reading.sought import sign_of, sign_where
from store.reading.tokens import Tokens
from store.reading.venue_walk import VenueWalk

_LEAD = sign_of(("at", "in", "inside", "to", "from", "aboard", "board"))
_ARTICLES = frozenset(("the", "his", "her", "its", "their"))
_OFFICES = frozenset(("office", "residence", "premises", "seat"))
_QUOTES = frozenset(("“", '"', "«", "„"))
# Of a word in small letters with which a venue may begin.
_OPENING = sign_where(
    lambda low: (
        low in _ARTICLES
        or low in _OFFICES
        or low in _QUOTES
        or low in grammar_words().venue_small
        or low in grammar_words().venue_words
        or begins_landmark(low)
        or begins_ship(low)
    )
)
_SENT = frozenset(
    "delegation delegations team group officials officers officer representatives experts mission students"
    " delegates members visitors guests personnel colleagues".split()
)
_OWN_NAMES = frozenset("palace house hotel tower club towers".split())  # "Canada House"


@dataclass(slots=True)
class Venue:
    """A building or body at tokens ``[first, last)``; ``country`` where its name says one."""

    first: int
    last: int
    name: str
    country: str | None


def find_venues(tokens: Tokens, phrases: Phrases, text: str, first: int, last: int) -> list[Venue]:
    """Buildings and bodies named after ``at`` or ``in`` as where something took place."""
    found: list[Venue] = []
    signs = tokens.signs
    for at in [at for at, sign in enumerate(signs[first : last - 1], first) if sign & _LEAD]:
        venue = _venue_after(tokens, phrases, text, at, first, last)
        if venue is not None:
            found.append(venue)
    return found


def _venue_after(tokens: Tokens, phrases: Phrases, text: str, at: int, first: int, last: int) -> Venue | None:
    """The venue that the leading word at ``at`` leads to."""
    low, begin, words = tokens.low, at + 1, grammar_words()
    if not _may_begin(tokens, phrases, begin):
        return None
    if low[at] in ("at", "in") and _appointed(tokens, phrases, at, first):
        return None
    if low[at] in ("aboard", "board") and (ship := ship_at(tokens, begin, last)) is not None:
        return Venue(*ship, _as_written(tokens, text, *ship), None)
    if low[at] in ("aboard", "board"):
        return None
    while begin < last and low[begin] in _ARTICLES:
        begin += 1
    if begin >= last or not _may_begin(tokens, phrases, begin):
        return None
    if (closed := _quoted(tokens, begin, last, words)) is not None:
        return Venue(begin, closed, _as_written(tokens, text, begin, closed), None)
    walk = VenueWalk(tokens, phrases, words, begin, last)
    if office := _is_office_of(phrases, low, begin, last):
        walk.enter_office()
    walk.go()
    begin, end, good = walk.begin, walk.end, walk.good
    if office and end > begin and words.venue_words.isdisjoint(low[begin:end]):
        begin = next(i for i in range(at, begin) if low[i] == "of") - 1  # "the Office of the President"
    name = _name(tokens, phrases, text, begin, end)
    if low[at] in ("at", "in", "inside") and (known := landmark_end(tokens, begin, last)) >= max(
        end, begin + 1
    ):
        end, good = known, True
        name = _as_written(tokens, text, begin, end)
    if (low[at] == "from" and not good) or name.lower() in ("office", "offices"):
        return None
    if end <= begin or len(name) <= 2 or not (good or is_landmark(name)):
        return None
    if words.venue_never & set(low[begin:end]) or _only_passed(tokens, phrases, first, at, begin, end):
        return None
    return Venue(begin, end, name, _country_after(tokens, phrases, end, last) or walk.country)


def _may_begin(tokens: Tokens, phrases: Phrases, at: int) -> bool:
    """Whether a venue may begin at a token."""
    return bool(tokens.cap[at] or tokens.signs[at] & _OPENING or phrases.hits[at] is not None)


def _as_written(tokens: Tokens, text: str, first: int, last: int) -> str:
    return " ".join(text[tokens.start[first] : tokens.end[last - 1]].split())


def _is_office_of(phrases: Phrases, low: list[str], at: int, last: int) -> bool:
    return (
        at + 1 < last
        and low[at] in _OFFICES
        and low[at + 1] == "of"
        and not _of_a_post(phrases, low, at + 2, last)
    )


def _country_after(tokens: Tokens, phrases: Phrases, end: int, last: int) -> str | None:
    """The country of ``the Presidential Palace, Türkiye``."""
    of = phrases.hits[end + 1] if end + 1 < last and tokens.word[end] == "," else None
    return of.entry.code if of is not None and of.entry.kind is HitKind.COUNTRY else None


_GONE_TO = frozenset(
    "headquarters hq palace residence ministry house ghq pentagon building buildings castle complex base"
    " barracks".split()
)


def _only_passed(tokens: Tokens, phrases: Phrases, first: int, at: int, begin: int, end: int) -> bool:
    """Whether the name after the word at ``at`` is no venue: a town, a post, where a delegation is from."""
    low, lead = tokens.low, tokens.low[at]
    if lead == "to" and low[end - 1] not in _GONE_TO and "camp" not in low[begin:end]:
        return True
    if phrases.post_at[begin] is not None and lead in ("to", "from"):
        return True
    town = phrases.hits[begin]
    if town is not None and town.entry.kind is HitKind.CITY and town.last == end:
        return True  # "in Port Moresby"
    return lead == "from" and not _SENT.isdisjoint(low[max(first, at - 3) : at])


def _appointed(tokens: Tokens, phrases: Phrases, at: int, first: int) -> bool:
    """``N. N., Head of Protocol at the Command``: where somebody serves, and not where they met."""
    back = at - 1
    while back > max(first, at - 8) and phrases.post_at[back] is None and tokens.low[back] != ",":
        back -= 1
    post = phrases.post_at[back] if back > first else None
    if post is None or post.first <= first + 1:
        return False
    before = post.first - 1
    if tokens.low[before] == "the":
        before -= 1
    return tokens.low[before] == "," and phrases.mention_at[before - 1] is not None


def _quoted(tokens: Tokens, at: int, last: int, words: GrammarWords) -> int | None:
    """Where ``"Colonel N. N." Barracks`` ends: a name in quotation marks and a venue's word."""
    if at >= last or tokens.word[at] not in _QUOTES:
        return None
    for close in range(at + 2, min(at + 9, last - 1)):
        if tokens.word[close] in ("”", '"', "»", "“"):
            end = close + 1
            while end < last and (tokens.cap[end] or tokens.low[end] in words.venue_words):
                end += 1
            return end if tokens.low[end - 1] in words.venue_words else None
    return None


def _of_a_post(phrases: Phrases, low: list[str], at: int, last: int) -> bool:
    """``Office of the President``: the name goes on to the post of whose office it is."""
    while at < last and low[at] in ("the", "his"):
        at += 1
    hit = phrases.hits[at] if at < last else None
    if hit is not None and hit.entry.kind is HitKind.ADJECTIVE:
        at = hit.last
    return at < last and phrases.post_at[at] is not None


def _name(tokens: Tokens, phrases: Phrases, text: str, first: int, last: int) -> str:
    """The shortest natural form: no country before it, none after ``of``."""
    if last - first > 1 and tokens.low[last - 1] in WEEKDAYS:
        last -= 1  # "at Bayan Palace Monday"
    hit = phrases.hits[first] if first < last else None
    if (
        hit
        and hit.entry.kind is HitKind.CITY
        and hit.last + 1 < last
        and tokens.low[hit.last] in ("'s", "’s")
    ):
        return _name(tokens, phrases, text, hit.last + 1, last)  # "Lima's Torre Tagle Palace"
    own = hit is not None and hit.entry.kind is HitKind.COUNTRY and hit.last + 1 == last
    if own and tokens.low[last - 1] in _OWN_NAMES:
        hit = None  # "Emirates Palace"
    if hit is not None and hit.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY) and hit.last < last:
        first = hit.last
        if tokens.low[first] == "'s":
            first += 1
    end = last
    for at in range(first + 1, last):
        hit = phrases.hits[at]
        if (
            hit is not None
            and hit.entry.kind is HitKind.COUNTRY
            and hit.last >= last
            and tokens.low[at - 1] in ("of", "the")
        ):
            end = at
            while end > first and tokens.low[end - 1] in ("of", "the"):
                end -= 1
            break
    if end <= first:
        return ""
    return " ".join(text[tokens.start[first] : tokens.end[end - 1]].split())

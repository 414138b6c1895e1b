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
_INNER = frozenset(("of", "the", "for", "and", "de", "del", "da", "di", "von", "'s", "’", "'", "&", "-", "–"))


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
    low, cap, signs = tokens.low, tokens.cap, tokens.signs
    words = grammar_words()
    for at in [at for at, sign in enumerate(signs[first : last - 1], first) if sign & _LEAD]:
        begin = at + 1
        if not (cap[begin] or signs[begin] & _OPENING or phrases.hits[begin] is not None):
            continue
        if low[at] in ("at", "in") and _appointed(tokens, phrases, at, first):
            continue
        if low[at] in ("aboard", "board"):
            if (ship := ship_at(tokens, begin, last)) is not None:
                name = " ".join(text[tokens.start[ship[0]] : tokens.end[ship[1] - 1]].split())
                found.append(Venue(*ship, name, None))
            continue
        while begin < last and low[begin] in _ARTICLES:
            begin += 1
        if begin >= last or not (cap[begin] or signs[begin] & _OPENING or phrases.hits[begin] is not None):
            continue
        if (closed := _quoted(tokens, begin, last, words)) is not None:
            name = " ".join(text[tokens.start[begin] : tokens.end[closed - 1]].split())
            found.append(Venue(begin, closed, name, None))
            continue
        end = begin
        good = False
        country: str | None = None
        office = (
            end + 1 < last
            and low[end] in _OFFICES
            and low[end + 1] == "of"
            and not _of_a_post(phrases, low, end + 2, last)
        )
        if office:
            end += 2
            while end < last and low[end] in ("the", "his"):
                end += 1
            begin, good = end, True
        while end < last:
            hit = phrases.hits[end]
            mention = phrases.mention_at[end]
            post = phrases.post_at[end]
            named = phrases.phrase_at[end]
            titled = named is not None and bool(named.posts or named.rank or named.honorific)
            if (
                end > begin
                and ((post is not None and post.first == end) or titled)
                and low[end - 1] not in _INNER
            ):
                break
            if hit is not None and hit.entry.kind in (
                HitKind.COUNTRY,
                HitKind.ADJECTIVE,
                HitKind.ORGANISATION,
            ):
                country = country or hit.entry.code
                good = good or low[hit.last - 1] in words.venue_words
                end = hit.last
                continue
            if low[end] in _INNER and end > begin:
                if low[end] == "the" and low[end - 1] not in ("of", "for", "and"):
                    break
                nxt = end + 1
                while nxt < last and low[nxt] in _INNER:
                    nxt += 1
                if (
                    nxt >= last
                    or not (cap[nxt] or low[nxt] in words.venue_words)
                    or (low[end] == "and" and (low[nxt] not in words.area))
                ):
                    break
                if good and low[end] in ("and",):
                    break
                end = nxt
                continue
            if (
                low[end] in words.particles
                and not cap[end]
                and end > begin
                and end + 1 < last
                and cap[end + 1]
                and not (low[end] == "a" and phrases.hits[end + 1] is not None)
            ):
                end += 1
                continue
            if (
                cap[end]
                and tokens.word[end][0].isalpha()
                and (
                    mention is None
                    or not good
                    or low[end - 1] in _INNER
                    or (low[begin] in words.venue_first and not (mention.posts or mention.rank))
                )
            ):
                good = (
                    good
                    or low[end] in words.venue_words
                    or any(part in words.venue_words for part in low[end].split("-"))
                )
                end += 1
                continue
            if (
                end == begin
                and not cap[end]
                and low[end] in words.venue_small
                and (stop := _lower_venue(low, end, last, words)) is not None
            ):
                good = True
                end = stop
                break
            if (
                low[end] in words.venue_words
                and (end > begin or low[end] in ("headquarters", "akorda", "parliament"))
            ) or (
                end > begin
                and low[end] in ("air", "naval", "army", "military")
                and end + 1 < last
                and low[end + 1] in words.venue_words
            ):
                good = True
                end += 1
                continue
            break
        end = min(end, last)
        if office and end > begin and words.venue_words.isdisjoint(low[begin:end]):
            begin = next(i for i in range(at, begin) if low[i] == "of") - 1  # "the Office of the President"
        name = _name(tokens, phrases, text, begin, end)
        if low[at] in ("at", "in", "inside") and (known := landmark_end(tokens, begin, last)) >= max(
            end, begin + 1
        ):
            end, good = known, True
            name = " ".join(text[tokens.start[begin] : tokens.end[end - 1]].split())
        if low[at] == "from" and not good:
            continue
        if name.lower() in ("office", "offices"):
            continue
        if end + 1 < last and tokens.word[end] == "," and (of := phrases.hits[end + 1]) is not None:
            country = of.entry.code if of.entry.kind is HitKind.COUNTRY else country
        if (
            end > begin
            and (good or is_landmark(name))
            and not words.venue_never & set(low[begin:end])
            and len(name) > 2
        ):
            if _only_passed(tokens, phrases, first, at, begin, end):
                continue
            found.append(Venue(begin, end, name, country))
    return found


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


def _lower_venue(low: list[str], at: int, last: int, words: GrammarWords) -> int | None:
    """``defense ministry``, ``official residence``: where a venue in small letters ends."""
    end = at + 1
    while end < last and end - at < 4:
        if low[end] in words.venue_words:
            return end + 1
        if low[end] not in words.area and low[end] not in words.before:
            return None
        end += 1
    return None


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

"""What stands before the head of a post: ``First Deputy``, ``Georgia's``, ``Defense Industry Agency``."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.gazetteer import Hit, HitKind
from store.reading.tokens import Tokens


def _owners_country(
    tokens: Tokens, hits: list[Hit | None], at: int, floor: int, words: GrammarWords
) -> str | None:
    """``the Sri Lankan Defence Ministry's Secretary``: the country of the body that has the post."""
    if tokens.low[at] not in words.bodies and tokens.low[at] not in ("embassy", "consulate"):
        return None
    while at >= floor and hits[at] is None and tokens.low[at] in words.area:
        at -= 1
    hit = hits[at] if at >= floor else None
    named = hit is not None and hit.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE)
    return hit.entry.code if hit is not None and named else None


_ENDS_OF_BODIES = frozenset("army navy forces force headquarters staff command ministry house".split())


def leftwards(
    tokens: Tokens, hits: list[Hit | None], head: int, floor: int, words: GrammarWords
) -> tuple[int, str | None, str]:
    """Where the post begins, the country named before the head, and whose post it is."""
    low, cap = tokens.low, tokens.cap
    at = head
    country: str | None = None
    owner = ""
    while at > floor:
        before = at - 1
        hit = hits[before]
        word = low[before]
        if (
            hit is not None
            and hit.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE, HitKind.ORGANISATION)
            and hit.first >= floor
        ):
            country = country or hit.entry.code
            at = hit.first
            if hit.entry.kind is HitKind.ADJECTIVE and at > floor and low[at - 1] in _ENDS_OF_BODIES:
                break  # "in the headquarters of the Arab Army | Spanish Chief of Staff"
            if hit.entry.kind is HitKind.COUNTRY and _chained(tokens, hits, at, floor, words):
                at -= 1 if low[at - 1] != "the" else 2
                continue
            continue
        if word == "'s" or (word in ("’", "'") and before > floor and low[before - 1].endswith("s")):
            owner = "'s"
            previous = hits[before - 1] if before > floor else None
            if (
                previous is not None
                and previous.entry.kind in (HitKind.COUNTRY, HitKind.ORGANISATION)
                and previous.first >= floor
            ):
                country = country or previous.entry.code
                at = previous.first
            elif country is None:
                country = _owners_country(tokens, hits, before - 1, floor, words)
            break
        if word in ("his", "her", "its", "their"):
            owner = word
            break
        if hit is not None and hit.entry.kind in (HitKind.RANK, HitKind.HONORIFIC, HitKind.PEOPLE):
            break
        if word in words.tenure or (word in words.before and not cap[before]):
            at = before
            continue
        if word == "-" and before > floor and low[before - 1] in words.tenure:
            at = before - 1
            continue
        if (
            word in ("and", "&")
            and before > floor
            and _in_title(tokens, hits, before - 1, words)
            and at < head
        ):
            at = before
            continue
        if cap[before] and (
            word in words.area
            or (
                hit is not None
                and hit.entry.kind is HitKind.CITY
                and low[hit.first - 1] not in _THERE
                and not _surname(tokens, hits, hit, words)
            )
        ):
            at = before
            continue
        if _letters_of_a_body(tokens, hits, before, head):
            at = before
            continue
        if (
            word == ")"
            and before - 2 >= floor
            and tokens.word[before - 2] == "("
            and tokens.word[before - 1].isupper()
        ):
            at = before - 2
            continue
        if word in ("of", "the") and at < head + 1 and _chained(tokens, hits, at, floor, words):
            at = before
            continue
        break
    while at < head and (low[at] in ("the", "and", "of", "&", ")", "-")):
        at += 1
    return at, country, owner


_THERE = frozenset(("in", "at"))  # "in Baku Foreign Minister X": that is where, not of what


def _letters_of_a_body(tokens: Tokens, hits: list[Hit | None], at: int, head: int) -> bool:
    """``TNI Chief``, ``DND spokesperson``: the letters of a body right before a head in small letters."""
    word = tokens.word[at]
    return (
        2 < len(word) <= 6
        and word.isupper()
        and word.isalpha()
        and hits[at] is None
        and not tokens.word[head].isupper()
        and not any(tokens.cap[at + 1 : head])
        and not (at and tokens.word[at - 1].isupper() and len(tokens.word[at - 1]) > 1)
    )


def _surname(tokens: Tokens, hits: list[Hit | None], city: Hit, words: GrammarWords) -> bool:
    """``Gen. Laura Richardson commander``: a town's name after a given name is a surname."""
    before = city.first - 1
    low = tokens.low[before] if before >= 0 else ""
    return (
        before >= 0
        and tokens.cap[before]
        and tokens.word[before][0].isalpha()
        and hits[before] is None
        and low not in words.area
        and low not in words.head_words
        and low not in words.not_names
    )


def _chained(tokens: Tokens, hits: list[Hit | None], at: int, floor: int, words: GrammarWords) -> bool:
    """Whether a body's name runs on over ``of``: ``Armed Forces of the | Philippines chief of staff``."""
    place = at - 1
    if place > floor and tokens.low[place] == "the":
        place -= 1
    return (
        place > floor
        and tokens.low[place] == "of"
        and tokens.cap[place - 1]
        and tokens.low[place - 1] in words.bodies | words.area
        and hits[place - 1] is None
    )


def _in_title(tokens: Tokens, hits: list[Hit | None], at: int, words: GrammarWords) -> bool:
    return tokens.low[at] in words.area and tokens.cap[at]


def body_before(tokens: Tokens, hits: list[Hit | None], first: int, head: int) -> int | None:
    """Where a body named before the head ends: ``Defense Industry Agency | President``."""
    words = grammar_words()
    for at in range(head - 1, first - 1, -1):
        hit = hits[at]
        if (
            (tokens.low[at] in words.bodies and tokens.cap[at])
            or (hit is not None and hit.entry.kind is HitKind.ORGANISATION)
            or tokens.word[at] == ")"
            or _letters_of_a_body(tokens, hits, at, head)
        ):
            return _whole_body(tokens, at, head)
    return None


_LESSER = frozenset("deputy vice assistant associate senior first second acting chief principal".split())


def _whole_body(tokens: Tokens, at: int, head: int) -> int:
    """Where the body ends whose noun is at ``at``: ``Department of Defense | Spokesman``."""
    words = grammar_words()
    if tokens.low[at] not in words.joined or tokens.low[at + 1 : at + 2] != ["of"]:
        return at + 1
    end = at + 2
    while end < head and (tokens.low[end] in words.area or tokens.low[end] in ("and", "the")):
        end += 1
    while end > at + 2 and tokens.low[end - 1] in _LESSER:
        end -= 1
    return end if end > at + 2 else at + 1

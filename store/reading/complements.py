"""What follows the head of a post: ``of the General Staff``, ``for Foreign Affairs``, ``to Azerbaijan``."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.bodied import bare_complement, bracketed, comma_body
from store.reading.body_names import body_name
from store.reading.common_words import DETERMINERS, LINKS
from store.reading.gazetteer import Hit, HitKind
from store.reading.portfolios import bracketed_portfolio
from store.reading.postings import end_of_posting, is_here
from store.reading.tokens import Tokens

_LINKS = LINKS | {"from"}
_ALWAYS = frozenset(("of", "for"))


def rightwards(
    tokens: Tokens, hits: list[Hit | None], after: int, last: int, words: GrammarWords, head: str
) -> tuple[int, list[tuple[int, int]], str | None]:
    """Where the post ends, its complements as token ranges, and the country named in them."""
    low = tokens.low
    end = after
    country: str | None = None
    if end + 2 < last and low[end] == "extraordinary" and low[end + 1] == "and":
        end += 3
    segments: list[tuple[int, int]] = []
    if end > after:
        segments.append((after, end))
    if end < last and low[end] in ("designate", "elect"):
        end += 1
    while end < last:
        at = end
        link = low[at]
        if tokens.word[at] == "(" and (closing := bracketed(tokens, at, last)):
            end = closing
            continue
        if closing := bracketed_portfolio(tokens, hits, at, last, words):
            if not segments:
                segments.append((at + 1, closing))
            end = closing + 1
            continue
        if low[at : at + 3] == ["in", "charge", "of"]:
            at, link = at + 2, "of"
        if link in _LINKS:
            at += 1
            while at < last and low[at] in DETERMINERS:
                at += 1
            if link == "to" and at == end + 2 and is_here(tokens, at, last):
                end = at + 1
                continue
            if link not in _ALWAYS and not _may_follow(head, link, tokens, hits, at, last):
                break
        elif not segments and comma_body(tokens, hits, at, last, words, head):
            at += 1
        elif segments or not bare_complement(tokens, hits, at, last, words, head):
            break
        stop, code = body_name(tokens, hits, at, last, words, head)
        if stop == at:
            break
        segments.append((at, stop))
        if link == "in":
            abroad = any(word in head for word in words.diplomats) and _MISSIONS.isdisjoint(low[at:stop])
        else:
            abroad = link == "to" and head.startswith(tuple(words.diplomats))
        if not abroad:
            country = country or code
        end = stop
    if (force := _force_after(tokens, hits, end, last)) and len(segments) < _FEW:
        code_hit = hits[end + 1]
        segments.append((end + 1, force))
        country = country or (code_hit.entry.code if code_hit is not None else None)
        end = force
    if head not in words.plural and not head.endswith("s"):
        end = end_of_posting(tokens, hits, end, last)
    return end, segments, country


_FEW = 2  # complements of a post whose force is named after them
_FORCES = frozenset("army navy forces force guard police gendarmerie corps fleet command".split())


def _of_force_name(tokens: Tokens, hits: list[Hit | None], at: int, last: int) -> bool:
    """``Fifth Fleet and Combined Maritime Forces``: a word of the names of forces."""
    if tokens.low[at] == "and":
        return at + 1 < last and _of_force_name(tokens, hits, at + 1, last)
    hit = hits[at]
    known = (
        hit.entry.kind is HitKind.ORGANISATION if hit is not None else tokens.low[at] in grammar_words().area
    )
    return tokens.cap[at] and known


def _force_after(tokens: Tokens, hits: list[Hit | None], end: int, last: int) -> int:
    """Where ``Chief of Army Staff, | Bangladesh Army | on Thursday`` ends, or 0."""
    if end + 2 >= last or tokens.word[end] != ",":
        return 0
    hit = hits[end + 1]
    if hit is None or hit.entry.kind not in (HitKind.COUNTRY, HitKind.ADJECTIVE):
        return 0
    at = hit.last
    while at < last and _of_force_name(tokens, hits, at, last):
        at += 1
    named = at < last and (tokens.cap[at] or hits[at] is not None)
    return at if at > hit.last and tokens.low[at - 1] in _FORCES and not named else 0


_SEATS = frozenset("headquarters ministry staff department office".split())


def _ends_in_seat(tokens: Tokens, at: int, last: int) -> bool:
    """``Director of Operations at the | Defence Headquarters,``: where a post's holder serves."""
    end = at
    while end < last and end - at < _WORDS_OF_A_SEAT and tokens.cap[end] and tokens.low[end] not in _SEATS:
        end += 1
    return end + 1 < last and tokens.low[end] in _SEATS and tokens.cap[end] and tokens.word[end + 1] == ","


_WORDS_OF_A_SEAT = 4
_POSTED_TO = frozenset("office mission embassy consulate delegation high permanent".split())
_MISSIONS = frozenset("embassy mission consulate delegation representation legation".split())
_REGIONS = frozenset(
    "middle gulf horn indo-pacific asia africa europe arctic sahel caucasus balkans western central eastern"
    " southern northern south north latin caribbean pacific great mediterranean baltic"
    " southeast nordic".split()
)
_SENT_TO_REGIONS = frozenset(("adviser", "advisor"))
_SERVED = frozenset("ministry government cabinet presidency treasury".split())  # "Secretary to the Ministry"


def _may_follow(head: str, link: str, tokens: Tokens, hits: list[Hit | None], at: int, last: int) -> bool:
    if at >= last:
        return False
    words = grammar_words()
    hit = hits[at]
    place = hit is not None and hit.entry.kind in (HitKind.COUNTRY, HitKind.ORGANISATION, HitKind.CITY)
    if link == "to":
        served = tokens.low[at] in _SERVED and head.endswith("secretary")
        if tokens.cap[at] and tokens.low[at] in _REGIONS and head.split()[-1] in _SENT_TO_REGIONS:
            return True  # "Senior Adviser to the Middle East and North Africa"
        return served or place or tokens.low[at] in words.head_words or tokens.low[at] in _POSTED_TO
    if link == "from":  # "Under Secretary from the Ministry of National Defence"
        return tokens.cap[at] and tokens.low[at] in ("ministry", "department", "embassy", "directorate")
    if link == "on":
        return tokens.cap[at] and head.split()[-1] in words.charged
    if link in ("at", "in"):
        diplomat = any(word in head for word in words.diplomats) or tokens.low[at - 2] in words.abroad
        diplomat = diplomat or head.split()[-1] in ("adviser", "advisor", "observer", "delegate")
        if hit is not None and hit.entry.kind is HitKind.ADJECTIVE and hit.last < last:
            at = hit.last  # "State Secretary at the Slovenian Ministry of Defence"
        country = hit is not None and hit.entry.kind is HitKind.COUNTRY
        named = hit is not None and hit.last < len(tokens) and tokens.low[hit.last] in words.area
        if link == "at" and hit is not None and hit.entry.kind is HitKind.ORGANISATION:
            return True  # "Director at the European External Action Service"
        if link == "at" and place and named:
            return True  # "at the UK Foreign Office"
        duty = tokens.low[at - 2 - (tokens.low[at - 1] != "at")] in words.duties
        if link == "at" and duty and _ends_in_seat(tokens, at, last):
            return True
        return (link == "in" and (country or (place and diplomat))) or (
            link in ("at", "in")
            and tokens.low[at]
            in ("embassy", "presidency", "ministry", "office", "headquarters", "chancellery", "secretariat")
        )
    return False

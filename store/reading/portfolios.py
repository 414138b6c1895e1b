"""What a post is for: fields joined by commas and ``and``, or put in brackets."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords
from store.reading.common_words import DETERMINERS
from store.reading.gazetteer import Hit, HitKind
from store.reading.titles import ABROAD
from store.reading.tokens import Tokens


def bracketed_portfolio(
    tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords
) -> int:
    """Where the bracket of ``Permanent Secretary (Defence)`` closes, or 0."""
    if tokens.word[at] != "(" or at + 2 >= last or not tokens.cap[at + 1]:
        return 0
    for inner in range(at + 1, min(last, at + 8)):
        if tokens.word[inner] == ")":
            return inner
        low, hit = tokens.low[inner], hits[inner]
        if (
            low not in words.area
            and low not in ("and", "&", ",")
            and (hit is None or hit.entry.kind is HitKind.CITY)
        ):
            return 0
    return 0


def begins_post(tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords) -> bool:
    """Whether the head at ``at`` is a post of its own rather than a word of a body's name."""
    nxt = at + 1
    if tokens.low[at] in ("general", "secretary") and nxt < last and tokens.low[nxt] in ("secretariat", "of"):
        return tokens.low[at] == "secretary"
    return not (nxt < last and tokens.low[nxt] in words.area and tokens.cap[nxt] == tokens.cap[at])


def goes_on(
    tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords, capital: bool
) -> bool:
    """Whether the words after ``and`` are more of the portfolio, not another post or a person."""
    low, cap = tokens.low, tokens.cap
    while at < last and low[at] in DETERMINERS:
        at += 1
    if at < last and own_people(tokens, hits, at, last):
        return True
    if at >= last:
        return False
    body = hits[at]
    if body is not None and body.entry.kind is HitKind.ORGANISATION and capital and body.last < last:
        return low[body.last] == "affairs"  # "Minister of Foreign and CARICOM Affairs"
    if low[at] not in words.area:
        return False
    if (hit := hits[at]) is not None and hit.entry.kind is HitKind.RANK:
        return False
    if capital != cap[at]:
        return False
    while (
        at < last
        and (low[at] in words.area or low[at] in words.head_words or low[at] in ("and", "&"))
        and cap[at] == capital
    ):
        if low[at] in words.head_words and begins_post(tokens, hits, at, last, words):
            return False
        at += 1
    return True


def own_people(tokens: Tokens, hits: list[Hit | None], at: int, last: int) -> bool:
    """``Moroccan Expatriates``, ``Mauritanians Abroad``: whom a foreign minister looks after as well."""
    hit = hits[at]
    if hit is None or hit.last >= last or hit.entry.kind not in (HitKind.ADJECTIVE, HitKind.PEOPLE):
        return False
    return tokens.low[hit.last] in ABROAD


def portfolio_list(
    tokens: Tokens, hits: list[Hit | None], comma: int, last: int, words: GrammarWords
) -> bool:
    """``Political Affairs, Peace and Security``: a comma inside a portfolio."""
    low, cap = tokens.low, tokens.cap
    at = comma + 1
    capital = cap[comma - 1]
    if low[comma - 1] not in words.area or at >= last or low[at] not in words.area or cap[at] != capital:
        return False
    while at < last and cap[at] == capital and (low[at] in words.area):
        if low[at] in words.head_words or hits[at] is not None:
            return False
        at += 1
    if at < last and low[at] in ("and", "&"):
        return goes_on(tokens, hits, at + 1, last, words, capital)
    return at < last and tokens.word[at] == "," and portfolio_list(tokens, hits, at, last, words)

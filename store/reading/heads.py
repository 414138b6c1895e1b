"""The head noun of a post, told from the same word in a rank, a name or a longer title."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.common_words import LINKS
from store.reading.gazetteer import Hit, HitKind
from store.reading.name_words import GIVEN
from store.reading.tokens import Tokens

_SMALL = frozenset(("amb", "sen"))  # abbreviations that are no letters: "Amb.", "Sen."


def is_letters(tokens: Tokens, at: int) -> bool:
    """Whether the abbreviation of a post stands as one is written: ``CDS``, ``FMs``, ``Amb.``."""
    if tokens.low[at] not in _SMALL or not tokens.cap[at]:
        return tokens.word[at].rstrip("s").isupper()
    before = tokens.word[at - 1] if at else ""
    named = before.istitle() and before.isalpha() and tokens.low[at - 1] not in grammar_words().ordinary
    return not named and at + 1 < len(tokens) and tokens.cap[at + 1]  # "Hun Sen" is no senator


def head_at(tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords) -> int:
    """How many tokens the head that begins here has, or 0."""
    rows = words.heads.get(tokens.low[at])
    if rows is None:
        return 0
    hit = hits[at]
    if hit is not None and hit.entry.kind in (HitKind.RANK, HitKind.COUNTRY, HitKind.ORGANISATION):
        # "General" and "Marshal" are ranks, "Commander" is both: a rank only before a name.
        both = hit.entry.kind is HitKind.RANK and tokens.low[at] == "commander"
        house = tokens.low[at] == "marshal" and _of_house(tokens, hit.last, last)
        if not house and not (
            both
            and (
                _of_a_force(tokens, at)
                or _commands(tokens, hits, hit.last, last)
                or _of_branch(tokens, hits, at, hit.last, last)
            )
        ):
            return 0
    low = tokens.low
    if at > 2 and low[at - 1] == "the" and low[at - 2] == "of" and low[at - 3] in ("office", "palace"):
        return 0  # "at the Office of the President"
    if low[at] == "chief" and at and low[at - 1] == "grand":
        return 0  # "Grand Chief Sir X", an honour
    second = low[at + 1] if at + 1 < last else ""
    for row in rows:
        width = len(row)
        if width == 1 or (row[1] == second and at + width <= last and tuple(low[at : at + width]) == row):
            if width == 1 and low[at] in words.abbreviations and not is_letters(tokens, at):
                continue
            if (
                row[-1] == "general"
                and row[0] == "commander"
                and not _commands(tokens, hits, at + width, last)
            ):
                continue  # "Army Commander General X"
            if width == 1 and low[at] in words.prefixes and _leads_on(tokens, at + 1, last, words):
                return 0
            if low[at] == "chair" and at and tokens.cap[at - 1] and low[at - 1] in words.area:
                return width
            if low[at] in words.styles and (not tokens.cap[at] or _inside_name(tokens, hits, at, words)):
                return 0
            return width
    return 0


_FORCES = frozenset("army forces force command guard brigade division corps region regiment militia".split())


def _of_a_force(tokens: Tokens, at: int) -> bool:
    """``National Army (NA) Commander X``: no ship's officer."""
    before = at - 1
    if before > 2 and tokens.word[before] == ")" and tokens.word[before - 2] == "(":
        before -= 3
    return before >= 0 and tokens.low[before] in _FORCES and tokens.cap[before]


def _of_house(tokens: Tokens, at: int, last: int) -> bool:
    """``Marshal of the Sejm``: who presides over a house of parliament."""
    if at < last and tokens.low[at] == "of":
        at += 1 + (tokens.low[at + 1 : at + 2] == ["the"])
        return at < last and tokens.low[at] in ("sejm", "senate", "seimas", "diet")
    return False


def _inside_name(tokens: Tokens, hits: list[Hit | None], at: int, words: GrammarWords) -> bool:
    """``Abdul Amir al-Shammari``, ``Dr. Sultan bin Badr``: a style that is a part of a name."""
    before = at - 1
    if tokens.low[at] in GIVEN and _given(tokens, hits, at):
        return True
    if before >= 0 and tokens.low[before] in ("bin", "ibn", "bint", "ben", "al", "abu", "abd", "ould"):
        return True
    if (
        before < 0
        or not tokens.cap[before]
        or ((hit := hits[before]) is not None and hit.entry.kind is not HitKind.CITY)
        or not tokens.word[before][0].isalpha()
    ):
        return False
    low = tokens.low[before]
    return (
        low not in words.area
        and low not in words.not_names
        and low not in words.head_words
        and low not in words.before
    )


def _given(tokens: Tokens, hits: list[Hit | None], at: int) -> bool:
    """Whether the style is a given name: after ``Dr.`` or a rank, before ``bin`` or a surname."""
    after = at + 1
    following = tokens.low[after : after + 1]
    if following in (["bin"], ["ibn"], ["al"], ["el"]):
        return True
    before = hits[at - 1] if at else None
    if before is not None and before.entry.kind in (HitKind.RANK, HitKind.HONORIFIC):
        return not before.entry.value.startswith(("His ", "Her ", "Their "))
    plain = after < len(tokens) and tokens.cap[after] and hits[after] is None
    return (
        plain
        and tokens.low[at] == "amir"
        and before is None
        and tokens.low[at - 1 : at] not in (["the"], ["'s"])
    )


def _leads_on(tokens: Tokens, at: int, last: int, words: GrammarWords) -> bool:
    """Whether more of a title follows, so that the word before only qualifies it: ``Deputy | Minister``."""
    steps = 0
    while at < last and steps < 4:
        low = tokens.low[at]
        if low in words.head_words or (
            low in words.heads
            and any(tuple(tokens.low[at : at + len(row)]) == row for row in words.heads[low])
        ):
            return True
        if low not in words.area and low not in words.before:
            return False
        at += 1
        steps += 1
    return False


def _of_branch(tokens: Tokens, hits: list[Hit | None], at: int, after: int, last: int) -> bool:
    """``Army Commander Lieutenant General X``: a rank follows, so this one is none."""
    following = hits[after] if after < last else None
    if at == 0 or following is None or following.entry.kind is not HitKind.RANK:
        return False
    before = at - 1
    if tokens.word[before] == ")" and before > 2 and tokens.word[before - 2] == "(":
        before -= 3  # "Zambia Air Force (ZAF) Commander Lieutenant General X"
    hit = hits[before]
    return tokens.cap[before] and (
        tokens.low[before] in grammar_words().area
        or (hit is not None and hit.entry.kind is HitKind.ORGANISATION)
    )


def _commands(tokens: Tokens, hits: list[Hit | None], at: int, last: int) -> bool:
    if at < last and (hit := hits[at]) is not None and hit.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE):
        # "Commander US Central Command"
        return hit.last < last and tokens.cap[hit.last] and tokens.low[hit.last] in grammar_words().area
    letters = at < last and tokens.word[at].isupper() and 2 < len(tokens.word[at]) <= 6
    return at < last and (
        (letters and tokens.word[at].isalpha() and at + 1 < last and tokens.word[at + 1] in (",", ")"))
        or tokens.low[at] in LINKS
        or tokens.low[at] in (",", "in", "-")
        or tokens.low[at] in grammar_words().area
    )

"""Whether a word may be part of a name: particles, initials, sons and daughters, places."""

from __future__ import annotations

from functools import cache

from store.lexicon import load
from store.lexicon.grammar import GrammarWords
from store.reading.gazetteer import Hit, HitKind
from store.reading.name_words import GIVEN, MONTHS, is_initial
from store.reading.tokens import Tokens

PREPOSITIONS = frozenset(
    "in at to from of near via into towards toward across around outside over through".split()
)
_STOPS = frozenset((".", "”", '"'))
_ENDS = frozenset((",", ".", "'s", "’s", "("))
_CHILD = frozenset("bin binti bint ibn".split())
_SHORT = 4  # letters of an adjective that may be a part of a name: Viet, Thai, Lao
_SURNAMES = frozenset(("west", "north", "young"))  # words of bodies that are surnames as well


def may_be_in_name(
    tokens: Tokens,
    hits: list[Hit | None],
    at: int,
    last: int,
    sure: bool,
    words: GrammarWords,
    begin: int,
    first: int,
) -> bool:
    """Whether the word at ``at`` may stand in a name that began at ``first``."""
    token = tokens.low[at]
    hit = hits[at]
    initial = is_initial(tokens.word[at], token)
    if at > begin and token in words.suffixes and token.rstrip(".") in ("jr", "sr"):
        return True
    if token in MONTHS and at + 1 < last and tokens.word[at + 1][0].isdigit():
        return False  # "visited Southern Command Feb. 4"
    if hit is not None and hit.entry.kind is HitKind.HONORIFIC and hit.last - hit.first > 1:
        return False  # "H. E. Mr. X"
    if hit is not None and not initial:
        if at == begin and hit.entry.kind is HitKind.HONORIFIC and at > first and _after_rank(hits, at):
            return not (at + 1 < last and tokens.cap[at + 1])  # "General Tuan"
        if hit.entry.kind in (HitKind.RANK, HitKind.HONORIFIC, HitKind.ORGANISATION):
            # A name may hold such a word ("Al Sheikh", "Marshall"); a run of two tokens is the title.
            if (
                hit.entry.kind is HitKind.RANK
                and hit.last - hit.first == 1
                and not tokens.word[at].endswith(".")
                and token == "gen"
            ):
                if at == begin:  # "Minister Gen Nakatani", but "Commander Gen Pana Klaewplodthuk"
                    return (
                        sure
                        and at > first
                        and tokens.low[at - 1] == "minister"
                        and at + 1 < last
                        and tokens.cap[at + 1]
                        and hits[at + 1] is None
                        and not (at + 2 < last and tokens.cap[at + 2])
                    )
                return not (at + 1 < last and tokens.cap[at + 1])  # "Nakatani Gen"
            if at > begin and hit.entry.kind is HitKind.HONORIFIC and _child_of(tokens, hit, at, last):
                return True  # "Sharif bin Dato Ibrahim"
            return (
                at > begin
                and token in words.also_names
                and hit.last - hit.first == 1
                and hit.entry.kind is HitKind.HONORIFIC
                and tokens.word[at].istitle()
            )
        if hit.last - hit.first > 1 and not (at > begin):
            return sure and _named_after(tokens, hit, last)
        if at > begin and hit.entry.kind is HitKind.ADJECTIVE and len(token) <= _SHORT:
            return _ends_or_goes_on(tokens, hits, at + 1, last, words)  # "Pham Viet Long"
        if at > begin:
            # "Kelly Malta": a place after a given name is a surname unless a blank list joins them.
            return hit.entry.weak or (
                hit.entry.kind in (HitKind.CITY, HitKind.PEOPLE, HitKind.COUNTRY)
                and tokens.low[at - 1] not in PREPOSITIONS
            )
        return (sure or hit.entry.weak or hit.entry.kind is HitKind.CITY) and _name_goes_on(
            tokens, hits, at, last, words, first, sure
        )
    if initial:
        ahead = hits[at + 1] if at + 1 < last else None
        return not (at == begin and ahead is not None and _is_land(ahead) and at + 2 < last)
    if token in words.suffixes and (tokens.word[at].isupper() or token in ("jr", "sr")):
        return at > begin
    if token in words.syllables and _is_syllable(tokens, hits, at, last, sure, words, begin, first):
        return True
    if at == begin + 1 and _is_small_surname(tokens, hits, at, last, words):
        return True  # "Anita Among, the Speaker", "Dr Stergomena Tax said"
    if token in words.not_names:
        return at > begin and tokens.low[at - 1] in words.particles and len(token) > 2
    if token in words.area:
        before = tokens.word[at - 1] if at > begin + 1 else ""
        if token in _SURNAMES and at == begin + 1:  # "Thomas West"
            return not (at + 1 < last and tokens.cap[at + 1])
        return len(before) == 1 and before.isupper()  # "Jedidiah P Royal"
    if token in words.heads and at == begin and token not in GIVEN:
        return False
    return not (token in words.things and at > begin)


_SMALL = frozenset(
    "about above after again along also although among and any are around as at away before below beside"
    " beyond both but by can could down during either ever every few for from had has have here how if in"
    " into is just like many may might more most much must near no nor not now of off often on once only"
    " onto or out over past per quite rather same since so some soon still such than that then there"
    " through till to together too under until up upon very was well were what when where which while who"
    " why will with within without yes yet"
    " young strong noon salam great close hard happy small short wise swift ready fair given live open clear"
    " right winning friday sunday hope day week party major eve".split()
)


def _is_small_surname(
    tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords
) -> bool:
    """A capitalised small word, or one of an office after ``Dr``, that ends a name inside of prose."""
    if not tokens.word[at].istitle() or hits[at] is not None or at + 1 >= last or tokens.cap[at + 1]:
        return False
    token, ahead = tokens.low[at], tokens.word[at + 1]
    if tokens.word[last - 1] not in _STOPS or not (ahead[0].islower() or ahead in _ENDS):
        return False
    given = tokens.low[at - 1]
    if hits[at - 1] is not None or given in words.ordinary or given in words.not_names:
        return False
    styled = hits[at - 2] if at >= 2 else None
    titled = styled is not None and styled.entry.kind is HitKind.HONORIFIC
    return token in _SMALL or (titled and token in words.area)


def _child_of(tokens: Tokens, hit: Hit, at: int, last: int) -> bool:
    """Whether an honorific is the father's, inside of the name: after ``bin`` or ``binti``."""
    return tokens.low[hit.first - 1] in _CHILD or (at > hit.first and tokens.low[at - 2] in _CHILD)


def _named_after(tokens: Tokens, hit: Hit, last: int) -> bool:
    """``President Ho Chi Minh``: a city's short name is the name of whom it is called after."""
    short = " ".join(tokens.word[hit.first : hit.last]) != hit.entry.value
    ends = hit.last >= last or tokens.low[hit.last] != "city"
    return hit.entry.kind is HitKind.CITY and short and ends and hit.entry.value.endswith(" City")


def _is_syllable(
    tokens: Tokens,
    hits: list[Hit | None],
    at: int,
    last: int,
    sure: bool,
    words: GrammarWords,
    begin: int,
    first: int,
) -> bool:
    """Whether an English word is here part of a name: ``President To Lam``, ``Colonel Lim Yong Soon``."""
    if not tokens.word[at].istitle() or at == first:
        return False
    if at > begin:
        return _ends_or_goes_on(tokens, hits, at + 1, last, words)
    if not sure or at + 1 >= last or not tokens.cap[at + 1]:
        return False
    follow = [tokens.low[i] for i in range(at + 1, min(last, at + 3)) if tokens.cap[i]]
    pieces = [piece for low in follow for piece in low.split("-")]
    named = not words.ordinary.issuperset(pieces) and follow[0] not in words.not_names - words.syllables
    return named and (hits[at + 1] is None or len(follow) > 1) and plain(follow[0], words)


def plain(low: str, words: GrammarWords) -> bool:
    """Whether the word is none of which titles and things are made."""
    return low not in words.area and low not in words.heads and low not in words.things


def _ends_or_goes_on(tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords) -> bool:
    """Whether a name ends before ``at``, or another part of it stands there."""
    if at >= last or not tokens.word[at][0].isalnum():
        return True
    low = tokens.low[at]
    if not tokens.cap[at]:
        return not tokens.word[at][0].isdigit() and low not in words.area and low not in words.before
    english = (low in words.ordinary or low in words.not_names) and low not in words.syllables
    return hits[at] is None and not english and plain(low, words)


def _is_land(hit: Hit) -> bool:
    """``R. Italy``: a country after an initial, no name."""
    return hit.entry.kind is HitKind.COUNTRY and not hit.entry.weak


def _after_rank(hits: list[Hit | None], at: int) -> bool:
    before = hits[at - 1]
    return before is not None and before.entry.kind is HitKind.RANK


def _name_goes_on(
    tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords, first: int, sure: bool
) -> bool:
    """Whether a place's word is here a given name: ``Jordan Bardella``, ``Sofia Petrova``."""
    nxt = at + 1
    while nxt < at + 3 and nxt < last and tokens.low[nxt] in words.particles and not tokens.cap[nxt]:
        nxt += 1  # "David van der Berg"
    if nxt >= last or not tokens.cap[nxt] or not tokens.word[nxt][0].isalpha():
        hit = hits[at]
        town = hit is not None and hit.entry.kind is HitKind.CITY and tokens.low[at] not in _capitals()
        return sure and hit is not None and (hit.entry.weak or town)  # "President Mulino"
    governed = at > first and tokens.low[at - 1] in PREPOSITIONS and not sure
    if governed and tokens.low[at - 2 : at] != ["according", "to"]:
        return False
    following = hits[nxt]
    token = tokens.low[nxt]
    if following is not None and not following.entry.weak and token not in words.also_names:
        return False
    return (
        token not in words.not_names
        and token not in words.area
        and (token not in words.heads or token in words.styles)
        and token not in words.things
    )


@cache
def _capitals() -> frozenset[str]:
    """Cities that are never a lone surname: ``General Lagos``, but not ``Mayor Paris``."""
    return frozenset(t.capital.lower() for t in load().territories if t.capital)

"""Personal names: runs of capitalised words that no list claims, with particles and initials."""

from __future__ import annotations

from dataclasses import dataclass

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.gazetteer import Hit, HitKind
from store.reading.name_parts import may_be_in_name, plain
from store.reading.name_words import NO_BEGINNING, PART
from store.reading.remembered import Remembered
from store.reading.tokens import Tokens

_FULL_STOPS = frozenset((".", "”", '"'))
_APOSTROPHES = frozenset("`‘’ʿʾ")
_SHIPS = frozenset(
    "frigate corvette ship warship vessel destroyer submarine yacht cruiser carrier minehunter minesweeper"
    " gunboat flagship icebreaker trawler".split()
)
_BEFORE_A_NAME = frozenset((HitKind.RANK, HitKind.HONORIFIC))


@dataclass(slots=True)
class NameRun:
    """A run of tokens ``[first, last)`` that may be a person's name."""

    first: int
    last: int
    sure: bool  # a rank, an honorific or a post stands right before it
    doubtful: bool = False  # a lone ordinary word


def find_names(
    tokens: Tokens, hits: list[Hit | None], taken: list[bool], first: int, last: int
) -> list[NameRun]:
    """Candidate names among tokens ``[first, last)``; ``taken`` marks tokens of posts."""
    words = grammar_words()
    found: list[NameRun] = []
    done = first
    cap = tokens.cap
    for at in [
        at
        for at, signs in enumerate(tokens.signs[first:last], first)
        if (not signs & NO_BEGINNING or (cap[at] and hits[at] is not None)) and not taken[at]
    ]:
        if at < done:
            continue
        sure = _follows_title(tokens, hits, taken, at, first)
        if not cap[at] and not sure:
            continue
        end = _run(tokens, hits, taken, at, last, sure, words, first)
        if end == at:
            continue
        if end - at == 1 and at > first and tokens.low[at - 1] == "cheikh" and cap[at - 1]:
            at -= 1  # "Chief of Staff Cheikh Wade": a given name where no other follows
        if _all_ordinary(tokens, hits, at, end, first, sure, words) and not (
            sure and _of_plain_words(tokens, hits, at, end, last, words)
        ):
            if end - at == 1:
                found.append(NameRun(at, end, sure, True))
        elif _is_name(tokens, hits, at, end, first, last, sure, words):
            found.append(NameRun(at, end, sure))
        while end < last and cap[end] and end > at and tokens.low[end] in words.honours:
            end += 1  # "Musa Bello CON": the honour is no name of its own
        done = end
    return found


def _follows_title(tokens: Tokens, hits: list[Hit | None], taken: list[bool], at: int, first: int) -> bool:
    if at == first:
        return False
    hit = hits[at - 1]
    return (hit is not None and hit.entry.kind in _BEFORE_A_NAME) or taken[at - 1]


def _run(
    tokens: Tokens,
    hits: list[Hit | None],
    taken: list[bool],
    at: int,
    last: int,
    sure: bool,
    words: GrammarWords,
    first: int,
) -> int:
    low, cap, word, signs = tokens.low, tokens.cap, tokens.word, tokens.signs
    begin = at
    while at < last:
        if signs[at] & PART and cap[at] and hits[at] is None and not taken[at]:
            at += 1
            continue
        token = low[at]
        if word[at] in _APOSTROPHES and begin < at < last - 1 and low[at + 1].startswith("al"):
            if not cap[at + 1] or tokens.start[at] != tokens.end[at - 1]:
                break
            at += 1  # "Mani` Al-Otaiba"
            continue
        if taken[at] or not word[at][0].isalpha():
            break
        if cap[at]:
            if not may_be_in_name(tokens, hits, at, last, sure and at == begin, words, begin, first):
                break
            at += 1
            continue
        if token in words.particles and at > begin:
            nxt = at + 1
            while nxt < last and low[nxt] in words.particles and not cap[nxt]:
                nxt += 1
            if (
                nxt < last
                and cap[nxt]
                and not taken[nxt]
                and low[nxt] not in words.not_names
                and word[nxt][0].isalpha()
            ):
                if token in ("a", "e", "y", "o") and hits[nxt] is not None:
                    break
                at = nxt
                continue
        elif token in words.particles and sure and at == begin:
            at += 1
            continue
        break
    while (
        at - begin > 1 and low[at - 1] in words.honours and (word[at - 1].isupper() or len(low[at - 1]) > 3)
    ):
        at -= 1
    while at - begin > _BARE_NAME and _is_decoration(word, begin, at - 1):
        at -= 1
    return at


_BARE_NAME = 2  # words of a name that decorations may follow
_VOWELS = frozenset("AEIOUY")


def _is_decoration(word: list[str], begin: int, at: int) -> bool:
    """``Nuwan Perera WWV RWP``: letters that nobody could speak, after a name in small letters."""
    letters = word[at]
    return (
        letters.isupper()
        and 1 < len(letters) < 5
        and not word[begin].isupper()
        and _VOWELS.isdisjoint(letters)
    )


def _is_name(
    tokens: Tokens,
    hits: list[Hit | None],
    at: int,
    end: int,
    first: int,
    last: int,
    sure: bool,
    words: GrammarWords,
) -> bool:
    low = tokens.low
    if end < last and not sure and end - at >= 1:
        following = low[end]
        if (
            tokens.cap[end]
            and (following in words.things or following in words.area)
            and tokens.word[end] != tokens.word[end].upper()
        ):
            return False
        if following in ("street", "avenue", "airport", "boulevard", "residence", "palace", "square"):
            return False
        if following == "'s" and end + 1 < last and tokens.cap[end + 1] and low[end + 1] in words.things:
            return False
    if sure and _is_eponym(tokens, at, end, first, last):
        return False
    after = end
    while sure and after < last and after < end + 4 and tokens.cap[after]:
        if low[after] in words.things:
            return False
        after += 1
    if at > first and low[at - 1] in _SHIPS and not tokens.cap[at - 1]:
        return False  # "aboard the frigate Regina Maria"
    if at > first and low[at - 1] in words.thing_heads and tokens.cap[at - 1]:
        return False
    if low[at] in words.thing_heads and end - at > 1 and not sure:
        return False
    if at > first and low[at - 1] == "the" and not sure:
        return False
    if (
        at > first
        and low[at - 1] in ("in", "at", "near")
        and not sure
        and (end - at <= 1 or low[at - 1] != "near")
        and not (end < last and low[end] == "'s")
    ):
        return False
    if len(low[at]) <= 2 and len(max(low[at:end], key=len)) <= 2:
        # Initials and particles alone are no name, save short names after a title.
        return end - at == 1 and len(low[at]) == 2 and (sure or tokens.word[at].istitle())
    if sure or end - at > 1 or not tokens.word[at].isupper():
        return True
    if "-" in tokens.word[at] and any(map(_is_unspoken, tokens.word[at].split("-"))):
        return False  # "F-FDTL"
    return len(tokens.word[at]) > 4 or _upper_line(tokens, first, last)


def _is_unspoken(letters: str) -> bool:
    return _VOWELS.isdisjoint(letters)


_NAMED_AFTER = frozenset(
    "school academy hospital barracks base airport aerodrome stadium college university institute bridge"
    " museum library theatre theater cemetery clinic prize award medal scholarship foundation".split()
)
_KINDS = frozenset(
    "military naval air police army state primary secondary high technical field general".split()
)


def _is_eponym(tokens: Tokens, at: int, end: int, first: int, last: int) -> bool:
    """``the General San Martin military school``: what it is named after, with ``the`` before the rank."""
    thing = end + 1 if end < last and tokens.low[end] in _KINDS else end
    if thing >= last or tokens.low[thing] not in _NAMED_AFTER:
        return False
    begin = at
    while begin > first and tokens.cap[begin - 1]:
        begin -= 1
    return begin > first and tokens.low[begin - 1] == "the"


def _all_ordinary(
    tokens: Tokens, hits: list[Hit | None], at: int, end: int, first: int, sure: bool, words: GrammarWords
) -> bool:
    """Whether every word of the run is an English word; after a rank or an honorific even those are names."""
    if not all(map(_ORDINARY.__getitem__, tokens.low[at:end])):
        return False
    if tokens.low[at] in words.things:
        return True
    if sure and end - at > 1 and "-" in tokens.low[end - 1] and not tokens.word[end - 1].istitle():
        return False  # "Minister Song Young-moo"
    titled = hits[at - 1] if at > first else None
    return not (titled is not None and titled.entry.kind in _BEFORE_A_NAME)


def _of_plain_words(
    tokens: Tokens, hits: list[Hit | None], at: int, end: int, last: int, words: GrammarWords
) -> bool:
    """``Secretary Mason Smith said so.``: two English words after a post, in a sentence and no heading."""
    if not 2 <= end - at <= 3 or end >= last or tokens.word[last - 1] not in _FULL_STOPS:
        return False
    if tokens.cap[end] or tokens.word[end] in "-–":
        return False
    return all(
        tokens.word[i].istitle()
        and hits[i] is None
        and tokens.low[i] not in words.not_names
        and tokens.low[i] not in words.before
        and plain(tokens.low[i], words)
        for i in range(at, end)
    )


_ORDINARY = Remembered(lambda low: grammar_words().ordinary.issuperset(low.split("-")), 16_384)


def _upper_line(tokens: Tokens, first: int, last: int) -> bool:
    letters = [w for w in tokens.word[first:last] if w[0].isalpha()]
    return bool(letters) and sum(w.isupper() for w in letters) * 2 > len(letters)

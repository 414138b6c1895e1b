"""Personal names: runs of capitalised words that no list claims, with particles and initials."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from store.lexicon import load
from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.gazetteer import Hit, HitKind
from store.reading.name_words import GIVEN, MONTHS, NO_BEGINNING, PART, PARTICLE, is_initial
from store.reading.remembered import Remembered
from store.reading.tokens import Tokens

_PLACES = frozenset((HitKind.COUNTRY, HitKind.CITY, HitKind.PEOPLE, HitKind.ADJECTIVE))
_PREPOSITIONS = frozenset(
    "in at to from of near via into towards toward across around outside over through".split()
)
_CHILD = frozenset("bin binti bint ibn".split())
_FULL_STOPS = frozenset((".", "”", '"'))
_SHORT = 4  # letters of an adjective that may be a part of a name: Viet, Thai, Lao
_SURNAMES = frozenset(("west", "north", "young"))  # words of bodies that are surnames as well
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
        if ((not signs & NO_BEGINNING or hits[at] is not None) if cap[at] else signs & PARTICLE)
        and not taken[at]
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


def with_repeated(tokens: Tokens, runs: list[tuple[NameRun, int]]) -> list[tuple[NameRun, int]]:
    """The runs, and names such as ``To Lam`` again where no title stands before them."""
    low, cap, syllables = tokens.low, tokens.cap, grammar_words().syllables
    known = {
        tuple(low[run.first : run.last])
        for run, _ in runs
        if run.sure and run.last - run.first > 1 and low[run.first] in syllables
    }
    if not known:
        return runs
    taken = {at for run, _ in runs for at in range(run.first, run.last)}
    firsts = {name[0]: name for name in known}
    found = list(runs)
    for number, (first, last, _) in enumerate(tokens.sentences):
        for at in range(first, last - 1):
            name = firsts.get(low[at])
            if name is None or at in taken or not cap[at] or not cap[at + 1]:
                continue
            if tuple(low[at : at + len(name)]) == name:
                found = [(run, n) for run, n in found if not at <= run.first < at + len(name)]
                found.append((NameRun(at, at + len(name), True), number))
    return sorted(found, key=lambda row: row[0].first)


def with_surnames(
    tokens: Tokens, hits: list[Hit | None], taken: list[bool], runs: list[tuple[NameRun, int]]
) -> list[tuple[NameRun, int]]:
    """The runs, and lone surnames that are towns as well: ``Michael Langley``, then ``Langley met``."""
    low, cap = tokens.low, tokens.cap
    towns = {
        low[run.last - 1]
        for run, _ in runs
        if run.last - run.first > 1
        and (hit := hits[run.last - 1]) is not None
        and hit.entry.kind is HitKind.CITY
        and hit.last - hit.first == 1
    }
    if not towns:
        return runs
    done = {at for run, _ in runs for at in range(run.first, run.last)}
    found = list(runs)
    for number, (first, last, _) in enumerate(tokens.sentences):
        for at in range(first, last):
            if low[at] not in towns or at in done or taken[at] or not cap[at]:
                continue
            before = low[at - 1] if at > first else ""
            part = (at > first and cap[at - 1] and tokens.word[at - 1][0].isalpha()) or (
                at + 1 < last and cap[at + 1] and tokens.word[at + 1][0].isalpha()
            )
            if before not in _PREPOSITIONS and not part:
                found.append((NameRun(at, at + 1, True), number))
    return sorted(found, key=lambda row: row[0].first)


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
        token = low[at]
        if word[at] in _APOSTROPHES and begin < at < last - 1 and low[at + 1].startswith("al"):
            if not cap[at + 1] or tokens.start[at] != tokens.end[at - 1]:
                break
            at += 1  # "Mani` Al-Otaiba"
            continue
        if taken[at] or not word[at][0].isalpha():
            break
        if cap[at]:
            if signs[at] & PART and hits[at] is None:
                at += 1
                continue
            if not _may_be_in_name(tokens, hits, at, last, sure and at == begin, words, begin, first):
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
_SPOKEN = 5  # letters of a word in capitals that may be a surname
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


def _may_be_in_name(
    tokens: Tokens,
    hits: list[Hit | None],
    at: int,
    last: int,
    sure: bool,
    words: GrammarWords,
    begin: int,
    first: int,
) -> bool:
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
                and tokens.low[at - 1] not in _PREPOSITIONS
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
    return named and (hits[at + 1] is None or len(follow) > 1) and _plain(follow[0], words)


def _plain(low: str, words: GrammarWords) -> bool:
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
    return hits[at] is None and not english and _plain(low, words)


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
    governed = at > first and tokens.low[at - 1] in _PREPOSITIONS and not sure
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
    if len(max(low[at:end], key=len)) <= 2:
        # Initials and particles alone are no name, save short names after a title.
        return end - at == 1 and len(low[at]) == 2 and (sure or tokens.word[at].istitle())
    return not (
        end - at == 1
        and tokens.word[at].isupper()
        and len(tokens.word[at]) <= 4
        and not sure
        and not _upper_line(tokens, first, last)
    )


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
        and _plain(tokens.low[i], words)
        for i in range(at, end)
    )


_ORDINARY = Remembered(lambda low: grammar_words().ordinary.issuperset(low.split("-")), 16_384)


def _upper_line(tokens: Tokens, first: int, last: int) -> bool:
    letters = [w for w in tokens.word[first:last] if w[0].isalpha()]
    return bool(letters) and sum(w.isupper() for w in letters) * 2 > len(letters)

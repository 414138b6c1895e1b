"""Where the name of a body or a country after a post ends: ``the 12th Division``."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.bodied import is_acronym
from store.reading.common_words import DETERMINERS
from store.reading.gazetteer import Hit, HitKind
from store.reading.portfolios import begins_post, goes_on, own_people, portfolio_list
from store.reading.tokens import Tokens

_BEFORE_HEADS = frozenset(("prime", "deputy", "vice", "first"))
_QUARTERS = frozenset(
    "north south east west northern southern eastern western central upper lower greater new middle".split()
)
_OF_PROVINCES = frozenset("governor premier mayor commissioner prefect administrator speaker".split())
# Words that some outlets write small inside the name of a body: "Department of International cooperation".
_SMALL_IN_BODIES = frozenset(
    "affairs staff cooperation co-operation relations policy issues forces integration security".split()
)
# Bodies whose field follows "on": "Committee on International Affairs".
_FIELD_BODIES = frozenset("commission committee conference council group subcommittee sub-committee".split())
_COLLEGES = frozenset("ministers representatives deputies states commissioners".split())
# Bodies written small after a country: "Attaché of the US embassy", "head of the US military's Command".
_SMALL_BODIES = frozenset("embassy consulate mission army navy military government".split())


_NOT_ITS = -1  # what a step answers where another has to


def body_name(
    tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords, head: str
) -> tuple[int, str | None]:
    """The end of the body or country that begins at ``at``, and the code of what it names."""
    low, cap, word = tokens.low, tokens.cap, tokens.word
    begin = at
    code: str | None = None
    if at < last and low[at] in ("operation", "exercise") and cap[at]:
        at += 1  # "Commander of Operation Sea Guardian"
        while at < last and cap[at] and hits[at] is None and word[at][0].isalpha():
            at += 1
        return at, code
    while at < last:
        if cap[at] and low[at] in words.heads and (stop := _court(tokens, at, last)):
            at = stop
            continue
        hit = hits[at]
        if hit is not None:
            named, at, goes_on = _over_hit(tokens, hits, hit, at, begin, last, words, head)
            if named is not None:
                code = code or named
            if not goes_on:
                break
            continue
        if word[at] == "(" and _is_lettered(tokens, at, last):
            at += 3
            if at < last and cap[at] and hits[at] is None and low[at] not in words.area:
                return at, code  # a name
            continue
        stop = _over_word(tokens, hits, at, begin, last, words)
        if stop == _NOT_ITS:
            stop = _over_link(tokens, hits, at, begin, last, words)
        if stop == _NOT_ITS:
            stop = _over_letters(tokens, hits, at, begin, last, words, head)
        if stop == at:
            break
        if stop != _NOT_ITS:
            at = stop
            continue
        if cap[at] and word[at][0].isalpha() and low[at] not in words.not_names:
            run = _proper(tokens, hits, at, last, words)
            if run < last and cap[run] and hits[run] is None and low[run] in words.area and run - at <= 2:
                at = run
                continue
            if at == begin and (run == last or not (hits[run] is not None and cap[run])):
                return (run if run - at <= 2 else at + 1), code
        break
    while at > begin and low[at - 1] in ("and", "&", ",", "of", "the", "for", "'s"):
        at -= 1
    return at, code


def _over_hit(
    tokens: Tokens,
    hits: list[Hit | None],
    hit: Hit,
    at: int,
    begin: int,
    last: int,
    words: GrammarWords,
    head: str,
) -> tuple[str | None, int, bool]:
    """Over a country, a city, a rank or the like: the code that it names, where on, and whether to go on."""
    low, cap = tokens.low, tokens.cap
    kind = hit.entry.kind
    if kind is HitKind.HONORIFIC and hit.last < last and low[hit.last] == "'s":
        return None, hit.last + 1, True  # "His Majesty's Armed Forces"
    if kind in (HitKind.RANK, HitKind.HONORIFIC):
        of_a_body = (
            hit.last - hit.first == 1
            and low[at] in ("general", "commander", "captain", "major", "marshal")
            and at + 1 < last
            and cap[at]
            and low[at + 1] in words.area
        )
        return None, at + of_a_body, of_a_body
    if kind is HitKind.CITY and hit.last == at + 1 and low[at] in words.bodies and cap[at]:
        return None, at + 1, True  # "the State Duma": a town elsewhere
    if at > begin and own_people(tokens, hits, at, last):
        return hit.entry.code, hit.last + 1, True
    if kind is HitKind.CITY and _is_of_a_name(tokens, hits, hit, at, begin, last, words, head):
        return None, at, False
    joined = kind is HitKind.ORGANISATION and low[at - 1] in ("and", "&")
    code = hit.entry.code if kind is not HitKind.CITY and not joined else None
    at = min(hit.last, last)
    if at >= last:
        return code, at, True
    if low[at] == "'s" and at + 1 < last and (cap[at + 1] or low[at + 1] in words.area):
        return code, at + 1, True
    small_or_large = cap[at] or low[at] in _SMALL_BODIES
    word = hits[at] is None and low[at] in words.area and low[at] not in words.head_words
    if kind is not HitKind.COUNTRY or (small_or_large and word):
        return code, at, True
    second = hits[at + 1] if low[at] == "and" and at + 1 < last else None
    if second is not None and second.entry.kind is HitKind.COUNTRY:
        return code, at + 1, True
    return code, at, False


def _is_of_a_name(
    tokens: Tokens,
    hits: list[Hit | None],
    city: Hit,
    at: int,
    begin: int,
    last: int,
    words: GrammarWords,
    head: str,
) -> bool:
    """Whether a city is no part of the body but of somebody's name: ``Representative of Vladimir Putin``."""
    after = city.last
    if at > begin:
        capital = at + 1 < last and tokens.cap[after : after + 1] == [True]
        named = capital and hits[min(after, last - 1)] is None and tokens.low[after] not in words.area
        return city.entry.weak or named
    served = head.split()[-1] in words.agents and after < last
    return served and tokens.cap[after] and tokens.low[after] not in words.area


def _over_word(
    tokens: Tokens, hits: list[Hit | None], at: int, begin: int, last: int, words: GrammarWords
) -> int:
    """Over a word of bodies; ``at`` itself where the body ends before it."""
    low, cap = tokens.low, tokens.cap
    token = low[at]
    if token in ("'s", "’", "'"):
        plural = at > begin and token != "'s" and low[at - 1].endswith("s")  # "Workers' Party"
        owns = at > begin and at + 1 < last and cap[at + 1] and (token == "'s" or plural)
        return at + owns
    is_head = token in words.head_words
    owner = hits[at - 1] if is_head and at > begin and cap[at] else None
    if owner is not None and owner.entry.kind is HitKind.ORGANISATION:
        return at + 1  # "Special Representative of the UN Secretary-General"
    if _is_number_of_unit(tokens, hits, at, begin, last, words):
        return at + 1  # "the 12th | Mechanized Division", "Brigade | 45"
    if at > begin and token in _BEFORE_HEADS and cap[at] and low[at + 1 : at + 2] == ["minister"]:
        return at  # "Chairman of the State Council | Prime Minister"
    if is_head and at > begin and begins_post(tokens, hits, at, last, words):
        return at
    of_a_body = token in words.area or (is_head and at == begin)
    if not of_a_body and is_head and low[at - 1] in words.area:
        of_a_body = not begins_post(tokens, hits, at, last, words)
    if not of_a_body:
        return _NOT_ITS
    small = at > begin and cap[at - 1] and hits[at - 1] is None and not cap[at]
    return at + (not small or token in words.bodies or token in _SMALL_IN_BODIES)


def _over_link(
    tokens: Tokens, hits: list[Hit | None], at: int, begin: int, last: int, words: GrammarWords
) -> int:
    """Over ``and``, ``of``, ``on`` or a comma inside a body's name; ``at`` itself where it ends there."""
    low, cap = tokens.low, tokens.cap
    token = low[at]
    if token in ("and", "&") and at > begin and at + 1 < last:
        if not goes_on(tokens, hits, at + 1, last, words, cap[at - 1]):
            return at
        return _past_determiners(tokens, at + 1, last)  # "for Latin America and the Caribbean"
    if token == "," and at > begin and portfolio_list(tokens, hits, at, last, words):
        return at + 1
    if token in ("of", "for"):
        before = low[at - 1]
        first_head = at == begin + 1 and low[begin] in words.head_words
        if first_head and begin > 1 and low[begin - 1] in ("to", "the", "his"):
            inner = _past_determiners(tokens, at + 1, last)
            return inner if inner < last and low[inner] in words.area else at
        if token == "of" and at > begin and (stop := _sovereign(tokens, hits, at, last)):
            return stop
        if at > begin and before in words.area and before not in words.head_words:
            inner = _past_determiners(tokens, at + 1, last)
            if inner < last and low[inner] in words.area and hits[inner] is None and _joined(before):
                return inner
            if inner < last and before in ("council", "house", "cabinet") and low[inner] in _COLLEGES:
                return inner + 1  # "Member of the Council of Ministers"
            return at
    if token == "on" and at > begin and low[at - 1] in _FIELD_BODIES and at + 1 < last:
        inner = at + 1 + (low[at + 1] == "the")
        field = inner < last and cap[inner] and low[inner] in words.area and hits[inner] is None
        return inner if field else at
    return _NOT_ITS


def _past_determiners(tokens: Tokens, at: int, last: int) -> int:
    while at < last and tokens.low[at] in DETERMINERS:
        at += 1
    return at


def _is_lettered(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a bracket holds a body's letters: ``(MOD)``."""
    if at + 2 >= last or tokens.word[at + 2] != ")":
        return False
    return is_acronym(tokens.word[at + 1]) and len(tokens.word[at + 1]) > 1


def _over_letters(
    tokens: Tokens,
    hits: list[Hit | None],
    at: int,
    begin: int,
    last: int,
    words: GrammarWords,
    head: str,
) -> int:
    """Over a body's letters, and over the name of a quarter of a province."""
    low, cap, word = tokens.low, tokens.cap, tokens.word
    token = word[at]
    next_capital = at + 1 < last and cap[at + 1]
    if is_acronym(token) and 2 <= len(token) <= 6 and token.isalpha():
        named = next_capital and hits[at + 1] is None and word[at + 1][0].isalpha()
        named = named and low[at + 1] not in words.area and low[at + 1] not in words.head_words
        shouted = at > begin and at + 1 < last and word[at + 1].isupper()
        if not named and not shouted:
            return at + 1  # "Inspector General of the FAR"
    quarter = cap[at] and at > begin and low[at - 1] in _QUARTERS and head.split()[-1] in _OF_PROVINCES
    if quarter and hits[at] is None and low[at] not in words.head_words and not next_capital:
        return at + 1  # "Premier of the Western Cape", "Governor of Upper Nile"
    return _NOT_ITS


def _proper(tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords) -> int:
    """Where a run of capitals that are no words of bodies ends."""
    low = tokens.low
    while (
        at < last
        and tokens.cap[at]
        and hits[at] is None
        and low[at] not in words.area
        and low[at] not in words.head_words
        and tokens.word[at][0].isalpha()
    ):
        at += 1
    return at


def _court(tokens: Tokens, at: int, last: int) -> int:
    """Where ``Crown Prince's Court``, ``Prime Minister's Office`` ends, or 0."""
    for place in range(at + 1, min(last - 1, at + 4)):
        if tokens.low[place] == "'s":
            return place + 2 if tokens.low[place + 1] in ("court", "office", "diwan", "cabinet") else 0
        if not tokens.cap[place]:
            return 0
    return 0


_OFFICES = frozenset("office court diwan bureau household cabinet secretariat".split())
_SOVEREIGNS = frozenset("king queen emir amir sultan emperor".split())


def _sovereign(tokens: Tokens, hits: list[Hit | None], at: int, last: int) -> int:
    """Where ``Office | of His Majesty the King`` ends, or 0."""
    hit = hits[at + 1] if at + 1 < last else None
    if hit is None or hit.entry.kind is not HitKind.HONORIFIC or tokens.low[at - 1] not in _OFFICES:
        return 0
    if tokens.low[hit.last - 1] not in ("majesty", "highness"):
        return 0
    title = hit.last + 1 if tokens.low[hit.last : hit.last + 1] == ["the"] else hit.last
    return title + 1 if title < last and tokens.low[title] in _SOVEREIGNS else hit.last


_UNITS = frozenset(
    "army base battalion battery brigade company corps division fleet flotilla group regiment squadron"
    " wing".split()
)


def _is_number_of_unit(
    tokens: Tokens, hits: list[Hit | None], at: int, begin: int, last: int, words: GrammarWords
) -> bool:
    """Whether the number at ``at`` is of a unit: ``the 12th Mechanized Division``, ``Brigade 45``."""
    token = tokens.low[at]
    if not token[0].isdigit():
        return False
    if at > begin:
        return tokens.low[at - 1] in _UNITS and token.isdigit() and len(token) < 4
    if not (token.isdigit() or token[-2:] in ("st", "nd", "rd", "th")) or len(token) > 5:
        return False
    nxt = at + 1
    while nxt < last and tokens.cap[nxt] and nxt < at + 5:
        if tokens.low[nxt] in _UNITS:
            return True
        nxt += 1
    return False


def _joined(body: str) -> bool:
    """``Chiefs of Staff``, ``Ministry of Defense``: the body's own name has an ``of``."""
    return body in grammar_words().joined and body != "staff"

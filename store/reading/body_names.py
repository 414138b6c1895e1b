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
        hit = hits[at]
        if cap[at] and low[at] in words.heads and (stop := _court(tokens, at, last)):
            at = stop
            continue
        if hit is not None:
            kind = hit.entry.kind
            if kind is HitKind.HONORIFIC and hit.last < last and low[hit.last] == "'s":
                at = hit.last + 1  # "His Majesty's Armed Forces"
                continue
            if kind in (HitKind.RANK, HitKind.HONORIFIC):
                if not (
                    hit.last - hit.first == 1
                    and low[at] in ("general", "commander", "captain", "major", "marshal")
                    and at + 1 < last
                    and cap[at]
                    and low[at + 1] in words.area
                ):
                    break
                at += 1
                continue
            if kind is HitKind.CITY and hit.last == at + 1 and low[at] in words.bodies and cap[at]:
                at += 1  # "the State Duma": a town elsewhere
                continue
            if at > begin and own_people(tokens, hits, at, last):
                code = code or hit.entry.code
                at = hit.last + 1
                continue
            if kind is HitKind.CITY and at > begin and hit.entry.weak:
                break
            if (
                kind is HitKind.CITY
                and at == begin
                and head.split()[-1] in words.agents
                and hit.last < last
                and cap[hit.last]
                and low[hit.last] not in words.area
            ):
                break  # "Representative of Vladimir Putin"
            if (
                kind is HitKind.CITY
                and at > begin
                and at + 1 < last
                and cap[hit.last : hit.last + 1] == [True]
                and hits[min(hit.last, last - 1)] is None
                and low[hit.last] not in words.area
            ):
                break
            joined = kind is HitKind.ORGANISATION and low[at - 1] in ("and", "&")
            if kind is not HitKind.CITY and not joined:
                code = code or hit.entry.code
            at = min(hit.last, last)
            if at < last and low[at] == "'s" and at + 1 < last and (cap[at + 1] or low[at + 1] in words.area):
                at += 1
                continue
            if (
                at < last
                and kind is HitKind.COUNTRY
                and not (
                    (cap[at] or low[at] in _SMALL_BODIES)
                    and hits[at] is None
                    and low[at] in words.area
                    and low[at] not in words.head_words
                )
            ):
                if (
                    low[at] == "and"
                    and at + 1 < last
                    and (second := hits[at + 1]) is not None
                    and second.entry.kind is HitKind.COUNTRY
                ):
                    at += 1
                    continue
                break
            continue
        token = low[at]
        if token in ("'s", "’", "'"):
            plural = at > begin and token != "'s" and low[at - 1].endswith("s")  # "Workers' Party"
            if at > begin and at + 1 < last and cap[at + 1] and (token == "'s" or plural):
                at += 1
                continue
            break
        if (
            token in words.head_words
            and at > begin
            and (owner := hits[at - 1]) is not None
            and owner.entry.kind is HitKind.ORGANISATION
            and cap[at]
        ):
            at += 1  # "Special Representative of the UN Secretary-General"
            continue
        if _is_number_of_unit(tokens, hits, at, begin, last, words):
            at += 1  # "the 12th | Mechanized Division", "Brigade | 45"
            continue
        if at > begin and token in _BEFORE_HEADS and cap[at] and tokens.low[at + 1 : at + 2] == ["minister"]:
            break  # "Chairman of the State Council | Prime Minister"
        if token in words.head_words and at > begin and begins_post(tokens, hits, at, last, words):
            break
        if (
            token in words.area
            or (token in words.head_words and at == begin)
            or (
                token in words.head_words
                and low[at - 1] in words.area
                and not begins_post(tokens, hits, at, last, words)
            )
        ):
            if (
                cap[at]
                or at == begin
                or not cap[at - 1]
                or hits[at - 1] is not None
                or token in words.bodies
                or token in _SMALL_IN_BODIES
            ):
                at += 1
                continue
            break
        if token in ("and", "&") and at > begin and at + 1 < last:
            if goes_on(tokens, hits, at + 1, last, words, cap[at - 1]):
                at += 1
                while at < last and low[at] in DETERMINERS:
                    at += 1  # "for Latin America and the Caribbean"
                continue
            break
        if word[at] == "," and at > begin and portfolio_list(tokens, hits, at, last, words):
            at += 1
            continue
        if (
            token in ("of", "for")
            and at == begin + 1
            and low[begin] in words.head_words
            and begin > 1
            and low[begin - 1] in ("to", "the", "his")
        ):
            inner = at + 1
            while inner < last and low[inner] in DETERMINERS:
                inner += 1
            if inner < last and low[inner] in words.area:
                at = inner
                continue
            break
        if token == "of" and at > begin and (stop := _sovereign(tokens, hits, at, last)):
            at = stop
            continue
        if (
            token in ("of", "for")
            and at > begin
            and low[at - 1] in words.area
            and low[at - 1] not in words.head_words
        ):
            inner = at + 1
            while inner < last and low[inner] in DETERMINERS:
                inner += 1
            if inner < last and low[inner] in words.area and hits[inner] is None and _joined(low[at - 1]):
                at = inner
                continue
            if inner < last and low[at - 1] in ("council", "house", "cabinet") and low[inner] in _COLLEGES:
                at = inner + 1  # "Member of the Council of Ministers"
                continue
            break
        if token == "on" and at > begin and low[at - 1] in _FIELD_BODIES and at + 1 < last:
            inner = at + 1 + (low[at + 1] == "the")
            if inner < last and cap[inner] and low[inner] in words.area and hits[inner] is None:
                at = inner
                continue
            break
        if (
            word[at] == "("
            and at + 2 < last
            and word[at + 2] == ")"
            and is_acronym(word[at + 1])
            and len(word[at + 1]) > 1
        ):
            at += 3
            if at < last and cap[at] and hits[at] is None and low[at] not in words.area:
                return at, code  # a name
            continue
        named = (
            at + 1 < last
            and cap[at + 1]
            and hits[at + 1] is None
            and low[at + 1] not in words.area
            and low[at + 1] not in words.head_words
        )
        if (
            is_acronym(word[at])
            and 2 <= len(word[at]) <= 6
            and not (named and word[at + 1][0].isalpha())
            and word[at].isalpha()
            and not (at + 1 < last and word[at + 1].isupper() and at > begin)
        ):
            at += 1  # a body's letters: "Inspector General of the FAR"
            continue
        if (
            cap[at]
            and at > begin
            and low[at - 1] in _QUARTERS
            and head.split()[-1] in _OF_PROVINCES
            and hits[at] is None
            and token not in words.head_words
            and not (at + 1 < last and cap[at + 1])
        ):
            at += 1  # "Premier of the Western Cape", "Governor of Upper Nile"
            continue
        if cap[at] and word[at][0].isalpha() and token not in words.not_names:
            run = at
            while (
                run < last
                and cap[run]
                and hits[run] is None
                and low[run] not in words.area
                and low[run] not in words.head_words
                and word[run][0].isalpha()
            ):
                run += 1
            if run < last and cap[run] and hits[run] is None and low[run] in words.area and run - at <= 2:
                at = run
                continue
            if at == begin and (run == last or not (hits[run] is not None and cap[run])):
                return (run if run - at <= 2 else at + 1), code
            break
        break
    while at > begin and low[at - 1] in ("and", "&", ",", "of", "the", "for", "'s"):
        at -= 1
    return at, code


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

"""What follows the head of a post: ``of the General Staff``, ``for Foreign Affairs``, ``to Azerbaijan``."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.bodied import bare_complement, bracketed, comma_body, is_acronym
from store.reading.gazetteer import Hit, HitKind
from store.reading.postings import end_of_posting, is_here
from store.reading.titles import ABROAD
from store.reading.tokens import Tokens

_LINKS = frozenset(("of", "for", "to", "on", "at", "in", "with", "from"))


_BEFORE_HEADS = frozenset(("prime", "deputy", "vice", "first"))
_QUARTERS = frozenset(
    "north south east west northern southern eastern western central upper lower greater new middle".split()
)


_OF_PROVINCES = frozenset("governor premier mayor commissioner prefect administrator speaker".split())


_DETERMINERS = frozenset(("the", "his", "her", "its", "their", "all"))


_ALWAYS = frozenset(("of", "for"))
# Words that some outlets write small inside the name of a body: "Department of International cooperation".
_SMALL_IN_BODIES = frozenset(
    "affairs staff cooperation co-operation relations policy issues forces integration security".split()
)
# Bodies whose field follows "on": "Committee on International Affairs".
_FIELD_BODIES = frozenset("commission committee conference council group subcommittee sub-committee".split())


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
        if closing := _bracketed_portfolio(tokens, hits, at, last, words):
            if not segments:
                segments.append((at + 1, closing))
            end = closing + 1
            continue
        if low[at : at + 3] == ["in", "charge", "of"]:
            at, link = at + 2, "of"
        if link in _LINKS:
            at += 1
            while at < last and low[at] in _DETERMINERS:
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
        stop, code = _noun_phrase(tokens, hits, at, last, words, head)
        if stop == at:
            break
        segments.append((at, stop))
        diplomat = any(word in head for word in words.diplomats) and _MISSIONS.isdisjoint(low[at:stop])
        if (link != "in" or not diplomat) and (link != "to" or not head.startswith(tuple(words.diplomats))):
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


_COLLEGES = frozenset("ministers representatives deputies states commissioners".split())
# Bodies written small after a country: "Attaché of the US embassy", "head of the US military's Command".
_SMALL_BODIES = frozenset("embassy consulate mission army navy military government".split())
_POSTED_TO = frozenset("office mission embassy consulate delegation high permanent".split())


def _bracketed_portfolio(
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


_MISSIONS = frozenset("embassy mission consulate delegation representation legation".split())


_POSTS_ABROAD = frozenset(
    "embassy consulate mission delegation representation legation office bureau nunciature".split()
)


_SERVED = frozenset("ministry government cabinet presidency treasury".split())  # "Secretary to the Ministry"


def _may_follow(head: str, link: str, tokens: Tokens, hits: list[Hit | None], at: int, last: int) -> bool:
    if at >= last:
        return False
    hit = hits[at]
    place = hit is not None and hit.entry.kind in (HitKind.COUNTRY, HitKind.ORGANISATION, HitKind.CITY)
    if link == "to":
        served = tokens.low[at] in _SERVED and head.endswith("secretary")
        return served or place or tokens.low[at] in grammar_words().head_words or tokens.low[at] in _POSTED_TO
    if link == "from":  # "Under Secretary from the Ministry of National Defence"
        return tokens.cap[at] and tokens.low[at] in ("ministry", "department", "embassy", "directorate")
    if link == "on":
        return tokens.cap[at] and head.split()[-1] in grammar_words().charged
    if link in ("at", "in"):
        diplomat = (
            any(word in head for word in grammar_words().diplomats) or tokens.low[at - 2] in _POSTS_ABROAD
        )
        diplomat = diplomat or head.split()[-1] in ("adviser", "advisor", "observer", "delegate")
        if hit is not None and hit.entry.kind is HitKind.ADJECTIVE and hit.last < last:
            at = hit.last  # "State Secretary at the Slovenian Ministry of Defence"
        country = hit is not None and hit.entry.kind is HitKind.COUNTRY
        named = hit is not None and hit.last < len(tokens) and tokens.low[hit.last] in grammar_words().area
        if link == "at" and hit is not None and hit.entry.kind is HitKind.ORGANISATION:
            return True  # "Director at the European External Action Service"
        if link == "at" and place and named:
            return True  # "at the UK Foreign Office"
        return (link == "in" and (country or (place and diplomat))) or (
            link in ("at", "in")
            and tokens.low[at]
            in ("embassy", "presidency", "ministry", "office", "headquarters", "chancellery", "secretariat")
        )
    return False


def _noun_phrase(
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
            if at > begin and _own_people(tokens, hits, at, last):
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
        if token in words.head_words and at > begin and _begins_post(tokens, hits, at, last, words):
            break
        if (
            token in words.area
            or (token in words.head_words and at == begin)
            or (
                token in words.head_words
                and low[at - 1] in words.area
                and not _begins_post(tokens, hits, at, last, words)
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
            if _goes_on(tokens, hits, at + 1, last, words, cap[at - 1]):
                at += 1
                while at < last and low[at] in _DETERMINERS:
                    at += 1  # "for Latin America and the Caribbean"
                continue
            break
        if word[at] == "," and at > begin and _portfolio_list(tokens, hits, at, last, words):
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
            while inner < last and low[inner] in _DETERMINERS:
                inner += 1
            if inner < last and low[inner] in words.area:
                at = inner
                continue
            break
        if (
            token in ("of", "for")
            and at > begin
            and low[at - 1] in words.area
            and low[at - 1] not in words.head_words
        ):
            inner = at + 1
            while inner < last and low[inner] in _DETERMINERS:
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


def _begins_post(tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords) -> bool:
    """Whether the head at ``at`` is a post of its own rather than a word of a body's name."""
    nxt = at + 1
    if tokens.low[at] in ("general", "secretary") and nxt < last and tokens.low[nxt] in ("secretariat", "of"):
        return tokens.low[at] == "secretary"
    return not (nxt < last and tokens.low[nxt] in words.area and tokens.cap[nxt] == tokens.cap[at])


def _goes_on(
    tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords, capital: bool
) -> bool:
    """Whether the words after ``and`` are more of the portfolio, not another post or a person."""
    low, cap = tokens.low, tokens.cap
    while at < last and low[at] in _DETERMINERS:
        at += 1
    if at < last and _own_people(tokens, hits, at, last):
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
        if low[at] in words.head_words and _begins_post(tokens, hits, at, last, words):
            return False
        at += 1
    return True


def _own_people(tokens: Tokens, hits: list[Hit | None], at: int, last: int) -> bool:
    """``Moroccan Expatriates``, ``Mauritanians Abroad``: whom a foreign minister looks after as well."""
    hit = hits[at]
    if hit is None or hit.last >= last or hit.entry.kind not in (HitKind.ADJECTIVE, HitKind.PEOPLE):
        return False
    return tokens.low[hit.last] in ABROAD


def _portfolio_list(
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
        return _goes_on(tokens, hits, at + 1, last, words, capital)
    return at < last and tokens.word[at] == "," and _portfolio_list(tokens, hits, at, last, words)

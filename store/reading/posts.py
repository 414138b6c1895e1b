"""Posts: ``First Deputy Minister of Defense``, ``Commander of the Turkish Air Force``, ``Georgia's foreign minister``.

A post is grown from its head noun: to the left over the words of which titles are made, to the right
over its complements (``of the General Staff of the Armed Forces of the Republic of Türkiye``). What
names a country is taken out of the title and kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.gazetteer import Hit, HitKind
from store.reading.tokens import Tokens

_LINKS = frozenset(("of", "for", "to", "on", "at", "in", "with"))
_DETERMINERS = frozenset(("the", "his", "her", "its", "their", "all"))
_ALWAYS = frozenset(("of", "for"))
_BODIES = frozenset(
    "ministry department office agency committee council forces force army navy staff service command guard police mission"
    " organization organisation bureau commission parliament assembly administration authority academy university center"
    " centre institute delegation party foundation fund bank corporation board secretariat directorate presidency house".split()
)
_UNBODIED = frozenset(("delegation", "team", "group", "table", "family", "household", "visit"))
_DIPLOMATS = frozenset(
    (
        "ambassador",
        "attaché",
        "attache",
        "consul",
        "commissioner",
        "envoy",
        "chargé",
        "charge",
        "representative",
        "counsellor",
        "counselor",
    )
)


@dataclass(frozen=True, slots=True)
class PostPhrase:
    """A post as it stands at tokens ``[first, last)``."""

    first: int
    last: int
    head: str  # the head noun, lower case
    title: tuple[tuple[int, int], ...]  # token ranges that make the title
    organisation: tuple[tuple[int, int], ...]  # token ranges that make the body named after it
    country: str | None
    stated: str | None  # a title that stands for an abbreviation
    plural: bool
    complement: bool  # something follows the head: "of the ..."
    capital: bool  # the head has a capital
    owner: str  # "his", "'s", "" : whose post it is said to be


def find_posts(tokens: Tokens, hits: list[Hit | None], first: int, last: int) -> list[PostPhrase]:
    """The posts of tokens ``[first, last)``, in order, not overlapping."""
    words = grammar_words()
    found: list[PostPhrase] = []
    at = floor = first
    while at < last:
        width = _head_at(tokens, hits, at, last, words)
        if not width:
            at += 1
            continue
        post = _grow(tokens, hits, at, at + width, floor, last, words)
        if post is None:
            at += width
            continue
        found.append(post)
        at = floor = post.last
    return found


def _head_at(tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords) -> int:
    """How many tokens the head that begins here has, or 0."""
    rows = words.heads.get(tokens.low[at])
    if rows is None:
        return 0
    hit = hits[at]
    if hit is not None and hit.entry.kind in (HitKind.RANK, HitKind.COUNTRY, HitKind.ORGANISATION):
        # "General" and "Marshal" are ranks, "Commander" is both: a rank only before a name.
        if (
            hit.entry.kind is not HitKind.RANK
            or tokens.low[at] != "commander"
            or not _commands(tokens, hit.last, last)
        ):
            return 0
    low = tokens.low
    for row in rows:
        width = len(row)
        if at + width <= last and (width == 1 or tuple(low[at : at + width]) == row):
            if width == 1 and low[at] in words.abbreviations and not tokens.word[at].rstrip("s").isupper():
                continue
            if width == 1 and low[at] in _PREFIXES and _leads_on(tokens, at + 1, last, words):
                return 0
            if low[at] == "chair" and at and tokens.cap[at - 1] and low[at - 1] in words.area:
                return width
            if low[at] in _STYLES and (not tokens.cap[at] or _inside_name(tokens, hits, at, words)):
                return 0
            return width
    return 0


_STYLES = frozenset(
    (
        "king",
        "queen",
        "prince",
        "princess",
        "cardinal",
        "pope",
        "fm",
        "sultan",
        "amir",
        "emir",
        "judge",
        "dean",
        "bishop",
        "justice",
        "imam",
        "regent",
        "mufti",
        "wali",
    )
)


def _inside_name(tokens: Tokens, hits: list[Hit | None], at: int, words: GrammarWords) -> bool:
    """``Abdul Amir al-Shammari``: a style right after a word that is nothing but a name."""
    before = at - 1
    if before >= 0 and tokens.low[before] in ("bin", "ibn", "bint", "ben", "al", "abu", "abd", "ould"):
        return True
    if (
        before < 0
        or not tokens.cap[before]
        or hits[before] is not None
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


_PREFIXES = frozenset(
    ("deputy", "assistant", "chief", "vice", "under", "associate", "first", "general", "king", "prince")
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


def _commands(tokens: Tokens, at: int, last: int) -> bool:
    return at < last and (
        tokens.low[at] in _LINKS
        or tokens.low[at] in (",", "in", "-")
        or tokens.low[at] in grammar_words().area
    )


def _grow(
    tokens: Tokens, hits: list[Hit | None], head: int, after: int, floor: int, last: int, words: GrammarWords
) -> PostPhrase | None:
    first, country, owner = _leftwards(tokens, hits, head, floor, words)
    end, segments, inner = _rightwards(
        tokens,
        hits,
        after,
        last,
        words,
        tokens.low[after - 1] if after - head == 1 else " ".join(tokens.low[head:after]),
    )
    head_words = " ".join(tokens.low[head:after])
    low_head = tokens.low[after - 1]
    if segments and tokens.low[segments[0][0]] in _UNBODIED:
        return None
    stated = (
        words.abbreviations.get(low_head.rstrip("s"))
        if after - head == 1 and tokens.word[head].rstrip("s").isupper()
        else None
    )
    title_first = first
    title = [(a, b) for a, b in _without_places(tokens, hits, title_first, after)]
    organisation: list[tuple[int, int]] = []
    whole = head_words in words.whole or low_head in words.whole
    split_pre = (
        _body_before(tokens, hits, first, head)
        if "minister" not in low_head and low_head != "secretary of state"
        else None
    )
    if split_pre is not None:
        organisation.append((first, split_pre))
        title = [(a, b) for a, b in _without_places(tokens, hits, split_pre, after)]
    for index, (link, begin, stop) in enumerate(segments_with_links(tokens, segments)):
        pieces = _without_places(tokens, hits, begin, stop, body=True)
        if not pieces:
            continue
        stays = (
            whole
            and index == 0
            and link != "to"
            and (low_head not in words.staff or _is_staff(tokens, begin, stop, words))
        )
        if (
            link == "in"
            and tokens.low[begin - 1] != "of"
            and tokens.low[begin - 2 : begin] != ["charge", "of"]
        ):
            continue  # where an envoy is posted
        if (
            stays or (whole and link == "to" and not low_head.startswith(("ambassador",)) and index == 0)
        ) and len(organisation) <= (split_pre is not None):
            title.append((title[-1][1] if title else after, pieces[0][0]))
            title.extend(pieces)
        elif not organisation:
            organisation.extend(pieces)
    country = country or inner
    return PostPhrase(
        first,
        end,
        low_head if after - head == 1 else head_words,
        tuple(title),
        tuple(organisation[:4]),
        country,
        stated,
        low_head in words.plural or low_head in ("fms", "pms"),
        bool(segments),
        tokens.cap[head],
        owner,
    )


def segments_with_links(tokens: Tokens, segments: list[tuple[int, int]]) -> list[tuple[str, int, int]]:
    """Complements with the word that leads to each (``of``, ``to``, or nothing)."""
    rows = []
    for begin, stop in segments:
        link = tokens.low[begin - 1] if begin else ""
        if link in _DETERMINERS and begin > 1:
            link = tokens.low[begin - 2]
        rows.append((link if link in _LINKS else "", begin, stop))
    return rows


def _is_staff(tokens: Tokens, begin: int, stop: int, words: GrammarWords) -> bool:
    return any(low in words.staff_words or low == "staffs" for low in tokens.low[begin:stop])


def _body_before(tokens: Tokens, hits: list[Hit | None], first: int, head: int) -> int | None:
    """Where a body named before the head ends: ``Defense Industry Agency | President``."""
    for at in range(head - 1, first - 1, -1):
        hit = hits[at]
        if (
            (tokens.low[at] in _BODIES and tokens.cap[at])
            or (hit is not None and hit.entry.kind is HitKind.ORGANISATION)
            or tokens.word[at] == ")"
        ):
            return at + 1
    return None


def _without_places(
    tokens: Tokens, hits: list[Hit | None], first: int, last: int, body: bool = False
) -> list[tuple[int, int]]:
    """The token ranges of ``[first, last)`` without countries and their adjectives, and what ties them on."""
    pieces: list[tuple[int, int]] = []
    at = begin = first
    while at < last:
        hit = hits[at]
        kept = (
            hit is None
            or hit.entry.kind not in (HitKind.COUNTRY, HitKind.ADJECTIVE, HitKind.PEOPLE)
            or (
                body
                and at > first
                and at + (hit.last - hit.first) < last
                and tokens.low[first] in ("royal", "imperial")
            )
        )
        if kept or hit is None:
            at += 1
            continue
        stop = at
        while stop > begin and tokens.low[stop - 1] in ("of", "the", "and", "-", "–"):
            stop -= 1
        if stop > begin:
            pieces.append((begin, stop))
        at = min(hit.last, last)
        if at < last and tokens.low[at] in ("'s", "-", "–"):
            at += 1
        begin = at
    while begin < last and tokens.low[begin] in ("of", "the", "'s", "’"):
        begin += 1
    if begin < last:
        pieces.append((begin, last))
    return [piece for a, b in pieces for piece in _without_brackets(tokens, a, b)]


def _without_brackets(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """The range without an abbreviation in brackets, in one or two pieces."""
    for at in range(first, last - 2):
        if tokens.word[at] == "(" and tokens.word[at + 2] == ")":
            return _without_brackets(tokens, first, at) + _without_brackets(tokens, at + 3, last)
    return [(first, last)] if any(w[0].isalnum() for w in tokens.word[first:last]) else []


def _leftwards(
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
            break
        if word in ("his", "her", "its", "their"):
            owner = word
            break
        if hit is not None and hit.entry.kind in (HitKind.RANK, HitKind.HONORIFIC, HitKind.PEOPLE):
            break
        if word in words.tenure or word in words.before and not cap[before]:
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
        if cap[before] and (word in words.area or (hit is not None and hit.entry.kind is HitKind.CITY)):
            if not _thing_before(tokens, before, floor):
                at = before
                continue
            break
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


def _chained(tokens: Tokens, hits: list[Hit | None], at: int, floor: int, words: GrammarWords) -> bool:
    """Whether a body's name runs on to the left over ``of``: ``Armed Forces of the | Philippines chief of staff``."""
    place = at - 1
    if place > floor and tokens.low[place] == "the":
        place -= 1
    return (
        place > floor
        and tokens.low[place] == "of"
        and tokens.cap[place - 1]
        and tokens.low[place - 1] in _BODIES | words.area
        and hits[place - 1] is None
    )


def _in_title(tokens: Tokens, hits: list[Hit | None], at: int, words: GrammarWords) -> bool:
    return tokens.low[at] in words.area and tokens.cap[at]


def _thing_before(tokens: Tokens, at: int, floor: int) -> bool:
    return False


def _rightwards(
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
        if (
            tokens.word[at] == "("
            and at + 2 < last
            and tokens.word[at + 2] == ")"
            and tokens.word[at + 1].isupper()
        ):
            end = at + 3
            continue
        if low[at : at + 3] == ["in", "charge", "of"]:
            at, link = at + 2, "of"
        if link in _LINKS:
            at += 1
            while at < last and low[at] in _DETERMINERS:
                at += 1
            if link not in _ALWAYS and not _may_follow(head, link, tokens, hits, at, last):
                break
        elif segments or not _bare_complement(tokens, hits, at, last, words, head):
            break
        stop, code = _noun_phrase(tokens, hits, at, last, words, head)
        if stop == at:
            break
        segments.append((at, stop))
        if link != "in" and (link != "to" or not head.startswith(tuple(_DIPLOMATS))):
            country = country or code
        end = stop
    return end, segments, country


def _may_follow(head: str, link: str, tokens: Tokens, hits: list[Hit | None], at: int, last: int) -> bool:
    if at >= last:
        return False
    hit = hits[at]
    place = hit is not None and hit.entry.kind in (HitKind.COUNTRY, HitKind.ORGANISATION, HitKind.CITY)
    if link == "to":
        return (
            place or tokens.low[at] in grammar_words().head_words or tokens.low[at] in ("office", "mission")
        )
    if link == "on":
        return (
            head
            in (
                "adviser",
                "advisor",
                "aide",
                "envoy",
                "special envoy",
                "rapporteur",
                "special rapporteur",
                "assistant",
                "special representative",
            )
            and tokens.cap[at]
        )
    if link in ("at", "in"):
        diplomat = any(word in head for word in _DIPLOMATS)
        country = hit is not None and hit.entry.kind is HitKind.COUNTRY
        return (link == "in" and (country or (place and diplomat))) or (
            link in ("at", "in")
            and tokens.low[at]
            in ("embassy", "presidency", "ministry", "office", "headquarters", "chancellery", "secretariat")
        )
    return False


def _bare_complement(
    tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords, head: str
) -> bool:
    """``Chairman Joint Chiefs of Staff Committee``: a body straight after the head."""
    if not tokens.cap[at] or hits[at] is not None or tokens.low[at] not in words.area:
        return False
    return (
        head.split()[0]
        in ("chairman", "commander", "director", "chief", "secretary", "minister", "deputy", "vice")
        and tokens.low[at] not in words.head_words
    )


def _noun_phrase(
    tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords, head: str
) -> tuple[int, str | None]:
    """The end of the body, office or country that begins at ``at``, and the country or organisation it names."""
    low, cap, word = tokens.low, tokens.cap, tokens.word
    begin = at
    code: str | None = None
    while at < last:
        hit = hits[at]
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
            if kind is HitKind.CITY and at > begin and hit.entry.weak:
                break
            if (
                kind is HitKind.CITY
                and at > begin
                and at + 1 < last
                and cap[hit.last : hit.last + 1] == [True]
                and hits[min(hit.last, last - 1)] is None
                and low[hit.last] not in words.area
            ):
                break
            if kind is not HitKind.CITY:
                code = code or hit.entry.code
            at = min(hit.last, last)
            if at < last and low[at] == "'s" and at + 1 < last and (cap[at + 1] or low[at + 1] in words.area):
                at += 1
                continue
            if (
                at < last
                and kind is HitKind.COUNTRY
                and not (
                    cap[at] and hits[at] is None and low[at] in words.area and low[at] not in words.head_words
                )
            ):
                if (
                    low[at] == "and"
                    and at + 1 < last
                    and hits[at + 1] is not None
                    and hits[at + 1].entry.kind is HitKind.COUNTRY
                ):  # type: ignore[union-attr]
                    at += 1
                    continue
                break
            continue
        token = low[at]
        if token in ("'s", "’", "'"):
            if at > begin and at + 1 < last and cap[at + 1] and token == "'s":
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
                or token in _BODIES
                or token in ("affairs", "staff")
            ):
                at += 1
                continue
            break
        if token in ("and", "&") and at > begin and at + 1 < last:
            if _goes_on(tokens, hits, at + 1, last, words, cap[at - 1]):
                at += 1
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
            break
        if (
            word[at] == "("
            and at + 2 < last
            and word[at + 2] == ")"
            and word[at + 1].isupper()
            and len(word[at + 1]) > 1
        ):
            at += 3
            continue
        named = (
            at + 1 < last
            and cap[at + 1]
            and hits[at + 1] is None
            and low[at + 1] not in words.area
            and low[at + 1] not in words.head_words
        )
        if (
            word[at].isupper()
            and 2 <= len(word[at]) <= 6
            and not (named and word[at + 1][0].isalpha())
            and word[at].isalpha()
            and not (at + 1 < last and word[at + 1].isupper() and at > begin)
        ):
            at += 1  # a body's letters: "Inspector General of the FAR"
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


_JOINED = frozenset(
    (
        "staff",
        "committee",
        "chiefs",
        "ministry",
        "department",
        "command",
        "office",
        "council",
        "commission",
        "branch",
        "academy",
        "house",
        "bureau",
        "division",
        "directorate",
        "centre",
        "center",
        "school",
        "court",
        "bank",
        "agency",
    )
)


def _joined(body: str) -> bool:
    """``Chiefs of Staff``, ``Ministry of Defense``: the body's own name has an ``of``."""
    return body in _JOINED and body not in ("staff",)


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
    if (
        at >= last
        or low[at] not in words.area
        or hits[at] is not None
        and hits[at].entry.kind is HitKind.RANK
    ):  # type: ignore[union-attr]
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


def _portfolio_list(
    tokens: Tokens, hits: list[Hit | None], comma: int, last: int, words: GrammarWords
) -> bool:
    """``Political Affairs, Peace and Security``: a comma inside a portfolio."""
    low, cap = tokens.low, tokens.cap
    at = comma + 1
    if low[comma - 1] not in words.area or at >= last or low[at] not in words.area or not cap[at]:
        return False
    while at < last and cap[at] and (low[at] in words.area):
        if low[at] in words.head_words or hits[at] is not None:
            return False
        at += 1
    if at < last and low[at] in ("and", "&"):
        return _goes_on(tokens, hits, at + 1, last, words, True)
    return at < last and tokens.word[at] == "," and _portfolio_list(tokens, hits, at, last, words)

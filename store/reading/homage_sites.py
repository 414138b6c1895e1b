"""Noun phrases that name places of homage: "Alley of Honor", "monument to X", "graves of X and Y in Z".

Words are data (``resources/lexicon/ceremonies.toml``); here is how a head noun gathers what belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.model import Span
from store.reading.homage_names import long_enough, person_names
from store.reading.homage_words import HomageTables, Token, folded

_WIDEST = 8  # words before a head
_LONGEST = 40  # words after a head
_OPENINGS = frozenset({"the", "a", "in", "to", "both"})
_QUOTES = frozenset('"“”«»')
_COMPLEMENT = frozenset({"of", "to", "for", "commemorating", "dedicated", "in"})


class Site(NamedTuple):
    """A noun phrase that names a site: where it stands, its printed form, and whom it is named after."""

    span: Span
    name: str
    own: bool  # has a name of its own: capitals, or a person or group after its head
    honoured: tuple[Span, ...]
    head: str
    strong: bool  # its head alone makes a visit a homage


def site_phrases(tables: HomageTables, text: str, tokens: list[Token]) -> Iterator[Site]:
    """Every noun phrase of the sentence that is built on a head or is the proper name of a site."""
    at = 0
    claimed: list[Span] = []
    while at < len(tokens):
        if tokens[at].low in tables.heads and _is_head(tables, tokens, at):
            first, last, names = _phrase(tables, tokens, at)
            site = _site(tables, text, tokens, first, at, last, names)
            if site is not None:
                claimed.append(site.span)
                yield site
            at = max(last, at + 1)
        else:
            at += 1
    if tokens:
        for match in tables.proper.finditer(text, tokens[0].start, tokens[-1].end):
            if not any(a <= match.start() < b for a, b in claimed):
                yield Site(Span(*match.span()), folded(match.group()), True, (), "", True)


def _is_head(tables: HomageTables, tokens: list[Token], at: int) -> bool:
    """Whether a head word is one here: a wall or a hill needs a word of homage next to it."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if following in (
        "museum",
        "day",
        "service",
        "ceremony",
        "plate",
        "fund",
        "foundation",
        "prize",
        "tournament",
    ):
        return False
    if following in tables.heads and following not in ("of", "in"):
        return False
    cue = tables.weak.get(tokens[at].low)
    if cue is None:
        return True
    around = " ".join(token.word for token in tokens[max(0, at - 2) : at + 4])
    return cue.search(around) is not None


def _phrase(tables: HomageTables, tokens: list[Token], at: int) -> tuple[int, int, tuple[Span, ...]]:
    """Bounds of the noun phrase around the head at ``at``, and names of persons in it."""
    first = at
    while first and at - first < _WIDEST and _modifies(tables, tokens, first - 1):
        first -= 1
    if first == at and first > 3 and tokens[at - 1].word == ")" and tokens[at - 3].word == "(":
        first = at - 3 if tokens[at - 4].capital else at  # ``the Border Guard (BG) memorial``
        while first and first < at and at - first < _WIDEST and _modifies(tables, tokens, first - 1):
            first -= 1
    last = at + 1
    if last < len(tokens) and (tokens[last].low == "complex" or tokens[last].word in _PARTS):
        last += 1
        complex_at = last - 1
        while tokens[complex_at].word == "complex" and last < len(tokens) and tokens[last].capital:
            last += 1  # ``the memorial complex Brest Fortress``
    last = _quoted(tokens, last)
    names: tuple[Span, ...] = ()
    foreign = _foreign(tokens, last) if tokens[at].capital else last
    if foreign > last:
        return first, foreign, names  # ``Monument aux Morts``
    if last + 1 < len(tokens) and (tokens[last + 1].low == "those" or _is_errand(tokens, at, last)):
        return first, last, names  # ``X, the monument to those who fell``, ``the Cemetery to offer prayers``
    if last < len(tokens) and tokens[last].low in _COMPLEMENT - {"in"}:
        end = _complement(tables, tokens, last + 1, tokens[at])
        if end > last + 1:
            if tokens[at].low in tables.persons:
                names = person_names(tables, tokens, last + 1, end)
            last = end
    last = _where(tables, tokens, first, at, last)
    if last + 2 < len(tokens) and tokens[last].word == "(":
        close = next((i for i in range(last + 1, min(last + 5, len(tokens))) if tokens[i].word == ")"), -1)
        if close > 0 and all(token.capital for token in tokens[last + 1 : close]):
            last = close + 1
    return first, last, names


_FOREIGN = frozenset("a al aux del des do dos da das du de los las la el les ao aos à y e et".split())
_ERRANDS = frozenset(
    "pay lay offer honour honor place commemorate remember mark attend see meet inspect discuss light"
    " visit give take render observe".split()
)
_FIELDS = frozenset({"cemetery", "cemeteries", "graveyard", "acre", "park", "alley"})


_PARTS = frozenset({"Center", "Centre", "Gardens", "Park", "Wall", "Church", "Square", "Site"})


def _where(tables: HomageTables, tokens: list[Token], first: int, at: int, last: int) -> int:
    """Where ``the memorial in Pomba`` ends: a plain word is told from others by its place."""
    if (first > 1 and tokens[first - 1].low not in ("the", "a")) or tokens[at].low in tables.persons - _PLAIN:
        return last
    if any(token.capital or token.low in ("of", "to", "for") for token in tokens[first:last]):
        return last
    if last + 1 >= len(tokens) or tokens[last].low not in ("in", "at", "on") or not tokens[last + 1].capital:
        return last
    end = last + 1
    while end < len(tokens) and tokens[end].capital and tokens[end].low not in tables.stops:
        end += 1
    if tokens[last + 1].low in _TIMES or tokens[end - 1].low == "day":
        return last
    return last if _starts_site(tables, tokens, last + 1) else end


_PLAIN = frozenset({"memorial", "monument", "plaque", "cenotaph", "cemetery"})
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december".split()
)


def _foreign(tokens: list[Token], at: int) -> int:
    """Where what follows a head in another language ends: ``al Soldado Desconocido``."""
    last = at
    while last < len(tokens) and (tokens[last].low in _FOREIGN or (last > at and tokens[last].capital)):
        last += 1
    while last > at and not tokens[last - 1].capital:
        last -= 1
    return last


def _is_errand(tokens: list[Token], at: int, last: int) -> bool:
    """Whether "to" or "for" after a head tells what one went there for."""
    if tokens[last].low == "to":
        return tokens[last + 1].low in _ERRANDS
    return tokens[last].low == "for" and tokens[at].low in _FIELDS


def _quoted(tokens: list[Token], at: int) -> int:
    """Where a name in quotation marks after the head ends, or where it would begin."""
    if at + 2 >= len(tokens) or tokens[at].word not in _QUOTES or not tokens[at + 1].capital:
        return at
    close = next((i for i in range(at + 2, min(at + 10, len(tokens))) if tokens[i].word in _QUOTES), -1)
    return close + 1 if close > 0 else at


def _modifies(tables: HomageTables, tokens: list[Token], at: int) -> bool:
    """Whether the word before a head belongs to the name: a capital that does not just begin the sentence."""
    token = tokens[at]
    if token.low in tables.modifiers:
        return True
    if token.low in _FOREIGN and at and tokens[at - 1].capital and tokens[at + 1].capital:
        return True  # ``Camp de Thiaroye cemetery``
    return token.capital and (at > 0 or not (token.low in tables.stops or token.low in _OPENINGS))


def _complement(tables: HomageTables, tokens: list[Token], at: int, head: Token) -> int:
    """Where what follows "of" or "to" ends."""
    persons = head.low in tables.persons
    opens = at < 9 and tokens[0].low in _LEADING and not any(t.word == "," for t in tokens[:at])
    place = at
    while place < min(len(tokens), at + _LONGEST):
        token = tokens[place]
        word = token.low
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.word in ',;:.()[]—–"“”?!':
            if not (persons and word == "," and following and _goes_on(tables, tokens, place + 1)):
                break
            if opens and not any(token.low == "and" for token in tokens[place : place + 6]):
                break
            if _starts_site(tables, tokens, place + 1):
                break
        elif word == "and":
            if following is None or _starts_site(tables, tokens, place + 1):
                break
            if not (following.capital or (persons and _goes_on(tables, tokens, place + 1))):
                break
        elif word in ("in", "at"):
            if not following or not following.capital or _starts_site(tables, tokens, place + 1):
                break
            if head.capital or head.low in ("grave", "graves", "tomb", "tombs"):
                break
        elif word in tables.stops or (word == "to" and place > at):
            break
        place += 1
    while place > at and tokens[place - 1].low in ("the", "of", "a", "and", ",", "in", "at", "his", "her"):
        place -= 1
    return place


_LEADING = frozenset(("before", "at", "on", "in", "after", "near", "beside", "by", "in front of"))


_VERBS = frozenset(
    "met held went took had laid left flew spoke gave paid saw was were has is are meets holds visits tours"
    " lays sent made began said told drove rode bowed stood wrote put later will won".split()
)


def _goes_on(tables: HomageTables, tokens: list[Token], at: int) -> bool:
    """Whether after a comma or "and" the enumeration of persons goes on."""
    if not tokens[at].capital and (tokens[at].low in _VERBS or tokens[at].low.endswith(("ed", "ly"))):
        return False  # "the tomb of X and met General Y"
    for number, token in enumerate(tokens[at : at + 8]):
        if number and token.low in ("and", ","):
            continue
        if token.low in tables.stops - {"and"} or token.low in ("in", "at", "to") or token.word in ";.:":
            return False
        if token.capital and token.low not in tables.titles:
            return True
    return False


def _starts_site(tables: HomageTables, tokens: list[Token], at: int) -> bool:
    """Whether a noun phrase with a head begins here."""
    for place in range(at, min(at + 6, len(tokens))):
        token = tokens[place]
        if token.low in tables.heads and _is_head(tables, tokens, place):
            return True
        if not token.capital and token.low not in tables.modifiers and token.low not in ("the", "of"):
            return False
    return False


def owner_of(tables: HomageTables, text: str, tokens: list[Token], site: Site) -> Span | None:
    """Whose grave it is, where only ``his``, ``her`` or ``whose`` says so: the last person named before."""
    at = next((i for i, token in enumerate(tokens) if token.start == site.span.start), 0)
    if site.own or not at or tokens[at - 1].low not in ("his", "her", "whose"):
        return None
    named = [name for name in person_names(tables, tokens, 0, at - 1) if long_enough(text, name)]
    return named[-1] if named else None


def _site(
    tables: HomageTables,
    text: str,
    tokens: list[Token],
    first: int,
    at: int,
    last: int,
    names: tuple[Span, ...],
) -> Site | None:
    head = tokens[at].low
    while (
        first < at
        and tokens[first].low in tables.titles
        and tokens[first].capital
        and head in ("grave", "graves")
    ):
        first += 1
    first = _quoted_before(tokens, first)
    span = Span(tokens[first].start, tokens[last - 1].end)
    name = folded(text[span.start : span.end])
    own = first < at or last > at + 1
    if not names and first < at and head in tables.persons and tokens[at - 1].word.endswith(("'s", "’s")):
        names = tuple(n for n in person_names(tables, tokens, first, at) if long_enough(text, n))
        return Site(span, name, True, names, head, True)  # ``Kwame Nkrumah's tomb``
    if names and head in ("graves", "grave", "tombs") and _is_within(tables, tokens, last):
        return Site(span, name, False, names, head, True)  # the site is the cemetery named next
    if names and not tokens[at].capital:
        name = folded(
            f"{text[tokens[first].start : tokens[at + 1].end]} {_plain_names(text, tokens, at, names)}"
        )
    if last == at + 1 and all(not token.capital for token in tokens[first:last]):
        own = first < at and head not in ("flame", "fire")
    return Site(span, name, own, names, head, head not in ("portrait", "bust", "statue", "hall"))


def _quoted_before(tokens: list[Token], first: int) -> int:
    """Where a name in quotation marks right before the phrase begins, else where the phrase does."""
    if first < 2 or tokens[first - 1].word not in _QUOTES:
        return first
    begin = next((i for i in range(first - 2, max(-1, first - 9), -1) if tokens[i].word in _QUOTES), -1)
    return begin if begin >= 0 and tokens[begin + 1].capital else first


def _plain_names(text: str, tokens: list[Token], at: int, names: tuple[Span, ...]) -> str:
    """The persons a site is named after: for one, with the title in capitals directly before the name."""
    if len(names) > 1:
        return " and ".join(folded(text[a:b]) for a, b in names)
    begin = next(i for i in range(at, len(tokens)) if tokens[i].start == names[0].start)
    while begin - 1 > at + 1 and tokens[begin - 1].capital:
        begin -= 1
    return text[tokens[begin].start : names[0].end]


def _is_within(tables: HomageTables, tokens: list[Token], last: int) -> bool:
    """Whether "in" or "at" and another site follow."""
    return (
        last < len(tokens)
        and tokens[last].low in ("in", "at", "on")
        and _starts_site(
            tables, tokens, last + 1 + (last + 1 < len(tokens) and tokens[last + 1].low == "the")
        )
    )


_WITHIN = frozenset({"of", "the", "to"}) | _FOREIGN - {"a"}


def _through_small(tokens: list[Token], first: int) -> int:
    """Where capitals end that small words may join: ``Temple of the Nation``."""
    last = first
    while last < len(tokens) and (tokens[last].capital or (last > first and tokens[last].low in _WITHIN)):
        last += 1
    while last > first and not tokens[last - 1].capital:
        last -= 1
    return last


def site_after_wreath(tables: HomageTables, text: str, tokens: list[Token]) -> Iterator[Site]:
    """A site known only by the wreath laid at it: capitals after "at" or "before"."""
    offer = tables.acts["offer"].search(text, tokens[0].start, tokens[-1].end)
    laid = offer.start() if offer else tokens[-1].end
    begin = next((i for i, t in enumerate(tokens) if t.start >= laid), len(tokens))
    for at in range(begin + 1, len(tokens) - 1):
        if tokens[at].low not in ("at", "before", "of", "on", "near", "by", "beside", "under", "beneath"):
            continue
        if tokens[at].low == "of" and tokens[at - 1].low not in ("front", "foot"):
            continue
        first = at + 1 + (tokens[at + 1].low == "the")
        last = _through_small(tokens, first)
        run = tokens[first:last]
        if (
            run
            and not any(token.capital and token.low in tables.dates for token in run)
            and tokens[at].low != "by"
        ):
            span = Span(run[0].start, run[-1].end)
            yield Site(span, folded(text[span.start : span.end]), True, (), "", True)
            return


def tribute_names(tables: HomageTables, text: str, tokens: list[Token]) -> tuple[Span, ...]:
    """Names after "paid tribute to", "in memory of", "of the late" in a sentence of homage."""
    found: list[Span] = []
    for at, token in enumerate(tokens):
        in_honour = token.low in ("honor", "honour") and at > 0 and tokens[at - 1].low == "in"
        if in_honour or token.low in (
            "tribute",
            "tributes",
            "homage",
            "respects",
            "memory",
            "late",
            "prayers",
        ):
            reach = min(len(tokens), at + _LONGEST)
            limit = next((i for i in range(at + 1, reach) if tokens[i].word in ";.:"), reach)
            to = next(
                (i for i in range(at + 1, min(at + 12, limit)) if tokens[i].low in ("to", "of", "for")),
                at if token.low == "late" else -1,
            )
            if token.low == "late":
                to = at
            if to < 0:
                continue
            end = next(
                (
                    i
                    for i in range(to + 1, limit)
                    if tokens[i].low in tables.stops or tokens[i].low in ("in", "at", ",")
                ),
                limit,
            )
            if not _starts_site(tables, tokens, to + 1 + (to + 1 < limit and tokens[to + 1].low == "the")):
                found += [n for n in person_names(tables, tokens, to + 1, end) if long_enough(text, n)]
    return tuple(found)

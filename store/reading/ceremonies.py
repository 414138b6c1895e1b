"""Acts of homage and protocol: which sites were honoured, which acts were done, whom they commemorate.

A place counts where a sentence tells of homage (flowers, prayers, tribute) or of a visit to a place that is
one of homage. What is done at a site that is already listed makes no row, nor does a guard of honour within
a welcoming ceremony. Words are data: ``resources/lexicon/ceremonies.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from resources import resource
from store.errors import LexiconError
from store.model import Span

_WORD = re.compile(r"[^\W_]+(?:(?:['’\-–]|\.(?=[A-Z]))[^\W_]+)*(?:['’](?!\w))?|[^\s\w]|_")
_TRIGGER = re.compile(
    r"wreath|flower|floral|carnation|rose|bouquet|garland|incense|homage|tribut|respects|honou?r|grave|tomb|monument"
    r"|memor|cemeter|mausole|alley|martyr|statue|bust|shrine|cenotaph|silence|condolence|welcom|ceremony|cordon"
    r"|pray|fate?i?ha|kabir|shuhada|ghat|pantheon|obelisk|funeral|requiem|commemorat|shaheed|flame|candle",
    re.IGNORECASE,
)
_COMPLEMENT = frozenset({"of", "to", "for", "commemorating", "dedicated", "in"})
_PARTICLES = frozenset("al bin bint ibn van von der den de la del da dos das di du el le abu ul ur zu ben".split())
_STOPS = frozenset(
    "and where who which that while when as before after during with by was were is are then also prior followed"
    " located situated laying laid paying paid placed honoring honouring from at on upon ahead today yesterday"
    " tomorrow together accompanied he she they it this earlier later signed observed bowed marking".split()
)
_ORDINALS = frozenset("first second third fourth old new".split())
_NEAR = 3  # sentences over which a homage or a welcome goes on


class CeremonyHit(NamedTuple):
    """A site of homage or an act of protocol, the words that tell of it, and names of those honoured there."""

    site: str  # as printed, white space folded
    spans: tuple[Span, ...]
    rule: str
    honoured: tuple[Span, ...] = ()
    confidence: float = 0.9


class Commemoration(NamedTuple):
    """A stretch of text in which whoever is named is commemorated."""

    span: Span
    rule: str


@dataclass(frozen=True)
class _Tables:
    heads: frozenset[str]
    weak: dict[str, re.Pattern[str]]
    persons: frozenset[str]
    modifiers: frozenset[str]
    objects: frozenset[str]
    proper: re.Pattern[str]
    acts: dict[str, re.Pattern[str]]
    titles: frozenset[str]
    never: frozenset[str]


@cache
def _tables() -> _Tables:
    try:
        data: dict[str, Any] = tomllib.loads(resource("lexicon", "ceremonies.toml").read_text("utf-8"))
        sites, names = data["sites"], data["names"]
        return _Tables(
            heads=frozenset(sites["heads"]),
            weak={head: re.compile(cue, re.IGNORECASE) for head, cue in sites["weak_heads"].items()},
            persons=frozenset(sites["persons"]),
            modifiers=frozenset(sites["modifiers"]),
            objects=frozenset(sites["objects"]),
            proper=re.compile(sites["proper"]),
            acts={name: re.compile(line, re.IGNORECASE) for name, line in data["acts"].items()},
            titles=frozenset(names["titles"]),
            never=frozenset(names["never"]),
        )
    except (tomllib.TOMLDecodeError, KeyError, re.error) as fault:
        raise LexiconError(f"ceremonies.toml is malformed: {fault}.") from fault


class _Token(NamedTuple):
    word: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()


class _Site(NamedTuple):
    """A noun phrase that names a site: where it stands, its printed form, and whom it is named after."""

    span: Span
    name: str
    own: bool  # has a name of its own: capitals, or a person or group after its head
    honoured: tuple[Span, ...]
    head: str
    strong: bool  # its head alone makes a visit a homage


def find_ceremonies(text: str, sentences: Sequence[Span]) -> list[CeremonyHit]:
    """The homages and acts of protocol that the sentences tell of, in text order, one for each site or act."""
    if not _TRIGGER.search(text):
        return []
    tables = _tables()
    rows: list[CeremonyHit] = []
    homage_at = -99  # the last sentence that gave a site
    welcome_at = -99
    for number, span in enumerate(sentences):
        if not _TRIGGER.search(text, span.start, span.end):
            continue
        for hit in _sites(tables, text, span, number - homage_at <= _NEAR):
            _add(rows, hit)
            homage_at = number
        for hit in _acts(tables, text, span):
            if hit.rule == "ceremony.welcome":
                welcome_at = number
            elif hit.rule == "ceremony.guard" and number - welcome_at <= _NEAR:
                continue
            elif hit.rule in ("ceremony.silence", "ceremony.service") and number - homage_at <= 1:
                continue
            _add(rows, hit)
    return rows


def _add(rows: list[CeremonyHit], hit: CeremonyHit) -> None:
    """Adds a row, or its evidence to the row that tells of the same site."""
    words = set(re.findall(r"\w+", hit.site.lower())) - {"the", "of"}
    for index, row in enumerate(rows):
        known = set(re.findall(r"\w+", row.site.lower())) - {"the", "of"}
        if (words <= known or known <= words) and not (words ^ known) & _ORDINALS:
            rows[index] = row._replace(
                site=max(row.site, hit.site, key=len) if len(known) < len(words) else row.site,
                spans=tuple(sorted({*row.spans, *hit.spans})),
                honoured=tuple(sorted({*row.honoured, *hit.honoured})),
            )
            return
    rows.append(hit)


def _folded(text: str) -> str:
    return " ".join(text.split())


# -- sites ---------------------------------------------------------------------------------------


def _sites(tables: _Tables, text: str, span: Span, going_on: bool) -> Iterator[CeremonyHit]:
    """The sites honoured in one sentence; ``going_on`` where a sentence before gave one."""
    acts, (start, end) = tables.acts, span
    offers = acts["offer"].search(text, start, end) and acts["lay"].search(text, start, end)
    homage = bool(offers) or acts["honour"].search(text, start, end) is not None
    visit = acts["visit"].search(text, start, end)
    if not homage and visit is None:
        return
    tokens = [_Token(m.group(), m.group().lower(), *m.span()) for m in _WORD.finditer(text, start, end)]
    found = list(_noun_phrases(tables, text, tokens))
    if offers and not any(site.own for site in found):
        found += _after_wreath(tables, text, tokens)
    tribute = _tributes(tables, text, tokens) if homage else ()
    pending: tuple[Span, ...] = ()  # names on graves within a site that is named next
    kept = [site for site in found if homage or site.honoured or (site.own and site.strong)]
    named = any(site.own for site in kept)
    for site in kept:
        if not site.own and (named or going_on or site.head in ("grave", "graves", "portrait")):
            pending += site.honoured
            continue
        if site.own and site.head in tables.objects and site.name.islower() and (named and len(kept) > 1):
            continue
        yield CeremonyHit(
            site.name,
            (site.span,),
            "ceremony.homage" if homage else "ceremony.visit",
            tuple(sorted({*site.honoured, *tribute, *pending})),
            0.9 if homage else 0.8,
        )
        pending = ()


def _noun_phrases(tables: _Tables, text: str, tokens: list[_Token]) -> Iterator[_Site]:
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
                yield _Site(Span(*match.span()), _folded(match.group()), True, (), "", True)


def _is_head(tables: _Tables, tokens: list[_Token], at: int) -> bool:
    """Whether a head word is one here: a wall or a hill needs a word of homage next to it."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if following in ("museum", "day", "service", "ceremony", "plate", "fund", "foundation", "prize", "tournament"):
        return False
    if following in tables.heads and following not in ("of", "in"):
        return False
    cue = tables.weak.get(tokens[at].low)
    if cue is None:
        return True
    around = " ".join(token.word for token in tokens[max(0, at - 2) : at + 4])
    return cue.search(around) is not None


def _phrase(tables: _Tables, tokens: list[_Token], at: int) -> tuple[int, int, tuple[Span, ...]]:
    """Bounds of the noun phrase around the head at ``at``, and names of persons in it."""
    first = at
    while first and _modifies(tables, tokens, first - 1):
        first -= 1
    last = at + 1
    if last < len(tokens) and tokens[last].low == "complex":
        last += 1
    names: tuple[Span, ...] = ()
    if last < len(tokens) and tokens[last].low in _COMPLEMENT - {"in"}:
        end = _complement(tables, tokens, last + 1, tokens[at])
        if end > last + 1:
            if tokens[at].low in tables.persons:
                names = _names(tables, tokens, last + 1, end)
            last = end
    if last + 2 < len(tokens) and tokens[last].word == "(":
        close = next((i for i in range(last + 1, min(last + 5, len(tokens))) if tokens[i].word == ")"), -1)
        if close > 0 and all(token.capital for token in tokens[last + 1 : close]):
            last = close + 1
    return first, last, names


def _modifies(tables: _Tables, tokens: list[_Token], at: int) -> bool:
    token = tokens[at]
    if token.low in tables.modifiers:
        return True
    if token.capital:
        return at > 0 or token.low not in ("the", "a", "at", "in", "before", "after", "he", "she", "they", "then", "later")
    return token.low in ("of", "de", "del", "la", "'s") and at > 0 and tokens[at - 1].capital and False


def _complement(tables: _Tables, tokens: list[_Token], at: int, head: _Token) -> int:
    """Where what follows "of" or "to" ends."""
    persons = head.low in tables.persons
    place = at
    while place < len(tokens):
        token = tokens[place]
        word = token.low
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.word in ",;:.()[]—–\"“”?!":
            if not (persons and word == "," and following and _goes_on(tables, tokens, place + 1)):
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
        elif word in _STOPS or (word == "to" and place > at):
            break
        place += 1
    while place > at and tokens[place - 1].low in ("the", "of", "a", "and", ",", "in", "at", "his", "her"):
        place -= 1
    return place


def _goes_on(tables: _Tables, tokens: list[_Token], at: int) -> bool:
    """Whether after a comma or "and" the enumeration of persons goes on."""
    for number, token in enumerate(tokens[at : at + 8]):
        if number and token.low in ("and", ","):
            continue
        if token.low in _STOPS - {"and"} or token.low in ("in", "at", "to") or token.word in ";.:":
            return False
        if token.capital and token.low not in tables.titles:
            return True
    return False


def _starts_site(tables: _Tables, tokens: list[_Token], at: int) -> bool:
    """Whether a noun phrase with a head begins here."""
    for place in range(at, min(at + 6, len(tokens))):
        token = tokens[place]
        if token.low in tables.heads and _is_head(tables, tokens, place):
            return True
        if not token.capital and token.low not in tables.modifiers and token.low not in ("the", "of"):
            return False
    return False


def _names(tables: _Tables, tokens: list[_Token], first: int, last: int) -> tuple[Span, ...]:
    """Runs of capitals that look like the names of persons."""
    found: list[Span] = []
    place = first
    while place < last:
        if not tokens[place].capital:
            place += 1
            continue
        end = place + 1
        while end < last and (
            tokens[end].capital
            or (tokens[end].low in _PARTICLES and end + 1 < last and tokens[end + 1].capital)
            or (tokens[end].word == "." and len(tokens[end - 1].word) == 1)
        ):
            end += 1
        begin = place
        while begin < end and tokens[begin].low in tables.titles:
            begin += 1
        if begin < end and tokens[begin].word == ".":
            begin += 1
        run = tokens[begin:end]
        alone = begin > place or place == first
        if len(run) == 1 and end < len(tokens) and tokens[end].low.isalpha() and tokens[end].low not in _STOPS:
            alone = alone and tokens[end].low in ("in", "at", "to", "of")  # else an adjective: British servicemen
        if run and (len(run) > 1 or alone) and not any(_no_name(tables, token) for token in run):
            found.append(Span(run[0].start, _without_possessive(run[-1])))
        place = end
    return tuple(found)


def _no_name(tables: _Tables, token: _Token) -> bool:
    return token.low in tables.never or token.low.rstrip("'’") in tables.never


def _without_possessive(token: _Token) -> int:
    return token.end - 2 if token.word.endswith(("'s", "’s")) else token.end


def _site(
    tables: _Tables, text: str, tokens: list[_Token], first: int, at: int, last: int, names: tuple[Span, ...]
) -> _Site | None:
    head = tokens[at].low
    while first < at and tokens[first].low in tables.titles and tokens[first].capital and head in ("grave", "graves"):
        first += 1
    span = Span(tokens[first].start, tokens[last - 1].end)
    name = _folded(text[span.start : span.end])
    own = first < at or last > at + 1
    if names and head in ("graves", "grave", "tombs") and _is_within(tables, tokens, last):
        return _Site(span, name, False, names, head, True)  # the site is the cemetery named next
    if names and not tokens[at].capital:
        name = _folded(f"{text[tokens[first].start : tokens[at + 1].end]} {_plain_names(text, tokens, at, names)}")
    if last == at + 1 and all(not token.capital for token in tokens[first:last]):
        own = first < at and head not in ("flame", "fire")
    return _Site(span, name, own, names, head, head not in ("portrait", "bust", "statue", "hall"))


def _plain_names(text: str, tokens: list[_Token], at: int, names: tuple[Span, ...]) -> str:
    """The persons a site is named after: for one, with the title in capitals directly before the name."""
    if len(names) > 1:
        return " and ".join(_folded(text[a:b]) for a, b in names)
    begin = next(i for i in range(at, len(tokens)) if tokens[i].start == names[0].start)
    while begin - 1 > at + 1 and tokens[begin - 1].capital and tokens[begin - 1].low in ("general", "major", "colonel", "marshal", "president", "king", "lieutenant", "admiral", "captain"):
        begin -= 1
    return text[tokens[begin].start : names[0].end]


def _is_within(tables: _Tables, tokens: list[_Token], last: int) -> bool:
    """Whether "in" or "at" and another site follow."""
    return (
        last < len(tokens)
        and tokens[last].low in ("in", "at", "on")
        and _starts_site(tables, tokens, last + 1 + (last + 1 < len(tokens) and tokens[last + 1].low == "the"))
    )


def _after_wreath(tables: _Tables, text: str, tokens: list[_Token]) -> Iterator[_Site]:
    """A site known only by the wreath laid at it: capitals after "at" or "before"."""
    begin = next((i for i, t in enumerate(tokens) if tables.acts["offer"].match(t.low)), len(tokens))
    for at in range(begin + 1, len(tokens) - 1):
        if tokens[at].low not in ("at", "before", "of", "on", "near", "by"):
            continue
        if tokens[at].low == "of" and tokens[at - 1].low not in ("front", "foot"):
            continue
        first = at + 1 + (tokens[at + 1].low == "the")
        last = first
        while last < len(tokens) and (
            tokens[last].capital
            or (tokens[last].low in ("of", "the", "de", "la", "to") and last > first and last + 1 < len(tokens)
                and tokens[last + 1].capital)
        ):
            last += 1
        run = tokens[first:last]
        if run and not any(token.low in _DATES for token in run) and tokens[at].low != "by":
            span = Span(run[0].start, run[-1].end)
            yield _Site(span, _folded(text[span.start : span.end]), True, (), "", True)
            return


_DATES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday he she they his her their the".split()
)


def _tributes(tables: _Tables, text: str, tokens: list[_Token]) -> tuple[Span, ...]:
    """Names after "paid tribute to", "in memory of", "of the late" in a sentence of homage."""
    found: list[Span] = []
    for at, token in enumerate(tokens):
        in_honour = token.low in ("honor", "honour") and at > 0 and tokens[at - 1].low == "in"
        if in_honour or token.low in ("tribute", "tributes", "homage", "respects", "memory", "late", "prayers"):
            limit = next((i for i in range(at + 1, len(tokens)) if tokens[i].word in ";.:"), len(tokens))
            to = next(
                (i for i in range(at + 1, min(at + 12, limit)) if tokens[i].low in ("to", "of", "for")),
                at if token.low == "late" else -1,
            )
            if token.low == "late":
                to = at
            if to < 0:
                continue
            end = next(
                (i for i in range(to + 1, limit) if tokens[i].low in _STOPS or tokens[i].low in ("in", "at", ",")), limit
            )
            if not _starts_site(tables, tokens, to + 1 + (to + 1 < limit and tokens[to + 1].low == "the")):
                found += [n for n in _names(tables, tokens, to + 1, end) if _long_enough(text, n)]
    return tuple(found)


def _long_enough(text: str, span: Span) -> bool:
    return " " in text[span.start : span.end].strip()


# -- acts without a site ---------------------------------------------------------------------------


def _acts(tables: _Tables, text: str, span: Span) -> Iterator[CeremonyHit]:
    acts, (start, end) = tables.acts, span
    low = text[start:end].lower()

    def hit(match: re.Match[str], rule: str, confidence: float = 0.9) -> CeremonyHit:
        name = re.sub(r"^(?:a|one|two) ", "", _folded(match.group()))
        return CeremonyHit(name, (Span(*match.span()),), f"ceremony.{rule}", (), confidence)

    welcome = acts["welcome"].search(text, start, end)
    if welcome and "opening ceremony" not in low:
        yield hit(welcome, "welcome")
    received = acts["received"].search(text, start, end)
    if received and not welcome and re.search(r"\b(?:welcom|receiv|greet|met with|accord|inspect|given|held)", low):
        yield hit(received, "welcome", 0.8)
    guard = acts["guard"].search(text, start, end)
    if guard and not welcome and not received and _is_guard_act(low):
        yield hit(guard, "guard")
    silence = acts["silence"].search(text, start, end)
    if silence:
        yield hit(silence, "silence")
    book = acts["condolence"].search(text, start, end)
    if book and re.search(r"\b(?:sign|ink|wrote|write|pen|entr|left|open)", low):
        yield hit(book, "condolence")
    service = acts["service"].search(text, start, end)
    if service and re.search(r"\b(?:attend|took part|take part|participat|joined|present|held|led|represent)", low):
        yield hit(service, "service", 0.6)


def _is_guard_act(low: str) -> bool:
    return (
        re.search(
            r"\b(?:inspect|review|present|accord|given|gave|receiv|welcom|greet|offer|salut|lined up|form|mount|march"
            r"|accept|took|render|parad|provid|stood|draw|was held)",
            low,
        )
        is not None
    )


# -- persons commemorated ----------------------------------------------------------------------------

_CAPS = r"[^\W\d_a-z][\w'’\-]*\.?"  # begins with any letter that is not a plain small one
_LINK = r"(?:al|bin|bint|ibn|van|der|den|von|de|la|del|da|dos|of|the)"
_RUN = rf"\b(?:{_CAPS})(?:\s+(?:{_LINK}\s+)*(?:{_CAPS}))*"
_MOST = r"(?s:.{1,160}?)"  # the words that tell who, as few as will do
_HALT = (
    r"(?=\s*[;()\"“”]|\s*\n\s*\n|(?<=[^\W\d_A-Z]{3})\.(?:\s|\Z)|\s*\Z|,?\s+and\s+(?:send|extend|express|conve|offer|wish|share|led|pray|paid)"
    r"|,?\s+(?:who|whose|which|in|on|at|after|before|was|were|to|has|had|said|says|during|by|with|as|is|will|would|from|for|while|when)\b)"
)
_DEAD = (
    r"(?:died|fell|fallen|perished|passed away|killed|martyred|assassinated|murdered|slain|laid down|sacrificed|buried|lies buried"
    r"|(?:lost|gave|gives) (?:his|her|their) li(?:fe|ves))"
)
_CONTEXTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        ("honoured.late", rf"\b(?:[Tt]he\s+late|(?:\bof|\bto)\s+late|[Ll]ate(?=\s+[A-Z]))\s+(?P<who>(?![^.,]{{0,12}}\d){_MOST}){_HALT}"),
        (
            "honoured.death",
            r"\b(?:[Mm]ourn(?:s|ed|ing)?|(?:[Dd]eath|[Pp]assing|[Dd]emise|[Mm]artyrdom|[Aa]ssassination|[Ff]uneral|[Rr]eburial|[Ll]oss)"
            rf"(?:\s+service|\s+ceremony)?\s+(?:of|for))\s+(?:the\s+(?:death|passing|loss|demise)\s+of\s+)?(?P<who>{_MOST}){_HALT}",
        ),
        (
            "honoured.memory",
            r"\b(?:[Ii]n\s+(?:the\s+)?(?:\w+\s+)?memory\s+of|(?:honou?r(?:ed|s|ing)?|cherish(?:ed)?|respects?\s+to|tribute\s+to)\s+the"
            rf"\s+(?:\w+\s+)?memory\s+of|[Cc]ommemorat(?:ed|es|ing|ion\s+of))\s+(?P<who>{_MOST}){_HALT}",
        ),
        (
            "honoured.anniversary",
            r"\b(?:anniversary|centenary|jubilee)\s+(?:of|since)\s+(?:the\s+)?(?:birth|death|martyrdom|passing|assassination)"
            rf"\s+of\s+(?P<who>{_MOST}){_HALT}",
        ),
        (
            "honoured.birth",
            rf"(?P<who>{_RUN})['’]s?\s+(?:\d+\w*\s+)?(?:birth|death)\s+(?:anniversary|centenary)",
        ),
        (
            "honoured.fell",
            rf"(?P<who>{_RUN}(?:(?:\s+and|,)\s+{_RUN})*)(?:\s+and\s+(?:the\s+)?(?:other\s+|\w+\s+)?(?:officers|soldiers|servicemen"
            r"|others|passengers|crew|men|comrades|colleagues)[^,.;]{0,20}?)?,?\s+(?:and\s+)?who\s+"
            rf"(?:(?:had|was|were|have|has)\s+)?(?:\w+ly\s+)?{_DEAD}\b",
        ),
        (
            "honoured.died",
            rf"(?P<who>{_RUN}),?\s+(?:has\s+|had\s+|was\s+|were\s+|have\s+)?(?:passed\s+away|martyred|assassinated|perished|laid\s+to\s+rest"
            r"|killed\s+(?:in|on|by|when|during|while)|died\s+(?:in|on|at|of|after|aged|last))\b",
        ),
    )
)
_CONTEXT_TRIGGER = re.compile(
    r"\b[Ll]ate\s|mourn|death|passing|demise|\bloss of|memory|commemorat|anniversary|centenary|jubilee"
    r"|\bwho\s+(?:\w+\s+){0,2}?(?:died|fell|perish|passed|lost|laid|gave|sacrific|killed|martyr|assassin|murder|slain|buried)"
    r"|passed away|martyr|killed|assassinat|perished|buried|laid to rest|\bdied\b|[Ff]uneral|[Bb]urial",
    re.IGNORECASE,
)


def find_honoured_contexts(text: str, sentences: Sequence[Span] | None = None) -> list[Commemoration]:
    """Stretches in which a person named is commemorated ("the late X", "X, who fell in ...", "mourns the death of X").

    With ``sentences`` no stretch goes past the end of one. A stretch may hold rank and post beside the name.
    """
    found: dict[Commemoration, None] = {}
    for start, end in sentences if sentences is not None else (Span(0, len(text)),):
        if not _CONTEXT_TRIGGER.search(text, start, end):
            continue
        for rule, pattern in _CONTEXTS:
            for match in pattern.finditer(text, start, end):
                a, b = match.span("who")
                if any(char.isupper() for char in text[a:b]):
                    found[Commemoration(Span(a, b), rule)] = None
    return sorted(found)

"""Where an article is at home: the country whose officials it names without naming their country."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from store.lexicon import load
from store.lexicon.grammar import grammar_words
from store.reading.common_words import CREDENTIALS, MONTHS
from store.reading.gazetteer import HitKind, is_city_state
from store.reading.mentions import Phrases
from store.reading.people import Person
from store.reading.sides import visited_country
from store.reading.source import SourceReading
from store.reading.tokens import Tokens
from store.reading.told_near import home_of_travellers, left_land

_LONG = 14  # tokens of a sentence that tells something
_OPENING = 9  # tokens in front of the first name
_POSTED = {HitKind.COUNTRY: ("to", "in"), HitKind.CITY: ("in",)}
_WHITHER = frozenset(("to", "in", "the"))
_COMES = frozenset("called calls paid pays visited visits arrived arrives".split())
_SITE = re.compile(r"\.(?:gov|govt|mil|gob|gouv|go|mod|mofa|mfa)\.([a-z]{2})\b")
_EARLY = 26  # tokens of a sentence in which the visit is told that it begins with


def home_of(
    text: str, tokens: Tokens, phrases: Phrases, people: list[Person], source: SourceReading
) -> str | None:
    """The country of the dateline, the outlet, the envoys posted there, or whom the story begins with."""
    if issuer := _issuer(source):
        return issuer
    if source.place_country is None and (left := left_land(tokens, phrases)):
        if source.outlet_country not in (None, left):
            return source.outlet_country
        if own := home_of_travellers(phrases, left):
            return own
    if source.place_country and (far := _reported_from_abroad(tokens, phrases, people, source)):
        return far
    if source.place_country and (
        source.outlet_country is None or source.place is None or not is_seat(source.place.value)
    ):
        return source.place_country
    if headed := _head_country(tokens, phrases):
        return headed
    if source.outlet_country:
        return source.outlet_country
    if site := _of_site(text):
        return site
    if head := _masthead(tokens, phrases):
        return head
    if posted := _posted_to(tokens, phrases):
        return posted
    organisations = load().organisation_of
    lead, others = _lead(tokens, people)
    if lead is not None and (visited := _visited(tokens, phrases, lead)):
        return visited
    visited = visited_country(tokens, phrases, *_opening(tokens))
    if visited not in (None, lead):
        return visited
    if lead is not None and lead not in organisations:
        return lead
    if subject := _first_subject(tokens, phrases):
        return subject
    if back := _returned_to(tokens, phrases):
        return back
    # Whoever the first sentence sets beside its nameless lead is of another country than the lead.
    abroad = others - organisations.keys()
    for codes in (
        _cities(tokens, phrases),
        (p.country for p in people if p.country and p.country not in organisations),
        _named(phrases),
    ):
        counts = Counter(code for code in codes if code not in abroad)
        if counts:
            return counts.most_common(1)[0][0]
    return None


def _opening(tokens: Tokens) -> tuple[int, int]:
    """The first sentence that tells something."""
    return next(((first, last) for first, last, _ in tokens.sentences if last - first >= _LONG), (0, 0))


_HEADS = frozenset(
    "president presidency ministry government parliament chancellery office army forces navy".split()
)
_SMALL = frozenset(
    "of the and for site official website web page portal press centre center service | > » – -".split()
)


def _masthead(tokens: Tokens, phrases: Phrases) -> str | None:
    """``The site of the President of the Republic of Kazakhstan``: a line above, without a verb."""
    for first, last, _ in tokens.sentences[:6]:
        if last - first > _LONG or any(
            m.first < last and m.last > first for m in phrases.mentions if m.person >= 0
        ):
            continue
        codes = {
            hit.entry.code
            for hit in phrases.hits[first:last]
            if hit is not None and hit.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE)
        }
        low = tokens.low[first:last]
        if len(codes) != 1 or _HEADS.isdisjoint(low):
            continue
        if all(
            tokens.cap[at] or tokens.low[at] in _SMALL or not tokens.low[at].isalpha()
            for at in range(first, last)
        ):
            return codes.pop() if {"of", "the"} & set(low) else None
    return None


_RETURNS = frozenset("returns return returned returning".split())


def _returned_to(tokens: Tokens, phrases: Phrases) -> str | None:
    """``The delegation returns to Wellington``: the country of those whom the story sends out."""
    for at, word in enumerate(tokens.low[:-3]):
        if word in _RETURNS and "to" in tokens.low[at + 1 : at + 3]:
            hit = phrases.hits[at + 2 + (tokens.low[at + 1] != "to")]
            if hit is not None and hit.entry.kind in (HitKind.CITY, HitKind.COUNTRY) and hit.entry.code:
                return hit.entry.code
    return None


_STATE_BODIES = frozenset("ministry presidency government forces chancellery parliament army navy".split())


def _issuer(source: SourceReading) -> str | None:
    """The country of a ministry whose own page this is, wherever it is dated."""
    words = source.outlet.value.split() if source.outlet is not None else []
    if _STATE_BODIES.isdisjoint(word.lower() for word in words):
        return None
    lexicon = load()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size]).removesuffix("’s").removesuffix("'s")
            territory = lexicon.adjectives.get(name) or lexicon.country_names.get(name)
            if territory is not None:
                return territory.code
    return None


def _head_country(tokens: Tokens, phrases: Phrases) -> str | None:
    """``SWEDEN, October 15 -``: the dateline of a press wire that names only the country."""
    for first, last, _ in tokens.sentences[:4]:
        hit = phrases.hits[first]
        if hit is None or hit.entry.kind is not HitKind.COUNTRY or not tokens.word[first].isupper():
            continue
        after = tokens.low[hit.last : min(last, hit.last + 2)]
        if len(after) == 2 and after[0] == "," and after[1] in MONTHS:
            return hit.entry.code
    return None


_SEATS = frozenset(("New York", "Geneva", "Vienna", "Brussels", "The Hague"))


def is_seat(city: str) -> bool:
    """Whether organisations sit in the city: an agency tells from there of its own country's visitors."""
    return city in _SEATS


def _posted_to(tokens: Tokens, phrases: Phrases) -> str | None:
    """The one country to which the envoys of the article are sent: ``the Ambassador of France to Ghana``.

    One envoy thanked in passing may be the article's own, so a lone one counts only where the story begins.
    """
    diplomats = grammar_words().diplomats
    found: Counter[str] = Counter()
    opening = next(((first, last) for first, last, _ in tokens.sentences if last - first >= _LONG), (0, 0))
    begun = len(tokens) if CREDENTIALS & set(tokens.low[slice(*opening)]) else opening[1]
    for post in phrases.posts:
        if not any(word in diplomats for word in post.head.rstrip("s").split()):
            continue
        for at in range(post.first, post.last):
            hit = phrases.hits[at]
            if (
                hit is not None
                and hit.first == at
                and hit.entry.kind in (HitKind.COUNTRY, HitKind.CITY)
                and tokens.low[at - 1 if tokens.low[at - 1] != "the" else at - 2] in _POSTED[hit.entry.kind]
                and hit.entry.code != post.country
            ):
                found[hit.entry.code] += 2 if at < begun else 1
    for at in range(*opening):
        if tokens.low[at] != "accredited" or tokens.low[at + 1 : at + 2] != ["to"]:
            continue
        hit = phrases.hits[at + 2] if at + 2 < opening[1] else None
        if hit is not None and hit.entry.kind is HitKind.COUNTRY:
            found[hit.entry.code] += 2
    return next(iter(found)) if len(found) == 1 and found.total() > 1 else None


def _lead(tokens: Tokens, people: list[Person]) -> tuple[str | None, set[str]]:
    """The country of whom the first long sentence begins with, and those of the others it names."""
    for number, (first, last, _) in enumerate(tokens.sentences):
        if last - first < _LONG:
            continue
        named = sorted(
            ((m.left, p) for p in people for m in p.mentions if m.sentence == number),
            key=lambda row: row[0],
        )
        if not named:
            return None, set()
        opening = tokens.low[first : named[0][0]]
        if len(named) > 1 and 0 < len(opening) < _OPENING and "with" in opening[-2:]:
            named[:2] = reversed(named[:2])  # "In a call with X, Y discussed"
        others = {p.country for _, p in named[1:] if p.country}
        begins = named[0][1].mentions[0].right
        if _COMES & set(tokens.low[begins : min(last, begins + 3)]):
            return None, others or {named[0][1].country or ""}
        return named[0][1].country, others
    return None, set()


def _reported_from_abroad(
    tokens: Tokens, phrases: Phrases, people: list[Person], source: SourceReading
) -> str | None:
    """``WASHINGTON - President X met US Secretary Y``: the paper of whoever is named without a country."""
    lead, others = _lead(tokens, people)
    elsewhere = lead is None and source.outlet_country not in (None, source.place_country)
    if elsewhere and _written_as_abroad(tokens, phrases, people, source.place_country):
        return source.outlet_country
    if lead is not None or others != {source.place_country}:
        return None
    own = Counter(
        post.country
        for post in phrases.posts
        if post.country not in (None, source.place_country)
        and post.head.split()[-1] in grammar_words().diplomats
        and any(
            hit is not None
            and hit.entry.code == source.place_country
            and tokens.low[hit.first - 1] in _WHITHER
            for hit in phrases.hits[post.first : post.last]
        )
    )
    return next(iter(own)) if len(own) == 1 else None


_SEAT_OF_A_STATE = frozenset(("capital", "city", "town"))


def _written_as_abroad(tokens: Tokens, phrases: Phrases, people: list[Person], place: str | None) -> bool:
    """``in the Saudi capital``, ``on a visit to Australia``: so nobody writes who is at home there."""
    told = [row for row in enumerate(tokens.sentences) if row[1][1] - row[1][0] >= _CLAUSE][:_FIRST]
    for number, (first, last, _) in told:
        if visited_country(tokens, phrases, first, last) == place and any(
            m.sentence == number for p in people if p.country is None for m in p.mentions
        ):
            return True
        for at, hit in enumerate(phrases.hits[first:last], first):
            if (
                hit is not None
                and hit.entry.code == place
                and hit.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY)
                and tokens.low[at - 1] == "the"
                and tokens.low[hit.last] in _SEAT_OF_A_STATE
            ):
                return True
    return False


_FIRST = 6  # sentences and lines in which an article says where it is
_CLAUSE = 6  # tokens of a sentence or line that may say it


def _visited(tokens: Tokens, phrases: Phrases, lead: str) -> str | None:
    """``The President of Vietnam began his state visit to Cambodia``: so says Cambodia's page."""
    for first, last, _ in tokens.sentences:
        if last - first < _LONG:
            continue
        for at in range(first, min(last - 2, first + _EARLY)):
            if tokens.low[at] != "visit" or tokens.low[at + 1] not in ("to", "in"):
                continue
            beyond = at + 2 + (tokens.low[at + 2] == "the")
            hit = phrases.hits[beyond] if beyond < last else None
            if hit is not None and hit.entry.kind is HitKind.COUNTRY and hit.entry.code != lead:
                return hit.entry.code
        return None
    return None


def _cities(tokens: Tokens, phrases: Phrases) -> Iterable[str]:
    return (
        hit.entry.code
        for at, hit in enumerate(phrases.hits)
        if hit is not None
        and at
        and hit.first == at
        and (
            (
                hit.entry.kind is HitKind.CITY
                and tokens.low[at - 1] in ("in", "at", ",", "(", "house", "outside", "near")
            )
            or (hit.entry.kind is HitKind.COUNTRY and tokens.low[at - 1] == "in" and is_city_state(hit))
        )
        and phrases.post_at[at] is None
        and not hit.entry.weak
    )


def _of_site(text: str) -> str | None:
    """The country of a government's site or address: ``media@defence.gov.au``."""
    if ".go" not in text and ".mil." not in text and ".mfa." not in text and ".mod." not in text:
        return None
    codes = {match[1].upper() for match in _SITE.finditer(text)} & load().territory_of.keys()
    return codes.pop() if len(codes) == 1 else None


def _first_subject(tokens: Tokens, phrases: Phrases) -> str | None:
    """``New Zealand and Fiji signed ...``: the country that the first long sentence begins with."""
    for first, last, _ in tokens.sentences:
        if last - first < _OPENING:
            continue
        hit = phrases.hits[first]
        if hit is None or hit.entry.kind is not HitKind.COUNTRY or phrases.post_at[first] is not None:
            return None
        return hit.entry.code if hit.last < last and tokens.low[hit.last] != "'s" else None
    return None


def _named(phrases: Phrases) -> Iterable[str]:
    return (
        hit.entry.code
        for at, hit in enumerate(phrases.hits)
        if hit is not None and hit.first == at and hit.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE)
    )

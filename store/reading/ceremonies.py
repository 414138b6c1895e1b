"""Acts of homage and protocol: which sites were honoured, which acts were done, whom they commemorate.

A place counts where a sentence tells of homage (flowers, prayers, tribute) or of a visit to a place that is
one of homage. What is done at a site that is already listed makes no row, nor does a guard of honour within
a welcoming ceremony. Words are data: ``resources/lexicon/ceremonies.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from store.model import Span
from store.reading.commemoration import Commemoration, find_honoured_contexts
from store.reading.homage_sites import Site, owner_of, site_after_wreath, site_phrases, tribute_names
from store.reading.homage_words import HomageTables, Token, act_finder, folded, homage_tables, tokens_of

__all__ = ["CeremonyHit", "Commemoration", "find_ceremonies", "find_honoured_contexts"]

_TRIGGER = re.compile(
    r"wreath|flower|floral|carnation|rose|bouquet|garland|incense|homage|tribut|respects|honou?r|grave|tomb|monument"
    r"|memor|cemeter|mausole|alley|martyr|statue|bust|shrine|cenotaph|silence|condolence|welcom|ceremony|cordon"
    r"|pray|fate?i?ha|kabir|shuhada|ghat|pantheon|obelisk|funeral|requiem|commemorat|shaheed|flame|candle"
    r"|sarcophag|crypt|plaque|necropol|ossuar|portrait|\bbow(?:s|ed|ing)?\b|\bknelt|vashem|karama|kurgan|westerplatte"
    r"|sanctuar|remember|headstone|last post|quarter guard|mon[uo]mento"
    r"|tsitsernakaberd|yerablur|-beyit|libingan|arlington|kalibata|\bacre\b|herzl",
    re.IGNORECASE,
)
_ORDINALS = frozenset(["first", "second", "third", "fourth", "old", "new"])
_GRAVES = frozenset({"grave", "graves", "tombs", "gravesite", "graveside"})
_BARE = frozenset({"grave", "graves", "portrait", "statue", "bust", "hill", "wall"})  # no site without a name
# Where single graves lie.
_BURIAL = re.compile(r"cemeter|graveyard|alley|acre|pantheon|necropol", re.IGNORECASE)
_FLAMES = re.compile(r"(?:the )?eternal (?:flame|fire)", re.IGNORECASE)
_NEAR = 3  # sentences over which a homage or a welcome goes on


def is_sign(word: str) -> bool:
    """Whether a sentence with the word may tell of homage or protocol."""
    return _TRIGGER.search(word) is not None


_Finder = Callable[[str], "re.Match[str] | None"]


class CeremonyHit(NamedTuple):
    """A site of homage or an act of protocol, the words that tell of it, and names of those honoured."""

    site: str  # as printed, white space folded
    spans: tuple[Span, ...]
    rule: str
    honoured: tuple[Span, ...] = ()
    confidence: float = 0.9


def find_ceremonies(
    text: str,
    sentences: Sequence[Span],
    likely: Sequence[bool] | None = None,
    marks: Sequence[int] | None = None,
) -> list[CeremonyHit]:
    """The homages and acts of protocol that the sentences tell of, in text order, each site or act once.

    ``likely`` says of each sentence whether it holds a word that ``is_sign``, where that is known;
    ``marks`` are those of each sentence.
    """
    rows: list[CeremonyHit] = []
    homage_at = -99  # the last sentence that gave a site
    welcome_at = -99
    for number, span in enumerate(sentences):
        if not (likely[number] if likely is not None else is_sign(text[span.start : span.end])):
            continue
        tables = homage_tables()
        act = act_finder(tables, text, span, marks[number] if marks is not None else None)
        for hit in _sites(tables, act, text, span, _before(rows, number - homage_at)):
            _add(rows, hit)
            homage_at = number
        for hit in _acts(act, text, span):
            if hit.rule == "ceremony.welcome":
                welcome_at = number
            elif (hit.rule == "ceremony.guard" and number - welcome_at <= _NEAR) or (
                hit.rule in ("ceremony.silence", "ceremony.service") and number - homage_at <= 1
            ):
                continue
            _add(rows, hit)
    if welcome_at >= 0:  # a guard of honour that a caption told of before is one of the welcome too
        rows = [row for row in rows if row.rule != "ceremony.guard"]
    return rows


def _before(rows: list[CeremonyHit], ago: int) -> str:
    """The site at which the homage of some sentences ago took place, if that homage still goes on."""
    at = next((row.site for row in reversed(rows) if row.rule in _AT_SITES), "")
    return at if ago <= _NEAR else ""


_AT_SITES = frozenset({"ceremony.homage", "ceremony.visit"})


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


def _sites(tables: HomageTables, act: _Finder, text: str, span: Span, going_on: str) -> Iterator[CeremonyHit]:
    """The sites honoured in one sentence; ``going_on`` is the one that a sentence before gave."""
    offers = act("offer") and act("lay")
    homage = bool(offers) or act("honour") is not None or act("silence") is not None
    visit = act("visit")
    if not homage and visit is None:
        return
    tokens = tokens_of(text, span)
    found = [_with_owner(tables, text, tokens, site) for site in site_phrases(tables, text, tokens)]
    if offers:
        laid_at = list(site_after_wreath(tables, text, tokens))
        if not any(site.own for site in found):
            found += laid_at
        elif laid_at and (apposed := _explained(text, laid_at[0], found)) is not None:
            found = [site for site in found if site != apposed] + laid_at
    tribute = tribute_names(tables, text, tokens) if homage else ()
    pending: tuple[Span, ...] = ()  # names on graves within a site that is named next
    kept = [site for site in found if homage or site.honoured or (site.own and site.strong)]
    named = any(site.own for site in kept)
    reported: list[Site] = []
    for site in sorted(kept):
        part = _is_part(text, site, reported) or _lies_there(site, reported, going_on)
        if part or (not site.own and (named or going_on or site.head in _BARE)):
            pending += site.honoured
            continue
        reported.append(site)
        yield CeremonyHit(
            site.name,
            (site.span,),
            "ceremony.homage" if homage else "ceremony.visit",
            tuple(sorted({*site.honoured, *tribute, *pending})),
            0.9 if homage else 0.8,
        )
        pending = ()
    if pending and reported:
        yield CeremonyHit(reported[-1].name, (reported[-1].span,), "ceremony.homage", pending)
    elif pending and going_on:
        yield CeremonyHit(going_on, (), "ceremony.homage", pending)


def _with_owner(tables: HomageTables, text: str, tokens: list[Token], site: Site) -> Site:
    owner = owner_of(tables, text, tokens, site)
    if owner is None:
        return site
    name = f"{site.name} of {folded(text[owner.start : owner.end])}"
    return site._replace(name=name, own=True, honoured=(owner,))


def _explained(text: str, site: Site, found: list[Site]) -> Site | None:
    """``at Shikha Anirban, the monument to the fallen``: the phrase that only explains the site."""
    for other in found:
        if other.span.start > site.span.end and _APPOSED.fullmatch(text[site.span.end : other.span.start]):
            return other
    return None


_INSIDE = re.compile(
    r"\s*(?:in|at|on|under|within|inside|,?\s*(?:right\s+)?(?:next to|near|beside|in front of|opposite|behind"
    r"|close to|not far from|at the foot of))\s+(?:the\s+)?"
)
_APPOSED = re.compile(r",\s+(?:the|a)\s+")
_THERE = re.compile(r"\bwhere\b(?!.*\b(?:and|then|also|after|well|before)\b)", re.DOTALL)


def _is_part(text: str, site: Site, before: list[Site]) -> bool:
    """Whether a site is only another word for the one before it, or a place at it."""
    if not before:
        return False
    between = text[before[-1].span.end : site.span.start]
    if _INSIDE.fullmatch(between) or site.head in _GRAVES or _THERE.search(between):
        return True
    return not before[-1].head and site.name[0].islower() and _APPOSED.fullmatch(between) is not None


def _lies_there(site: Site, before: list[Site], going_on: str) -> bool:
    """Whether the site is a grave in the cemetery told of before, or the flame of the memorial there."""
    if site.head in _GRAVES:
        return not before and _BURIAL.search(going_on) is not None
    return _FLAMES.fullmatch(site.name) is not None and bool(before or going_on)


def _acts(act: _Finder, text: str, span: Span) -> Iterator[CeremonyHit]:
    low = text[span.start : span.end].lower()

    def hit(match: re.Match[str], rule: str, confidence: float = 0.9) -> CeremonyHit:
        name = re.sub(r"^(?:a|one|two) ", "", folded(match.group()))
        return CeremonyHit(name, (Span(*match.span()),), f"ceremony.{rule}", (), confidence)

    welcome = act("welcome")
    if welcome and "opening ceremony" not in low:
        yield hit(welcome, "welcome")
    received = act("received")
    if (
        received
        and not welcome
        and re.search(r"\b(?:welcom|receiv|greet|met with|accord|inspect|given|held)", low)
    ):
        yield hit(received, "welcome", 0.8)
    guard = act("guard")
    if guard and not welcome and not received and _is_guard_act(low):
        yield hit(guard, "guard")
    silence = act("silence")
    if silence:
        yield hit(silence, "silence")._replace(site=_silence(silence.group(), low))
    book = act("condolence")
    if book and re.search(r"\b(?:sign|ink|wrote|write|pen|entr|left|open)", low):
        yield hit(book, "condolence")
    service = act("service")
    if service and re.search(
        r"\b(?:attend|took part|take part|participat|joined|present|held|led|represent)", low
    ):
        yield hit(service, "service", 0.6)


def _silence(words: str, sentence: str) -> str:
    """How a silence is called: without the verb, and by its length where only the verb stands with it."""
    name = re.sub(r"^(?:stood|stand|standing|observ\w+)\s+", "", folded(words), flags=re.IGNORECASE)
    if re.fullmatch(r"in (?:\w+ )?silence|silence", name, re.IGNORECASE):
        return "minute of silence" if "minute" in sentence else "moment of silence"
    return re.sub(r"^(?:in )?(?:a|one|two) ", "", name, flags=re.IGNORECASE)


_GUARD_VERBS = re.compile(
    r"\b(?:inspect|review|present|accord|given|gave|receiv|welcom|greet|offer|salut|lined up|form|mount|march"
    r"|accept|took|render|parad|provid|stood|draw|was held|walked (?:past|along)|passed along)"
)


_AFTER_GUARD = re.compile(r"\s*(?:after|following|with) (?:an? |the )?(?:honou?r guard|guard of honou?r)")


def _is_guard_act(low: str) -> bool:
    return _GUARD_VERBS.search(low) is not None or _AFTER_GUARD.match(low) is not None

"""Whom the outlet cites: the body or spokesperson whose word an article rests on.

``citing the Defense Ministry``, ``, the Ministry said``, ``said the General Staff in a statement``,
``a statement by the Director, Defence Information, Brig. Gen. N. N.``, ``provided the following readout``.
Not people who are quoted on substance, and not agreements, plans or figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from store.model import Span
from store.reading.layout import Block, BlockKind
from store.reading.origin.bodies import (
    Kind,
    is_phrase,
    kind_in,
    kind_of,
    phrase_at,
    resolved,
    spokes_in,
    without_country,
    without_rank,
)
from store.reading.origin.cues import Cue, Cues
from store.reading.origin.page import Page
from store.reading.origin.subjects import ARTICLE, NAME, subject_before
from store.reading.origin.unnamed import find_unnamed_source
from store.reading.origin.values import Read
from store.reading.origin.words import UPPER, city_of, is_of_country, outlet_of, source_words

_EARLY = 3  # paragraphs in which a spokesperson speaks for the article
_BACK = 120  # characters of a body's name before its paper
_ENDS = re.compile(
    r"\s*+(?:$|[.,;:!?”\"—–)(]|in (?:an?|its|the)\b|on (?:its|X\b|Twitter|Facebook|Telegram|\w+day)"
    r"|(?:via|through|late|early|today|yesterday|here|after|when|following|this (?:morning|evening))\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_NO_SOURCE = re.compile(
    r"\s*+(?:figures|data|statistics|estimates|records|sources?|officials?|officers?|plan|programme|program|agreement|report|website)\b"
)
_REPORTING = re.compile(r"(?:report|inform|learn|writ|tell|say|note|stat)\w*\s$|,\s$")
_PAPER_NEXT = re.compile(r"[^.]{0,30}\b(?:statement|release|communiqu[ée]|announcement|readout)\b")
_PAPER = re.compile(r"\b(?:statement|release|communiqu[ée]|announcement|readout)\b")
_JOINT = re.compile(r"(?i)\bjoint\s+$")
_BLANK = re.compile(r"\s*+")
_COMMA = re.compile(r",\s+")
_INDEFINITE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Aa]nother)\s+")
_APPOSED = re.compile(r",\s+(?:the\s+)?")
_LONE_NAME = re.compile(
    rf"(?:the\s+)?(?P<name>[{UPPER}][\w’-]{{2,12}})(?=\s*[,:;]|\.(?:\s|$)|\s+(?:said|says|and)\b)"
)
_OF_STATE = re.compile(r"(?:state|state-run|state-owned|official|semi-official)\s")  # of another's agency
_IN_A_PAPER = re.compile(
    r"\bIn (?:an?|its|the) (?:[\w-]+ ){0,2}(?:statement|release|communiqu[ée]|readout)[^.]{0,30}, (?:the )?$"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|is|as)\s$")
_DAY_BY = re.compile(
    r"\s+(?:(?:on\s+)?\w+day|today|yesterday|earlier|late|this (?:morning|evening|week))\s+by\s+"
)
_PAGE_OF = re.compile(
    r"(?:official\s+)?(?:website|web\s?site|page|site|channel|account|portal)\s+of\s+(?:the\s+)?"
)
_ITS_PAGE = re.compile(
    r"\s+(?:official\s+)?(?:[\w-]+\s+)?(?:website|web\s?site|page|site|channel|account|portal)\b"
)
_PAGE = re.compile(r"\s+(?:official\s+)?web\s?(?:site|page)\b")
_SOURCE = re.compile(r"[Ss]ources?:\s+")
_READOUT = re.compile(
    r"\b(?:(?:provided|issued|gave|released|published) the following"
    r"|(?:issued|released|published|put out|sent out|circulated)"
    r" an?(?: short| brief| written| press| media| official)*)"
    r" (?:readout|statement|information|(?:press )?release|note|communiqu[ée])\b"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate: its span, what it is, and how it was found."""

    span: Span
    kind: Kind
    rule: str


def find_attribution(page: Page, cues: Cues) -> Read | None:
    """Whom the article cites first, by paragraph and then by how plainly."""
    if not cues.found:
        return _named_source(page) or find_unnamed_source(page)
    telling = {block.start for block in page.telling}
    paragraphs = 0
    for block in page.blocks:
        if block.start in telling:
            paragraphs += block.kind is not BlockKind.ROW
        elif not _leads_in(page.text, block):
            continue
        found = [hit for cue in cues.within(block.start, block.end) if (hit := _read(page.text, block, cue))]
        if paragraphs > _EARLY:
            found = [
                hit for hit in found if hit.rule != "attribution.spokes" or _in_a_paper(page.text, hit, block)
            ]
        if found:
            return _value(page.text, min(found, key=_plainness))
    return _named_source(page) or find_unnamed_source(page)


def _named_source(page: Page) -> Read | None:
    """``Source: Ministry of Foreign Affairs`` above, amid or below the prose."""
    if page.text.find("ource: ") < 0 and page.text.find("ources: ") < 0:
        return None
    paragraphs = [Span(block.start, block.end) for block in page.paragraphs]
    lines = [*page.head, *page.tail, *paragraphs]
    if page.prose and (at := page.text.rfind("Source: ", page.prose[-1].start, page.prose[-1].end)) > 0:
        lines.append(Span(at, page.prose[-1].end))
    for line in lines:
        label = _SOURCE.match(page.text, line.start, line.end)
        found = _name_after(page.text, label.end(), line.end) if label else None
        if found is not None and found.kind in (Kind.BODY, Kind.SPOKES):
            return _value(page.text, _Found(found.span, found.kind, "attribution.source"))
    return None


def _in_a_paper(text: str, hit: _Found, block: Block) -> bool:
    """Whether a statement is spoken of beside a spokesperson, who else is only quoted."""
    near = text[max(block.start, hit.span.start - 60) : min(block.end, hit.span.end + 60)]
    return _PAPER.search(near) is not None


def _plainness(hit: _Found) -> tuple[bool, int, int]:
    """What goes first: a body before another outlet, whom it cites before what is said, then the earlier."""
    return hit.kind is Kind.OUTLET, _ORDER[hit.rule], hit.span.start


_ORDER = {"attribution.citing": 0, "attribution.paper": 1, "attribution.said": 1, "attribution.spokes": 2}


def _leads_in(text: str, block: Block) -> bool:
    """``The below is attributable to Spokesperson N. N.:`` is a line that leads to the prose."""
    return block.kind is BlockKind.HEADLINE and text[block.end - 1] == ":" and block.end - block.start < 200


def _value(text: str, found: _Found) -> Read:
    printed = " ".join(text[found.span.start : found.span.end].split())
    if found.kind is Kind.SPOKES:
        printed = without_rank(printed)
    return Read(without_country(resolved(printed, text)), found.span, found.rule)


def _read(text: str, block: Block, cue: Cue) -> _Found | None:
    words = source_words()
    if cue.word in _citing():
        return _cited(text, block, cue)
    if cue.word in words.passives:
        if _PASSIVE.search(text, max(block.start, cue.start - 6), cue.start):
            return _cited(text, block, cue)
        verb = cue.word.partition(" ")[0]  # "the ministry announced on Tuesday"
        return _said(text, block, Cue(cue.start, cue.start + len(verb), verb)) if verb in words.says else None
    if cue.word in _papers():
        return _paper(text, block, cue)
    if cue.word in words.readouts:
        return _readout(text, block, cue)
    if cue.word in words.says:
        if (by := _DAY_BY.match(text, cue.end, block.end)) and _PASSIVE.search(
            text, max(block.start, cue.start - 6), cue.start
        ):
            return _cited(text, block, Cue(cue.start, by.end(), "announced by"))
        before = _said_after(text, block, cue) if cue.word in words.says_before else None
        return before or _said(text, block, cue)
    return None


@cache
def _citing() -> frozenset[str]:
    return frozenset(source_words().citing)


@cache
def _papers() -> frozenset[str]:
    return frozenset(source_words().papers)


# --- after the cue ---------------------------------------------------------------------------------------


def _name_after(text: str, at: int, end: int) -> _Found | None:
    """The body or spokesperson named at ``at``, an apposition taken along."""
    blank = _BLANK.match(text, at, end)
    start = blank.end() if blank else at
    if match := ARTICLE.match(text, start, end):
        start = match.end()
    if match := _PAGE_OF.match(text, start, end):
        start = match.end()
    stop = phrase_at(text, start, end)
    if stop == start:
        return None
    if (
        office := spokes_in(text, start, min(end, stop + 40))
    ) is not None and office.end() > stop > office.start():
        stop = max(stop, phrase_at(text, office.end() - len(office.group().split()[-1]), end))
    stop = _without_page(text, start, stop, end)
    kind = kind_in(text, start, stop)
    if kind is Kind.SPOKES:
        stop = _with_name(text, stop, end)
    elif kind is None and (apposed := _APPOSED.match(text, stop, end)):
        last = phrase_at(text, apposed.end(), end)
        if kind_of(text[apposed.end() : last]) is Kind.SPOKES and NAME.fullmatch(text, start, stop):
            stop, kind = last, Kind.SPOKES
    return _Found(Span(start, stop), kind, "attribution.citing") if kind else None


def _without_page(text: str, start: int, stop: int, end: int) -> int:
    """Where the body's name ends in ``the Defense Ministry's official website``."""
    for mark in ("'s", "’s"):
        at = text.rfind(mark, start, stop)
        if at > start and _ITS_PAGE.match(text, at + 2, end):
            return at
    return stop


def _with_name(text: str, stop: int, end: int) -> int:
    """Where ``the spokesman of the Defence Headquarters, Brigadier General N. N.`` ends."""
    for _ in range(2):
        comma = _COMMA.match(text, stop, end)
        name = NAME.match(text, comma.end(), end) if comma else None
        if name is None or len(name.group().split()) > 7:
            return stop
        after = text[name.end() : name.end() + 2]
        if not (name.end() == end or after[:1] in ",.:;)" or after == " s"):
            return stop
        stop = name.end() - (1 if name.group().endswith(".") else 0)
    return stop


def _cited(text: str, block: Block, cue: Cue) -> _Found | None:
    found = _name_after(text, cue.end, block.end)
    if found is None or _NO_SOURCE.match(text, found.span.end, block.end):
        return None
    if cue.word == "via" and not _REPORTING.search(text, max(block.start, cue.start - 14), cue.start):
        return None
    if found.kind is Kind.BROAD and cue.word not in ("citing", "reference to", "quoting"):
        return None
    if found.kind is Kind.OUTLET and cue.word in source_words().citing_offices:
        return None
    return found


def _said_after(text: str, block: Block, cue: Cue) -> _Found | None:
    """``, said the General Staff in a statement``."""
    before = text[max(block.start, cue.start - 3) : cue.start].rstrip()
    if not before or (before[-1] not in ',”"’' and before not in ("as", "As")):
        return None
    found = _name_after(text, cue.end, block.end)
    if found is None or found.kind is Kind.OUTLET or not _ENDS.match(text, found.span.end, block.end):
        return None
    if found.kind is Kind.BROAD and not _speaks_of_paper(text, found.span.end, block.end):
        return None
    return _Found(found.span, found.kind, _rule(found.kind))


def _rule(kind: Kind) -> str:
    return "attribution.spokes" if kind is Kind.SPOKES else "attribution.said"


# --- before the cue --------------------------------------------------------------------------------------


def _said(text: str, block: Block, cue: Cue) -> _Found | None:
    """``, the National Defense Ministry said``; ``the Director of Information, N. N., disclosed``."""
    found = subject_before(text, block.start, cue.start)
    if found is None:
        return None
    if found.kind is Kind.OUTLET and not _OF_STATE.match(text, found.span.start, found.span.end):
        return None
    if (
        found.kind is Kind.BROAD
        and not _speaks_of_paper(text, cue.end, block.end)
        and not _IN_A_PAPER.search(text, max(block.start, found.span.start - 60), found.span.start)
    ):
        return None
    return _Found(found.span, found.kind, _rule(found.kind))


def _speaks_of_paper(text: str, at: int, end: int) -> bool:
    """Whether ``in a press release`` or the like follows at once."""
    return _PAPER_NEXT.match(text, at, end) is not None


# --- statements ------------------------------------------------------------------------------------------


@cache
def _issued() -> re.Pattern[str]:
    links = source_words().paper_links
    return re.compile(
        rf"(?:\s+|,\s+)(?:(?:was\s+|were\s+)?(?:{links})\s+(?:here\s+|today\s+|yesterday\s+|late\s+)?(?:on\s+\w+day\s+|\w+day\s+)?)(?:by|from|of|(?:on|through|via)(?!\s+\w+day\b))\s+"
        rf"|\s+(?:by|from|of)\s+|,\s+(?:by|from|of)\s+|\s+(?:on\s+\w+day\s+)?(?:by|from|of)\s+"
    )


def _paper(text: str, block: Block, cue: Cue) -> _Found | None:
    """``a statement issued by the ministry``, ``a Foreign Ministry statement said``."""
    if _JOINT.search(text, max(block.start, cue.start - 8), cue.start):
        return None
    if match := _issued().match(text, cue.end, block.end):
        found = _name_after(text, match.end(), block.end)
        if (
            found is not None
            and found.kind is not Kind.OUTLET
            and (_PAGE.match(text, found.span.end) or not _NO_SOURCE.match(text, found.span.end, block.end))
        ):
            return _Found(found.span, found.kind, "attribution.paper")
        page = match.group().split()[-1] in ("on", "through", "via")
        word = None if page else _LONE_NAME.match(text, match.end(), block.end)
        if found is None and word is not None and _may_issue(word["name"]):
            return _Found(Span(*word.span("name")), Kind.BODY, "attribution.paper")
    return _paper_of(text, block, cue)


_PRESS = re.compile(r"\s+(?:press|media|news|official|written|brief|public)$")


def _may_issue(name: str) -> bool:
    """Whether a single word after ``a communiqué from`` can be a body's: no town, country or outlet."""
    return city_of(name) is None and not is_of_country(name) and outlet_of(name) is None


def _paper_of(text: str, block: Block, cue: Cue) -> _Found | None:
    """The body before the paper: ``an ISPR statement``, ``the Ministry of Defense's press release``."""
    end = cue.start
    start = max(block.start, end - _BACK)
    while end > start and text[end - 1].isspace():
        end -= 1
    if match := _PRESS.search(text, start, end):
        end = match.start()
    if text[max(start, end - 2) : end] in ("'s", "’s"):
        end -= 2
    articles = list(_INDEFINITE.finditer(text, start, end))
    if not articles:
        return None
    first = articles[-1].end()
    kind = kind_in(text, first, end) if is_phrase(text[first:end]) else None
    if kind in (None, Kind.OUTLET, Kind.SPOKES):
        return None
    return _Found(Span(first, end), kind or Kind.BODY, "attribution.paper")


def _readout(text: str, block: Block, cue: Cue) -> _Found | None:
    """``Pentagon Press Secretary Col. N. N. provided the following readout:``."""
    if _READOUT.match(text, cue.start, block.end) is None:
        return None
    found = _said(text, block, cue)
    return _Found(found.span, found.kind, "attribution.citing") if found else None

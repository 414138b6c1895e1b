"""Who published the article, as prose and foot say: ``Trend reports``, ``(QNA)``, ``© 2025 X``."""

from __future__ import annotations

import re

from store.lexicon import Outlet
from store.model import Span
from store.reading.layout import Block
from store.reading.origin.bodies import Kind, kind_of
from store.reading.origin.cues import Cue, Cues
from store.reading.origin.issuer import without_state
from store.reading.origin.page import Page
from store.reading.origin.values import Read
from store.reading.origin.words import UPPER, is_country, is_ordinary, outlet_name, outlet_of, source_words

_NAME = rf"(?:[{UPPER}]|\d{{1,3}}(?:TV|\.[a-z]{{2}})\b)[\w’'.-]*+(?:\s[{UPPER}][\w’'.-]*+){{0,4}}+"
_BEFORE = re.compile(
    rf"[\"“«]?(?P<name>{_NAME}(?:\sof\s{_NAME})?)[\"”»]?(?P<tail>\s+(?:[Nn]ews\s+[Aa]gency|[Aa]gency|IA|[Ii]nformation\s+[Aa]gency))?(?P<short>\s+\([A-Z]{{2,8}}\))?"
    r"(?P<person>(?:['’]s)?\s+(?:(?:special|own|staff)\s+)?correspondent(?:\s+in\s+\w+)?)?,?\s*$"
)
_LAST_BREAK = re.compile(
    r"[,;:.!?“]\s|[”\"»]\s(?!(?:IA|[Nn]ews|[Aa]gency|[Ii]nformation|correspondent)\b)|\s(?:that|the|and|as|a|an|while)\s|\n"
)
_CITES = re.compile(r"\s*(?:$|[.,]|citing|referring|via|with reference|quoting|from)")
_AFTER = re.compile(rf"\s+(?:the\s+)?[\"“]?(?P<name>{_NAME})")
_PASSIVE = re.compile(r"\s(?:was|has been|has|were|had)\s+$")
_BRACKETED = re.compile(r"\((?P<name>[A-Z]{2,8})\)\s+$")
_MOST_EARLY = 4  # paragraphs in which the one who reports is the outlet
_WIRE = re.compile(r"\(MENAFN\s?[-–]\s?(?P<name>[^()]{3,40}(?:\([A-Z]{2,8}\))?)\)")
_POSTED = re.compile(r"(?i)\bposted\s+on\b[^\n]{4,40}\bby\s+(?P<name>PIB)\b")
_IN_BRACKETS = re.compile(r"[(\[](?P<name>[A-Z][\w./-]{1,20})(?:\s+[^()\[\]]{3,20})?[)\]][\s.]*$")
_AFTER_DASH = re.compile(
    r"(?:\s[-–—/]{1,2}\s?|[-–—/]{1,3}|\.{2,}|/\./\s?)(?P<name>[A-Z][A-Za-z.]{1,15})/?\.?\s*$"
)
_INITIALS = re.compile(r"[.!?”\"]\s?[-–—]{1,2}\s?(?P<name>[A-Z]{3,8})\s*$")
_SHOUTED = re.compile(r"[.!”\"](?P<name>[A-Z]{4,12})(?:\(|\s*$)")
_SIGNED = re.compile(
    r"^[\s*(\[/–—-]*(?P<name>[\w.’'ʻ -]{2,40}?)"
    r"(?::\s\d[\w ,.]*|\s*/\s*[\w/. -]{1,30}|\s{2,}[\w/]{2,20})?[\s*)\]/.]*$"
)
_DAY_TAIL = re.compile(r"[:,]?\s+\d.*$")
_SOURCE = re.compile(r"(?i)\s*(?:source|sources|agency)\s*:\s*(?P<name>[^\n:]{2,60}?)\s*$")
_TOP = 1000  # characters of the page in which it may say so
_MARKS = ("©", "opyright", "OPYRIGHT", "(c)", "(C)")
_MARK = re.compile(r"©|\([Cc]\)|[Cc]opyright\b|COPYRIGHT\b")
_HOLDER = re.compile(
    rf"[\s:]*+(?:by\s)?(?:(?:19|20)\d\d[\s–,.-]*+){{0,2}}"
    rf"(?P<name>(?:(?:de|het|el|la|le|il|die|der|das)\s)?{_NAME}(?:\sof\s(?:the\s)?{_NAME})*+)"
)
_NO_HOLDER = re.compile(
    r"(?i)all\b|policy|rights|notice|about|terms|contact|the\s|privacy|this\b|no\b|law|faq|fraud|site|report\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_TAIL = re.compile(r"[\s,.]*(?:(?:19|20)\d\d)?[\s.]*$")


def reporting_outlet(page: Page, cues: Cues) -> Read | None:
    """``Trend reports``, ``a "Dunyo" IA correspondent reports`` in the first paragraphs."""
    words = source_words().outlet_reports
    for block in page.telling[:_MOST_EARLY]:
        for cue in cues.within(block.start, block.end):
            if _verb(cue) in words and (read := _subject(page.text, block, cue, plain=True)) is not None:
                return read
    return None


def outlet_in_prose(page: Page, cues: Cues) -> Read | None:
    """An outlet that the prose shows at work: ``X reported``, ``was told``, ``told X``."""
    words = source_words()
    for block in page.telling:
        for cue in cues.within(block.start, block.end):
            read = None
            if _verb(cue) in words.outlet_reports or _verb(cue) in words.outlet_reported:
                read = _subject(page.text, block, cue, plain=False)
            if read is None and cue.word in words.outlet_told:
                read = _object(page.text, block, cue)
            if read is not None:
                return read
    return None


_BY_OUTLET = re.compile(rf"By\s+(?P<name>{_NAME})(?=\s*(?:$|[-–—|,•·]|\d|Published|Posted|Updated))")


_AFTER_AUTHOR = re.compile(
    rf"By\s+{_NAME},\s+(?P<name>[{UPPER}\d][\w’'.-]*+(?:\s[{UPPER}][\w’'.-]*+){{0,4}}+)\s*$"
)
_STAMPED = re.compile(
    rf"(?P<name>{_NAME}),\s+(?=\d{{1,2}}\s\w{{3,9}}\.?,?\s(?:19|20)\d\d|\w{{3,9}}\.?\s\d{{1,2}},?\s(?:19|20)\d\d)"
)


def by_outlet(page: Page) -> Read | None:
    """``By Petra - Aug 04, 2015``, ``Agenda.ge, 14 May 2025``: an agency in the place of the author."""
    for line in page.head:
        for pattern in (_BY_OUTLET, _STAMPED, _AFTER_AUTHOR):
            match = pattern.match(page.text, line.start, line.end)
            outlet = outlet_of(match["name"]) if match else None
            if match is not None and outlet is not None:
                return _read(page.text, match["name"], match.start("name"), outlet, "outlet.by")
    return None


def signature(page: Page) -> Read | None:
    """An agency's name at the end of the prose or alone on a line: ``(QNA)``, ``— VNS``, ``APP/raz/maz``."""
    return _named_source(page) or _ending(page) or _lone_line(page)


def _named_source(page: Page) -> Read | None:
    """``Source: Anadolu Agency`` below the prose."""
    for line in page.tail:
        match = _SOURCE.match(page.text, line.start, line.end)
        outlet = outlet_of(match["name"]) if match else None
        if match is not None and outlet is not None:
            return _read(page.text, match["name"], match.start("name"), outlet, "outlet.signature")
    return None


def _ending(page: Page) -> Read | None:
    """The outlet with which one of the last paragraphs ends."""
    text = page.text
    for block in reversed(page.prose[-3:]):
        for pattern, reach in ((_IN_BRACKETS, 50), (_AFTER_DASH, 22), (_SHOUTED, 260)):
            match = pattern.search(text, max(block.start, block.end - reach), block.end)
            outlet = outlet_of(match["name"]) if match else None
            if match is not None and text[: match.start()].endswith(("gency ", "ervice ")):
                continue  # "according to X News Agency (XNA)"
            if match is not None and outlet is not None:
                return _read(text, match["name"], match.start("name"), outlet, "outlet.signature")
    for block in page.prose[-1:]:
        match = _INITIALS.search(text, block.end - 15, block.end)
        if match is not None and match["name"] != "END":
            return _read(text, match["name"], match.start("name"), None, "outlet.signature")
    return None


def _lone_line(page: Page) -> Read | None:
    text = page.text
    for line in (*page.tail, *(line for line in page.head if line.start < page.first_prose)):
        if line.end - line.start > 60 or text[line.start] == "#":
            continue
        match = _SIGNED.match(text[line.start : line.end])
        if match is None or not (match["name"][0].isupper() or "." in match["name"]):
            continue
        name = _DAY_TAIL.sub("", match["name"]).strip(" .–—-").removeprefix("By ")
        outlet = outlet_of(name) or outlet_of(name.upper())
        if outlet is not None and not (is_ordinary(name) and line.start < page.first_prose):
            return _read(
                text, name, line.start + text[line.start : line.end].index(name), outlet, "outlet.signature"
            )
    return None


def posted(page: Page) -> Read | None:
    """``Posted On: 12 MAR 2024 6:15PM by PIB Delhi``; ``(MENAFN- Trend News Agency)``."""
    for sign, pattern in (("osted", _POSTED), ("MENAFN", _WIRE)):
        at = page.text.find(sign, 0, _TOP)
        if at < 0 or (match := pattern.search(page.text, max(0, at - 10), at + 100)) is None:
            continue
        name = match["name"].strip()
        return _read(page.text, name, match.start("name"), outlet_of(name), "outlet.posted")
    return None


def copyright_holder(page: Page, known: bool) -> Read | None:
    """``© 2025 Nation Press``; with ``known``, only a listed outlet."""
    text = page.text
    if not any(sign in text for sign in _MARKS):
        return None
    for mark in _MARK.finditer(text):
        match = _HOLDER.match(text, mark.end(), mark.end() + 160)
        if match is None or _NO_HOLDER.match(match["name"]):
            continue
        if mark.start() < page.last_prose and not _YEAR.search(match[0]):
            continue  # of a photograph
        name = _YEAR_TAIL.sub("", match["name"].split(". ")[0]).rstrip(".")
        name = without_state(name) if kind_of(name) is Kind.BODY else name
        outlet = outlet_of(name)
        if (outlet is not None or not known) and name and not is_country(name):
            return _read(text, name, match.start("name"), outlet, "outlet.copyright")
    return None


def agency_read(page: Page, printed: str, span: Span) -> tuple[Read, Outlet | None]:
    """The agency of a dateline, and its entry where it is known."""
    outlet = outlet_of(printed)
    return Read(outlet_name(printed, outlet, page.text), span, "outlet.dateline"), outlet


def _read(text: str, printed: str, start: int, outlet: Outlet | None, rule: str) -> Read:
    return Read(outlet_name(printed, outlet, text), Span(start, start + len(printed)), rule)


def _verb(cue: Cue) -> str:
    """The first word of ``learned from``."""
    return cue.word.partition(" ")[0]


def _subject(text: str, block: Block, cue: Cue, plain: bool) -> Read | None:
    """The outlet before a verb of reporting; ``plain`` where the verb leaves no doubt."""
    end = cue.start
    if passive := _PASSIVE.search(text, max(block.start, end - 12), end):
        end = passive.start()
    elif _verb(cue) in ("told", "informed"):
        return None
    if bracket := _BRACKETED.search(text, max(block.start, end - 14), end):
        outlet = outlet_of(bracket["name"])
        return (
            _read(text, bracket["name"], bracket.start("name"), outlet, "outlet.reports") if outlet else None
        )
    start = max(block.start, end - 70)
    breaks = list(_LAST_BREAK.finditer(text, start, end))
    begin = breaks[-1].end() if breaks else start
    if len(breaks) > 1 and text[end - 2 : end].strip() in (",", "”", '"'):
        begin = breaks[-2].end()
    match = _BEFORE.search(text, begin, end)
    if match is None:
        return None
    name, at = match["name"], match.start("name")
    while outlet_of(name) is None and " " in name:
        cut = name.index(" ") + 1
        name, at = name[cut:], at + cut
    outlet = outlet_of(name)
    person = match["person"] is not None or cue.word == "correspondent" or passive is not None
    opens = (begin > start and at == begin) or text[at - 1 : at] in '"“«' or at == block.start
    if outlet is not None:
        if not (plain or person or opens) or (
            is_ordinary(name) and not (opens or person or text[at - 4 : at] == "the ")
        ):
            return None
        return _read(text, name, at, outlet, "outlet.reports")
    name, at = match["name"], match.start("name")
    sure = (
        plain
        and cue.word != "notes"
        and (person or (opens and _CITES.match(text, cue.end, block.end) is not None))
    )
    if sure and at > block.start and name.count(" ") <= 1 and kind_of(name) is None:
        return _read(text, name, at, None, "outlet.reports")
    return None


def _object(text: str, block: Block, cue: Cue) -> Read | None:
    """``told TASS``, ``in an interview with Azertac``, ``reports Belta``."""
    match = _AFTER.match(text, cue.end, block.end)
    if match is None:
        return None
    words = match["name"].rstrip(".").split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        outlet = outlet_of(name)
        if outlet is not None and not (is_ordinary(name) and cue.word not in ("told", "tells")):
            return _read(text, name, match.start("name"), outlet, "outlet.told")
    return None

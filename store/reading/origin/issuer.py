"""The body whose page or release it is: named above the prose, in a breadcrumb, after ``Issued by``."""

from __future__ import annotations

import re

from store.lexicon import load
from store.model import Span
from store.reading.origin.bodies import Kind, kind_of
from store.reading.origin.page import Page
from store.reading.origin.values import Read
from store.reading.origin.words import (
    is_country,
    is_of_country,
    is_ordinary,
    outlet_name,
    outlet_of,
    source_words,
)

_LABEL = re.compile(
    r"(?i)\W*(?:from|(?:issued|released|published)\s+by|(?:press|media)\s+release\s+(?:from|of|by)|news\s+from"
    r"|issuer|publisher|department)\s*:?\s+(?:the\s+)?(?P<name>[^\n|:]{3,90}?)\s*(?:$|\||\s{3,})"
)
_CELL = re.compile(r"\s{3,}|\t|\s*[|›»>•·]\s*|\s+/\s+|\s+[–—]\s+|\s+-\s+(?=(?i:press|media|news)\b)")
_LINES = 14  # of the head and of the tail that are looked at
_SMALL = frozenset("of the and for in on to de la".split())
_INSIDE = _SMALL | frozenset("defence defense foreign affairs external interior internal national -".split())
_AREA = re.compile(  # a noun that stands for a body wherever the rest of the line is a name
    r"(?i)\b(?:ministry|department|offices?|embassy|secretariat|services?|directorate|administration|presidency"
    r"|council|committee|press|headquarters|mission|consulate|commission|staff|chancellery|cabinet)\b"
)
_SIGNING = re.compile(r"(?i)\b(?:ministry|department|embassy|presidency|secretariat|general staff)\b")
_FORCE = re.compile(  # one that needs a country's name before or after it
    r"(?i)\b(?:forces?|army|navy|parliament|command|guard|police|government|marines|affairs)\b"
)
_STATE = r"(?:Republic|Kingdom|State|Government|Sultanate|Principality|Federation|Commonwealth|Union)"
_CUT = re.compile(rf"(?i)\s+of\s+(?:the\s+)?|\s*,\s+|\s+-\s+|\s+in\s+|\s+(?=(?:the\s+)?{_STATE}\s+of\s)")
_STATE_FIRST = re.compile(
    rf"(?i)(?:the\s+)?{_STATE}\s+of\s+(?:the\s+)?(?:[\w-]+\s+){{1,3}}?(?=(?:ministry|department|office)\b)"
)
_IN_BRACKETS = re.compile(r"\s*\((?P<name>[^()]+)\)$")
_PAGE_TAIL = re.compile(r"(?i)(?<=\w)\s+(?:news(?:room)?|press\s+releases?|home\s?page|website|portal)$")


def labelled_issuer(page: Page) -> Read | None:
    """``From: Ministry of Defence``, ``ISSUED BY: ...``."""
    for line in (*page.head[:_LINES], *page.tail[:_LINES]):
        match = _LABEL.match(page.text, line.start, line.end)
        if match is None:
            continue
        name = match["name"].strip(" .")
        if kind_of(_cased(name)) in (Kind.BODY, Kind.BROAD) and not name.islower():
            return _read(name, match.start("name"), "outlet.issued")
    return None


def masthead(page: Page) -> Read | None:
    """The outlet or body that a line above the prose names alone."""
    paper: Read | None = None
    for number, line in enumerate(page.head[:_LINES]):
        if line.start > page.first_prose:
            break
        cells = _cells(page.text, line)
        for place, (cell, start) in enumerate(cells):
            if (outlet := outlet_of(cell)) is not None and not _is_page_word(cell) and not is_ordinary(cell):
                shown = outlet_name(cell, outlet, page.text)
                return Read(shown, Span(start, start + len(cell)), "outlet.masthead")
            if _is_issuer(cell, alone=len(cells) == 1):
                return _read(cell, start, "outlet.masthead")
            if number < 3 and not place and paper is None and _is_paper(cell):
                paper = Read(_cased(cell), Span(start, start + len(cell)), "outlet.paper")
    return paper


def signing_issuer(page: Page) -> Read | None:
    """A ministry's name alone on one of the lines right below the prose."""
    for line in page.tail[:2]:
        name = page.text[line.start : line.end].strip()
        if _SIGNING.search(name) and _is_issuer(name, alone=True):
            return _read(name, page.text.index(name, line.start), "outlet.signed")
    return None


def _cells(text: str, line: Span) -> list[tuple[str, int]]:
    """The cells of a line with bars or wide gaps, each with the offset of its first letter."""
    bounds = [line.start]
    for gap in _CELL.finditer(text, line.start, line.end):
        bounds += [gap.start(), gap.end()]
    bounds.append(line.end)
    cells = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        cell = text[start:end].strip()
        if 2 < len(cell) < 90:
            cells.append((cell, text.index(cell, start)))
    return cells


def _read(name: str, start: int, rule: str) -> Read:
    return Read(without_state(_cased(name)), Span(start, start + len(name)), rule)


def _is_issuer(cell: str, alone: bool) -> bool:
    """Whether a cell is just the name of a body, area and all; ``alone`` where it is the whole line."""
    if (
        cell.islower()
        or cell[-1] in ".!?:;"
        or cell[:2] in ("By", "BY")
        or any(char.isdigit() for char in cell)
    ):
        return False
    if cell in load().organisation_names and len(cell) > 2:
        return True
    if len(cell) > 4 and cell.removeprefix("The ") in source_words().body_names:
        return True
    area = _AREA.search(cell) is not None
    if not area and not (alone and _FORCE.search(cell)):
        return False
    name = _cased(cell)
    if is_country(name) or _is_page_word(name) or not _all_capital(name):
        return False
    if not area:
        return _has_country(name) and kind_of(name) in (Kind.BODY, Kind.BROAD)
    bare = without_state(name)
    return kind_of(bare) in (Kind.BODY, Kind.BROAD) and (bare != name or " " in bare)


def _has_country(name: str) -> bool:
    words = name.split(" ")
    pairs = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
    return any(is_of_country(word) for word in (*words, *pairs)) or without_state(name) != name


def _all_capital(name: str) -> bool:
    """Whether every word is a capital one or a link: a body's name, and not a headline about it."""
    words = re.split(r"[\s,&()]+", name)
    return len(words) <= 14 and all(word[:1].isupper() or word.lower() in _INSIDE for word in words if word)


def _is_page_word(cell: str) -> bool:
    words = source_words()
    low = cell.lower()
    return low in words.page_offices or all(word in words.page_words for word in low.split())


def _is_paper(cell: str) -> bool:
    """``FIJI HERALD``: a short line of capitals with a paper's word in it, and no heading of a page."""
    words = cell.split()
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
        return False
    known = source_words()
    low = [word.lower() for word in words]
    papers = low[-1] in known.press_words or low[0] == "daily"
    return papers and not all(word in known.page_words for word in low[:-1])


def _cased(name: str) -> str:
    """A line of capitals in ordinary letters."""
    name = " ".join(name.split())
    if not name.isupper() or " " not in name:
        return name[:1].upper() + name[1:]
    words = [
        word.lower() if word.lower() in _SMALL and place else word.title()
        for place, word in enumerate(name.split(" "))
    ]
    return " ".join(words).replace("’S", "’s").replace("'S", "'s")


def without_state(name: str) -> str:
    """A body's name without its country: ``of the Republic of Serbia``, ``, Japan``."""
    name = _STATE_FIRST.sub("", _PAGE_TAIL.sub("", name))
    bracket = _IN_BRACKETS.search(name)
    if bracket is not None and is_country(bracket["name"]):
        return name[: bracket.start()]
    for match in _CUT.finditer(name):
        if is_country(name[match.end() :]) and match.start() > 3:
            return name[: match.start()]
    head, _, last = name.rpartition(" ")
    if head and is_country(last) and " of " in head and not head.endswith((" of", " the")):
        return head
    return name

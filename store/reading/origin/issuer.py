"""The body whose page or release it is: named above the prose, in a breadcrumb, after ``Issued by``."""

from __future__ import annotations

import re

from store.lexicon import load
from store.model import Span
from store.reading.origin.bodies import Kind, kind_of
from store.reading.origin.page import Page
from store.reading.origin.values import Read
from store.reading.origin.words import is_country, is_ordinary, outlet_name, outlet_of, source_words

_LABEL = re.compile(
    r"(?i)^\W*(?:from|issued\s+by|released\s+by|published\s+by|press\s+release\s+(?:from|of|by)|media\s+release\s+(?:from|by)|news\s+from|issuer|publisher|department)"
    r"\s*:?\s+(?:the\s+)?(?P<name>[^\n|:]{3,90}?)\s*(?:$|\||\s{3,})"
)
_CELL = re.compile(r"\s{3,}|\t|\s*[|›»>•·]\s*|\s+/\s+|\s+[–—]\s+")
_HEAD_LINES = 14
_TAIL_LINES = 14
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "de", "la"])
_INSIDE = _SMALL | {
    "defence",
    "defense",
    "foreign",
    "affairs",
    "external",
    "interior",
    "internal",
    "national",
}
_OF = re.compile(r"\s+of\s+(?:the\s+)?|\s*,\s+|\s+-\s+|\s+in\s+", re.IGNORECASE)
_STATE_LINE = re.compile(
    r"(?i)\s*(?:of\s+)?(?:the\s+)?(?:republic|kingdom|government|state|federal)\b|\s*of\s"
)
_AREA = re.compile(
    r"(?i)\b(?:ministry|department|office|embassy|secretariat|service|directorate|administration|presidency|council|committee|press|headquarters|mission|consulate)\b"
)


def labelled_issuer(page: Page) -> Read | None:
    """``From: Ministry of Defence``, ``ISSUED BY: ...``."""
    for line in (*page.head[:_HEAD_LINES], *page.tail[:_TAIL_LINES]):
        match = _LABEL.match(page.text[line.start : line.end])
        if match is None:
            continue
        name = match["name"].strip(" .")
        if kind_of(_cased(name)) in (Kind.BODY, Kind.BROAD) and not name.islower():
            return _read(name, line.start + match.start("name"), "outlet.issued")
    return None


def masthead(page: Page) -> Read | None:
    """The outlet or body that a line above the prose names alone."""
    paper: Read | None = None
    for number, line in enumerate(page.head[:_HEAD_LINES]):
        if line.start > page.first_prose:
            break
        at = line.start
        for cell, start in _cells(page.text[line.start : line.end]):
            if (outlet := outlet_of(cell)) is not None and not _is_page_word(cell) and not is_ordinary(cell):
                return Read(
                    outlet_name(cell, outlet, page.text),
                    Span(at + start, at + start + len(cell)),
                    "outlet.masthead",
                )
            if _is_issuer(cell):
                return _read(cell, at + start, "outlet.masthead")
            if number < 3 and start == 0 and paper is None and _is_paper(cell):
                paper = Read(_cased(cell), Span(at, at + len(cell)), "outlet.paper")
    return paper


def _cells(line: str) -> list[tuple[str, int]]:
    cells, at = [], 0
    for gap in _CELL.finditer(line):
        cells.append((line[at : gap.start()], at))
        at = gap.end()
    cells.append((line[at:], at))
    return [
        (cell.strip(), start + len(cell) - len(cell.lstrip()))
        for cell, start in cells
        if 2 < len(cell.strip()) < 90
    ]


def _read(name: str, start: int, rule: str) -> Read:
    return Read(without_state(_cased(name)), Span(start, start + len(name)), rule)


def _is_issuer(cell: str) -> bool:
    """Whether a line is just the name of a body, area and all."""
    if cell.islower() or cell[-1] in ".!?:;" or any(char.isdigit() for char in cell):
        return False
    if cell in load().organisation_names and len(cell) > 2:
        return True
    if cell.removeprefix("The ") in source_words().body_names and len(cell) > 4:
        return True
    if not _AREA.search(cell):
        return False
    name = _cased(cell)
    if is_country(name) or not _of_titles(name):
        return False
    return kind_of(name) is Kind.BODY and len(without_state(name).split()) > 1 and not _is_page_word(name)


def _of_titles(name: str) -> bool:
    """Whether every word is a capital one or a link: a body's name, and not a headline about it."""
    words = re.split(r"[\s,&]+", name)
    return len(words) <= 12 and all(word[:1].isupper() or word.lower() in _INSIDE for word in words if word)


def _is_page_word(cell: str) -> bool:
    words = source_words()
    low = cell.lower()
    return low in words.page_offices or all(word in words.page_words for word in low.split())


def _is_paper(cell: str) -> bool:
    """``FIJI HERALD``: a short line of capitals with a paper's word in it, and no heading of a page."""
    words = cell.split()
    known = source_words()
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
        return False
    low = [word.lower() for word in words]
    return (low[-1] in known.press_words or low[0] == "daily") and not all(
        word in known.page_words for word in low[:-1]
    )


def _cased(name: str) -> str:
    """A line of capitals in ordinary letters."""
    name = " ".join(name.split())
    if not name.isupper():
        return name[:1].upper() + name[1:]
    words = [
        word.lower() if word.lower() in _SMALL and place else word.title()
        for place, word in enumerate(name.split(" "))
    ]
    return " ".join(word.replace("’S", "’s").replace("'S", "'s") for word in words) if " " in name else name


def without_state(name: str) -> str:
    """A body's name without the country after it: ``of the Republic of Serbia``, ``, Japan``, ``Kenya``."""
    for match in _OF.finditer(name):
        if is_country(name[match.end() :]) and match.start() > 3:
            return name[: match.start()]
    head, _, last = name.rpartition(" ")
    if head and is_country(last) and " of " in head and not head.endswith((" of", " the")):
        return head
    return name

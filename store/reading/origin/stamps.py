"""Lines of a page that hold little more than a date and a place, or say when the article was published."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from store.lexicon import City
from store.model import Span
from store.reading.origin.days import Day, find_days
from store.reading.origin.page import Page
from store.reading.origin.words import UPPER, city_of, source_words

_LABEL = re.compile(
    r"(?i)\b(?:published|posted|issued|date[d:]|release date|created|publication|first published"
    r"|press release|media release)\b|\btime\s?:\s*(?=20\d\d)"
)
_LABEL_FIRST = re.compile(r"(?i)\W*(?:first\s+)?(?:published|posted|issued|release date|date)\b")
_LATER = re.compile(r"(?i)\b(?:updated|modified|last update|revised)\b")
_OTHER = re.compile(
    r"(?i)\b(?:deadline|until|wreath|met|will|release id|valid|copyright|born|events?|calendar|accreditation"
    r"|views? of|file photo)\b|©|»"
)
_TIMES = re.compile(
    r"(?i)\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?h?\b|\b[ap]\.m\."
    r"|\b(?:GMT|UTC|AM|PM|EST|EDT|CET|IST|WIB|hrs|hours|local time)\b\s*[+-]?\d*"
)
_FURNITURE = re.compile(
    r"(?i)\b(?:by|on|the|at|posted|published|date|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun"
    r"|politics|news|press|media|release|statement|category|official|min(?:utes?|s)?|read|views?|no|updated|last|issued|release|time|print|share)\b"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACE = re.compile(rf"[{UPPER}][\w’'.-]*+(?:[ ][{UPPER}][\w’'.-]*+){{0,2}}+")
_TOWN = re.compile(rf"(?P<town>{_PLACE.pattern}),\s+[{UPPER}][\w.]*+(?:\s[{UPPER}][\w.]*+){{0,2}}+")
_DIGIT = re.compile(r"\d")
_AGENCY_DATE = re.compile(r"\((?P<agency>[A-Z]{2,8})\s(?=\d)")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line's date and place; spans are surface offsets."""

    day: Day
    city: City | None
    city_span: Span | None
    line: Span
    bare: bool  # there is nothing else on the line
    labelled: bool  # the line says that it tells of publication
    later: bool  # of an update


def find_stamps(page: Page) -> list[Stamp]:
    """The stamps of the page in order of trust: those above the prose, then those below."""
    above = [stamp for line in page.head if (stamp := _stamp(page.text, line)) is not None]
    below = [stamp for line in page.tail if (stamp := _stamp(page.text, line)) is not None]
    return above + [stamp for stamp in below if _of_foot(page.text, stamp)]


def place_beside(page: Page, stamp: Stamp) -> tuple[City, Span] | None:
    """``Ottawa, Ontario`` alone on the line above or below the date."""
    lines = page.head
    if stamp.line not in lines:
        return None
    at = lines.index(stamp.line)
    for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]):
        match = _TOWN.fullmatch(page.text[line.start : line.end].strip())
        city = city_of(match["town"]) if match else None
        if match is not None and city is not None:
            start = page.text.index(match["town"], line.start)
            return city, Span(start, start + len(match["town"]))
    return None


def posted_day(stamps: list[Stamp]) -> datetime.date | None:
    """The first full date that the page itself bears."""
    for stamp in sorted(stamps, key=lambda stamp: stamp.later):
        if stamp.day.year is not None and (day := stamp.day.on(None)) is not None:
            return day
    return None


def _of_foot(text: str, stamp: Stamp) -> bool:
    """``Published: 3 May 2024``, ``Islamabad, 3 May 2024``, ``(MAP 20 May 2024)`` at the end."""
    if _LABEL_FIRST.match(text, stamp.line.start) is not None:
        return True
    if stamp.city is not None:
        return stamp.bare
    before = text[max(0, stamp.day.span.start - 10) : stamp.day.span.start + 1]
    return _AGENCY_DATE.search(before) is not None


def _stamp(text: str, line: Span) -> Stamp | None:
    printed = text[line.start : line.end]
    days = find_days(text, line.start, line.end) if _DIGIT.search(printed) else []
    if not days or _OTHER.search(printed):
        return None
    day = next((day for day in days if day.year is not None), days[0])
    labelled = _LABEL.search(printed) is not None
    left = _left_over(printed, line.start, days)
    city = _city(left, line.start)
    words = [word for word in _WORD.findall(left) if not _is_furniture(word)]
    bare = len(words) <= (len(_WORD.findall(text, *city[1])) if city else 0)
    if len(words) > (_MOST_WORDS + 4 if labelled else _MOST_WORDS):
        return None
    if day.year is None and not (labelled or (bare and city)):
        return None
    found, span = city if city else (None, None)
    return Stamp(day, found, span, line, bare, labelled, _LATER.search(printed) is not None)


def _left_over(printed: str, start: int, days: list[Day]) -> str:
    """The line with dates and times blanked out, its length kept."""
    chars = list(printed)
    for day in days:
        for place in range(day.span.start - start, day.span.end - start):
            chars[place] = " "
    return _TIMES.sub(lambda match: " " * len(match.group()), "".join(chars))


def _is_furniture(word: str) -> bool:
    return _FURNITURE.fullmatch(word) is not None or word.lower() in _page_words()


@cache
def _page_words() -> frozenset[str]:
    return source_words().page_words


def _city(left: str, start: int) -> tuple[City, Span] | None:
    for match in _PLACE.finditer(left):
        words = match.group().split(" ")
        for count in range(len(words), 0, -1):
            form = " ".join(words[:count]).rstrip(".,-")
            city = city_of(form) if len(form) > 2 else None
            if city is not None and not city.weak and not _is_furniture(form):
                return city, Span(start + match.start(), start + match.start() + len(form))
    return None

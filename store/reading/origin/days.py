"""Dates as datelines and page furniture print them; quick, since every line of a page is looked at.

Unlike :mod:`store.reading.dates` it knows the numeric forms of web pages (``11/07/24``, ``2025/02/11``)
and no phrase that is resolved by a weekday.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from store.model import Span

_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FORMS = {
    form: n for n, name in enumerate(_NAMES, 1) for form in (name, name[:3], name.upper(), name[:3].upper())
}
_FORMS |= {"Sept": 9, "SEPT": 9}
_MONTH = "(?:" + "|".join(sorted(_FORMS, key=len, reverse=True)) + r")\b\.?"
_TH = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR = r"(?:19|20)\d\d\b"
_DATE = re.compile(
    rf"(?P<iso>\b{_YEAR}(?P<sep>[-/.])\d{{1,2}}(?P=sep)\d{{1,2}}\b)"
    rf"|(?P<digits>\b\d{{1,2}}[./]\d{{1,2}}[./](?:{_YEAR}|\d\d\b(?![.:/]\d)))"
    rf"|(?P<dmy>\b(?P<d1>\d{{1,2}}){_TH}\.?(?:\s+of\s+|[\s-]{{0,2}})(?P<m1>{_MONTH})(?:[,\s/-]{{0,3}}(?P<y1>{_YEAR}))?)"
    rf"|(?P<mdy>\b(?P<m2>{_MONTH})\s*(?P<d2>\d{{1,2}}){_TH}(?!\d|:\d)(?:[,\s/]{{0,3}}(?P<y2>{_YEAR}))?)"
)


_AHEAD = datetime.timedelta(days=14)  # how long before its publication a page may be dated


@dataclass(frozen=True, slots=True)
class Day:
    """A date as printed; ``year`` is None where it is not said."""

    span: Span
    year: int | None
    month: int
    day: int
    turned: bool = False  # day and month could change places

    def on(self, base: datetime.date | None) -> datetime.date | None:
        """The day meant, seen from ``base``: the latest such day that is
        not long after it, and of two readings the closer."""
        if self.year is None:
            if base is None:
                return None
            days = [
                found for year in (1, 0, -1, -2) if (found := _date(base.year + year, self.month, self.day))
            ]
            return next((day for day in days if day - base <= _AHEAD), None)
        plain = _date(self.year, self.month, self.day)
        other = _date(self.year, self.day, self.month) if self.turned else None
        if base is not None and plain and other and abs((other - base).days) < abs((plain - base).days):
            return other
        return plain


def find_days(text: str, start: int = 0, end: int | None = None) -> list[Day]:
    """The dates of ``text[start:end]`` that name day and month, in order; spans are offsets into ``text``."""
    stop = len(text) if end is None else end
    return [day for match in _DATE.finditer(text, start, stop) if (day := _day(match)) is not None]


def _day(match: re.Match[str]) -> Day | None:
    span = Span(*match.span())
    if match["iso"]:
        year, month, day = map(int, re.split(r"[-/.]", match["iso"]))
        return _checked(Day(span, year, month, day))
    if match["digits"]:
        first, second, year = map(int, re.split(r"[./]", match["digits"]))
        year += 2000 if year < 100 else 0
        if second > 12:
            return _checked(Day(span, year, first, second))
        return _checked(Day(span, year, second, first, turned=first <= 12 and first != second))
    d, m, y = ("d1", "m1", "y1") if match["dmy"] else ("d2", "m2", "y2")
    return _checked(
        Day(span, int(match[y]) if match[y] else None, _FORMS[match[m].rstrip(".")], int(match[d]))
    )


def _checked(day: Day) -> Day | None:
    return day if _date(day.year or 2024, day.month, day.day) else None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None

"""Dates as print has them, and the day they stand for.

``December 12``, ``on Tuesday``, ``yesterday`` are resolved against the day the article was published;
what cannot be resolved (``next week``, a weekday without a published date) stays without a day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from store.model import Span
from store.reading.remembered import Remembered
from store.reading.sought import sign_where

if TYPE_CHECKING:
    from store.reading.tokens import Tokens

_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_DAYS = {name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())}
_PLAIN_LETTERS = str.maketrans("İıſ", "iis")
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may\.?|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE = re.compile(
    r"(?P<iso>\b(?:19|20)\d\d-\d\d-\d\d\b)"
    r"|(?P<dots>\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b)"
    rf"|(?P<dmy>\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|and|&)\s*\d{{1,2}}(?:st|nd|rd"
    rf"|th)?)?(?:\s+of)?\s+(?P<m1>{_MONTH})(?![a-z])(?:,?\s+(?P<y1>(?:19|20)\d\d)\b)?)"
    rf"|(?P<mdy>\b(?P<m2>{_MONTH})(?![a-z])\s*(?P<d2>\d{{1,2}})(?!\d|:\d)(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to"
    rf"|and|&)\s*\d{{1,2}}(?:st|nd|rd|th)?)?(?!\d)(?:(?:,|\s|/)\s*(?P<y2>(?:19|20)\d\d)\b)?)"
    rf"|(?P<month>\b(?:in|of|since|until|early|late|mid-|during|last|next"
    rf"|this)\s+(?P<m3>{_MONTH})(?![a-z]|\s*\d{{1,2}}(?!\d))(?:,?\s+(?P<y3>(?:19|20)\d\d)\b)?)"
    rf"|(?P<weekday>\b(?:(?P<which>last|this|next|coming)\s+)?(?P<w>{_DAY})(?:\s+(?P<ago>last))?\b"
    r"(?:\s?\((?:the\s)?(?P<d3>\d{1,2})(?:st|nd|rd|th)?\)|,?\s(?:the\s)?(?P<d4>\d{1,2})(?:st|nd|rd|th)?"
    r"(?=[,;)]|\.(?!\d)|\s(?:at|in|with|by|to)\s(?!\d)|$))?)"
    r"|(?P<nth>(?:(?<=\bon the )|(?<=\bon ))(?P<d5>\d{1,2})(?:st|nd|rd|th)"
    r"(?=[,;.)]|\s(?:at|in|of th[ei]s? month)\b))"
    r"|(?P<near>\b(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|last night"
    r"|the day before|the (?:previous|preceding|following|next|same) (?:day|evening|night|morning|afternoon)"
    r"|(?:later|earlier) (?:in the|that|the same) day"
    r"|the (?:day|evening) before|a day (?:earlier|later)|(?<=\bon )the (?:second|third|final|last) day"
    r"|(?P<count>\d|two|three|four|five|six) days (?:ago|earlier|later|before))\b)"
    r"|(?P<vague>\b(?:last|next|this|past|coming|previous|earlier (?:this|in the)|later this) (?:week|month"
    r"|year|spring|summer|autumn|fall|winter|decade)\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|a few|a) (?:days|weeks|months"
    r"|years|decades|day|week|month|year) (?:ago|earlier|later|before)\b|\bin the (?:past (?:year|decade)"
    r"|near future)\b)"
    r"|(?P<year>\b(?:in|since|until|by|of)\s+(?:19|20)\d\d\b)",
    re.IGNORECASE,
)


class Precision(StrEnum):
    """How closely a phrase names a day."""

    DAY = "day"
    VAGUE = "vague"  # last week, in November, in 2016


@dataclass(slots=True)
class DatePhrase:
    """A date phrase. ``year`` is None where it is not said; ``weekday`` counts from Monday, 0."""

    span: Span
    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None  # days from the published date: yesterday is -1
    which: str = ""  # last, this, next


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DatePhrase]:
    """The date phrases of ``text[start:end]`` in order; spans are offsets into ``text``."""
    stop = len(text) if end is None else end
    return [phrase for match in _DATE.finditer(text, start, stop) if (phrase := _phrase(match)) is not None]


# --- all dates of an article ------------------------------------------------------------------

SentenceDates = Mapping[int, Sequence[DatePhrase]]
"""The date phrases of each sentence that has any, by its first token."""

_NAMES = frozenset((*_MONTHS, *_DAYS))
_LEADS = frozenset(
    "in of since until by during early late mid".split()
)  # to a month, a year, "the past year"
_POINTERS = frozenset(
    "last next this coming past previous earlier later today yesterday tomorrow tonight".split()
)
_COUNTS = frozenset("a two three four five six seven eight nine ten several many".split())
_UNITS = ("day", "week", "month", "year", "decade", "few")
_NAMED = re.compile(rf"{_MONTH}(?![a-z])|{_DAY}\b")
_AFTER_THE = frozenset("day evening previous preceding following next same second third final last".split())
_NUMBERS = {word: number for number, word in enumerate("two three four five six".split(), 2)}
_PART = re.compile(r"\w+")


class _Opening(Enum):
    """What a word may be to a date phrase that it begins."""

    NONE = 0
    SURE = 1
    LEAD = 2  # only with a month or a year after it, or in "in the past"
    THE = 3  # only before "day", "same" and their like
    COUNT = 4  # only before a unit of time
    PARTED = 5  # one of its parts may begin a phrase


def dates_by_sentence(tokens: Tokens, text: str) -> SentenceDates:
    """What ``find_dates`` gives for each sentence, looking only where a date phrase can begin."""
    low = tokens.low
    found: dict[int, list[DatePhrase]] = {}
    following = [*tokens.signs[1:], 0]
    openings = [
        (at, _OPENINGS[low[at]])
        for at, signs in enumerate(tokens.signs)
        if signs & _SURE or (signs & _LEADING and following[at] & _LED)
    ]
    sentences = iter(tokens.sentences)
    first = last = end = done = 0
    for at, opening in openings:
        while at >= last:
            first, last, _ = next(sentences)
            end = tokens.end[last - 1]
            done = tokens.start[first]
        if (
            opening is not _Opening.SURE
            and opening is not _Opening.PARTED
            and not _leads_on(low, at, opening)
        ):
            continue
        starts = [tokens.start[at]]
        if opening is _Opening.PARTED:
            starts = [match.start() for match in _PART.finditer(text, tokens.start[at], tokens.end[at])]
        for start in starts:
            if start >= done and (match := _DATE.match(text, start, end)) is not None:
                done = match.end()
                if (phrase := _phrase(match)) is not None:
                    found.setdefault(first, []).append(phrase)
    return found


def _opening_of(word: str) -> _Opening:
    if word in _LEADS:
        return _Opening.LEAD
    if word == "the":
        return _Opening.THE
    if word in _COUNTS:
        return _Opening.COUNT
    parts = _PART.findall(word)
    if not any(
        part in _POINTERS
        or part[0].isdecimal()
        or (part[:3] in _NAMES and (_NAMED.match(part) is not None or not word.isascii()))
        or (len(parts) > 1 and (part in _LEADS or part in _COUNTS))
        for part in parts
    ):
        return _Opening.NONE
    return _Opening.SURE if len(parts) == 1 else _Opening.PARTED


_OPENINGS = Remembered(_opening_of, 16_384)
_SURE = sign_where(lambda low: _OPENINGS[low] in (_Opening.SURE, _Opening.PARTED))
_LEADING = sign_where(lambda low: _OPENINGS[low] in (_Opening.LEAD, _Opening.THE, _Opening.COUNT))
_LED = sign_where(lambda low: low == "the" or low in _AFTER_THE or low.startswith(_UNITS) or _is_named(low))


def _is_named(low: str) -> bool:
    """Whether it may be a month, a day of the week or a year."""
    return low[:3] in _NAMES or low.startswith(("19", "20"))


def _leads_on(low: list[str], at: int, opening: _Opening) -> bool:
    following = low[at + 1] if at + 1 < len(low) else ""
    if opening is _Opening.THE:
        return following in _AFTER_THE
    if opening is _Opening.COUNT:
        return following.startswith(_UNITS)
    if following == "the":
        return low[at] == "in" and low[at + 2 : at + 3] in (["past"], ["near"])
    return _is_named(following)


def _phrase(match: re.Match[str]) -> DatePhrase | None:
    span = Span(*match.span())
    if match["iso"]:
        year, month, day = map(int, match.group().split("-"))
        return _checked(span, year, month, day)
    if match["dots"]:
        first, second, year = map(int, re.split(r"[./]", match.group()))
        month, day = (first, second) if second > 12 else (second, first)
        return _checked(span, year, month, day)
    if match["dmy"]:
        return _checked(span, _number(match["y1"]), _MONTHS[_name(match["m1"])], int(match["d1"]))
    if match["mdy"]:
        return _checked(span, _number(match["y2"]), _MONTHS[_name(match["m2"])], int(match["d2"]))
    if match["month"]:
        # "may" after "of" and "in" is a month only with a capital.
        if not match["m3"][0].isupper():
            return None
        return DatePhrase(span, Precision.VAGUE, year=_number(match["y3"]), month=_MONTHS[_name(match["m3"])])
    if match["weekday"]:
        if not match["w"][0].isupper():
            return None
        which = (match["which"] or match["ago"] or "").lower()
        numbered = _number(match["d3"] or match["d4"])
        return DatePhrase(span, Precision.DAY, weekday=_DAYS[_name(match["w"])], which=which, day=numbered)
    if match["nth"]:
        return DatePhrase(span, Precision.DAY, day=int(match["d5"]))
    if match["near"]:
        word = match.group().lower()
        if match["count"]:
            count = _NUMBERS.get(match["count"].lower()) or int(match["count"])
            shift = count if word.endswith("later") else -count
            return DatePhrase(span, Precision.DAY, shift=shift, which="" if word.endswith("ago") else "story")
        if word.endswith("day") and word.startswith(("later ", "earlier ")):
            return DatePhrase(span, Precision.DAY, shift=0, which="story")
        if word.startswith(("the ", "a ")):
            back = re.search(r"previous|preceding|before|earlier", word)
            shift = -1 if back else 0 if "same" in word else 1
            return DatePhrase(span, Precision.DAY, shift=shift, which="story")
        shift = {"yesterday": -1, "last night": -1, "the day before": -1, "tomorrow": 1}.get(word, 0)
        return DatePhrase(span, Precision.DAY, shift=shift)
    return DatePhrase(span, Precision.VAGUE)


def _name(printed: str) -> str:
    """The first three letters of a month or day, plain: patterns that ignore case find ``FRİDAY`` too."""
    return printed[:3].translate(_PLAIN_LETTERS).lower()


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _checked(span: Span, year: int | None, month: int, day: int) -> DatePhrase | None:
    try:
        datetime.date(year or 2024, month, day)
    except ValueError:
        return None
    return DatePhrase(span, Precision.DAY, year, month, day)


def resolve(phrase: DatePhrase, base: datetime.date | None, ahead: bool = False) -> datetime.date | None:
    """The day a phrase stands for, seen from ``base``; ``ahead`` where the text speaks of what is to come."""
    if phrase.precision is not Precision.DAY:
        return None
    if phrase.day is not None and phrase.month is not None:
        if phrase.year is not None:
            return datetime.date(phrase.year, phrase.month, phrase.day)
        return None if base is None else _nearest(base, phrase.month, phrase.day)
    if base is None:
        return None
    try:
        if phrase.day is not None:
            return _numbered(base, phrase.day, phrase.weekday)
        if phrase.shift is not None:
            return base + datetime.timedelta(days=phrase.shift)
        return None if phrase.weekday is None else _weekday_near(base, phrase.weekday, phrase.which, ahead)
    except OverflowError:  # beyond the calendar
        return None


def _weekday_near(base: datetime.date, weekday: int, which: str, ahead: bool) -> datetime.date:
    """The day of that name before or after ``base``, or ``base`` itself where ``which`` allows it."""
    ahead_by = (weekday - base.weekday()) % 7
    if which in ("next", "coming"):
        return base + datetime.timedelta(days=ahead_by or 7)
    if which == "last":
        return base - datetime.timedelta(days=7 - ahead_by)
    return base + datetime.timedelta(days=ahead_by if ahead or not ahead_by else ahead_by - 7)


def _numbered(base: datetime.date, day: int, weekday: int | None) -> datetime.date | None:
    """``Friday 14``, ``on the 14th``: the closest day of that number, and of that name if it is said."""
    near = sorted(range(-31, 32), key=abs)
    days = [d for shift in near if (d := base + datetime.timedelta(days=shift)).day == day]
    named = [d for d in days if weekday is None or d.weekday() == weekday]
    return next(iter(named or days), None)


def _nearest(base: datetime.date, month: int, day: int) -> datetime.date | None:
    """The day and month in the year that brings it closest to ``base``."""
    days = []
    for year in (base.year - 1, base.year, base.year + 1):
        try:
            days.append(datetime.date(year, month, day))
        except ValueError:
            continue
    return min(days, key=lambda d: abs((d - base).days), default=None)

"""Dates and counts in words, for every part of the window."""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NO_DATE = "No date"
_BACK = ("R", "AL", "RLE", "RLO", "RLI")
_FIRST_STRONG, _ENDS = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def short_date(iso: str | None) -> str:
    """``2025-12-17`` as ``17 Dec 2025``; anything else as it is."""
    return _date(iso, 3)


def long_date(iso: str | None) -> str:
    """``2025-12-17`` as ``17 December 2025``; anything else as it is."""
    return _date(iso, None)


def counted(number: int, noun: str) -> str:
    """``1 article``, ``1,204 articles``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def quoted(text: str) -> str:
    """Text in quotes, unless it has its own."""
    return apart(text if any(mark in text for mark in '"“”„«»') else f"“{text}”")


def apart(text: str) -> str:
    """Text that is put among other words on the screen.

    What runs from right to left would turn numbers and signs beside it round, unless it is kept apart.
    """
    if text.isascii():
        return text
    from unicodedata import bidirectional  # with its tables only for letters that need them

    runs_back = any(bidirectional(letter) in _BACK for letter in text)
    return f"{_FIRST_STRONG}{text}{_ENDS}" if runs_back else text


def _date(iso: str | None, letters: int | None) -> str:
    if not iso:
        return NO_DATE
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):
        return iso
    name = MONTHS[int(month) - 1][:letters]
    return f"{int(day)} {name} {year}" if day.isdigit() else f"{name} {year}"

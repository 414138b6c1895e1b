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
    return text if any(mark in text for mark in '"“”„«»') else f"“{text}”"


def _date(iso: str | None, letters: int | None) -> str:
    if not iso:
        return NO_DATE
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):
        return iso
    name = MONTHS[int(month) - 1][:letters]
    return f"{int(day)} {name} {year}" if day.isdigit() else f"{name} {year}"

"""Dates and counts of the list in words."""

from __future__ import annotations

from collections.abc import Mapping

from store.model import ArticleRow, Group

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


def group_name(by: str, group: Group) -> str:
    """What a group of the list is called."""
    if not group.key:
        return {"country": "No country", "occasion": "No occasion"}.get(by, NO_DATE)
    return long_date(group.key) if by in ("day", "month") else group.label


def cited(row: ArticleRow) -> str:
    """A row as it is named in writing: ``Hasanov received Ergün. Trend, 17 December 2025.``"""
    heading = row.heading if row.heading.endswith((".", "!", "?", "…")) else f"{row.heading}."
    source = ", ".join(part for part in (row.outlet, long_date(row.date) if row.date else "") if part)
    return f"{heading} {source}." if source else heading


def spoken(row: ArticleRow, country_names: Mapping[str, str]) -> str:
    """A row as a screen reader says it."""
    parts = [
        row.heading,
        long_date(row.date),
        row.outlet or "",
        ", ".join(country_names.get(code, code) for code in row.countries),
        "" if row.read else "unread",
        "starred" if row.starred else "",
        counted(row.notes, "note") if row.notes else "",
        f"tagged {', '.join(row.tags)}" if row.tags else "",
        row.snippet,
    ]
    return "; ".join(part for part in parts if part)


def _date(iso: str | None, letters: int | None) -> str:
    if not iso:
        return NO_DATE
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):
        return iso
    name = MONTHS[int(month) - 1][:letters]
    return f"{int(day)} {name} {year}" if day.isdigit() else f"{name} {year}"

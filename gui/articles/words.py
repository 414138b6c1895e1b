"""Rows and groups of the list in words."""

from __future__ import annotations

from collections.abc import Mapping

from gui.words import NO_DATE, counted, long_date
from store.model import ArticleRow, Group


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

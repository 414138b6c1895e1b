"""The columns of the list, where it is shown as a table: what each is called and says of an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from gui.articles.words import counted, short_date
from store.model import ArticleRow


class Column(NamedTuple):
    """One column."""

    name: str
    title: str
    width: int
    text: Callable[[ArticleRow], str]


def _state(row: ArticleRow) -> str:
    return ", ".join(filter(None, ("" if row.read else "unread", "starred" if row.starred else "")))


COLUMNS = (
    Column("state", "State", 44, _state),
    Column("date", "Date", 96, lambda row: short_date(row.date)),
    Column("heading", "Heading", 280, lambda row: row.heading),
    Column("outlet", "Outlet", 110, lambda row: row.outlet or ""),
    Column("countries", "Countries", 92, lambda row: " ".join(row.countries)),
    Column("people", "People", 170, lambda row: ", ".join(row.people)),
    Column("occasion", "Occasion", 190, lambda row: "; ".join(row.occasions)),
    Column("tags", "Tags", 110, lambda row: ", ".join(row.tags)),
    Column("notes", "Notes", 56, lambda row: f"{row.notes:,}" if row.notes else ""),
)
NAMES = tuple(column.name for column in COLUMNS)
HEADING, DATE = NAMES.index("heading"), NAMES.index("date")
FIRST_HIDDEN = ("people", "notes")
"""Columns that are not shown until they are asked for."""


def tip(column: int, row: ArticleRow, country_names: Mapping[str, str]) -> str:
    """The whole of what a cell says, and beside the heading the words that were found."""
    if NAMES[column] == "heading":
        return "\n".join(filter(None, (row.heading, " ".join(row.snippet.split()))))
    if NAMES[column] == "countries":
        return ", ".join(country_names.get(code, code) for code in row.countries)
    if NAMES[column] == "notes" and row.notes:
        return counted(row.notes, "note")
    return COLUMNS[column].text(row)

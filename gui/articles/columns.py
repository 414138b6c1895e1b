"""The columns of the list, where it is shown as a table: what each is called and says of an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from gui.articles.orders import BY_DATE, ORDERS, arrow, turned
from gui.words import counted, short_date
from store.model import ArticleRow


class Column(NamedTuple):
    """One column."""

    name: str
    title: str
    width: int
    text: Callable[[ArticleRow], str]
    sort: str  # the order that a click on its name begins with


def _state(row: ArticleRow) -> str:
    return ", ".join(filter(None, ("" if row.read else "unread", "starred" if row.starred else "")))


COLUMNS = (
    Column("state", "State", 64, _state, "unread"),
    Column("date", "Date", 96, lambda row: short_date(row.date), "date"),
    Column("heading", "Heading", 280, lambda row: row.heading, "heading"),
    Column("outlet", "Outlet", 110, lambda row: row.outlet or "", "outlet"),
    Column("countries", "Countries", 92, lambda row: " ".join(row.countries), "country"),
    Column("people", "People", 170, lambda row: ", ".join(row.people), "person"),
    Column("occasion", "Occasion", 190, lambda row: "; ".join(row.occasions), "occasion"),
    Column("added", "Added", 96, lambda row: short_date(row.added) if row.added else "", "imported"),
    Column("tags", "Tags", 110, lambda row: ", ".join(row.tags), "tag"),
    Column("notes", "Notes", 68, lambda row: f"{row.notes:,}" if row.notes else "", "notes"),
)
NAMES = tuple(column.name for column in COLUMNS)
HEADING = NAMES.index("heading")
FIRST_HIDDEN = ("people", "added", "notes")
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


def sorts(column: int, order: str) -> bool:
    """Whether the list is in that order by what the column shows."""
    sort = COLUMNS[column].sort
    base = "date" if order in BY_DATE else order.removeprefix("-")
    return base == sort or (sort == "unread" and base == "starred")


def named(column: int, order: str) -> str:
    """What the head of a column says: its name, and which way round the list is sorted by it."""
    title = COLUMNS[column].title
    return f"{title} {arrow(order)}" if sorts(column, order) else title


def column_tip(column: int, order: str) -> str:
    """What a click on the head of a column does."""
    sort = COLUMNS[column].sort
    base = "date" if order in BY_DATE else order.removeprefix("-")
    click = turned(order) if base == sort else sort
    now = f"{ORDERS[order]}. " if sorts(column, order) else ""
    return f"{now}Click: {ORDERS[click]}"

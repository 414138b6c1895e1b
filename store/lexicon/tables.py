"""Reads the tables of the lexicon: UTF-8, a header row, cells between tabs, lists between bars.

Lines that begin with ``#`` are comments.
A line that does not fit raises ``LexiconError`` with the file, the line number and what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from store.errors import LexiconError

Row = list[str]

_COUNTRY = re.compile(r"[A-Z]{2}")
_ORGANISATION = re.compile(r"[A-Z0-9][A-Za-z0-9-]{1,15}")
_DIGITS = re.compile(r"[0-9]{1,9}")
_GRADE = re.compile(r"OF-(?:10|[1-9D])|OR-[1-9]|WO|suffix")
_LOOSE = re.compile(r"^\s|\s$|[^\S\t]{2}|[^\S\t][|\t]|[|\t][^\S\t]|\|\||\|(?:\t|$)|(?:^|\t)\|")
_LOOSE_MARKS = (
    "  ",
    " \t",
    "\t ",
    " |",
    "| ",
    "||",
    "|\t",
    "\t|",
    "|\n",
    "\n|",
    " \n",
    "\n ",
    "\r",
    "\u00a0",
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, whether it is a list, whether it must be filled, what a cell has to look like."""

    name: str
    is_list: bool = False
    required: bool = False
    fits: Callable[[str], object] | None = None
    expects: str = ""


@dataclass(frozen=True)
class Table:
    """One file: its columns in order, and those that together name an entry."""

    file: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    def key_of(self, row: Row) -> tuple[str, ...]:
        """The cells of ``row`` that name its entry."""
        return tuple([row[place] for place in self.key_places])

    @cached_property
    def key_places(self) -> list[int]:
        """Where in a row the cells of the key stand."""
        return [self.header.index(name) for name in self.key]

    @cached_property
    def header(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]


def _one_of(*words: str) -> Callable[[str], object]:
    return frozenset(words).__contains__


def _country(name: str = "country", required: bool = False) -> Column:
    return Column(name, required=required, fits=_COUNTRY.fullmatch, expects="two capital letters")


def _list(name: str) -> Column:
    return Column(name, is_list=True)


TERRITORIES = Table(
    "territories.tsv",
    (
        _country("code", required=True),
        Column("name", required=True),
        _list("names"),
        _list("adjectives"),
        _list("people"),
        Column("capital"),
        _list("capital_aliases"),
        _list("weak"),
    ),
    ("code",),
)
ORGANISATIONS = Table(
    "organisations.tsv",
    (
        Column("code", required=True, fits=_ORGANISATION.fullmatch, expects="a short code such as NATO"),
        Column("name", required=True),
        _list("names"),
        Column("city"),
        _country(),
    ),
    ("code", "name"),
)
CITIES = Table(
    "cities.tsv",
    (
        Column("name", required=True),
        _country(required=True),
        _list("aliases"),
        Column("population", fits=_DIGITS.fullmatch, expects="a whole number"),
        Column("weak", fits=_one_of("0", "1"), expects="1 or nothing"),
    ),
    ("name", "country"),
)
RANKS = Table(
    "ranks.tsv",
    (
        Column("canonical", required=True),
        _list("forms"),
        Column(
            "grade",
            required=True,
            fits=_GRADE.fullmatch,
            expects="OF-1 to OF-10, OF-D, OR-1 to OR-9, WO or suffix",
        ),
    ),
    ("canonical",),
)
HONORIFICS = Table(
    "honorifics.tsv",
    (
        Column("name", required=True),
        _list("forms"),
        Column(
            "kind",
            required=True,
            fits=_one_of("title", "royal", "clergy", "academic", "suffix"),
            expects="title, royal, clergy, academic or suffix",
        ),
    ),
    ("name",),
)
OUTLETS = Table(
    "outlets.tsv",
    (Column("name", required=True), _list("aliases"), _country(), Column("city")),
    ("name", "country"),
)
SITES = Table(
    "sites.tsv",
    (
        Column("name", required=True),
        Column("kind", required=True, fits=_one_of("site", "venue"), expects="site or venue"),
        Column("city"),
        _country(),
        _list("aliases"),
    ),
    ("name", "city", "country"),
)
TABLES = (TERRITORIES, ORGANISATIONS, CITIES, RANKS, HONORIFICS, OUTLETS, SITES)


def read_table(folder: Path, table: Table) -> tuple[list[int], list[Row]]:
    """The line numbers and the cells of every entry in ``table``'s file in ``folder``, checked.

    Cells stand in the order of ``table.columns``; a column that the file lacks is empty.
    """
    path = folder / table.file
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path} is not UTF-8 at byte {error.start}.") from error
    except OSError as error:
        raise LexiconError(f"{path} cannot be read: {error.strerror or error}.") from error
    lines = [
        (number, line)
        for number, line in enumerate(text.split("\n"), start=1)
        if line and not line.startswith("#") and not line.isspace()
    ]
    if not lines:
        raise LexiconError(f"{path} is empty: its first line should be {', '.join(table.header)}.")
    if any(mark in text for mark in _LOOSE_MARKS):
        _refuse_loose(path, lines)
    numbers = [number for number, _ in lines[1:]]
    header = lines[0][1].split("\t")
    _check_header(path, lines[0][0], table, header)
    rows = [line.split("\t") for _, line in lines[1:]]
    for number, row in zip(numbers, rows, strict=True):
        if len(row) != len(header):
            raise _malformed(path, number, f"it has {len(row)} cells, not {len(header)}")
    if header != table.header:
        places = [header.index(name) if name in header else len(header) for name in table.header]
        rows = [[(*row, "")[place] for place in places] for row in rows]
    for index, column in enumerate(table.columns):
        if column.required or column.fits:
            _check_column(path, numbers, rows, index, column)
    _check_keys(path, numbers, rows, table)
    return numbers, rows


def _refuse_loose(path: Path, lines: list[tuple[int, str]]) -> None:
    for number, line in lines:
        if _LOOSE.search(line):
            raise _malformed(path, number, "it has spaces or bars to spare")


def _check_header(path: Path, number: int, table: Table, header: list[str]) -> None:
    for cell in header:
        if cell not in table.header:
            raise _malformed(
                path, number, f"{cell!r} is no column; the columns are {', '.join(table.header)}"
            )
    if len(set(header)) < len(header):
        raise _malformed(path, number, "a column is named twice")
    for column in table.columns:
        if column.name in table.key and column.required and column.name not in header:
            raise _malformed(path, number, f"the column {column.name!r} is missing")


def _check_column(path: Path, numbers: list[int], rows: list[Row], index: int, column: Column) -> None:
    for cell in {row[index] for row in rows}:
        if not cell and not column.required:
            continue
        if cell and (column.fits is None or column.fits(cell)):
            continue
        number = next(number for number, row in zip(numbers, rows, strict=True) if row[index] == cell)
        what = f"{column.name} is {cell!r}, not {column.expects}" if cell else f"{column.name} is empty"
        raise _malformed(path, number, what)


def _check_keys(path: Path, numbers: list[int], rows: list[Row], table: Table) -> None:
    key_of = table.key_of
    if len({key_of(row) for row in rows}) == len(rows):
        return
    seen: dict[object, int] = {}
    for number, row in zip(numbers, rows, strict=True):
        first = seen.setdefault(key_of(row), number)
        if first != number:
            raise _malformed(path, number, f"{' '.join(key_of(row))!r} is on line {first} already")


def _malformed(path: Path, number: int, what: str) -> LexiconError:
    return LexiconError(f"{path}, line {number}: {what}.")

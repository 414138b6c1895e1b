"""Reads the tables of the lexicon: UTF-8, a header row, cells between tabs, lists between bars.

Lines that begin with ``#`` are comments.
A line that does not fit raises ``LexiconError`` with the file, the line number and what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from store.errors import LexiconError

Record = dict[str, str]

_COUNTRY = re.compile(r"[A-Z]{2}")
_ORGANISATION = re.compile(r"[A-Z0-9][A-Za-z0-9-]{1,15}")
_DIGITS = re.compile(r"[0-9]{1,9}")
_GRADE = re.compile(r"OF-(?:10|[1-9D])|OR-[1-9]|WO|suffix")
_LOOSE = re.compile(r"^ | $|[^\S\t]{2}|[^\S\t][|\t]|[|\t][^\S\t]|\|\||\|(?:\t|$)|(?:^|\t)\|")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, whether it is a list, whether it must be filled, what a cell has to look like."""

    name: str
    is_list: bool = False
    required: bool = False
    fits: Callable[[str], object] | None = None
    expects: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its columns in order, and those that together name an entry."""

    file: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
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


def read_table(folder: Path, table: Table) -> Iterator[tuple[int, Record]]:
    """Yield line number and cells of every entry of ``table``'s file in ``folder``, checked."""
    path = folder / table.file
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path} is not UTF-8 at byte {error.start}.") from error
    except OSError as error:
        raise LexiconError(f"{path} cannot be read: {error.strerror or error}.") from error
    header: list[str] = []
    checks: list[tuple[int, Column]] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, raw in enumerate(lines, start=1):
        line = raw.removesuffix("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header, checks = _header(path, number, table, cells)
            continue
        if len(cells) != len(header):
            raise _malformed(path, number, f"it has {len(cells)} cells, not {len(header)}")
        if _LOOSE.search(line.rstrip("\t")):
            raise _malformed(path, number, "it has spaces or bars to spare")
        for index, column in checks:
            _check(path, number, column, cells[index])
        record = dict(zip(header, cells, strict=True))
        key = tuple(record.get(name, "") for name in table.key)
        if key in seen:
            raise _malformed(path, number, f"{' '.join(key)!r} is on line {seen[key]} already")
        seen[key] = number
        yield number, record
    if not header:
        raise LexiconError(f"{path} is empty: its first line should be {', '.join(table.header)}.")


def _header(
    path: Path, number: int, table: Table, cells: list[str]
) -> tuple[list[str], list[tuple[int, Column]]]:
    known = {column.name: column for column in table.columns}
    for cell in cells:
        if cell not in known:
            raise _malformed(path, number, f"{cell!r} is no column; the columns are {', '.join(known)}")
    if len(set(cells)) < len(cells):
        raise _malformed(path, number, "a column is named twice")
    for column in table.columns:
        if column.name in table.key and column.required and column.name not in cells:
            raise _malformed(path, number, f"the column {column.name!r} is missing")
    indexed: Sequence[tuple[int, Column]] = [(index, known[cell]) for index, cell in enumerate(cells)]
    return cells, [(index, column) for index, column in indexed if column.required or column.fits]


def _check(path: Path, number: int, column: Column, cell: str) -> None:
    if not cell:
        if column.required:
            raise _malformed(path, number, f"{column.name} is empty")
    elif column.fits and not column.fits(cell):
        raise _malformed(path, number, f"{column.name} is {cell!r}, not {column.expects}")


def _malformed(path: Path, number: int, what: str) -> LexiconError:
    return LexiconError(f"{path}, line {number}: {what}.")

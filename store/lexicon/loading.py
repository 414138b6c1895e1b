"""Builds the ``Lexicon`` from the files that ship with the program and those of a person's own folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from store.errors import LexiconError
from store.lexicon.entries import City, Honorific, Organisation, Outlet, Rank, Site, Territory
from store.lexicon.lexicon import Lexicon
from store.lexicon.sections import SHIPPED, own_folder
from store.lexicon.tables import (
    CITIES,
    HONORIFICS,
    ORGANISATIONS,
    OUTLETS,
    RANKS,
    SITES,
    TERRITORIES,
    Row,
    Table,
    read_table,
)


def load(user_folder: Path | None = None) -> Lexicon:
    """The lexicon, read once for each ``user_folder``; without one, the person's own.

    A file of the same name in ``user_folder`` adds to the shipped one. A line whose key is known already
    (code, name, or name and country) is laid over the known entry: its lists are added, a list item that
    begins with ``-`` is taken out, and a filled cell replaces the known one. Raises ``LexiconError`` naming
    file, line and fault.
    """
    return _load(user_folder or own_folder())


@cache
def _load(user_folder: Path | None) -> Lexicon:
    if user_folder is not None and user_folder.exists() and not user_folder.is_dir():
        raise LexiconError(f"{user_folder} is not a folder.")
    territories = tuple(map(_territory, _rows(TERRITORIES, user_folder, None)))
    codes = frozenset(territory.code for territory in territories)
    return Lexicon(
        territories=territories,
        organisations=tuple(map(_organisation, _rows(ORGANISATIONS, user_folder, codes))),
        cities=tuple(map(_city, _rows(CITIES, user_folder, codes))),
        ranks=tuple(map(_rank, _rows(RANKS, user_folder, None))),
        honorifics=tuple(map(_honorific, _rows(HONORIFICS, user_folder, None))),
        outlets=tuple(map(_outlet, _rows(OUTLETS, user_folder, codes))),
        sites=tuple(map(_site, _rows(SITES, user_folder, codes))),
    )


def _rows(table: Table, user_folder: Path | None, codes: frozenset[str] | None) -> list[Row]:
    rows = _checked(SHIPPED, table, codes)
    if user_folder is None or not (user_folder / table.file).exists():
        return rows
    entries = {table.key_of(row): row for row in rows}
    for own in _checked(user_folder, table, codes):
        known = entries.get(table.key_of(own))
        entries[table.key_of(own)] = own if known is None else _laid_over(known, own, table)
    return list(entries.values())


def _checked(folder: Path, table: Table, codes: frozenset[str] | None) -> list[Row]:
    numbers, rows = read_table(folder, table)
    if codes is not None:
        place = table.header.index("country")
        unknown = {row[place] for row in rows} - codes - {""}
        for number, row in zip(numbers, rows, strict=True):
            if row[place] in unknown:
                where = f"{folder / table.file}, line {number}"
                raise LexiconError(f"{where}: country {row[place]!r} is not in {TERRITORIES.file}.")
    return rows


def _laid_over(known: Row, own: Row, table: Table) -> Row:
    return [
        _added(known[place], own[place]) if column.is_list else own[place] or known[place]
        for place, column in enumerate(table.columns)
    ]


def _added(known: str, own: str) -> str:
    items = _items(known) + _items(own)
    dropped = {item[1:] for item in items if item.startswith("-")}
    kept = [item for item in items if item not in dropped and not item.startswith("-")]
    return "|".join(dict.fromkeys(kept))


def _items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _forms(name: str, cell: str) -> tuple[str, ...]:
    return (name, *(form for form in cell.split("|") if form != name)) if cell else (name,)


def _territory(row: Row) -> Territory:
    code, name, names, adjectives, people, capital, capital_aliases, weak = row
    return Territory(
        code,
        name,
        _forms(name, names),
        _items(adjectives),
        _items(people),
        capital,
        _items(capital_aliases),
        _items(weak),
    )


def _organisation(row: Row) -> Organisation:
    code, name, names, city, country = row
    return Organisation(code, name, _forms(name, names), city, country)


def _city(row: Row) -> City:
    name, country, aliases, population, weak = row
    return City(name, country, _items(aliases), int(population or 0), weak == "1")


def _rank(row: Row) -> Rank:
    canonical, forms, grade = row
    return Rank(canonical, _forms(canonical, forms), grade)


def _honorific(row: Row) -> Honorific:
    name, forms, kind = row
    return Honorific(name, _forms(name, forms), kind)


def _outlet(row: Row) -> Outlet:
    name, aliases, country, city = row
    return Outlet(name, _items(aliases), country, city)


def _site(row: Row) -> Site:
    name, kind, city, country, aliases = row
    return Site(name, kind, city, country, _items(aliases))

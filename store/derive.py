"""From an article to everything the program derives from it: its reading and its place in the list."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from store import packing
from store.model import Article, Official, Reading, Role, Ruling

if TYPE_CHECKING:
    from store.encounters import Encounter
    from store.indexed import Columns

DERIVE_VERSION = 4
"""Raised whenever this module makes something else of the same reading, or packs it otherwise."""


class FacetValue(NamedTuple):
    """One thing to filter by: ``FacetValue("person", "levent ergun", "Levent Ergün", "TR")``."""

    kind: str  # "person" | "country" | "outlet" | "occasion"
    key: str
    label: str
    home: str = ""  # of a person: the country that is stated; with another one it is somebody else
    apart: str = ""  # of a person: as in ``Official.apart``


class Derived(NamedTuple):
    """What the database keeps of an article beside the article itself."""

    article: Article
    engine: str
    packed: bytes  # the reading, see ``packing``
    heading: str
    date: str | None
    outlet: str | None
    countries: tuple[str, ...]
    facets: tuple[FacetValue, ...]
    columns: Columns
    encounters: tuple[Encounter, ...]


def engine_version() -> str:
    """The version of the reading, of a person's own lexicon, and of what is made of the two.

    What has another one is read again. Raises ``LexiconError`` where the own lexicon cannot be read.
    """
    from store.lexicon.sections import own_digest
    from store.reading.version import VERSION

    own = own_digest()
    return f"{VERSION}{'+' if own else ''}{own}.{DERIVE_VERSION}"


def derive(article: Article, rulings: Sequence[Ruling] = ()) -> Derived:
    """Read ``article`` and put together what is kept of it; the list and the index follow ``rulings``."""
    # Imported here: the window shows its first list before the reading is needed.
    from store.reading.pipeline import read_article

    with _tables_kept():
        machine = read_article(article)
    return derived_of(article, machine, packing.pack(machine), engine_version(), rulings)


_first = [True]


@contextmanager
def _tables_kept() -> Iterator[None]:
    """The first reading loads tables of a hundred thousand things that stay for good.

    To look through all of them for garbage takes half a second, in which no other thread goes on.
    """
    was_on = gc.isenabled()
    if not _first or not was_on:
        yield
        return
    _first.clear()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def derived_of(
    article: Article, machine: Reading, packed: bytes, engine: str, rulings: Sequence[Ruling]
) -> Derived:
    """What is kept of an article whose reading by the machine is there, under a person's rulings."""
    from store.encounters import encounters_of
    from store.indexed import columns_of
    from store.reading.heading import heading

    reading = ruled(machine, rulings, article.text)
    facets = facets_of(reading)
    return Derived(
        article,
        engine,
        packed,
        heading(article, reading),
        date_of(article, reading),
        reading.outlet.value if reading.outlet else None,
        countries_of(reading),
        facets,
        columns_of(article.text, reading),
        encounters_of(reading, facets),
    )


def ruled(reading: Reading, rulings: Sequence[Ruling], text: str) -> Reading:
    """``reading`` of ``text`` as a person has it."""
    if not rulings:
        return reading
    from store.rulings import lay_over

    return lay_over(reading, rulings, text).reading


def unpack(packed: bytes, engine: str) -> Reading:
    """The reading that ``pack`` made ``packed`` of; an empty one where another version of it did."""
    return packing.unpack(packed) if engine.rpartition(".")[2] == str(DERIVE_VERSION) else Reading()


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


@lru_cache(maxsize=4096)
def person_key(name: str) -> str:
    """The folded name that stands for a person: ``levent ergun``."""
    from store.folding import words  # the first screen unpacks a reading, and folds nothing

    return " ".join(words(name))


APART = "|"
"""Between a name and what tells its bearer from others of the name: ``john smith|GH``."""

FIRST = "1"
"""What tells whoever had a name first from others of the name, where no country does."""

_STATED = ("country.post", "country.words", "country.body", "country.flag", "ruling")
"""The rules that read a country from words on the person, and do not guess it from what is around."""


def name_of(key: str) -> str:
    """The name alone."""
    return key.partition(APART)[0]


def node_key(said: str) -> str:
    """A name in any spelling, with or without what tells its bearer apart, as a key."""
    name, apart, which = said.partition(APART)
    return person_key(name) + apart + which


def stated_home(official: Official) -> str:
    """The country that an article states of a person; empty where it is guessed, or an organisation's."""
    from store.lexicon import load

    country = official.country
    if country is None or country.evidence.rule not in _STATED or country.value not in load().territory_of:
        return ""
    return country.value


def facets_of(reading: Reading) -> tuple[FacetValue, ...]:
    """What an article can be filtered by."""
    return tuple(_facets(reading))


def _facets(reading: Reading) -> Iterable[FacetValue]:
    people: dict[str, Official] = {}
    for official in reading.officials:
        people.setdefault(person_key(official.name), official)
    for key, one in people.items():
        if key:
            yield FacetValue("person", key, " ".join(one.name.split()), stated_home(one), one.apart)
    yield from (FacetValue("country", code, country_name(code)) for code in countries_of(reading))
    occasions = (meeting.occasion.value.name for meeting in reading.meetings if meeting.occasion)
    named = {person_key(name): " ".join(name.split()) for name in occasions}
    yield from (FacetValue("occasion", key, name) for key, name in named.items() if key)
    if reading.outlet:
        yield FacetValue("outlet", person_key(reading.outlet.value), reading.outlet.value)


def country_name(code: str) -> str:
    """The English name of a country or organisation; the code itself where there is none."""
    from store.lexicon import load

    lexicon = load()
    found = lexicon.territory_of.get(code) or lexicon.organisation_of.get(code)
    return found.name if found else code


def country_codes(said: str) -> tuple[str, ...]:
    """The codes that a person may mean: a code, or a name in any spelling; empty where there is none.

    AU is Australia, and after it the African Union, which is called so, too.
    """
    from store.folding import words
    from store.lexicon import load

    lexicon = load()
    code = said.strip().upper()
    if code in lexicon.organisation_of:
        return (code,)
    if code in lexicon.territory_of:
        called = lexicon.organisation_names.get(code)
        return (code,) if called is None else (code, called.code)
    wanted = words(said)
    entries = [(entry.code, entry.names) for entry in lexicon.territories]
    entries += [(entry.code, entry.names) for entry in lexicon.organisations]
    return tuple(
        dict.fromkeys(code for code, names in entries if any(words(name) == wanted for name in names))
    )

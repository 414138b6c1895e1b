"""The words of origin: what ``sources.toml`` lists, and lookups of outlets, cities and countries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from store.lexicon import City, Outlet, fold_key, load
from store.lexicon.sections import sections

_LATIN = (*range(0x250), 0x18F, *range(0x1E00, 0x1F00))
UPPER = "".join(
    re.escape(chr(code)) for code in sorted(set(_LATIN)) if chr(code).isupper()
)  # of a character class


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The lists of ``sources.toml``; every word in lower case save where the field says otherwise."""

    body_heads: frozenset[str]
    broad_bodies: frozenset[str]
    body_names: frozenset[str]  # as printed
    body_words: frozenset[str]
    person_heads: frozenset[str]
    spokes: str  # an alternation
    spokes_directorates: str  # an alternation
    citing: tuple[str, ...]
    passives: tuple[str, ...]
    unnamed: str  # an alternation
    citing_offices: frozenset[str]
    says: frozenset[str]
    says_before: frozenset[str]
    papers: tuple[str, ...]
    paper_links: str  # an alternation
    readouts: tuple[str, ...]
    outlet_reports: tuple[str, ...]
    outlet_reported: tuple[str, ...]
    outlet_told: tuple[str, ...]
    ordinary_outlets: frozenset[str]
    press_words: frozenset[str]
    page_words: frozenset[str]
    page_offices: frozenset[str]
    authors: tuple[str, ...]
    reporters: tuple[str, ...]
    translators: tuple[str, ...]
    editors: tuple[str, ...]
    author_titles: tuple[str, ...]
    no_author: frozenset[str]


@cache
def source_words() -> SourceWords:
    """The word lists, read once."""
    table: dict[str, Any] = sections("sources.toml")

    def words(key: str) -> frozenset[str]:
        held = table[key]
        return frozenset(held.split() if isinstance(held, str) else held)

    def listed(key: str) -> tuple[str, ...]:
        held = table[key]
        return tuple(held.split() if isinstance(held, str) else held)

    def either(key: str) -> str:
        forms = sorted((form.strip() for form in table[key].split("|")), key=len, reverse=True)
        return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)

    return SourceWords(
        body_heads=words("body_heads"),
        broad_bodies=words("broad_bodies"),
        body_names=words("body_names"),
        body_words=words("body_words"),
        person_heads=words("person_heads"),
        spokes=either("spokes"),
        spokes_directorates=either("spokes_directorates"),
        citing=listed("citing"),
        passives=listed("passives"),
        unnamed=either("unnamed"),
        citing_offices=words("citing_offices"),
        says=words("says"),
        says_before=words("says_before"),
        papers=listed("papers"),
        paper_links=either("paper_links"),
        readouts=listed("readouts"),
        outlet_reports=listed("outlet_reports"),
        outlet_reported=listed("outlet_reported"),
        outlet_told=listed("outlet_told"),
        ordinary_outlets=words("ordinary_outlets"),
        press_words=words("press_words"),
        page_words=words("page_words"),
        page_offices=words("page_offices"),
        authors=listed("authors"),
        reporters=listed("reporters"),
        translators=listed("translators"),
        editors=listed("editors"),
        author_titles=listed("author_titles"),
        no_author=words("no_author"),
    )


@cache
def _outlets() -> dict[str, Outlet]:
    forms: dict[str, Outlet] = {}
    for form, outlet in load().outlet_forms.items():
        forms.setdefault(form.casefold(), outlet)
    return forms


_AGENCY_TAIL = re.compile(r"(?i)\s+(?:news\s+agency|agency|news|IA|information\s+agency)$")
_TAILS = ("agency", "news", " ia")
_ABBREVIATED = re.compile(r"(?P<long>.+?)\s*\(\s*(?P<short>[\w.-]{2,12})\s*\)$")


def outlet_of(printed: str) -> Outlet | None:
    """The known outlet that a printed form names, letter case and "News Agency" apart; ISPR is an office."""
    key = printed.strip(" .\"“”«»'").casefold()
    if len(key) < 2 or key in ("ispr", "online", "ls"):
        return None
    forms = _outlets()
    if (found := forms.get(key)) is not None:
        return found
    if key[-1] == ")" and (match := _ABBREVIATED.match(key)):
        return forms.get(match["short"]) or forms.get(match["long"])
    if key.startswith("the "):
        return forms.get(key[4:])
    return forms.get(_AGENCY_TAIL.sub("", key)) if key.endswith(_TAILS) else None


def is_ordinary(printed: str) -> bool:
    """Whether an outlet's name is an ordinary word too."""
    return printed.casefold() in source_words().ordinary_outlets


def outlet_name(printed: str, outlet: Outlet | None, text: str) -> str:
    """An outlet as the text prints it: in short where it can, in its own form where the text shouts."""
    printed = " ".join(printed.split()).strip(' "“”«»')
    if match := _ABBREVIATED.match(printed):
        return match["long"] if city_of(match["short"]) else match["short"]
    if outlet is None:
        return re.sub(r"(?i)\s+(?:news\s+)?agency$", "", printed)
    if printed.casefold() == outlet.name.casefold():
        return outlet.name if printed.isupper() and len(printed) > 5 else printed
    if printed.casefold().startswith(f"{outlet.name.casefold()}-"):
        return outlet.name
    short = re.sub(r"(?i)\s+(?:(?:information|news)\s+agency|agency|IA)$", "", printed)
    if short.casefold() == outlet.name.casefold():
        return outlet.name if short.isupper() and len(short) > 5 else short
    if "." in printed and (
        printed.isupper() or printed.rsplit(".", 1)[0].casefold() == outlet.name.casefold()
    ):
        return outlet.name
    if short != printed and re.search(rf"(?<!\w){re.escape(outlet.name)}(?!\w)", text):
        return outlet.name
    return printed


def city_of(printed: str) -> City | None:
    """The city that a printed form names."""
    lexicon = load()
    found = lexicon.city_names.get(printed)
    if found is None and fold_key(FIRST_PART.match(printed)[0]) in city_starts():  # type: ignore[index]
        found = lexicon.folded_cities.get(fold_key(printed))
    return found


FIRST_PART = re.compile(r"[^\s.-]*")


@cache
def city_starts() -> frozenset[str]:
    """The first parts of all names of cities, folded: what no name begins with names no city."""
    return frozenset(FIRST_PART.match(name)[0] for name in load().folded_cities)  # type: ignore[index]


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold_key(form) for form in load().country_names)


_STATE = re.compile(
    r"(?i)(?:the\s+)?(?:(?:\w+\s+)?(?:republic|kingdom|state|sultanate|emirate|principality|commonwealth|federation|union)\s+of\s+)+(?:the\s+)?"
)


def is_country(printed: str) -> bool:
    """Whether a form is the name of a country or territory, with or without "Republic of"."""
    key = fold_key(printed.strip(" .,"))
    bare = key.removeprefix("the ")
    return bare in _countries() or key in _countries() or _STATE.sub("", key, count=1) in _countries()


def is_of_country(word: str) -> bool:
    """Whether a word is a country's name or adjective: ``Turkish``, ``Iraq's``, ``UAE``."""
    bare = re.sub(r"['’]s?$", "", word)
    lexicon = load()
    return bare in lexicon.adjectives or bare in lexicon.country_names

"""The lexicon as the reading uses it: the tables, and lookups from a printed form to its entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from store.lexicon.entries import City, Honorific, Organisation, Outlet, Rank, Site, Territory
from store.lexicon.keys import fold_key

Entry = TypeVar("Entry", Territory, Organisation, City, Rank, Honorific, Outlet, Site)


@dataclass(frozen=True)
class Lexicon:
    """Closed sets of the reading. Every lookup is made at first use.

    A form with an apostrophe is found with either of ``'`` and ``’``.

    Where several entries share a form, the lookup gives the likeliest (for a city the capital, else the most
    populous) and ``territory_homonyms`` or ``city_homonyms`` all of them, the likeliest first.
    """

    territories: tuple[Territory, ...]
    organisations: tuple[Organisation, ...]
    cities: tuple[City, ...]
    ranks: tuple[Rank, ...]
    honorifics: tuple[Honorific, ...]
    outlets: tuple[Outlet, ...]
    sites: tuple[Site, ...]

    @cached_property
    def territory_of(self) -> Mapping[str, Territory]:
        """Code to territory."""
        return {territory.code: territory for territory in self.territories}

    @cached_property
    def organisation_of(self) -> Mapping[str, Organisation]:
        """Code to the organisation itself (the first line with the code)."""
        return {entry.code: entry for entry in reversed(self.organisations)}

    @cached_property
    def country_names(self) -> Mapping[str, Territory]:
        """Every name of a country or territory: ``Kyrgyz Republic``, ``DPRK``, ``Türkiye``."""
        return self._likeliest((form, entry) for entry in self.territories for form in entry.names)

    @cached_property
    def adjectives(self) -> Mapping[str, Territory]:
        """Every adjective: ``Turkish``, ``South Korean``, ``U.S.``."""
        return self._likeliest((form, entry) for entry in self.territories for form in entry.adjectives)

    @cached_property
    def demonyms(self) -> Mapping[str, Territory]:
        """Every noun for people: ``Turk``, ``Spaniards``."""
        return self._likeliest((form, entry) for entry in self.territories for form in entry.people)

    @cached_property
    def territory_homonyms(self) -> Mapping[str, tuple[Territory, ...]]:
        """Names, adjectives and nouns that more than one territory has: ``Congolese``."""
        owners: dict[str, dict[str, Territory]] = {}
        for entry in self.territories:
            for form in (*entry.names, *entry.adjectives, *entry.people):
                owners.setdefault(form, {})[entry.code] = entry
        return {
            form: tuple(sorted(held.values(), key=lambda entry: form in entry.weak))
            for form, held in owners.items()
            if len(held) > 1
        }

    @cached_property
    def weak_forms(self) -> frozenset[str]:
        """Territory forms and city names that are also something else, or that several territories share."""
        forms = {form for entry in self.territories for form in entry.weak}
        forms.update(self.territory_homonyms)
        forms.update(city.name for city in self.cities if city.weak)
        return frozenset(forms)

    @cached_property
    def organisation_names(self) -> Mapping[str, Organisation]:
        """Every name and abbreviation of an organisation or of a body of one."""
        return _index((form, entry) for entry in self.organisations for form in entry.names)

    @cached_property
    def city_names(self) -> Mapping[str, City]:
        """Every name of a city, as printed."""
        return _index((form, city) for city in self._ranked_cities for form in (city.name, *city.aliases))

    @cached_property
    def city_homonyms(self) -> Mapping[str, tuple[City, ...]]:
        """City names that several countries have: ``Tripoli``, ``Hyderabad``."""
        owners: dict[str, list[City]] = {}
        for city in self._ranked_cities:
            for form in (city.name, *city.aliases):
                owners.setdefault(form, []).append(city)
        return {form: tuple(held) for form, held in owners.items() if len(held) > 1}

    @cached_property
    def folded_cities(self) -> Mapping[str, City]:
        """City names by ``fold_key``: ``susa`` and ``shusha`` give Shusha."""
        found: dict[str, City] = {}
        for form, city in self.city_names.items():
            found.setdefault(fold_key(form), city)
            if "ə" in form:
                found.setdefault(fold_key(form.replace("ə", "e")), city)
        return found

    @cached_property
    def capitals(self) -> Mapping[str, Territory]:
        """Every name of a capital to its country."""
        return _index(
            (form, entry)
            for entry in self.territories
            if entry.capital
            for form in (entry.capital, *entry.capital_aliases)
        )

    @cached_property
    def rank_forms(self) -> Mapping[str, Rank]:
        """Every form of a rank that stands before a name; ranks of several words in lower case too."""
        ranks = [rank for rank in self.ranks if rank.grade != "suffix"]
        found = _index((form, rank) for rank in ranks for form in rank.forms)
        for rank in ranks:
            for form in rank.forms:
                if " " in form and "." not in form:
                    found.setdefault(form.lower(), rank)
        return found

    @cached_property
    def rank_suffixes(self) -> tuple[str, ...]:
        """What may follow a rank or a name of an officer: ``(Ret.)``, ``(Retd)``; longest first."""
        forms = [form for rank in self.ranks if rank.grade == "suffix" for form in rank.forms]
        return tuple(sorted(forms, key=len, reverse=True))

    @cached_property
    def honorific_forms(self) -> Mapping[str, Honorific]:
        """Every word of courtesy that stands before a name."""
        return _index(
            (form, entry) for entry in self.honorifics if entry.kind != "suffix" for form in entry.forms
        )

    @cached_property
    def outlet_forms(self) -> Mapping[str, Outlet]:
        """Every name of an outlet."""
        return _index((form, entry) for entry in self.outlets for form in (entry.name, *entry.aliases))

    @cached_property
    def _ranked_cities(self) -> list[City]:
        capitals = {(entry.capital, entry.code) for entry in self.territories}
        return sorted(
            self.cities, key=lambda city: ((city.name, city.country) not in capitals, -city.population)
        )

    def _likeliest(self, pairs: Iterable[tuple[str, Territory]]) -> dict[str, Territory]:
        held = list(pairs)
        firm = [(form, entry) for form, entry in held if form not in entry.weak]
        return _index(firm + held)


def _index(pairs: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for form, entry in pairs:
        found.setdefault(form, entry)
        if "'" in form:
            found.setdefault(form.replace("'", "’"), entry)
    return found

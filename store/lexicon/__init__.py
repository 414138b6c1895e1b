"""Closed sets that the reading needs: countries, organisations, cities, ranks, honorifics, outlets, sites."""

from store.lexicon.entries import City, Honorific, Organisation, Outlet, Rank, Site, Territory
from store.lexicon.keys import fold_key
from store.lexicon.lexicon import Lexicon
from store.lexicon.loading import load

__all__ = [
    "City",
    "Honorific",
    "Lexicon",
    "Organisation",
    "Outlet",
    "Rank",
    "Site",
    "Territory",
    "fold_key",
    "load",
]

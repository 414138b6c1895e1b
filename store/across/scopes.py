"""Which earlier articles one is compared with: of its series, of its pair of parties, or all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from store.across.earlier import Earlier, Everything, Few
from store.database import across_text
from store.database.across_text import Place
from store.derive import country_name
from store.model import Reading

SCOPES = ("series", "pair", "all")

NEWEST = 400
"""Of a series or a pair so many articles are looked through; of all, every one."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Earlier articles, and what they are in words."""

    name: str
    against: str
    earlier: Earlier
    beyond: int = 0  # articles that belong to it and are too old to be looked through


def scope_of(connection: sqlite3.Connection, name: str, place: Place, reading: Reading) -> Scope | None:
    """The earlier articles of that scope; None where the article is of no series, or has no pair."""
    if name == "all":
        everything = Everything(connection, place.first, place.before)
        return Scope(name, "all earlier articles", everything)
    if name == "pair":
        pair = pair_of(reading)
        if len(pair) < 2:
            return None
        found = across_text.with_all(connection, "country", pair, place.first, place.before)
        return _few(connection, name, " and ".join(map(country_name, pair)), found)
    series = series_of(connection, reading)
    if series is None:
        return None
    called, ids = series
    return _few(connection, name, called, across_text.places_of(connection, ids, place.first, place.before))


def _few(connection: sqlite3.Connection, name: str, against: str, places: list[int]) -> Scope:
    return Scope(name, against, Few(connection, places[:NEWEST]), max(0, len(places) - NEWEST))


def pair_of(reading: Reading) -> tuple[str, ...]:
    """The two parties of the first meeting that has two; more where it has more."""
    for meeting in reading.meetings:
        parties = tuple(dict.fromkeys(party.value for party in meeting.parties))
        if len(parties) > 1:
            return tuple(sorted(parties))
    return ()


def series_of(connection: sqlite3.Connection, reading: Reading) -> tuple[str, Iterable[int]] | None:
    """The name of the series that the article's occasion is of, and the numbers of all its articles."""
    raise NotImplementedError

"""Which earlier articles one is compared with: of its series, of its pair of parties, or all."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from store.across import grouping
from store.across.earlier import Earlier, Everything, Few
from store.across.encounter import Encounter
from store.across.reports import reports_with
from store.across.wordings import series_key
from store.database import across, across_text, listing
from store.database.across_text import Place
from store.derive import country_name, person_key

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
    apart: int = 0  # other reports of the same meeting, which are left out


@dataclass(frozen=True, slots=True)
class Series:
    """The series that an article is of, with its earlier articles."""

    name: str  # as the article words it
    ordinal: int | None  # of the article's session
    places: tuple[int, ...]  # in the list, the newest first
    met: tuple[Encounter, ...]  # what those articles tell of its sessions
    later: tuple[Encounter, ...]  # what articles of later days tell of them


def scope_of(connection: sqlite3.Connection, name: str, place: Place, article_id: int) -> Scope | None:
    """The earlier articles of that scope; None where the article is of no series, or has no pair.

    Earlier is what has an earlier date. Of a series or a pair what another report of the same meeting said
    the day before is not told of an earlier one, and left out; of all it counts.
    """
    if name == "all":
        return Scope(name, "all earlier articles", Everything(connection, place.first, place.before))
    if name == "pair":
        pair = _pair(across.of_articles(connection, [article_id]))
        if not pair:
            return None
        found = across_text.of_pair(connection, pair, place.first, place.before)
        return _few(connection, name, " and ".join(map(country_name, pair)), found, article_id)
    series = series_places(connection, place, article_id)
    if series is None:
        return None
    return _few(connection, name, series.name, list(series.places), article_id)


def _few(
    connection: sqlite3.Connection, name: str, against: str, places: list[int], article_id: int
) -> Scope:
    others = {other.article for _, other, _ in reports_with(connection, article_id)}
    of_others = set(across_text.places_of(connection, others, min(places), max(places) + 1) if places else ())
    kept = [place for place in places if place not in of_others]
    beyond = max(0, len(kept) - NEWEST)
    return Scope(name, against, Few(connection, kept[:NEWEST]), beyond, len(places) - len(kept))


def _pair(found: list[Encounter]) -> tuple[str, ...]:
    """The parties of the first meeting that has two at least."""
    several = sorted(
        (one for one in found if one.number and len(one.parties) > 1), key=lambda one: one.number
    )
    return several[0].parties if several else ()


def series_places(connection: sqlite3.Connection, place: Place, article_id: int) -> Series | None:
    """The series of the first of an article's meetings that has an occasion."""
    told = across.of_articles(connection, [article_id])
    mine = next((one for one in sorted(told, key=lambda one: one.number) if one.wording), None)
    if mine is None or mine.wording is None:
        return None
    key = series_key(person_key(mine.wording), mine.parties)
    group = grouping.find(connection, key) or grouping.find(connection, mine.wording)
    if group is None:
        return None
    met = grouping.meetings_of(connection, group)
    ids = {one.article for one in met}
    places = across_text.places_of(connection, ids, place.first, place.before)
    before = set(listing.ids_at(connection, places))
    after = set(listing.ids_at(connection, across_text.places_of(connection, ids, *place.later)))
    earlier = tuple(one for one in met if one.article in before)
    later = tuple(one for one in met if one.article in after)
    return Series(mine.wording, mine.ordinal, tuple(places), earlier, later)

"""The sub-commands about when meetings were: ``timeline`` and ``calendar``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from store.errors import StoreError

if TYPE_CHECKING:
    from store.across.lanes import Lanes
    from store.across.timeline import Chosen
    from store.library import Library

COMMANDS = {
    "timeline": "when who met, in rows of pairs, people or series: first, last, longest pause, each meeting",
    "calendar": "the days of a year with meetings",
}

_HELP = """\
QUERY is written as in search; without it, and without --pair or --person, it is the whole library. A
meeting counts once, however many articles report it; of more than 2,000 reports days are counted.
"""

_ROWS = ("pairs", "people", "series")


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the parsers of these commands."""
    for name in COMMANDS:
        parser = command(name, _HELP)
        parser.add_argument("query", nargs="*", metavar="QUERY", help="only what these articles tell")
        whom = parser.add_mutually_exclusive_group()
        whom.add_argument("--pair", nargs=2, metavar=("A", "B"), help="of two countries or organisations")
        whom.add_argument("--person", metavar="NAME", help="of one person")
        parser.add_argument(
            "--year", type=_year, metavar="YEAR", help="of one year; a calendar: the last one"
        )
        if name == "timeline":
            parser.add_argument("--rows", choices=_ROWS, help="a row for each of these")
        parser.add_argument("--json", action="store_true", help="one JSON object")


def _year(said: str) -> int:
    if not said.isdecimal() or not 0 < int(said) <= date.max.year:
        raise argparse.ArgumentTypeError(f"{said!r} is no year")
    return int(said)


def run(library: Library, given: argparse.Namespace) -> Iterator[str]:
    """Tell when who met."""
    from store.across.told import data, lines

    chosen, whom = _chosen(library, given)
    if given.command == "timeline":
        lanes = library.across.lanes(chosen, given.rows or "")
        if not lanes.lanes and not lanes.undated:
            return
        if given.json:
            yield json.dumps(_of_lanes(lanes), ensure_ascii=False)
        else:
            from store.across.lanes_page import lanes_page

            yield from lines(lanes_page(lanes, f"Timeline: {whom}"))
        return
    year = library.across.year(chosen, given.year or 0)
    if not year.meetings:
        return
    if given.json:
        yield json.dumps(data(year), ensure_ascii=False)
    else:
        from store.across.year_page import year_page

        yield from lines(year_page(year, f"Calendar {year.year}: {whom}"))


def _of_lanes(found: Lanes) -> dict[str, object]:
    """Rows as what JSON can hold."""
    from store.across.told import data

    return {
        "rows_of": found.by,
        "counted": found.counted,
        "days": found.days,
        "meetings": found.meetings or None,
        "left_out": found.more,
        "rows": [
            {
                "key": lane.key,
                "name": lane.name,
                "meetings": [
                    data(spot.point) if spot.point else {"day": spot.day, "articles": spot.articles}
                    for spot in lane.spots
                ],
                "missing": [data(one) for one in lane.missing],
            }
            for lane in found.lanes
        ],
        "undated": [data(point) for point in found.undated],
    }


def _chosen(library: Library, given: argparse.Namespace) -> tuple[Chosen, str]:
    """The meetings that are asked for, and of whom they are in words."""
    from store.across.timeline import Chosen
    from store.derive import country_name
    from store.model import Filter

    query = " ".join(given.query).strip()
    articles = tuple(library.ids(Filter(query=query))) if query else None
    only = str(given.year).zfill(4) if given.year and given.command == "timeline" else ""
    person, parties, whom = "", tuple[str, ...](), query or "all articles"
    if given.pair:
        first, second = (library.across.party(said) for said in given.pair)
        if first == second:
            raise StoreError("Two countries or organisations are needed, which differ.")
        parties, whom = (first, second), f"{country_name(first)} and {country_name(second)}"
    elif given.person:
        found = library.people.find(given.person)
        if len(found) != 1:
            several = ", ".join(one.label for one in found[:5])
            raise StoreError(
                f"Several people are called so: {several}." if found else f"Nobody is called {given.person}."
            )
        person, whom = found[0].key, found[0].label
    return Chosen(person, parties, articles, only, only), whom

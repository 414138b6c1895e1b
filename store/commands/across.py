"""The sub-commands about several articles together: ``series``, ``person``, and others as they come.

A new one is a line in ``COMMANDS``, its arguments in ``add``, and a function in ``_RUNS``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from store.commands import articles, running, timeline
from store.commands.running import DONE, REFUSED
from store.errors import StoreError
from store.explaining import plain

if TYPE_CHECKING:
    from store.across.network import Between
    from store.across.page import Page
    from store.library import Library

COMMANDS = {
    "series": "series of occasions: sessions, gaps in the count, heads of delegations, topics",
    "person": "one person: posts and ranks over time, meetings, counterparts, places, notes",
    **articles.COMMANDS,
    "pair": "two countries or organisations: who met on which level, where, how often, about what",
    "network": "who met whom, how often, since when: people, or countries and organisations",
    **timeline.COMMANDS,
}

NOTHING = {
    "series": "no such series found",
    "person": "nobody found",
    **dict.fromkeys(articles.COMMANDS, "nothing found"),
    "pair": "no meeting of them is told",
    "network": "no meeting is told",
    **dict.fromkeys(timeline.COMMANDS, "no meeting is told"),
}
"""What is said where nothing was found."""

_PAIR_HELP = """\
A and B are codes (AZ, TR, NATO), names in any spelling, or what its people are called (Turkish, Georgians).
"""

_NETWORK_HELP = """\
QUERY is written as in search; without one it is the whole library. A meeting counts once, however many
articles report it; of more than a few thousand articles the days are counted on which two met.
"""

Command = Callable[..., argparse.ArgumentParser]


def add(command: Command) -> None:
    """Add the parsers of these commands."""
    series = command("series")
    series.add_argument(
        "name", nargs="*", metavar="NAME", help="which to tell of; without it, all are listed"
    )
    series.add_argument("--json", action="store_true", help="one JSON object a line")
    person = command("person")
    person.add_argument("name", nargs="+", metavar="NAME", help="of whom to tell, in any spelling")
    person.add_argument("--json", action="store_true", help="one JSON object")
    articles.add(command)
    pair = command("pair", _PAIR_HELP)
    pair.add_argument(
        "first", nargs="?", metavar="A", help="a country or an organisation; without it, all pairs are listed"
    )
    pair.add_argument("second", nargs="?", metavar="B", help="another one; without it, all whom A met")
    pair.add_argument("--json", action="store_true", help="one JSON object, or one a line")
    network = command("network", _NETWORK_HELP)
    network.add_argument("query", nargs="*", metavar="QUERY", help="only what these articles tell")
    network.add_argument("--countries", action="store_true", help="countries and organisations, not people")
    network.add_argument(
        "--sides", action="store_true", help="also who was there beside others for the same side"
    )
    network.add_argument("--most", type=_number, default=60, metavar="N", help="so many at most (60)")
    network.add_argument("--json", action="store_true", help="one JSON object")
    timeline.add(command)


def _number(said: str) -> int:
    if not said.isdecimal() or int(said) < 1:
        raise argparse.ArgumentTypeError(f"{said!r} is no number from 1 on")
    return int(said)


def run(given: argparse.Namespace) -> int:
    """Do what was asked; returns the exit status."""
    found = False
    with running.library(given.library) as library:
        for line in _lines(library, given):
            found = True
            print(line)
    if not found:
        print(refusal(given), file=sys.stderr)
    return DONE if found else REFUSED


def _lines(library: Library, given: argparse.Namespace) -> Iterator[str]:
    """Do what was asked, and say what was found; nothing where nothing was."""
    yield from _RUNS[given.command](library, given)


def _page(page: Page | None) -> Iterator[str]:
    from store.across.told import lines

    if page is not None:
        yield from lines(page)


def _json(value: object) -> str:
    from store.across.told import data

    return json.dumps(data(value), ensure_ascii=False)


def _series(library: Library, given: argparse.Namespace) -> Iterator[str]:
    name = " ".join(given.name)
    found = library.across.find_series(name)
    if name.strip() and len(found) == 1:
        if given.json:
            yield _json(library.across.series_of(found[0].key))
        else:
            yield from _page(library.across.series_page(found[0].key))
    elif given.json:
        yield from map(_json, found)
    elif found:
        from store.across.series_page import list_page

        yield from _page(list_page(found))


def _person(library: Library, given: argparse.Namespace) -> Iterator[str]:
    from store.derive import APART, node_key

    said = " ".join(given.name)
    key = node_key(said)
    found = library.people.find(said.partition(APART)[0])
    found = [one for one in found if one.key == key and APART in said] or found
    if len(found) == 1:
        if given.json:
            yield _json(library.across.person_of(found[0].key))
        else:
            yield from _page(library.across.person_page(found[0].key))
    elif given.json:
        yield from (_json({"name": one.label, "key": one.key, "articles": one.count}) for one in found)
    elif found:
        from store.terminal import table

        yield "Several people are called so; say which by the name in full, or by the key:"
        rows = ((one.label, one.key, f"{one.count:,}") for one in found)
        yield from table([("Name", "Key", "Articles"), *rows])


def _pair(library: Library, given: argparse.Namespace) -> Iterator[str]:
    across = library.across
    if given.first is None:
        if given.json:
            yield from map(_json, across.pair_lines()[0])
        elif across.pair_lines()[0]:
            yield from _page(across.pair_list())
        return
    first = across.party(given.first)
    if given.second is None:
        party = across.country_of(first)
        if party is not None:
            yield from [_json(party)] if given.json else _page(across.country_page(first))
        return
    second = across.party(given.second)
    if first == second:
        raise StoreError("Two countries or organisations are needed, which differ.")
    found = across.pair(first, second)
    if found.meetings or found.planned:
        yield from [_json(found)] if given.json else _page(across.pair_page(first, second))


def _network(library: Library, given: argparse.Namespace) -> Iterator[str]:
    from store.across.asking import Asked
    from store.model import Filter

    between: Between = "parties" if given.countries else "people"
    shown = Filter(query=" ".join(given.query))
    asked = Asked(between, shown=shown, beside=given.sides, most=given.most)
    articles = library.ids(shown) if shown.query.strip() else None
    found = library.across.network(asked, articles)
    if found.nodes:
        yield from [_json(found)] if given.json else _page(library.across.network_page(asked, found))


_RUNS: dict[str, Callable[[Library, argparse.Namespace], Iterator[str]]] = {
    "series": _series,
    "person": _person,
    **dict.fromkeys(articles.COMMANDS, articles.run),
    "pair": _pair,
    "network": _network,
    **dict.fromkeys(timeline.COMMANDS, timeline.run),
}


def refusal(given: argparse.Namespace) -> str:
    """What to say where nothing was found."""
    named = " ".join(getattr(given, "name", ()))
    if given.command == "series" and not named:
        return "no series found"
    return NOTHING[given.command] + (f": {plain(named)}" if named else "")

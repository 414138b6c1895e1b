"""The sub-command ``search``: what the search box finds, in the order that is asked for."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from store import query_help
from store.commands import running
from store.commands.running import DONE, REFUSED
from store.errors import LibraryError
from store.model import ArticleRow, Filter

if TYPE_CHECKING:
    from store.library import Library

COMMANDS = {
    "search": "find articles of the library, as the search box does",
}
_MINUS = "a query that begins with - comes after --:  communique search -- -draft"
_PAGE = 200
_PAGED = ("date", "oldest", "relevance")
ORDERS = {
    "date": "newest first",
    "relevance": "what fits best first",
    "heading": "headings A to Z",
    "outlet": "outlets A to Z",
    "country": "codes of countries A to Z",
    "occasion": "occasions A to Z",
    "imported": "last taken in first",
    "unread": "unread first",
    "starred": "starred first",
    "notes": "most notes first",
}
"""What to sort by, and what comes first then."""


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    search = command("search", f"a query is made of:\n{query_help.as_text()}\n\n{_MINUS}")
    search.add_argument("query", nargs="+", metavar="QUERY", help="what to find")
    search.add_argument("--json", action="store_true", help="one JSON object a line for each article")
    _add_order(search)


def _add_order(parser: argparse.ArgumentParser) -> None:
    told = "; ".join(f"{name}: {first}" for name, first in ORDERS.items())
    parser.add_argument("--sort", default="date", choices=ORDERS, metavar="BY", help=f"{told} (date)")
    parser.add_argument("--reverse", action="store_true", help="the other way round")


def run(given: argparse.Namespace) -> int:
    """Do what was asked; returns the exit status."""
    from store.query_fields import unknown_field
    from store.terminal import found_lines

    query = " ".join(given.query)
    unknown = unknown_field(query)
    if unknown is not None:
        print(f"{unknown.told()} It is searched for as words.", file=sys.stderr)
    is_found = False
    with running.library(given.library) as library:
        for row in found(library, query, given.sort, reverse=given.reverse):
            is_found = True
            if given.json:
                print(json.dumps(_found_json(library, row, query), ensure_ascii=False))
            else:
                print("\n".join(found_lines(row)))
        explained = library.explain_query(query)
    if "not understood" in explained:
        print(explained, file=sys.stderr)
    if not is_found:
        print("nothing found", file=sys.stderr)
    return DONE if is_found else REFUSED


def _found_json(library: Library, row: ArticleRow, query: str) -> dict[str, object]:
    return {
        "id": row.key,
        "number": row.id,
        "date": row.date,
        "heading": row.heading,
        "outlet": row.outlet,
        "countries": list(row.countries),
        "snippet": row.snippet,
        "snippet_hits": [list(span) for span in row.hits],
        "hits": [list(span) for span in library.hits(row.id, query)],
    }


def found(library: Library, query: str, sort: str = "date", *, reverse: bool = False) -> Iterator[ArticleRow]:
    """Every article that is found, a page at a time."""
    order = _order(sort, reverse)
    if not query.strip():
        return
    f = Filter(query=query)
    if order in _PAGED:
        pages = (library.rows(f, offset, _PAGE, order) for offset in count(0, _PAGE))
    else:
        places = library.listed.ordered(f, order)
        pages = (library.listed.page(f, places[at : at + _PAGE]) for at in count(0, _PAGE))
    while page := next(pages):
        yield from page


def _order(sort: str, reverse: bool) -> str:
    """What the library calls that order."""
    if sort == "date":
        return "oldest" if reverse else "date"
    if sort == "relevance" and reverse:
        raise LibraryError("What fits best comes first; there is no other way round.")
    return f"-{sort}" if reverse else sort

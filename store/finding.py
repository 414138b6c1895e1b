"""What ``communique search`` finds, in the order that is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from store.errors import LibraryError
from store.model import ArticleRow, Filter

if TYPE_CHECKING:
    from store.library import Library

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


def add_order(parser: argparse.ArgumentParser) -> None:
    """Add the options of the order."""
    told = "; ".join(f"{name}: {first}" for name, first in ORDERS.items())
    parser.add_argument("--sort", default="date", choices=ORDERS, metavar="BY", help=f"{told} (date)")
    parser.add_argument("--reverse", action="store_true", help="the other way round")


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

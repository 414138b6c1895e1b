"""Which pages there are, and how each is read. An address is a kind and a key: ``series dialogue``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.across.page import Link, Page

if TYPE_CHECKING:
    from store.library import Library

Reader = Callable[["Library", Link], "Page | None"]


def _series(library: Library, link: Link) -> Page | None:
    return library.across.series_page(link.key) if link.key else library.across.series_list()


def _person(library: Library, link: Link) -> Page | None:
    return library.across.person_page(link.key)


READERS: dict[str, Reader] = {"series": _series, "person": _person}
"""By kind of link: reads its page, off the GUI thread; ``None`` where there is nothing to show."""

_NOTHING = {
    "series": ("No such series", "No article of the library tells of a meeting of that series any more."),
    "person": ("Nobody of that name", "No article of the library names this person any more."),
    "pair": ("They never met", "No article of the library reports a meeting of these two."),
    "compare": ("Nothing to compare", "One of the two articles is in the library no longer."),
    "new": ("Nothing to look at", "The article is in the library no longer."),
}


def address_of(link: Link) -> str:
    """The address of the page that a link leads to."""
    return f"{link.kind} {link.key}"


def link_of(address: str) -> Link:
    """What leads to the page of an address."""
    kind, _, key = address.partition(" ")
    return Link(kind, key)  # type: ignore[arg-type]  # what is kept may be of another version


def has_page(link: Link) -> bool:
    """Whether a link leads to a page; others lead to an article, or filter the list."""
    return link.kind in READERS


def read(library: Library, address: str) -> Page | None:
    """The page of an address, where there is one."""
    link = link_of(address)
    reader = READERS.get(link.kind)
    return reader(library, link) if reader is not None else None


def nothing(address: str) -> tuple[str, str]:
    """What to say where an address has no page: a title and a sentence."""
    return _NOTHING.get(link_of(address).kind, ("No such page", "Close this tab, or go back."))


def called(address: str) -> str:
    """What a page is called before it was read."""
    return _CALLED.get(link_of(address).kind, "Page")


_CALLED = {
    "series": "Series",
    "person": "Person",
    "pair": "Pair",
    "compare": "Two articles compared",
    "new": "What is new",
}

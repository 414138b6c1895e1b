"""Which pages there are, and how each is read. An address is a kind and a key: ``series dialogue``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from gui.across.drawings import kinds
from store.across.page import Grid, Link, Page, Paragraph, Run, Table

if TYPE_CHECKING:
    from gui.across.drawings.drawing import Drawing
    from store.library import Library

Reader = Callable[["Library", Link], "Page | None"]
Cancelled = Callable[[], bool]
LongReader = Callable[["Library", Link, Cancelled], "Page | None"]


def never() -> bool:
    """Nobody cancels."""
    return False


def _series(library: Library, link: Link) -> Page | None:
    return library.across.series_page(link.key) if link.key else library.across.series_list()


def _person(library: Library, link: Link) -> Page | None:
    return library.across.person_page(link.key)


def _pair(library: Library, link: Link) -> Page | None:
    first, second = link.both
    return library.across.pair_page(first, second) if first and second else library.across.pair_list()


def _country(library: Library, link: Link) -> Page | None:
    return library.across.country_page(link.key)


def _couple(library: Library, link: Link) -> Page | None:
    return library.across.couple_page(*link.both)


def _comparison(library: Library, link: Link, cancelled: Cancelled = never) -> Page | None:
    first, second = link.both
    if not (first.isdecimal() and second.isdecimal()):
        return None
    return library.across.comparison_page(int(first), int(second), cancelled)


def _new(library: Library, link: Link, cancelled: Cancelled = never) -> Page | None:
    number, _, scope = link.key.partition(" ")
    if not number.isdecimal() or scope not in ("", *SCOPES):
        return None
    shown = scope or "all"
    page = library.across.novelty_page(int(number), shown, cancelled)
    scopes = [one for one in SCOPES if one in ("all", shown, *library.across.scopes_of(int(number)))]
    runs = [Run("Against ", tone="muted")]
    for one in scopes:
        runs += [Run(" · ", tone="muted")] if len(runs) > 1 else []
        runs.append(Run(SCOPES[one], None if one == shown else Link("new", f"{number} {one}")))
    return replace(page, blocks=(Paragraph(tuple(runs)), *page.blocks))


def _reports(library: Library, link: Link) -> Page | None:
    return library.across.reports_page(int(link.key)) if link.key.isdecimal() else None


SCOPES = {
    "all": "all earlier articles",
    "series": "those of the same series",
    "pair": "those of the same two parties",
}

READERS: dict[str, Reader] = {
    "series": _series,
    "person": _person,
    "pair": _pair,
    "country": _country,
    "couple": _couple,
    "compare": _comparison,
    "new": _new,
    "reports": _reports,
}
"""By kind of link: reads its page, off the GUI thread; ``None`` where there is nothing to show."""

_LONG: dict[str, LongReader] = {"compare": _comparison, "new": _new}
_UNDERWAY = {"compare": "Comparing two articles", "new": "Looking for what is new"}

_NOTHING = {
    "series": ("No such series", "No article of the library tells of a meeting of that series any more."),
    "person": ("Nobody of that name", "No article of the library names this person any more."),
    "pair": ("They never met", "No article of the library reports a meeting of these two."),
    "country": (
        "Not in this library",
        "No article of the library names this country or organisation any more.",
    ),
    "couple": ("They never met", "No article of the library tells of a meeting of these two any more."),
    "compare": ("Nothing to compare", "One of the two articles is in the library no longer."),
    "new": ("Nothing to look at", "The article is in the library no longer."),
    **dict.fromkeys(kinds.READERS, ("Nothing to draw", "No article of the library tells of it.")),
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
    return link.kind in READERS or link.kind in kinds.READERS


def underway(address: str) -> str:
    """What the status bar calls the reading of a page that may take long; empty for the others."""
    return _UNDERWAY.get(link_of(address).kind, "")


def read(library: Library, address: str, cancelled: Cancelled = never) -> Page | Drawing | None:
    """The page or the drawing of an address, where there is one."""
    link = link_of(address)
    if link.kind in _LONG:
        return _LONG[link.kind](library, link, cancelled)
    if link.kind in kinds.READERS:
        return kinds.read(library, link)
    reader = READERS.get(link.kind)
    page = reader(library, link) if reader is not None else None
    return _with_drawings(page, link) if page is not None else None


def _with_drawings(page: Page, link: Link) -> Page:
    """A page with the ways to what can be drawn of it."""
    if not any(isinstance(block, Table | Grid) for block in page.blocks):
        return page
    from gui.across.drawings import selection

    chosen = selection.of_link(link)
    if chosen is None:
        return page
    runs = [Run("Drawn: ", tone="muted")]
    for kind in kinds.READERS:
        runs += [Run(" · ", tone="muted")] if len(runs) > 1 else []
        runs.append(Run(kinds.CALLED[kind], selection.link_to(kind, chosen)))  # type: ignore[arg-type]
    return replace(page, blocks=(Paragraph(tuple(runs)), *page.blocks))


def nothing(address: str) -> tuple[str, str]:
    """What to say where an address has no page: a title and a sentence."""
    return _NOTHING.get(link_of(address).kind, ("No such page", "Close this tab, or go back."))


def called(address: str) -> str:
    """What a page is called before it was read."""
    kind = link_of(address).kind
    return _CALLED.get(kind) or kinds.CALLED.get(kind, "Page")


_CALLED = {
    "series": "Series",
    "person": "Person",
    "pair": "Pair",
    "country": "Country",
    "couple": "Two people",
    "compare": "Two articles compared",
    "new": "What is new",
    "reports": "Reports of one meeting",
}

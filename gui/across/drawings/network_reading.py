"""Reads what a network is drawn of, and what else can be chosen. Called off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from gui.across.drawings.drawing import Choice, Option
from gui.across.drawings.network import NetworkDrawing
from store.across.asking import Asked, asked_for, link_of, wider
from store.across.network import MOST, Network
from store.across.page import Link
from store.model import Filter

if TYPE_CHECKING:
    from store.library import Library

SPANS = (10, 3, 1)
"""Years that can be chosen together."""


def read(library: Library, link: Link) -> NetworkDrawing:
    """The network that a link leads to."""
    asked = asked_for(link.key)
    articles = library.ids(asked.shown) if asked.shown != Filter() else None
    found = library.across.network(asked, articles)
    page = library.across.network_page(asked, found)
    made = NetworkDrawing(page, found, asked, choices(asked, found, library.across.years()))
    if not found.edges:
        made.nothing = _nothing(asked, made.page.title)
    return made


def _nothing(asked: Asked, title: str) -> tuple[str, str]:
    if asked.since or asked.until:
        return "Nobody met in these years", "No article tells of a meeting then. Go back for other years."
    if asked.shown != Filter():
        return (
            "Nobody met here",
            "No article of this list tells who met whom. Clear the search or the filter, and draw it again.",
        )
    if asked.person or asked.parties:
        return title, "No article of the library tells of a meeting."
    return "Nobody met yet", "No article of the library tells who met whom. Import some that do."


def choices(asked: Asked, found: Network, years: tuple[int, int] | None) -> Iterator[Choice]:
    """What can be drawn instead: others of it, more of it, other years."""
    people = asked.between == "people"
    yield Choice(
        "Between",
        (
            Option("People", link_of(replace(asked, between="people")), people),
            Option(
                "Countries",
                link_of(replace(asked, between="parties")),
                not people,
                "Countries and organisations",
            ),
        ),
        shows_label=False,
    )
    if asked.has_steps:
        yield Choice(
            "Steps",
            (
                Option("1 step", link_of(replace(asked, steps=1)), asked.steps == 1, "Whom they met"),
                Option(
                    "2 steps",
                    link_of(replace(asked, steps=2)),
                    asked.steps == 2,
                    "And whom those met, and each other",
                ),
            ),
            shows_label=False,
        )
    if people:
        yield Choice(
            "Sides",
            (
                Option("Heads", link_of(replace(asked, beside=False)), not asked.beside, "Hosts and guests"),
                Option(
                    "Delegations",
                    link_of(replace(asked, beside=True)),
                    asked.beside,
                    "Also who was beside them, with lines between those of one side",
                ),
            ),
            shows_label=False,
        )
    if years is not None and years[0] < years[1]:
        yield from _years(asked, years)
    if found.more or asked.most != MOST:
        yield _most(asked, found)


def _most(asked: Asked, found: Network) -> Choice:
    options = [Option(f"{MOST}", link_of(replace(asked, most=MOST)), asked.most == MOST)]
    if asked.most != MOST:
        options.append(Option(f"{asked.most:,}", link_of(asked), True))
    more = wider(asked)
    if found.more and more != asked:
        options.append(Option(f"{more.most:,}", link_of(more), tip=f"Show {more.most:,} of them at most"))
    return Choice("Most", tuple(options))


def _years(asked: Asked, years: tuple[int, int]) -> Iterator[Choice]:
    first, last = years
    shown = _span(asked)
    until = shown[1] if shown is not None else last
    options = [Option("All", link_of(replace(asked, since="", until="")), shown is None)]
    for count in SPANS:
        if count <= last - first:
            on = shown is not None and shown[1] - shown[0] + 1 == count
            options.append(Option(f"{count}", _of_years(asked, until - count + 1, until), on))
    yield Choice("Years", tuple(options))
    if shown is None:
        return
    count = shown[1] - shown[0] + 1
    said = f"{shown[0]}" if count == 1 else f"{shown[0]}-{shown[1]}"
    before = _of_years(asked, shown[0] - count, shown[1] - count) if shown[0] > first else None
    after = _of_years(asked, shown[0] + count, shown[1] + count) if shown[1] < last else None
    yield Choice(
        "Which years",
        (
            Option("‹", before, tip="Before these years"),
            Option(said, _of_years(asked, *shown), True, said),
            Option("›", after, tip="After these years"),
        ),
        shows_label=False,
    )


def _span(asked: Asked) -> tuple[int, int] | None:
    since, until = asked.since[:4], asked.until[:4]
    return (int(since), int(until)) if since.isdecimal() and until.isdecimal() else None


def _of_years(asked: Asked, since: int, until: int) -> Link:
    return link_of(replace(asked, since=f"{since:04}", until=f"{until:04}"))

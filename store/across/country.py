"""A country or an organisation over all articles: whom it met, who spoke for it, which series it is in."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from store.across import words
from store.across.asked_network import network_of
from store.across.asking import Asked
from store.across.grouping import SeriesLine, all_series, states_in
from store.across.network import Counted, Node
from store.across.page import Block, Link, Page, Paragraph, Run, Table, cell, to_pair
from store.across.pair_list import PairLine, columns, lines_of, told_of
from store.database import across
from store.derive import country_name

EVERY = 1_000_000
"""No party is left out, however many it met."""

SHOWN = 30
"""So many people and series, the most frequent."""


@dataclass(frozen=True, slots=True)
class Country:
    """What the library knows of a party."""

    code: str
    counted: Counted  # what ``meetings`` are
    partners: tuple[PairLine, ...]  # ``first`` is the party itself; the most frequent first
    people: tuple[Node, ...]  # of this party, those with most meetings first
    series: tuple[SeriesLine, ...]


def country_of_code(connection: sqlite3.Connection, code: str) -> Country | None:
    """All of a party; None where no article names it."""
    if not across.is_party(connection, code):
        return None
    found = network_of(connection, Asked("parties", parties=(code,), most=EVERY))
    told = [(parties, number) for parties, number in across.pairs(connection) if code in parties]
    lines = [_turned(one, code) for one in lines_of(found, told) if code in (one.first, one.second)]
    people = network_of(connection, Asked("people", parties=(code,), most=EVERY))
    own = tuple(one for one in people.nodes if one.country == code)
    series = tuple(one for one in all_series(connection) if code in states_in(one.key))
    return Country(code, found.counted, tuple(lines), own, series)


def _turned(one: PairLine, code: str) -> PairLine:
    other = one.second if one.first == code else one.first
    return PairLine(code, other, one.meetings, one.since, one.until)


def page_of(one: Country) -> Page:
    """The party, to be shown."""
    name = country_name(one.code)
    met = sum(1 for line in one.partners if line.meetings)
    blocks: list[Block] = []
    if one.partners:
        rows = tuple(
            (cell(Run(country_name(line.second), to_pair(line.first, line.second))), *told_of(line))
            for line in one.partners
        )
        blocks.append(Table("Whom it met", columns("With", one.counted), rows))
    else:
        blocks.append(Paragraph(cell(f"No article of this library tells whom {name} met.")))
    if one.people:
        rows = tuple(
            (cell(Run(node.name, words.to_person(node.key))), cell(f"{node.meetings:,}"))
            for node in one.people[:SHOWN]
        )
        heads = ("Name", "Meetings" if one.counted == "meetings" else "Days with meetings")
        blocks.append(Table("Who spoke for it", heads, rows, _more(len(one.people))))
    if one.series:
        rows = tuple(
            (
                cell(Run(line.name, words.to_series(line.key))),
                cell(f"{line.sessions:,}"),
                cell(words.period(line.first, line.last)),
            )
            for line in one.series[:SHOWN]
        )
        blocks.append(Table("Series it is in", ("Series", "Sessions", "When"), rows, _more(len(one.series))))
    blocks.append(Paragraph(cell(Run(f"Only articles of {name}", Link("search", f"country:{one.code}")))))
    partners = f"met {met:,} other{'' if met == 1 else 's'}" if met else ""
    people = words.amount(len(one.people), "person", "people") if one.people else ""
    return Page(name, ", ".join(filter(None, (one.code, partners, people))), tuple(blocks))


def _more(number: int) -> str:
    return f"and {number - SHOWN:,} more" if number > SHOWN else ""

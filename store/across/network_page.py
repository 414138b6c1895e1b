"""Who met whom as a page: the same that a drawing of the network shows, in words."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from store.across import words
from store.across.asking import Asked, link_of, to_node, to_tie, wider
from store.across.grouping import find_series
from store.across.network import Edge, Network, Node
from store.across.page import Block, Cell, Page, Paragraph, Run, Table, cell, cited
from store.database import names
from store.derive import country_name, name_of
from store.model import Filter

MOST = 1000
"""So many pairs are told one by one, those who met most often."""

LINKED = 3


def page_of(connection: sqlite3.Connection, asked: Asked, found: Network) -> Page:
    """The page of a network that was asked for."""
    return _Writer(connection, asked, found).page()


def others(found: Network) -> str:
    """Who was left out: ``312 others, who met less often``."""
    told = "other" if found.more == 1 else "others"
    return f"{found.more:,} {told}, who met less often"


class _Writer:
    def __init__(self, connection: sqlite3.Connection, asked: Asked, found: Network) -> None:
        self._connection, self._asked, self._found = connection, asked, found
        self._nodes = {one.key: one for one in found.nodes}
        met = [one for one in found.edges if not one.beside]
        self._met = Counter(end for one in met for end in (one.first, one.second))

    def page(self) -> Page:
        """Title, what it is of, the ties, everybody."""
        return Page(self._title(), self._subtitle(), tuple(self._blocks()))

    # -- what it is of

    def _title(self) -> str:
        asked = self._asked
        if asked.person:
            return f"Whom {self._person(asked.person)} met"
        if asked.series:
            lines = find_series(self._connection, asked.series)
            return f"Who met whom: {lines[0].name}" if len(lines) == 1 else "Who met whom"
        if asked.parties:
            sides = " and ".join(map(country_name, asked.parties))
            return f"Whom {sides} met" if asked.between == "parties" else f"Who met whom for {sides}"
        return "Who met whom"

    def _subtitle(self) -> str:
        found, asked = self._found, self._asked
        met = [one for one in found.edges if not one.beside]
        several = "countries and organisations"
        what = ("person", "people") if found.between == "people" else ("country or organisation", several)
        parts = [
            words.amount(len(found.nodes), *what) + (f" ({others(found)})" if found.more else ""),
            words.amount(len(met), "pair") + " that met",
            words.period(asked.since or None, asked.until or None) if asked.since or asked.until else "",
            self._shown(),
        ]
        return " · ".join(filter(None, parts))

    def _shown(self) -> str:
        shown = self._asked.shown
        told = [f"“{' '.join(shown.query.split())}”"] if shown.query.strip() else []
        told += [self._person(shown.person)] if shown.person else []
        told += [country_name(shown.country)] if shown.country else []
        if shown.occasion:
            labels = names.labels(self._connection, "occasion", [shown.occasion])
            told.append(labels[0].label if labels else shown.occasion)
        told += _states(shown)
        return f"in the articles found by {', '.join(told)}" if told else ""

    def _person(self, key: str) -> str:
        known = self._nodes.get(key)
        if known is not None and self._found.between == "people":
            return known.name
        labels = names.labels(self._connection, "person", [key])
        return labels[0].label if labels else name_of(key)

    # -- who met whom

    def _blocks(self) -> Iterator[Block]:
        found = self._found
        if not found.nodes:
            yield Paragraph(cell("No article tells of a meeting here."))
            return
        if found.more:
            more = wider(self._asked)
            link = link_of(more) if more != self._asked else None
            yield Paragraph(cell(Run(f"And {others(found)}", link), "."))
        times = "Meetings" if found.counted == "meetings" else "Days"
        note = "" if found.counted == "meetings" else DAYS
        met = [one for one in found.edges if not one.beside]
        beside = [one for one in found.edges if one.beside]
        columns = ("Who", "Whom", times, "First", "Last", "Articles")
        if met:
            yield Table("Who met whom", columns, tuple(map(self._tie, met[:MOST])), _noted(note, met))
        if beside:
            rows = tuple(map(self._tie, beside[:MOST]))
            columns = ("Who", "Beside whom", *columns[2:])
            yield Table("There for the same side", columns, rows, _noted(note, beside))
        everybody = tuple(map(self._node, found.nodes))
        who = "People" if found.between == "people" else "Countries and organisations"
        heads = ("Who", "For", times, "Met") if found.between == "people" else ("Who", times, "Met")
        yield Table(who, heads, everybody)

    def _tie(self, edge: Edge) -> tuple[Cell, ...]:
        first, second = sorted((self._nodes[edge.first], self._nodes[edge.second]), key=self._rank)
        return (
            self._named(first),
            self._named(second),
            cell(Run(f"{edge.meetings:,}", to_tie(self._found, edge))),
            cell(words.day(edge.since)),
            cell(words.day(edge.until)),
            _articles(edge.articles),
        )

    def _rank(self, node: Node) -> tuple[int, int, str]:
        return node.step, -node.meetings, node.name

    def _named(self, node: Node) -> Cell:
        name = Run(node.name, to_node(self._found, node))
        side = f" ({node.country})" if node.country and self._found.between == "people" else ""
        return cell(name, Run(side, tone="muted"))

    def _node(self, node: Node) -> tuple[Cell, ...]:
        home = (cell(words.country(node.country)) if node.country else cell("not told"),)
        return (
            cell(Run(node.name, to_node(self._found, node))),
            *(home if self._found.between == "people" else ()),
            cell(f"{node.meetings:,}"),
            cell(f"{self._met[node.key]:,}"),
        )


DAYS = "Of so many articles days are counted on which two met, not meetings."


def _noted(note: str, several: list[Edge]) -> str:
    cut = f"The first {MOST:,} of {len(several):,}." if len(several) > MOST else ""
    return " ".join(filter(None, (cut, note)))


def _articles(several: tuple[int, ...]) -> Cell:
    newest = several[::-1][:LINKED]
    runs = [
        run
        for place, number in enumerate(newest)
        for run in ((Run(", "),) if place else ()) + (cited(number),)
    ]
    more = len(several) - len(newest)
    return cell(*runs, Run(f" and {more:,} more" if more > 0 else "", tone="muted"))


def _states(shown: Filter) -> Iterator[str]:
    """What is asked of the articles themselves."""
    states = {
        "unread": shown.unread,
        "starred": shown.starred,
        "with notes": shown.annotated,
        "with notes that lost their words": shown.unplaced,
    }
    yield from (state for state, on in states.items() if on)
    yield from filter(None, (shown.year, f"tagged {shown.tag}" if shown.tag else ""))
    if shown.part is not None:
        yield "one group of the list"

"""Who met whom, as a network: people, or countries and organisations, and how often each two of them met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, Literal, TypeVar

from store.across.contact import Contact
from store.across.encounter import Participant
from store.across.one_meeting import PRINCIPALS, THERE
from store.derive import country_name
from store.encounters import date_of

Between = Literal["people", "parties"]

Counted = Literal["meetings", "days"]
"""Each meeting once, however many articles report it; where there are very many: each day with any."""

Some = TypeVar("Some", list[Contact], set[int])

MOST = 60
"""So many are drawn, unless more are asked for."""


@dataclass(frozen=True, slots=True)
class Node:
    """A person or a party, and in how many meetings."""

    key: str
    name: str
    country: str | None
    meetings: int
    step: int = 1  # 0: who was asked for; 2: who met only those that met the one who was asked for
    articles: tuple[int, ...] = ()  # the oldest first; empty where days are counted


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who met, and how often; ``first`` sorts before ``second``."""

    first: str
    second: str
    meetings: int
    since: str | None
    until: str | None
    articles: tuple[int, ...]  # the oldest first; empty where days are counted
    beside: bool = False  # they did not meet each other: both were there for one side


@dataclass(frozen=True, slots=True)
class Network:
    """Who met whom: the most frequent first. ``more``: so many nodes were left out.

    Whoever met nobody whose name is told is no node.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    more: int = 0
    counted: Counted = "meetings"
    between: Between = "people"

    @property
    def centre(self) -> tuple[str, ...]:
        """Who was asked for."""
        return tuple(one.key for one in self.nodes if not one.step)


def network(
    told: Iterable[Contact],
    between: Between = "people",
    most: int | None = None,
    *,
    attending: bool = False,
    planned: bool = False,
    beside: bool = False,
    steps: Sequence[Collection[str]] = (),
) -> Network:
    """Who met whom.

    People of one party do not meet each other; where the party of somebody is not known, hosts meet guests.
    ``most``: so many nodes at most, those with most meetings. ``attending``: also those beside the hosts and
    guests. ``planned``: also what is only planned. ``beside``: also who was there for the same side.
    ``steps``: who is to come first, whatever their meetings: those asked for, those whom these met.
    """
    made = _Made[list[Contact]](list)
    for one in told:
        if one.planned and not planned:
            continue
        if between == "people":
            there = made.of_people(one.people, attending or beside, beside)
        else:
            there = made.of_parties(one.parties)
        for some in there:
            some.append(one)
    return _drawn(made, between, most, steps, "meetings", _tally)


def network_of_days(
    told: Iterable[tuple[Sequence[Participant], set[int]]],
    most: int | None,
    *,
    beside: bool = False,
    steps: Sequence[Collection[str]] = (),
) -> Network:
    """Who met whom, from the days on which the same people met."""
    made = _Made[set[int]](set)
    for people, days in told:
        for some in made.of_people(people, beside, beside):
            some.update(days)
    return _drawn(made, "people", most, steps, "days", _tally_of_days)


def parties_of_days(
    told: Iterable[tuple[Sequence[str], set[int]]],
    most: int | None,
    steps: Sequence[Collection[str]] = (),
) -> Network:
    """Which parties met, from the days on which each set of them did."""
    made = _Made[set[int]](set)
    for parties, days in told:
        for some in made.of_parties(parties):
            some.update(days)
    return _drawn(made, "parties", most, steps, "days", _tally_of_days)


class _Made(Generic[Some]):
    """What is gathered for every node, and for every two of them."""

    def __init__(self, empty: Callable[[], Some]) -> None:
        self.nodes: dict[str, Some] = defaultdict(empty)
        self.edges: dict[tuple[str, str], Some] = defaultdict(empty)
        self.beside: dict[tuple[str, str], Some] = defaultdict(empty)
        self.who: dict[str, tuple[str, str | None]] = {}

    def of_people(self, people: Iterable[Participant], attending: bool, beside: bool) -> Iterator[Some]:
        """All that a meeting of these belongs to."""
        roles = THERE if attending else PRINCIPALS
        there = {person.person: person for person in people if person.role in roles}
        for key, person in there.items():
            if key not in self.who or person.country:
                self.who[key] = person.name, person.country
            yield self.nodes[key]
        for first, second in combinations(sorted(there), 2):
            if _opposite(there[first], there[second]):
                yield self.edges[first, second]
            elif beside:
                yield self.beside[first, second]

    def of_parties(self, parties: Iterable[str]) -> Iterator[Some]:
        """All that a meeting of these belongs to."""
        there = sorted(parties)
        for code in there:
            self.who[code] = country_name(code), code
            yield self.nodes[code]
        for both in combinations(there, 2):
            yield self.edges[both]


def _opposite(one: Participant, other: Participant) -> bool:
    if one.country and other.country:
        return one.country != other.country
    return one.role is not other.role


Tally = tuple[int, str | None, str | None, tuple[int, ...]]
"""How often, since and until when, in which articles."""


def _tally(some: list[Contact]) -> Tally:
    days = sorted(one.day for one in some if one.day)
    articles = dict.fromkeys(number for one in some for number in one.articles)
    return len(some), days[0] if days else None, days[-1] if days else None, tuple(articles)


def _tally_of_days(some: set[int]) -> Tally:
    dated = [day for day in some if day]
    first, last = (date_of(min(dated)), date_of(max(dated))) if dated else (None, None)
    return len(some), first, last, ()


def _tied(made: _Made[Some]) -> dict[str, dict[str, int]]:
    """Of everybody those met (or beside whom somebody was), and how often."""
    tied: dict[str, dict[str, int]] = defaultdict(dict)
    for edges in (made.beside, made.edges):
        for (first, second), some in edges.items():
            tied[first][second] = tied[second][first] = len(some)
    return tied


def _kept(order: Sequence[str], tied: Mapping[str, Mapping[str, int]], most: int) -> set[str]:
    """So many at most, the first ones, none without any of those whom they met."""
    place = {key: number for number, key in enumerate(order)}
    kept: set[str] = set()
    for key in order:
        if len(kept) >= most:
            break
        if key in kept:
            continue
        met = tied.get(key, {})
        if met and kept.isdisjoint(met):
            if len(kept) + 1 >= most > 1:
                continue  # no room for both
            kept.add(min(met, key=lambda one: (-met[one], place[one])))
        kept.add(key)
    return set(sorted(kept, key=place.__getitem__)[:most])


def _drawn(
    made: _Made[Some],
    between: Between,
    most: int | None,
    steps: Sequence[Collection[str]],
    counted: Counted,
    tally: Callable[[Some], Tally],
) -> Network:
    step_of = {key: step for step, keys in reversed(list(enumerate(steps))) for key in keys}
    last = len(steps) or 1

    def rank(key: str) -> tuple[int, int, str, str]:
        return step_of.get(key, last), -len(made.nodes[key]), made.who[key][0], key

    tied = _tied(made)
    order = sorted((key for key in made.nodes if key in tied or not step_of.get(key, 1)), key=rank)
    kept = order if most is None else sorted(_kept(order, tied, most), key=rank)
    nodes = []
    for key in kept:
        count, *_, articles = tally(made.nodes[key])
        nodes.append(Node(key, *made.who[key], count, step_of.get(key, last), articles))
    there = set(kept)
    edges = [
        Edge(both[0], both[1], *tally(some), beside)
        for beside, several in ((False, made.edges), (True, made.beside))
        for both, some in several.items()
        if there.issuperset(both)
    ]
    edges.sort(key=lambda one: (one.beside, -one.meetings, one.first, one.second))
    return Network(tuple(nodes), tuple(edges), len(order) - len(kept), counted, between)

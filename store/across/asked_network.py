"""The network that is asked for: of the whole library, of a selection, around a person or around parties."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from store.across.asking import Asked
from store.across.contact import contacts
from store.across.encounter import Encounter, Participant
from store.across.grouping import find
from store.across.network import Network, network, network_of_days, parties_of_days
from store.database import across, across_network
from store.database.across_network import Within

EXACT = 4_000
"""Of so many reports of meetings it is told which are of the same one; of more the days are counted on which
somebody met, which is quicker by far."""


def network_of(
    connection: sqlite3.Connection, asked: Asked, articles: Sequence[int] | None = None
) -> Network:
    """The network that is asked for; ``articles``: those of its filter, None where it has none."""
    among_people = asked.between == "people"
    within = Within(articles, (), asked.parties, among_people, asked.since, asked.until)
    if asked.person:
        within = within._replace(parties=(), people=(asked.person,))
    centre = asked.centre
    found = _found(connection, asked, within, (centre,) if centre else ())
    if asked.steps < 2 or not centre:
        return found
    near = sorted(one.key for one in found.nodes if one.step)
    around = (*centre, *near)
    within = within._replace(people=around) if asked.person else within._replace(parties=around)
    wide = _found(connection, asked, within, (centre, near))
    return replace(wide, more=max(wide.more, found.more))


def _found(
    connection: sqlite3.Connection, asked: Asked, within: Within, steps: Sequence[Collection[str]]
) -> Network:
    wanted = frozenset(within.people), frozenset(within.parties), within.every
    if asked.series or across_network.how_many(connection, within) <= EXACT:
        told = [
            one
            for one in contacts(_encounters(connection, asked, within))
            if _has(wanted, one.people, one.parties)
        ]
        return network(told, asked.between, asked.most, beside=asked.beside, steps=steps)
    if asked.between == "parties" and not within.people:
        sides = [
            (parties, days)
            for parties, days in across_network.days_of_parties(connection, within)
            if _has(wanted, (), parties)
        ]
        return parties_of_days(sides, asked.most, steps)
    there = [
        (people, days)
        for people, days in across_network.days_of_people(connection, within)
        if _has((wanted[0], frozenset(), False), people, ())
    ]
    if asked.between == "parties":
        return parties_of_days([(_homes(people), days) for people, days in there], asked.most, steps)
    return network_of_days(there, asked.most, beside=asked.beside, steps=steps)


def _encounters(connection: sqlite3.Connection, asked: Asked, within: Within) -> Iterable[Encounter]:
    if not asked.series:
        return across_network.encounters_of(connection, within)
    group = find(connection, asked.series)
    of_group = across.of_occasions(connection, group.names) if group is not None else []
    since, until = within.since, within.until
    return [
        one
        for one in of_group
        if (not since or (one.day or "") >= since) and (not until or (one.day or "~")[: len(until)] <= until)
    ]


Wanted = tuple[frozenset[str], frozenset[str], bool]
"""People, parties, and whether all of these parties are to be there."""


def _has(wanted: Wanted, people: Iterable[Participant], parties: Collection[str]) -> bool:
    """Whether any person that is wanted was there, and any party."""
    some, sides, every = wanted
    if some and not any(person.person in some for person in people):
        return False
    return not sides or (sides.issubset(parties) if every else not sides.isdisjoint(parties))


def _homes(people: Iterable[Participant]) -> list[str]:
    return sorted({person.country for person in people if person.country})

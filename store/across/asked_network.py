"""A network that is asked for: of the whole library, of a selection, around a person or around parties."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from urllib.parse import parse_qsl, urlencode

from store.across.contact import contacts
from store.across.encounter import Participant
from store.across.network import MOST, Between, Network, network, network_of_days, parties_of_days
from store.database import across_network
from store.database.across_network import Within
from store.model import Filter

EXACT = 4_000
"""Of so many reports of meetings it is told which are of the same one; of more the days are counted on which
somebody met, which is quicker by far."""

_WHOLE = Filter()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a network is wanted of: all that is set must hold; nothing set is the whole library."""

    between: Between = "people"
    person: str = ""  # key: this person, and whom it met
    parties: tuple[str, ...] = ()  # codes: these, and whom they met; of people: those who met for both
    shown: Filter = field(default_factory=Filter)  # only what these articles tell
    since: str = ""  # years, months or days, both included
    until: str = ""
    steps: int = 1  # 2: also whom those met that the one asked for met, and each other
    beside: bool = False  # also who was there beside the hosts and guests, and for the same side
    most: int = MOST

    @property
    def key(self) -> str:
        """All of it in one line; see ``asked_for``."""
        told: dict[str, object] = {
            one.name: getattr(self, one.name)
            for one in fields(self)
            if getattr(self, one.name) != getattr(_NOTHING, one.name)
        }
        if "parties" in told:
            told["parties"] = " ".join(self.parties)
        if "shown" in told:
            whole = asdict(_WHOLE)
            parts = {name: part for name, part in asdict(self.shown).items() if part != whole[name]}
            told["shown"] = json.dumps(parts, ensure_ascii=False)
        return urlencode(told)

    @property
    def has_steps(self) -> bool:
        """Whether it is around somebody, so that a second step makes sense."""
        return bool(_centre(self))


_NOTHING = Asked()


def asked_for(key: str) -> Asked:
    """What a key says; what is not understood is left out."""
    told = dict(parse_qsl(key))
    return Asked(
        "parties" if told.get("between") == "parties" else "people",
        told.get("person", ""),
        tuple(told.get("parties", "").split()),
        _filter(told.get("shown", "")),
        told.get("since", ""),
        told.get("until", ""),
        2 if told.get("steps") == "2" else 1,
        told.get("beside") == "True",
        int(most) if (most := told.get("most", "")).isdecimal() and int(most) > 0 else MOST,
    )


def _filter(told: str) -> Filter:
    try:
        parts = json.loads(told) if told else {}
    except ValueError:
        return _WHOLE
    if not isinstance(parts, dict):
        return _WHOLE
    known = {one.name for one in fields(Filter)}
    chosen = {name: part for name, part in parts.items() if name in known}
    if isinstance(chosen.get("part"), list):
        chosen["part"] = tuple(chosen["part"])
    return Filter(**chosen)


def network_of(
    connection: sqlite3.Connection, asked: Asked, articles: Sequence[int] | None = None
) -> Network:
    """The network that is asked for; ``articles``: those of its filter, None where it has none."""
    among_people = asked.between == "people"
    within = Within(articles, (), asked.parties, among_people, asked.since, asked.until)
    if asked.person:
        within = within._replace(parties=(), people=(asked.person,))
    centre = _centre(asked)
    found = _found(connection, asked, within, (centre,) if centre else ())
    if asked.steps < 2 or not centre:
        return found
    near = sorted(one.key for one in found.nodes if one.step)
    around = (*centre, *near)
    within = within._replace(people=around) if asked.person else within._replace(parties=around)
    wide = _found(connection, asked, within, (centre, near))
    return replace(wide, more=max(wide.more, found.more))


def _centre(asked: Asked) -> tuple[str, ...]:
    if asked.between == "people":
        return (asked.person,) if asked.person else ()
    return () if asked.person else asked.parties


def _found(
    connection: sqlite3.Connection, asked: Asked, within: Within, steps: Sequence[Collection[str]]
) -> Network:
    wanted = frozenset(within.people), frozenset(within.parties), within.every
    if across_network.how_many(connection, within) <= EXACT:
        told = [
            one
            for one in contacts(across_network.encounters_of(connection, within))
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

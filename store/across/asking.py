"""What a network is wanted of, as data and as the key of a link; and where its parts lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from urllib.parse import parse_qsl, urlencode

from store.across.network import MOST, Between, Edge, Network, Node
from store.across.page import Link, to_couple, to_pair
from store.model import Filter

MORE = 4
"""So many times as many are offered where some are left out."""

LARGEST = 240
"""So many are drawn at most; the command tells of more."""

YES = "yes"
OF_LIST = "list."
_WHOLE = Filter()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a network is wanted of: all that is set must hold; nothing set is the whole library."""

    between: Between = "people"
    person: str = ""  # key: this person, and whom it met
    parties: tuple[str, ...] = ()  # codes: these, and whom they met; of people: those who met for both
    series: str = ""  # key: only the sessions of this series
    shown: Filter = field(default_factory=Filter)  # only what these articles tell
    since: str = ""  # years, months or days, both included
    until: str = ""
    steps: int = 1  # 2: also whom those met that the one asked for met, and each other
    beside: bool = False  # also who was there beside the hosts and guests, and for the same side
    most: int = MOST

    @property
    def key(self) -> str:
        """All of it in one line; see ``asked_for``."""
        told: list[tuple[str, str]] = []
        for one in fields(self):
            value = getattr(self, one.name)
            if one.name == "shown":
                told += _told_of_filter(value)
            elif value != getattr(_NOTHING, one.name):
                told.append((one.name, _said(value, " ")))
        return urlencode(told)

    @property
    def centre(self) -> tuple[str, ...]:
        """Who stands in the middle: a person among people, parties among parties."""
        if self.between == "people":
            return (self.person,) if self.person else ()
        return () if self.person else self.parties

    @property
    def has_steps(self) -> bool:
        """Whether it is around somebody, so that a second step makes sense."""
        return bool(self.centre)


_NOTHING = Asked()


def _said(value: object, between: str) -> str:
    if isinstance(value, tuple):
        return between.join(map(str, value))
    return YES if value is True else str(value)


def _told_of_filter(shown: Filter) -> Iterator[tuple[str, str]]:
    for one in fields(Filter):
        value = getattr(shown, one.name)
        if value != getattr(_WHOLE, one.name):
            yield OF_LIST + one.name, _said(value, "|")


def asked_for(key: str) -> Asked:
    """What a key says; what is not understood is left out."""
    told = dict(parse_qsl(key))
    most = told.get("most", "")
    return Asked(
        "parties" if told.get("between") == "parties" else "people",
        told.get("person", ""),
        tuple(told.get("parties", "").split()),
        told.get("series", ""),
        _filter(told),
        told.get("since", ""),
        told.get("until", ""),
        2 if told.get("steps") == "2" else 1,
        told.get("beside") == YES,
        int(most) if most.isdecimal() and int(most) > 0 else MOST,
    )


def _filter(told: Mapping[str, str]) -> Filter:
    parts: dict[str, object] = {}
    for one in fields(Filter):
        said = told.get(OF_LIST + one.name, "")
        if said and one.name == "part":
            by, _, group = said.partition("|")
            parts[one.name] = by, group
        elif said:
            parts[one.name] = said == YES if isinstance(getattr(_WHOLE, one.name), bool) else said
    return Filter(**parts)  # type: ignore[arg-type]  # each as its field is


# -- where it leads


def link_of(asked: Asked) -> Link:
    """What leads to the network that is asked for."""
    return Link("network", asked.key)


def wider(asked: Asked) -> Asked:
    """The same with more people or parties, as far as there may be more."""
    return replace(asked, most=max(asked.most, min(asked.most * MORE, LARGEST)))


def to_tie(found: Network, edge: Edge) -> Link:
    """Where the meetings of two are told of."""
    both = to_pair if found.between == "parties" else to_couple
    return both(edge.first, edge.second)


def to_node(found: Network, node: Node) -> Link:
    """Where more is told of somebody."""
    return Link("country" if found.between == "parties" else "person", node.key)

"""From a person's rulings over pairs of names to people.

What is said to be two people is always two. Merges are made in the order in which they were ruled, and hold
over several steps (A is B, B is C: A is C); a merge that would bring together two names which were said to
be two people is not made, and is said not to apply.
"""

from __future__ import annotations

from collections.abc import Iterable

from store.model import NameRuling
from store.records import dataclass


@dataclass(frozen=True, slots=True)
class People:
    """The names that are merged, and what was said not to be."""

    person_of: dict[str, str]
    """The name that stands for all spellings (the first that sorts so), by each merged name."""

    apart: frozenset[tuple[str, str]]
    """Pairs of people (by the names that stand for them) that are said to be two, both ways round."""

    unapplied: frozenset[int]
    """Numbers of the merges that are not made."""

    def person(self, key: str) -> str:
        """The name that stands for the person of that name."""
        return self.person_of.get(key, key)

    def settled(self, first: str, second: str) -> bool:
        """Whether two names are known to be one person, or two."""
        pair = self.person(first), self.person(second)
        return pair[0] == pair[1] or pair in self.apart


def people_of(rulings: Iterable[NameRuling]) -> People:
    """Lay rulings over each other, in the order of their numbers."""
    ordered = sorted(rulings, key=lambda one: one.id)
    group = {name: frozenset({name}) for one in ordered for name in (one.first, one.second)}
    enemies: dict[str, set[str]] = {name: set() for name in group}
    for one in ordered:
        if not one.same:
            enemies[one.first].add(one.second)
            enemies[one.second].add(one.first)
    unapplied = set()
    for one in ordered:
        first, second = group[one.first], group[one.second]
        if not one.same or first is second:
            continue
        small, large = sorted((first, second), key=len)
        if any(not enemies[name].isdisjoint(large) for name in small):
            unapplied.add(one.id)
            continue
        for name in (joined := first | second):
            group[name] = joined
    person_of = {name: min(names) for name, names in group.items() if len(names) > 1}
    apart = frozenset(
        (person_of.get(name, name), person_of.get(other, other))
        for name, others in enemies.items()
        for other in others
    )
    return People(person_of, apart, frozenset(unapplied))

"""Who may be the same person under another name: told, and never joined without being told so by a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from store.database import across, name_rulings
from store.derive import name_of
from store.namesakes import alike
from store.persons import people_of

LIKELY = 0.6
"""From here on a name alone says enough: not a surname by itself."""

ALMOST_SURELY = 0.85
"""From here on two who have one post at one time are hardly two."""

_SHORT = frozenset(("initials", "an initial", "the surname alone"))
"""Of two in one post the one is then the other, told in short."""

MOST = 6


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Somebody who may be the same."""

    person: str  # key
    name: str
    articles: int
    why: str


def is_likely(one: str, other: str) -> bool:
    """Whether two keys are almost surely one person's, where both are in one post."""
    found = alike(name_of(one), name_of(other))
    return found is not None and (found.score >= ALMOST_SURELY or found.why in _SHORT)


def perhaps_same(
    connection: sqlite3.Connection, spellings: Iterable[str], countries: Iterable[str]
) -> tuple[Perhaps, ...]:
    """Whom a person may be as well: of a name like one of its ``spellings``, and of one of its countries.

    Whoever was said to be another is left out.
    """
    own, homes = list(spellings), set(countries)
    settled = people_of(name_rulings.everything(connection, "person")).settled
    found: dict[str, Perhaps] = {}
    for spelt in own:
        for key, label, articles in across.people_like(connection, name_of(spelt)):
            like = alike(name_of(spelt), name_of(key))
            if like is None or like.score < LIKELY or key in own or any(settled(key, it) for it in own):
                continue
            theirs = across.homes_of(connection, key)
            if theirs and homes and homes.isdisjoint(theirs):
                continue
            found.setdefault(key, Perhaps(key, label, articles, like.why))
    return tuple(sorted(found.values(), key=lambda one: (-one.articles, one.name))[:MOST])

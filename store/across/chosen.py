"""The meetings that something is drawn of, from the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from store.across.contact import Contact, contacts
from store.across.encounter import Encounter
from store.across.grouping import find
from store.across.one_meeting import THERE
from store.across.timeline import Chosen
from store.database import across

LAST = "9999"


def chosen_contacts(connection: sqlite3.Connection, chosen: Chosen) -> list[Contact]:
    """The chosen meetings by date. What is rarest is asked for first, the rest is looked at."""
    told = contacts(_encounters(connection, chosen))
    return [one for one in told if _fits(one, chosen)]


def _encounters(connection: sqlite3.Connection, chosen: Chosen) -> Iterable[Encounter]:
    if chosen.articles is not None:
        return across.of_articles(connection, chosen.articles)
    if chosen.series:
        group = find(connection, chosen.series)
        return across.of_occasions(connection, group.names) if group else ()
    if chosen.person:
        return across.of_person(connection, chosen.person)
    if len(chosen.parties) > 1:
        return across.of_pair(connection, *chosen.parties[:2])
    if chosen.parties:
        return across.of_party(connection, chosen.parties[0])
    if chosen.since or chosen.until:
        return across.between(connection, chosen.since or "0001", chosen.until or LAST)
    return across.everything(connection)


def _fits(one: Contact, chosen: Chosen) -> bool:
    day = one.day or ""
    return (
        set(chosen.parties) <= set(one.parties)
        and (not chosen.person or any(p.person == chosen.person and p.role in THERE for p in one.people))
        and (not chosen.since or day >= chosen.since)
        and (not chosen.until or (bool(day) and day[: len(chosen.until)] <= chosen.until))
    )

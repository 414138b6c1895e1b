"""Two people: the meetings that both were at, each once, and whether they met there or came for one side."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from store.across import words
from store.across.contact import Contact, contacts
from store.across.encounter import Participant
from store.across.evidence import Proofs
from store.across.one_meeting import THERE
from store.across.page import Cell, Page, Paragraph, Run, Table, cell, citations
from store.database import across
from store.marks import describe_occasion
from store.model import Role

SHOWN = 100
"""So many meetings are told one by one, the newest."""

_ROLES = {Role.HOST: "host", Role.GUEST: "guest", Role.ATTENDEE: "there"}


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people and their meetings, the oldest first."""

    first: Participant
    second: Participant
    held: tuple[Contact, ...]
    planned: tuple[Contact, ...]


def couple_of(connection: sqlite3.Connection, first: str, second: str) -> Couple | None:
    """The meetings of two people (keys); None where no article tells of one."""
    told = [
        (one, _who(one, first), _who(one, second)) for one in contacts(across.of_person(connection, first))
    ]
    both = [(one, mine, theirs) for one, mine, theirs in told if mine is not None and theirs is not None]
    if not both:
        return None
    _, mine, theirs = both[-1]
    return Couple(
        mine,
        theirs,
        tuple(one for one, *_ in both if not one.planned),
        tuple(one for one, *_ in both if one.planned),
    )


def _who(one: Contact, key: str) -> Participant | None:
    return next((person for person in one.people if person.person == key and person.role in THERE), None)


def page_of(found: Couple, proofs: Proofs) -> Page:
    """The page of two people."""
    first, second = found.first, found.second
    days = [one.day for one in found.held if one.day]
    subtitle = ", ".join(
        filter(
            None,
            (
                words.amount(len(found.held), "meeting") if found.held else "no meeting that was held",
                words.period(days[0], days[-1]) if days else "",
                f"{len(found.planned):,} planned" if found.planned else "",
            ),
        )
    )
    blocks = [Paragraph(cell("All about ", words.person(first), " and ", words.person(second), "."))]
    tables = [
        Table(
            heading,
            ("Day", "Where", first.name, second.name, "Occasion", "Articles"),
            tuple(_row(one, found, proofs) for one in reversed(several[-SHOWN:])),
            f"The newest {SHOWN} of {len(several):,}." if len(several) > SHOWN else "",
        )
        for heading, several in (("Planned", found.planned), ("Meetings", found.held))
        if several
    ]
    return Page(f"{first.name} and {second.name}", subtitle, (*blocks, *tables))


def _row(one: Contact, found: Couple, proofs: Proofs) -> tuple[Cell, ...]:
    newest = one.reports[-1]
    occasion = describe_occasion(one.wording, one.ordinal) if one.wording else ""
    return (
        cell(Run(words.day(one.day), proofs.meeting(newest.article, newest.number))),
        cell(one.place or ""),
        *(_as(_who(one, who.person), proofs, newest.article) for who in (found.first, found.second)),
        cell(occasion),
        citations(one.articles),
    )


def _as(who: Participant | None, proofs: Proofs, article: int) -> Cell:
    if who is None:
        return cell("")
    told = words.titled(who)
    return cell(Run(_ROLES.get(who.role, ""), proofs.person(article, who.spelt)), f", {told}" if told else "")

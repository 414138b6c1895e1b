"""Which pages lead on from a fact or from a filter, and what a menu calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.countries import country_name
from store.across.page import Link, to_pair
from store.derive import person_key

if TYPE_CHECKING:
    from gui.facts.card import Value
    from store.model import Meeting, OpenArticle

LONGEST = 44
"""Letters of a name in a menu."""

Offer = tuple[str, Link]


def of_person(name: str, key: str = "") -> Offer:
    """All about a person."""
    return f"All abo&ut {_short(name)}", Link("person", key or person_key(name))


def of_country(name: str, code: str) -> Offer:
    """All about a country or an organisation: whom it met, and how often."""
    return f"All abo&ut {_short(name)}", Link("country", code)


def of_occasion(key: str) -> Offer:
    """The series that an occasion is of."""
    return "The &series of this occasion", Link("series", key)


def of_value(opened: OpenArticle | None, value: Value) -> list[Offer]:
    """What a value of the facts leads to."""
    made = [of_person(value.person)] if value.person else []
    if value.country:
        made.append(of_country(country_name(value.country), value.country))
    fact = value.fact
    meetings = opened.reading.meetings if opened is not None else ()
    if fact is not None and fact.kind == "meeting" and fact.index < len(meetings):
        made += _of_meeting(meetings[fact.index], fact.field)
    return made


def _of_meeting(meeting: Meeting, field: str) -> list[Offer]:
    made: list[Offer] = []
    if meeting.occasion is not None and field in ("", "occasion"):
        made.append(of_occasion(person_key(meeting.occasion.value.name)))
    codes = [party.value for party in meeting.parties]
    if len(codes) == 2 and field in ("", "parties"):
        first, second = codes
        named = f"{country_name(first)} and {country_name(second)}"
        made.append((f"All bet&ween {_short(named)}", to_pair(first, second)))
    return made


def _short(name: str) -> str:
    plain = name.replace("&", "&&")
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"

"""Who is host and who is guest where the words only say that they met: whoever is at home receives."""

from __future__ import annotations

from itertools import groupby

from store.lexicon import load
from store.reading.gazetteer import HitKind
from store.reading.mentions import Phrases
from store.reading.people import Person
from store.reading.scene import Setting
from store.reading.sought import mark_of
from store.reading.story import Encounter
from store.reading.tokens import Tokens

_TRAVELS = frozenset(
    "visit visiting visits visited trip tour arrived arrives arriving travelled travels stay".split()
)


_OF_TRAVELS = mark_of(_TRAVELS)
_BODY = 9  # tokens of a body's name


def visited_country(tokens: Tokens, phrases: Phrases, first: int = 0, last: int | None = None) -> str | None:
    """The one country that somebody is said to visit: ``as part of her visit to Slovenia``."""
    found: set[str] = set()
    if not tokens.all_marks & _OF_TRAVELS:
        return None
    for hit, _ in groupby(filter(None, phrases.hits[first:last])):
        at = hit.first
        if at < first or hit.entry.kind not in (HitKind.COUNTRY, HitKind.CITY):
            continue
        before = at - 1 - (at > 0 and tokens.low[at - 1] == "the")
        while before > 0 and (
            tokens.low[before] in ("of", "the") or (tokens.cap[before] and before > at - _BODY)
        ):
            before -= 1  # "an official visit to the Army of | Malta"
        if before > 0 and (
            tokens.low[before] in ("visited", "visiting", "visit")
            or (tokens.low[before] in ("to", "in") and tokens.low[before - 1] in _TRAVELS)
        ):
            found.add(hit.entry.code)
    return found.pop() if len(found) == 1 else None


def take_sides(
    encounters: list[Encounter],
    people: list[Person],
    settings: list[Setting],
    home: str | None,
    visited: str | None = None,
    lands: dict[int, str] | None = None,
) -> None:
    """Divide those who met into hosts and guests by the country of the place or of a seat."""
    lands = lands or {}
    stays: dict[tuple[int, str], str] = {}  # who was the guest of which organisation, and in which city
    organisations = load().organisation_of.keys() - load().territory_of.keys()
    for encounter, setting in zip(encounters, settings, strict=True):
        if encounter.directed or encounter.kind != "meeting":
            hosts = {people[h].country for h in encounter.hosts}
            if setting.place is not None and len(hosts) == 1 and (seat := hosts.pop()) in organisations:
                stays |= {(guest, setting.place.value): seat for guest in encounter.guests if seat}
            continue
        everybody = encounter.principals
        principals = [p for p in encounter.hosts + encounter.guests + encounter.attendees if p in everybody]
        where = _where(setting, principals, people, home)
        if setting.place is None:
            where = lands.get(encounter.sentences[0], where)
        if where is None and not any(people[p].country == home for p in principals if home != visited):
            where = visited
        if setting.place is not None and where not in {people[p].country for p in principals}:
            # "The general then sat down with the admiral", both at the allied headquarters
            where = next(
                (stays[key] for p in principals if (key := (p, setting.place.value)) in stays), where
            )
        if where is None:
            continue
        met = _met(encounter, principals)
        at_home = [p for p in met if people[p].country == where]
        away = [p for p in met if people[p].country not in (where, None)]
        if (
            at_home
            and not away
            and encounter.parties - {where}
            and None not in {people[p].country for p in met}
        ):
            encounter.hosts, encounter.guests = at_home, []
            encounter.attendees = [p for p in encounter.attendees if p not in met]
        if at_home and away:
            encounter.hosts = at_home
            encounter.guests = [p for p in met if p not in at_home]
            encounter.attendees = [p for p in encounter.attendees if p not in met]


def _met(encounter: Encounter, principals: list[int]) -> list[int]:
    """Those whom the verb joins, without those only said to be present."""
    return [p for p in principals if p not in encounter.also]


def _where(setting: Setting, principals: list[int], people: list[Person], home: str | None) -> str | None:
    """The country or organisation that is at home where they met."""
    codes = {people[p].country for p in principals}
    organisations = load().organisation_of
    if setting.venue is not None and setting.venue.country in codes:
        return setting.venue.country
    for code in codes:
        organisation = organisations.get(code or "")
        if (
            organisation is not None
            and setting.place is not None
            and organisation.city == setting.place.value
        ):
            name = (setting.venue.value if setting.venue else "").lower()
            seated = "headquarters" in name or organisation.code.lower() in name
            if seated or (setting.venue is None and setting.place.country not in codes):
                return code
    if setting.place is not None:
        return setting.place.country or home
    return None


def settle_roles(encounters: list[Encounter], people: list[Person]) -> None:
    """Count each person's parts, for the one role that is shown."""
    for person in people:
        person.hosts = person.guests = person.attends = 0
    for encounter in encounters:
        for number in encounter.hosts:
            people[number].hosts += 1
        for number in encounter.guests:
            people[number].guests += 1
        for number in encounter.attendees:
            people[number].attends += 1
        for number in encounter.hosts + encounter.guests + encounter.attendees:
            people[number].acting = True

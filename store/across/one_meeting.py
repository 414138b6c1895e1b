"""Which reports are of one meeting: the one rule for it, whatever is counted, listed or drawn.

Two reports are of one meeting where nothing speaks against it and enough for it: the same people of both
sides; or the same parties (or occasion) at the same place with somebody in common. A name counts as the same
in another spelling, with initials, or with a name more or less: people who are told to have met the same
people on the same day are hardly two.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from store.across.encounter import Encounter, Participant
from store.across.wordings import wording
from store.derive import country_name, name_of
from store.folding import words
from store.model import MeetingKind, Role
from store.namesakes import alike as names_alike

PRINCIPALS = (Role.HOST, Role.GUEST)
THERE = (*PRINCIPALS, Role.ATTENDEE)

MANY = 3
"""So many parties in common are a meeting of many, of which a report seldom names all."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two reports are held to be of one meeting."""

    score: float  # up to 1
    why: str


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a report is compared."""

    told: Encounter
    day: datetime.date | None
    parties: frozenset[str]
    there: tuple[Participant, ...]
    sides: dict[str | None, tuple[str, ...]]  # hosts and guests by country

    @classmethod
    def of(cls, told: Encounter) -> Traits:
        """Those of a report."""
        sides: dict[str | None, tuple[str, ...]] = {}
        for one in told.people:
            if one.role in PRINCIPALS:
                sides[one.country] = (*sides.get(one.country, ()), one.person)
        there = tuple(one for one in told.people if one.role in THERE)
        return cls(told, date_in(told.day), frozenset(told.parties), there, sides)

    def has_of(self, parties: Collection[str]) -> bool:
        """Whether anybody of these parties was there."""
        return any(one.country in parties for one in self.there)


@lru_cache(maxsize=1 << 16)
def date_in(day: str | None) -> datetime.date | None:
    """A whole date; None for a month or a year."""
    try:
        return datetime.date.fromisoformat(day) if day else None
    except ValueError:
        return None


def alike(one: Encounter, other: Encounter) -> Likeness | None:
    """Whether two reports of different articles are of one meeting; None where they are not."""
    return _alike(Traits.of(one), Traits.of(other))


def one_meetings(encounters: Iterable[Encounter]) -> list[list[Encounter]]:
    """Reports, those of one meeting put together, by day; whom articles only name is left out."""
    groups: list[list[Traits]] = []
    days: dict[object, _Day] = {}
    for one in sorted((one for one in encounters if one.number), key=_first):
        own = Traits.of(one)
        day = own.day or one.day
        near = [days[it] for it in _days_of(own) if it in days] if day else []
        same = _best([group for some in near for group in some.near(own)], own) if near else None
        if same is None:
            groups.append(same := [])
        same.append(own)
        if day:
            days.setdefault(day, _Day()).add(same, own)
    return [[own.told for own in group] for group in groups]


def _first(one: Encounter) -> tuple[str, bool, int, int]:
    return one.day or "", one.planned, one.article, one.number


def _days_of(own: Traits) -> tuple[object, ...]:
    """The days of which a report may be on the same meeting, and that are already put together."""
    if own.day is None:
        return (own.told.day,)
    return (own.day, own.day - _A_DAY) if own.day > datetime.date.min else (own.day,)


_A_DAY = datetime.timedelta(1)
_FEW = 6
"""Of so many meetings of a day each is looked at; of more those that have something in common."""


class _Day:
    """The meetings of one day."""

    def __init__(self) -> None:
        self._groups: list[list[Traits]] = []
        self._having: dict[str, list[list[Traits]]] | None = None

    def add(self, group: list[Traits], own: Traits) -> None:
        """One more report, that of a group."""
        if not any(known is group for known in self._groups):
            self._groups.append(group)
        if self._having is not None:
            self._note(group, own)
        elif len(self._groups) > _FEW:
            self._having = {}
            for known in self._groups:
                for one in known:
                    self._note(known, one)

    def near(self, own: Traits) -> list[list[Traits]]:
        """The meetings that a report may be of."""
        if self._having is None:
            return self._groups
        found = {id(group): group for trait in _sought(own) for group in self._having.get(trait, ())}
        return list(found.values())

    def _note(self, group: list[Traits], own: Traits) -> None:
        having = self._having
        assert having is not None
        for trait in _sought(own):
            there = having.setdefault(trait, [])
            if not any(known is group for known in there):
                there.append(group)


def _sought(own: Traits) -> Iterator[str]:
    """What two reports of one meeting have at least one of in common."""
    for one in own.there:
        yield one.person
        yield f" {name_of(one.person).rpartition(' ')[2]}"
    if own.told.occasion:
        yield f"  {own.told.occasion}"


def _best(groups: Iterable[list[Traits]], own: Traits) -> list[Traits] | None:
    """The group that a report fits best, the first of several."""
    best: tuple[float, list[Traits]] | None = None
    for group in groups:
        if any(one.told.article == own.told.article or _contradicts(one, own) for one in group):
            continue
        likeness = [found.score for one in group if (found := _alike(one, own)) is not None]
        if likeness and (best is None or max(likeness) > best[0]):
            best = max(likeness), group
    return best[1] if best else None


# -- the rule


def _alike(one: Traits, other: Traits) -> Likeness | None:
    if _contradicts(one, other):
        return None
    shared = list(_shared(one, other))
    same = one.parties == other.parties
    several = same and len(one.parties) > 1
    both = len(shared) > 1 and (same or len({code for _, codes in shared for code in codes}) > 1)
    occasion = one.told.occasion is not None and one.told.occasion == other.told.occasion
    many = occasion and len(one.parties & other.parties) >= MANY
    place = _place(one.told, other.told)
    days = abs((one.day - other.day).days) if one.day and other.day else 0
    little = bool(shared or (occasion and same)) and (several or many)
    if not (both or little) or (place is False and (days or not both)) or (days and not both):
        return None
    score = 0.4 + 0.2 * min(len(shared), 2) + 0.1 * (place is True) + 0.1 * (not days) + 0.1 * occasion
    why = ["the day before or after" if days else "the same day"]
    why += [", ".join(name for name, _ in shared[:3])] if shared else []
    why += [" and ".join(map(country_name, one.told.parties))] if several and not shared else []
    why += [one.told.place] if place and one.told.place else []
    why += ["announced by one, told as held by the other"] if one.told.planned != other.told.planned else []
    return Likeness(round(min(score - 0.2 * (place is False), 1.0), 2), "; ".join(why))


def _contradicts(one: Traits, other: Traits) -> bool:
    """Whether one says what cannot be where the other holds."""
    mine, theirs = one.told, other.told
    if (mine.kind is MeetingKind.CALL) != (theirs.kind is MeetingKind.CALL):
        return True
    if mine.ordinal and theirs.ordinal and (mine.ordinal != theirs.ordinal or _other_occasions(mine, theirs)):
        return True
    return (
        _other_days(one, other)
        or _other_parties(one, other)
        or any(
            not any(_is_one(a, b) for a in one.sides[code] for b in other.sides[code])
            for code in one.sides.keys() & other.sides.keys()
        )
    )


def _other_occasions(one: Encounter, other: Encounter) -> bool:
    """Whether two counted sessions are of bodies whose names have little in common."""
    if one.occasion is None or other.occasion is None or one.occasion == other.occasion:
        return False
    mine, theirs = (set(wording(told.occasion or "").words) for told in (one, other))
    return 2 * len(mine & theirs) < min(len(mine), len(theirs))


def _other_days(one: Traits, other: Traits) -> bool:
    if one.day and other.day:
        return abs((one.day - other.day).days) > 1
    # Of a month or a year alone only the same session of an occasion is the same.
    mine, theirs = one.told, other.told
    return mine.day != theirs.day or not mine.ordinal or mine.occasion != theirs.occasion


def _other_parties(one: Traits, other: Traits) -> bool:
    """Whether others met: two of three who met are others, where the third has somebody there."""
    if one.parties == other.parties:
        return False
    common = one.parties & other.parties
    if len(one.parties) < 2 or len(other.parties) < 2:  # a side is not told
        return bool(one.parties and other.parties and not common)
    if len(common) < 2:
        return True
    more = one.has_of(one.parties - common) or other.has_of(other.parties - common)
    return more and len(common) < MANY


def _place(one: Encounter, other: Encounter) -> bool | None:
    """Whether both name one place; None where one names none, or the country of the other's."""
    if MeetingKind.CALL in (one.kind, other.kind) or not (one.place and other.place):
        return None
    if words(one.place) == words(other.place):
        return True
    within = {country_of(one.place), country_of(other.place)}
    wide = _is_country(one.place) or _is_country(other.place)
    return None if wide and len(within) == 1 and None not in within else False


@lru_cache(maxsize=4096)
def country_of(place: str) -> str | None:
    """The country of a town, or of itself, where the lexicon knows it under one country only."""
    from store.lexicon import load

    lexicon = load()
    if place in lexicon.capitals:
        return lexicon.capitals[place].code
    if place in lexicon.country_names:
        return lexicon.country_names[place].code
    found = lexicon.city_names.get(place)
    return found.country if found else None


@lru_cache(maxsize=4096)
def _is_country(place: str) -> bool:
    from store.lexicon import load

    lexicon = load()
    return place in lexicon.country_names and place not in lexicon.capitals


def _shared(one: Traits, other: Traits) -> Iterator[tuple[str, set[str]]]:
    """The names of those who were there by both, each once, and the countries they are given."""
    left = list(other.there)
    for mine in one.there:
        fitting = (it for it in left if it.person == mine.person)
        theirs = next(fitting, None) or next((it for it in left if _is_one_person(mine, it)), None)
        if theirs is not None:
            left.remove(theirs)
            yield (
                max((mine.name, theirs.name), key=len),
                {code for code in (mine.country, theirs.country) if code},
            )


def _is_one_person(one: Participant, other: Participant) -> bool:
    alone = " " not in name_of(one.person) or " " not in name_of(other.person)
    if alone and one.country and other.country and one.country != other.country:
        return False
    return _is_one(one.person, other.person)


@lru_cache(maxsize=1 << 16)
def _is_one(one: str, other: str) -> bool:
    """Whether two keys are of one name: in another spelling, with initials, or with a name left out."""
    if one == other:
        return True
    few, many = sorted((name_of(one).split(), name_of(other).split()), key=len)
    if len(few) > 1 and len(few) < len(many):
        left = iter(many)
        if all(word in left for word in few):
            return True
    return names_alike(" ".join(few), " ".join(many)) is not None

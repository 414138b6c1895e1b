"""Several articles on one meeting: which belong together, what each says, and where they differ."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from store.across.differences import Side, Told, main_words, side_of
from store.across.encounter import Encounter, Participant
from store.derive import country_name
from store.folding import words
from store.marks import describe_occasion, describe_post, topic_name
from store.model import Meeting, MeetingKind, Role

PRESENT = (Role.HOST, Role.GUEST, Role.ATTENDEE)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two articles are held to report one meeting."""

    score: float  # up to 1
    why: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that the reports say, report by report; ``None`` where one does not."""

    what: str  # "date", "place", "venue", "occasion", "person", "topic", "quote"
    label: str
    sides: tuple[Side | None, ...]
    differs: bool  # two reports contradict each other
    key: str = ""  # of the person, of the topic

    @property
    def partial(self) -> bool:
        """Whether some reports do not have it."""
        return None in self.sides


@dataclass(frozen=True, slots=True)
class SameMeeting:
    """A meeting and all articles that report it, the one that was asked for first."""

    reports: tuple[tuple[Told, int], ...]  # each with the number of its meeting
    why: tuple[str, ...]  # for each but the first
    sayings: tuple[Saying, ...]


# -- which belong together


def alike(one: Encounter, other: Encounter) -> Likeness | None:
    """Whether two encounters of different articles are one; None where something speaks against it."""
    days = _apart(one.day, other.day)
    if days is None or days > 1 or _contradicts(one, other):
        return None
    shared = _shared(one, other)
    same_place = bool(one.place and other.place and words(one.place) == words(other.place))
    other_place = bool(one.place and other.place) and not same_place and one.kind is not MeetingKind.CALL
    same_occasion = one.occasion is not None and one.occasion == other.occasion
    parties = len(one.parties) > 1 and one.parties == other.parties
    if len(shared) < 2 and (other_place or not _fits(one, other, bool(shared), same_occasion, parties)):
        return None
    score = 0.4 + 0.2 * min(len(shared), 2) + 0.1 * same_place + 0.1 * (days == 0) + 0.1 * same_occasion
    why = ["the same day" if days == 0 else "the day before or after"]
    why += [", ".join(shared[:3])] if shared else []
    why += [" and ".join(map(country_name, one.parties))] if parties and not shared else []
    why += [one.place] if same_place and one.place else []
    return Likeness(round(min(score - 0.2 * other_place, 1.0), 2), "; ".join(why))


def _apart(one: str | None, other: str | None) -> int | None:
    try:
        days = [datetime.date.fromisoformat(day or "") for day in (one, other)]
    except ValueError:
        return None
    return abs((days[0] - days[1]).days)


def _contradicts(one: Encounter, other: Encounter) -> bool:
    """Whether one says what cannot be where the other holds."""
    if one.kind is not other.kind or one.planned != other.planned:
        return True
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return True
    mine, theirs = set(one.parties), set(other.parties)
    return len(mine) > 1 and len(theirs) > 1 and not (mine <= theirs or theirs <= mine)


def _present(one: Encounter) -> tuple[Participant, ...]:
    return one.of_role(*PRESENT)


def _shared(one: Encounter, other: Encounter) -> list[str]:
    """The names of those whom both have; who has a surname only is whoever has it."""
    found: dict[str, str] = {}
    for mine in _present(one):
        for theirs in _present(other):
            if mine.person == theirs.person or _surname_alone(mine, theirs):
                found[mine.person] = max((mine.name, theirs.name), key=len)
    return list(found.values())


def _surname_alone(one: Participant, other: Participant) -> bool:
    few, many = sorted((one.person.split(), other.person.split()), key=len)
    return len(few) == 1 and few[0] == many[-1] and (one.country == other.country or not one.country)


def _fits(one: Encounter, other: Encounter, shared: bool, occasion: bool, parties: bool) -> bool:
    """Whether so little in common is enough: nobody of a side is another than in the other article."""
    sides = [_by_side(_present(one)), _by_side(_present(other))]
    clash = any(
        not _any_alike(sides[0][country], sides[1][country]) for country in sides[0].keys() & sides[1].keys()
    )
    if clash:
        return False
    return (shared and (parties or occasion or len(_present(one)) == 1 or len(_present(other)) == 1)) or (
        parties and occasion
    )


def _by_side(people: Iterable[Participant]) -> dict[str, list[Participant]]:
    found: dict[str, list[Participant]] = {}
    for person in people:
        if person.country:
            found.setdefault(person.country, []).append(person)
    return found


def _any_alike(some: Sequence[Participant], others: Sequence[Participant]) -> bool:
    return any(one.person == other.person or _surname_alone(one, other) for one in some for other in others)


# -- what each says


def same_meeting(reports: Sequence[tuple[Told, int]], why: Sequence[str] = ()) -> SameMeeting:
    """What the reports of one meeting say, side by side."""
    return SameMeeting(tuple(reports), tuple(why), tuple(_sayings(reports)))


def _sayings(reports: Sequence[tuple[Told, int]]) -> Iterator[Saying]:
    meetings = [told.reading.meetings[number - 1] for told, number in reports]
    for what in ("date", "place", "venue"):
        yield from _saying(what, what, [side_of(getattr(one, what)) for one in meetings])
    yield from _saying("occasion", "occasion", [_occasion(one) for one in meetings])
    yield from _of_people(reports, meetings)
    yield from _of_topics(meetings)
    yield from _quotes(reports, meetings)


def _saying(what: str, label: str, sides: Sequence[Side | None], key: str = "") -> Iterator[Saying]:
    said = [main_words(side.said) for side in sides if side is not None]
    if said:
        # Who says less does not say otherwise: the Army's Chief of Staff, and the Chief of Staff.
        differs = any(not (one <= other or other <= one) for one, other in combinations(said, 2))
        yield Saying(what, label, tuple(sides), differs, key)


def _occasion(meeting: Meeting) -> Side | None:
    if meeting.occasion is None:
        return None
    told = meeting.occasion.value
    return Side(describe_occasion(told.name, told.ordinal), meeting.occasion.evidence.spans[0])


def _of_people(reports: Sequence[tuple[Told, int]], meetings: Sequence[Meeting]) -> Iterator[Saying]:
    found: dict[str, dict[int, Side]] = {}
    names: dict[str, str] = {}
    for place, ((told, _), meeting) in enumerate(zip(reports, meetings, strict=True)):
        officials = {official.name: official for official in told.reading.officials}
        for stated in (*meeting.hosts, *meeting.guests, *meeting.attendees):
            official = officials.get(stated.value)
            if official is None:
                continue
            key = told.person(official)
            posts = "; ".join(describe_post(post) for post in official.posts)
            rank = official.rank.value if official.rank else ""
            said = ", ".join(filter(None, (rank, posts))) or "named"
            span = official.mentions[0] if official.mentions else None
            names.setdefault(key, official.name)
            found.setdefault(key, {}).setdefault(place, Side(said, span))
    for key, posts_of in found.items():
        sides = [posts_of.get(place) for place in range(len(reports))]
        yield from _saying("person", names[key], sides, key)


def _of_topics(meetings: Sequence[Meeting]) -> Iterator[Saying]:
    found: dict[str, dict[int, Side]] = {}
    for place, meeting in enumerate(meetings):
        for topic in meeting.topics:
            side = Side(topic_name(topic.value), topic.evidence.spans[0] if topic.evidence.spans else None)
            found.setdefault(topic.value, {}).setdefault(place, side)
    for key, told in found.items():
        sides = [told.get(place) for place in range(len(meetings))]
        yield Saying("topic", topic_name(key), tuple(sides), differs=False, key=key)


def _quotes(reports: Sequence[tuple[Told, int]], meetings: Sequence[Meeting]) -> Iterator[Saying]:
    """Which of those who were there is quoted; the words are hardly ever the same, and no contradiction."""
    found: dict[str, dict[int, Side]] = {}
    names: dict[str, str] = {}
    for place, ((told, _), meeting) in enumerate(zip(reports, meetings, strict=True)):
        there = {stated.value for stated in (*meeting.hosts, *meeting.guests, *meeting.attendees)}
        people = {official.name: told.person(official) for official in told.reading.officials}
        for statement in told.reading.statements:
            if statement.speaker not in there:
                continue
            key = people.get(statement.speaker, statement.speaker)
            names.setdefault(key, statement.speaker)
            said = " ".join(told.text[slice(*statement.span)].split())
            quotes = found.setdefault(key, {})
            before = quotes.get(place)
            quotes[place] = (
                Side(f"{before.said} … {said}", before.span) if before else Side(said, statement.span)
            )
    for key, quoted in found.items():
        sides = [quoted.get(place) for place in range(len(reports))]
        yield Saying("quote", names[key], tuple(sides), differs=False, key=key)

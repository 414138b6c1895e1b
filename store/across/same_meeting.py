"""Several articles on one meeting: what each says, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from store.across.differences import Side, Told, main_words, side_of
from store.marks import describe_occasion, describe_post, topic_name
from store.model import Meeting


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

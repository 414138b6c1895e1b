"""What belongs to a person or a meeting of an article: what stays bright in focus mode. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.marks import one_line
from store.model import Evidence, Fact, Meeting, Official, Reading, Span
from store.records import dataclass


@dataclass(frozen=True, slots=True)
class Focus:
    """A person or a meeting, and the words that stay bright for it."""

    fact: Fact
    title: str
    spans: tuple[Span, ...]  # in text order; none overlaps another
    belongs: frozenset[tuple[str, int]]  # kind and index of the facts that are part of it

    def holds(self, fact: Fact) -> bool:
        """Whether a fact is of this person, or part of this meeting."""
        return (fact.kind, fact.index) in self.belongs


def subject_of(reading: Reading, fact: Fact) -> Fact | None:
    """The person or the meeting that a fact is about; None for others."""
    if fact.kind == "statement" and 0 <= fact.index < len(reading.statements):
        speaker = reading.statements[fact.index].speaker
        return next(
            (Fact("official", n) for n, one in enumerate(reading.officials) if one.name == speaker), None
        )
    known = {"official": reading.officials, "meeting": reading.meetings}.get(fact.kind, ())
    return Fact(fact.kind, fact.index) if 0 <= fact.index < len(known) else None


def first_subject(reading: Reading) -> Fact | None:
    """What one focuses on where nothing is chosen: the first meeting, else the first person."""
    if reading.meetings:
        return Fact("meeting", 0)
    return Fact("official", 0) if reading.officials else None


def focus_on(reading: Reading, fact: Fact) -> Focus | None:
    """The focus on what a fact is about; None where that is neither a person nor a meeting."""
    subject = subject_of(reading, fact)
    if subject is None:
        return None
    if subject.kind == "official":
        return _person(reading, subject.index)
    return _meeting(reading, subject.index)


def again(focus: Focus, before: Reading, reading: Reading, same: bool) -> Focus | None:
    """The same focus in another reading: on the person of that name.

    On a meeting only where the reading is of the ``same`` article: on the one told in the same words.
    """
    if focus.fact.kind == "official":
        name = _folded(before.officials[focus.fact.index].name)
        found = (n for n, one in enumerate(reading.officials) if _folded(one.name) == name)
    elif not same:
        return None
    else:
        words = before.meetings[focus.fact.index].evidence.spans
        found = (n for n, one in enumerate(reading.meetings) if one.evidence.spans == words)
    index = next(found, None)
    return focus_on(reading, Fact(focus.fact.kind, index)) if index is not None else None


def _folded(name: str) -> str:
    from store.folding import words  # not before somebody focuses

    return " ".join(words(name))


def _person(reading: Reading, index: int) -> Focus:
    official = reading.officials[index]
    spans = list(_words_of(official))
    belongs = {("official", index)}
    for number, statement in enumerate(reading.statements):
        if statement.speaker == official.name:
            spans += (*statement.evidence.spans, statement.span)
            belongs.add(("statement", number))
    for meeting in reading.meetings:
        for side in (meeting.hosts, meeting.guests, meeting.attendees):
            spans += (span for one in side if one.value == official.name for span in one.evidence.spans)
    return Focus(Fact("official", index), one_line(official.name), merged(spans), frozenset(belongs))


def _meeting(reading: Reading, index: int) -> Focus:
    meeting = reading.meetings[index]
    spans = [span for why in _reasons(meeting) for span in why.spans]
    belongs = {("meeting", index)}
    names = {one.value for side in (meeting.hosts, meeting.guests, meeting.attendees) for one in side}
    for number, official in enumerate(reading.officials):
        if official.name in names:
            spans += _words_of(official)
            belongs.add(("official", number))
    of = len(reading.meetings)
    title = f"{meeting.kind.value.value.capitalize()} {index + 1} of {of}" if of > 1 else "The meeting"
    return Focus(Fact("meeting", index), title, merged(spans), frozenset(belongs))


def _words_of(official: Official) -> Iterator[Span]:
    yield from official.mentions
    yield from official.evidence.spans
    if official.rank is not None:
        yield from official.rank.evidence.spans
    for post in official.posts:
        yield from post.evidence.spans


def _reasons(meeting: Meeting) -> Iterator[Evidence]:
    yield from (meeting.evidence, meeting.kind.evidence, meeting.status.evidence)
    for stated in (meeting.date, meeting.place, meeting.venue, meeting.occasion):
        if stated is not None:
            yield stated.evidence
    for several in (meeting.hosts, meeting.guests, meeting.attendees, meeting.parties, meeting.topics):
        yield from (one.evidence for one in several)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches in text order, those that overlap or touch made one; empty ones are left out."""
    made: list[Span] = []
    for start, end in sorted(span for span in spans if span.start < span.end):
        if made and start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, end))
        else:
            made.append(Span(start, end))
    return tuple(made)

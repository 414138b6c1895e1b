"""Rounds of meetings or calls: ``received several leaders``, then who came, one after another."""

from __future__ import annotations

from dataclasses import replace

from store.reading.clauses import subject_of
from store.reading.frames import Frame, FrameKind
from store.reading.meetings import add_encounter
from store.reading.participants import Item
from store.reading.story import Round, Story

_MANY = frozenset(
    "leaders counterparts officials ministers ambassadors envoys guests delegations talks meetings calls"
    " conversations dignitaries visitors heads consultations audiences interactions engagements".split()
)
_COMES = frozenset(
    "arrive arrived came come first next then followed last guest visitor turn finally started began".split()
)
_LENGTH = 6  # sentences after which the round is over
_WITHIN = 12  # tokens between the verb and those whom it speaks of


def open_round(
    story: Story, number: int, frames: list[Frame], items: list[Item], first: int, last: int
) -> None:
    """Keep who met several people that the sentence does not name."""
    for frame in frames:
        if (
            frame.kind not in (FrameKind.RECEIVE, FrameKind.MEET, FrameKind.CALL)
            or frame.negated
            or frame.near
        ):
            continue
        if _MANY.isdisjoint(story.tokens.low[frame.first : min(last, frame.last + _WITHIN)]):
            continue
        subject = subject_of(story, items, first, frame.first, frame.first, frame)
        if subject is None or len(subject.people) != 1:
            continue
        if not any(i.named and i.first >= frame.last and i.first < frame.last + _WITHIN for i in items):
            story.round = Round(subject.people[0], frame, number)
            return


def go_round(story: Story, number: int, items: list[Item], first: int, last: int) -> None:
    """``First to arrive was X``: X is the next whom the host of the round met."""
    current = story.round
    if current is None or number - current.number > _LENGTH:
        return
    named = [p for i in items if i.named for p in i.people]
    if len(named) != 1 or _COMES.isdisjoint(story.tokens.low[first:last]):
        return
    person = story.people[named[0]]
    if not person.posts or person.honoured or person.country in (None, story.people[current.person].country):
        return
    if any(named[0] in e.principals for e in story.telling.encounters):
        return
    frame = replace(current.frame, first=first, last=first + 1, rule="encounter.round")
    pair = [current.person, named[0]]
    if frame.kind is FrameKind.RECEIVE:
        add_encounter(story, frame, pair[:1], pair[1:], [], True, number, False, set())
    else:
        add_encounter(story, frame, [], [], pair, False, number, False, set())
    current.number = number

"""Rounds of meetings or calls: ``received several leaders``, then who came, one after another."""

from __future__ import annotations

from dataclasses import replace

from store.reading.clauses import subject_of
from store.reading.common_words import BULLETS, PROGRAMMES
from store.reading.frames import Frame, FrameKind
from store.reading.layout import BlockKind
from store.reading.memory import Item
from store.reading.sought import mark_of
from store.reading.story import Round, Story
from store.reading.tellings import add_encounter, days_of

_MANY = frozenset(
    "leaders counterparts officials ministers ambassadors envoys guests delegations talks meetings calls"
    " conversations dignitaries visitors heads consultations audiences interactions engagements".split()
)
_OF_MANY = mark_of(_MANY)
_COMES = frozenset(
    "arrive arrived came come first next then followed last guest visitor turn finally started began".split()
)
_AGENDA = PROGRAMMES | {"diary", "engagements"}
_LENGTH = 6  # sentences after which the round is over
_NEAR = 2  # tokens between ``With`` and whom it names
_WITHIN = 12  # tokens between the verb and those whom it speaks of


def open_round(
    story: Story, number: int, frames: list[Frame], items: list[Item], first: int, last: int
) -> None:
    """Keep who met several people that the sentence does not name."""
    if story.tokens.word[last - 1] != ":" and not story.tokens.sentence_marks[number] & _OF_MANY:
        return
    for frame in frames:
        if (
            frame.kind not in (FrameKind.RECEIVE, FrameKind.MEET, FrameKind.CALL)
            or frame.negated
            or frame.near
        ):
            continue
        rows = story.tokens.word[last - 1] == ":" and last - frame.last < _WITHIN
        if not rows and _MANY.isdisjoint(story.tokens.low[frame.first : min(last, frame.last + _WITHIN)]):
            continue
        subject = subject_of(story, items, first, frame.first, frame.first, frame)
        if subject is None or len(subject.people) != 1:
            continue
        if not any(i.named and _told_of(story, frame, i) for i in items):
            story.round = Round(subject.people[0], frame, number, rows, opened=number)
            return
    open_agenda(story, number, [p for i in items if i.named for p in i.people], first, last)


def open_agenda(story: Story, number: int, named: list[int], first: int, last: int) -> None:
    """``The President's agenda:``: the rows that follow are what the one who is named plans."""
    if story.tokens.word[last - 1] != ":" or _AGENDA.isdisjoint(story.tokens.low[first:last]):
        return
    if len(set(named)) == 1:
        planned = Frame(FrameKind.MEET, first, first + 1, True, False, "encounter.agenda")
        story.round = Round(named[0], planned, number, rows=True, agenda=True)


def _told_of(story: Story, frame: Frame, item: Item) -> bool:
    """Whether somebody is named in the verb's own clause; not ``, the spokesman X said``."""
    near = frame.last <= item.first < frame.last + _WITHIN
    return near and "," not in story.tokens.low[frame.last : item.first]


def is_row(story: Story, number: int, first: int) -> bool:
    """Whether a sentence is an entry of a list."""
    kind = story.blocks[story.tokens.sentences[number][2]].kind
    return (
        kind is BlockKind.ROW or story.tokens.word[first] in BULLETS or story.tokens.word[first][0].isdigit()
    )


def go_round(story: Story, number: int, items: list[Item], first: int, last: int) -> None:
    """``First to arrive was X``: X is the next whom the host of the round met."""
    current = story.round
    if current is None or current.agenda or number - current.number > _LENGTH:
        return
    named = [p for i in items if i.named for p in i.people]
    row = current.rows and is_row(story, number, first)
    put_first = bool(items) and items[0].named and items[0].first - first <= _NEAR
    if put_first and story.tokens.low[first] in ("with", "to") and "," in story.tokens.low[items[0].last :]:
        row, named = True, [p for p in named if p != current.person]
    if len(named) != 1 or not (row or not _COMES.isdisjoint(story.tokens.low[first:last])):
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
    told = story.telling.encounters[story.current[0]]
    if current.opened >= 0 and not told.dates:
        told.dates.extend(days_of(story, current.frame, current.opened))

"""Programmes of visits: rows with a time, what is done and where."""

from __future__ import annotations

import re

from store.reading.common_words import PROGRAMMES
from store.reading.dates import Precision
from store.reading.frames import Frame, FrameKind, find_frames
from store.reading.objects import object_of
from store.reading.participants import find_items
from store.reading.rounds import is_row, open_agenda
from store.reading.story import Story
from store.reading.tellings import add_encounter

_ROWS = 12  # rows of an agenda
_TIME = re.compile(r"\d{1,2}[:.]\d\d$")


def note_day(story: Story, number: int) -> None:
    """Keep the date that stands over the rows of a programme."""
    first, last, _ = story.tokens.sentences[number]
    dates = story.dates.get(first, ())
    exact = [d for d in dates if d.precision is Precision.DAY and d.day is not None]
    if exact and last - first < 10:
        story.day = exact[0]


def _visitor(story: Story, number: int, first: int) -> list[int]:
    """Whose programme a row with a time, or one of an agenda, belongs to."""
    if _TIME.match(story.tokens.word[first]):
        return list(story.visitor)
    agenda = story.round
    if (
        agenda is None
        or not agenda.agenda
        or number - agenda.number > _ROWS
        or not is_row(story, number, first)
    ):
        return []
    return [agenda.person]


def note_programme(story: Story, number: int) -> None:
    """``Programme of the visit of X``, over the rows: X is the visitor."""
    first, last, _ = story.tokens.sentences[number]
    if PROGRAMMES.isdisjoint(story.tokens.low[first:last]):
        return
    named = {m.person for m in story.phrases.mentions if m.sentence == number and m.person >= 0}
    open_agenda(story, number, list(named), first, last)
    if story.visitor:
        return
    if len(named) == 1:
        story.visitor = tuple(named)


def tell_programme_row(story: Story, number: int, first: int, last: int) -> bool:
    """``10:30 | Talks with President X | State Palace``: the visitor meets X there."""
    visitor = _visitor(story, number, first)
    if not visitor:
        return False
    items = find_items(story.tokens, story.phrases, story.people, story.memory, first, last)
    for frame in find_frames(story.tokens, first, last):
        right = object_of(story, items, frame, last, [])
        if (
            right is None
            or not right.named
            or frame.kind not in (FrameKind.MEET, FrameKind.CALL_ON, FrameKind.RECEIVED, FrameKind.CALL)
        ):
            continue
        met = [p for p in right.people if p not in visitor]
        if not met:
            continue
        before = len(story.telling.encounters)
        planned = Frame(frame.kind, frame.first, frame.last, True, False, "encounter.programme")
        directed = frame.kind in (FrameKind.CALL_ON, FrameKind.RECEIVED)
        add_encounter(
            story,
            planned,
            met if directed else [],
            visitor if directed else [],
            [] if directed else visitor + met,
            directed,
            number,
            False,
            set(),
        )
        for encounter in story.telling.encounters[before:]:
            encounter.dates = [story.day] if story.day and not encounter.dates else encounter.dates
            encounter.room = _room(story, right.last, last)
        return True
    return True


def _room(story: Story, first: int, last: int) -> tuple[int, int] | None:
    """The last column of a row."""
    for at in range(last - 1, first - 1, -1):
        if story.tokens.word[at] == "|" and at + 1 < last and story.tokens.cap[at + 1]:
            return at + 1, last
    return None

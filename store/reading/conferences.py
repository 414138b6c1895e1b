"""Sessions and conferences: everybody listed or speaking takes part, nobody receives."""

from __future__ import annotations

import re

from store.reading.clauses import subject_of
from store.reading.common_words import TALKS
from store.reading.frames import Frame, FrameKind
from store.reading.layout import BlockKind
from store.reading.memory import Item
from store.reading.occasions import OccasionPhrase, find_occasions
from store.reading.signs import signs_of_occasions
from store.reading.story import Encounter, Story
from store.reading.tellings import add_encounter, days_of

_CONFERENCE = re.compile(
    r"(?i)\b(?:conference|summit|forum|session|assembly|council|congress|ministerial|symposium|committee"
    r"|commission|meeting|retreat|consultations|group|councils|committees|commissions)\b"
)
_TWO_SIDED = re.compile(r"(?i)\b(?:dialogue|consultations|talks|commission|committee|negotiations)\b")
_TELLING = (FrameKind.HELD, FrameKind.ATTEND, FrameKind.RECEIVE)


def tell_conference(
    story: Story, number: int, frames: list[Frame], items: list[Item], first: int, last: int
) -> None:
    """``The 17th Conference of ... was held``; ``X took part in the 5th session of ...``."""
    start, end = story.tokens.start[first], story.tokens.end[last - 1]
    if story.blocks[story.tokens.sentences[number][2]].kind not in (BlockKind.BODY, BlockKind.SPEECH):
        return
    if _tell_gathering(story, number, frames, items, first, last):
        return
    if _tell_body(story, number, frames, items, first):
        return
    telling = [f for f in frames if not f.negated and not f.background and f.kind in _TELLING]
    if not telling:
        return
    if any(_tell_talks(story, frame, items, number, first, last) for frame in telling):
        return
    signs = signs_of_occasions(story.tokens.sentence_marks[number])
    occasions = find_occasions(story.text, start, end, signs)
    for frame in telling:
        at = story.tokens.start[frame.first]
        for occasion in occasions:
            if frame.kind is FrameKind.HELD and _tell_dialogue(story, frame, occasion, items, number):
                return
            if not _CONFERENCE.search(occasion.name) or (
                occasion.ordinal is None and len(occasion.name.split()) < 3
            ):
                continue
            ahead = occasion.start - story.tokens.end[frame.last - 1]
            opened = frame.kind is not FrameKind.ATTEND and 0 <= ahead < 40 and occasion.ordinal is not None
            held = frame.kind is FrameKind.HELD and occasion.end <= at + 1 and at - occasion.end < 60
            held = held or opened
            attended = frame.kind is FrameKind.ATTEND and not frame.planned and 0 <= occasion.start - at < 70
            if not (held or attended) or any(e.kind == "conference" for e in story.telling.encounters):
                continue
            people = [
                p
                for i in items
                if i.named and (held or i.last <= frame.first)
                for p in i.people
                if not story.people[p].honoured and story.people[p].stated
            ]
            if attended and not people:
                continue
            _add_conference(story, number, frame, people)
            return


def _tell_gathering(
    story: Story, number: int, frames: list[Frame], items: list[Item], first: int, last: int
) -> bool:
    """``Foreign ministers of the Nordic states will meet in Tartu``: a conference of people named later."""
    if any(e.kind == "conference" for e in story.telling.encounters):
        return False
    for frame in frames:
        if frame.negated or frame.background or frame.kind not in (FrameKind.MEET, FrameKind.HELD):
            continue
        group = next((i for i in items if i.last <= frame.first and not i.named), None)
        post = story.phrases.post_at[group.first] if group is not None else None
        if group is None or post is None or not post.plural or not post.complement or group.people:
            continue
        if group.first - first > 2 or any(i.last <= frame.first and i.named for i in items):
            continue
        people = [p for i in items if i.named for p in i.people if story.people[p].stated]
        _add_conference(story, number, frame, people)
        return True
    return False


_BODIES = frozenset("council committee commission assembly board bureau parliament cabinet panel".split())


def _tell_body(story: Story, number: int, frames: list[Frame], items: list[Item], first: int) -> bool:
    """``The Security Council held its 9000th meeting under the presidency of X``: a session, with X."""
    for frame in frames:
        if frame.kind is not FrameKind.HELD or frame.negated:
            continue
        if story.tokens.low[frame.first + 1 : frame.first + 2] != ["its"]:
            continue
        if _BODIES.isdisjoint(story.tokens.low[first : frame.first]):
            continue
        if any(i.named and i.last <= frame.first for i in items):
            continue
        people = [p for i in items if i.named for p in i.people if story.people[p].stated]
        if people:
            _add_conference(story, number, frame, people)
        return bool(people)
    return False


def _add_conference(story: Story, number: int, frame: Frame, people: list[int]) -> None:
    story.telling.encounters.append(
        Encounter(
            "conference",
            frame.planned,
            [],
            [],
            people,
            True,
            [number],
            [(frame.first, frame.last)],
            "encounter.conference",
            set(),
            days_of(story, frame, number),
        )
    )
    story.current = [len(story.telling.encounters) - 1]
    story.telling.about[number] = list(story.current)


_TALKS = TALKS | {"conversations", "round"}
_WITH = re.compile(
    r"with the participation of|between|(?:led|headed|chaired|co-chaired|attended|conducted) by"
    r"|under the (?:leadership|chairmanship|chair|co-chairmanship) of|with the involvement of"
)


def _tell_talks(story: Story, frame: Frame, items: list[Item], number: int, first: int, last: int) -> bool:
    """``Consultations were held in Riga with the participation of A and B``: the two sides meet."""
    low = story.tokens.low
    if frame.kind is not FrameKind.HELD or _TALKS.isdisjoint(low[first : frame.first]):
        return False
    people = [
        p
        for i in items
        if i.named and i.first >= frame.last
        for p in i.people
        if story.people[p].stated and not story.people[p].honoured
    ]
    sides = {story.people[p].country for p in people}
    if not 2 <= len(people) <= 4 or len(sides) < 2:
        return False
    begin = next(i.first for i in items if i.people and i.people[0] == people[0])
    if _WITH.search(" ".join(low[frame.last : begin])) is None:
        return False
    add_encounter(story, frame, [], [], people, False, number, False, set())
    return True


def _tell_dialogue(
    story: Story, frame: Frame, occasion: OccasionPhrase, items: list[Item], number: int
) -> bool:
    """``The 11th Dialogue took place, with A of one side and B of the other in the chair``: A and B meet."""
    if not _TWO_SIDED.search(occasion.name):
        return False
    at = story.tokens.start[frame.first]
    if not (occasion.end <= at + 1 and at - occasion.end < 60):
        return False
    after = [p for i in items if i.named and i.first >= frame.last for p in i.people]
    people = [p for p in after if story.people[p].stated]
    sides = {story.people[p].country for p in people}
    if len(people) < 2 or len(sides - {None}) < 2 - (len(people) == 2) or len(sides) < 2 or len(people) > 4:
        return False
    add_encounter(story, frame, [], [], people, False, number, False, set())
    return True


def _speaks_for_others(head: str) -> bool:
    """A spokesman tells of a session and takes no part in it."""
    return "spokes" in head.lower()


_BY = frozenset(("by", "are", "is"))
_BEGINS = 2  # tokens of a sentence within which its first subject begins
_LED = frozenset(
    "chaired opened hosted moderated led addressed attended represented presided included joined headed among"
    " made delivered participating".split()
)
_BEFORE = frozenset(("by", ",", "and", "are", "is", "the", "as"))


def go_on_with_conference(story: Story, number: int, items: list[Item], first: int, last: int) -> None:
    """Whoever is listed or speaks while a conference is told of takes part in it."""
    if len(story.current) != 1 or number in story.telling.encounters[story.current[0]].sentences:
        return
    known = story.telling.encounters[story.current[0]]
    if known.kind != "conference":
        return
    kind = story.blocks[story.tokens.sentences[number][2]].kind
    subject = subject_of(story, items, first, last, last, None)
    people = subject.people if subject is not None and subject.named else ()
    if not _BY.isdisjoint(low := story.tokens.low[first:last]) and not _LED.isdisjoint(low):
        people = (
            *people,
            *(p for i in items if i.named and low[i.first - first - 1] in _BEFORE for p in i.people),
        )
    if items and items[0].named and items[0].first - first < _BEGINS:
        people = (*people, *items[0].people)  # "X told the members that Y ..."
    if kind in (BlockKind.HEADLINE, BlockKind.ROW):
        people = tuple(p for i in items if i.named for p in i.people)
    for person in people:
        if (
            person not in known.attendees
            and story.people[person].stated
            and not story.people[person].honoured
            and not any(_speaks_for_others(post.head) for post in story.people[person].posts)
        ):
            known.attendees.append(person)
            known.sentences.append(number)

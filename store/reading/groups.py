"""Who was met is told later: ``received five new envoys. They are A, B and C``, or a list under a colon."""

from __future__ import annotations

from dataclasses import dataclass, replace

from store.reading.clauses import subject_of
from store.reading.common_words import BULLETS, CREDENTIALS
from store.reading.frames import Frame, FrameKind
from store.reading.layout import BlockKind
from store.reading.memory import Item
from store.reading.objects import object_of
from store.reading.sought import mark_of
from store.reading.story import Encounter, Group, Story
from store.reading.tellings import add_encounter

_PARTS = frozenset(
    "envoys ambassadors diplomats commissioners chiefs officers commanders officials leaders ministers"
    " members executives representatives delegation delegations team heads attachés attaches advisers"
    " governors generals lawmakers senators parliamentarians visitors guests".split()
)
_OF_GROUPS = mark_of(_PARTS | CREDENTIALS)
_TO_COME = frozenset("will shall would expected scheduled due tomorrow".split())
_ARE = frozenset("are were include includes included comprise comprises comprised".split())
_THEY = frozenset("they these those others among the his her their".split())
_NEAR = 4  # sentences after which a list is no longer looked for
_HEAD = 16  # tokens that a list's own subject may have


@dataclass(slots=True)
class _Side:
    host: int
    frame: Frame


def note_group(
    story: Story, number: int, frames: list[Frame], items: list[Item], first: int, last: int
) -> None:
    """Keep who received a group that the sentence does not name."""
    if not story.tokens.sentence_marks[number] & _OF_GROUPS:
        return
    for frame in frames:
        if (
            frame.negated
            or frame.background
            or (frame.planned and _TO_COME & set(story.tokens.low[first:last]))
        ):
            continue
        side = _side(story, frame, frames, items, first, last)
        if side is not None:
            listing = story.tokens.word[last - 1] == ":"
            held = replace(side.frame, planned=False)
            story.group = Group(number, side.host, held, None, listing, number)
            if not listing and (people := _behind_colon(story, side, items, last)):
                add_listed(story, story.group, people, number)
            return
    announce_group(story, number, first, last)


def _behind_colon(story: Story, side: _Side, items: list[Item], last: int) -> list[int]:
    """``received four new ambassadors: | A (Sweden), B (Portugal) and C (Japan)``."""
    colon = next((at for at in range(side.frame.last, last) if story.tokens.word[at] == ":"), last)
    people = [p for i in items if i.named and i.first > colon for p in i.people]
    return [p for p in dict.fromkeys(people) if p != side.host and not story.people[p].honoured]


def add_listed(story: Story, group: Group, people: list[int], number: int) -> None:
    """Tell that the host of the group received these."""
    group.index = add_encounter(story, group.frame, [group.host], people, [], True, number, False, set())


def announce_group(story: Story, number: int, first: int, last: int) -> None:
    """``The envoys who presented their credentials are:``: the list that follows is theirs."""
    group = story.group
    if group is None or story.tokens.word[last - 1] != ":" or number - group.sentence > _NEAR:
        return
    if story.tokens.sentence_marks[number] & _OF_GROUPS:
        group.listing, group.last = True, number


def _side(
    story: Story, frame: Frame, frames: list[Frame], items: list[Item], first: int, last: int
) -> _Side | None:
    low = story.tokens.low
    if frame.kind is FrameKind.RECEIVE:
        host, other = (
            subject_of(story, items, first, frame.first, frame.first, frame),
            low[frame.first : last],
        )
        met = object_of(story, items, frame, last, frames)
    elif frame.kind in (FrameKind.CALL_ON, FrameKind.RECEIVED):
        host, other = object_of(story, items, frame, last, frames), low[first : frame.last]
        met = subject_of(story, items, first, frame.first, frame.first, frame)
    else:
        return None
    if host is None or len(host.people) != 1 or (met is not None and (met.people or met.countries)):
        return None
    if not (_PARTS | CREDENTIALS) & set(other[:_HEAD] if frame.kind is FrameKind.RECEIVE else other):
        return None
    person = story.people[host.people[0]]
    return None if person.honoured or not person.stated else _Side(host.people[0], frame)


def fill_group(story: Story, number: int, items: list[Item], first: int, last: int) -> bool:
    """Make those whom the sentence lists the guests of the one who received them."""
    group = story.group
    if group is None or number == group.sentence:
        return False
    people = _listed(story, group, number, items, first, last)
    known = story.telling.encounters[group.index] if group.index is not None else None
    people = [
        p
        for p in dict.fromkeys(people)
        if p != group.host and not story.people[p].honoured and (known is None or p not in known.guests)
    ]
    if not people:
        return False
    if known is not None:
        known.guests.extend(people)
    else:
        add_listed(story, group, people, group.sentence)
        known = story.telling.encounters[group.index] if group.index is not None else None
    if known is not None and number not in known.sentences:
        known.sentences.append(number)
        story.current = [group.index] if group.index is not None else []
        _remember(story, known)
    group.last = number
    return True


def _listed(story: Story, group: Group, number: int, items: list[Item], first: int, last: int) -> list[int]:
    low, word = story.tokens.low, story.tokens.word
    named = [i for i in items if i.named]
    bullet = word[first] in BULLETS
    if group.listing or bullet:
        kind = story.blocks[story.tokens.sentences[number][2]].kind
        row = bullet or kind is BlockKind.ROW or word[first].rstrip(".)").isdigit()
        if row and number - group.last <= 2:
            return [p for i in named for p in i.people]
        if number - group.last > 2:
            group.listing = False
    if number - group.last <= _NEAR and _present_credentials(story, group, number):
        return [p for i in named for p in i.people if _is_envoy_to(story, group, p)]
    if number - group.last > _NEAR or low[first] not in _THEY:
        return []
    verb = next((at for at in range(first, min(last, first + _HEAD)) if low[at] in _ARE), None)
    if verb is None or any(i.first < verb for i in named):
        return []
    subject = set(low[first:verb])
    own = low[first] in ("they", "these") and verb - first <= 3
    present = {"attendance", "present", "attended"} & subject
    if not own and not (
        (subject & (_PARTS | CREDENTIALS) or {"rest", "others"} & subject)
        if not present
        else group.index is None
    ):
        return []
    return [p for i in named if i.first > verb and i.first - verb < 60 for p in i.people]


def _present_credentials(story: Story, group: Group, number: int) -> bool:
    """``Among those presenting their credentials were``, after a reception of credentials."""
    for told in (group.sentence, number):
        first, last, _ = story.tokens.sentences[told]
        if CREDENTIALS.isdisjoint(story.tokens.low[first:last]):
            return False
    return "presented" in story.tokens.low[first:last] or "presenting" in story.tokens.low[first:last]


def _is_envoy_to(story: Story, group: Group, person: int) -> bool:
    country = story.people[person].country
    return bool(story.people[person].posts) and country != story.people[group.host].country


def join_credentials(story: Story, before: int, first: int, last: int) -> None:
    """``X also presented credentials to the president``: part of the same reception, not another one."""
    group = story.group
    encounters = story.telling.encounters
    if group is None or group.index is None or len(encounters) != before + 1 or group.index >= before:
        return
    if not CREDENTIALS & set(story.tokens.low[first:last]):
        return
    known, late = encounters[group.index], encounters[-1]
    if late.hosts != known.hosts or late.planned or late.kind != known.kind:
        return
    encounters.pop()
    known.guests.extend(g for g in late.guests if g not in known.guests)
    known.sentences.extend(n for n in late.sentences if n not in known.sentences)
    known.words.extend(late.words)
    for number, about in story.telling.about.items():
        story.telling.about[number] = [group.index if i == before else i for i in about]
    story.current = [group.index]
    _remember(story, known)


def _remember(story: Story, known: Encounter) -> None:
    story.memory.guests = tuple(known.guests)
    story.memory.everybody = tuple(known.hosts + known.guests)

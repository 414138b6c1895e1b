"""Who was there too, where a sentence speaks of presence in no way that is known by heart."""

from __future__ import annotations

from store.reading.common_words import TALKS
from store.reading.memory import Item
from store.reading.sought import mark_of
from store.reading.story import Encounter, Story

_THERE = frozenset(
    "attended attending attendance present presence participated participating joined joining accompanied"
    " accompanying alongside flanked represented attends joins accompanies".split()
)
_OF_PRESENCE = mark_of(_THERE)
_ELSEWHERE = frozenset(
    "ceremony ceremonies exercise exercises drill drills funeral parade conference forum seminar exhibition"
    " wreath wreaths flowers concert school academy course mission coalition union alliance party army navy"
    " visited toured tour trip organisation organization nato eu not n't never neither nor absent instead"
    " if would last previous next ago former since".split()
)
_HOMAGE = frozenset("laid lay lays wreath wreaths flowers paid honoured honored inspected toured".split())
_SOON = 2  # sentences after the one that told of the encounter
_SAID = frozenset("said says told added stressed noted stated according emphasised emphasized".split())


def tell_bystanders(story: Story, number: int, items: list[Item], first: int, last: int) -> bool:
    """Add the officials of a sentence about presence to the encounter of the sentences right before it."""
    if not story.tokens.sentence_marks[number] & _OF_PRESENCE or not story.telling.encounters:
        return False
    words = set(story.tokens.low[first:last])
    encounter = _just_told(story, number)
    if encounter is None or words & (_SAID | _HOMAGE) or (words & _ELSEWHERE and not words & TALKS):
        return False
    if "will" in words and not encounter.planned:
        return False
    known = {*encounter.hosts, *encounter.guests, *encounter.attendees}
    new = [
        person
        for item in items
        if item.named
        for person in item.people
        if person not in known and story.people[person].stated and not story.people[person].honoured
    ]
    if not new:
        return False
    encounter.attendees.extend(dict.fromkeys(new))
    encounter.also.extend(dict.fromkeys(new))
    encounter.sentences.append(number)
    for person in new:
        story.people[person].acting = True
    return True


def _just_told(story: Story, number: int) -> Encounter | None:
    """The one encounter that the sentences right before are about."""
    if len(story.current) != 1:
        return None
    encounter = story.telling.encounters[story.current[0]]
    near = encounter.sentences and 0 < number - encounter.sentences[-1] <= _SOON
    return encounter if near and encounter.kind == "meeting" and not encounter.heading else None

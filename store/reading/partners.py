"""Who the other one is, where the clause itself does not say or says it in its own way."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from store.reading.dates import Precision
from store.reading.frames import Frame, FrameKind
from store.reading.memory import Item
from store.reading.pronouns import suits
from store.reading.stand_ins import SIDES
from store.reading.story import Story


def his_host(story: Story, frame: Frame, right: Item) -> bool:
    """``met his host, General X``."""
    words = story.tokens.low[frame.last : right.first + 1]
    return any(a in ("his", "her", "their") and b == "host" for a, b in pairwise(words))


def said_by(story: Story, frame: Frame, right: Item, first: int) -> bool:
    """Whether a sentence that begins with ``Welcoming ...,`` has only its speaker behind the comma."""
    low = story.tokens.low
    return (
        frame.kind is FrameKind.RECEIVE
        and frame.first == first
        and low[frame.first].endswith("ing")
        and right.named
        and "," in low[frame.last : right.first]
    )


_AUXILIARIES = frozenset("has have had also then later will to".split())


def participants_follow(story: Story, frame: Frame) -> bool:
    """``Talks were held with | the participation of A and B``: both are takers-part."""
    return bool({"participation", "involvement"} & set(story.tokens.low[frame.last : frame.last + 3]))


_RESOLVED = frozenset("agreed agree decided vowed pledged resolved consented concurred".split())


def only_agreed(story: Story, frame: Frame, first: int) -> bool:
    """``agreed to hold the first dialogue next year``: an intention without a day, and no meeting."""
    return not _RESOLVED.isdisjoint(story.tokens.low[first : frame.first]) and not any(
        d.precision is Precision.DAY for d in story.dates.get(first, ())
    )


def urged(story: Story, frame: Frame, right: Item, last: int) -> bool:
    """``called on the two sides to stop``, ``called upon Japan to``: asked them, visited nobody."""
    low = story.tokens.low
    if not low[frame.first].startswith("call") or right.named:
        return False
    return not right.people or right.word in SIDES or "to" in low[right.last : min(last, right.last + 2)]


def caller(story: Story, items: list[Item], right: Item) -> Item | None:
    """``during a courtesy call on him by Vice Admiral X``: X is the one who called."""
    low = story.tokens.low
    if low[right.last : right.last + 1] != ["by"]:
        return None
    return next((i for i in items if i.named and 1 <= i.first - right.last <= 3), None)


_ROUND = (FrameKind.CALL_ON, FrameKind.MEET, FrameKind.RECEIVED)


def goes_on(story: Story, frame: Frame, left: Item | None, right: Item | None) -> Item | None:
    """``Prime Minister X told him ... Later he called on Minister Y``, of X's side: the guest goes on."""
    if left is None or right is None or left.word not in ("he", "she") or not right.named:
        return left
    memory = story.memory
    if frame.kind not in _ROUND or len(memory.guests) != 1 or not set(left.people) <= set(memory.hosts):
        return left
    own = {story.people[p].country for p in (*left.people, *right.people)}
    guest = story.people[memory.guests[0]]
    if (
        not left.people
        or len(own) != 1
        or guest.country in (None, story.home, *own)
        or not suits(guest, left.word)
    ):
        return left
    return replace(left, people=memory.guests)


def put_first(story: Story, items: list[Item], first: int, frame: Frame) -> list[int]:
    """``With X, the minister discussed``: the two of them."""
    if story.tokens.low[first] != "with":
        return []
    before = [i for i in items if i.last <= frame.first and i.people]
    if len(before) < 2 or not before[0].named or before[0].first - first > 2:
        return []
    subject = before[-1]
    if set(subject.people) & set(before[0].people) or frame.first - subject.last > 3:
        return []
    return [*subject.people[:1], *before[0].people[:1]]


def mentions_known(story: Story, right: Item, left: Item | None) -> bool:
    """``The meeting with X was ...``: the encounter already told of, not a new one."""
    for index in reversed(range(len(story.telling.encounters))):
        principals = story.telling.encounters[index].principals
        if (
            right.people
            and set(right.people) <= principals
            and (left is None or not left.named or set(left.people) & principals)
        ):
            story.current = [index]
            return True
    return False


def held_subject(story: Story, frame: Frame, right: Item) -> tuple[int, ...]:
    """Whose meeting it is, where the sentence does not say: whom the story is about."""
    words = story.tokens.low[frame.first : frame.last]
    if _letters_before(story, frame):
        return ()
    if words[-1] in ("was", "were"):  # "the next visitor was"
        return story.memory.hosts or story.memory.subject
    if not frame.agenda:
        if words[0] not in ("meeting", "meetings", "talks", "a", "the"):
            return story.memory.subject
        if not {"was", "were"} & set(words):
            return ()
    sides = {story.people[p].country for p in right.people} - {None}
    memory = story.memory
    likely = (memory.guests, memory.subject) if frame.agenda else (memory.subject, memory.guests)
    for people in (*likely, story.visitor):
        if people and not sides & {story.people[p].country for p in people}:
            return people
    return ()


def _letters_before(story: Story, frame: Frame) -> bool:
    """``The PCOS held talks with X``: a subject in letters that nobody is known by."""
    at = frame.first - 1
    while at >= 0 and story.tokens.low[at] in _AUXILIARIES:
        at -= 1
    word = story.tokens.word[at] if at >= 0 else ""
    return len(word) > 1 and word.isalpha() and word.isupper() and story.phrases.hits[at] is None

"""Those who led the two sides of talks, and hosts named beside their guests: they met, whatever the verb."""

from __future__ import annotations

from store.reading.clauses import subject_of
from store.reading.frames import Frame, FrameKind
from store.reading.meetings import add_encounter
from store.reading.participants import Item
from store.reading.story import Story

_LEADS = frozenset("led headed leads heads leading heading chaired chairing represented representing".split())
_SIDES = frozenset("delegation delegations side sides team teams party visitors hosts guests one".split())
_BE = frozenset("was were is are being".split())
_NEAR = 4  # sentences between the words about one side and those about the other
_WITHIN = 9  # tokens between the verb and its side
_HOSTS = frozenset(("host", "hosts", "guest", "visitor"))
_WHERE = frozenset("there here , for the talks of day".split())


def tell_leaders(story: Story, number: int, items: list[Item], first: int, last: int) -> None:
    """``X led the Kenyan side, Y the Ugandan one``; ``the one delegation was led by X, the other by Y``."""
    low = story.tokens.low
    verbs = [at for at in range(first, last) if low[at] in _LEADS]
    if not verbs:
        return
    both: set[int] = set()  # who leads a side in this very sentence
    for at in verbs:
        if "had" in low[max(first, at - 3) : at]:
            return
        for person, code in _leaders(story, items, first, last, at):
            if code is not None and story.people[person].country is None:
                story.people[person].country, story.people[person].country_rule = code, "country.side"
            both.add(person)
            if all(person != known for known, _ in story.leaders):
                story.leaders.append((person, number))
    near = [person for person, told in story.leaders if number - told < _NEAR]
    sides = {story.people[person].country for person in near}
    if (
        len(near) < 2
        or (len(sides) < 2 and len(both) != 2)
        or any(p.honoured for p in (story.people[n] for n in near))
    ):
        return
    if any(set(near) <= {*e.hosts, *e.guests, *e.attendees} for e in story.telling.encounters):
        return
    where = Frame(FrameKind.MEET, verbs[0], verbs[0] + 1, False, False, "encounter.sides")
    add_encounter(story, where, [], [], near[-2:] if None in sides else near, False, number, False, set())
    story.leaders.clear()


def _leaders(story: Story, items: list[Item], first: int, last: int, at: int) -> list[tuple[int, str | None]]:
    """Whoever leads a side by the verb at ``at``, with the country of the side where it is said."""
    low = story.tokens.low
    named = [i for i in items if i.named]
    if low[at + 1 : at + 2] == ["by"] or low[at + 1 : at + 3] == ["respectively", "by"]:
        side = _side_before(low, first, at)
        if low[at - 1] not in _BE or side is None or not _definite(story, first, side):
            return []
        code = _code(story, first, side) if low[side] != "delegations" else None
        led = [(i, code) for i in named if at + 2 <= i.first <= at + 5][:1]
        led += [(i, _code(story, at, k)) for i in named if (k := _side_by(low, at, i)) is not None]
        return [(p, c) for i, c in led for p in i.people]
    side = next((k for k in range(at + 1, min(last, at + _WITHIN)) if low[k] in _SIDES), None)
    if side is None or not _definite(story, at, side):
        return []
    beside = next((i for i in named if at - 1 <= i.last <= at), None)
    subject = beside or subject_of(story, items, first, at, at, None)
    if subject is None or not subject.named:
        return []
    code = _code(story, at, side) if len(subject.people) == 1 else None
    other = [(p, c) for i in named if (c := _other_side(story, i, side, last)) for p in i.people]
    return [(p, code) for p in subject.people] + other


def _side_before(low: list[str], first: int, at: int) -> int | None:
    return next((k for k in range(at - 1, max(first, at - _WITHIN) - 1, -1) if low[k] in _SIDES), None)


def _definite(story: Story, first: int, side: int) -> bool:
    """Whether ``the Danish side`` is spoken of, not a delegation that nobody knows yet."""
    return any(
        story.tokens.low[k] in ("the", "his", "her", "their", "two") or _code(story, k - 1, k + 1)
        for k in range(max(first, side - 6), side)
    )


def _code(story: Story, after: int, before: int) -> str | None:
    """The country last named between two tokens: of ``the Danish side``."""
    for at in range(before - 1, max(after, before - 6), -1):
        hit = story.phrases.hits[at]
        if hit is not None and hit.entry.kind.value in ("adjective", "country"):
            return hit.entry.code
    return None


def _side_by(low: list[str], at: int, item: Item) -> int | None:
    """Where ``one by`` stands in front of the leader of ``the Lithuanian one by X``."""
    back = item.first - 1
    while back > at + 2 and low[back] in ("the", "its", "their", "mr", "ms", "mrs", "dr", "he", "h.e"):
        back -= 1
    return back - 1 if back > at + 2 and low[back] == "by" and low[back - 1] in _SIDES else None


def _other_side(story: Story, item: Item, side: int, last: int) -> str | None:
    """``X led the Kenyan side and Y the Ugandan one``: the country of Y, who has no verb."""
    low = story.tokens.low
    if item.first <= side or low[item.last : item.last + 1] != ["the"]:
        return None
    noun = next((k for k in range(item.last, min(last, item.last + 5)) if low[k] in _SIDES), None)
    return _code(story, item.last, noun) if noun is not None else None


def tell_named_host(story: Story, number: int, items: list[Item], first: int, last: int) -> None:
    """``His host there, Admiral X, wrote``: X received whom the sentence before was about."""
    low = story.tokens.low
    about = story.memory.subject
    if len(about) != 1:
        return
    for at in range(first, min(last - 2, first + 12)):
        if low[at] not in ("his", "her") or low[at + 1] not in _HOSTS:
            continue
        item = next((i for i in items if i.named and i.first >= at + 2), None)
        between = low[at + 2 : item.first] if item is not None else []
        if item is None or len(between) > 6 or not _WHERE.issuperset(between) or item.people[0] in about:
            return
        guest = low[at + 1] in ("guest", "visitor")
        hosts, guests = (list(about), list(item.people)) if guest else (list(item.people), list(about))
        where = Frame(FrameKind.RECEIVE, at, at + 2, False, False, "encounter.host")
        if not any({*hosts, *guests} <= e.principals for e in story.telling.encounters):
            add_encounter(story, where, hosts, guests, [], True, number, False, set())
        return

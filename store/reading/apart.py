"""Whether those of a list were met one after another: ``received separately``, ``met A, B and C``."""

from __future__ import annotations

from store.reading.frames import Frame, FrameKind
from store.reading.memory import Item
from store.reading.story import Story

_SEVERAL = frozenset("meetings calls visits conversations".split())

_ENCOUNTERS = _SEVERAL | frozenset("talks audiences discussions encounters".split())

_APART = frozenset("separate separately individually respectively".split())

_ONE_MEETING = frozenset(
    "trilateral tripartite quadrilateral three-way four-way jointly together delegation a an quad".split()
)

_OF_MORE = frozenset("trilateral trilaterals quadrilateral tripartite three-way four-way".split())
_MET = frozenset("met meet meets meeting called calling call see".split())


def one_by_one(story: Story, first: int, frame: Frame, group: Item) -> bool:
    """Whether the people of a group were met apart: ``received separately``, ``in separate audiences``."""
    if len(group.people) < 2:
        return False
    low = story.tokens.low
    if not _OF_MORE.isdisjoint(low[frame.first : frame.last]):
        return False
    from_, to = max(first, min(frame.first, group.first) - 4), max(frame.last, group.first)
    near = (*low[from_:to], *low[group.last : group.last + 6])
    met = group.first >= frame.last  # those in front of the verb came together
    apart = (met and _in_turn(story, frame, group)) or not _APART.isdisjoint(near)
    return apart and low[frame.last - 1] != "between"


def _in_turn(story: Story, frame: Frame, group: Item) -> bool:
    """``had meetings with A of one state and B of another``, ``met A, B and C``, ``paid calls on``."""
    low = story.tokens.low
    told = low[frame.first : frame.last]
    if told[-1:] == ["between"] or frame.kind in (FrameKind.RECEIVE, FrameKind.RECEIVED):
        return False
    if not _ONE_MEETING.isdisjoint(low[frame.first - 3 : group.last + 4]):
        return False
    several = not _SEVERAL.isdisjoint(told)
    if not several and _MET.isdisjoint(told):
        return False
    if not all(story.people[p].posts for p in group.people):
        return False
    sides = [story.people[p].country for p in group.people]
    apart = len(set(sides)) == len(sides) and None not in sides
    if several:
        return "calls" in told or apart or len(sides) > 2
    if {"trilateral", "tripartite", "three-way"} & set(low) and len(set(sides)) > 1:
        return False
    if len(set(sides)) > 1:
        return len(set(sides)) > 2
    own = sides[0] == story.home and story.home is not None
    if _is_envoy(story, list(group.people)) or not (own or _rules(story, group.people)):
        return False  # a delegation
    return len(sides) > 2 or "well" in low[group.first : group.last]


_RULERS = frozenset(("president", "premier", "king", "emir", "amir", "sultan", "speaker", "prime minister"))


def _rules(story: Story, people: tuple[int, ...]) -> bool:
    """Whether a head of state, of government or of parliament is among them, who receives alone."""
    return any(h.head in _RULERS for p in people for h in story.people[p].posts)


def announced_apart(story: Story, number: int, frame: Frame, group: Item) -> bool:
    """``held separate meetings with ministers. He met A; B; and C``."""
    if len(group.people) < 2:
        return False
    low = story.tokens.low
    if number == 0 or frame.kind not in (FrameKind.MEET, FrameKind.RECEIVE):
        return False
    if not _OF_MORE.isdisjoint(low[frame.first : frame.last]):
        return False
    said = set(low[slice(*story.tokens.sentences[number - 1][:2])])
    apart = not _APART.isdisjoint(said) or {"bilateral", "meetings"} <= said
    return apart and not _ENCOUNTERS.isdisjoint(said)


def leaves(story: Story, frame: Frame, left: list[int], right: list[int]) -> bool:
    """``The outgoing ambassador bade farewell to the minister``: who leaves calls on who stays."""
    if "farewell" not in story.tokens.low[frame.first : frame.last]:
        return False
    return _is_envoy(story, left) and not _is_envoy(story, right)


def _is_envoy(story: Story, people: list[int]) -> bool:
    heads = {h.head.split()[-1] for p in people for h in story.people[p].posts}
    return not heads.isdisjoint(("ambassador", "attaché", "attache", "commissioner", "adviser", "consul"))

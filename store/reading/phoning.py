"""Meetings that were calls: told by the telephone in the sentence, or by how such calls are reported."""

from __future__ import annotations

from store.reading.frames import Frame, FrameKind
from store.reading.story import Story

_MACHINES = frozenset(
    "phone telephone telephonic video videoconference teleconference videolink vtc call".split()
)

_CALLS = frozenset(
    "call calls conversation conversations conference conferences talk talks link links discussion".split()
)
_PLACED = frozenset("initiated placed requested made".split())
_TALKED = frozenset(
    "spoke speaks spoken speak talk talked talks discussed exchanged reviewed conferred consulted held had"
    " holds has".split()
)


_HERE = frozenset("guest guests visitor visitors delegation visiting".split())


def by_telephone(story: Story, frame: Frame, first: int, last: int, frames: list[Frame]) -> bool:
    """``In a phone call, X and Y discussed``; ``X spoke with Y by phone``; ``X spoke today with Y``."""
    low = story.tokens.low
    if low[frame.first] not in _TALKED or any(f.kind is FrameKind.CALL for f in frames):
        return False
    if any(low[at] in _MACHINES and _to_speak_with(low, at) for at in range(first, last)):
        return True
    if story.round is not None and story.round.frame.kind is FrameKind.CALL and not frame.planned:
        return True
    if low[frame.first] not in ("spoke", "speaks", "spoken", "speak"):
        return False
    if not _HERE.isdisjoint(low[frame.last : frame.last + 3]):
        return False  # "Prime Minister X also spoke with the guest"
    place = (at for at in range(frame.first, last - 1) if low[at] in ("in", "at", "during", "here"))
    return not any(story.tokens.cap[at + 1] or low[at + 1] in ("the", "a", "his", "her", ".") for at in place)


def _to_speak_with(low: list[str], at: int) -> bool:
    ahead = low[at + 1] if at + 1 < len(low) else ""
    if low[at] == "call":  # "in a call initiated by the Danish side"
        return ahead in _PLACED and low[at - 1] in ("a", "the")
    before = low[max(0, at - 3) : at]
    return ahead in _CALLS or not {
        "by",
        "over",
        "via",
        "on",
        "through",
    }.isdisjoint(before)

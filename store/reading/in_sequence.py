"""What frames owe to those before them in a sentence: plans carried on, talks ahead, talks long over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_BASE = frozenset(
    "hold meet receive host visit welcome attend have speak talk see pay sit confer discuss greet".split()
)
_AND = re.compile(r"\band(?: (?:then|also|later|subsequently|afterwards|separately|thereafter))*$")
_AHEAD = re.compile(
    r"\b(?:ahead of|in preparation for|to prepare(?: for)?|on the eve of"
    r"|(?:a|one|two) days? (?:before|prior to))"
    r"(?: (?!and |with )[\w'’-]+){0,3}$"
)
_ARRANGED = re.compile(r"\b(?:arrangements|preparations|plans) for [^,;]*$")
_NEWS = "visit|trip|meeting|talks|call|tour|stay|conversation|phone call|announcement"
_SINCE = re.compile(
    rf"\b(?:{_NEWS})(?: [^ ,;.]+){{0,6}}? (?:comes?|came)(?: [^ ,;.]+){{0,4}}? (?:after|following)"
    r"(?: [^ ,;]+){0,14}$"
    rf"|\b(?:{_NEWS})(?: [^ ,;.]+){{0,6}}? (?:follows?|builds? on)(?: (?:a|an|the|last [a-z]+ 's|[a-z]+))?$"
)
_PAST_TALKS = re.compile(r"(?:his|her|their|the) (?:recent|previous|last|past|earlier) ")
_CALLED_OFF = re.compile(
    r"\b(?:postpon(?:ed|es)|cancel(?:l?ed|s)|call(?:ed|s) off|put off|scrapped|shelved|delayed|abandoned)\b"
    r"[^;.]*? (?:where|during which|in which|on which|when) [^,;.]*$"
)
_OFF_WORDS = ("postpon", "cancel", " off ", "scrapped", "shelved", "delayed", "abandoned")


class Sequel(NamedTuple):
    """What a frame is for what stands before it."""

    planned: bool = False
    background: bool = False
    negated: bool = False


_NOTHING = Sequel()


def sequel_of(before: str, told: str, noun: bool, plans: Sequence[bool]) -> Sequel:
    """For the words before a frame, its own, and whether the frames before it were ``plans``."""
    if plans and plans[-1] and _goes_on(before, told):
        return Sequel(planned=True)
    if noun and "for" in before and _ARRANGED.search(before[-_FAR:]) is not None:
        return Sequel(planned=True)
    if noun and plans and _AHEAD.search(before[-_NEAR:]) is not None:
        return Sequel(planned=True)
    if noun and _PAST_TALKS.match(told) is not None:
        return Sequel(background=True)
    if ("come" in before or "came" in before or "follow" in before or "build" in before) and _SINCE.search(
        before
    ):
        return Sequel(background=True)
    if any(map(before.__contains__, _OFF_WORDS)) and _CALLED_OFF.search(before) is not None:
        return Sequel(negated=True)
    return _NOTHING


_NEAR, _FAR = 60, 140  # characters


def _goes_on(before: str, told: str) -> bool:
    """``is to meet A | followed by talks with B``, ``and then hold talks with B``: the plan goes on."""
    if told.startswith("followed by"):
        return True
    if before.endswith("followed by"):
        return True
    return told.partition(" ")[0] in _BASE and _AND.search(before) is not None

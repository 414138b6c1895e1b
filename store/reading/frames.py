"""Verb frames of encounters: who receives, calls on, meets, telephones, attends. Patterns over lower-case words.

Each frame is found in a sentence at tokens ``[first, last)``; who stands to its left and right is for
``encounters`` to say. Data: ``resources/lexicon/frames.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from resources import resource
from store.reading.tokens import Tokens


class FrameKind(StrEnum):
    """What kind of encounter the words tell of, seen from the words' left side."""

    RECEIVE = "receive"  # left hosts right
    RECEIVED = "received"  # left is hosted by right
    CALL_ON = "call_on"  # left visits right
    MEET = "meet"  # left and right meet
    CALL = "call"  # left and right speak from afar
    ATTEND = "attend"  # left is there too
    ACCOMPANY = "accompany"  # right is there too
    HELD = "held"  # a conference is held


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame at tokens ``[first, last)``; ``planned`` and ``pluperfect`` by its auxiliary words."""

    kind: FrameKind
    first: int
    last: int
    planned: bool
    background: bool
    rule: str
    plural: bool = False  # needs several people on its left
    negated: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    table = tomllib.loads(resource("lexicon", "frames.toml").read_text("utf-8"))
    parts = []
    for kind, rows in table["frames"].items():
        for number, row in enumerate(rows):
            body = row
            for name, words in table["words"].items():
                body = body.replace("{" + name + "}", f"(?:{words})")
            parts.append(f"(?P<{kind}_{number}>{body})")
    return re.compile(r"(?<![^ ])(?:" + "|".join(parts) + r")(?![^ ])")


_PLANNED = re.compile(
    r"(?:\b(?:will|shall|would|is to|are to|was to|were to|is due|are due|is scheduled|are scheduled|is expected|are expected|is set|are set|plans|plan|intends|is slated|is also to|is also due"
    r"|is about|scheduled|expected|due)(?: (?:also|be|to|then|later|be able|hold|have|there|separately|on|in))*(?: [\w ]{0,30})?|\bto(?: also)?)$"
)
_TO_COME = re.compile(r"\b(?:will|shall|is due|are due|scheduled|expected to|is to|are to|plans to|is set to)\b[^;]*$")
_PLUPERFECT = re.compile(r"\bhad(?: (?:also|already|last|previously|earlier|recently|first|just|been|briefly))*$")
_NEGATED = re.compile(r"\b(?:not|never|refused to|declined to|cancelled|canceled|without|instead of|failed to|n't)(?: (?:be|been|have|to))*$|\b(?:called off|cancelled|canceled|postponed)\b[^,]*$")
_CALLED_OFF = re.compile(
    r"\b(?:is|was|were|are) (?:also |now |therefore )?(?:off|called off|cancelled|canceled|not held|abandoned|scrapped|shelved)\b|\b(?:has|have|had) (?:also )?(?:been )?(?:cancelled|canceled|called off|scrapped)\b"
    r"|\balso off (?:is|are)\b|\b(?:did not|didn't|will not|won't) (?:take place|meet|be held|attend|receive)\b|\bfell through\b|\bpostponed (?:indefinitely|sine die|to a later date|without)\b"
)
_PERFECT = re.compile(r"\b(?:has|have)(?: \w+)?$")


def find_frames(tokens: Tokens, first: int, last: int) -> list[Frame]:
    """The frames of tokens ``[first, last)``, in order, not overlapping."""
    starts: list[int] = []
    at = 0
    pieces = tokens.low[first:last]
    for piece in pieces:
        starts.append(at)
        at += len(piece) + 1
    text = " ".join(pieces)
    index = {start: number for number, start in enumerate(starts)}
    ends = {start + len(piece): number + 1 for number, (start, piece) in enumerate(zip(starts, pieces, strict=True))}
    found: list[Frame] = []
    off = _CALLED_OFF.search(text) is not None
    for match in _pattern().finditer(text):
        group = match.lastgroup
        if group is None or match.start() not in index or match.end() not in ends:
            continue
        name, _, number = group.rpartition("_")
        kind, plural = (name[:-7], True) if name.endswith("_plural") else (name, False)
        before = text[max(0, match.start() - 80) : match.start()].rstrip()
        ahead = _PLANNED.search(before) or (match.group().startswith(("for ", "in a ")) and _TO_COME.search(before))
        found.append(
            Frame(
                FrameKind(kind),
                first + index[match.start()],
                first + ends[match.end()],
                bool(ahead),
                bool(_PLUPERFECT.search(before)),
                f"encounter.{name}.{number}",
                plural,
                off or bool(_NEGATED.search(before)),
            )
        )
    return found

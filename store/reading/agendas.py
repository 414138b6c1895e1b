"""Meetings as points of a programme: ``talks with A are planned``, ``the visit includes talks with B``."""

from __future__ import annotations

import re

_NOUNS = "meetings?|talks|consultations|negotiations|discussions|audiences?"
_PROGRAMME = "program|programme|agenda|schedule|itinerary|visit|trip|stay"
_SET = (
    "planned|scheduled|expected|envisaged|envisioned|foreseen|anticipated|slated|due|pencill?ed in|lined up"
    "|on the (?:agenda|program|programme|schedule|cards)"
)
_MOVED = (
    "(?:re)?scheduled|rearranged|moved|brought forward|put back|pushed back|postponed|put off|set|fixed"
    "|confirmed"
)
_ARRANGED = "being (?:prepared|arranged|planned|worked out|organi[sz]ed)|in preparation|in the works"
_WILL = "be held|take place|focus|cover|address|be devoted|cent(?:er|re)|deal with"
_HOLDS = "includes?|features?|foresees|provides for|envisages|consists of|comprises"
_PLANNED = re.compile(
    rf"\b(?:{_NOUNS})\b[^;]*? (?:is|are|has been|have been) (?:also |currently |further )?(?:{_SET})\b"
    rf"|\b(?:{_NOUNS})\b[^;]*? (?:is|are|was|were|has been|have been) (?:now |also |again )?(?:{_MOVED})"
    r" (?:to|until|till|for)\b"
    rf"|\b(?:{_NOUNS})\b[^;]*? (?:is|are) (?:also |currently |already )?(?:{_ARRANGED})\b"
    rf"|\b(?:{_NOUNS})\b[^;]*? will (?:also |mainly )?(?:{_WILL})\b"
    rf"|\b(?:{_PROGRAMME})\b[^;]{{0,60}}? (?:will )?(?:also )?(?:{_HOLDS})\b"
    rf"|\b(?:there will be|(?:{_SET}) (?:is|are)) [^;]*?\b(?:{_NOUNS})\b"
)
_WORDS = frozenset(
    "planned scheduled expected envisaged envisioned foreseen anticipated slated due agenda program programme"
    " pencilled penciled lined rescheduled rearranged moved brought postponed put pushed set fixed confirmed"
    " being preparation works"
    " will schedule itinerary includes include features feature foresees provides envisages comprises".split()
)


def agenda_in(low: list[str], text: str) -> bool:
    """Whether a sentence's small words, apart and joined, tell of meetings as points of a programme."""
    return not _WORDS.isdisjoint(low) and _PLANNED.search(text) is not None

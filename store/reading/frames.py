"""Verb frames of encounters: who receives, calls on, meets, telephones, attends.

Frames are patterns over lower-case words. Each is found in a sentence at tokens ``[first, last)``; who
stands to its left and right is for ``encounters`` to say. Data: ``resources/lexicon/frames.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import accumulate
from operator import or_
from typing import TYPE_CHECKING

from store.lexicon.sections import sections
from store.reading.agendas import agenda_in
from store.reading.in_sequence import sequel_of
from store.reading.needs import needs
from store.reading.openings import Openings, openings
from store.reading.remembered import Remembered
from store.reading.supposed import DENIAL, is_denied

if TYPE_CHECKING:
    from store.reading.tokens import Tokens

FRAME = 16  # the sign of a word that a frame may begin with, see ``signs``
_ROWS = 100  # bits to the left: the marks of rows


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


@dataclass(slots=True)
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
    agenda: bool = False  # a point of a programme: "meetings with X are planned"
    right: bool = False  # those who meet all stand on its right: "co-chaired by X and Y"
    near: bool = False  # only with somebody right behind it: "visited X", not "visited the port with X"


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the table: its number in its kind, and where it may begin."""

    group: str
    body: str
    openings: Openings
    needs: frozenset[str]  # pieces of words of which every match holds one, or none


@cache
def _rows() -> tuple[_Row, ...]:
    table = sections("frames.toml")
    rows = []
    for kind, bodies in table["frames"].items():
        for number, body in enumerate(bodies):
            for name, words in table["words"].items():
                body = body.replace("{" + name + "}", f"(?:{words})")
            rows.append(_Row(f"{kind}_{number}", body, openings(body), needs(body)))
    return tuple(rows)


def is_sign(word: str) -> bool:
    """Whether a frame may begin with the word."""
    words, endings = _first_words()
    return word in words or word.endswith(endings)


@cache
def _first_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words that frames begin with, and the endings of those of which no more is known but some."""
    openings = [row.openings for row in _rows()]
    words = frozenset(word for opening in openings for word in opening.words)
    return words, tuple(ending for opening in openings for ending in opening.endings if ending)


@cache
def _anywhere() -> int:
    """The bits of the rows that may begin with any word; only what they need says where to try them."""
    return sum(1 << number for number, row in enumerate(_rows()) if "" in row.openings.endings) << _ROWS


def signs_of(low: str) -> int:
    """``FRAME`` where a frame may begin with a word."""
    return FRAME if is_sign(low) else 0


def marks_of(low: str) -> int:
    """A bit for each row that needs such a word."""
    bits = 0
    for piece, rows in _needed().items():
        if piece in low:
            bits |= rows
    return bits


@cache
def _needed() -> dict[str, int]:
    """The pieces of words that rows need, with the bits of the rows."""
    pieces: dict[str, int] = {}
    for number, row in enumerate(_rows()):
        for piece in row.needs:
            pieces[piece] = pieces.get(piece, 0) | (1 << number << _ROWS)
    return pieces


@cache
def _undemanding() -> int:
    """The bits of the rows of which it is not known what they need."""
    return sum(1 << number for number, row in enumerate(_rows()) if not row.needs) << _ROWS


def _beginning(word: str) -> tuple[int, re.Pattern[str] | None]:
    """The frames that may begin with a word, the first of the table first, and the bits of their rows."""
    numbers = tuple(number for number, row in enumerate(_rows()) if row.openings.admit(word))
    bits = sum(1 << number for number in numbers) << _ROWS
    return bits, _compiled(numbers) if numbers else None


_BEGINNINGS = Remembered(_beginning, 4_096)


@cache
def _compiled(numbers: tuple[int, ...]) -> re.Pattern[str]:
    rows = [_rows()[number] for number in numbers]
    return re.compile("(?:" + "|".join(f"(?P<{row.group}>{row.body})" for row in rows) + ")(?![^ ])")


_MANNERS = ("_plural", "_right", "_near")  # what the table adds to the name of a kind
_PLANNED = re.compile(
    r"(?:\b(?:will|shall|would|is to|are to|was to|were to|is due|are due|is scheduled|are scheduled"
    r"|is expected|are expected|is set|are set|is planned|are planned|is planning|plans|plan|intends"
    r"|is slated|is also to|is also due"
    r"|is about|scheduled|expected|due)(?: (?:also|be|to|then|later|be able|hold|have|there|separately|on"
    r"|in))*(?: [\w -]{0,40})?|\bto(?: also)?)$"
)
# What is planned is said with one of these, which are looked for first.
_PLANNED_SIGNS = (
    *("will", "shall", "would", "due", "expected", "scheduled", "is to", "are to", "was to", "were to"),
    *("also to", "set", "plan", "intends", "slated", "about"),
)
_TO_COME = re.compile(
    r"\b(?:will|shall|is due|are due|scheduled|expected to|is to|are to|plans to|is set to"
    r"|consider(?:s|ing) an? (?:trip|visit|journey|travel) to|travels to|heads to"
    r"|flies to|departs for|leaves for|left for|departed for|set off for)\b[^;]*$"
)
_RUNS_ON = re.compile(
    r"\b(?:programme|program|visit|tour|trip|stay|agenda|itinerary|schedule|mission|journey)\b[^;,]{0,40}"
    r" (?:ends|concludes|closes|culminates|finishes|continues|winds up|wraps up)\b[^;,]{0,40}$"
)
_PLUPERFECT = re.compile(
    r"\bhad(?: (?:also|already|last|previously|earlier|recently|first|just|been|briefly))*$"
)
_GLAD = re.compile(
    r"\b(?:was|were|am|is|are)(?: [a-z]+)? (?:pleased|delighted|honou?red|happy|glad|able|privileged"
    r"|proud) to(?: also)?$"
    r"|\bit (?:is|was)(?: [\w“”\"]+){0,4} (?:pleasure|honou?r|privilege|delight|joy|good|great|nice"
    r"|wonderful)(?: [”\"])? to(?: also)?$"
    r"|\b(?:had|having|took|taking) (?:the|an?) (?:[a-z]+ )?(?:opportunity|chance"
    r"|pleasure|honou?r|privilege)(?: also)? to(?: also)?$"
    r"|(?:^|[“\"] )(?:so |very )?(?:pleased|delighted|honou?red|happy|glad|proud) to$"
)  # "I was pleased to meet" tells of what was done
_CAME_TO = re.compile(
    r"\b(?:visited|arrived|came|travell?ed|flew|went|gathered|(?:was|were) (?:in|at|(?:then |later )?"
    r"(?:taken|driven|escorted|brought|flown)))\b[^;]*(?<! is)(?<! are)"
    r"(?<! was)(?<! were)(?<! due)(?<! expected)(?<! scheduled)(?<! set)(?<! planning) to$"
)  # "visited the command to meet with X" does so too
_RECALLED = re.compile(
    r"\b(?:recent|last|previous|earlier|past|prior|recall(?:ed|s|ing)|remember(?:ed|s|ing))"
    r"(?: [\w.'’-]+){0,6}$"
)
_CALLED_OFF = re.compile(
    r"\b(?:is|was|were|are) (?:also |now |therefore )?(?:off|called off"
    r"|put off(?! (?:until|till|to|for) )|cancelled|canceled|not held"
    r"|abandoned|scrapped|shelved)\b|\b(?:has|have|had) (?:also )?(?:been )?(?:cancelled|canceled|called off"
    r"|scrapped)\b"
    r"|\balso off (?:is|are)\b|\b(?:did not|didn't|will not|won't) (?:take place|meet|be held|attend"
    r"|receive)\b|\bfell through\b|\bpostponed (?:indefinitely|sine die|to a later date|without)\b"
)

_OFF_WORDS = frozenset(
    "off cancelled canceled not didn't won't fell postponed abandoned scrapped shelved".split()
)  # whatever was called off is said with one of these


# "will attend a lunch and a meeting with X"
_NOUN_AHEAD = ("for ", "in a ", "a ", "another ", "bilateral ", "separate ")
_NOUN_FIRST = frozenset(
    "a the another his her their for first final bilateral separate trilateral during meeting meetings talks"
    " discussions consultations negotiations conversation".split()
)


def _owned_host(pieces: list[str], at: int) -> bool:
    return not {"his", "her", "its", "their"}.isdisjoint(pieces[max(0, at - 2) : at])


def find_frames(tokens: Tokens, first: int, last: int) -> list[Frame]:
    """The frames of tokens ``[first, last)``, in order, not overlapping."""
    signs = tokens.signs[first:last]
    # What is still to come at each word: a row needs its words there.
    marks = reversed(tokens.marks[first:last])
    ahead = list(accumulate(marks, or_, initial=_undemanding()))[:0:-1]
    answered = ahead[0] if ahead else 0
    anywhere = answered & _anywhere()
    beginnings = [at for at, sign in enumerate(signs) if sign & FRAME or anywhere]
    if not beginnings:
        return []
    pieces = tokens.low[first:last]
    patterns = [
        (at, pattern) for at in beginnings for bits, pattern in (_BEGINNINGS[pieces[at]],) if bits & ahead[at]
    ]
    if not patterns:
        return []
    text = " ".join(pieces)
    starts = [0, *accumulate([len(piece) + 1 for piece in pieces])]
    found: list[Frame] = []
    done = 0
    for at, pattern in patterns:
        start = starts[at]
        if start < done or pattern is None or (match := pattern.match(text, start)) is None:
            continue
        if pieces[at] == "host" and (at == 0 or pieces[at + 1 : at + 2] == [","] or _owned_host(pieces, at)):
            continue  # "Host Chief of Staff X", "his Nigerian host, X"
        if tokens.word[first + at].isupper() and len(pieces[at]) > 2 and not tokens.word[last - 2].isupper():
            continue  # "MINISTER CALLS ON X: The minister ...": a heading run into its paragraph
        end = done = match.end()
        stop = bisect_right(starts, end)
        group = match.lastgroup
        if group is None or starts[stop] != end + 1:
            continue
        name, _, number = group.rpartition("_")
        kind = next((name.removesuffix(end) for end in _MANNERS if name.endswith(end)), name)
        before = text[max(0, start - 80) : start].rstrip()
        told = match.group()
        noun = pieces[at] in _NOUN_FIRST
        sequel = sequel_of(
            text[max(0, start - _FAR) : start].rstrip(), told, noun, [f.planned for f in found]
        )
        found.append(
            Frame(
                FrameKind(kind),
                first + at,
                first + stop,
                sequel.planned
                or _is_planned(before, told)
                or _is_ahead(told, text[end : end + _SOON])
                or _follows_plan(told, text[:start]),
                ("had" in before and _PLUPERFECT.search(before) is not None)
                or sequel.background
                or (noun and _RECALLED.search(before) is not None),
                f"encounter.{name}.{number}",
                name.endswith("_plural"),
                sequel.negated
                or (
                    answered & DENIAL != 0
                    and is_denied(
                        before, told, pieces[0] == "had" and bool(at) and not found, text[end : end + _FAR]
                    )
                ),
                right=name.endswith("_right"),
                near=name.endswith("_near"),
            )
        )
    if found and agenda_in(pieces, text):
        found = [
            replace(frame, planned=True, agenda=True)
            if tokens.low[frame.first] in _NOUN_FIRST
            and frame.kind in (FrameKind.MEET, FrameKind.CALL, FrameKind.CALL_ON)
            else frame
            for frame in found
        ]
    if found and not _OFF_WORDS.isdisjoint(pieces) and _CALLED_OFF.search(text) is not None:
        return [replace(frame, negated=True) for frame in found]
    return found


def _follows_plan(told: str, before: str) -> bool:
    """``X will attend a lunch hosted by ..., and a meeting with | Y``: one more thing that will be."""
    if told.startswith(_BEFORE_HOME):
        return re.search(r"\b(?:will|is|are) (?:[a-z]+ )?(?:to|[a-z]+ to|[a-z]+)\b", before) is not None and (
            _TO_COME.search(before[-_FAR:]) is not None
        )
    if not told.startswith(_NOUN_AHEAD) or _TO_COME.search(before[-_FAR:]) is None:
        return False
    return _NARRATED.search(before[-_FAR:]) is None  # "X later travels to Rome for a meeting with Y"


_FAR = 300  # characters
_BEFORE_HOME = ("before meeting", "after meeting", "prior to meeting", "before holding", "before calling")
_NARRATED = re.compile(
    r"\b(?:later|then|afterwards|subsequently|next) (?:travels|heads|flies|departs|leaves)\b"
)


_PRESENT = ("meets", "receives", "hosts", "holds", "visits", "sees", "welcomes", "confers", "sits down")
_AHEAD = re.compile(r"\b(?:tomorrow|this (?:coming )?[a-z]+day|next (?:week|month|[a-z]+day))\b")
_SOON = 48  # characters behind a verb in which its day stands


def _is_ahead(told: str, behind: str) -> bool:
    """``meets this Thursday with X``, ``receives Y tomorrow``: present words for what is to come."""
    return told.startswith(_PRESENT) and _AHEAD.search(told + behind) is not None


def is_to_come(before: str, told: str) -> bool:
    """Whether a word is planned by the words ``before`` it."""
    return _is_planned(before, told)


def _is_planned(before: str, told: str) -> bool:
    """Whether the words before a frame say that it is to come."""
    if told.startswith(("travels ", "flies ", "heads ", "await", "is expected", "is due")):
        return True  # "She travels to Lima to see X"
    if before.endswith((" with", " in")) and _RUNS_ON.search(before) is not None:
        return True  # "The visit ends on Thursday with talks with X"
    if before.endswith(("to", "to also")) or any(map(before.__contains__, _PLANNED_SIGNS)):
        return (
            _PLANNED.search(before) is not None
            and _GLAD.search(before) is None
            and _CAME_TO.search(before) is None
        )
    return False

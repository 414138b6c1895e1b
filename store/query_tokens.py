"""What a person types into the search box, cut into words, fields, brackets and joints."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.folding import fold_schwa_as_a, has_schwa, words
from store.query import (
    FIELDS,
    MOST_LEAVES,
    MOST_NEAR,
    NEAR,
    ROLES,
    SHORTEST_BEGINNING,
    STATES,
    Dates,
    Field,
    Node,
    Words,
)

_LONGEST_VALUE = 1000
"""No name or tag has so many letters; SQLite refuses a pattern of too many."""

TOKEN = re.compile(
    r"""
      (?P<open>\() | (?P<close>\))
    | (?P<minus>[-\u2212\u2013](?=[^\s)]))
    | (?:(?P<field>[A-Za-z]+):)? (?:
          ["\u201c\u201d\u201e\u00ab\u00bb] (?P<phrase>[^"\u201c\u201d\u201e\u00ab\u00bb]*)
              (?P<closing>["\u201c\u201d\u201e\u00ab\u00bb]|\Z) (?P<star>\*)?
        | (?P<word>[^\s()"\u201c\u201d\u201e\u00ab\u00bb]+)
        | (?<=:) )
    """,
    re.VERBOSE,
)
"""A bracket, a minus, or a word or phrase with its field before it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of what was typed."""

    kind: str  # "(" ")" "-" "or" "and" "not" "near" "leaf" "junk"
    text: str
    at: int
    node: Node | None = None
    distance: int = 0


_NEAR = re.compile(r"NEAR(?:/([0-9]+))?")


def _distance(said: str | None) -> int:
    """How many words apart; a number of many digits is no number to count with."""
    digits = (said or str(NEAR)).lstrip("0")
    return int(digits or 0) if len(digits) <= len(str(MOST_NEAR)) else MOST_NEAR + 1


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a text, in order."""
    for match in TOKEN.finditer(text):
        whole, at = match[0], match.start()
        if match["open"] or match["close"]:
            yield Token(whole, whole, at)
        elif match["minus"]:
            yield Token("-", whole, at)
        elif whole in ("OR", "AND", "NOT", "|", "||", "&", "&&"):
            kind = {"|": "or", "||": "or", "&": "and", "&&": "and"}.get(whole, whole.lower())
            yield Token(kind, whole, at)
        elif near := _NEAR.fullmatch(whole):
            yield Token("near", whole, at, distance=_distance(near[1]))
        elif whole:
            yield _leaf(match, last=match.end() == len(text))


def _leaf(match: re.Match[str], last: bool) -> Token:
    whole, at, name = match[0], match.start(), match["field"]
    quoted = match["phrase"] is not None
    said = match["phrase"] if quoted else match["word"] or ""
    if name is not None and name.lower() in FIELDS:
        node = _field(name.lower(), said.strip())
        return Token("leaf", whole, at, node) if node else Token("junk", whole, at)
    if name is not None:
        said = f"{name} {said}"
    star = match["star"] is not None or said.rstrip().endswith("*")
    open_ended = last and not match["closing"]
    typing = open_ended and len(said) >= SHORTEST_BEGINNING and said[-1:].isalnum()
    found = words(said)
    if not found:
        return Token("junk", whole, at)
    forms = [tuple(found)]
    if has_schwa(said):
        forms.append(tuple(words(fold_schwa_as_a(said))))
    return Token("leaf", whole, at, Words(tuple(forms), star or typing))


def _field(name: str, value: str) -> Node | None:
    if name in ("date", "year", "after", "before"):
        return _dates(name, value)
    if name == "role":
        return Field(name, value.lower()) if value.lower() in ROLES else None
    if name == "is":
        return Field(name, value.lower()) if value.lower() in STATES else None
    found = words(value) if len(value) <= _LONGEST_VALUE else []
    return Field(name, value) if 0 < len(found) <= MOST_LEAVES else None


_AFTER_ALL_DAYS = "9999-12-32"

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def _dates(name: str, value: str) -> Dates | None:
    found = _DATE.fullmatch(value)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    last = _end(first, month, day)
    if name == "after":
        return Dates(last, None, f"after {value}")
    if name == "before":
        return Dates(None, first.isoformat(), f"before {value}")
    return Dates(first.isoformat(), last, f"date {value}")


def _end(first: datetime.date, month: int | None, day: int | None) -> str:
    """The day after a day, a month or a year; after the last of the calendar what sorts after any day."""
    try:
        if day:
            return (first + datetime.timedelta(days=1)).isoformat()
        if month:
            return datetime.date(first.year + month // 12, month % 12 + 1, 1).isoformat()
        return datetime.date(first.year + 1, 1, 1).isoformat()
    except (ValueError, OverflowError):
        return _AFTER_ALL_DAYS

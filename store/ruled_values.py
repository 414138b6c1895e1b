"""Values of rulings, which JSON can hold, as the fields of officials and meetings, with their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from store.errors import RulingError
from store.model import (
    Evidence,
    MeetingKind,
    MeetingStatus,
    Occasion,
    Post,
    Role,
    Span,
    Stated,
)

RULE = "ruling"
"""The rule of facts that a person stated."""

PEOPLE = ("hosts", "guests", "attendees")
_IN_WORDS = frozenset(
    {"rank", "posts", "place", "venue", "occasion", *PEOPLE}
)  # what is said as it is written


def converted(subject: str, name: str, value: object, evidence: Evidence) -> Any:
    """A JSON value as the field's own. Raises ``RulingError`` where it does not fit."""
    try:
        return _CONVERTERS[subject, name](value, evidence)
    except (KeyError, TypeError, ValueError) as fault:
        raise RulingError(f"“{value}” does not fit the field {name}.") from fault


def keeping(before: Any, after: Any) -> Any:
    """``after``, with the evidence of ``before`` wherever it says the same."""
    if isinstance(after, tuple):
        known = {_said(one): one for one in reversed(before)}
        return tuple(known.get(_said(one), one) for one in after)
    return before if _said(before) == _said(after) else after


def in_words(name: str, value: Any, text: str, near: int) -> Any:
    """The value of a field, led to the nearest words of ``text`` that say just this, where there are any."""
    if name not in _IN_WORDS or value is None or isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return tuple(in_words(name, one, text, near) for one in value)
    said = value.title if isinstance(value, Post) else getattr(value.value, "name", value.value)
    pattern = r"\s+".join(map(re.escape, said.split()))
    places = [Span(*found.span()) for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    if not places:
        return value
    nearest = min(places, key=lambda span: abs(span.start - near))
    return replace(value, evidence=replace(value.evidence, spans=(nearest,)))


def _said(value: Any) -> Any:
    if isinstance(value, Post):
        return value.title, value.organisation, value.country
    return value.value if isinstance(value, Stated) else value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return " ".join(value.split())


def _stated(value: object, evidence: Evidence) -> Stated[str] | None:
    return None if value is None or value == "" else Stated(_text(value), evidence)


def _each(value: object, evidence: Evidence) -> tuple[Stated[str], ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return tuple(Stated(one, evidence) for one in dict.fromkeys(_text(one) for one in value))


def _posts(value: object, evidence: Evidence) -> tuple[Post, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return tuple(
        Post(_text(post["title"]), post.get("organisation") or None, post.get("country") or None, evidence)
        for post in value
    )


def _occasion(value: object, evidence: Evidence) -> Stated[Occasion] | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise TypeError(value)
    ordinal = value.get("ordinal")
    return Stated(Occasion(_text(value["name"]), None if ordinal is None else int(ordinal)), evidence)


_Convert = Callable[[object, Evidence], Any]
_CONVERTERS: dict[tuple[str, str], _Convert] = {
    ("official", "name"): lambda value, _: _text(value),
    ("official", "apart"): lambda value, _: "" if value is None else _text(value),
    ("official", "rank"): _stated,
    ("official", "posts"): _posts,
    ("official", "country"): _stated,
    ("official", "role"): lambda value, evidence: Stated(Role(_text(value)), evidence),
    ("meeting", "kind"): lambda value, evidence: Stated(MeetingKind(_text(value)), evidence),
    ("meeting", "status"): lambda value, evidence: Stated(MeetingStatus(_text(value)), evidence),
    **{("meeting", name): _stated for name in ("date", "place", "venue")},
    **{("meeting", name): _each for name in (*PEOPLE, "parties", "topics")},
    ("meeting", "occasion"): _occasion,
}

"""A person's rulings laid over a reading.

The reading itself stays as the machine made it. Rulings are laid over it one after the other each time, so
they hold over a newer reading too. A ruling finds what it is about by its words: an official who is mentioned
there, a meeting that is told there. One that finds nothing changes nothing, and is said not to apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from store import anchors
from store.errors import RulingError
from store.model import (
    Evidence,
    Fact,
    FactState,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Occasion,
    Official,
    Post,
    Reading,
    Role,
    Ruling,
    RulingKind,
    Span,
    Stated,
)

RULE = "ruling"
"""The rule of facts that a person stated."""

OFFICIAL_FIELDS = ("name", "rank", "posts", "country", "role", "apart")
MEETING_FIELDS = (
    "kind",
    "status",
    "date",
    "place",
    "venue",
    "hosts",
    "guests",
    "attendees",
    "parties",
    "occasion",
    "topics",
)
_PEOPLE = ("hosts", "guests", "attendees")


@dataclass(frozen=True, slots=True)
class Ruled:
    """A reading with the rulings over it."""

    reading: Reading
    states: Mapping[Fact, FactState]
    unapplied: frozenset[int]  # numbers of the rulings that found nothing to rule over


@dataclass
class _Item:
    """An official or a meeting, and what was ruled of it."""

    what: Any
    states: dict[str, FactState] = field(default_factory=dict)


@dataclass
class _Desk:
    """What is being ruled over."""

    text: str
    officials: list[_Item]
    meetings: list[_Item]


def lay_over(reading: Reading, rulings: Iterable[Ruling], text: str) -> Ruled:
    """``reading`` of ``text`` as a person has it. Without rulings it is what it was."""
    desk = _Desk(text, [_Item(one) for one in reading.officials], [_Item(one) for one in reading.meetings])
    unapplied = {ruling.id for ruling in rulings if not _apply(desk, ruling)}
    ruled = replace(
        reading,
        officials=tuple(item.what for item in desk.officials),
        meetings=tuple(item.what for item in desk.meetings),
    )
    states: dict[Fact, FactState] = {}
    for kind, items in (("official", desk.officials), ("meeting", desk.meetings)):
        for index, item in enumerate(items):
            states.update({Fact(kind, index, name): state for name, state in item.states.items()})
    return Ruled(ruled, states, frozenset(unapplied))


def check(subject: str, kind: RulingKind, name: str, value: object) -> None:
    """Whether such a ruling makes sense. Raises ``RulingError`` with one sentence where it does not."""
    fields = {"official": OFFICIAL_FIELDS, "meeting": MEETING_FIELDS}.get(subject)
    if fields is None:
        raise RulingError("Only officials and meetings can be corrected.")
    if kind is RulingKind.ADDED:
        if not isinstance(value, Mapping) or not value.keys() <= set(fields):
            raise RulingError(f"What is added has the fields {', '.join(fields)}, and no others.")
        for part, said in value.items():
            _converted(subject, str(part), said, Evidence(()))
    elif kind is RulingKind.CHANGED:
        if name not in fields:
            raise RulingError(f"There is no field “{name}” to be corrected.")
        _converted(subject, name, value, Evidence(()))
    elif name and name not in fields:
        raise RulingError(f"There is no field “{name}” to be confirmed.")


# -- one ruling


def _apply(desk: _Desk, ruling: Ruling) -> bool:
    """Whether it found what it is about."""
    span = anchors.place(desk.text, ruling.anchor)
    if span is None:
        return False
    items = desk.officials if ruling.subject == "official" else desk.meetings
    if ruling.kind is RulingKind.ADDED:
        _add(desk, ruling, span)
        return True
    item = _found(items, ruling, span)
    if item is None:
        return False
    if ruling.kind is RulingKind.REMOVED:
        items.remove(item)
        if ruling.subject == "official":
            _in_meetings(desk, item.what.name, None)
    elif ruling.kind is RulingKind.CHANGED:
        before = item.what
        evidence = Evidence((span,), RULE)
        value = _converted(ruling.subject, ruling.field, ruling.value, evidence)
        item.what = replace(before, **{ruling.field: value})
        item.states[ruling.field] = FactState.CORRECTED
        if ruling.field == "name":
            _in_meetings(desk, before.name, item.what.name)
    else:
        item.states[ruling.field] = FactState.CONFIRMED
    return True


def _found(items: list[_Item], ruling: Ruling, span: Span) -> _Item | None:
    """What is read from the words of the ruling: of several, what begins nearest to them."""

    def distance(item: _Item) -> int | None:
        spans = item.what.mentions if ruling.subject == "official" else item.what.evidence.spans
        near = [abs(start - span.start) for start, end in spans if start < span.end and span.start < end]
        return min(near, default=None)

    near = [(apart, place) for place, item in enumerate(items) if (apart := distance(item)) is not None]
    return items[min(near)[1]] if near else None


def _add(desk: _Desk, ruling: Ruling, span: Span) -> None:
    evidence = Evidence((span,), RULE)
    given: Mapping[str, Any] = ruling.value if isinstance(ruling.value, Mapping) else {}
    values = {name: _converted(ruling.subject, name, said, evidence) for name, said in given.items()}
    states = {"": FactState.CORRECTED}
    if ruling.subject == "meeting":
        desk.meetings.append(_Item(_meeting(evidence, values), states))
        return
    official = _official(desk.text, span, evidence, values)
    if _taken_away(desk, span, official.name):
        official = replace(official, mentions=(span,))  # who else is called so is not said
    for item in desk.officials:
        if item.what.name == official.name and "" in item.states:
            mentions = tuple(sorted({*item.what.mentions, *official.mentions}))
            item.what = replace(item.what, mentions=mentions)
            return
    desk.officials.append(_Item(official, states))


def _taken_away(desk: _Desk, span: Span, name: str) -> bool:
    """Whether the words were read as somebody: theirs they are no longer, and who has none left is gone."""
    taken = False
    for item in list(desk.officials):
        left = tuple(one for one in item.what.mentions if not (one.start < span.end and span.start < one.end))
        if len(left) == len(item.what.mentions):
            continue
        taken = True
        if left:
            item.what = replace(item.what, mentions=left)
        elif item.what.name != name or "" not in item.states:
            desk.officials.remove(item)
            _in_meetings(desk, item.what.name, name)
    return taken


def _official(text: str, span: Span, evidence: Evidence, values: dict[str, Any]) -> Official:
    words = text[span.start : span.end]
    places = [Span(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    empty = Official(
        " ".join(words.split()),
        None,
        (),
        None,
        Stated(Role.MENTIONED, evidence),
        tuple(places) if span in places else (span,),
        evidence,
    )
    return replace(empty, **values)


def _meeting(evidence: Evidence, values: dict[str, Any]) -> Meeting:
    empty = Meeting(
        Stated(MeetingKind.MEETING, evidence),
        Stated(MeetingStatus.HELD, evidence),
        *(None, None, None),
        *((), (), (), ()),
        None,
        (),
        evidence,
    )
    return replace(empty, **values)


def _in_meetings(desk: _Desk, name: str, new: str | None) -> None:
    """Give a person another name in every meeting, or take the person out."""
    for item in desk.meetings:
        changed = {}
        for role in _PEOPLE:
            people: tuple[Stated[str], ...] = getattr(item.what, role)
            if any(one.value == name for one in people):
                others = (one for one in people if new is not None or one.value != name)
                changed[role] = tuple(
                    replace(one, value=new) if new is not None and one.value == name else one
                    for one in others
                )
        if changed:
            item.what = replace(item.what, **changed)


# -- values


def _converted(subject: str, name: str, value: object, evidence: Evidence) -> Any:
    """A JSON value as the field's own. Raises ``RulingError`` where it does not fit."""
    try:
        return _CONVERTERS[subject, name](value, evidence)
    except (KeyError, TypeError, ValueError) as fault:
        raise RulingError(f"“{value}” does not fit the field {name}.") from fault


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
    **{("meeting", name): _each for name in (*_PEOPLE, "parties", "topics")},
    ("meeting", "occasion"): _occasion,
}

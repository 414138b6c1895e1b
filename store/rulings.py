"""A person's rulings laid over a reading.

The reading itself stays as the machine made it. Rulings are laid over it one after the other each time, so
they hold over a newer reading too. A ruling finds what it is about by its words: an official who is mentioned
there, a meeting that is told there. One that finds nothing changes nothing, and is said not to apply.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
    Official,
    Reading,
    Role,
    Ruling,
    RulingKind,
    Span,
    Stated,
    Statement,
)
from store.ruled_values import PEOPLE, RULE, converted, in_words, keeping

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


@dataclass(frozen=True, slots=True)
class Ruled:
    """A reading with the rulings over it."""

    reading: Reading
    states: Mapping[Fact, FactState]
    unapplied: frozenset[int]  # numbers of the rulings that found nothing to rule over
    was: Mapping[Fact, object]  # what the machine had read of a field, where a person says otherwise
    made: Mapping[Fact, tuple[int, ...]]  # numbers of the rulings over each fact


@dataclass
class _Item:
    """An official or a meeting, and what was ruled of it."""

    what: Any
    states: dict[str, FactState] = field(default_factory=dict)
    was: dict[str, object] = field(default_factory=dict)
    made: dict[str, list[int]] = field(default_factory=dict)


@dataclass
class _Desk:
    """What is being ruled over."""

    text: str
    officials: list[_Item]
    meetings: list[_Item]
    statements: list[Statement]


def lay_over(reading: Reading, rulings: Iterable[Ruling], text: str) -> Ruled:
    """``reading`` of ``text`` as a person has it. Without rulings it is what it was."""
    officials, meetings = (_items(reading.officials), _items(reading.meetings))
    desk = _Desk(text, officials, meetings, list(reading.statements))
    unapplied = {ruling.id for ruling in rulings if not _apply(desk, ruling)}
    ruled = replace(
        reading,
        officials=tuple(item.what for item in desk.officials),
        meetings=tuple(item.what for item in desk.meetings),
        statements=tuple(desk.statements),
    )
    states: dict[Fact, FactState] = {}
    was: dict[Fact, object] = {}
    made: dict[Fact, tuple[int, ...]] = {}
    for kind, items in (("official", desk.officials), ("meeting", desk.meetings)):
        for index, item in enumerate(items):
            states.update({Fact(kind, index, name): state for name, state in item.states.items()})
            was.update({Fact(kind, index, name): before for name, before in item.was.items()})
            made.update({Fact(kind, index, name): tuple(ids) for name, ids in item.made.items()})
    return Ruled(ruled, states, frozenset(unapplied), was, made)


def _items(things: Iterable[object]) -> list[_Item]:
    return [_Item(thing) for thing in things]


def check(subject: str, kind: RulingKind, name: str, value: object) -> None:
    """Whether such a ruling makes sense. Raises ``RulingError`` with one sentence where it does not."""
    fields = {"official": OFFICIAL_FIELDS, "meeting": MEETING_FIELDS}.get(subject)
    if fields is None:
        raise RulingError("Only officials and meetings can be corrected.")
    if kind is RulingKind.ADDED:
        if not isinstance(value, Mapping) or not value.keys() <= set(fields):
            raise RulingError(f"What is added has the fields {', '.join(fields)}, and no others.")
        for part, said in value.items():
            converted(subject, str(part), said, Evidence(()))
    elif kind is RulingKind.CHANGED:
        if name not in fields:
            raise RulingError(f"There is no field “{name}” to be corrected.")
        converted(subject, name, value, Evidence(()))
    elif name and name not in fields:
        raise RulingError(f"There is no field “{name}” to be confirmed.")
    elif kind is RulingKind.CONFIRMED and value is not None:
        if not isinstance(value, Mapping) or not value.keys() <= set(fields):
            raise RulingError(f"What is confirmed has the fields {', '.join(fields)}, and no others.")
        for part, said in value.items():
            converted(subject, str(part), said, Evidence(()))


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
    item.made.setdefault(ruling.field, []).append(ruling.id)
    if ruling.kind is RulingKind.REMOVED:
        items.remove(item)
        if ruling.subject == "official":
            _elsewhere(desk, item.what.name, None)
    elif ruling.kind is RulingKind.CHANGED:
        _set(desk, item, ruling, span, ruling.field, ruling.value)
        item.states[ruling.field] = FactState.CORRECTED
    else:
        _confirm(desk, item, ruling, span)
    return True


def _confirm(desk: _Desk, item: _Item, ruling: Ruling, span: Span) -> None:
    """What was confirmed stays as it was then, also where a newer reading says otherwise."""
    said: Mapping[str, object] = ruling.value if isinstance(ruling.value, Mapping) else {}
    for name in (ruling.field, *said):
        if item.states.get(name) is not FactState.CORRECTED:
            item.states[name] = FactState.CONFIRMED
    for name, value in said.items():
        if item.states[name] is FactState.CONFIRMED:
            _set(desk, item, ruling, span, name, value)
        if name != ruling.field:
            item.made.setdefault(name, []).append(ruling.id)


def _set(desk: _Desk, item: _Item, ruling: Ruling, span: Span, name: str, value: object) -> None:
    """Give a field another value; what of it stays keeps its words."""
    whole, before = item.what, getattr(item.what, name)
    stated = converted(ruling.subject, name, value, Evidence((span,), RULE))
    after = keeping(before, in_words(name, stated, desk.text, span.start))
    if after == before:
        return
    item.was.setdefault(name, before)
    item.what = replace(whole, **{name: after})
    if name == "name":
        _elsewhere(desk, before, after)


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
    values = {
        name: in_words(name, converted(ruling.subject, name, said, evidence), desk.text, span.start)
        for name, said in given.items()
    }
    if ruling.subject == "meeting":
        desk.meetings.append(_added(_meeting(evidence, values), ruling))
        return
    official = _official(desk.text, span, evidence, values)
    if _taken_away(desk, span, official.name):
        official = replace(official, mentions=(span,))  # who else is called so is not said
    for item in desk.officials:
        if item.what.name == official.name and "" in item.states:
            mentions = tuple(sorted({*item.what.mentions, *official.mentions}))
            item.what = replace(item.what, mentions=mentions)
            item.made.setdefault("", []).append(ruling.id)
            return
    desk.officials.append(_added(official, ruling))


def _added(what: object, ruling: Ruling) -> _Item:
    return _Item(what, {"": FactState.CORRECTED}, made={"": [ruling.id]})


def _taken_away(desk: _Desk, span: Span, name: str) -> bool:
    """Whether the words were read as somebody: theirs they are no longer, and who has none left is gone."""
    taken = False
    for item in list(desk.officials):
        left = tuple(one for one in item.what.mentions if not (one.start < span.end and span.start < one.end))
        if len(left) == len(item.what.mentions):
            continue
        taken = True
        if left:
            _said_by(desk, span, item.what.name, name)
            item.what = replace(item.what, mentions=left)
        elif item.what.name != name or "" not in item.states:
            desk.officials.remove(item)
            _elsewhere(desk, item.what.name, name)
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


def _said_by(desk: _Desk, span: Span, one: str, other: str) -> None:
    """What was said by whoever these words name is another person's."""
    for place, said in enumerate(desk.statements):
        who = said.evidence.spans[:1]  # the words that name the speaker
        if said.speaker == one and any(start < span.end and span.start < end for start, end in who):
            desk.statements[place] = replace(said, speaker=other)


def _elsewhere(desk: _Desk, name: str, new: str | None) -> None:
    """Give a person another name in meetings and as a speaker, or take the person out there."""
    desk.statements[:] = [
        replace(said, speaker=new) if new is not None and said.speaker == name else said
        for said in desk.statements
        if new is not None or said.speaker != name
    ]
    for item in desk.meetings:
        changed = {}
        for role in PEOPLE:
            people: tuple[Stated[str], ...] = getattr(item.what, role)
            if any(one.value == name for one in people):
                others = (one for one in people if new is not None or one.value != name)
                changed[role] = tuple(
                    replace(one, value=new) if new is not None and one.value == name else one
                    for one in others
                )
        if changed:
            item.what = replace(item.what, **changed)

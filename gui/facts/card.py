"""What the facts pane is made of: cards of labelled fields, every value with its evidence. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.model import Fact, FactState, MarkKind, Role, Span

NOT_STATED = "not stated"
STATE_NAMES = {
    FactState.MACHINE: "as read",
    FactState.CORRECTED: "corrected by you",
    FactState.CONFIRMED: "confirmed by you",
}
ROLE_NAMES = {
    Role.HOST: "host",
    Role.GUEST: "guest",
    Role.ATTENDEE: "takes part",
    Role.HONOURED: "honoured",
    Role.MENTIONED: "mentioned",
}


@dataclass(frozen=True, slots=True)
class Value:
    """One thing a person can read, click and copy. Without a fact it is only read."""

    text: str
    fact: Fact | None = None
    spans: tuple[Span, ...] = ()
    reason: str = ""
    code: str = ""  # shown small behind the text: the code of a country
    person: str = ""  # the name, where the value is a person
    country: str = ""  # the code, where the value is a country
    state: FactState = FactState.MACHINE
    was: str = ""  # what was read of the field, where a person says otherwise
    rulings: tuple[int, ...] = ()  # numbers of the corrections and confirmations of this value
    full: str = ""  # all of it, where ``text`` is shortened

    @property
    def whole(self) -> str:
        """All of its text."""
        return self.full or self.text


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled field. No values: not stated."""

    label: str
    kind: MarkKind | None
    values: tuple[Value, ...] = ()
    chips: bool = False
    empty: Value = field(default=Value(NOT_STATED))  # what stands where there are no values

    @property
    def shown(self) -> tuple[Value, ...]:
        """What is written: the values, or that there are none."""
        return self.values or (self.empty,)


@dataclass(frozen=True, slots=True)
class Card:
    """A person, a meeting, the ceremonies, the source."""

    title: Value | None
    badge: Value | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Cards under a heading; ``note`` is written behind it."""

    title: str
    note: str
    cards: tuple[Card, ...]


def counted(number: int) -> str:
    """A number behind a heading; nothing behind a single thing."""
    return str(number) if number > 1 else ""

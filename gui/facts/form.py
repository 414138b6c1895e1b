"""What the facts pane says of an article: cards of labelled fields, every value with its evidence. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from store.model import Fact, FactState, MarkKind, Official, OpenArticle, Role, Span

NOT_STATED = "not stated"
STATE_NAMES = {
    FactState.MACHINE: "as read",
    FactState.CORRECTED: "corrected by you",
    FactState.CONFIRMED: "confirmed by you",
}
_WEAKEST_FIRST = (FactState.MACHINE, FactState.CORRECTED, FactState.CONFIRMED)
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


def form(opened: OpenArticle, name_of: Callable[[str], str]) -> tuple[Section, ...]:
    """Everything that was read from an article; ``name_of`` gives the name of a country's code."""
    from gui.facts.made import made_by_person
    from gui.facts.writer import Writer

    writer = Writer(opened, name_of)
    reading = opened.reading
    sections = [
        *writer.people(),
        Section("Meetings", counted(len(reading.meetings)), tuple(writer.meetings())),
        Section("Ceremonies", counted(len(reading.ceremonies)), tuple(writer.ceremonies())),
        Section("Statements", counted(len(reading.statements)), tuple(writer.statements())),
        Section("Source", "", (writer.source(opened.article.published),)),
        Section("Your corrections", counted(len(opened.rulings)), tuple(made_by_person(opened.rulings))),
    ]
    return tuple(section for section in sections if section.cards)


def tally(sections: Iterable[Section]) -> dict[FactState, int]:
    """How many of the fields that can be corrected are as read, corrected and confirmed."""
    found = dict.fromkeys(FactState, 0)
    for section in sections:
        for card in section.cards:
            fields = [(value,) for value in (card.title, card.badge) if value is not None]
            for values in [*fields, *(row.shown for row in card.rows)]:
                if ruled_over(values[0].fact):
                    states = {value.state for value in values}
                    found[next(state for state in _WEAKEST_FIRST if state in states)] += 1
    return found


def ruled_over(fact: Fact | None) -> bool:
    """Whether it is a value that a person can correct: the name, or a field, of an official or a meeting."""
    if fact is None or fact.kind not in ("official", "meeting") or fact.field == "mentions":
        return False
    return bool(fact.field) or fact.kind == "official"


def card_of(sections: Iterable[Section], fact: Fact) -> Section | None:
    """The official or the meeting of a fact, under its heading."""
    for section in sections:
        for card in section.cards:
            title = card.title.fact if card.title else None
            if title is not None and (title.kind, title.index) == (fact.kind, fact.index):
                return Section(section.title, "", (card,))
    return None


def as_text(sections: Iterable[Section]) -> str:
    """The same as plain text, for copying."""
    lines: list[str] = []
    for section in sections:
        lines += ["", section.title.upper()] if lines else [section.title.upper()]
        for card in section.cards:
            if card.title:
                badge = f" ({card.badge.text})" if card.badge else ""
                lines.append(f"{card.title.text}{badge}")
            for row in card.rows:
                said = "; ".join(value.whole for value in row.shown)
                lines.append(f"  {row.label}: {said}")
    return "\n".join(lines) + "\n" if lines else ""


SIDES = ("Host side", "Guest side", "Taking part", "Honoured", "Mentioned")


def sides(officials: Iterable[Official]) -> dict[str, list[int]]:
    """Places of the officials by side, in text order; who only attends stands with their country's side."""
    known = list(officials)
    hosts = {o.country.value for o in known if o.role.value is Role.HOST and o.country}
    guests = {o.country.value for o in known if o.role.value is Role.GUEST and o.country}
    found: dict[str, list[int]] = {side: [] for side in SIDES}
    for index, official in enumerate(known):
        role, country = official.role.value, official.country.value if official.country else None
        if role is Role.HOST or (role is Role.ATTENDEE and country in hosts - guests):
            side = "Host side"
        elif role is Role.GUEST or (role is Role.ATTENDEE and country in guests - hosts):
            side = "Guest side"
        else:
            side = {Role.ATTENDEE: "Taking part", Role.HONOURED: "Honoured"}.get(role, "Mentioned")
        found[side].append(index)
    for side in found:
        found[side].sort(key=lambda n: (known[n].role.value is Role.ATTENDEE, n))
    return found


def counted(number: int) -> str:
    """A number behind a heading; nothing behind a single thing."""
    return str(number) if number > 1 else ""

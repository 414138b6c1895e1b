"""What the facts pane says of a reading: cards of labelled fields, every value with its evidence. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from gui.reader.header import long_date
from gui.reader.telling import reason_line
from store.marks import DATELINE_DATE, DATELINE_PLACE, describe_occasion, fact_spans, one_line, topic_name
from store.model import (
    Evidence,
    Fact,
    FactState,
    MarkKind,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Official,
    OpenArticle,
    Post,
    Reading,
    Role,
    Ruling,
    RulingKind,
    Span,
    Stated,
)

_Said = Stated[str] | Stated[MeetingKind] | Stated[MeetingStatus]

NOT_STATED = "not stated"
STATE_NAMES = {FactState.MACHINE: "", FactState.CORRECTED: "corrected", FactState.CONFIRMED: "confirmed"}
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
    ruling: int = 0  # its number, where the value is a correction of the person's


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled field. No values: not stated."""

    label: str
    kind: MarkKind | None
    values: tuple[Value, ...] = ()
    chips: bool = False


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
    writer = _Writer(opened.reading, name_of, opened.states)
    sections = [
        *writer.people(),
        Section("Meetings", _count(len(opened.reading.meetings)), tuple(writer.meetings())),
        Section("Ceremonies", _count(len(opened.reading.ceremonies)), tuple(writer.ceremonies())),
        Section("Source", "", (writer.source(opened.article.published),)),
        Section("Your corrections", _count(len(opened.rulings)), tuple(_corrections(opened.rulings))),
    ]
    return tuple(section for section in sections if section.cards)


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
                said = "; ".join(value.text for value in row.values) or NOT_STATED
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


class _Writer:
    """Writes the cards of one reading."""

    def __init__(
        self, reading: Reading, name_of: Callable[[str], str], states: Mapping[Fact, FactState]
    ) -> None:
        self._reading, self._name_of, self._states = reading, name_of, states

    # -- people

    def people(self) -> Iterator[Section]:
        for side, members in sides(self._reading.officials).items():
            if members:
                cards = tuple(self._person(n, brief=side in ("Honoured", "Mentioned")) for n in members)
                yield Section(side, _count(len(members)), cards)

    def _person(self, index: int, brief: bool) -> Card:
        official = self._reading.officials[index]
        rows = [
            Row("Rank", MarkKind.RANK, self._one(Fact("official", index, "rank"), official.rank)),
            Row("Post" if len(official.posts) < 2 else "Posts", MarkKind.POST, self._posts(index, official)),
            Row(
                "Country", MarkKind.PLACE, self._country(Fact("official", index, "country"), official.country)
            ),
        ]
        if official.apart:
            which = f"the one told apart as {official.apart}"
            rows.append(
                Row(
                    "Person", None, (self._value(which, Fact("official", index, "apart"), official.evidence),)
                )
            )
        title = self._value(
            one_line(official.name), Fact("official", index), official.evidence, person=official.name
        )
        role = self._value(
            ROLE_NAMES[official.role.value], Fact("official", index, "role"), official.role.evidence
        )
        return Card(title, role, tuple(row for row in rows if row.values or not brief))

    def _posts(self, index: int, official: Official) -> tuple[Value, ...]:
        return tuple(
            self._value(self._post(post, official), Fact("official", index, "posts", n), post.evidence)
            for n, post in enumerate(official.posts)
        )

    def _post(self, post: Post, official: Official) -> str:
        """Title and organisation; the country only where it is not the official's own."""
        parts = [one_line(post.title)]
        if post.organisation:
            parts.append(one_line(post.organisation))
        own = official.country.value if official.country else None
        if post.country and post.country != own:
            parts.append(self._name_of(post.country))
        return ", ".join(parts)

    # -- meetings

    def meetings(self) -> Iterator[Card]:
        of = len(self._reading.meetings)
        for index, meeting in enumerate(self._reading.meetings):
            yield self._meeting(index, meeting, f"Meeting {index + 1} of {of}" if of > 1 else "The meeting")

    def _meeting(self, index: int, meeting: Meeting, title: str) -> Card:
        def fact(field: str) -> Fact:
            return Fact("meeting", index, field)

        date = self._one(fact("date"), meeting.date, long_date)
        rows = (
            Row("Kind", MarkKind.MEETING, self._one(fact("kind"), meeting.kind)),
            Row("Status", MarkKind.MEETING, self._one(fact("status"), meeting.status)),
            Row("Date", MarkKind.DATE, date),
            Row("Place", MarkKind.PLACE, self._one(fact("place"), meeting.place)),
            Row("Venue", MarkKind.VENUE, self._one(fact("venue"), meeting.venue)),
            Row("Hosts", MarkKind.OFFICIAL, self._names(index, "hosts", meeting.hosts)),
            Row("Guests", MarkKind.OFFICIAL, self._names(index, "guests", meeting.guests)),
            Row("Also present", MarkKind.OFFICIAL, self._names(index, "attendees", meeting.attendees)),
            Row("Parties", MarkKind.PLACE, self._parties(index, meeting), len(meeting.parties) > 3),
            Row("Occasion", MarkKind.OCCASION, self._occasion(index, meeting)),
            Row("Topics", MarkKind.TOPIC, self._topics(index, meeting), chips=True),
        )
        whole = self._value(title, Fact("meeting", index), meeting.evidence)
        return Card(whole, None, rows)

    def _names(self, index: int, field: str, names: tuple[Stated[str], ...]) -> tuple[Value, ...]:
        return tuple(
            self._value(
                one_line(name.value), Fact("meeting", index, field, n), name.evidence, person=name.value
            )
            for n, name in enumerate(names)
        )

    def _parties(self, index: int, meeting: Meeting) -> tuple[Value, ...]:
        return tuple(
            value
            for n, party in enumerate(meeting.parties)
            for value in self._country(Fact("meeting", index, "parties", n), party)
        )

    def _occasion(self, index: int, meeting: Meeting) -> tuple[Value, ...]:
        if meeting.occasion is None:
            return ()
        occasion = meeting.occasion.value
        text = describe_occasion(occasion.name, occasion.ordinal)
        return (self._value(text, Fact("meeting", index, "occasion"), meeting.occasion.evidence),)

    def _topics(self, index: int, meeting: Meeting) -> tuple[Value, ...]:
        return tuple(
            self._value(topic_name(topic.value), Fact("meeting", index, "topics", n), topic.evidence)
            for n, topic in enumerate(meeting.topics)
        )

    # -- the rest

    def ceremonies(self) -> Iterator[Card]:
        values = tuple(
            self._value(one_line(ceremony.site), Fact("ceremony", n), ceremony.evidence)
            for n, ceremony in enumerate(self._reading.ceremonies)
        )
        if values:
            yield Card(None, None, (Row("Sites and acts", MarkKind.CEREMONY, values, chips=True),))

    def source(self, published: str | None) -> Card:
        reading = self._reading
        lines: list[Value] = []
        if reading.dateline:
            lines += self._one(DATELINE_PLACE, reading.dateline.place)
            lines += self._one(DATELINE_DATE, reading.dateline.date, long_date)
        said = (Value(long_date(published), reason="From the header of the file"),) if published else ()
        return Card(
            None,
            None,
            (
                Row("Outlet", MarkKind.SOURCE, self._one(Fact("source", 0, "outlet"), reading.outlet)),
                Row(
                    "Cites",
                    MarkKind.SOURCE,
                    self._one(Fact("source", 0, "attributed_to"), reading.attributed_to),
                ),
                Row("Dateline", MarkKind.SOURCE, tuple(lines)),
                Row("Byline", MarkKind.SOURCE, self._one(Fact("source", 0, "byline"), reading.byline)),
                Row("Published", None, said),
            ),
        )

    # -- values

    def _one(
        self, fact: Fact, said: _Said | None, words: Callable[[str], str] = one_line
    ) -> tuple[Value, ...]:
        return (self._value(words(str(said.value)), fact, said.evidence),) if said is not None else ()

    def _country(self, fact: Fact, said: Stated[str] | None) -> tuple[Value, ...]:
        if said is None:
            return ()
        name = self._name_of(said.value)
        code = said.value if name != said.value else ""
        return (self._value(name, fact, said.evidence, code=code, country=said.value),)

    def _value(
        self, text: str, fact: Fact, why: Evidence, *, code: str = "", person: str = "", country: str = ""
    ) -> Value:
        reason = reason_line(why.rule, why.confidence)
        state = self._states.get(Fact(fact.kind, fact.index, fact.field))
        if state is None and fact.kind == "official" and not fact.field:
            state = self._states.get(Fact(fact.kind, fact.index, "name"))
        if state is not None:
            code = f"{code} {STATE_NAMES[state]}".strip()
        return Value(one_line(text), fact, fact_spans(self._reading, fact), reason, code, person, country)


_RULED = {
    RulingKind.REMOVED: "No {subject}",
    RulingKind.CHANGED: "{field} corrected",
    RulingKind.ADDED: "{subject} added",
    RulingKind.CONFIRMED: "{field} confirmed",
}


def _corrections(rulings: Iterable[Ruling]) -> Iterator[Card]:
    """Every ruling, those that no longer apply first."""
    rows = []
    for made in sorted(rulings, key=lambda one: (one.applies, one.id)):
        field = {"apart": "person"}.get(made.field, made.field)
        what = _RULED[made.kind].format(subject=made.subject, field=field or made.subject)
        label = f"{what[0].upper()}{what[1:]}"
        words = one_line(made.anchor.exact)
        spans = (made.anchor.span,) if made.applies else ()
        reason = (
            "" if made.applies else "It no longer applies: its words, or what was read from them, are gone."
        )
        gone = "" if made.applies else "no longer applies"
        rows.append(Row(label, None, (Value(words, None, spans, reason, gone, ruling=made.id),)))
    if rows:
        yield Card(None, None, tuple(rows))


def _count(number: int) -> str:
    return str(number) if number > 1 else ""

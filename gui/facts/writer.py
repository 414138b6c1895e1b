"""Writes a reading as cards: each value with its words, who stands behind it, and what it replaced. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum
from typing import Any

from gui.facts.card import NOT_STATED, ROLE_NAMES, Card, Row, Section, Value, counted
from gui.facts.sides import sides
from gui.reader.header import long_date
from gui.reader.telling import reason_line
from store.marks import DATELINE_DATE, DATELINE_PLACE, describe_occasion, fact_spans, one_line, topic_name
from store.model import (
    Evidence,
    Fact,
    FactState,
    MarkKind,
    Meeting,
    Official,
    OpenArticle,
    Post,
    Stated,
)

BY_PERSON = "ruling"
"""The rule of what a person says."""

_LONGEST = 160  # letters of a statement


class Writer:
    """Writes the cards of one reading."""

    def __init__(self, opened: OpenArticle, name_of: Callable[[str], str]) -> None:
        self._opened, self._reading, self._name_of = opened, opened.reading, name_of

    # -- people

    def people(self) -> Iterator[Section]:
        """The officials, side by side."""
        for side, members in sides(self._reading.officials).items():
            if members:
                cards = tuple(self._person(n, brief=side in ("Honoured", "Mentioned")) for n in members)
                yield Section(side, counted(len(members)), cards)

    def _person(self, index: int, brief: bool) -> Card:
        official = self._reading.officials[index]
        posts = "Post" if len(official.posts) < 2 else "Posts"

        def row(label: str, kind: MarkKind, field: str) -> Row:
            fact = Fact("official", index, field)
            return self._row(label, kind, fact, self._of_official(index, field, getattr(official, field)))

        rows = [
            row("Rank", MarkKind.RANK, "rank"),
            row(posts, MarkKind.POST, "posts"),
            row("Country", MarkKind.PLACE, "country"),
        ]
        if official.apart:
            told = self._of_official(index, "apart", official.apart)
            rows.append(Row("Person", None, told))
        (title,) = self._of_official(index, "name", official.name)
        (role,) = self._of_official(index, "role", official.role)
        return Card(title, role, tuple(row for row in rows if row.values or row.empty.was or not brief))

    def _of_official(self, index: int, field: str, said: Any) -> tuple[Value, ...]:
        """The values of a field of an official, where it says ``said``."""
        official = self._reading.officials[index]
        fact = Fact("official", index, field)
        if field == "name":
            whole = Fact("official", index)
            return (self._value(one_line(said), whole, official.evidence, person=said),)
        if field == "apart":
            which = f"the one told apart as {said}" if said else ""
            return (self._value(which, fact, official.evidence),) if said else ()
        if field == "role":
            return (self._value(ROLE_NAMES[said.value], fact, said.evidence),)
        if field == "posts":
            return self._posts(index, official, said)
        return self._country(fact, said) if field == "country" else self._one(fact, said)

    def _posts(self, index: int, official: Official, posts: tuple[Post, ...]) -> tuple[Value, ...]:
        return tuple(
            self._value(self._post(post, official), Fact("official", index, "posts", n), post.evidence)
            for n, post in enumerate(posts)
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
        """A card for each meeting."""
        of = len(self._reading.meetings)
        for index, meeting in enumerate(self._reading.meetings):
            yield self._meeting(index, meeting, f"Meeting {index + 1} of {of}" if of > 1 else "The meeting")

    def _meeting(self, index: int, meeting: Meeting, title: str) -> Card:
        def row(label: str, kind: MarkKind, field: str, chips: bool = False) -> Row:
            fact = Fact("meeting", index, field)
            return self._row(
                label, kind, fact, self._of_meeting(index, field, getattr(meeting, field)), chips
            )

        rows = (
            row("Kind", MarkKind.MEETING, "kind"),
            row("Status", MarkKind.MEETING, "status"),
            row("Date", MarkKind.DATE, "date"),
            row("Place", MarkKind.PLACE, "place"),
            row("Venue", MarkKind.VENUE, "venue"),
            row("Hosts", MarkKind.OFFICIAL, "hosts"),
            row("Guests", MarkKind.OFFICIAL, "guests"),
            row("Also present", MarkKind.OFFICIAL, "attendees"),
            row("Parties", MarkKind.PLACE, "parties", len(meeting.parties) > 3),
            row("Occasion", MarkKind.OCCASION, "occasion"),
            row("Topics", MarkKind.TOPIC, "topics", chips=True),
        )
        whole = self._value(title, Fact("meeting", index), meeting.evidence)
        if all(value.state is not FactState.MACHINE for row in rows for value in row.shown):
            whole = replace(whole, state=FactState.CONFIRMED)
        return Card(whole, None, rows)

    def _of_meeting(self, index: int, field: str, said: Any) -> tuple[Value, ...]:
        """The values of a field of a meeting, where it says ``said``."""
        fact = Fact("meeting", index, field)
        if field == "date":
            return self._one(fact, said, long_date)
        if field == "occasion":
            return self._one(fact, said, lambda event: describe_occasion(event.name, event.ordinal))
        if not isinstance(said, tuple):
            return self._one(fact, said)
        return tuple(
            value for n, one in enumerate(said) for value in self._listed(replace(fact, item=n), one)
        )

    def _listed(self, fact: Fact, said: Stated[str]) -> tuple[Value, ...]:
        """One person, party or topic of a meeting."""
        if fact.field == "parties":
            return self._country(fact, said)
        if fact.field == "topics":
            return (self._value(topic_name(said.value), fact, said.evidence),)
        return (self._value(one_line(said.value), fact, said.evidence, person=said.value),)

    # -- the rest

    def ceremonies(self) -> Iterator[Card]:
        """One card for all."""
        values = tuple(
            self._value(one_line(ceremony.site), Fact("ceremony", n), ceremony.evidence)
            for n, ceremony in enumerate(self._reading.ceremonies)
        )
        if values:
            yield Card(None, None, (Row("Sites and acts", MarkKind.CEREMONY, values, chips=True),))

    def source(self, published: str | None) -> Card:
        """Where the article is from."""
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

    # -- statements

    def statements(self) -> Iterator[Card]:
        """A card for each speaker: what was said, the verb before it."""
        spoken: dict[str, list[int]] = {}
        for number, statement in enumerate(self._reading.statements):
            spoken.setdefault(statement.speaker, []).append(number)
        places = {official.name: n for n, official in reversed(list(enumerate(self._reading.officials)))}
        for speaker, numbers in spoken.items():
            yield Card(self._speaker(speaker, places.get(speaker)), None, tuple(map(self._said, numbers)))

    def _speaker(self, name: str, index: int | None) -> Value:
        official = self._reading.officials[index] if index is not None else None
        if index is None or official is None or not official.mentions:
            return Value(one_line(name), person=name)
        fact = Fact("official", index, "mentions")
        return Value(one_line(name), fact, official.mentions, "Made these statements", person=name)

    def _said(self, number: int) -> Row:
        statement = self._reading.statements[number]
        start, end = statement.span
        words = one_line(self._opened.article.text[start:end])
        reason = reason_line(statement.evidence.rule, statement.evidence.confidence)
        fact = Fact("statement", number)
        value = Value(_shortened(words), fact, (statement.span,), reason, full=words)
        return Row(one_line(statement.verb) or "said", MarkKind.STATEMENT, (value,))

    # -- values

    def _row(
        self, label: str, kind: MarkKind, fact: Fact, values: tuple[Value, ...], chips: bool = False
    ) -> Row:
        """A field; where it is empty it can still be chosen, and put right."""
        state, was, rulings = self._ruled(fact)
        empty = Value(
            NOT_STATED, fact, (), "The article does not say.", state=state, was=was, rulings=rulings
        )
        return Row(label, kind, values, chips, empty)

    def _one(
        self, fact: Fact, said: Stated[Any] | None, words: Callable[[Any], str] = one_line
    ) -> tuple[Value, ...]:
        if said is None:
            return ()
        text = words(said.value.value if isinstance(said.value, Enum) else said.value)
        return (self._value(text, fact, said.evidence),)

    def _country(self, fact: Fact, said: Stated[str] | None) -> tuple[Value, ...]:
        if said is None:
            return ()
        name = self._name_of(said.value)
        code = said.value if name != said.value else ""
        return (self._value(name, fact, said.evidence, code=code, country=said.value),)

    def _value(
        self, text: str, fact: Fact, why: Evidence, *, code: str = "", person: str = "", country: str = ""
    ) -> Value:
        state, was, rulings = self._ruled(fact)
        if state is FactState.CORRECTED and fact.field and why.rule != BY_PERSON:
            state = FactState.CONFIRMED  # the person changed the list and left this in it
        reason = reason_line(why.rule, why.confidence)
        spans = fact_spans(self._reading, fact)
        return Value(one_line(text), fact, spans, reason, code, person, country, state, was, rulings)

    def _ruled(self, fact: Fact) -> tuple[FactState, str, tuple[int, ...]]:
        """Who stands behind a field, what was read of it before, and the rulings that say so."""
        opened, whole = self._opened, Fact(fact.kind, fact.index)
        if not opened.states:
            return FactState.MACHINE, "", ()
        own = Fact(fact.kind, fact.index, fact.field or ("name" if fact.kind == "official" else ""))
        state = opened.states.get(own) or opened.states.get(whole) or FactState.MACHINE
        rulings = opened.ruled.get(own) or opened.ruled.get(whole) or ()
        return state, self._was(own), rulings

    def _was(self, fact: Fact) -> str:
        if fact not in self._opened.was:
            return ""
        before = Writer(replace(self._opened, states={}, was={}, ruled={}), self._name_of)
        say = before._of_official if fact.kind == "official" else before._of_meeting
        return "; ".join(v.text for v in say(fact.index, fact.field, self._opened.was[fact])) or NOT_STATED


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition(" ")[0].rstrip(",;:–- ") + " …"

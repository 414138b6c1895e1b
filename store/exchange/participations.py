"""A row for each person in each meeting, with the columns that analysts keep by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from store.derive import APART, person_key
from store.exchange.material import Material, Told
from store.exchange.proofs import sentence
from store.exchange.tables import END, head
from store.export import cells
from store.marks import one_line
from store.model import Evidence, Fact, FactState, Meeting, Official, OpenArticle, Span, Stated

_WHO = ("", "_rank", "_posts", "_country")
COLUMNS = (
    *("article", "published", "outlet", "source", "heading"),
    *("meeting", "kind", "status", "date", "date_precision", "place", "venue"),
    *("side", *(f"principal{one}" for one in _WHO), "person"),
    *(*(f"counterpart{one}" for one in _WHO), "further_counterparts"),
    *("occasion", "ordinal", "topics", "parties"),
    *("proof", "start", "end", "confidence", "review"),
)
"""What the cells of a row are, in order. Several values of a cell are parted by semicolons."""

_PRECISION = {4: "year", 7: "month", 10: "day"}
_SIDES = ("hosts", "guests", "attendees")
_REVIEW = {FactState.MACHINE: "machine", FactState.CONFIRMED: "confirmed", FactState.CORRECTED: "corrected"}


@dataclass(frozen=True, slots=True)
class Taking:
    """One person in one meeting."""

    side: str  # "hosts" | "guests" | "attendees"
    item: int
    stated: Stated[str]
    official: Official | None
    place: int  # of the official in the reading; -1 where there is none

    @property
    def name(self) -> str:
        """As the article has it."""
        return one_line(self.stated.value)

    @property
    def country(self) -> str:
        """The code; empty where none is known."""
        known = self.official.country if self.official is not None else None
        return known.value if known is not None else ""


def write(material: Material, told: Told) -> Iterator[str]:
    """The table: see ``COLUMNS``."""
    yield head(material, COLUMNS)
    for opened in material.articles:
        for number, meeting in enumerate(opened.reading.meetings):
            there = takings(opened, meeting)
            for one in there:
                told.rows += 1
                yield cells.row(_row(material, opened, number, one, there)) + END


def takings(opened: OpenArticle, meeting: Meeting) -> list[Taking]:
    """Who takes part in a meeting: hosts, guests, then those who attend; everybody once."""
    people = {official.name: (at, official) for at, official in enumerate(opened.reading.officials)}
    found: dict[str, Taking] = {}
    for side in _SIDES:
        for item, stated in enumerate(getattr(meeting, side)):
            at, official = people.get(stated.value, (-1, None))
            found.setdefault(person_key(stated.value), Taking(side, item, stated, official, at))
    return list(found.values())


def counterparts(one: Taking, there: Iterable[Taking]) -> list[Taking]:
    """Who sits opposite: the other side's people, those who lead it first.

    The sides are hosts and guests. Who attends belongs to the side of the same country; where no side is
    known, whoever is of another country is opposite.
    """
    others = [other for other in there if other is not one]
    side = _side_of(one, others)
    if side:
        opposite = "guests" if side == "hosts" else "hosts"
        return [other for other in others if other.side == opposite]
    return [other for other in others if one.country and other.country not in ("", one.country)]


def _side_of(one: Taking, others: Iterable[Taking]) -> str:
    if one.side != "attendees":
        opposite = "guests" if one.side == "hosts" else "hosts"
        return one.side if any(other.side == opposite for other in others) else ""
    found = {
        other.side
        for other in others
        if other.side != "attendees" and one.country and other.country == one.country
    }
    return found.pop() if len(found) == 1 else ""


def _row(
    material: Material, opened: OpenArticle, number: int, one: Taking, there: list[Taking]
) -> Iterator[object]:
    meeting, reading = opened.reading.meetings[number], opened.reading
    opposite = counterparts(one, there)
    occasion = meeting.occasion.value if meeting.occasion else None
    date = _said(meeting.date)
    spans = _proof(one, meeting)
    yield from (opened.article.key, opened.row.date, opened.row.outlet, _said(reading.attributed_to))
    yield from (one_line(opened.row.heading), number + 1)
    yield from (meeting.kind.value.value, meeting.status.value.value, date, precision(date))
    yield from (_said(meeting.place), _said(meeting.venue), one.side.removesuffix("s"))
    yield from _who(one)
    yield _person(material, one)
    yield from _who(opposite[0]) if opposite else ("",) * len(_WHO)
    yield "; ".join(other.name for other in opposite[1:])
    yield from (one_line(occasion.name), occasion.ordinal) if occasion else ("", None)
    yield "; ".join(topic.value for topic in meeting.topics)
    yield "; ".join(party.value for party in meeting.parties)
    yield sentence(opened.article.text, spans)
    yield from (spans[0].start, spans[0].end) if spans else (None, None)
    yield f"{one.stated.evidence.confidence:.2f}"
    yield review(opened, number, one)


def precision(date: str) -> str:
    """How much of a date is known: "day", "month", "year", or nothing."""
    return _PRECISION.get(len(date), "")


def posts_of(official: Official | None) -> str:
    """The posts that an article gives a person, each with its body."""
    posts = official.posts if official is not None else ()
    return "; ".join(
        ", ".join(one_line(part) for part in (post.title, post.organisation) if part) for post in posts
    )


def review(opened: OpenArticle, number: int, one: Taking) -> str:
    """Who stands behind a row: "corrected" where a person changed any of it, "confirmed" where all is."""
    wanted = [Fact("meeting", number, field) for field in ("kind", "status", "date", "place", one.side)]
    wholes = [Fact("meeting", number)] * len(wanted)
    if one.place >= 0:
        own = [Fact("official", one.place, field) for field in ("name", "rank", "posts", "country", "role")]
        wanted, wholes = wanted + own, wholes + [Fact("official", one.place)] * len(own)
    states = {
        opened.states.get(fact) or opened.states.get(whole) or FactState.MACHINE
        for fact, whole in zip(wanted, wholes, strict=True)
    }
    if FactState.CORRECTED in states:
        return _REVIEW[FactState.CORRECTED]
    return _REVIEW[FactState.CONFIRMED if states == {FactState.CONFIRMED} else FactState.MACHINE]


def _who(one: Taking) -> tuple[str, ...]:
    official = one.official
    rank = _said(official.rank) if official is not None else ""
    return one.name, rank, posts_of(official), one.country


def _person(material: Material, one: Taking) -> str:
    """The one key of a person under all spellings that a person said to be one's."""
    key = person_key(one.name)
    apart = one.official.apart if one.official is not None else ""
    return material.person_of(f"{key}{APART}{apart}" if apart else key)


def _proof(one: Taking, meeting: Meeting) -> tuple[Span, ...]:
    """The words that put the person into the meeting, else those that tell of the meeting."""
    known: tuple[Evidence, ...] = (one.stated.evidence, meeting.evidence)
    return next((evidence.spans for evidence in known if evidence.spans), ())


def _said(stated: Stated[str] | None) -> str:
    return one_line(stated.value) if stated else ""

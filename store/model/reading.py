"""What is read from one article, each part with the words that state it."""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from store.records import dataclass

T = TypeVar("T")


class Span(NamedTuple):
    """A stretch of an article's text: code points, half-open ``[start, end)``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came. ``text`` is the file decoded, a seed header taken off, nothing else changed."""

    key: str  # file stem; the ``id`` of the JSON shape
    text: str
    published: str | None = None  # ISO date, from the header of the file


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a fact is believed: the words it was read from, the rule that read it, how sure it is."""

    spans: tuple[Span, ...]
    rule: str = ""  # stable dotted name: "encounter.received"
    confidence: float = 1.0  # 0 to 1


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value together with the words that state it."""

    value: T
    evidence: Evidence


class Role(StrEnum):
    """What an official does in the article."""

    HOST = "host"
    GUEST = "guest"
    ATTENDEE = "attendee"
    HONOURED = "honoured"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Post:
    """A post that an article gives a person."""

    title: str
    organisation: str | None
    country: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Official:
    """A named person acting for a state or an organisation, as one article shows them."""

    name: str  # fullest form in the article, white space folded, no rank, no post
    rank: Stated[str] | None
    posts: tuple[Post, ...]
    country: Stated[str] | None
    role: Stated[Role]
    mentions: tuple[Span, ...]  # every span that names the person by name, in text order
    evidence: Evidence
    apart: str = ""  # tells the person from another one of the same name; only a person says so


class MeetingKind(StrEnum):
    """How the sides met."""

    MEETING = "meeting"
    CALL = "call"
    CONFERENCE = "conference"


class MeetingStatus(StrEnum):
    """Whether a meeting took place or is to take place."""

    HELD = "held"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Occasion:
    """The named event that a meeting belongs to."""

    name: str
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One encounter that the article reports. Officials are named as in ``Official.name``."""

    kind: Stated[MeetingKind]
    status: Stated[MeetingStatus]
    date: Stated[str] | None
    place: Stated[str] | None
    venue: Stated[str] | None
    hosts: tuple[Stated[str], ...]
    guests: tuple[Stated[str], ...]
    attendees: tuple[Stated[str], ...]
    parties: tuple[Stated[str], ...]  # codes, sorted
    occasion: Stated[Occasion] | None
    topics: tuple[Stated[str], ...]  # ids of the closed list, in text order
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Ceremony:
    """An act of homage or protocol: the site, or the act where no site is named."""

    site: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: an official's name, the verb, and the words said (``span``)."""

    speaker: str
    verb: str
    span: Span
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and date at the head of an article; either may be missing."""

    place: Stated[str] | None
    date: Stated[str] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read from one article."""

    outlet: Stated[str] | None = None
    attributed_to: Stated[str] | None = None
    dateline: Dateline | None = None
    byline: Stated[str] | None = None
    officials: tuple[Official, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    ceremonies: tuple[Ceremony, ...] = ()
    statements: tuple[Statement, ...] = ()

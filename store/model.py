"""The words of the domain: frozen dataclasses that every room understands.

Offsets are Python string indices (code points) into ``Article.text``, half-open ``[start, end)``.
Dates are ISO 8601 strings (``2025-12-17``). Countries are ISO 3166-1 alpha-2 codes or organisation
codes (``NATO``, ``EU``, ``UN``, ...). A field that the text does not state is ``None`` (or empty).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
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


class MarkKind(StrEnum):
    """The kinds of marks drawn in the text."""

    OFFICIAL = "official"
    RANK = "rank"
    POST = "post"
    DATE = "date"
    PLACE = "place"
    VENUE = "venue"
    OCCASION = "occasion"
    TOPIC = "topic"
    CEREMONY = "ceremony"
    MEETING = "meeting"  # the words that tell of the encounter
    STATEMENT = "statement"  # the words that somebody said
    SOURCE = "source"  # outlet, attribution, dateline, byline


@dataclass(frozen=True, slots=True)
class Fact:
    """Points at one fact of a reading: ``Fact("official", 2, "posts", 1)``: the second post of the third."""

    kind: str  # "official" | "meeting" | "ceremony" | "statement" | "source"
    index: int = 0
    field: str = ""  # name of the dataclass field; "" for the whole
    item: int = 0  # index within a tuple field


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to be drawn as evidence of a fact."""

    span: Span
    kind: MarkKind
    fact: Fact
    label: str  # one line that says what it is: "Official: Levent Ergün, guest, TR"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from."""

    path: str  # absolute path of the file, or "" where there was none
    format: str  # "seed" | "text" | ...
    encoding: str  # as decoded: "utf-8"
    sha256: str  # of the bytes
    imported_at: str  # ISO 8601 UTC, seconds


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation sits: the W3C position and quote selectors together, and the text they are of."""

    span: Span
    exact: str
    prefix: str  # what stood before the quote: see ``store.anchors.CONTEXT``
    suffix: str  # what stood after it
    text_hash: str = ""  # SHA-256 of the text in which ``span`` holds; "" where that is not known


@dataclass(frozen=True, slots=True)
class KnownTag:
    """A tag that is in use."""

    name: str
    colour: str  # as ``Annotation.colour``; "" for none
    articles: int  # so many articles carry it as a whole
    notes: int  # and so many highlights and notes


@dataclass(frozen=True, slots=True)
class Proposed:
    """A place where lost words may be."""

    span: Span
    likeness: int  # up to 100


class MarkStyle(StrEnum):
    """Shapes of a person's own highlight, so that colour is never the only sign."""

    FILL = "fill"
    UNDERLINE = "underline"
    WAVE = "wave"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A person's highlight or note on words of an article, or a note on the article as a whole.

    ``anchor.span`` is (0, 0) for an orphan, and for a note on the whole, whose anchor has no words.
    """

    id: int
    article_id: int
    anchor: Anchor
    colour: str  # "yellow" | "green" | "blue" | "pink" | "violet"
    style: MarkStyle
    note: str
    tags: tuple[str, ...]
    created_at: str
    changed_at: str
    orphan: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is on the article as a whole."""
        return not self.anchor.exact


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One line of the list of all notes: an annotation and what its article is."""

    annotation: Annotation
    heading: str
    date: str | None  # of the article, as in ``ArticleRow``


class RulingKind(StrEnum):
    """What a person rules over a reading."""

    REMOVED = "removed"  # no official, no meeting
    CHANGED = "changed"  # a field has another value
    ADDED = "added"  # an official or a meeting that the reading has missed
    CONFIRMED = "confirmed"  # a field, or all of it, is right


class FactState(StrEnum):
    """Who stands behind a fact."""

    MACHINE = "machine"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on one fact of an article, anchored to the words of the official or the meeting.

    ``value`` is what JSON can hold: a text or null; for ``posts`` a list of ``{"title", "organisation",
    "country"}``; for ``occasion`` ``{"name", "ordinal"}``; lists of texts for people, parties and topics; for
    what is added, an object with any of the fields. What is confirmed may hold its fields as they were then:
    they stay so, whatever a newer reading says.
    """

    id: int
    article_id: int
    kind: RulingKind
    subject: str  # "official" | "meeting"
    anchor: Anchor
    field: str = ""  # name of the dataclass field; "" for the whole
    value: object = None
    created_at: str = ""
    applies: bool = True  # False where its words, or what they were read as, are gone


@dataclass(frozen=True, slots=True)
class NameRuling:
    """A person's word on two names, by their folded keys (the first sorts before the second)."""

    id: int
    kind: str  # "person" | "occasion"
    first: str
    second: str
    same: bool  # one person (or occasion), or two
    created_at: str = ""
    applies: bool = True  # False for a merge that would join what was said to be two people


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the list of articles."""

    id: int
    key: str
    date: str | None  # published, else dateline, else first meeting
    heading: str
    outlet: str | None
    countries: tuple[str, ...]
    read: bool
    starred: bool
    notes: int  # how many annotations
    snippet: str = ""  # words around the first hits of a search, original spelling
    hits: tuple[Span, ...] = ()  # places of the hits within ``snippet``
    tags: tuple[str, ...] = ()  # of the article as a whole
    people: tuple[str, ...] = ()  # these three only where they were asked for: ``Listed.with_details``
    occasions: tuple[str, ...] = ()
    added: str = ""  # the day on which it first came in, as the clock here has it


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Everything the window shows of one article."""

    row: ArticleRow
    article: Article
    source: Source
    reading: Reading
    annotations: tuple[Annotation, ...]
    tags: tuple[str, ...]  # of the article as a whole
    rulings: tuple[Ruling, ...] = ()  # in the order in which they were made
    states: Mapping[Fact, FactState] = field(default_factory=dict)  # of facts that are not only the machine's
    was: Mapping[Fact, object] = field(default_factory=dict)  # what the machine had read of corrected fields
    ruled: Mapping[Fact, tuple[int, ...]] = field(default_factory=dict)  # numbers of the rulings over facts


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles a list shows. Every part that is set must hold; all empty is the whole library."""

    unread: bool = False
    starred: bool = False
    annotated: bool = False
    person: str | None = None  # key as in ``Choice.key``
    country: str | None = None  # code
    year: str | None = None  # "2025"
    tag: str | None = None
    occasion: str | None = None  # key as in ``Choice.key``
    query: str = ""  # as typed in the search box
    unplaced: bool = False  # with notes that have lost their words
    part: tuple[str, str] | None = None  # one group of the list: grouped by what, and ``Group.key``


@dataclass(frozen=True, slots=True)
class Group:
    """Articles of the list that have something in common."""

    key: str  # "2025-12-17", "2025-12", a code of a country, the key of an occasion; "" for what has none
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A filter, query and all, under a name of the person's."""

    id: int
    name: str
    filter: Filter
    created_at: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of the filter sidebar."""

    key: str
    label: str
    count: int
    also: tuple[str, ...] = ()  # keys of a person's other spellings, which choose the same


@dataclass(frozen=True, slots=True)
class Held:
    """A post, a rank or a country of a person, and the articles that say so."""

    value: str
    first: str | None  # date of the oldest article that says so
    last: str | None
    articles: tuple[int, ...]  # newest first


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person (or occasion) of the library under all spellings."""

    key: str
    name: str  # the spelling that most articles have
    spellings: tuple[Choice, ...]  # the most frequent first
    countries: tuple[Held, ...]  # codes; what is held is the newest first
    ranks: tuple[Held, ...]
    posts: tuple[Held, ...]
    count: int  # of articles
    articles: tuple[ArticleRow, ...]  # those looked at: the newest
    first: str | None = None  # dates of the oldest and the newest article
    last: str | None = None
    places: tuple[Held, ...] = ()  # of an occasion: where it was, and the numbers of its sessions
    numbers: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two names that may be one person's, or one occasion's."""

    first: Dossier
    second: Dossier
    why: str
    score: float  # up to 1


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filter sidebar offers, with counts."""

    all: int
    unread: int
    starred: int
    annotated: int
    people: tuple[Choice, ...]
    countries: tuple[Choice, ...]
    years: tuple[Choice, ...]
    tags: tuple[Choice, ...]
    saved: tuple[SavedSearch, ...] = ()
    more_people: bool = False  # than ``people``, which are the most frequent
    occasions: tuple[Choice, ...] = ()
    unplaced: int = 0  # articles with notes that have lost their words


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write changed, so that each pane refreshes only what it shows."""

    articles: frozenset[int] = frozenset()
    annotations: frozenset[int] = frozenset()
    tags: bool = False
    listing: bool = False  # rows came or went
    people: bool = False  # two names became one person, or two

    def __bool__(self) -> bool:
        return bool(self.articles or self.annotations or self.tags or self.listing or self.people)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken in, and why, in one sentence for the person."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    taken: tuple[int, ...] = ()  # ids of new articles
    skipped: tuple[str, ...] = ()  # paths that are in the library already
    refused: tuple[Refusal, ...] = ()
    cancelled: bool = False
    changes: Changes = field(default_factory=Changes)
    updated: tuple[int, ...] = ()  # ids of articles that have other words now
    guessed: tuple[str, ...] = ()  # taken in, but nothing said how they are encoded
    noted: tuple[int, ...] = ()  # numbers of notes that came in by themselves
    lost: tuple[int, ...] = ()  # those of them that have found no place in their article

"""What the library shows: its articles, how they are filtered and grouped, who and what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from store.model.marks import Fact
from store.model.personal import Annotation, FactState, Ruling
from store.model.reading import Article, Reading, Span
from store.records import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from."""

    path: str  # absolute path of the file, or "" where there was none
    format: str  # "seed" | "text" | ...
    encoding: str  # as decoded: "utf-8"
    sha256: str  # of the bytes
    imported_at: str  # ISO 8601 UTC, seconds


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

"""What goes into a format and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from store.model import Annotation, Article, NameRuling, Refusal, Ruling, SavedSearch, Source


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as it lies there."""

    data: bytes
    key: str  # its stem
    name: str  # what a refusal calls it
    suffix: str = ""  # in small letters, with its dot
    encoding: str | None = None  # the person says so


@dataclass(frozen=True, slots=True)
class Personal:
    """What a person did with an article, as an export of ours holds it."""

    source: Source
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class Overall:
    """What an export of ours says over all articles: of names, of colours of tags; and searches kept."""

    names: tuple[NameRuling, ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)
    searches: tuple[SavedSearch, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names or self.colours or self.searches)


@dataclass(frozen=True, slots=True)
class Piece:
    """One article out of a file, and how its words were encoded."""

    article: Article
    encoding: str
    guessed: bool = False  # nothing said how it is encoded, and it is not UTF-8
    part: str = ""  # names the piece within its file; empty where it is the whole of it
    personal: Personal | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Loose:
    """A note from elsewhere, which is to be brought to the article that it is on."""

    annotation: Annotation
    where: str  # what a refusal calls it
    fingerprint: bytes = b""  # of the article's words, where they are told
    addresses: tuple[str, ...] = ()
    dated: bool = True  # whether it tells when it was made


Read = Callable[[Raw], Iterator[Piece | Refusal | Loose]]
"""Reads a file. A part that is no article is a ``Refusal``; a file that is none raises ``IntakeError``."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write articles down."""

    name: str  # kept as ``Source.format``
    suffixes: tuple[str, ...]  # looked for in folders; a file named by a person may have any
    claims: Callable[[Raw], bool]
    read: Read
    prose: bool = True  # whether a text with too little prose in it is refused

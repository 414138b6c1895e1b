"""What a person writes: highlights, notes, tags, and rulings over what was read."""

from __future__ import annotations

from enum import StrEnum

from store.model.reading import Span
from store.records import dataclass


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

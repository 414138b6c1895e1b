"""What is shared while the sentences of one article are read for encounters."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.reading.dates import DatePhrase, Precision, SentenceDates
from store.reading.frames import Frame, FrameKind
from store.reading.layout import Block
from store.reading.memory import Item, Memory
from store.reading.mentions import Phrases
from store.reading.people import Person
from store.reading.tokens import Tokens

# Frames that say who is there too, and verbs that only say what was spoken of.
PRESENCE = (FrameKind.ATTEND, FrameKind.ACCOMPANY)
MEETING = (FrameKind.MEET, FrameKind.RECEIVE, FrameKind.CALL)
TOPICAL = frozenset(("discussed", "reviewed", "exchanged", "discuss", "review", "exchange"))


@dataclass(slots=True)
class Encounter:
    """A meeting while it is being read. People are indices; spans are token ranges."""

    kind: str  # meeting | call | conference
    planned: bool
    hosts: list[int]
    guests: list[int]
    attendees: list[int]
    directed: bool  # who hosts is said, not inferred
    sentences: list[int]
    words: list[tuple[int, int]]  # token ranges of the frames
    rule: str
    parties: set[str] = field(default_factory=set)  # of delegations without a name
    dates: list[DatePhrase] = field(default_factory=list)
    heading: bool = False  # only told by a headline so far
    room: tuple[int, int] | None = None  # the column of a programme that names the venue
    also: list[int] = field(default_factory=list)  # said to be present, not to meet

    @property
    def principals(self) -> frozenset[int]:
        """Hosts and guests, or everyone where neither is said."""
        return frozenset(self.hosts + self.guests) or frozenset(self.attendees).difference(self.also)


@dataclass(slots=True)
class Telling:
    """What the sentences of an article tell: encounters, and which of them each sentence is about."""

    encounters: list[Encounter] = field(default_factory=list)
    about: dict[int, list[int]] = field(default_factory=dict)  # sentence to encounters
    speakers: dict[int, tuple[int, ...]] = field(default_factory=dict)  # sentence to its subject


@dataclass(frozen=True, slots=True)
class Session:
    """A sentence that tells of talks and names nobody."""

    sentence: int
    words: tuple[int, int]
    planned: bool
    dates: list[DatePhrase]


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence with a word of meeting, of which no frame told an encounter."""

    number: int
    items: list[Item]
    current: list[int]  # the encounters that it was taken to be about


@dataclass(slots=True)
class Group:
    """Visitors who were received before they are named, see ``groups``."""

    sentence: int
    host: int
    frame: Frame
    index: int | None  # of their encounter, once they are named
    listing: bool  # a list of them follows
    last: int = 0  # the sentence that last spoke of them


@dataclass(slots=True)
class Round:
    """One who met several, whom the sentences after it name."""

    person: int
    frame: Frame
    number: int  # of the last sentence that belongs to it
    rows: bool = False  # a list of those met follows
    agenda: bool = False  # a list of what is planned follows
    opened: int = -1  # the sentence that told of all of them


@dataclass(slots=True)
class Story:
    """One article while its encounters are read."""

    tokens: Tokens
    phrases: Phrases
    people: list[Person]
    blocks: list[Block]
    text: str
    dates: SentenceDates
    home: str | None
    year: int | None = None  # in which the article was written
    memory: Memory = field(default_factory=Memory)
    telling: Telling = field(default_factory=Telling)
    current: list[int] = field(default_factory=list)  # the encounters that sentences now are about
    looking_back: int = -1  # the block in which a sentence looked back
    author: tuple[int, ...] = ()  # of a release told in the first person
    session: Session | None = None  # talks told of last, without those who met
    chairs: tuple[int, tuple[int, ...]] | None = None  # the sentence and the people of one side's leaders
    visitor: tuple[int, ...] = ()  # whom a programme is about: whom the first paragraph begins with
    day: DatePhrase | None = None  # the date over the rows of a programme
    list_country: str | None = None  # whose side the list is
    round: Round | None = None
    listing: str = ""  # the words that announced a list of those present
    group: Group | None = None
    unread: list[Unread] = field(default_factory=list)


def dated(story: Story, first: int, last: int) -> bool:
    """Whether the sentence that begins at ``first`` names a day."""
    return any(d.precision is Precision.DAY for d in story.dates.get(first, ()))

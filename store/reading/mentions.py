"""Mentions of people: a name with the rank, honorific and posts that stand around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.reading.gazetteer import Hit
from store.reading.posts import PostPhrase


@dataclass(slots=True)
class Mention:
    """A name at tokens ``[first, last)`` with what stands around it."""

    first: int
    last: int
    sentence: int
    rank: tuple[int, int] | None = None  # token range
    honorific: str = ""
    country: str | None = None  # named right before the rank or the name: "Turkish General"
    posts: list[PostPhrase] = field(default_factory=list)
    counterpart: bool = False  # "his Turkish counterpart, ..."
    doubtful: bool = False  # an ordinary word with a capital: a name only where somebody has it
    sent: bool = False  # "Germany's X"
    same_side: bool = False  # "his successor, ..."
    served: bool = False  # "the envoy of President X": named only to say whose envoy
    left: int = 0  # where the whole phrase begins
    right: int = 0  # and ends
    person: int = -1


@dataclass(slots=True)
class Phrases:
    """What was found in one article: hits and posts by token, mentions in order."""

    hits: list[Hit | None]
    posts: list[PostPhrase]
    post_at: list[PostPhrase | None]  # the post that covers a token
    mentions: list[Mention]
    mention_at: list[Mention | None]
    phrase_at: list[Mention | None] = field(default_factory=list)  # where a mention with its titles begins

"""The people of one article while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.reading.mentions import Mention
from store.reading.posts import PostPhrase


@dataclass(slots=True)
class Person:
    """One person of the article while it is being read. Codes as in ``store.model``."""

    name: list[str]  # folded parts of the fullest form
    best: Mention  # the mention with the fullest form
    mentions: list[Mention] = field(default_factory=list)
    posts: list[PostPhrase] = field(default_factory=list)
    country: str | None = None
    country_rule: str = ""
    honoured: bool = False
    acting: bool = False  # takes part in an encounter, speaks, or is thanked
    hosts: int = 0
    guests: int = 0
    attends: int = 0
    rank_words: frozenset[str] = frozenset()
    beside: int | None = None  # who the person is said to be together with, whose country is the person's

    @property
    def stated(self) -> bool:
        """Whether a post, a rank or an honorific says that this is an official."""
        return bool(self.posts) or any(m.rank or m.counterpart or m.sent for m in self.mentions)

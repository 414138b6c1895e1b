"""What a write or an import did."""

from __future__ import annotations

from dataclasses import field

from store.records import dataclass


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

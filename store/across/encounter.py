"""Encounters as they are asked for over many articles: resolved, joined by a person's rulings over names."""

from __future__ import annotations

from dataclasses import dataclass

from store.model import MeetingKind, Role


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post as an article gives it to a person."""

    title: str
    organisation: str
    country: str  # code; "" where none is known

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation}" if self.organisation else self.title


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in an encounter: one key under all spellings, and the most frequent of them."""

    person: str
    name: str
    role: Role
    country: str | None
    rank: str | None
    posts: tuple[HeldPost, ...]
    spelt: str  # the key of the name in that article


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting that one article reports, or (``number`` 0) whom the article names outside of its meetings.

    Several articles may report the same meeting: each has an encounter of its own.
    """

    article: int
    number: int  # of the article's meetings, from 1: the reading's ``meetings[number - 1]``
    date: str | None  # of the meeting, as far as it is stated: 2025-12-17, 2025-12, 2025
    published: str | None  # date of the article
    kind: MeetingKind
    planned: bool
    place: str | None
    occasion: str | None  # one key under all wordings
    wording: str | None  # its name in that article
    ordinal: int | None
    parties: tuple[str, ...]  # codes, sorted
    topics: tuple[str, ...]  # ids
    people: tuple[Participant, ...]

    @property
    def day(self) -> str | None:
        """Its date; where none is stated, that of its article."""
        return self.date or self.published

    def of_role(self, *roles: Role) -> tuple[Participant, ...]:
        """Those who were there as that."""
        return tuple(one for one in self.people if one.role in roles)

"""Whom the sentences so far were about: what stand-ins are resolved by."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Item:
    """People named or meant at tokens ``[first, last)``."""

    first: int
    last: int
    people: tuple[int, ...]
    named: bool
    countries: tuple[str, ...] = ()  # of a delegation without a name
    word: str = ""  # the stand-in's noun


@dataclass(slots=True)
class Memory:
    """What the reading so far knows, to resolve stand-ins."""

    subject: tuple[int, ...] = ()
    one: tuple[int, ...] = ()  # the last subject that was one person: who "he" is after "the two agreed"
    recent: list[int] = field(default_factory=list)  # people, the latest last
    hosts: tuple[int, ...] = ()
    guests: tuple[int, ...] = ()
    everybody: tuple[int, ...] = ()
    delegation: str | None = None  # the country of visitors whom nobody names
    speaker: tuple[int, ...] = ()  # of a transcript's turn: who "I" is
    home: str | None = None  # the country of whoever has none stated
    letters: dict[str, int] = field(default_factory=dict)  # "EUSR": whose title is shortened so

    def saw(self, person: int) -> None:
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)

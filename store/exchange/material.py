"""What is exported, and what is told of it afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from store.model import NameRuling, OpenArticle, SavedSearch


@dataclass(frozen=True)
class Options:
    """What a person chooses beside the format."""

    bom: bool = True
    """Whether a table says with its first bytes that it is UTF-8: some spreadsheets believe nothing else."""


@dataclass(frozen=True)
class Material:
    """The articles to be written, oldest first, and what holds for all of them."""

    articles: Iterable[OpenArticle]
    names: tuple[NameRuling, ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)
    searches: tuple[SavedSearch, ...] = ()
    whole: bool = False  # all of the library
    title: str = ""  # what was chosen, in words
    options: Options = field(default_factory=Options)

    @cached_property
    def person_of(self) -> Callable[[str], str]:
        """Gives the one key of a person for the key of any spelling of the name."""
        from store.persons import people_of

        return people_of(one for one in self.names if one.kind == "person").person


@dataclass
class Told:
    """What is told of an export while it is made."""

    rows: int = 0
    """Rows, events or notes: what the format is made of."""

    left_out: Counter[str] = field(default_factory=Counter)
    """What could not be written, by the reason: "meetings without a day"."""


Write = Callable[[Material, Told], Iterator[str]]
"""Writes a format, piece by piece; a large library never is in memory as a whole."""


@dataclass(frozen=True)
class Written:
    """What an export did."""

    articles: int
    rows: int
    left_out: Mapping[str, int]
    cancelled: bool = False

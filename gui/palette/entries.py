"""What the palette offers: actions and places, each with its name and the words that find it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What an entry is, as it is written beside it."""

    ACTION = "Action"
    FILTER = "List"
    SAVED = "Saved search"
    PERSON = "Person"
    COUNTRY = "Country"
    OCCASION = "Occasion"
    YEAR = "Year"
    TAG = "Tag"
    TAB = "Open tab"
    LIBRARY = "Library"
    ARTICLE = "Article"
    PAGE = "Page"
    SEARCH = "Search"


ICONS = {
    Kind.ACTION: "goto",
    Kind.FILTER: "all",
    Kind.SAVED: "search",
    Kind.PERSON: "person",
    Kind.COUNTRY: "country",
    Kind.OCCASION: "facts",
    Kind.YEAR: "year",
    Kind.TAG: "tag",
    Kind.TAB: "paper",
    Kind.LIBRARY: "folder",
    Kind.ARTICLE: "paper",
    Kind.PAGE: "facts",
    Kind.SEARCH: "search",
}

SIGNS = {">": (Kind.ACTION,), "@": (Kind.PERSON,), "#": (Kind.TAG,), ":": (Kind.PAGE,), "/": (Kind.SEARCH,)}
"""A first character that leaves only some kinds."""


_NAMES = {kind: kind.name.lower() for kind in Kind}  # quicker than asking the kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do or one place to go to."""

    kind: Kind
    key: str  # stable within its kind: "article.star", "TR", the number of an article
    title: str
    detail: str = ""  # said beside the title
    also: str = ""  # more words that find it
    keys: tuple[str, ...] = ()  # that do the same
    icon: str = ""
    off: str = ""  # why it cannot be done now; empty where it can

    @property
    def name(self) -> str:
        """What it is remembered by."""
        return f"{_NAMES[self.kind]} {self.key}"

    @property
    def spoken(self) -> str:
        """The entry as a screen reader says it."""
        parts = (self.title, self.kind.value, self.off or self.detail, " or ".join(self.keys))
        return "; ".join(part for part in parts if part)


def parted(typed: str) -> tuple[tuple[Kind, ...] | None, str]:
    """The kinds that what is typed asks for (``None`` for all), and the words to look for."""
    text = typed.lstrip()
    kinds = SIGNS.get(text[:1])
    return (kinds, text[1:].strip()) if kinds is not None else (None, text.strip())

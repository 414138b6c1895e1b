"""The entries of the lexicon: one frozen dataclass for each file of ``resources/lexicon``.

Forms are spelled as print has them, with their case. Countries are ISO 3166-1 alpha-2 codes (and XK for
Kosovo). A form is *weak* where the same word is also something else (Georgia, Jordan, Turkey, Reading): it
needs support from the words around it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or territory. ``names`` begins with ``name``."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]  # "Turkish"; also what stands as one: "UK", "U.S."
    people: tuple[str, ...]  # nouns for its people: "Turk", "Turks"
    capital: str  # "" where there is none
    capital_aliases: tuple[str, ...]
    weak: tuple[str, ...]  # those of its forms that are also something else


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of states, or a body of one: UNIFIL has a line of its own with the code UN."""

    code: str
    name: str
    names: tuple[str, ...]  # begins with ``name``
    city: str  # headquarters; "" where there are none
    country: str  # of the headquarters


@dataclass(frozen=True, slots=True)
class City:
    """A city, a town, or a place where meetings are held."""

    name: str
    country: str
    aliases: tuple[str, ...]
    population: int  # 0 where unknown
    weak: bool  # the name is also an ordinary word or a person's name


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of the world's forces. ``grade`` is OF-1 to OF-10, OF-D, OR-1 to OR-9, WO, or suffix."""

    canonical: str
    forms: tuple[str, ...]  # begins with ``canonical``
    grade: str


@dataclass(frozen=True, slots=True)
class Honorific:
    """A word of courtesy that stands before a name (or, of kind ``suffix``, after it)."""

    name: str
    forms: tuple[str, ...]  # begins with ``name``
    kind: str  # title | royal | clergy | academic | suffix


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency, paper, broadcaster or press office that publishes in English."""

    name: str
    aliases: tuple[str, ...]
    country: str
    city: str


@dataclass(frozen=True, slots=True)
class Site:
    """A known place of homage and protocol (``site``) or where talks are held (``venue``)."""

    name: str
    kind: str
    city: str  # "" for a kind of place that many cities have
    country: str
    aliases: tuple[str, ...]

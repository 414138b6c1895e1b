"""What a person types into the search box, read as a tree. Never raises, whatever is typed.

Words must all be there; ``OR`` joins its two neighbours; ``-word`` or ``NOT word`` must not be there;
``"words in order"``; ``word*`` is the beginning of a word, and so is the last word while it is being
typed; ``(`` and ``)`` group. Fields: see ``FIELDS``. What makes no sense is left out and named in
``Query.ignored``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FACETS = ("person", "country", "outlet")
INDEXED = ("post", "place", "occasion", "topic", "note", "role")
"""Fields that the search index answers."""

FIELDS = (*FACETS, *INDEXED, "tag", "date", "year", "after", "before", "is")
ROLES = ("host", "guest", "attendee", "honoured", "mentioned")
NEAR = 10
"""How many words may lie between two that are to be near each other, where it is not said."""

MOST_NEAR = 999
STATES = ("unread", "read", "starred", "annotated")
SHORTEST_BEGINNING = 2
"""From how many letters on the last word of a query counts as the beginning of a word."""

MOST_LEAVES = 64
"""A pasted page is cut here: no person means hundreds of words at once."""


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words in order, side by side; the last one may be a beginning."""

    forms: tuple[tuple[str, ...], ...]
    """One sequence of words, or two where the person typed an ə, which is written e or a elsewhere."""
    beginning: bool = False
    completed: tuple[tuple[str, ...], ...] = ()
    """The forms with each word of the index that begins so; empty where that is not known or too many do."""
    frequent: bool = False  # a beginning of one word, short, that is in very many articles

    def __str__(self) -> str:
        star = "*" if self.beginning else ""
        said = ["_".join(form) + star for form in self.forms]
        return "/".join(f'"{form.replace("_", " ")}"' if "_" in form else form for form in said)


@dataclass(frozen=True, slots=True)
class Near:
    """Two stretches of words with at most so many words between them, in either order."""

    first: Words
    second: Words
    distance: int

    def __str__(self) -> str:
        return f"{self.first} NEAR/{self.distance} {self.second}"


@dataclass(frozen=True, slots=True)
class Field:
    """Something known about the article: person, country, outlet, post, tag, state (``is``) ..."""

    name: str
    value: str  # as typed
    also: tuple[str, ...] = ()  # folded names that people so called go by besides
    completed: tuple[tuple[str, ...], ...] = ()
    """For each word of the value, the words of the index that begin so; none where too many do."""
    values: tuple[tuple[int, int], ...] | None = None
    """Of a facet: the values that are meant, each with in how many articles it is; None where not told."""

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


@dataclass(frozen=True, slots=True)
class Dates:
    """The date of the article lies in ``[first, last)``, ISO dates; ``None`` is open."""

    first: str | None
    last: str | None
    said: str

    def __str__(self) -> str:
        return self.said


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Node

    def __str__(self) -> str:
        return f"NOT {_grouped(self.part)}"


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " AND ".join(_grouped(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part must hold."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(_grouped(part) for part in self.parts)


Node = Words | Near | Field | Dates | Not | All | Any


def _grouped(node: Node) -> str:
    return f"({node})" if isinstance(node, All | Any) else str(node)


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood."""

    root: Node | None  # None: nothing in it can be searched for
    ignored: tuple[str, ...] = ()  # what was left out, as typed
    too_far: tuple[str, ...] = ()  # distances that were asked for and are more than the most

    def explain(self) -> str:
        """One line: how it was read and what was not understood; empty for an empty query."""
        parts = [f"read as: {self.root}"] if self.root is not None else []
        if self.too_far:
            parts.append(f"{' '.join(self.too_far)} is too far: at most NEAR/{MOST_NEAR}")
        if self.ignored:
            parts.append("not understood: " + " ".join(self.ignored))
        return "; ".join(parts)

    def wanted(self) -> list[Node]:
        """The leaves whose words are to be shown in the text: all but what must not be there."""
        return list(_wanted(self.root))


def _wanted(node: Node | None) -> Iterator[Node]:
    match node:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _wanted(part)
        case Words() | Near() | Field() | Dates():
            yield node
        case _:
            return

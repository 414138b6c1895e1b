"""The one shape in which every answer over several articles is shown, in the window and in the terminal.

A page is data: titles, paragraphs, tables and grids of runs of words. A run may lead somewhere, and may have
a tone; what a tone says, the words or a sign say too, so that colour is never alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from store.model import Span

Tone = Literal["", "new", "gone", "changed", "gap", "muted", "warning"]

LinkKind = Literal[
    "article",
    "person",
    "country",
    "occasion",
    "series",
    "pair",
    "search",
    "compare",
    "new",
    "reports",
    "timeline",
    "calendar",
    "network",
    "couple",
]


@dataclass(frozen=True, slots=True)
class Link:
    """Where a run leads.

    ``key``: of an article its number, with the words as ``12:116-124`` (see ``to_article``); of a person, an
    occasion or a series its key; of a country its code; of a pair ``AZ+TR``, of a couple the keys of both
    people; of a search what is typed; of a comparison ``1+3`` (numbers of articles); of what is
    new in an article its number and the scope, ``3 series``; of the reports of its meetings its number; of a
    timeline, a calendar or a network what is drawn, as the drawing tells it.
    """

    kind: LinkKind
    key: str

    @property
    def article(self) -> tuple[int, Span | None]:
        """Of a link to an article: its number, and the words in it."""
        number, _, words = self.key.partition(":")
        start, _, end = words.partition("-")
        return int(number), Span(int(start), int(end)) if end else None

    @property
    def both(self) -> tuple[str, str]:
        """Of a link to a pair or a comparison: the two."""
        first, _, second = self.key.partition("+")
        return first, second


def to_article(number: int, span: Span | None = None) -> Link:
    """A link to an article, or to words in it."""
    return Link("article", f"{number}:{span.start}-{span.end}" if span else str(number))


def to_pair(first: str, second: str) -> Link:
    """A link to what two parties had to do with each other."""
    return Link("pair", f"{first}+{second}")


def to_couple(first: str, second: str) -> Link:
    """A link to the meetings of two people."""
    return Link("couple", f"{first}+{second}")


def to_comparison(first: int, second: int) -> Link:
    """A link to two articles side by side."""
    return Link("compare", f"{first}+{second}")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one tone that lead to one place, or nowhere."""

    text: str
    link: Link | None = None
    tone: Tone = ""
    signed: bool = False
    """Where colours are not to be had, its tone is told by signs around it (see ``said``)."""


Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or more of running words."""

    runs: Cell


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a heading. A row has as many cells as there are columns.

    ``legend`` shows what the tones say.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    legend: Cell = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Marks where a row and a column meet: topics by sessions, say. Each mark is a sign or a short word.

    ``corner`` says what the rows are; ``legend`` what the signs say.
    """

    heading: str
    corner: str
    columns: tuple[Cell, ...]
    rows: tuple[tuple[Cell, tuple[Cell, ...]], ...]
    legend: str = ""
    note: str = ""


Block = Paragraph | Table | Grid


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown of one thing."""

    title: str
    subtitle: str = ""
    blocks: tuple[Block, ...] = ()


def cell(*parts: str | Run) -> Cell:
    """A cell of words and runs; what is empty is left out."""
    runs = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(run for run in runs if run.text)


def joined(cells: list[Cell], between: str = ", ") -> Cell:
    """Several cells as one, with ``between`` between them."""
    return tuple(
        run
        for number, one in enumerate(filter(None, cells))
        for run in ((Run(between), *one) if number else one)
    )


_SIGNS: dict[Tone, tuple[str, str]] = {"new": ("[+", "+]"), "gone": ("[-", "-]"), "changed": ("[", "]")}


def text_of(runs: Cell) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)


def said(runs: Cell) -> str:
    """The words where there are no colours: with the signs of their tones, where they have any."""
    return "".join(
        f"{run.text}".join(_SIGNS.get(run.tone, ("", ""))) if run.signed else run.text for run in runs
    )


def cited(article: int, link: Link | None = None) -> Run:
    """An article by its number in the library, in brackets as in a list of references: no count."""
    return Run(f"[{article}]", link or to_article(article))


def citations(numbers: Sequence[int], rest: Callable[[str], Run] = Run, most: int = 4) -> Cell:
    """The first of some articles, and how many more there are: ``[3], [1], 12 more``.

    ``rest`` makes the run of the last, which may lead to them all.
    """
    more = len(numbers) - most
    cells = [cell(cited(number)) for number in numbers[:most]]
    return joined([*cells, cell(rest(f"{more:,} more"))] if more > 0 else cells)

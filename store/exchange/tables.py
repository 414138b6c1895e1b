"""Tables of officials and of meetings, a row each, as comma-separated values (RFC 4180)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from store.exchange.material import Material, Told
from store.export import cells, facts
from store.model import Fact, OpenArticle

BOM = "\ufeff"
END = "\r\n"


def head(material: Material, columns: Sequence[str]) -> str:
    """The first line, after the mark of UTF-8 where it is wanted."""
    return (BOM if material.options.bom else "") + cells.row(columns) + END


def write_officials(material: Material, told: Told) -> Iterator[str]:
    """A row for each official of each article: see ``facts.OFFICIAL_COLUMNS``."""
    yield head(material, facts.OFFICIAL_COLUMNS)
    yield from _each(material, told, "official", lambda opened: opened.reading.officials)


def write_meetings(material: Material, told: Told) -> Iterator[str]:
    """A row for each meeting of each article: see ``facts.MEETING_COLUMNS``."""
    yield head(material, facts.MEETING_COLUMNS)
    yield from _each(material, told, "meeting", lambda opened: opened.reading.meetings)


def _each(
    material: Material, told: Told, kind: str, of: Callable[[OpenArticle], Sequence[Any]]
) -> Iterator[str]:
    for opened in material.articles:
        for number in range(len(of(opened))):
            told.rows += 1
            yield facts.whole_row(opened, Fact(kind, number)) + END

"""What the commands print for people: tables of plain text, cut to the width of the terminal."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from store.explaining import NOT_STATED, explained, plain
from store.model import Article, ArticleRow, Meeting, Official, Reading, Stated


def width(text: str) -> int:
    """How many columns ``text`` takes: wide characters two, combining marks none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def table(rows: Sequence[Sequence[str]], most: int | None = None) -> Iterator[str]:
    """Rows as lines with aligned columns; the first row is the head.

    Where that takes more than ``most`` columns of the terminal, the widest are broken into lines.
    """
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = [max(width(row[column]) for row in cells) for column in range(len(cells[0]))]
    if most is not None:
        _narrow(widths, most)
    for number, row in enumerate(cells):
        for line in _lines(row, widths):
            yield "  ".join(
                cell + " " * (wide - width(cell)) for cell, wide in zip(line, widths, strict=True)
            ).rstrip()
        if number == 0:
            yield "  ".join("-" * wide for wide in widths)


_NARROWEST = 16


def _narrow(widths: list[int], most: int) -> None:
    """Take from the widest until all are no wider than ``most``, or none can be narrower."""
    room = max(most - 2 * (len(widths) - 1), 0)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = max(range(len(widths)), key=widths.__getitem__)
        widths[widest] -= 1


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The lines that a row takes: one, unless a cell is wider than its column."""
    if all(width(cell) <= wide for cell, wide in zip(row, widths, strict=True)):
        yield tuple(row)
        return
    broken = [textwrap.wrap(cell, wide) if cell else [] for cell, wide in zip(row, widths, strict=True)]
    yield from zip_longest(*broken, fillvalue="")


def reading_lines(article: Article, reading: Reading, explain: bool) -> Iterator[str]:
    """Officials and meetings of one article, and with ``explain`` the words and rules behind them."""
    yield f"== {plain(article.key)}  {article.published or 'no date'}  {_said(reading.outlet)}"
    if reading.officials:
        yield ""
        yield from table([("Official", "Rank", "Posts", "For", "Role"), *map(_official, reading.officials)])
    else:
        yield "no officials found"
    for number, meeting in enumerate(reading.meetings, 1):
        yield ""
        yield f"Meeting {number} of {len(reading.meetings)}"
        yield from (f"  {label:<9} {plain(value)}" for label, value in _meeting(meeting))
    if reading.ceremonies:
        yield ""
        yield "Ceremonies: " + "; ".join(plain(ceremony.site) for ceremony in reading.ceremonies)
    if explain:
        yield ""
        yield from explained(article, reading)
    yield ""


def found_lines(row: ArticleRow) -> Iterator[str]:
    """One article of a search: date, heading, file stem, and the words found."""
    parts = (row.heading, row.outlet or "", f"[{row.key}]")
    yield "  ".join((row.date or "no date   ", *filter(None, map(plain, parts))))
    if row.snippet:
        yield "    " + plain(row.snippet)


def _said(stated: Stated[str] | None) -> str:
    return stated.value if stated else NOT_STATED


def _official(official: Official) -> tuple[str, ...]:
    posts = ("; ".join(", ".join(filter(None, (p.title, p.organisation))) for p in official.posts)) or "-"
    return (
        official.name,
        official.rank.value if official.rank else "-",
        posts,
        official.country.value if official.country else "-",
        official.role.value.value,
    )


def _names(stated: Iterable[Stated[str]]) -> str:
    return ", ".join(item.value for item in stated)


def _meeting(meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield "what", f"{meeting.kind.value}, {meeting.status.value}"
    yield "when", _said(meeting.date)
    yield "where", ", ".join(part.value for part in (meeting.venue, meeting.place) if part) or NOT_STATED
    for label, people in (
        ("host", meeting.hosts),
        ("guest", meeting.guests),
        ("attended", meeting.attendees),
    ):
        if people:
            yield label, _names(people)
    yield "between", _names(meeting.parties) or NOT_STATED
    occasion = meeting.occasion.value if meeting.occasion else None
    ordinal = f" (no. {occasion.ordinal})" if occasion and occasion.ordinal else ""
    yield "occasion", f"{occasion.name}{ordinal}" if occasion else NOT_STATED
    yield "topics", _names(meeting.topics) or NOT_STATED

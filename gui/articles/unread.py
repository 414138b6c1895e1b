"""The next unread article of a list that may be grouped. Read off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from gui.articles.lists import Lists
from gui.articles.source import Source
from store.model import ArticleRow

if TYPE_CHECKING:
    from store.library import Library

_SCAN = 256  # rows read at a time


def find(
    library: Library, source: Source, lists: Lists, number: int, at: int, by: int
) -> tuple[int, int] | None:
    """Group and row of the nearest unread article after row ``at`` of a group, round the end of the list."""
    groups = lists.sections.groups
    if not groups:
        row = _in_group(source, lists, 0, at, by)
        return None if row is None else (0, row)
    with_some = {one.key for one in library.listed.groups(replace(lists.shown, unread=True), lists.by)}
    for step in range(len(groups) + 1):
        here = (number + step * by) % len(groups)
        if groups[here].key not in with_some:
            continue
        start = at if step == 0 else -1 if by > 0 else groups[here].count
        row = _in_group(source, lists, here, start, by)
        if row is not None and (step > 0 or (row - at) * by > 0):
            return here, row
    return None


def _in_group(source: Source, lists: Lists, number: int, start: int, by: int) -> int | None:
    pages = lists.pages_to_read(number)
    return nearest(lambda at: source.rows(pages, at, _SCAN), lists.sections.size(number), start, by)


def nearest(page: Callable[[int], list[ArticleRow]], count: int, start: int, by: int) -> int | None:
    """Place of the nearest unread row after ``start`` in that direction, round the end of the rows."""
    places: list[int] = []
    offset = 0
    while offset < count:
        rows = page(offset)
        places += [offset + n for n, row in enumerate(rows) if not row.read]
        if by > 0 and places and places[-1] > start:
            break
        if not rows or (by < 0 and offset > start and places):
            break
        offset += len(rows)
    if by > 0:
        after = [p for p in places if p > start]
        return after[0] if after else places[0] if places else None
    before = [p for p in places if p < start]
    return before[-1] if before else places[-1] if places else None

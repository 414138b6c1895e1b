"""The rows at hand of a list that may be grouped: the pages of each group; nothing here knows of widgets."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gui.articles.pages import PAGES_AT_HAND, Pages
from gui.articles.sections import Sections
from store.model import ArticleRow, Filter, Group

GROUPS_AT_HAND = 96
PAGES_OF_A_GROUP = 12


class Lists:
    """One list as it was read: its groups, and the pages of each."""

    def __init__(
        self,
        shown: Filter,
        count: int,
        order: str = "date",
        by: str = "",
        groups: Sequence[Group] = (),
        folded: set[str] | None = None,
    ) -> None:
        self.shown, self.order, self.by = shown, order, by if groups else ""
        self.articles = count
        """How many articles there are; each is counted once."""
        self.sections = Sections(groups, folded or (), count)
        self._pages: OrderedDict[int, Pages] = OrderedDict()

    def filter_of(self, number: int) -> Filter:
        """What chooses the articles of a group."""
        if not self.sections.groups:
            return self.shown
        return replace(self.shown, part=(self.by, self.sections.groups[number].key))

    def pages(self, number: int) -> Pages:
        """The pages of a group; those that were not used for long are dropped."""
        found = self._pages.get(number)
        if found is None:
            most = PAGES_OF_A_GROUP if self.by else PAGES_AT_HAND
            found = Pages(self.filter_of(number), self.sections.size(number), self.order, most)
            self._pages[number] = found
            # What was kept although it no longer fits is known only here.
            droppable = [n for n, pages in self._pages.items() if not pages.keeps and n != number]
            for dropped in droppable[: max(0, len(self._pages) - GROUPS_AT_HAND)]:
                del self._pages[dropped]
        self._pages.move_to_end(number)
        return found

    def pages_to_read(self, number: int) -> Pages:
        """The pages of a group, for another thread: those at hand, or such as are not kept."""
        found = self._pages.get(number)
        return found or Pages(self.filter_of(number), self.sections.size(number), self.order)

    def adopt(self, number: int, pages: Pages) -> Pages:
        """``pages`` are at hand again, if they were dropped while they were being read."""
        return self._pages.setdefault(number, pages)

    def first_groups(self, rows: int) -> Iterator[int]:
        """The groups that have the first so many rows in view."""
        number = 0
        while rows > 0 and number < max(1, len(self.sections.groups)):
            if not self.sections.is_folded(number):
                yield number
                rows -= self.sections.size(number)
            rows -= 1
            number += 1

    def number_of(self, keys: Sequence[str]) -> int | None:
        """The first group that has one of these keys."""
        found = (number for number, group in enumerate(self.sections.groups) if group.key in keys)
        return next(found, None)

    def is_like(self, other: Lists) -> bool:
        """Whether the same places are for the same articles, if none came or went."""
        mine = self.shown, self.order, self.by, self.articles, self.sections.groups, self.sections.folded_keys
        return mine == (
            *(other.shown, other.order, other.by, other.articles),
            *(other.sections.groups, other.sections.folded_keys),
        )

    def peek(self, place: int) -> ArticleRow | None:
        """The row at a place if it is at hand, without counting as use."""
        if not 0 <= place < self.sections.count:
            return None
        number, row = self.sections.at(place)
        pages = self._pages.get(number)
        return pages.peek(row) if pages is not None and row >= 0 else None

    def at_hand(self) -> Iterator[tuple[int, int, ArticleRow]]:
        """Every row at hand, with its group and its number there."""
        for number, pages in self._pages.items():
            for row, found in pages.at_hand():
                yield number, row, found

    def rows_at_hand(self, ranges: Sequence[tuple[int, int]], at_most: int) -> list[ArticleRow]:
        """The first rows of ranges of places that are at hand; each article once."""
        found: dict[int, ArticleRow] = {}
        looked_at = 0
        for number, first, last in self.sections.parts(_first_of(ranges, at_most)):
            pages = self._pages.get(number)
            for at in range(first, last + 1):
                looked_at += 1
                row = pages.peek(at) if pages is not None else None
                if row is not None:
                    found[row.id] = row
                if looked_at >= at_most:
                    return list(found.values())
        return list(found.values())

    def places_of(self, article_id: int) -> list[int]:
        """Where an article stands, as far as it is at hand and in view."""
        places = (self.sections.place(n, at) for n, at, row in self.at_hand() if row.id == article_id)
        return sorted(place for place in places if place is not None)

    def parts_of(self, ranges: Sequence[tuple[int, int]]) -> list[tuple[Pages, range, list[int]]]:
        """Ranges of places as offsets in the pages of a group, and with the kept articles among them."""
        if self.sections.groups and self._is_all(ranges):
            kept = [number for pages in self._pages.values() for number in pages.split(0, pages.count - 1)[1]]
            return [(Pages(self.shown, self.articles, self.order), range(self.articles), kept)]
        found = []
        for number, first, last in self.sections.parts(ranges):
            pages = self.pages_to_read(number)
            found.append((pages, *pages.split(first, last)))
        return found

    def _is_all(self, ranges: Sequence[tuple[int, int]]) -> bool:
        return sum(last - first + 1 for first, last in ranges) >= self.sections.count

    def count_of(self, ranges: Sequence[tuple[int, int]]) -> int:
        """How many articles stand in ranges of places; one that stands in several groups as often."""
        if self._is_all(ranges):
            return self.articles
        return sum(last - first + 1 for _, first, last in self.sections.parts(ranges))

    def may_repeat(self, ranges: Sequence[tuple[int, int]]) -> bool:
        """Whether the same article may stand there more than once."""
        if self.by not in ("country", "occasion") or self.count_of(ranges) == self.articles:
            return False
        return len({number for number, _, _ in self.sections.parts(ranges)}) > 1


def _first_of(ranges: Sequence[tuple[int, int]], places: int) -> Iterator[tuple[int, int]]:
    """So many places of ranges."""
    for first, last in ranges:
        if places <= 0:
            return
        yield first, min(last, first + places - 1)
        places -= last - first + 1

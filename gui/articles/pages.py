"""Which rows of a long list are at hand, by position; nothing here knows of widgets.

The list keeps showing an article that stopped matching its filter because the person acted on it (it was
read while the unread ones are shown) until another filter is chosen. Such rows are *kept*: the library
no longer counts them, so places in the list and offsets in the library differ by the kept rows before. Not
so where the list is sorted otherwise than by date: there the library gave all its places at once, and they
stay.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence

from gui.articles.orders import is_sort
from store.model import ArticleRow, Filter

PAGE = 64
PAGES_AT_HAND = 48


def matches_state(row: ArticleRow, shown: Filter) -> bool:
    """Whether a row still has the state (unread, starred, annotated) that a filter asks for."""
    return not (
        (shown.unread and row.read)
        or (shown.starred and not row.starred)
        or (shown.annotated and not row.notes)
    )


class Pages:
    """Rows by place in the list, in pages of ``PAGE``, the least recently used dropped first."""

    def __init__(self, shown: Filter, count: int, order: str = "date", most: int = PAGES_AT_HAND) -> None:
        self.shown = shown
        self.count = count
        self.order = order
        self.places: Sequence[int] | None = None
        """All of them in the library, where the list is made at once; None until it is."""
        self._most = most
        self._pages: OrderedDict[int, list[ArticleRow]] = OrderedDict()
        self._kept: dict[int, ArticleRow] = {}
        self._kept_places: list[int] = []

    def row(self, place: int) -> ArticleRow | None:
        """The row at a place; None when its page is not at hand."""
        page = self._pages.get(place // PAGE)
        if page is None or place % PAGE >= len(page):
            return None
        self._pages.move_to_end(place // PAGE)
        return page[place % PAGE]

    def peek(self, place: int) -> ArticleRow | None:
        """The row at a place, without counting as use of its page."""
        page = self._pages.get(place // PAGE)
        return page[place % PAGE] if page is not None and place % PAGE < len(page) else None

    def split(self, first: int, last: int) -> tuple[range, list[int]]:
        """Places ``first`` to ``last`` as offsets in the library, and the kept articles among them."""
        before, until = bisect_left(self._kept_places, first), bisect_left(self._kept_places, last + 1)
        kept = [self._kept[place].id for place in self._kept_places[before:until]]
        return range(first - before, last + 1 - until), kept

    @property
    def keeps(self) -> bool:
        """Whether it shows articles that the library no longer counts."""
        return bool(self._kept)

    def has(self, number: int) -> bool:
        """Whether a page is at hand."""
        return number in self._pages

    def query(self, number: int) -> tuple[int, int]:
        """Offset and limit to ask the library for, to fill a page."""
        first, end = number * PAGE, min((number + 1) * PAGE, self.count)
        before = bisect_left(self._kept_places, first)
        inside = bisect_left(self._kept_places, end) - before
        return first - before, end - first - inside

    def put(self, number: int, fetched: Iterable[ArticleRow]) -> None:
        """Fill a page with what the library gave for ``query(number)``."""
        rows = iter(fetched)
        page: list[ArticleRow] = []
        for place in range(number * PAGE, min((number + 1) * PAGE, self.count)):
            row = self._kept.get(place) or next(rows, None)
            if row is None:
                break
            page.append(row)
        self._pages[number] = page
        self._pages.move_to_end(number)
        while len(self._pages) > self._most:
            self._pages.popitem(last=False)

    def replace(self, place: int, row: ArticleRow) -> None:
        """Show a changed row at its place, whether or not it still matches the filter."""
        page = self._pages.get(place // PAGE)
        if page is None:
            return
        page[place % PAGE] = row
        if is_sort(self.order):
            return
        if matches_state(row, self.shown):
            if self._kept.pop(place, None) is not None:
                self._kept_places.remove(place)
        else:
            if place not in self._kept:
                insort(self._kept_places, place)
            self._kept[place] = row

    def at_hand(self) -> Iterator[tuple[int, ArticleRow]]:
        """Every row at hand with its place."""
        for number, page in self._pages.items():
            for index, row in enumerate(page):
                yield number * PAGE + index, row

    def place_of(self, article_id: int) -> int | None:
        """The place of an article among the rows at hand."""
        return next((place for place, row in self.at_hand() if row.id == article_id), None)

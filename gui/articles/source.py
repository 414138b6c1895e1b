"""What a list reads from the library, in any thread; nothing here knows of widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from gui.articles.lists import Lists
from gui.articles.orders import is_sort
from gui.articles.pages import Pages
from store.model import ArticleRow, Filter

if TYPE_CHECKING:
    from store.library import Library


class Source:
    """A list that is sorted otherwise than by date is made whole once; its pages are parts of that."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.with_details = False
        """Whether rows come with all that columns show."""

    def rows(self, pages: Pages, offset: int, limit: int) -> list[ArticleRow]:
        """A part of a group of the list."""
        if is_sort(pages.order):
            places = self._places(pages)[offset : offset + limit]
            return self._detailed(self._library.listed.page(pages.shown, places))
        return self._detailed(self._library.rows(pages.shown, offset, limit, pages.order))

    def rows_of(self, ids: Iterable[int]) -> list[ArticleRow]:
        """The rows of these articles."""
        found = (self._library.article(number) for number in ids)
        return self._detailed([article.row for article in found if article is not None])

    def count(self, shown: Filter, order: str) -> tuple[int, Sequence[int] | None]:
        """How many articles a list has, and where they are, if that had to be made out."""
        if not is_sort(order):
            return self._library.count(shown), None
        places = self._library.listed.ordered(shown, order)
        return len(places), places

    def ids(self, lists: Lists, parts: Sequence[tuple[Pages, range, list[int]]]) -> list[int]:
        """The articles of parts of groups, each once, and those that were kept in them."""
        found: dict[int, None] = {}
        listed: tuple[Pages | None, Sequence[int]] = None, ()
        for pages, offsets, kept in parts:
            if is_sort(lists.order):
                chosen = self._places(pages)[offsets.start : offsets.stop]
                ids = self._library.listed.ids_at(chosen)
            else:
                if listed[0] is not pages:
                    listed = pages, self._library.ids(pages.shown, lists.order)
                ids = list(listed[1][offsets.start : offsets.stop])
            found.update(dict.fromkeys((*ids, *kept)))
        return list(found)

    def row_of(self, pages: Pages, article_id: int) -> int | None:
        """Which row of a group an article is; None where it is not in it."""
        if is_sort(pages.order):
            place = self._library.listed.place_of(article_id)
            listed: Sequence[int] = self._places(pages)
            wanted = -1 if place is None else place
        else:
            listed, wanted = self._library.ids(pages.shown, pages.order), article_id
        return listed.index(wanted) if wanted in listed else None

    def _places(self, pages: Pages) -> Sequence[int]:
        if pages.places is None:
            pages.places = self._library.listed.ordered(pages.shown, pages.order)
        return pages.places

    def _detailed(self, rows: list[ArticleRow]) -> list[ArticleRow]:
        return self._library.listed.with_details(rows) if self.with_details else rows

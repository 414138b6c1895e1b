"""The list of articles as a table model: pages read off the GUI thread, rows patched in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.articles.pages import PAGE, Pages
from gui.articles.words import spoken
from gui.tasks import Tasks
from store.model import ArticleRow, Changes, Filter

if TYPE_CHECKING:
    from store.library import Library

ROW = Qt.ItemDataRole.UserRole
"""The ``ArticleRow`` of an index, or None while its page is being read."""

_PATCH_AT_MOST = 200  # more changed articles than this: read the list anew
Index = QModelIndex | QPersistentModelIndex
_Found = tuple[str, int, list[ArticleRow], bool]  # order, how many, first page, whether older are left out


class ArticlesModel(QAbstractTableModel):
    """One column of articles, newest first unless ``set_order`` says otherwise."""

    loaded = Signal()
    """The list was read anew, its first page is at hand."""

    patched = Signal(object)
    """``set[int]``: articles whose rows changed in place."""

    def __init__(self, library: Library, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._tasks = library, tasks
        self._pages = Pages(Filter(), 0)
        self._asked: set[int] = set()
        self._by_date, self._ranks = "date", False  # and whether the best come before
        self.left_out = False
        """Whether older articles that were found are not among the ranked ones."""
        self.has_stayed = False
        """Whether the list that was read last has the same articles at the same places as the one before."""
        self.country_names: Mapping[str, str] = {}

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._pages.count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if role == ROW:
            return row
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, self.country_names)
        if role == Qt.ItemDataRole.ToolTipRole:
            names = ", ".join(self.country_names.get(code, code) for code in row.countries)
            return "\n".join(part for part in (row.heading, names) if part)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return "Articles"
        return None

    # -- what the window asks

    @property
    def shown(self) -> Filter:
        """The filter of the list."""
        return self._pages.shown

    @property
    def order(self) -> str:
        """``date``, ``oldest`` or ``relevance``: how the list is sorted."""
        return self._pages.order

    @property
    def by_date(self) -> str:
        """``date`` or ``oldest``: the order that holds when nothing is searched for."""
        return self._by_date

    @property
    def best_asked(self) -> bool:
        """Whether the best are wanted first, though there may be nothing to tell them by."""
        return self._ranks

    def set_order(self, order: str) -> None:
        """Sort so from the next list on; ``relevance`` is for the search at hand, and ends with it."""
        if order != "relevance":
            self._by_date = order
        self._ranks = order == "relevance"

    def row(self, place: int) -> ArticleRow | None:
        """The row at a place in the list; None while it is being read."""
        if not 0 <= place < self._pages.count:
            return None
        row = self._pages.row(place)
        if row is None:
            self._ask(place // PAGE)
        return row

    def peek(self, place: int) -> ArticleRow | None:
        """The row at a place if it is at hand."""
        return self._pages.peek(place)

    def read_ids(self, ranges: Sequence[tuple[int, int]], done: Callable[[list[int]], None]) -> None:
        """The articles at places ``first`` to ``last`` of each range, read in the background."""
        shown, order = self.shown, self.order
        parts = [self._pages.split(first, last) for first, last in ranges]

        def work() -> list[int]:
            listed = self._library.ids(shown, order)
            return [
                number for offsets, kept in parts for number in (*listed[offsets.start : offsets.stop], *kept)
            ]

        self._tasks.read(work, done)

    def place_of(self, article_id: int) -> int | None:
        """The place of an article, if it is among the rows at hand."""
        return self._pages.place_of(article_id)

    def show_now(self, shown: Filter, places: Iterable[int] = ()) -> None:
        """Read the list in the calling thread (for the first paint), with the pages of these places."""
        self._show(shown, self._read(shown, self._order_of(shown)))
        for number in {place // PAGE for place in places if 0 <= place < self._pages.count}:
            if not self._pages.has(number):
                self._pages.put(number, self._library.rows(shown, *self._pages.query(number), self.order))

    def find(self, article_id: int, done: Callable[[int], None]) -> None:
        """Call ``done`` with the place of an article, at hand or not; never where the list has it not."""
        pages, shown, order = self._pages, self.shown, self.order

        def look() -> tuple[int, list[ArticleRow]] | None:
            listed = self._library.ids(shown, order)
            if article_id not in listed:
                return None
            place = listed.index(article_id)
            return place, self._library.rows(shown, *pages.query(place // PAGE), order)

        def found(there: tuple[int, list[ArticleRow]] | None) -> None:
            if there is not None and pages is self._pages and there[0] < pages.count:
                self._taker(pages, there[0] // PAGE)(there[1])
                done(there[0])

        self._tasks.read(look, found, key=("find", id(self)))

    def show_filter(self, shown: Filter, *, only_states: bool = False) -> None:
        """Read the list for a filter; ``loaded`` follows. ``only_states``: no article came or went."""
        order = self._order_of(shown)
        self._tasks.read(
            lambda: self._read(shown, order),
            lambda found: self._show(shown, found, only_states),
            key=("articles", id(self)),
        )

    def reload(self) -> None:
        """Read the same list anew."""
        self.show_filter(self.shown)

    def refresh(self, changes: Changes) -> None:
        """Show what a write changed: rows are patched in place; new or gone rows read the list anew."""
        if changes.listing or len(changes.articles) > _PATCH_AT_MOST:
            self.show_filter(self.shown, only_states=not changes.listing)
            return
        at_hand = {row.id for _, row in self._pages.at_hand()}
        f = self.shown
        depends = any((f.unread, f.starred, f.annotated, f.unplaced, f.tag))
        if depends and not changes.articles <= at_hand:
            self.reload()
            return
        wanted = changes.articles & at_hand
        if wanted:
            self._tasks.read(lambda: self._read_rows(wanted), self._patch)

    # -- inside

    def _order_of(self, shown: Filter) -> str:
        self._ranks = self._ranks and bool(shown.query)
        return "relevance" if self._ranks else self._by_date

    def _read(self, shown: Filter, order: str) -> _Found:
        count, left_out = self._library.ranked(shown) if order == "relevance" else (0, False)
        if not count:
            order = self._by_date
            count = self._library.count(shown)
        return order, count, self._library.rows(shown, 0, PAGE, order), left_out

    def _read_rows(self, ids: frozenset[int]) -> list[ArticleRow]:
        found = (self._library.article(number) for number in ids)
        return [article.row for article in found if article is not None]

    def _show(self, shown: Filter, found: _Found, only_states: bool = False) -> None:
        order, count, rows, self.left_out = found
        same = (self._pages.shown, self._pages.order, self._pages.count) == (shown, order, count)
        self.has_stayed = only_states and same
        self.beginResetModel()
        self._pages = Pages(shown, count, order)
        self._asked.clear()
        if count:
            self._pages.put(0, rows)
        self.endResetModel()
        self.loaded.emit()

    def _patch(self, rows: list[ArticleRow]) -> None:
        for row in rows:
            place = self._pages.place_of(row.id)
            old = self._pages.row(place) if place is not None else None
            if place is None or old is None:
                continue
            self._pages.replace(place, replace(row, snippet=old.snippet, hits=old.hits))
            index = self.index(place, 0)
            self.dataChanged.emit(index, index)
        self.patched.emit({row.id for row in rows})

    def _ask(self, number: int) -> None:
        if number in self._asked or self._pages.has(number):
            return
        self._asked.add(number)
        pages = self._pages
        offset, limit = pages.query(number)
        shown, order = pages.shown, pages.order
        self._tasks.read(lambda: self._library.rows(shown, offset, limit, order), self._taker(pages, number))

    def _taker(self, pages: Pages, number: int) -> Callable[[list[ArticleRow]], None]:
        def take(rows: list[ArticleRow]) -> None:
            if pages is not self._pages:
                return  # another filter was chosen meanwhile
            self._asked.discard(number)
            pages.put(number, rows)
            first, last = number * PAGE, min((number + 1) * PAGE, pages.count) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

        return take

"""The list of articles as a table model: pages read off the GUI thread, rows patched in place, groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.articles.columns import COLUMNS, HEADING, column_tip, named, tip
from gui.articles.lists import Lists
from gui.articles.orders import is_sort
from gui.articles.pages import PAGE, Pages
from gui.articles.sections import HEADER
from gui.articles.source import Source
from gui.articles.words import group_name, spoken
from gui.tasks import Tasks
from gui.words import counted
from store.model import ArticleRow, Changes, Filter, Group

if TYPE_CHECKING:
    from store.library import Library

ROW = Qt.ItemDataRole.UserRole
"""The ``ArticleRow`` of an index, or None while its page is being read, and for the name of a group."""

GROUP = Qt.ItemDataRole.UserRole + 1
"""The ``GroupHead`` of an index that is the name of a group."""

_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_PATCH_AT_MOST = 200  # more changed articles than this: read the list anew
_FIRST_ROWS = 24  # that are read with the groups: more than a screen shows
AT_ONCE = 3_000
"""So many articles are put in order before a window is painted; more, after it."""

Index = QModelIndex | QPersistentModelIndex


class GroupHead(NamedTuple):
    """The name of a group, as it is shown."""

    name: str
    articles: int
    folded: bool


class ArticlesModel(QAbstractTableModel):
    """The articles, newest first unless ``set_order`` says otherwise; grouped if that is chosen."""

    loaded = Signal()
    """The list was read anew, its first page is at hand."""

    patched = Signal(object)
    """``set[int]``: articles whose rows changed in place."""

    def __init__(self, library: Library, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._tasks = library, tasks
        self._source = Source(library)
        self._lists = Lists(Filter(), 0)
        self._asked: set[tuple[int, int]] = set()
        self._standing, self._ranks = "date", False  # and whether the best come before
        self._by = ""  # what is grouped by, where it can be
        self._folded: set[str] = set()
        self.is_waiting = False
        """Whether the first list is still being read."""
        self.is_reading = False
        """Whether another list is being read."""
        self._is_stale = False  # whether a write may have moved what is not at hand
        self.left_out = False
        """Whether older articles that were found are not among the ranked ones."""
        self.has_stayed = False
        """Whether the list that was read last has the same articles at the same places as the one before."""
        self.country_names: Mapping[str, str] = {}

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._lists.sections.count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS) if self._source.with_details else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = index.row()
        if self.is_header(place):
            return self._data_of_group(place, role)
        row = self.row(place)
        if role == ROW:
            return row
        if row is None:
            return None
        if self._source.with_details and index.column() != HEADING and role in _TOLD:
            return COLUMNS[index.column()].text(row)
        if self._source.with_details and role == Qt.ItemDataRole.ToolTipRole:
            return tip(index.column(), row, self.country_names)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, self.country_names)
        if role == Qt.ItemDataRole.ToolTipRole:
            names = ", ".join(self.country_names.get(code, code) for code in row.countries)
            return "\n".join(part for part in (row.heading, names) if part)
        return None

    def _data_of_group(self, place: int, role: int) -> Any:
        if role not in (GROUP, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        sections = self._lists.sections
        number, _ = sections.at(place)
        group = sections.groups[number]
        head = GroupHead(group_name(self._lists.by, group), group.count, sections.is_folded(number))
        if role == GROUP:
            return head
        if role == Qt.ItemDataRole.DisplayRole:
            return head.name
        return f"{head.name}; {counted(head.articles, 'article')}; {'folded' if head.folded else 'unfolded'}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return named(section, self.order) if self.as_columns else "Articles"
            if role == Qt.ItemDataRole.ToolTipRole and self.as_columns:
                return column_tip(section, self.order)
        return None

    # -- what the window asks

    @property
    def shown(self) -> Filter:
        """The filter of the list."""
        return self._lists.shown

    @property
    def articles(self) -> int:
        """How many articles the list has; names of groups are none, and each article is counted once."""
        return self._lists.articles

    @property
    def order(self) -> str:
        """How the list is sorted: one of ``orders.ORDERS``."""
        return self._lists.order

    @property
    def standing(self) -> str:
        """The order that holds where the best are not wanted first."""
        return self._standing

    @property
    def best_asked(self) -> bool:
        """Whether the best are wanted first, though there may be nothing to tell them by."""
        return self._ranks

    @property
    def grouped_by(self) -> str:
        """What the list is grouped by; empty where it is not, as while the best come first."""
        return self._lists.by

    @property
    def grouping(self) -> str:
        """What the list is to be grouped by, where it can be."""
        return self._by

    @property
    def folded(self) -> tuple[str, ...]:
        """The keys of the groups that are folded."""
        return tuple(sorted(self._folded))

    def set_order(self, order: str) -> None:
        """Sort so from the next list on; ``relevance`` is for the search at hand, and ends with it."""
        if order != "relevance":
            self._standing = order
        self._ranks = order == "relevance"

    def set_grouping(self, by: str, folded: Iterable[str] = ()) -> None:
        """Group so from the next list on; empty for not at all. ``folded``: keys of groups."""
        if by != self._by:
            self._by, self._folded = by, set(folded)

    @property
    def as_columns(self) -> bool:
        """Whether each article is a row of columns rather than a card."""
        return self._source.with_details

    def set_columns(self, on: bool) -> None:
        """Give each article a row of columns, or a card; what columns say more is read with the next list."""
        if on == self._source.with_details:
            return
        self.beginResetModel()
        self._source.with_details = on
        self.endResetModel()

    def row(self, place: int) -> ArticleRow | None:
        """The row at a place in the list; None while it is being read."""
        if not 0 <= place < self._lists.sections.count:
            return None
        number, at = self._lists.sections.at(place)
        if at == HEADER:
            return None
        row = self._lists.pages(number).row(at)
        if row is None:
            self._ask(number, at // PAGE)
        return row

    def first_row(self) -> ArticleRow | None:
        """The first article, if it is at hand and in no folded group."""
        place = self.article_from(0, 1)
        return None if place is None else self.row(place)

    def peek(self, place: int) -> ArticleRow | None:
        """The row at a place if it is at hand."""
        return self._lists.peek(place)

    def is_header(self, place: int) -> bool:
        """Whether the name of a group stands at a place."""
        return self._lists.sections.is_header(place)

    def headers(self) -> Iterable[int]:
        """The places of the names of groups."""
        return self._lists.sections.headers()

    def header_of(self, place: int) -> int:
        """The place of the name of the group that a place is in; -1 where there is none."""
        sections = self._lists.sections
        if not sections.groups or not 0 <= place < sections.count:
            return -1
        found = sections.place(sections.at(place)[0], HEADER)
        return -1 if found is None else found

    def next_header(self, place: int) -> int:
        """The place of the name after that of the group that a place is in; -1 where it is the last."""
        sections = self._lists.sections
        number = sections.at(place)[0] + 1
        found = sections.place(number, HEADER) if number < len(sections.groups) else None
        return -1 if found is None else found

    def article_from(self, place: int, by: int) -> int | None:
        """The nearest place of an article from that one on, in that direction (1 or -1)."""
        while 0 <= place < self._lists.sections.count:
            if not self.is_header(place):
                return place
            place += by
        return None

    def rows_at_hand(self, ranges: Sequence[tuple[int, int]], at_most: int) -> list[ArticleRow]:
        """The first articles of ranges of places that are at hand; the name of a group is all of it."""
        return self._lists.rows_at_hand(ranges, at_most)

    def count_of(self, ranges: Sequence[tuple[int, int]]) -> int:
        """How many articles are in ranges of places; one that is in several groups as often."""
        return self._lists.count_of(ranges)

    def may_repeat(self, ranges: Sequence[tuple[int, int]]) -> bool:
        """Whether an article may be in ranges of places more than once."""
        return self._lists.may_repeat(ranges)

    def read_ids(
        self, ranges: Sequence[tuple[int, int]], done: Callable[[list[int]], None], *, key: str = ""
    ) -> None:
        """The articles at places ``first`` to ``last`` of each range, each once, read in the background.

        ``key``: only the last answer of those asked for under it is wanted.
        """
        lists, source = self._lists, self._source
        parts = lists.parts_of(ranges)
        self._tasks.read(lambda: source.ids(lists, parts), done, key=(key, id(self)) if key else None)

    def place_of(self, article_id: int) -> int | None:
        """The first place of an article, if it is among the rows at hand."""
        places = self._lists.places_of(article_id)
        return places[0] if places else None

    def show_now(self, shown: Filter, places: Iterable[int] = ()) -> None:
        """Read the list in the calling thread (for the first paint), with the pages of these places.

        Where it takes more than a moment to put so many in order: in the background, as ``show_filter``.
        """
        if is_sort(self._order_of(shown)) and self._library.count(shown, AT_ONCE + 1) > AT_ONCE:
            self.is_waiting = True
            self.show_filter(shown)
            return
        self._show(*self._read(shown, self._order_of(shown), self._folded))
        sections = self._lists.sections
        for number, at in {sections.at(place) for place in places if 0 <= place < sections.count}:
            pages = self._lists.pages(number)
            if at != HEADER and not pages.has(at // PAGE):
                pages.put(at // PAGE, self._source.rows(pages, *pages.query(at // PAGE)))

    def find(self, article_id: int, done: Callable[[int], None]) -> None:
        """Call ``done`` with the place of an article, at hand or not; never where the list has it not."""
        lists, library, source = self._lists, self._library, self._source

        def look() -> tuple[int, int, list[ArticleRow]] | None:
            number = lists.number_of(library.listed.groups_of(article_id, lists.by)) if lists.by else 0
            if number is None:
                return None
            pages = lists.pages_to_read(number)
            at = source.row_of(pages, article_id)
            return None if at is None else (number, at, source.rows(pages, at // PAGE * PAGE, PAGE))

        def found(there: tuple[int, int, list[ArticleRow]] | None) -> None:
            if there is None or lists is not self._lists:
                return
            number, at, rows = there
            place = lists.sections.place(number, at)
            if at < lists.sections.size(number) and place is not None:
                self._take(lists.pages(number), number, at // PAGE, rows)
                done(place)

        self._tasks.read(look, found, key=("find", id(self)))

    def find_unread(
        self, start: int, by: int, done: Callable[[int | None], None], opened: int | None = None
    ) -> None:
        """Call ``done`` with the place of the nearest unread article after one, in that direction (1 or -1).

        Round the end of the list, and with None where all is read. A folded group that has it is unfolded.
        From the name of a folded group, the ``opened`` article in it is the one to start from.
        """
        lists, library, source = self._lists, self._library, self._source
        number, at = lists.sections.at(start) if start >= 0 else (0, HEADER)
        if at == HEADER and lists.sections.is_folded(number):
            here = (row for n, row, found in lists.at_hand() if n == number and found.id == opened)
            at = next(here, HEADER)

        def look() -> tuple[int, int] | None:
            from gui.articles import unread

            return unread.find(library, source, lists, number, at, by)

        def found(there: tuple[int, int] | None) -> None:
            if there is None:
                done(None)
            elif lists is self._lists:
                self.fold(there[0], False)
                done(lists.sections.place(*there))

        self._tasks.read(look, found, key=("unread", id(self)))

    def show_filter(self, shown: Filter, *, only_states: bool = False) -> None:
        """Read the list for a filter; ``loaded`` follows. ``only_states``: no article came or went."""
        order, folded = self._order_of(shown), set(self._folded)
        self.is_reading = True
        self._tasks.read(
            lambda: self._read(shown, order, folded),
            lambda found: self._show(*found, only_states),
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
        at_hand = {row.id for _, _, row in self._lists.at_hand()}
        f = self.shown
        depends = any((f.unread, f.starred, f.annotated, f.unplaced, f.tag))
        if depends and not changes.articles <= at_hand:
            self.reload()
            return
        self._is_stale = self._is_stale or depends
        wanted = changes.articles & at_hand
        if wanted:
            self._tasks.read(lambda: self._source.rows_of(wanted), self._patch)

    def fold(self, number: int, folded: bool) -> None:
        """Show only the name of a group, or its articles too."""
        sections = self._lists.sections
        if not sections.groups or sections.is_folded(number) == folded:
            return
        header = sections.place(number, HEADER)
        assert header is not None
        first, last = header + 1, header + sections.size(number)
        if folded:
            self.beginRemoveRows(QModelIndex(), first, last)
            sections.fold(number, True)
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), first, last)
            sections.fold(number, False)
            self.endInsertRows()
        self._note_folded()
        self._tell(header, header)

    def fold_at(self, place: int, folded: bool | None = None) -> None:
        """Fold or unfold the group that a place is in; None: the other way round."""
        if self.grouped_by and 0 <= place < self.rowCount():
            number, _ = self._lists.sections.at(place)
            now = self._lists.sections.is_folded(number)
            self.fold(number, not now if folded is None else folded)

    def is_folded(self, place: int) -> bool:
        """Whether the group that a place is in is folded."""
        sections = self._lists.sections
        return bool(sections.groups) and sections.is_folded(sections.at(place)[0])

    def fold_all(self, folded: bool) -> None:
        """Show only the names of all groups, or all articles."""
        sections = self._lists.sections
        self.beginResetModel()
        for number in range(len(sections.groups)):
            sections.fold(number, folded, lay_out=False)
        sections.lay_out()
        self.endResetModel()
        self._note_folded()

    # -- inside

    def _note_folded(self) -> None:
        there = {group.key for group in self._lists.sections.groups}
        self._folded = (self._folded - there) | self._lists.sections.folded_keys

    def _order_of(self, shown: Filter) -> str:
        self._ranks = self._ranks and bool(shown.query)
        return "relevance" if self._ranks else self._standing

    def _read(self, shown: Filter, order: str, folded: set[str]) -> tuple[Lists, bool]:
        count, left_out = self._library.ranked(shown) if order == "relevance" else (0, False)
        places: Sequence[int] | None = None
        if not count:
            order = self._standing
            count, places = self._source.count(shown, order)
        groups: Sequence[Group] = ()
        if self._by and count and order != "relevance":
            groups = _in_order(self._library.listed.groups(shown, self._by), self._by, order)
        lists = Lists(shown, count, order, self._by, groups, folded)
        for number in lists.first_groups(_FIRST_ROWS):
            pages = lists.pages(number)
            pages.places = None if groups else places
            pages.put(0, self._source.rows(pages, *pages.query(0)))
        return lists, left_out

    def _show(self, lists: Lists, left_out: bool, only_states: bool = False) -> None:
        self.has_stayed = only_states and lists.is_like(self._lists)
        self.left_out = left_out
        self.beginResetModel()
        self._lists = lists
        self._asked.clear()
        self._is_stale = self.is_waiting = self.is_reading = False
        self.endResetModel()
        self.loaded.emit()

    def _patch(self, rows: list[ArticleRow]) -> None:
        changed = {row.id: row for row in rows}
        lists = self._lists
        for number, at, old in [one for one in lists.at_hand() if one[2].id in changed]:
            row = replace(changed[old.id], snippet=old.snippet, hits=old.hits)
            lists.pages(number).replace(at, row)
            place = lists.sections.place(number, at)
            if place is not None:
                self._tell(place, place)
        self.patched.emit(set(changed))

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _ask(self, number: int, page: int) -> None:
        pages = self._lists.pages(number)
        if (number, page) in self._asked or pages.has(page):
            return
        self._asked.add((number, page))
        lists, (offset, limit) = self._lists, pages.query(page)

        def take(rows: list[ArticleRow]) -> None:
            if lists is not self._lists:
                return  # another filter was chosen meanwhile
            self._asked.discard((number, page))
            self._take(pages, number, page, rows)
            if len(rows) < limit and self._is_stale:
                self.reload()  # what was taken out by a write was in this group too

        self._tasks.read(lambda: self._source.rows(pages, offset, limit), take)

    def _take(self, pages: Pages, number: int, page: int, rows: list[ArticleRow]) -> None:
        self._lists.adopt(number, pages).put(page, rows)
        sections = self._lists.sections
        first = sections.place(number, page * PAGE)
        last = sections.place(number, min((page + 1) * PAGE, pages.count) - 1)
        if first is not None and last is not None:
            self._tell(first, last)


def _in_order(groups: Sequence[Group], by: str, order: str) -> Sequence[Group]:
    """Days and months as the list is sorted; what has no date stays last."""
    if order != "oldest" or by not in ("day", "month"):
        return groups
    return [*(group for group in reversed(groups) if group.key), *(one for one in groups if not one.key)]

"""The list of articles: a table of one column with rows of one height, quick with a million of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.articles.delegate import ARROW, ArticleDelegate
from gui.articles.model import ROW, ArticlesModel, Index
from gui.articles.sticky import StickyHead
from gui.tagging.colours import TagColours
from gui.theme import Theme
from gui.viewports import give_viewport
from store.model import ArticleRow

if TYPE_CHECKING:
    from gui.articles.table import TableHead


class ArticlesView(QTableView):
    """Shows ``ArticlesModel``; the current row is the article that is open."""

    opened = Signal(object)
    """``ArticleRow`` that became current."""

    apart_asked = Signal(object)
    """``ArticleRow`` to be opened beside the one that is open, in a tab."""

    sort_asked = Signal(str)
    """The list is to be sorted by what a column shows, or the other way round: ``Column.sort``."""

    head_changed = Signal()
    """Columns were moved, resized, shown or hidden."""

    folded = Signal()
    """Groups were folded or unfolded, all at once."""

    copy_asked = Signal()
    """The selected articles are wanted on the clipboard."""

    context_asked = Signal(object)
    """Global position of a context menu for the selected articles."""

    def __init__(self, theme: Theme, model: ArticlesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setObjectName("articles")
        self.setAccessibleName("Articles")
        self._articles = model
        self._cards: ArticleDelegate = ArticleDelegate(theme, self)
        self.sticky = StickyHead(self, model)
        self._searching = False
        self._quiet = False
        self._wanted_top: tuple[int, int] | None = None  # until the list has its size
        self._folding = False  # the mouse went down on the arrow of a group
        self._pressed = -1  # place of the row that the middle button went down on
        self._to_top = False  # once the list is read anew
        self._waiting = -1  # place of the current row while it is being read
        self._before: tuple[list[tuple[int, int]], int] = (
            [],
            -1,
        )  # selected before the list was reset
        self.setModel(model)
        self.setItemDelegate(self._cards)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(220)
        self._theme = theme
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(40)
        self._kept_head = ""  # the columns as they were, until they are shown
        self._head: TableHead | None = None
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        theme.changed.connect(self.viewport().update)
        model.dataChanged.connect(self._maybe_opened)
        model.modelAboutToBeReset.connect(self._note_selected)
        model.modelReset.connect(self._size_heads)
        model.loaded.connect(self._select_again)

    def show_columns(self, on: bool) -> None:
        """Show each article as a row of columns, or as a card."""
        if on == self._articles.as_columns:
            return
        places, top = (self.selected_ranges(), self.currentIndex().row()), self.top[0]
        if not on and self._head is not None:
            self._kept_head = self._head.kept()
        self._articles.set_columns(on)
        self._use_head(on)
        self._measure()
        self.select_ranges(*places)
        self.go_to(top, 0)
        if places[1] >= 0:
            self.scrollTo(self._articles.index(places[1], 0))

    def _use_head(self, on: bool) -> None:
        colours, searching = self._cards.colours, self._searching
        if on:
            from gui.articles.table import CellDelegate, TableHead

            self._cards = CellDelegate(self._theme, self._articles, self)
            self._head = TableHead(self._theme, self)
            self.setHorizontalHeader(self._head)
            # No column is ever selected; a head that shares the selection looks, each time it is painted,
            # at every row of it.
            self._head.setSelectionModel(QItemSelectionModel(self._articles, self._head))
            self._head.set_up(self._kept_head)
            self._head.sort_asked.connect(self.sort_asked)
            self._head.changed.connect(self.head_changed)
            self._head.show()
        else:
            self._cards, self._head = ArticleDelegate(self._theme, self), None
            self.setHorizontalHeader(QHeaderView(Qt.Orientation.Horizontal, self))
            self.horizontalHeader().hide()
            self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if on else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(bar)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._cards.colours, self._searching = colours, searching
        self.setItemDelegate(self._cards)

    @property
    def kept_head(self) -> str:
        """The columns, as text: their widths, places, and which are shown."""
        return self._head.kept() if self._head is not None else self._kept_head

    def choose_columns(self) -> None:
        """Open the choice of columns, where they are shown."""
        if self._head is not None:
            self._head.choose()

    def give_head(self, kept: str) -> None:
        """Bring back the columns, once they are shown."""
        self._kept_head = kept

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Up or down only: the columns stay where they are."""
        across = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(across)
        hidden = self._cards.head_height - self.rowViewportPosition(index.row())
        if hidden > 0 and self._articles.grouped_by and not self._articles.is_header(index.row()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)  # from under the name of its group

    def use_colours(self, colours: TagColours) -> None:
        """Show tags in these colours."""
        self._cards.colours = colours
        colours.changed.connect(self.viewport().update)

    def set_searching(self, searching: bool) -> None:
        """Make room for the words around the hits."""
        if searching != self._searching:
            self._searching = searching
            self._measure()

    def current_row(self) -> ArticleRow | None:
        """The row of the open article, if it is in the list."""
        return self._articles.row(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def selected_ranges(self) -> list[tuple[int, int]]:
        """Places of the selected articles, as ranges of first and last, top to bottom."""
        chosen = self.selectionModel().selection()
        return sorted({(chosen.at(n).top(), chosen.at(n).bottom()) for n in range(chosen.count())})

    def selected_count(self) -> int:
        """How many articles are selected."""
        return self._articles.count_of(self.selected_ranges())

    def select_current(self) -> None:
        """Select only the current row."""
        self.select_ranges([(self.currentIndex().row(),) * 2], self.currentIndex().row())

    def selected_rows(self, at_most: int) -> list[ArticleRow]:
        """The first selected articles that are at hand, top to bottom."""
        return self._articles.rows_at_hand(self.selected_ranges(), at_most)

    def open_place(self, place: int) -> None:
        """Make the row at a place current and bring it into view."""
        if 0 <= place < self._articles.rowCount():
            index = self._articles.index(place, 0)
            self.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
            self.scrollTo(index)

    @property
    def top(self) -> tuple[int, int]:
        """The first row in view, and how many pixels of it are not."""
        place = max(0, self.rowAt(0))
        return place, -self.rowViewportPosition(place)

    def go_to(self, top: int, into: int) -> None:
        """Scroll so that a row is the first one in view, at once or as soon as the list has its size."""
        self._wanted_top = None if self.isVisible() else (top, into)
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(top) + into)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._wanted_top is not None:
            top, into = self._wanted_top
            self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(top) + into)
        self.sticky.follow()

    def fold(self, place: int, folded: bool | None = None) -> None:
        """Fold or unfold the group that a place is in (None: the other way round); nothing else is opened."""
        model, current = self._articles, self.currentIndex().row()
        head = model.header_of(place)
        if head < 0:
            return
        self._quiet = True
        if current != head and model.header_of(current) == head and folded is not False:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(model.index(head, 0), keep)
        model.fold_at(head, folded)
        self._quiet = False

    def fold_all(self, folded: bool) -> None:
        """Fold or unfold all groups; the group of the current article stays in view."""
        model, current = self._articles, self.currentIndex().row()
        nth = sum(head <= current for head in model.headers()) - 1
        self._quiet = True
        model.fold_all(folded)
        heads = list(model.headers())
        if 0 <= nth < len(heads):
            index = model.index(heads[nth], 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._quiet = False
        self.folded.emit()

    def settle(self) -> None:
        """The list has its size: from now on it is where the person scrolls it to."""
        self._wanted_top = None

    def select_ranges(self, ranges: Iterable[tuple[int, int]], current: int) -> None:
        """Select rows and make one current, without opening it."""
        last = self._articles.rowCount() - 1
        chosen = QItemSelection()
        for first, end in ranges:
            if 0 <= first <= end <= last:
                chosen.select(self._articles.index(first, 0), self._articles.index(end, 0))
        self._quiet = True
        if 0 <= current <= last:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._articles.index(current, 0), keep)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(chosen, how)
        self._quiet = False

    def forget_place(self) -> None:
        """Nothing is open: no row is current or selected."""
        self._quiet = True
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def show_place(self, place: int) -> None:
        """Mark the row at a place as current without opening it again."""
        self._quiet = True
        self.open_place(place)
        self._quiet = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """To come here opens nothing: Qt would make the first row current, and Down lead to the second."""
        had_none, self._quiet = not self.currentIndex().isValid(), True
        super().focusInEvent(event)
        if had_none:
            self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet:
            self._waiting = -1 if self._articles.is_header(current.row()) else current.row()
            self._maybe_opened()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The middle button chooses nothing."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pressed = self.rowAt(event.position().toPoint().y())
            return
        place = self._arrow_at(event)
        if place >= 0:
            self._folding = True
            self.fold(place)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A press on an arrow chooses nothing, wherever the mouse goes then."""
        if not self._folding:
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The name of a group folds it; another click on its arrow is one more click."""
        place = self.rowAt(event.position().toPoint().y())
        if self._articles.is_header(place) and event.button() is Qt.MouseButton.LeftButton:
            self._folding = True
            self.fold(place)
            return
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button opens apart; a click opens the current row too, where another article came."""
        if self._folding:
            self._folding = False
            return
        place = self.rowAt(event.position().toPoint().y())
        row = self._articles.peek(place)
        if event.button() is Qt.MouseButton.MiddleButton:
            if row is not None and place == self._pressed:
                self.apart_asked.emit(row)
            return
        super().mouseReleaseEvent(event)
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and row is not None and place == self.currentIndex().row():
            self.opened.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self._to_end(event.key() == Qt.Key.Key_Home)
            return
        if self._articles.grouped_by and self._fold_by(event):
            return
        if event.key() == Qt.Key.Key_Escape and self.selected_count() > 1:
            self.select_current()
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the menus; one that is none opens no other article."""

    def _to_end(self, first: bool) -> None:
        last = self._articles.rowCount() - 1
        place = self._articles.article_from(0 if first else last, 1 if first else -1)
        self.open_place(last if place is None else place)
        if first:
            self.scrollToTop()

    def _fold_by(self, event: QKeyEvent) -> bool:
        """Left and Right fold and unfold the group of the current row, with Shift all; so does Enter."""
        model, place, key = self._articles, self.currentIndex().row(), event.key()
        is_head = model.is_header(place)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.fold_all(key == Qt.Key.Key_Left)
            elif key == Qt.Key.Key_Right and is_head and not model.is_folded(place):
                self.open_place(place + 1)
            elif key == Qt.Key.Key_Left and not is_head:
                self.open_place(model.header_of(place))
            elif is_head:
                self.fold(place, key == Qt.Key.Key_Left)
            return True
        if (
            is_head
            and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and not event.modifiers()
        ):
            self.fold(place)
            return True
        return False

    def _arrow_at(self, event: QMouseEvent) -> int:
        """The place of the name of a group on whose arrow the left button is; -1 for none."""
        place = self.rowAt(event.position().toPoint().y())
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        across = event.position().x() + self.horizontalOffset()
        on_arrow = plain and across < ARROW and self._articles.is_header(place)
        return place if on_arrow else -1

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _size_heads(self) -> None:
        """Names of groups are lower than articles; to tell of each would cost a hundred times the change."""
        rows, height = self.verticalHeader(), self._cards.head_height
        rows.blockSignals(True)
        rows.setUpdatesEnabled(False)  # or Qt looks, each time, where all rows stand
        for place in self._articles.headers():
            rows.resizeSection(place, height)
        rows.setUpdatesEnabled(True)
        rows.blockSignals(False)
        self.updateGeometries()

    def _note_selected(self) -> None:
        self._before = self.selected_ranges(), self.currentIndex().row()

    def start_at_top(self) -> None:
        """Show the first rows of the list that is being read."""
        self._to_top = True

    def _select_again(self) -> None:
        if self._to_top:
            self._to_top = False
            self.scrollToTop()
        if self._articles.has_stayed:
            self.select_ranges(*self._before)

    def _maybe_opened(self) -> None:
        """Tell of the current row once it is at hand."""
        if self._waiting < 0:
            return
        row = self._articles.index(self._waiting, 0).data(ROW)
        if row is not None:
            self._waiting = -1
            self.opened.emit(row)

    def _measure(self) -> None:
        height = self._cards.measure(self.font(), self._searching)
        self.verticalHeader().setMinimumSectionSize(self._cards.head_height)
        self.verticalHeader().setDefaultSectionSize(height)
        self._size_heads()
        self.verticalScrollBar().setSingleStep(height // 3)

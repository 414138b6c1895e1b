"""The list of articles: a table of one column with rows of one height, quick with a million of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.articles.delegate import ArticleDelegate
from gui.articles.model import ROW, ArticlesModel, Index
from gui.tagging.colours import TagColours
from gui.theme import Theme
from gui.viewports import give_viewport
from store.model import ArticleRow


class ArticlesView(QTableView):
    """Shows ``ArticlesModel``; the current row is the article that is open."""

    opened = Signal(object)
    """``ArticleRow`` that became current."""

    apart_asked = Signal(object)
    """``ArticleRow`` to be opened beside the one that is open, in a tab."""

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
        self._cards = ArticleDelegate(theme, self)
        self._searching = False
        self._quiet = False
        self._wanted_top: tuple[int, int] | None = None  # until the list has its size
        self._pressed = -1  # place of the row that the middle button went down on
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
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(40)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        theme.changed.connect(self.viewport().update)
        model.dataChanged.connect(self._maybe_opened)
        model.modelAboutToBeReset.connect(self._note_selected)
        model.loaded.connect(self._select_again)

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
        return sorted((chosen.at(n).top(), chosen.at(n).bottom()) for n in range(chosen.count()))

    def selected_count(self) -> int:
        """How many articles are selected."""
        return sum(last - first + 1 for first, last in self.selected_ranges())

    def select_current(self) -> None:
        """Select only the current row."""
        self.select_ranges([(self.currentIndex().row(),) * 2], self.currentIndex().row())

    def selected_rows(self, at_most: int) -> list[ArticleRow]:
        """The first selected articles that are at hand, top to bottom."""
        places = (place for first, last in self.selected_ranges() for place in range(first, last + 1))
        rows = (self._articles.peek(place) for place in islice(places, at_most))
        return [row for row in rows if row is not None]

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
        return divmod(self.verticalScrollBar().value(), max(1, self.verticalHeader().defaultSectionSize()))

    def go_to(self, top: int, into: int) -> None:
        """Scroll so that a row is the first one in view, at once or as soon as the list has its size."""
        self._wanted_top = None if self.isVisible() else (top, into)
        self.verticalScrollBar().setValue(top * self.verticalHeader().defaultSectionSize() + into)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._wanted_top is not None:
            top, into = self._wanted_top
            self.verticalScrollBar().setValue(top * self.verticalHeader().defaultSectionSize() + into)

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
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
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

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet:
            self._waiting = current.row()
            self._maybe_opened()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The middle button chooses nothing."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pressed = self.rowAt(event.position().toPoint().y())
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button opens apart; a click opens the current row too, where another article came."""
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
            last = self._articles.rowCount() - 1
            self.open_place(0 if event.key() == Qt.Key.Key_Home else last)
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _note_selected(self) -> None:
        self._before = self.selected_ranges(), self.currentIndex().row()

    def _select_again(self) -> None:
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
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 3)

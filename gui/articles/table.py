"""The list as a table: its cells, and its head, whose columns are moved, resized, hidden and sorted by."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QStyleOptionViewItem, QTableView

from gui.articles.columns import COLUMNS, FIRST_HIDDEN, HEADING, NAMES
from gui.articles.delegate import ArticleDelegate, star_path
from gui.articles.model import GROUP, ArticlesModel
from gui.tagging.chips import paint_chip
from gui.theme import Theme
from store.model import ArticleRow

_PAD = 7.0


class CellDelegate(ArticleDelegate):
    """Paints the cells; while something is searched for, the heading has the words found below it."""

    def __init__(self, theme: Theme, articles: ArticlesModel, parent: QTableView) -> None:
        super().__init__(theme, parent)
        self._articles = articles
        self.names_beside = True

    def measure(self, font: QFont, searching: bool) -> int:
        super().measure(font, searching)
        m = self._metrics
        self._widths = QFontMetricsF(m.plain), QFontMetricsF(m.bold)
        self._height = round(m.line + (m.small_line + 2 if searching else 0) + 11)
        return self._height

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as what the cell says: a column fits its cells after a double click on its border."""
        row = self._articles.peek(index.row())
        if row is None:
            return QSize(0, self._height)
        name, m = NAMES[index.column()], self._metrics
        if name == "state":
            wide = 30.0
        elif name == "tags":
            wide = sum(QFontMetricsF(m.small).horizontalAdvance(tag) + 18 for tag in row.tags)
        else:
            bold = name == "heading" and not row.read
            wide = self._widths[bold].horizontalAdvance(COLUMNS[index.column()].text(row))
        return QSize(ceil(wide + 2 * _PAD) + 1, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # Of the model itself: what Qt asks for passes through two languages, for each of many cells.
        model, cell, place = self._articles, QRectF(option.rect), index.row()
        head = index.data(GROUP) if model.is_header(place) else None
        row = model.row(place)
        painter.save()
        self._ground_of(painter, cell, index)
        if head is not None:  # each cell paints its part of the name, which runs through all of them
            bar = self._view.horizontalHeader()
            wide = max(bar.length(), self._view.viewport().width())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(cell)
            whole = QRectF(-bar.offset(), cell.top(), wide, cell.height())
            self._head(painter, whole, head, index, beside=True)
        elif row is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour("hover"))
            middle = cell.center().y()
            painter.drawRoundedRect(QRectF(cell.left() + _PAD, middle - 4, cell.width() * 0.6, 8), 3, 3)
        else:
            self._cell(painter, cell.adjusted(_PAD, 5, -_PAD, -6), row, NAMES[index.column()])
        painter.restore()

    def _ground_of(self, painter: QPainter, cell: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(cell, self._colour("selection"))
            if self._view.horizontalHeader().visualIndex(index.column()) == 0:
                strong = self._view.isActiveWindow() and self._view.hasFocus()
                bar = self._colour("accent" if strong else "border.strong")
                painter.fillRect(QRectF(cell.left(), cell.top(), 3, cell.height()), bar)
        painter.fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), self._colour("border"))

    def _cell(self, painter: QPainter, box: QRectF, row: ArticleRow, name: str) -> None:
        m = self._metrics
        first = QRectF(box.left(), box.top(), box.width(), m.line)
        font = m.bold if name == "heading" and not row.read else m.plain
        colour = self._colour("text.secondary" if row.read or name != "heading" else "text")
        if name == "state":
            self._marks(painter, first, row)
        elif name == "tags":
            self._tags(painter, first.left(), first.right() + 1, first.top() + 1, row)
        else:
            text = COLUMNS[NAMES.index(name)].text(row)
            right = Qt.AlignmentFlag.AlignRight if name == "notes" else Qt.AlignmentFlag.AlignLeft
            painter.setFont(font)
            painter.setPen(colour)
            told = self._widths[font is m.bold].elidedText(text, Qt.TextElideMode.ElideRight, first.width())
            painter.drawText(first, right | Qt.AlignmentFlag.AlignVCenter, told)
        if name == "heading" and self._searching:
            below = QRectF(box.left(), first.bottom() + 2, box.width(), m.small_line)
            self._text(painter, below, row.snippet, m.small, self._colour("text.muted"), 1, row.hits)

    def _marks(self, painter: QPainter, box: QRectF, row: ArticleRow) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = box.center()
        if not row.read:
            painter.setBrush(self._colour("unread"))
            middle.setX(box.left() + 5)
            painter.drawEllipse(middle, 3.6, 3.6)
        if row.starred:
            painter.setBrush(self._colour("star"))
            middle.setX(box.left() + 21)
            painter.drawPath(star_path(middle, 6.2))

    def _tags(self, painter: QPainter, left: float, right: float, top: float, row: ArticleRow) -> None:
        """As chips, the last one cut where there is no room."""
        m = self._metrics
        painter.setFont(m.small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tag in row.tags:
            wide = min(QFontMetricsF(m.small).horizontalAdvance(tag) + 14, right - left)
            if wide < 24:
                break
            colour = self.colours.of(tag) if self.colours is not None else ""
            paint_chip(painter, self._theme, QRectF(left, top, wide, m.small_line), tag, colour)
            left += wide + 4


class TableHead(QHeaderView):
    """The names of the columns. A click on one sorts by it; the menu shows and hides columns."""

    sort_asked = Signal(str)
    """The order of the column that was clicked on, as ``Column.sort`` has it."""

    changed = Signal()
    """Columns were moved, resized, shown or hidden."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._widths: dict[int, int] = {}  # of columns that were hidden
        self.setAccessibleName("Columns")
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(36)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.sectionClicked.connect(self._clicked)
        for signal in (self.sectionMoved, self.sectionResized):
            signal.connect(lambda *_: self.changed.emit())

    def set_up(self, kept: str) -> None:
        """Give the columns the widths and places that were kept, or their first ones."""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        found = [re.fullmatch(r"(-?)([a-z]+):(\d{1,4})", one) for one in kept.split()]
        told = {one[2]: (bool(one[1]), int(one[3])) for one in found if one and one[2] in NAMES}
        for number, column in enumerate(COLUMNS):
            hidden, width = told.get(column.name, (column.name in FIRST_HIDDEN, column.width))
            self._widths[number] = max(self.minimumSectionSize(), width)
            self.resizeSection(number, self._widths[number])
            self.setSectionHidden(number, hidden and number != HEADING)
        for place, name in enumerate(told):
            self.moveSection(self.visualIndex(NAMES.index(name)), place)

    def kept(self) -> str:
        """What ``set_up`` brings back: ``date:96 -outlet:110``, left to right; a minus is for hidden."""
        told = []
        for place in range(self.count()):
            number = self.logicalIndex(place)
            hidden = self.isSectionHidden(number)
            width = self._widths[number] if hidden else self.sectionSize(number)
            told.append(f"{'-' if hidden else ''}{NAMES[number]}:{width}")
        return " ".join(told)

    def menu(self) -> QMenu:
        """The columns, each to be shown or hidden."""
        menu = QMenu(self)
        for number, column in enumerate(COLUMNS):
            # The letter of the outlet is taken when it is the occasion's turn.
            text = "Occas&ion" if column.name == "occasion" else f"&{column.title}"
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(number))
            action.setEnabled(number != HEADING)
            action.toggled.connect(lambda on, at=number: self._show(at, on))
        menu.addSeparator()
        menu.addAction("Set &back").triggered.connect(self.set_back)
        return menu

    def set_back(self) -> None:
        """The first columns, in their first places and widths."""
        for place in range(self.count()):
            self.moveSection(self.visualIndex(place), place)
        self.set_up("")
        self.changed.emit()

    def _show(self, number: int, on: bool) -> None:
        if not on:
            self._widths[number] = self.sectionSize(number)
        self.setSectionHidden(number, not on)
        if on:
            self.resizeSection(number, self._widths[number])
        self.changed.emit()

    def choose(self) -> None:
        """Open the menu below the first column, as the keyboard asks for it."""
        self._open_menu(QPoint(0, self.height()))

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))

    def _clicked(self, number: int) -> None:
        self.sort_asked.emit(COLUMNS[number].sort)

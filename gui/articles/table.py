"""The list as a table: its cells, and its head, whose columns are moved, resized, hidden and sorted by."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QStyleOptionViewItem, QTableView

from gui.articles.columns import COLUMNS, DATE, FIRST_HIDDEN, HEADING, NAMES
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

    def measure(self, font: QFont, searching: bool) -> int:
        super().measure(font, searching)
        m = self._metrics
        self._widths = QFontMetricsF(m.plain), QFontMetricsF(m.bold)
        self._height = round(m.line + (m.small_line + 2 if searching else 0) + 11)
        return self._height

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
    """The names of the columns. A click on the date sorts by it; the menu shows and hides columns."""

    date_clicked = Signal()

    changed = Signal()
    """Columns were moved, resized, shown or hidden."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
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
        if not (kept and self.restoreState(QByteArray.fromBase64(kept.encode("ascii", "ignore")))):
            for number, column in enumerate(COLUMNS):
                self.resizeSection(number, column.width)
                self.setSectionHidden(number, column.name in FIRST_HIDDEN)
        self.setSectionHidden(HEADING, False)

    def kept(self) -> str:
        """What ``set_up`` brings back."""
        return self.saveState().toBase64().toStdString()

    def menu(self) -> QMenu:
        """The columns, each to be shown or hidden."""
        menu = QMenu(self)
        for number, column in enumerate(COLUMNS):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(number))
            action.setEnabled(number != HEADING)
            action.toggled.connect(lambda on, at=number: self._show(at, on))
        return menu

    def _show(self, number: int, on: bool) -> None:
        self.setSectionHidden(number, not on)
        if on and self.sectionSize(number) < self.minimumSectionSize():
            self.resizeSection(number, COLUMNS[number].width)
        self.changed.emit()

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))

    def _clicked(self, number: int) -> None:
        if number == DATE:
            self.date_clicked.emit()

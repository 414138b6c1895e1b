"""The list under the line: its model, and how a row is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui import icons
from gui.palette.entries import Kind
from gui.palette.matching import Found
from gui.theme import Theme
from store.model import Span

Index = QModelIndex | QPersistentModelIndex
FOUND = Qt.ItemDataRole.UserRole
"""The ``Found`` of a row."""

PAD, ICON, GAP = 10.0, 18, 8.0
LEAST_TITLE = 0.5
"""Of the room of a row the title gets so much before what is said beside it gets any."""


class Rows(QAbstractListModel):
    """What is found, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: list[Found] = []

    def show(self, found: Sequence[Found]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.found = list(found)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self.found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return found.entry.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{found.entry.title}\n{found.entry.off or found.entry.detail}".rstrip()
        return found if role == FOUND else None


class RowDelegate(QStyledItemDelegate):
    """A row: icon, title with the letters that fit, what it is, and its keys on the right."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self.height())

    def height(self) -> int:
        """Of every row."""
        return round(QFontMetricsF(self._view.font()).height()) + 14

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Found = index.data(FOUND)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(6, 1, -6, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection"))
            painter.drawRoundedRect(rect, 5, 5)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 4, 3, rect.height() - 8), 1.5, 1.5)
        self._row(painter, rect.adjusted(PAD, 0, -PAD, 0), found)
        painter.restore()

    def _row(self, painter: QPainter, room: QRectF, found: Found) -> None:
        entry, theme = found.entry, self._theme
        ink = theme.colour("text.muted" if entry.off else "text")
        quiet = theme.colour("text.muted")
        picture = icons.pixmap(entry.icon, theme.colour("border.strong") if entry.off else quiet, ICON)
        painter.drawPixmap(round(room.left()), round(room.center().y() - ICON / 2), picture)
        room = room.adjusted(ICON + GAP, 0, 0, 0)
        room.setRight(self._right(painter, room, found) - GAP)
        said = f"{entry.off}" if entry.off else entry.detail
        small = self._small()
        title = QFontMetricsF(self._bold()).horizontalAdvance(entry.title)
        wanted = QFontMetricsF(small).horizontalAdvance(said) + GAP if said else 0.0
        given = min(title, max(room.width() - wanted, room.width() * LEAST_TITLE))
        end = self._title(painter, QRectF(room.left(), room.top(), given, room.height()), found, ink)
        rest = QRectF(end + GAP, room.top(), max(0.0, room.right() - end - GAP), room.height())
        painter.setFont(small)
        painter.setPen(quiet)
        text = QFontMetricsF(small).elidedText(said, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, text if len(text) > 1 else "")

    def _title(self, painter: QPainter, room: QRectF, found: Found, ink: QColor) -> float:
        """The title with the fitting letters bold and in the accent colour; returns where it ends."""
        font = QFont(self._view.font())
        metrics = QFontMetricsF(self._bold())
        title = " ".join(found.entry.title.split("\n"))
        shown = title
        if metrics.horizontalAdvance(title) > room.width() + 1:
            shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(shown, font)
        marks = () if found.entry.off else found.marks
        layout.setFormats([self._mark(shown, mark) for mark in marks if mark.start < len(shown)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(room.width(), 1.0) + 40)
        layout.endLayout()
        painter.setPen(ink)
        place = room.topLeft()
        place.setY(room.center().y() - line.height() / 2)
        layout.draw(painter, place)
        return room.left() + line.naturalTextWidth()

    def _mark(self, text: str, mark: Span) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        form.setForeground(self._theme.colour("accent"))
        form.setFontUnderline(True)
        made = QTextLayout.FormatRange()
        made.start = _units(text[: mark.start])
        made.length = _units(text[mark.start : mark.end])
        made.format = form
        return made

    def _right(self, painter: QPainter, room: QRectF, found: Found) -> float:
        """The keys of an action, or what kind of place it is; returns where that begins."""
        small = self._small()
        painter.setFont(small)
        metrics = QFontMetricsF(small)
        right = room.right()
        if found.entry.kind is not Kind.ACTION:
            kind = found.entry.kind.value if found.entry.kind is not Kind.SEARCH else ""
            painter.setPen(self._theme.colour("text.muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, kind)
            return right - metrics.horizontalAdvance(kind)
        for keys in reversed(found.entry.keys[:2]):
            width = metrics.horizontalAdvance(keys) + 12
            height = metrics.height() + 4
            cap = QRectF(right - width, room.center().y() - height / 2, width, height)
            painter.setPen(self._theme.colour("border"))
            painter.setBrush(self._theme.colour("chip"))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self._theme.colour("text.muted" if found.entry.off else "chip.text"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
            right = cap.left() - 4
        return right

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _bold(self) -> QFont:
        font = QFont(self._view.font())
        font.setBold(True)
        return font


def _units(text: str) -> int:
    """Length in UTF-16 units, as Qt counts."""
    return len(text) + sum(ord(letter) > 0xFFFF for letter in text)

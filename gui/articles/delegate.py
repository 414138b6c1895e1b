"""Draws one article as a card of the list: when and where, what, and the words that were found."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gui.articles.model import GROUP, ROW, GroupHead
from gui.tagging.chips import paint_chip
from gui.tagging.colours import TagColours
from gui.theme import Theme
from gui.viewports import is_hovered
from gui.words import apart, short_date
from store.model import ArticleRow, Span

PAD_X, PAD_Y, GUTTER, GAP = 10.0, 9.0, 16.0, 4.0
HEADING_LINES = 2
SNIPPET_LINES = 2
CHIPS_AT_MOST = 3
ARROW = 26.0
"""So wide is the place before the name of a group that folds it."""


class Metrics(NamedTuple):
    """Fonts and line heights of a card."""

    small: QFont
    plain: QFont
    bold: QFont
    small_line: float
    line: float
    height: int
    head: int  # height of the name of a group


def metrics(font: QFont, searching: bool) -> Metrics:
    """How a card is set in that font; the height is the same for every row of a list."""
    small, bold = QFont(font), QFont(font)
    small.setPointSizeF(max(6.5, font.pointSizeF() * 0.9))
    bold.setBold(True)
    small_line = QFontMetricsF(small).height()
    line = QFontMetricsF(bold).height()
    if searching:
        height = small_line + GAP + HEADING_LINES * line + 2 + SNIPPET_LINES * small_line
    else:
        height = small_line + GAP + HEADING_LINES * line
    return Metrics(
        small, QFont(font), bold, small_line, line, round(height + 2 * PAD_Y) + 1, round(line + 13)
    )


class ArticleDelegate(QStyledItemDelegate):
    """Paints the rows; ``searching`` makes room for the words around the hits."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._searching = False
        self._view = parent
        self._metrics = metrics(parent.font(), False)
        self._height = self._metrics.height
        self._colours: dict[str, QColor] = {}
        self.colours: TagColours | None = None
        self.names_beside = False  # whether the number of a group stands beside its name
        theme.changed.connect(self._colours.clear)

    def measure(self, font: QFont, searching: bool) -> int:
        """Set the font and the kind of card; returns the height of every row."""
        self._searching = searching
        self._metrics = metrics(font, searching)
        self._height = self._metrics.height
        return self._height

    @property
    def head_height(self) -> int:
        """The height of the name of a group."""
        return self._metrics.head

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(260, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index)
        head = index.data(GROUP)
        if head is not None:
            self._head(painter, QRectF(option.rect), head, index)
            painter.restore()
            return
        row = index.data(ROW)
        box = QRectF(option.rect).adjusted(PAD_X + GUTTER, PAD_Y, -PAD_X, -PAD_Y - 1)
        if row is None:
            self._waiting(painter, box)
        else:
            self._card(painter, box, row)
        painter.restore()

    # -- parts

    def _card(self, painter: QPainter, box: QRectF, row: ArticleRow) -> None:
        m = self._metrics
        font = m.plain if row.read else m.bold
        if not self._searching and QFontMetricsF(font).horizontalAdvance(row.heading) <= box.width():
            box = box.translated(0, m.line / 2)  # a heading of one line: the card stands in the middle
        self._gutter(painter, box, row)
        right = self._badges(painter, box, row)
        meta = " · ".join(part for part in (short_date(row.date), apart(row.outlet or "")) if part)
        width = right - box.left() - 8
        painter.setFont(m.small)
        painter.setPen(self._colour("text.muted"))
        text = QFontMetricsF(m.small).elidedText(meta, Qt.TextElideMode.ElideRight, width)
        painter.drawText(
            QRectF(box.left(), box.top(), width, m.small_line), Qt.AlignmentFlag.AlignVCenter, text
        )
        used = QFontMetricsF(m.small).horizontalAdvance(text)
        self._tags(painter, box.left() + used + 8, right - 4, box.top(), row)
        top = box.top() + m.small_line + GAP
        colour = self._colour("text.secondary" if row.read else "text")
        room = QRectF(box.left(), top, box.width(), HEADING_LINES * m.line)
        if not self._searching:
            self._text(painter, room, row.heading, font, colour, HEADING_LINES)
            return
        used = self._text(painter, room, row.heading, font, colour, HEADING_LINES)
        room.setTop(top + used * m.line + 2)
        lines = SNIPPET_LINES + HEADING_LINES - used
        self._text(painter, room, row.snippet, m.small, self._colour("text.muted"), lines, row.hits)

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect)
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, self._colour("selection"))
            strong = self._view.isActiveWindow() and self._view.hasFocus()
            bar = self._colour("accent" if strong else "border.strong")
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), bar)
        elif is_hovered(self._view, option):
            painter.fillRect(rect, self._colour("accent.faint"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._colour("border"))

    def paint_pinned(
        self, painter: QPainter, rect: QRectF, head: GroupHead, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The name of a group at the top of the list, over the rows."""
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, self._colour("selection"))
        self._head(painter, rect, head, index, beside=self.names_beside)
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._colour("border.strong")
        )

    def _head(
        self,
        painter: QPainter,
        rect: QRectF,
        head: GroupHead,
        index: QModelIndex | QPersistentModelIndex,
        *,
        beside: bool = False,
    ) -> None:
        """The name of a group, how many articles it has (``beside`` it, or at the end), and the arrow."""
        m = self._metrics
        if not self._view.selectionModel().isSelected(index):
            painter.fillRect(rect.adjusted(0, 0, 0, -1), self._colour("group"))
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            painter.setPen(self._colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -1.5))
        middle = QPointF(rect.left() + ARROW / 2 + 2, rect.center().y() - 0.5)
        painter.setPen(QPen(self._colour("text.secondary"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(_arrow(middle, head.folded))
        box = rect.adjusted(ARROW, 0, -PAD_X, -1)
        count = f"{head.articles:,}"
        wide = QFontMetricsF(m.small).horizontalAdvance(count)
        painter.setFont(m.small)
        painter.setPen(self._colour("text.muted"))
        if beside:
            after = min(QFontMetricsF(m.bold).horizontalAdvance(head.name) + 10, box.width() - wide)
            left = box.adjusted(after, 0, 0, 0)
            painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, count)
        else:
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        box.setRight(box.right() - wide - 8)
        painter.setFont(m.bold)
        painter.setPen(self._colour("text"))
        name = QFontMetricsF(m.bold).elidedText(head.name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)

    def _gutter(self, painter: QPainter, box: QRectF, row: ArticleRow) -> None:
        """A dot for unread; a star below it."""
        middle = box.left() - GUTTER / 2 - 1
        painter.setPen(Qt.PenStyle.NoPen)
        if not row.read:
            painter.setBrush(self._colour("unread"))
            painter.drawEllipse(QPointF(middle, box.top() + self._metrics.small_line / 2), 3.6, 3.6)
        if row.starred:
            painter.setBrush(self._colour("star"))
            place = box.top() + self._metrics.small_line + GAP + self._metrics.line / 2
            painter.drawPath(star_path(QPointF(middle, place), 6.2))

    def _badges(self, painter: QPainter, box: QRectF, row: ArticleRow) -> float:
        """Country codes and the count of notes, from the right; returns where they begin."""
        codes = list(row.countries[:CHIPS_AT_MOST])
        if len(row.countries) > CHIPS_AT_MOST:
            codes.append(f"+{len(row.countries) - CHIPS_AT_MOST}")
        right = box.right()
        for code in reversed(codes):
            right = self._chip(painter, right, box.top(), code, "chip", "chip.text") - 4
        if row.notes:
            right = self._chip(painter, right, box.top(), f"✎ {row.notes}", "highlight.yellow", "text") - 4
        return right

    def _tags(self, painter: QPainter, left: float, right: float, top: float, row: ArticleRow) -> None:
        """The tags as far as there is room: as chips, then those with a colour as dots."""
        m = self._metrics
        painter.setFont(m.small)
        for tag in row.tags:
            colour = self.colours.of(tag) if self.colours is not None else ""
            wide = min(QFontMetricsF(m.small).horizontalAdvance(tag) + 14, 120.0)
            if left + wide <= right:
                place = QRectF(left, top, wide, m.small_line)
                paint_chip(painter, self._theme, place, tag, colour)
            elif colour and left + 10 <= right:
                wide = 9.0
                painter.setPen(self._colour(f"highlight.{colour}.line"))
                painter.setBrush(self._colour(f"highlight.{colour}"))
                painter.drawEllipse(QPointF(left + 4, top + m.small_line / 2), 4, 4)
            else:
                continue
            left += wide + 4

    def _chip(self, painter: QPainter, right: float, top: float, text: str, fill: str, ink: str) -> float:
        m = self._metrics
        font = QFont(m.small)
        font.setPointSizeF(m.small.pointSizeF() * 0.92)
        width = QFontMetricsF(font).horizontalAdvance(text) + 10
        place = QRectF(right - width, top, width, m.small_line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(fill))
        painter.drawRoundedRect(place, 4, 4)
        painter.setFont(font)
        painter.setPen(self._colour(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return place.left()

    def _text(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        font: QFont,
        colour: QColor,
        lines: int,
        hits: Sequence[Span] = (),
    ) -> int:
        """Text wrapped to at most ``lines`` lines, the last one cut with an ellipsis; returns how many."""
        painter.setPen(colour)
        text, hits = " ".join(text.split("\n")), list(hits)
        layout = self._laid_out(text, font, place.width(), hits)
        if layout.lineCount() > lines:
            start = layout.lineAt(lines - 1).textStart()
            whole = text.encode("utf-16-le", "surrogatepass")
            head = whole[: 2 * start].decode("utf-16-le", "surrogatepass")
            rest = whole[2 * start :].decode("utf-16-le", "surrogatepass")
            fitted = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, place.width() - 4)
            layout = self._laid_out(head + fitted, font, place.width(), hits)
        layout.draw(painter, place.topLeft())
        return min(lines, layout.lineCount())

    def _laid_out(self, text: str, font: QFont, width: float, hits: Sequence[Span]) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if hits:
            layout.setFormats([self._marked(text, hit) for hit in hits if hit.start < len(text)])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _marked(self, text: str, hit: Span) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setBackground(self._colour("hit"))
        form.setForeground(self._colour("hit.text"))
        made = QTextLayout.FormatRange()
        made.start = _units(text[: hit.start])
        made.length = _units(text[hit.start : hit.end])
        made.format = form
        return made

    def _waiting(self, painter: QPainter, box: QRectF) -> None:
        """Where the row is still being read."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("hover"))
        m = self._metrics
        painter.drawRoundedRect(QRectF(box.left(), box.top() + 3, box.width() * 0.35, m.small_line - 6), 3, 3)
        top = box.top() + m.small_line + GAP + 4
        painter.drawRoundedRect(QRectF(box.left(), top, box.width() * 0.8, m.line - 7), 3, 3)

    def _colour(self, role: str) -> QColor:
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = self._theme.colour(role)
        return found


def _arrow(middle: QPointF, folded: bool) -> list[QPointF]:
    """Right where a group is folded, else down."""
    reach = ((-2, -4), (2, 0), (-2, 4)) if folded else ((-4, -2), (0, 2), (4, -2))
    return [QPointF(middle.x() + x, middle.y() + y) for x, y in reach]


def star_path(centre: QPointF, radius: float) -> QPainterPath:
    """A five-pointed star."""
    path = QPainterPath()
    for point in range(10):
        angle = -pi / 2 + point * pi / 5
        reach = radius if point % 2 == 0 else radius * 0.44
        corner = QPointF(centre.x() + reach * cos(angle), centre.y() + reach * sin(angle))
        if point == 0:
            path.moveTo(corner)
        else:
            path.lineTo(corner)
    path.closeSubpath()
    return path


def _units(text: str) -> int:
    """Length in UTF-16 units, as Qt counts."""
    return len(text) + sum(ord(letter) > 0xFFFF for letter in text)

"""A document on sheets of paper: with its title and their numbers, and no row of a table on two of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPaintDevice,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextCursor,
    QTextDocument,
    QTextTable,
)

from gui import paper
from gui.formatted import PADDING

MARGIN = 16.0
"""Millimetres of paper around it all."""

DOTS = 300
"""Of an inch, in a file."""

_AROUND = 7.5  # points of what stands above and below the page
_FAR = 2.4  # of its lines from there to the page


def put(title: str, document: QTextDocument) -> paper.Put:
    """Puts a document on the sheets of a printer, or of a file."""

    def put_on(device: QPagedPaintDevice) -> None:
        device.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
        if isinstance(device, QPdfWriter):
            device.setResolution(DOTS)
        sheets = Sheets(title, document, device, QSizeF(device.width(), device.height()))
        painter = QPainter(device)
        for number in range(sheets.count):
            if number:
                device.newPage()
            sheets.draw(painter, number)
        painter.end()

    return put_on


class Sheet(NamedTuple):
    """What of the document stands on a sheet, and the head of its table where that goes on there."""

    top: float
    bottom: float
    head: tuple[float, float] | None = None

    @property
    def head_height(self) -> float:
        """How much room the head takes."""
        return self.head[1] - self.head[0] if self.head else 0.0


class Sheets:
    """A document laid out on sheets: its title and their numbers around it, no row cut in two."""

    def __init__(self, title: str, document: QTextDocument, device: QPaintDevice, size: QSizeF) -> None:
        """``size``: of a sheet without its margins, in the pixels of what it is drawn on."""
        self._title, self._size = title, size
        self._font = QFont()
        self._font.setPointSizeF(_AROUND)
        self._line = QFontMetricsF(self._font, device).height()
        self._document = document
        document.setDocumentMargin(0)
        self._layout = self._document.documentLayout()
        self._layout.setPaintDevice(device)
        self._document.setTextWidth(size.width())
        self._pad = PADDING * device.logicalDpiY() / 96
        self._sheets = self._cut(size.height() - 2 * _FAR * self._line)

    @property
    def count(self) -> int:
        """How many sheets they are."""
        return len(self._sheets)

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw a sheet; the first is 0."""
        colour, sheet = paper.colours(), self._sheets[number]
        above = _FAR * self._line
        if sheet.head is not None:
            self._draw(painter, above, *sheet.head)
        self._draw(painter, above + sheet.head_height, sheet.top, sheet.bottom)
        painter.setFont(self._font)
        painter.setPen(colour("text.muted"))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        below = QRectF(0, self._size.height() - self._line, self._size.width(), self._line)
        painter.drawText(below, right, f"{number + 1} of {self.count}")
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), "Communiqué")
        if number:  # the first has it as its heading
            metrics = QFontMetricsF(self._font, painter.device())
            told = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, self._size.width())
            painter.drawText(QRectF(0, 0, self._size.width(), self._line), told)
            painter.setPen(QPen(colour("border"), self._line / 20))
            edge = 1.5 * self._line
            painter.drawLine(QPointF(0, edge), QPointF(self._size.width(), edge))

    def _draw(self, painter: QPainter, at: float, top: float, bottom: float) -> None:
        """Draw a stretch of the document at a height of the sheet."""
        painter.save()
        painter.translate(0, at - top)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, top, self._size.width(), bottom - top)
        context.palette.setColor(QPalette.ColorRole.Text, paper.colours()("text"))
        painter.setClipRect(context.clip)
        self._layout.draw(painter, context)
        painter.restore()

    def _cut(self, room: float) -> list[Sheet]:
        """Fill sheets as far as they go."""
        whole = self._document.size().height()
        edges = sorted({*self._edges(), (whole, None)}, key=lambda edge: edge[0])
        sheets, top = [], 0.0
        head: tuple[float, float] | None = None
        while True:
            free = room - (head[1] - head[0] if head else 0.0)
            fitting = [edge for edge in edges if top + 1 < edge[0] <= top + free]
            end, after = fitting[-1] if fitting else (min(whole, top + free), head)
            sheets.append(Sheet(top, end, head))
            if end >= whole - 1:
                return sheets
            top, head = end, after

    def _edges(self) -> Iterator[tuple[float, tuple[float, float] | None]]:
        """Where a sheet may end, and the head of the table that goes on after it."""
        block, under_heading = self._document.begin(), False
        while block.isValid():
            table = QTextCursor(block).currentTable()
            if table is not None:
                tops = [self._top_of(table, row) for row in range(table.rows())]
                head = (tops[0], tops[1]) if len(tops) > 1 else None
                yield from ((top, head) for top in tops[2:])
                block, under_heading = table.lastCursorPosition().block().next(), False
                continue
            box = self._layout.blockBoundingRect(block)
            if not under_heading:
                yield box.top(), None
            lines = block.layout()
            for number in range(1, lines.lineCount()):
                yield box.top() + lines.lineAt(number).y(), None
            under_heading = block.blockFormat().headingLevel() > 0
            block = block.next()

    def _top_of(self, table: QTextTable, row: int) -> float:
        first = (table.cellAt(row, at).firstCursorPosition().block() for at in range(table.columns()))
        return min(self._layout.blockBoundingRect(block).top() for block in first) - self._pad

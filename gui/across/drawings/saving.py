"""A drawing in a file or on paper: in the colours of paper, with title and legend, all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageLayout, QPainter
from PySide6.QtWidgets import QWidget

from gui import paper
from gui.across.drawings import legend
from gui.across.drawings.drawing import Drawing, Look

POINTS = 9.5
PAPER = QSizeF(1046, 717)
"""A4 across without its margins, in pixels as on the screen."""

MOST_PAGES = 100
GAP = 12.0
LEFT = 24.0
"""Where names begin in a drawing, and so its title."""


def _look() -> Look:
    return Look(paper.colours(), QGuiApplication.font(), POINTS)


class Print:
    """A drawing laid out for paper: a copy, so that the one in view stays as it is."""

    def __init__(self, drawing: Drawing, zoom: float, room: QSizeF = PAPER) -> None:
        self.drawing, self.room, self.look = copy(drawing), room, _look()
        self.drawing.pointed = None
        self._legend = legend.height_of(drawing, room.width() - LEFT, self.look)
        self._head = self.look.line * 2.6
        self.body = QSizeF(room.width(), room.height() - self._head - self._legend - 2 * GAP)
        self.drawing.lay_out(self.body, zoom, self.look)

    @property
    def whole(self) -> QSizeF:
        """All of it on one sheet."""
        size = self.drawing.size
        return QSizeF(
            max(size.width(), self.room.width()), size.height() + self._head + self._legend + 2 * GAP
        )

    def views(self) -> Iterator[QRectF]:
        """What is on each page, left to right, then down."""
        left, top = self.drawing.covered()
        across, down = self.body.width() - left, self.body.height() - top
        size, row = self.drawing.size, self.drawing.row_height()
        if row and size.height() > self.body.height():
            down = max(down // row, 1) * row
        y = 0.0
        while True:
            x = 0.0
            while True:
                yield QRectF(x, y, self.body.width(), min(top + down, self.body.height()))
                x += across
                if x + left >= size.width() - 1:
                    break
            y += down
            if y + top >= size.height() - 1:
                break

    def paint(self, painter: QPainter, view: QRectF, room: QSizeF, page: str = "") -> None:
        """Paint a part of it on a sheet of that room."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self.look
        line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(look.colour("text"))
        painter.setFont(look.large)
        painter.drawText(QRectF(LEFT, 0, room.width(), look.line * 1.5), line, self.drawing.page.title)
        painter.setFont(look.small)
        painter.setPen(look.colour("text.secondary"))
        under = QRectF(LEFT, look.line * 1.5, room.width(), look.line)
        painter.drawText(under, line, "  ·  ".join(filter(None, (self.drawing.page.subtitle, page))))
        painter.save()
        painter.translate(0, self._head + GAP)
        painter.setClipRect(QRectF(QPointF(0, 0), view.size()))
        painter.translate(-view.topLeft())
        self.drawing.paint(painter, view, look)
        self.drawing.paint_over(painter, view, look)
        painter.restore()
        painter.save()
        painter.translate(LEFT, self._head + GAP + view.height() + GAP)
        legend.paint(self.drawing, painter, room.width() - LEFT, look)
        painter.restore()


def svg(drawing: Drawing, zoom: float) -> bytes:
    """The whole drawing as one SVG file."""
    from PySide6.QtSvg import QSvgGenerator

    made = Print(drawing, zoom)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QSvgGenerator()
    writer.setOutputDevice(buffer)
    writer.setResolution(96)
    size = made.whole
    writer.setSize(QSize(round(size.width()) + 2 * round(GAP), round(size.height()) + 2 * round(GAP)))
    writer.setViewBox(QRectF(-GAP, -GAP, size.width() + 2 * GAP, size.height() + 2 * GAP))
    writer.setTitle(drawing.page.title)
    writer.setDescription(drawing.page.subtitle)
    painter = QPainter(writer)
    painter.fillRect(
        QRectF(-GAP, -GAP, size.width() + 2 * GAP, size.height() + 2 * GAP), Qt.GlobalColor.white
    )
    drawn = made.drawing.size
    view = QRectF(0, 0, max(drawn.width(), made.body.width()), drawn.height())
    made.paint(painter, view, size)
    painter.end()
    # A browser that has not the font of this desktop would take its own with serifs, and wider.
    return re.sub(rb'font-family="([^"]+)"', rb'font-family="\1, sans-serif"', bytes(buffer.data().data()))


def pdf(drawing: Drawing, zoom: float) -> bytes:
    """The whole drawing as a PDF file, on as many pages as it takes."""

    def put(pages: QPagedPaintDevice) -> None:
        pages.setPageOrientation(QPageLayout.Orientation.Landscape)
        pages.setPageMargins(QMarginsF(10, 10, 10, 10), QPageLayout.Unit.Millimeter)
        print_on(pages, drawing, zoom)

    return paper.pdf(drawing.page.title, put)


def print_on(device: QPagedPaintDevice, drawing: Drawing, zoom: float) -> None:
    """Put the whole drawing on pages."""
    room = device.pageLayout().paintRect(QPageLayout.Unit.Point).size() * (96 / 72)
    made = Print(drawing, zoom, room)
    views = [*made.views()][:MOST_PAGES]
    painter = QPainter(device)
    scale = painter.viewport().width() / room.width()
    for number, view in enumerate(views):
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        page = f"page {number + 1} of {len(views)}" if len(views) > 1 else ""
        made.paint(painter, view, room, page)
        painter.restore()
    painter.end()


def ask_svg(drawing: Drawing, parent: QWidget) -> Path | None:
    """Where a drawing is to be saved."""
    return paper.ask_file("drawing", drawing.page.title, parent, "svg")


def ask_printer(drawing: Drawing, zoom: float, parent: QWidget) -> None:
    """Ask for a printer, then print."""
    across = QPageLayout.Orientation.Landscape
    put = partial(print_on, drawing=drawing, zoom=zoom)
    paper.ask_printer("drawing", drawing.page.title, put, parent, across)

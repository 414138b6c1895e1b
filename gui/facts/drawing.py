"""Draws one cell of the facts: its ground, its words, its code, and the sign of who says so."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gui import icons
from gui.facts.layout import CODE_ROOM, SIGN, Cell, Fonts, Part
from gui.theme import Theme
from store.model import FactState

_BADGES = {
    "host": "mark.official",
    "guest": "mark.occasion",
    "takes part": "mark.place",
    "honoured": "mark.ceremony",
    "mentioned": "mark.source",
}
SIGNS = {FactState.CONFIRMED: ("tick", "text.success"), FactState.CORRECTED: ("pencil", "mark.meeting")}
"""Icon and colour of what a person stands behind."""


class CellPainter:
    """Draws cells with the colours of a theme."""

    def __init__(self, theme: Theme, fonts: Fonts) -> None:
        self._theme, self.fonts = theme, fonts

    def paint(self, painter: QPainter, cell: Cell, *, hovered: bool, chosen: bool, ringed: bool) -> None:
        """Draw a cell: under the pointer, as the chosen fact, with the ring of the keyboard."""
        self._ground(painter, cell, hovered, chosen, ringed)
        font, ink = self._hand(cell)
        painter.setFont(font)
        painter.setPen(ink)
        if cell.part is Part.BADGE:
            painter.drawText(cell.text_box, Qt.AlignmentFlag.AlignCenter, cell.text)
        else:
            painter.drawText(cell.text_box, cell.wrap, cell.text)
        if cell.value is None:
            return
        at = cell.text_box.right() + CODE_ROOM
        if cell.value.code:
            at = self._code(painter, cell, cell.value.code, at)
        if cell.value.state in SIGNS:
            self._sign(painter, cell, cell.value.state, at)

    def _hand(self, cell: Cell) -> tuple[QFont, QColor]:
        """Font and colour of the words."""
        theme, fonts, part = self._theme, self.fonts, cell.part
        if part is Part.TITLE:
            return fonts.title, theme.colour("text")
        if part is Part.HEADING:
            return fonts.heading, theme.colour("text.secondary")
        if part is Part.LABEL:
            return fonts.small, theme.colour(f"mark.{cell.kind}" if cell.kind else "text.muted")
        if part is Part.MISSING:
            return _slanted(fonts.value), theme.colour("text.muted")
        if part is Part.BADGE:
            return fonts.small, theme.colour(_BADGES[cell.text])
        return fonts.value, theme.colour("text")

    def _ground(self, painter: QPainter, cell: Cell, hovered: bool, chosen: bool, ringed: bool) -> None:
        theme = self._theme
        ground = None
        if cell.part is Part.BADGE:
            ground = theme.colour(f"{_BADGES[cell.text]}.fill")
        elif cell.part is Part.CHIP:
            ground = theme.colour("hover" if hovered else "chip")
        elif hovered:
            ground = theme.colour("hover")
        if chosen:
            ground = theme.colour("accent.pale")
        outlined = chosen or (hovered and cell.part in (Part.BADGE, Part.CHIP))
        if ground is None and not ringed:
            return
        if ringed:
            painter.setPen(QPen(theme.colour("focus"), 2))
        else:
            painter.setPen(theme.colour("accent") if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        radius = cell.box.height() / 2 if cell.part is Part.BADGE else 5.0
        painter.drawRoundedRect(cell.box, radius, radius)

    def _code(self, painter: QPainter, cell: Cell, code: str, left: float) -> float:
        """Draw a code in a frame; returns where what comes after it begins."""
        metrics = self.fonts.small_metrics
        base = cell.text_box.top() + self.fonts.value_metrics.ascent()
        box = QRectF(left, base - metrics.ascent(), metrics.horizontalAdvance(code) + 8, metrics.height())
        painter.setPen(self._theme.colour("border.strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0, 0.5, 0, -0.5), 3, 3)
        painter.setFont(self.fonts.small)
        painter.setPen(self._theme.colour("text.secondary"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, code)
        return box.right() + CODE_ROOM

    def _sign(self, painter: QPainter, cell: Cell, state: FactState, left: float) -> None:
        name, role = SIGNS[state]
        if cell.part is Part.BADGE:
            middle, role = cell.box.center().y(), _BADGES[cell.text]
        else:
            metrics = self.fonts.title_metrics if cell.part is Part.TITLE else self.fonts.value_metrics
            middle = cell.text_box.top() + metrics.height() / 2
        picture = icons.pixmap(name, self._theme.colour(role), round(SIGN))
        painter.drawPixmap(QPointF(round(left), round(middle - SIGN / 2)), picture)


def _slanted(font: QFont) -> QFont:
    made = QFont(font)
    made.setItalic(True)
    return made

"""The legend: what each kind of mark looks like, and a switch for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.reader.flow import FlowLayout
from gui.reader.looks import KIND_NAMES, draw_sample, mark_look
from gui.theme import Theme
from store.model import Mark, MarkKind


class KindSwitch(QAbstractButton):
    """One kind: its name written on its stroke, and how many marks it has.

    Signals:
        alone_asked: this kind only is to be shown, or all again.
    """

    alone_asked = Signal()

    def __init__(self, theme: Theme, kind: MarkKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.kind, self._count = theme, kind, 0
        self._counted = True
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        self.setFont(font)
        self.set_count(0)
        self.toggled.connect(self._say)

    def set_count(self, count: int) -> None:
        """How many marks of the kind the article has; none hides the switch."""
        self._count = count
        self.setText(KIND_NAMES[self.kind])
        self.setVisible(count > 0)
        self._say()
        self.updateGeometry()

    def _say(self) -> None:
        name = KIND_NAMES[self.kind]
        shown = "shown" if self.isChecked() else "hidden"
        self.setAccessibleName(f"{name}, {self._count} in this article, {shown}")
        self.setToolTip(
            f"{'Hide' if self.isChecked() else 'Show'} the marks of {name.lower()} ({self._count});"
            " with Ctrl only these, or all again"
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl and a click show this kind only."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.alone_asked.emit()
            return
        super().mousePressEvent(event)

    def show_count(self, shown: bool) -> None:
        """Write the count beside the name, or leave it to the hint."""
        if shown != self._counted:
            self._counted = shown
            self.updateGeometry()
            self.update()

    def width_with(self, count: bool) -> int:
        """How wide it is with its count, or without."""
        said = f"{self.text()}  {self._count}" if count else self.text()
        return self.fontMetrics().horizontalAdvance(said) + 16

    def sizeHint(self) -> QSize:
        """Room for name and count."""
        return QSize(self.width_with(self._counted), self.fontMetrics().height() + 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet chip; switched off it loses its stroke and its ground."""
        theme, on = self._theme, self.isChecked()
        metrics = self.fontMetrics()
        look = mark_look(self.kind)
        assert look.line is not None
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            if self.hasFocus():
                painter.setPen(theme.colour("focus"))
            else:
                painter.setPen(theme.colour("border") if not on else Qt.PenStyle.NoPen)
            if self.underMouse():
                painter.setBrush(theme.colour("hover"))
            else:
                painter.setBrush(theme.colour("chip") if on else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 5, 5)
            left, base = 8.0, 4.0 + metrics.ascent()
            painter.setPen(theme.colour("text" if on else "text.muted"))
            painter.drawText(round(left), round(base), self.text())
            width = metrics.horizontalAdvance(self.text())
            if self._counted:
                painter.setPen(theme.colour("text.muted"))
                painter.drawText(
                    round(left + width + metrics.horizontalAdvance("  ")), round(base), str(self._count)
                )
            if on:
                sample = QRectF(left, base + 3.2, width, 5)
                draw_sample(painter, look, theme.colour(look.line), sample, 0.9)


GAP = 5
ROWS = 2
"""Where the switches with their counts would take more rows, they do without the counts."""


class Legend(QWidget):
    """Switches for the kinds that an article has marks of.

    Signals:
        changed: the kinds that are shown are others now.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Marks shown in the text")
        self._has_marks = self._gives_way = self._aside = False
        flow = FlowLayout(self, gap=GAP, row_gap=GAP)
        self._counts: Counter[MarkKind] | None = None
        self._switches = {kind: KindSwitch(theme, kind, self) for kind in MarkKind}
        for kind, switch in self._switches.items():
            flow.addWidget(switch)
            switch.toggled.connect(self.changed)
            switch.alone_asked.connect(partial(self._show_alone, kind))
        theme.changed.connect(self.update)

    def _show_alone(self, kind: MarkKind) -> None:
        """Show this kind only; all again where it is the only one already."""
        self.show_only(MarkKind if self.shown() == {kind} else {kind})

    def set_marks(self, found: Iterable[Mark]) -> None:
        """Offer switches for the kinds of these marks."""
        counts = Counter(mark.kind for mark in found)
        if counts == self._counts:
            return
        self._counts = counts
        self.hide()  # or the layout of the pane would be made anew for each switch that comes or goes
        for kind, switch in self._switches.items():
            switch.set_count(counts[kind])
        self._has_marks = bool(counts)
        self._fit()
        self._show()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the counts where the room is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        counts = self._counts or Counter()
        offered = [switch for kind, switch in self._switches.items() if counts[kind]]
        counted = _rows([switch.width_with(count=True) for switch in offered], self.width()) <= ROWS
        for switch in offered:
            switch.show_count(counted)

    def give_way(self, on: bool) -> None:
        """Leave the room to the text, where there is little of it, or take it again."""
        self._gives_way = on
        self._show()

    def set_aside(self, aside: bool) -> None:
        """Leave the place to what is in focus, or take it again."""
        self._aside = aside
        self._show()

    def _show(self) -> None:
        self.setVisible(self._has_marks and not self._gives_way and not self._aside)

    def switch(self, kind: MarkKind) -> KindSwitch:
        """The switch of a kind."""
        return self._switches[kind]

    def shown(self) -> frozenset[MarkKind]:
        """The kinds that are switched on."""
        return frozenset(kind for kind, switch in self._switches.items() if switch.isChecked())

    def show_only(self, kinds: Iterable[MarkKind]) -> None:
        """Switch on these kinds and no others."""
        wanted = frozenset(kinds)
        if wanted == self.shown():
            return
        self.blockSignals(True)
        for kind, switch in self._switches.items():
            switch.setChecked(kind in wanted)
        self.blockSignals(False)
        self.changed.emit()


def _rows(widths: Iterable[int], room: int) -> int:
    """How many rows of ``room`` pixels these take."""
    rows, used = 1, 0
    for width in widths:
        if used and used + width > room:
            rows, used = rows + 1, 0
        used += width + GAP
    return rows

"""Paints the facts and lets them be chosen by pointer and keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from gui.facts.card import STATE_NAMES, Section, Value
from gui.facts.drawing import CellPainter
from gui.facts.form import ruled_over
from gui.facts.keys import action_of
from gui.facts.layout import PADDING, Cell, Fonts, Page, Part, arrange, cell_at
from gui.facts.speaking import Speaking
from gui.reader.telling import hover
from gui.speech import point_to
from gui.theme import Theme
from store.model import Fact, FactState


class FactsCanvas(QAbstractScrollArea):
    """A column of cards. Arrow keys go through the values, Enter goes to the words.

    Signals:
        activated: a value was clicked or Enter pressed on it.
        menu_wanted: for a value (or None), at that place of the screen.
        copy_wanted: the copy keys, on a value.
        asked: a key asks to do this (see ``keys.KEYS``) with a value.
        moved: what is shown stands elsewhere now.
    """

    activated = Signal(object)
    menu_wanted = Signal(object, QPoint)
    copy_wanted = Signal(object)
    asked = Signal(str, object)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections: Sequence[Section] = ()
        self._brush = CellPainter(theme, Fonts(self.font()))
        self._page = Page()
        self.speaking = Speaking(self)
        self._live: list[Cell] = []
        self.letters = True
        """Whether letters alone are keys here."""
        self._at = -1  # the cell with the keyboard, in ``_live``
        self._chosen: Fact | None = None
        self._hover: Cell | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Facts of the article")
        theme.changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self.moved)

    # -- content

    def show_sections(self, sections: Sequence[Section], keep_place: bool = False) -> None:
        """Show these cards, from the top unless the place is to be kept."""
        at = fact_of(self.current) if self.current else None
        self._sections = sections
        self._hover = None
        if not keep_place:
            self._at, self._chosen = -1, None
        self._arrange()
        if keep_place and self._live and self._at >= 0:
            same = [n for n, cell in enumerate(self._live) if fact_of(cell) == at]
            self._at = min(same or [min(self._at, len(self._live) - 1)], key=lambda n: abs(n - self._at))
        if not keep_place:
            self.verticalScrollBar().setValue(0)

    @property
    def cells(self) -> list[Cell]:
        """Everything in its place."""
        return self._page.cells

    @property
    def live(self) -> list[Cell]:
        """What can be chosen, in reading order."""
        return self._live

    @property
    def current(self) -> Cell | None:
        """The cell with the keyboard."""
        return self._live[self._at] if 0 <= self._at < len(self._live) else None

    @property
    def chosen(self) -> Fact | None:
        """The fact that is shown as chosen."""
        return self._chosen

    def choose(self, fact: Fact | None) -> None:
        """Show a fact as chosen and scroll to it."""
        self._chosen = fact
        number = next((n for n, cell in enumerate(self._live) if fact_of(cell) == fact), -1)
        if fact is not None and number >= 0:
            self._at = number
            self._reveal(self._live[number])
        self.viewport().update()

    def box_of(self, fact: Fact) -> QRectF | None:
        """Where a fact stands, in viewport coordinates."""
        cell = next((c for c in self._live if fact_of(c) == fact), None)
        return cell.box.translated(0, -self.verticalScrollBar().value()) if cell else None

    def room_of(self, fact: Fact) -> QRect:
        """The place of a field with all its values, to the edge of its card, in viewport coordinates."""
        here = [cell for cell in self._live if _field(cell) == (fact.kind, fact.index, fact.field)]
        if not here:
            return QRect()
        room = here[0].box
        for cell in here[1:]:
            room = room.united(cell.box)
        if here[0].part is not Part.BADGE:
            card = next((card for card in self._page.cards if card.contains(room.center())), room)
            room.setRight(max(room.right(), card.right() - PADDING))
            if fact.field == "posts":  # lines of several parts need all the width there is
                room.setLeft(card.left() + PADDING)
        return room.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def seen(self) -> list[Fact]:
        """The fields that are wholly in view, with all their values, and as the machine read them."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        seen: dict[tuple[str, int, str], bool] = {}
        for cell in self._live:
            value = cell.value
            if value is not None and ruled_over(value.fact):
                inside = top <= cell.text_box.top() and cell.text_box.bottom() <= bottom
                unread = value.state is FactState.MACHINE
                seen[_field(cell)] = seen.get(_field(cell), True) and inside and unread
        return [Fact(*field) for field, wholly in seen.items() if wholly]

    def make_room(self, fact: Fact, height: int) -> None:
        """Scroll so far that something of some height can stand over a field."""
        below = self.room_of(fact).top() + height + 4 - self.viewport().height()
        if below > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + below)

    def reveal(self, fact: Fact) -> None:
        """Bring a fact into view, and the keyboard to it."""
        number = next((n for n, cell in enumerate(self._live) if fact_of(cell) == fact), -1)
        if number >= 0:
            self._at = number
            self._reveal(self._live[number])
            self.viewport().update()

    # -- keyboard

    def event(self, event: QEvent) -> bool:
        """The letters of the pane come before those of the window."""
        if isinstance(event, QKeyEvent) and _overrides(event, self.letters):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End; Enter or Space to go to the words; copy; the menu key; and ``keys.KEYS``."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shifted and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(self._unconfirmed(1 if key == Qt.Key.Key_Down else -1))
        elif key in steps:
            self._move(self._at + steps[key])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(self._vertical(1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Home:
            self._move(0)
        elif key == Qt.Key.Key_End:
            self._move(len(self._live) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.current is not None:
                self.activated.emit(self.current.value)
        elif event.matches(QKeySequence.StandardKey.Copy):
            if self.current is not None:
                self.copy_wanted.emit(self.current.value)
        elif action_of(event, self.letters):
            if self.current is not None and not event.isAutoRepeat():  # one press, one official taken out
                self.asked.emit(action_of(event, self.letters), self.current.value)
        else:
            super().keyPressEvent(event)

    def _unconfirmed(self, direction: int) -> int:
        """The nearest cell, that way, of a fact that nobody has looked at; where there is none, this one."""
        places = range(self._at + direction, len(self._live) if direction > 0 else -1, direction)
        for place in places:
            value = self._live[place].value
            if value is not None and _is_new(value):
                return place
        return self._at

    def _vertical(self, direction: int) -> int:
        """The nearest cell of the next row."""
        here = self.current
        if here is None:
            return 0
        middle = here.box.center()
        rows = [
            (abs(cell.box.center().y() - middle.y()), abs(cell.box.left() - here.box.left()), n)
            for n, cell in enumerate(self._live)
            if (cell.box.center().y() - middle.y()) * direction > here.box.height() / 2
        ]
        return min(rows)[2] if rows else self._at

    def _move(self, number: int) -> None:
        if not self._live:
            return
        self._at = min(max(number, 0), len(self._live) - 1)
        cell = self._live[self._at]
        self._reveal(cell)
        self.viewport().update()
        told = spoken(cell)
        self.setAccessibleDescription(told)
        point_to(self, self.speaking.current())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins with the first value, or where it was."""
        super().focusInEvent(event)
        if self._at < 0 and self._live and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._move(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # -- pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light what is under the pointer."""
        over = self._cell_at(event.position().toPoint())
        if over is not self._hover:
            self._hover = over
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes to the words."""
        cell = self._cell_at(event.position().toPoint())
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self._at = self._live.index(cell)
            self.activated.emit(cell.value)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click puts a value right where it stands."""
        cell = self._cell_at(event.position().toPoint())
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self._at = self._live.index(cell)
            self.asked.emit("edit", cell.value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a value."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            cell, place = self._cell_at(event.pos()), event.globalPos()
        else:
            cell = self.current
            corner = cell.box.bottomLeft().toPoint() if cell else QPoint(12, 12)
            place = self.viewport().mapToGlobal(corner - QPoint(0, self.verticalScrollBar().value()))
        if cell is not None:
            self._at = self._live.index(cell)
            self.viewport().update()
        self.menu_wanted.emit(cell.value if cell else None, place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say why a value is believed; forget the pointer when it leaves."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(event.pos())
            text = told_on_hover(cell) if cell else ""
            if text:
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        if event.type() == QEvent.Type.Leave and self._hover is not None:
            self._hover = None
            self.viewport().update()
        return super().viewportEvent(event)

    def _cell_at(self, point: QPoint) -> Cell | None:
        return cell_at(self._page.cells, point.x(), point.y() + self.verticalScrollBar().value())

    # -- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for the new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_page"):
            self._brush.fonts = Fonts(self.font())
            self._arrange()

    def _arrange(self) -> None:
        self._page = arrange(self._sections, self.viewport().width(), self._brush.fonts)
        self._live = [cell for cell in self._page.cells if cell.live]
        self.speaking.arranged()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._page.height) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(24)
        self.viewport().update()
        self.moved.emit()

    def _reveal(self, cell: Cell) -> None:
        bar = self.verticalScrollBar()
        top, bottom = round(cell.box.top()) - 30, round(cell.box.bottom()) + 30
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cards, then what is on them."""
        scrolled = self.verticalScrollBar().value()
        seen = QRectF(event.rect()).translated(0, scrolled)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), self._theme.colour("panel"))
            painter.translate(0, -scrolled)
            painter.setPen(self._theme.colour("border"))
            painter.setBrush(self._theme.colour("card"))
            for card in self._page.cards:
                if card.intersects(seen):
                    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
            for cell in self._page.cells:
                if cell.box.intersects(seen):
                    self._brush.paint(
                        painter,
                        cell,
                        hovered=cell is self._hover,
                        chosen=cell.live and self._chosen is not None and fact_of(cell) == self._chosen,
                        ringed=self.hasFocus() and cell is self.current,
                    )


def _overrides(event: QKeyEvent, letters: bool) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride and bool(action_of(event, letters))


def _field(cell: Cell) -> tuple[str, int, str]:
    fact = fact_of(cell) or Fact("")
    return fact.kind, fact.index, fact.field


def fact_of(cell: Cell) -> Fact | None:
    """The fact that a cell states."""
    value: Value | None = cell.value
    return value.fact if value is not None else None


def spoken(cell: Cell) -> str:
    """A value as a screen reader says it."""
    if cell.value is None:
        return cell.text
    value = cell.value
    state = "" if value.state is FactState.MACHINE else STATE_NAMES[value.state]
    was = f"was {value.was}" if value.was else ""
    told = ", ".join(part for part in (value.whole, value.code, state, was) if part)
    return f"{cell.label}: {told}" if cell.label else told


def _is_new(value: Value) -> bool:
    """Whether it can be corrected and nobody has looked at it."""
    return ruled_over(value.fact) and value.state is FactState.MACHINE


def told_on_hover(cell: Cell) -> str:
    """Rich text: what it is, who says so and why, and what it was before."""
    value = cell.value
    if value is None:
        return ""
    state = STATE_NAMES[value.state].capitalize() if value.state is not FactState.MACHINE else ""
    reason = "" if value.state is FactState.CORRECTED else value.reason
    lines = (" · ".join(part for part in (state, reason) if part), f"was: {value.was}" if value.was else "")
    told = f"{cell.label}: {value.whole}" if cell.label else value.whole
    keys = "Double click or E: edit · C: confirm" if _is_new(value) else ""
    return hover(told, *lines, keys)

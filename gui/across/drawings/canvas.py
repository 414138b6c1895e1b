"""Shows a drawing: gone through mark by mark, by pointer and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from gui.across.drawings.drawing import Mark, Towards
from gui.across.drawings.plane import Plane
from gui.across.drawings.speaking import Speaking
from gui.speech import point_to, say
from gui.theme import Theme
from store.across.page import Link

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {
    Qt.Key.Key_Left: Towards.LEFT,
    Qt.Key.Key_Right: Towards.RIGHT,
    Qt.Key.Key_Up: Towards.UP,
    Qt.Key.Key_Down: Towards.DOWN,
}
_NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_PLAIN = (*_RETURN, *_ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End)
_WITH_CTRL = (*_RETURN, *_NEARER, Qt.Key.Key_Minus, Qt.Key.Key_0)


class Canvas(Plane):
    """A drawing that is gone through.

    Signals:
        chosen: a ``Mark`` is to be opened; ``True``: in a tab of its own.
        menu_asked: a menu is asked for at a place of the screen, over a ``Mark`` or ``None``.
        told: what is under the pointer or has the keyboard, in words; empty for nothing.
        turned: a ``Link`` takes the place of this drawing.
        led: a ``Link`` beside the drawing is to be followed; ``True``: in a tab of its own.
    """

    chosen = Signal(object, bool)
    menu_asked = Signal(QPoint, object)
    told = Signal(str)
    turned = Signal(object)
    led = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pressed: QPoint | None = None
        self._moving = False
        self.speaking = Speaking(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # -- keyboard

    def go_to(self, mark: Mark | None) -> None:
        """Give a mark the keyboard, and bring it into view."""
        self._current = mark
        if mark is not None:
            self._reveal(mark)
        self.viewport().update()
        self._tell()
        self._say()

    def event(self, event: QEvent) -> bool:
        """The keys of the drawing come before those of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if self.drawing is None:
            super().keyPressEvent(event)
        elif key in _RETURN and self._current is not None:
            self.chosen.emit(self._current, ctrl)
        elif ctrl and key in _NEARER:
            self.zoom_by(1)
        elif ctrl and key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif ctrl and key == Qt.Key.Key_0:
            self.zoom_to(1.0)
        elif key in _ARROWS and not ctrl:
            self._step(_ARROWS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(self.drawing.first() if key == Qt.Key.Key_Home else self.drawing.last())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # as Qt calls it
        """Tab goes through the marks, and out at the last one."""
        current = self._current if self.drawing is not None else None
        at = self.drawing.next(current, 1 if next else -1) if self.drawing and current else None
        if at is None:
            return super().focusNextPrevChild(next)
        self.go_to(at)
        return True

    def _turn(self, by: int) -> None:
        link = self.drawing.turn(by) if self.drawing is not None else None
        if link is not None:
            self.turned.emit(link)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep())

    def _step(self, towards: Towards) -> None:
        assert self.drawing is not None
        if self._current is None:
            self.go_to(self.drawing.first())
            return
        found = self.drawing.step(self._current, towards)
        if found is not None:
            self.go_to(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        reason, drawing = event.reason(), self.drawing
        if drawing is not None and reason is Qt.FocusReason.TabFocusReason:
            self.go_to(self._current or drawing.first())
        elif drawing is not None and reason is Qt.FocusReason.BacktabFocusReason:
            self.go_to(self._current or drawing.last())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # -- pointer

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(turned / 120, event.position())
            event.accept()
            return
        aside = (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not self.verticalScrollBar().maximum()
        )
        if aside and not event.angleDelta().x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._moving = event.position().toPoint(), False
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far or self._moving:
                self._moving = True
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                gap = here - self._pressed
                self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - gap.x())
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() - gap.y())
                self._pressed = here
            return
        self._set_hover(self.mark_at(here))
        if self._hover is None and self._beside(here) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_moving, self._moving, self._pressed = self._moving, False, None
        here = event.position().toPoint()
        if was_moving:
            self._set_hover(self.mark_at(here))
            return
        mark = self.mark_at(here)
        button = event.button()
        if button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        beside = self._beside(here)
        if beside is not None:
            self.led.emit(beside, ctrl or button is Qt.MouseButton.MiddleButton)
        if mark is None:
            return
        self._current = mark
        self.viewport().update()
        self._tell()
        self.chosen.emit(mark, ctrl or button is Qt.MouseButton.MiddleButton)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hover(None)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos())
            if mark is not None and self.drawing is not None:
                QToolTip.showText(event.globalPos(), self.drawing.told(mark), self.viewport())
            elif self.drawing is not None and self._beside(event.pos()) is not None:
                words = self.drawing.over_told(self.mapToScene(event.pos()))
                QToolTip.showText(event.globalPos(), words, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(self.place_of(self._current), self._current)
        else:
            self.menu_asked.emit(event.globalPos(), self.mark_at(event.pos()))

    def mark_at(self, place: QPoint) -> Mark | None:
        """The mark at a point of the view; none under the axes."""
        if self.drawing is None:
            return None
        left, top = self.drawing.covered()
        if place.x() < left or place.y() < top:
            return None
        return self.drawing.at(self.mapToScene(place))

    def _beside(self, place: QPoint) -> Link | None:
        """Where what stays in view at the left leads."""
        if self.drawing is None:
            return None
        left, top = self.drawing.covered()
        if place.x() >= left or place.y() < top:
            return None
        return self.drawing.over_at(self.mapToScene(place))

    def place_of(self, mark: Mark | None) -> QPoint:
        """Below a mark, on the screen; the corner of the view for none."""
        if mark is None:
            return self.viewport().mapToGlobal(QPoint(0, 0))
        return self.viewport().mapToGlobal(self.mapFromScene(mark.box.bottomLeft()))

    def _set_hover(self, mark: Mark | None) -> None:
        shape = Qt.CursorShape.ArrowCursor if mark is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        if mark != self._hover:
            self._hover = mark
            self.viewport().update()
            self._tell()

    # -- paint and speech

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:
        drawing = self.drawing
        if drawing is None:
            return
        painter.save()
        if self._current is not None and (self.hasFocus() or self._hover is None):
            self._ring(painter, self._current, "focus" if self.hasFocus() else "border.strong", 2)
        if self._hover is not None and self._hover != self._current:
            self._ring(painter, self._hover, "text.muted", 1.2)
        painter.restore()
        painter.save()
        drawing.paint_over(painter, self.mapToScene(self.viewport().rect()).boundingRect(), self.look)
        painter.restore()

    def _ring(self, painter: QPainter, mark: Mark, role: str, width: float) -> None:
        box = mark.box.adjusted(-3, -3, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, thick in ((self._theme.colour("base"), width + 2.5), (self._theme.colour(role), width)):
            painter.setPen(QPen(ink, thick))
            if mark.round:
                painter.drawEllipse(box)
            else:
                corner = min(box.height() / 2, 7)
                painter.drawRoundedRect(box, corner, corner)

    def _tell(self) -> None:
        mark = self._hover or self._current
        if self.drawing is not None:
            self.drawing.pointed = mark
        self.told.emit(self.drawing.told(mark) if mark is not None and self.drawing is not None else "")

    def _say(self) -> None:
        if self._current is not None and self.drawing is not None:
            self.setAccessibleDescription(self.drawing.told(self._current))
            number = self.speaking.current()
            if number >= 0:
                point_to(self, number)
            else:  # a day without a meeting
                say(self, self.drawing.told(self._current))

    def _changed(self) -> None:
        self._tell()


def _own(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers in (Qt.KeyboardModifier.NoModifier,):
        return event.key() in _PLAIN
    ctrl = Qt.KeyboardModifier.ControlModifier
    with_shift = ctrl | Qt.KeyboardModifier.ShiftModifier
    if event.matches(QKeySequence.StandardKey.Copy):
        return False
    return event.key() in {ctrl: _WITH_CTRL, with_shift: _NEARER}.get(modifiers, ())

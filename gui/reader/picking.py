"""The highlight that was clicked: outlined, with a handle at each end that drags it to other words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from gui.reader.layers import Stretch
from gui.reader.looks import Look, Shape
from gui.reader.view import ReaderView
from gui.theme import Theme
from store.model import Annotation, Span

PICKED = Look(None, "accent", Shape.BOX, strong=True)
_WIDE, _KNOB = 13, 4.5
_FAST = 40  # pixels to scroll at a time


class Picking(QObject):
    """Which highlight of the article is picked, and where its ends are dragged to.

    Signals:
        changed: another one is picked, or its ends are elsewhere. moved: to these words (annotation, span).
        told: what is to be said of it.
    """

    changed = Signal()
    moved = Signal(object, object)
    told = Signal(str)

    def __init__(self, theme: Theme, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self.annotation: Annotation | None = None
        self._dragged: Span | None = None
        self.handles = (_Handle(theme, view, self, True), _Handle(theme, view, self, False))
        view.passed.connect(self.place)
        view.looks_changed.connect(self.place)

    @property
    def stretches(self) -> list[Stretch]:
        """Its outline."""
        span = self.span
        return [Stretch(*self._view.map.positions(span), PICKED)] if span is not None else []

    @property
    def span(self) -> Span | None:
        """Its words, or those that it is being dragged to."""
        if self.annotation is None:
            return None
        return self._dragged or self.annotation.anchor.span

    def pick(self, note: Annotation | None) -> None:
        """Outline a highlight, or none."""
        self.annotation, self._dragged = note, None
        self.place()
        self.changed.emit()

    def leave(self) -> bool:
        """Pick none; whether one was picked."""
        picked = self.annotation is not None
        if picked:
            self.pick(None)
        return picked

    def pick_of(self, notes: Sequence[Annotation], times: int) -> None:
        """Pick one of those that were clicked; another one each time."""
        number = times % len(notes) if notes else 0
        self.pick(notes[number] if notes else None)
        if len(notes) > 1:
            self.told.emit(
                f"Highlight {number + 1} of {len(notes)} on these words. Click again for the next."
            )

    def follow(self, notes: Sequence[Annotation]) -> None:
        """The article is another, or has changed: keep what is still there."""
        number = self.annotation.id if self.annotation is not None else 0
        self.annotation = next((note for note in notes if note.id == number), None)
        self._dragged = None
        self.place()

    def place(self) -> None:
        """Put the handles at the ends."""
        span = self.span
        for handle in self.handles:
            if span is None:
                handle.hide()
            else:
                start, end = self._view.map.positions(span)
                handle.put(start if handle.first else end)

    # -- dragging

    def drag(self, first: bool, point: QPoint, exactly: bool) -> None:
        """Drag an end to a point of the viewport: to the edge of the word there, or to the very letter."""
        note = self.annotation
        if note is None:
            return
        self._scroll_to(point)
        cursor = self._view.cursorForPosition(point)
        if not exactly:
            _to_edge(cursor, first)
        words, at = note.anchor.span, self._view.map.offset(cursor.position())
        span = Span(at, words.end) if first else Span(words.start, at)
        if span.start < span.end and span != self._dragged:
            self._dragged = span
            self.place()
            self.changed.emit()

    def _scroll_to(self, point: QPoint) -> None:
        """Scroll on where one drags over the edge of the text."""
        over = min(point.y(), 0) or max(point.y() - self._view.viewport().height(), 0)
        if over:
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + max(-_FAST, min(over, _FAST)))

    def drop(self) -> None:
        """It stays where it was dragged to."""
        note, span = self.annotation, self._dragged
        if note is None or span is None:
            return
        if span == note.anchor.span:
            self.cancel()
        else:
            self.moved.emit(note, span)

    def cancel(self) -> None:
        """It goes back to where it was."""
        self._dragged = None
        self.place()
        self.changed.emit()


def _to_edge(cursor: QTextCursor, first: bool) -> None:
    """The nearer edge of the word a cursor is in; of a gap, the edge of the word beside it."""
    at = cursor.position()
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if not start < at < end or not cursor.selectedText().strip():
        cursor.setPosition(at)
    elif first:
        cursor.setPosition(start)
    else:
        cursor.setPosition(end)


class _Handle(QWidget):
    """One end of the picked highlight."""

    def __init__(self, theme: Theme, view: ReaderView, picking: Picking, first: bool) -> None:
        super().__init__(view.viewport())
        self._theme, self._view, self._picking, self.first = theme, view, picking, first
        self._held: QPoint | None = None  # where it was taken, from the middle of the line at the end
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setToolTip("Drag to other words; with Alt to the very letter")
        self.setAccessibleName("Start of the highlight" if first else "End of the highlight")
        self.hide()

    def put(self, position: int) -> None:
        """Stand at a position of the document."""
        box = self._view.caret_box(position, not self.first)
        self.setGeometry(
            round(box.left()) - _WIDE // 2, round(box.top()) - 6, _WIDE, round(box.height()) + 12
        )
        self.show()
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self.rect().center() - event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)  # so that Esc is heard
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            point = self.mapToParent(event.position().toPoint() + self._held)
            exactly = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._picking.drag(self.first, point, exactly)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._let_go()
            self._picking.drop()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the words as they were."""
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._let_go()
            self._picking.cancel()
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        self._held = None
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar with a knob: at the top of the start, at the foot of the end."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            middle, bottom = self.width() / 2, self.height()
            painter.drawRect(QRectF(middle - 1, 5, 2, bottom - 10))
            y = 0.5 if self.first else bottom - 2 * _KNOB - 0.5
            painter.drawEllipse(QRectF(middle - _KNOB, y, 2 * _KNOB, 2 * _KNOB))

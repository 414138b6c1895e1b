"""Which words are at the top of the text, and keeping them there however it is laid out anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QTextCursor

from gui.reader.view import ReaderView

TOP = (0, 0)


class Placing(QObject):
    """The place that a text is scrolled to: an offset of the article, and pixels of its line above the view.

    It holds when the window gets another width or the letters another size, and while a text that is not
    shown yet has no size at all.
    """

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._place = TOP
        self._text, self._laid = view.map, self._layout()
        self.going = False  # whether what scrolls is this, not the person
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        view.column_changed.connect(self._laid_out)

    @property
    def place(self) -> tuple[int, int]:
        """Offset of the first character in view, and how many pixels of its line are not."""
        return self._place if self._text is self._view.map else TOP

    def go(self, offset: int, into: int = 0) -> None:
        """Scroll to a place, and stay there until the person scrolls on."""
        self._text, self._laid = self._view.map, self._layout()
        self._place = (offset, into)
        self._apply()

    def _apply(self) -> None:
        view, (offset, into) = self._view, self._place
        bar = view.verticalScrollBar()
        self.going = True
        if self._place == TOP:
            bar.setValue(0)
        else:
            view.document().size()  # lays out all of it, so that the scroll bar knows the whole height
            cursor = QTextCursor(view.document())
            cursor.setPosition(min(view.map.position(offset), view.document().characterCount() - 1))
            bar.setValue(bar.value() + view.cursorRect(cursor).top() + into)
        self.going = False

    def _scrolled(self, value: int) -> None:
        if self.going or self._text is not self._view.map or self._laid != self._layout():
            return  # not the person: the text is being laid out
        if value <= 0:
            self._place = TOP
            return
        cursor = self._view.cursorForPosition(QPoint(0, 0))
        into = -self._view.cursorRect(cursor).top()
        self._place = (self._view.map.offset(cursor.position()), into)

    def _laid_out(self) -> None:
        if self._text is not self._view.map:
            self._text, self._laid, self._place = self._view.map, self._layout(), TOP
        elif self._laid != self._layout():
            self._laid = self._layout()
            if self._place != TOP:
                self._apply()

    def _layout(self) -> tuple[float, str]:
        return self._view.document().textWidth(), self._view.font().toString()

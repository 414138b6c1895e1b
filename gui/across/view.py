"""Shows a page over articles. Links are followed by a click, or by Tab and Return; nothing is ever loaded."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QTextFrameFormat,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from gui.across.document import ALL_ROWS, WAY, Writer
from gui.theme import Theme
from store.across.page import Link, Page

WIDEST = 1120
"""Pixels of a page, however wide the pane is."""

MARGIN = 26
NARROW, NARROW_MARGIN = 640, 12

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageView(QTextBrowser):
    """The page itself.

    Signals:
        link_chosen: a ``Link`` is to be followed; ``True``: in a tab of its own.
        menu_asked: a menu is asked for at a place of the screen, over a ``Link`` or ``None``.
    """

    link_chosen = Signal(object, bool)
    menu_asked = Signal(QPoint, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._points = self.font().pointSizeF()
        self._ways: list[Link] = []
        self._whole: set[int] = set()  # the tables that are shown with every row
        self.setObjectName("page")
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setAccessibleName("Page")
        self.anchorClicked.connect(self._clicked)
        theme.changed.connect(self._fill_again)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing, wherever it is said to be."""
        return None

    @property
    def page_shown(self) -> Page | None:
        """The page."""
        return self._page

    def show_page(self, page: Page | None, *, stay: bool = False) -> None:
        """Show a page from its beginning; ``stay``: the same one, which stays where it was scrolled to."""
        if page == self._page:
            return
        stay = stay and self._page is not None
        self._page = page
        if not stay:
            self._whole.clear()
        self.setAccessibleName(f"Page: {page.title}" if page is not None else "Page")
        if stay:
            self._fill_again()
        else:
            self._fill()

    def set_text_size(self, points: float) -> None:
        """Write in that size."""
        if points != self._points:
            self._points = points
            self._fill_again()

    # -- where it is scrolled to

    @property
    def place(self) -> tuple[int, int]:
        """Position of the first character in view, and the pixels of its line that are above the view."""
        cursor = self.cursorForPosition(QPoint(MARGIN, 0))
        return cursor.position(), -self.cursorRect(cursor).top()

    def go_to_place(self, position: int, into: int) -> None:
        """Scroll there."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(max(position, 0), self.document().characterCount() - 1))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() + into)

    # -- links

    @property
    def link_in_focus(self) -> Link | None:
        """The link that Tab went to."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        address = cursor.charFormat().anchorHref()
        return self._way(address)

    def _way(self, address: str) -> Link | None:
        number = address.removeprefix(WAY)
        known = address.startswith(WAY) and number.isdecimal() and int(number) < len(self._ways)
        return self._ways[int(number)] if known else None

    def _clicked(self, address: QUrl) -> None:
        self._follow(address.toString(), apart=self._wants_apart)
        self._wants_apart = False

    _wants_apart = False

    def _follow(self, address: str, *, apart: bool) -> None:
        if address.startswith(ALL_ROWS):
            self._whole.add(int(address.removeprefix(ALL_ROWS)))
            self._fill_again()
            return
        link = self._way(address)
        if link is not None:
            self.link_chosen.emit(link, apart)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.MiddleButton:
            event.accept()  # or its release would not be heard

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ctrl and the middle button open in a tab of its own."""
        if event.button() is Qt.MouseButton.MiddleButton:
            address = self.anchorAt(event.position().toPoint())
            if address:
                self._follow(address, apart=True)
            return
        self._wants_apart = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mouseReleaseEvent(event)
        self._wants_apart = False

    def event(self, event: QEvent) -> bool:
        """Return on a link is for the link, whatever action of the window has the key."""
        asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asked and event.key() in _RETURN and self.link_in_focus is not None:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() in _RETURN:
            address = self.textCursor().charFormat().anchorHref() if self.textCursor().hasSelection() else ""
            if address:
                self._follow(address, apart=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if by_key:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.menu_asked.emit(place, self.link_in_focus)
        else:
            self.menu_asked.emit(event.globalPos(), self._way(self.anchorAt(event.pos())))

    # -- copying

    def createMimeDataFromSelection(self) -> QMimeData:
        """Text with tabs between cells, and the words as they look, without links that lead nowhere."""
        from gui.across.copying import selected_html, selected_text

        made = QMimeData()
        made.setText(selected_text(self.textCursor()))
        made.setHtml(selected_html(self.textCursor()))
        return made

    # -- inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Margins, so that no line is wider than can be read."""
        root = self.document().rootFrame()
        form: QTextFrameFormat = root.frameFormat()
        room = self.viewport().width()
        left = MARGIN if room > NARROW else NARROW_MARGIN
        right = max(left, room - WIDEST - left)
        if (form.leftMargin(), form.rightMargin()) != (left, right):
            form.setMargin(0)
            form.setLeftMargin(left)
            form.setRightMargin(right)
            form.setTopMargin(20)
            form.setBottomMargin(30)
            root.setFrameFormat(form)

    def _fill_again(self) -> None:
        """Write the same page again, in other looks, where it is."""
        if self._page is None:
            return
        place, selected = self.place, self.textCursor()
        ends = selected.anchor(), selected.position()
        self._fill()
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(ends[0], last))
        cursor.setPosition(min(ends[1], last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.go_to_place(*place)

    def _fill(self) -> None:
        document = self.document()
        self.setExtraSelections([])
        if self._page is None:
            document.clear()
            self._ways = []
            return
        writer = Writer(document, self._theme.colour, self._points, self._whole)
        writer.write(self._page)
        self._ways = writer.ways
        self._fit()
        cursor = self.textCursor()
        cursor.setPosition(0)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(0)

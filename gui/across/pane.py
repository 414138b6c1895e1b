"""A page over articles in a tab: reads it in the background, shows it, finds words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QStackedLayout, QTextEdit, QVBoxLayout, QWidget

from gui.across import pages
from gui.across.view import PageView
from gui.empty import EmptyState
from gui.operations.desk import Desk
from gui.reader.findbar import FindBar
from gui.reader.finding import Finder
from gui.theme import Theme
from store.across.page import Page
from store.model import Changes

if TYPE_CHECKING:
    from gui.across.drawings.drawing import Drawing
    from gui.across.drawings.frame import DrawingFrame
    from gui.tasks import Job
    from store.model import Span

PATIENCE = 200
"""Milliseconds before it is said that a page is being read: most are there before."""


class PagePane(QWidget):
    """One page, or why there is none.

    Signals:
        read: a page was read and is shown, or there is none; its address and title.
        frame_made: the ``DrawingFrame`` was made, when the first drawing was opened.
        as_text_changed: drawings are shown as text from now on, or drawn.
    """

    read = Signal(str, str)
    frame_made = Signal(object)
    as_text_changed = Signal(bool)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._library, self._tasks = theme, desk.library, desk.tasks
        self.address = ""
        self._shown = ""  # the address of what is in view
        self._job: Job | None = None
        self._go_to: tuple[int, int] | None = None  # once it is read
        self._hits: list[Span] = []
        self._hit = 0
        self.frame: DrawingFrame | None = None  # around drawings, once there was one
        self._stopped: EmptyState | None = None  # once a reading was cancelled
        self._as_text = False
        self._points = self.font().pointSizeF()
        self._drawing: Drawing | None = None  # in view, or what is in view as text
        self.view = PageView(theme, self)
        self.find_bar = FindBar(theme, self)
        self.find_bar.line.setPlaceholderText("Find in this page")
        self.find_bar.line.setAccessibleName("Find in this page")
        self.empty = EmptyState(theme, "facts", self)
        whole = QWidget(self)
        whole.setObjectName("articles_pane")  # the ground of a list
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.find_bar.layout().setContentsMargins(24, 4, 24, 4)  # type: ignore[union-attr]
        column.addWidget(self.find_bar)
        column.addWidget(self.view, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.empty)
        self._whole, self._column = whole, column
        self.setFocusProxy(self.view)
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self._tell_reading)
        self.find_bar.changed.connect(self._find)
        self.find_bar.stepped.connect(self._step)
        self.find_bar.closed.connect(self._end_find)

    # -- the page

    def show_address(self, address: str, *, now: bool = False) -> None:
        """Read and show the page of an address; ``now``: in the calling thread (for the first paint)."""
        self.address = address
        self._go_to = None
        if now:
            self._show(address, pages.read(self._library, address))
        else:
            self._read()

    def go_to_place(self, position: int, into: int) -> None:
        """Scroll there, as soon as the page is in view."""
        if self._shown == self.address and self._job is None:
            self._go_now(position, into)
        else:
            self._go_to = (position, into)

    @property
    def place(self) -> tuple[int, int]:
        """Where it is scrolled to: of a page, the character and pixels; of a drawing, its zoom and place.

        Of a drawing as text the character comes below nothing, so that no zoom is taken for it.
        """
        if self.frame is not None and self.drawing is not None:
            return self.frame.canvas.place
        position, into = self.view.place
        return (-1 - position if self._drawing is not None else position), into

    @property
    def page_shown(self) -> Page | None:
        """The page in view; of a drawing the same as text."""
        return self._drawing.page if self._drawing is not None else self.view.page_shown

    @property
    def drawing(self) -> Drawing | None:
        """The drawing in view; ``None`` where it is shown as text, or a page is."""
        return self._drawing if not self._as_text else None

    @property
    def has_drawing(self) -> bool:
        """Whether what is in view is drawn, or is a drawing as text."""
        return self._drawing is not None

    @property
    def as_text(self) -> bool:
        """Whether drawings are shown as text."""
        return self._as_text

    def set_text_size(self, points: float) -> None:
        """Write in that size."""
        self._points = points
        self.view.set_text_size(points)
        if self.frame is not None:
            self.frame.set_text_size(points)

    def set_as_text(self, on: bool) -> None:
        """Show drawings as text, or draw them."""
        if on == self._as_text:
            return
        self._as_text = on
        if self._drawing is not None and self.frame is not None:
            had = self.isAncestorOf(focused) if (focused := self.focusWidget()) is not None else False
            self._show_drawing(self._drawing, stay=False)
            if had and not self.frame.bar.as_text.hasFocus():
                self.setFocus()
        self.as_text_changed.emit(on)

    def leave(self) -> None:
        """Another tab, or an article, is in view."""
        self._drop()
        self.address = ""

    def refresh(self, changes: Changes) -> None:
        """Read the page again if a write may have changed it."""
        if self.address and (changes.articles or changes.listing or changes.people):
            self._read()

    @property
    def is_reading(self) -> bool:
        """Whether the page is still being read."""
        return self._job is not None

    def _read(self) -> None:
        self._drop()
        address, library = self.address, self._library
        if self._shown != address:
            self._late.start()
        name = pages.underway(address)
        if not name:
            self._job = self._tasks.read(
                lambda: pages.read(library, address),
                lambda page: self._show(address, page),
                lambda fault: self._show(address, None, str(fault)),
            )
            return
        job = self._job = self._tasks.look_through(
            lambda under: (pages.read(library, address, under),),
            lambda found: self._looked(job, found),
            lambda fault: self._looked(job, (None,), str(fault)),
            name=name,
        )

    def _looked(self, job: Job, found: tuple[Page | Drawing | None] | None, fault: str = "") -> None:
        """What may have taken long is read, or was cancelled in the status bar."""
        if job is not self._job:
            return
        if found is not None:
            self._show(self.address, found[0], fault)
            return
        self._drop()
        if self._stopped is None:
            self._stopped = EmptyState(self._theme, "facts", self)
            self._stopped.say("Stopped", "The page was not read to its end.")
            self._stopped.add_button("&Read it again", self._read, default=True)
            self._stack.addWidget(self._stopped)
        self._stack.setCurrentWidget(self._stopped)

    def _drop(self) -> None:
        self._late.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _tell_reading(self) -> None:
        self.empty.say("Reading…", "The articles are being looked through.")
        had = self._has_keyboard
        self._stack.setCurrentWidget(self.empty)
        if had:
            self.empty.setFocus()  # or it would go to the next widget that there is

    @property
    def _has_keyboard(self) -> bool:
        """Whether the keyboard is on what is read here, in a window behind others, too."""
        focused = self.window().focusWidget()
        canvas = self.frame.canvas if self.frame is not None else None
        return focused is not None and focused in (self.view, self.empty, canvas)

    def _show(self, address: str, found: Page | Drawing | None, fault: str = "") -> None:
        self._late.stop()
        self._job = None
        if address != self.address:
            return
        same, self._shown = self._shown == address, address
        self._drawing, nothing = None, pages.nothing(address)
        page = found if isinstance(found, Page) or found is None else found.page
        if found is not None and not isinstance(found, Page):
            self._drawing, nothing = (found, nothing) if found.nothing is None else (None, found.nothing)
        if page is None or (self._drawing is None and page is not found):
            title, why = nothing
            self.view.show_page(None)
            self.empty.say(title, fault or why)
            self._stack.setCurrentWidget(self.empty)
        elif self._drawing is not None:
            self._show_drawing(self._drawing, stay=same)
        else:
            had = self._has_keyboard
            self._hide_frame()
            self._show_page(page, stay=same)
            if had:
                self.setFocus()
        if self._go_to is not None:
            self._go_now(*self._go_to)
            self._go_to = None
        self.read.emit(address, page.title if page is not None else "")

    def _show_page(self, page: Page, *, stay: bool) -> None:
        self.view.show_page(page, stay=stay)
        self._stack.setCurrentWidget(self._whole)
        if not self.find_bar.isHidden():
            self._find(self.find_bar.line.text())

    def _go_now(self, position: int, into: int) -> None:
        if self.frame is not None and self.drawing is not None:
            self.frame.canvas.go_to_place(position, into)
        elif self._drawing is None or position < 0:
            self.view.go_to_place(-1 - position if position < 0 else position, into)

    # -- drawings

    def _show_drawing(self, drawing: Drawing, *, stay: bool) -> None:
        if self.frame is None:
            from gui.across.drawings.frame import DrawingFrame

            self.frame = DrawingFrame(self._theme, self.view, self._column)
            self.frame.set_text_size(self._points)
            self.frame.bar.as_text_asked.connect(self.set_as_text)
            self.frame_made.emit(self.frame)
        had = self._has_keyboard
        self.frame.show_drawing(drawing, as_text=self._as_text, stay=stay)
        self.setFocusProxy(self.view if self._as_text else self.frame.canvas)
        if self._as_text:
            self._show_page(drawing.page, stay=stay)
        else:
            self.find_bar.close_bar() if not self.find_bar.isHidden() else None
            self._stack.setCurrentWidget(self._whole)
        if had:
            self.setFocus()

    def _hide_frame(self) -> None:
        if self.frame is not None and not self.frame.is_hidden:
            had = self._has_keyboard
            self.frame.hide()
            self.setFocusProxy(self.view)
            if had:
                self.view.setFocus()

    # -- finding words in it

    def open_find(self) -> None:
        """Find words in the page."""
        if self.drawing is not None:
            self.set_as_text(True)  # words are found in words
        if self._stack.currentWidget() is self._whole:
            self.find_bar.open_bar(self.view.textCursor().selectedText() if self._is_chosen else "")

    @property
    def _is_chosen(self) -> bool:
        return self.view.textCursor().hasSelection() and self.view.link_in_focus is None

    def _find(self, words: str) -> None:
        from gui.reader.offsets import TextMap

        text = self.view.toPlainText()
        where = TextMap(text)
        self._hits = [
            type(hit)(where.position(hit.start), where.position(hit.end)) for hit in Finder(text).find(words)
        ]
        self._hit = 0
        self._mark()
        if self._hits:
            self._step(1)

    def _step(self, by: int) -> None:
        if not self._hits:
            return
        self._hit = (self._hit - 1 + by) % len(self._hits) + 1 if self._hit else 1
        self._mark()
        cursor = self._cursor(self._hits[self._hit - 1])
        cursor.setPosition(cursor.selectionStart())
        self.view.setTextCursor(cursor)
        self.view.ensureCursorVisible()

    def _mark(self) -> None:
        made = []
        for number, hit in enumerate(self._hits, start=1):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(hit)
            role = "hit.current" if number == self._hit else "hit"
            selection.format.setBackground(self._theme.colour(role))
            selection.format.setForeground(self._theme.colour(f"{role}.text"))
            made.append(selection)
        self.view.setExtraSelections(made)
        self.find_bar.set_count(self._hit, len(self._hits))

    def _cursor(self, hit: Span) -> QTextCursor:
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _end_find(self) -> None:
        self._hits = []
        self.view.setExtraSelections([])
        self.view.setFocus()

"""What all windows of the program share: the library, its threads, what tells of changes and undoes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from gui import state
from gui.hub import Hub
from gui.jobs import Jobs
from gui.kept import KeptWindow, read, written
from gui.keys import Keys
from gui.operations.desk import Desk
from gui.operations.imports import ImportOperations
from gui.settings import Memory
from gui.tabs.trail import Place, Trail
from gui.tasks import Tasks
from gui.theme import Choice, Theme
from gui.watching import FolderWatcher
from gui.window import MainWindow

if TYPE_CHECKING:
    from gui.closing import Closing
    from gui.libraries.shelf import Shelf
    from store.library import Library

SOON = 3000
"""Milliseconds until what was changed is written down."""

CALLED_OFF = 60_000
"""Milliseconds after which the end of the system was called off."""

AT_ONCE = 0.4
"""Seconds that the end waits for what is under way without a word."""

CASCADE = QPoint(32, 32)
"""How far from the window it came from another one opens."""


class Session(QObject):
    """The windows on one library. The one that closes last ends the threads and closes the library."""

    ended = Signal()
    """No window is open any more."""

    in_front = Signal()
    """One of the windows came to the front."""

    def __init__(
        self,
        library: Library,
        theme: Theme,
        memory: Memory,
        parent: QObject | None = None,
        keys: Keys | None = None,
    ) -> None:
        """``keys``: those that the libraries share which are open beside this one."""
        super().__init__(parent)
        self.library, self.theme, self.memory = library, theme, memory
        self.tasks = Tasks(self, held=True)
        self.jobs = Jobs(self.tasks, self)
        self.hub = Hub(self)
        self.stack = QUndoStack(self)
        self.desk = Desk(library, self.tasks, self.hub, self.stack)
        self.imports = ImportOperations(self.desk, self)
        self.watcher = FolderWatcher(self.imports, self.tasks, memory, self)
        self.keys = keys or Keys(memory, self)
        self.shelf: Shelf | None = None  # all libraries that are open, once that matters
        self.keeps = True  # whether anything is remembered
        self._awaited: list[KeptWindow] = []  # what is opened once the first window is painted
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.keep)
        self._windows: list[MainWindow] = []  # the one that was in use last comes last
        self._closed: list[MainWindow] = []  # answers that they asked for may still come
        self._closing: Closing | None = None
        self.is_over = False  # the last window is closed, and so is the library
        self.tasks.idle.connect(self._sweep)
        self.hub.tag_colours.follow(self.desk)

    @property
    def windows(self) -> tuple[MainWindow, ...]:
        """The open windows; the one that was in use last comes last."""
        return tuple(self._windows)

    @property
    def all_windows(self) -> tuple[MainWindow, ...]:
        """The open windows of all libraries."""
        every = self.shelf.sessions if self.shelf is not None else [self]
        return tuple(window for session in every for window in session.windows)

    def is_current(self, window: MainWindow) -> bool:
        """Whether what concerns no window more than another is told in this one."""
        return self._windows[-1:] == [window]

    def open_window(self) -> MainWindow:
        """Make a window; ``start`` fills it."""
        window = MainWindow(self)
        self._windows.append(window)
        return window

    def restore(self, article: int | None = None, query: str = "", *, alone: bool = False) -> MainWindow:
        """Make the window that was in use last, filled as it was; the others come once it is painted.

        ``alone``: they do not come.
        """
        kept = read(self.memory.windows())
        window = self.open_window()
        window.start(article, query, kept[-1] if kept else None)
        self._awaited = [] if alone else kept[:-1]
        window.painted.connect(self._open_awaited)
        return window

    def _open_awaited(self) -> None:
        awaited, self._awaited = self._awaited, []
        first = self._windows[-1:]
        for kept in awaited:
            window = self.open_window()
            window.start(kept=kept)
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            window.show()
        for window in first:
            if awaited:
                window.raise_()
                window.activateWindow()
            self.activated(window)

    def open_beside(
        self,
        window: MainWindow,
        article: int | None = None,
        *,
        tab: Trail | None = None,
        place: QPoint | None = None,
    ) -> MainWindow:
        """Show another window: with an article or a tab alone, or with all that this one shows.

        ``place``: where on the screen it is to come, if it has room there.
        """
        alone = Trail([Place(article)]) if article is not None else tab
        kept = state.beside(state.take(window), alone)
        new = self.open_window()
        new.start(kept=kept)
        free = window.screen().availableGeometry()
        if place is not None:
            new.move(within(place, new.frameGeometry().size(), free))
        else:
            place = window.pos() + CASCADE
            new.move(place if free.contains(place + CASCADE) else free.topLeft())
        new.show()
        new.activateWindow()
        return new

    def activated(self, window: MainWindow) -> None:
        """A window came to the front."""
        if window in self._windows:
            self._windows.remove(window)
            self._windows.append(window)
            self.in_front.emit()

    def choose_theme(self, choice: Choice) -> None:
        """Light, dark or as the system, in all windows."""
        self.theme.choose(choice)
        self.memory.keep("theme", choice)
        for window in self.all_windows:
            window.actions_[f"view.theme.{choice}"].setChecked(True)

    def quit(self) -> None:
        """Close all windows; all of them come back at the next start."""
        self.stop_keeping()
        for window in self.windows:
            window.close()

    # -- what is kept from one run to the next

    def touch(self) -> None:
        """Something changed of what is kept: it is written down some seconds later, lest a crash cost it."""
        if self.keeps and not self._soon.isActive():
            self._soon.start()

    def keep(self) -> None:
        """Write down what all windows look like."""
        self._soon.stop()
        shown = [window for window in self._windows if window.has_begun]
        if not self.keeps or not shown or self._awaited:
            return
        text = written(state.take(window) for window in shown)
        shown[-1].reading.keep(self.memory)
        self.memory.keep_windows(text)
        self.memory.save()

    def stop_keeping(self) -> None:
        """Write it down a last time: what comes now is the end, not what the person did."""
        self.keep()
        self.keeps = False

    def leave_off(self) -> None:
        """The system ends: it may close the windows one by one now, and yet all of them come back.

        When it was called off, the windows are kept again after a while.
        """
        if self.keeps:
            self.stop_keeping()
            QTimer.singleShot(CALLED_OFF, self, self._go_on)

    def _go_on(self) -> None:
        self.keeps = True

    def closing(self, window: MainWindow) -> None:
        """A window closes. That of several is gone for good, the last one comes back at the next start."""
        if window in self._windows and len(self._windows) == 1:
            self.keep()
        else:
            self.touch()

    def closed(self, window: MainWindow) -> None:
        """A window was closed."""
        if window not in self._windows:
            return
        self._windows.remove(window)
        self._closed.append(window)
        if self._windows:
            if not self.tasks.pending:
                self._sweep()
            return
        names = self.jobs.names
        self.tasks.begin_to_close()
        if self.tasks.wait(AT_ONCE):
            self.end()
        else:
            from gui.closing import Closing

            self._closing = Closing(self, names)  # nobody else holds it
            self._closing.show()

    def end(self, *, orderly: bool = True) -> None:
        """The threads have ended, or are no longer waited for."""
        self.is_over = orderly
        if orderly:
            self.library.close()
        self.ended.emit()

    def dispose(self) -> None:
        """Go, windows and all, when other libraries stay open; not while a thread is still at work."""
        if self.is_over:
            self._sweep()
            self.deleteLater()

    def _sweep(self) -> None:
        """Nothing is under way that could answer to a closed window: take it away."""
        gone, self._closed = self._closed, []
        for window in gone:
            if isValid(window):
                window.deleteLater()


def within(place: QPoint, size: QSize, free: QRect) -> QPoint:
    """The place nearest to that one where a window of the size is whole on the screen, or its corner is."""
    x = max(free.left(), min(place.x(), free.right() - size.width()))
    y = max(free.top(), min(place.y(), free.bottom() - size.height()))
    return QPoint(x, y)

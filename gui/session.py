"""What all windows of the program share: the library, its threads, what tells of changes and undoes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from gui.hub import Hub
from gui.keys import Keys
from gui.operations.desk import Desk
from gui.operations.imports import ImportOperations
from gui.settings import Memory
from gui.tasks import Tasks
from gui.theme import Choice, Theme
from gui.watching import FolderWatcher
from gui.window import MainWindow
from store.model import Filter

if TYPE_CHECKING:
    from store.library import Library

CASCADE = QPoint(32, 32)
"""How far from the window it came from another one opens."""


class Session(QObject):
    """The windows on one library. The one that closes last ends the threads and closes the library."""

    ended = Signal()
    """No window is open any more."""

    def __init__(self, library: Library, theme: Theme, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library, self.theme, self.memory = library, theme, memory
        self.tasks = Tasks(self, held=True)
        self.hub = Hub(self)
        self.stack = QUndoStack(self)
        self.desk = Desk(library, self.tasks, self.hub, self.stack)
        self.imports = ImportOperations(self.desk, self)
        self.watcher = FolderWatcher(self.imports, self.tasks, memory, self)
        self.keys = Keys(memory, self)
        self.keeps = True  # whether closing remembers the state
        self._windows: list[MainWindow] = []  # the one that was in use last comes last
        self._closed: list[MainWindow] = []  # answers that they asked for may still come
        self.tasks.idle.connect(self._sweep)

    @property
    def windows(self) -> tuple[MainWindow, ...]:
        """The open windows; the one that was in use last comes last."""
        return tuple(self._windows)

    def is_current(self, window: MainWindow) -> bool:
        """Whether what concerns no window more than another is told in this one."""
        return self._windows[-1:] == [window]

    def open_window(self) -> MainWindow:
        """Make a window; ``start`` fills it."""
        window = MainWindow(self)
        self._windows.append(window)
        return window

    def open_beside(self, window: MainWindow, article: int | None = None) -> MainWindow:
        """Show another window: with an article alone, or with all that this one shows."""
        new = self.open_window()
        if article is None:
            new.start(window.navigator.current_id, window.search.query, window.facets)
        else:
            new.start(article, facets=Filter())
        if not window.isMaximized() and not window.isFullScreen():
            new.resize(window.size())
        free = window.screen().availableGeometry()
        place = window.pos() + CASCADE
        new.move(place if free.contains(place + CASCADE) else free.topLeft())
        new.show()
        return new

    def activated(self, window: MainWindow) -> None:
        """A window came to the front."""
        if window in self._windows:
            self._windows.remove(window)
            self._windows.append(window)

    def choose_theme(self, choice: Choice) -> None:
        """Light, dark or as the system, in all windows."""
        self.theme.choose(choice)
        self.memory.keep("theme", choice)
        for window in self._windows:
            window.actions_[f"view.theme.{choice}"].setChecked(True)

    def quit(self) -> None:
        """Close all windows."""
        for window in self.windows:
            window.close()

    def closed(self, window: MainWindow) -> None:
        """A window was closed."""
        if window not in self._windows:
            return
        self._windows.remove(window)
        if self._windows:
            self._closed.append(window)
            if not self.tasks.pending:
                self._sweep()
            return
        if self.tasks.close():
            self.library.close()
        self.ended.emit()

    def _sweep(self) -> None:
        """Nothing is under way that could answer to a closed window: take it away."""
        gone, self._closed = self._closed, []
        for window in gone:
            if isValid(window):
                window.deleteLater()

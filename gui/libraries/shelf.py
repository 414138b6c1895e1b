"""All libraries that are open in the program, each with its windows."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from gui.backing import plan_of
from gui.elsewhere import Elsewhere
from gui.faults import tell_at_start
from gui.libraries.recent import RecentLibraries, keep_open
from gui.log import LOG
from gui.session import CALLED_OFF, CASCADE, Session
from gui.tasks import Tasks
from store.errors import DamagedLibraryError, StoreError
from store.library import Library

if TYPE_CHECKING:
    from gui.libraries.refused import RefusedDialog
    from gui.window import MainWindow


class Shelf(QObject):
    """Opens libraries beside each other; the same one twice comes to the front."""

    opened = Signal(object)
    """A library was opened or brought to the front: its window."""

    added = Signal(object)
    """A library was opened: its session."""

    emptied = Signal()
    """The last window was closed."""

    def __init__(self, first: Session) -> None:
        super().__init__(first.parent())
        self.sessions: list[Session] = []
        self.keeps_open = self._keeps = first.keeps
        self.recent = RecentLibraries(first.memory)
        self._keys = first.keys
        self._keys.setParent(self)  # they serve all, whichever is closed first
        self._opening: set[Path] = set()
        self._theme, self._memory = first.theme, first.memory
        self._mending: RefusedDialog | None = None
        self._add(first)

    @property
    def paths(self) -> list[Path]:
        """The files of the open libraries, the one in front last."""
        return [one.library.path for one in self.sessions]

    def find(self, path: Path) -> Session | None:
        """The open library that has this file, by whichever name."""
        return next((one for one in self.sessions if _same(one.library.path, path)), None)

    def open(self, path: Path, over: MainWindow, *, make: bool = False) -> None:
        """Open a library beside those that are open; one that cannot be opened is told over a window.

        ``make``: it may be new.
        """
        there = self.find(path)
        if there is not None:
            self.show(there)
            return
        if path in self._opening:
            return
        self._opening.add(path)
        over.tasks.read(
            lambda: Library.open(path) if make else Library.open_existing(path),
            partial(self._opened, path, over),
            partial(self._refused, path, over),
            name=f"Opening {path.name}",
        )

    def show(self, session: Session) -> None:
        """Bring the window of a library to the front that was in use last."""
        window = session.windows[-1]
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
        self.opened.emit(window)

    def mend(self, session: Session) -> None:
        """Close a damaged library and offer to mend it, or a backup; what is chosen is opened then."""
        from gui.libraries.refused import RefusedDialog

        path, tasks = session.library.path, Tasks()
        fault = DamagedLibraryError(f"The library {path.name} is damaged. It is closed now to be mended.")
        dialog = self._mending = RefusedDialog(path, fault, tasks, session.memory, None, at_start=True)
        tasks.setParent(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # it is held here
        dialog.chosen.connect(self._open_mended)
        dialog.show()  # first, or the program would end with its last window
        session.quit()

    def _open_mended(self, path: Path) -> None:
        try:
            library = Library.open_existing(path)
        except StoreError as fault:
            tell_at_start(str(fault))
        else:
            self._show(library, None)

    def begin(self, window: MainWindow) -> None:
        """What a library needs once its first window is on the screen."""
        window.imports.read_again()
        window.imports.back_up(plan_of(window.memory))
        window.watcher.begin()
        Elsewhere(window.session)

    def quit(self) -> None:
        """Close all windows of all libraries; all of them come back at the next start."""
        self.leave_off()
        for session in tuple(self.sessions):
            session.quit()

    def leave_off(self) -> None:
        """The program ends: what is open now is what the next start brings back."""
        self._keep()
        self.keeps_open = False
        QTimer.singleShot(CALLED_OFF, self, self._go_on)
        for session in self.sessions:
            session.leave_off()

    # -- inside

    def _go_on(self) -> None:
        self.keeps_open = True

    def _add(self, session: Session) -> None:
        session.shelf = self
        self.sessions.append(session)
        session.in_front.connect(partial(self._in_front, session))
        session.ended.connect(partial(self._ended, session))
        if session.keeps:
            self.recent.add(session.library.path)
        LOG.note(f"Library {session.library.path.name} is open.")
        self._keep()
        self._name_windows()
        self.added.emit(session)

    def _opened(self, path: Path, over: MainWindow, library: Library) -> None:
        self._opening.discard(path)
        if not self.sessions or not isValid(over):
            library.close()  # everything was closed meanwhile
            return
        self._show(library, over)

    def _show(self, library: Library, over: MainWindow | None) -> None:
        memory = self._memory.beside(library.path)
        session = Session(library, self._theme, memory, self.parent(), self._keys)
        session.keeps = self._keeps
        window = session.restore()
        if over is not None and not memory.windows():
            window.resize(over.size())
            window.move(over.pos() + CASCADE)
        self._add(session)
        window.painted.connect(partial(self.begin, window))
        window.show()
        self.show(session)

    def _refused(self, path: Path, over: MainWindow, fault: StoreError) -> None:
        self._opening.discard(path)
        if isValid(over):
            from gui.libraries.refused import RefusedDialog

            LOG.warn(str(fault))
            dialog = RefusedDialog(path, fault, over.tasks, over.memory.beside(path), over)
            dialog.chosen.connect(lambda other: self.open(other, over))
            dialog.show()

    def _in_front(self, session: Session) -> None:
        if session in self.sessions and self.sessions[-1] is not session:
            self.sessions.remove(session)
            self.sessions.append(session)
            self._keep()

    def _ended(self, session: Session) -> None:
        if session not in self.sessions:
            return
        if len(self.sessions) > 1:
            self.sessions.remove(session)
            self._opening.clear()  # its threads may have been at it
            self._keep()
            self._name_windows()
            QTimer.singleShot(0, session, session.dispose)
        else:
            self._keep()
            self.sessions.clear()
            self.emptied.emit()

    def _keep(self) -> None:
        if self.keeps_open and self.sessions and self.sessions[-1].keeps:
            keep_open(self.sessions[-1].memory, self.paths)

    def _name_windows(self) -> None:
        for session in self.sessions:
            for window in session.windows:
                window.name_window()


def _same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False

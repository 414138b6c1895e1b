"""What a window tells: sentences in the status bar for some seconds, and in the banner until dismissed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from gui.statusbar import Notice
    from gui.window import MainWindow
    from store.model import ImportReport

_BY_ITSELF = "Mark as read"  # begins the name of the step that follows from looking at an article


class Telling(QObject):
    """Tells of what happened, in the window that is in use; what was undone since is told no longer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        # methods, no lambdas: what tells outlives the window, and only a method is let go of with its object
        hub = window.hub
        hub.notice.connect(self._notice)
        hub.done.connect(self._done)
        hub.fault.connect(self._fault)
        hub.recovered.connect(window.banner.hide_fault)
        hub.damaged.connect(self._damaged)
        window.tasks.fault.connect(self._fault)
        window.tasks.damaged.connect(self._damaged)
        window.watcher.lost.connect(self._fault)
        window.watcher.found_again.connect(window.banner.hide_fault)
        window.stack.indexChanged.connect(self._moved)
        window.imports.finished.connect(self._imported)

    def briefly(self, text: str) -> None:
        """Say something in the status bar, for some seconds."""
        self._window.status.tell(text, at=self._window.stack.index())

    def undoable(self, text: str) -> None:
        """Say there what was just done, with a button that takes it back."""
        stack, at = self._window.stack, self._window.stack.index()
        self._window.status.tell(text, lambda: stack.setIndex(at - 1), partial(self._is_last, at), at)

    @property
    def _in_use(self) -> bool:
        return self._window.session.is_current(self._window)

    def _notice(self, text: str) -> None:
        if self._in_use:
            self.briefly(text)

    def _done(self, text: str) -> None:
        if self._in_use:
            self.undoable(text)

    def _fault(self, text: str) -> None:
        if self._in_use:
            self._window.banner.fault(text)

    def _damaged(self) -> None:
        """What was refused was so because the file is damaged: it can be mended."""
        if self._in_use:
            from gui.libraries.commands import shelf_of

            banner, session = self._window.banner, self._window.session
            banner.fault(banner.text, "Check and repair…", lambda: shelf_of(session).mend(session))

    def _imported(self, report: ImportReport, quiet: bool) -> None:
        if self._in_use:
            from gui.commands import tell_report

            tell_report(self._window, report, quiet)

    def _moved(self, index: int) -> None:
        """What was undone is told no longer; Undo takes back what is told, nothing that was done since."""

        def undone(notice: Notice) -> bool:
            return index < notice.at

        self._window.status.take_back(undone)

    def _is_last(self, at: int) -> bool:
        stack = self._window.stack
        return all(stack.text(n).startswith(_BY_ITSELF) for n in range(at, stack.index()))

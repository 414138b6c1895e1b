"""What a window tells: sentences in the status bar for some seconds, and in the banner until dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from gui.window import MainWindow
    from store.model import ImportReport

NOTICE_TIME = 6000
"""Milliseconds that a notice stays in the status bar."""

_BY_ITSELF = "Mark as read"  # begins the name of the step that follows from looking at an article


class Telling(QObject):
    """Tells of what happened, in the window that is in use; what was undone since is told no longer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._noticed_at = self._banner_at = 0  # places in the stack of what was told to be done
        self._undoable = ""
        # methods, no lambdas: what tells outlives the window, and only a method is let go of with its object
        hub = window.hub
        hub.notice.connect(self._notice)
        hub.done.connect(self._done)
        hub.fault.connect(self._fault)
        hub.recovered.connect(window.banner.hide_fault)
        window.tasks.fault.connect(self._fault)
        window.watcher.lost.connect(self._fault)
        window.watcher.found_again.connect(window.banner.hide_fault)
        window.stack.indexChanged.connect(self._moved)
        window.imports.finished.connect(self._imported)

    def briefly(self, text: str) -> None:
        """Say something in the status bar, for a few seconds."""
        self._window.statusBar().showMessage(text, NOTICE_TIME)

    def undoable(self, text: str) -> None:
        """Say in the banner what was just done, with a button that takes it back."""
        stack, at = self._window.stack, self._window.stack.index()
        self._banner_at, self._undoable = at, text
        self._window.banner.tell(text, "Undo", lambda: stack.setIndex(at - 1))

    @property
    def _in_use(self) -> bool:
        return self._window.session.is_current(self._window)

    def _notice(self, text: str) -> None:
        if self._in_use:
            self._noticed_at = self._window.stack.index()
            self.briefly(text)

    def _done(self, text: str) -> None:
        if self._in_use:
            self.undoable(text)

    def _fault(self, text: str) -> None:
        if self._in_use:
            self._window.banner.fault(text)

    def _imported(self, report: ImportReport, quiet: bool) -> None:
        if self._in_use:
            from gui.commands import tell_report

            tell_report(self._window, report, quiet)

    def _moved(self, index: int) -> None:
        """Undo in the banner takes back what the banner tells of, and nothing that was done since."""
        window = self._window
        if index < self._noticed_at:
            window.statusBar().clearMessage()
        if window.banner.text != self._undoable:
            return
        since = range(self._banner_at, index)
        if index < self._banner_at or any(not window.stack.text(n).startswith(_BY_ITSELF) for n in since):
            window.banner.hide()

"""What another program (a command in a terminal) wrote into the library is shown as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from store.errors import StoreError
from store.model import Changes

if TYPE_CHECKING:
    from gui.session import Session

EVERY = 5000
"""Milliseconds between two looks while a window is in use; one that comes to the front looks at once."""


class Elsewhere(QObject):
    """Looks whether the library changed without this program, and has all panes read it again."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look_in_use)
        self._timer.start()
        session.in_front.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look now."""
        if not self._session.windows:
            return  # the library is being closed
        look = self._session.library.written_elsewhere
        self._session.tasks.read(look, self._looked, _left_untold, key=("elsewhere", id(self)))

    def _look_in_use(self) -> None:
        if QApplication.activeWindow() is not None:
            self.look()

    def _looked(self, written: bool) -> None:
        if not written:
            return
        windows = self._session.windows
        columns = [column for window in windows for column in window.reading.columns.every]
        shown = frozenset(number for column in columns if (number := column.navigator.current_id) is not None)
        self._session.hub.tell(Changes(shown, tags=True, listing=True, people=True), self)


def _left_untold(_fault: StoreError) -> None:
    """A fault is told where something is wanted of the library, not every few seconds."""

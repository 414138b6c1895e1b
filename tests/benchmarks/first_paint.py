"""One start, in a process of its own: ``first_paint.py bare`` or ``first_paint.py filled LIBRARY``.

Prints the clock when the first complete screen has been painted, and ends. ``bare`` is a QMainWindow with
nothing in it; ``filled`` is Communiqué, complete when the list shows rows and the reader a text.
The window is watched from outside, so the program carries no hook for it.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QTextEdit, QWidget


class Watch(QObject):
    """Waits for a paint of ``viewport`` after which ``complete`` holds, then prints the clock and ends."""

    def __init__(self, viewport: QWidget, complete) -> None:
        super().__init__(viewport)
        self._complete = complete
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._complete():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._finish)  # once what is being painted is on the screen
        return False

    def _finish(self) -> None:
        print(time.clock_gettime(time.CLOCK_MONOTONIC), flush=True)
        QApplication.exit(0)


def bare() -> int:
    """A window with nothing in it."""
    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    Watch(window, lambda: True)
    window.show()
    return application.exec()


def filled(library: str) -> int:
    """Communiqué on a library, as the command opens it."""
    from gui.main import main

    run_loop = QApplication.exec

    def watched_loop(*_: object) -> int:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow)]
        tables = [t for w in windows for t in w.findChildren(QTableView)]
        texts = [t for w in windows for t in w.findChildren(QTextEdit) if t.isReadOnly()]

        def complete() -> bool:
            rows = any(t.isVisible() and t.model() and t.model().rowCount() for t in tables)
            return rows and any(t.isVisible() and len(t.toPlainText()) > 500 for t in texts)

        for view in texts:
            Watch(view.viewport(), complete)
        return run_loop()

    QApplication.exec = watched_loop
    return main(["--library", library])


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else filled(sys.argv[2]))

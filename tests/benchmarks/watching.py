"""Watches a window from outside: when was the screen waited for painted?"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMainWindow, QTableView, QTextEdit, QWidget

SHORTEST_TEXT = 500  # characters; each sample article is longer


class Watch(QObject):
    """Calls ``then`` once ``widget`` has been painted while ``complete`` held."""

    def __init__(self, widget: QWidget, complete: Callable[[], bool], then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._complete, self._then = complete, then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._complete():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)  # once what is being painted is on the screen
        return False


def finish() -> None:
    """Say when, and after how much work of the processor; and end."""
    print(time.clock_gettime(time.CLOCK_MONOTONIC), time.process_time(), flush=True)
    QApplication.exit(0)


def bare() -> int:
    """A window with nothing in it."""
    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    Watch(window, lambda: True, finish)
    window.show()
    return application.exec()


def watch_loop(then: Callable[[], None]) -> None:
    """Have ``then`` called when the event loop that is to run has painted list and article."""
    run_loop = QApplication.exec

    def watched_loop(*_: object) -> int:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow)]
        tables = [t for w in windows for t in w.findChildren(QTableView)]
        texts = [t for w in windows for t in w.findChildren(QTextEdit) if t.isReadOnly()]

        def complete() -> bool:
            listed = any(t.isVisible() and t.model() and t.model().rowCount() for t in tables)
            return listed and any(t.isVisible() and len(t.toPlainText()) > SHORTEST_TEXT for t in texts)

        for text in texts:
            Watch(text.viewport(), complete, then)
        return run_loop()

    QApplication.exec = watched_loop


def await_facts() -> None:
    """Finish when the facts are painted too."""
    from gui.facts.pane import FactsPane

    panes = [w for w in QApplication.allWidgets() if isinstance(w, FactsPane) and w.isVisible()]
    if not panes:
        QTimer.singleShot(0, await_facts)
        return
    areas = [a for pane in panes for a in (pane, *pane.findChildren(QAbstractScrollArea))]
    area = next(a for a in areas if isinstance(a, QAbstractScrollArea))
    Watch(area.viewport(), lambda: True, finish)
    area.viewport().update()


def watch_first_paint(then: Callable[[], None]) -> None:
    """Have ``then`` called when the event loop that is to run has painted the window for the first time."""
    run_loop = QApplication.exec

    def watched_loop(*_: object) -> int:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QMainWindow):
                Watch(window, lambda: True, then)
        return run_loop()

    QApplication.exec = watched_loop

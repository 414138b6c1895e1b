"""When something of ours goes wrong: a dialog that says what happened, what is unharmed, what to do."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.log import LOG

if TYPE_CHECKING:
    from gui.faultdialog import FaultDialog

UNSEEN = ("offscreen", "minimal")
"""Platforms that nobody sees."""

CALM = 60.0
"""Seconds in which the same fault is not told again once its dialog was closed."""

NO_DISPLAY = 2
NO_ANSWER = (
    "the display does not answer, so there is nothing to open the window on; "
    "the commands import, read, search and export work without one."
)


class Faults(QObject):
    """Shows exceptions that nobody caught, in one dialog at a time; all of them go into the log."""

    _happened = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: FaultDialog | None = None
        self._times: dict[str, int] = {}
        self._told_at: dict[str, float] = {}
        self._happened.connect(self._show)

    def install(self) -> None:
        """Take over the hooks for exceptions that nobody caught."""
        sys.excepthook = self._hook
        threading.excepthook = lambda found: self._hook(
            found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback
        )

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    @property
    def dialog(self) -> FaultDialog | None:
        """The dialog that is open."""
        return self._box

    def tell_at_start(self, fault: Exception) -> None:
        """Say why the window cannot open, where it is our own mistake."""
        details = self._written(type(fault), fault, fault.__traceback__)[1]
        if QGuiApplication.platformName() not in UNSEEN:
            from gui.faultdialog import FaultDialog

            FaultDialog(details, at_start=True).exec()

    def _hook(self, kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self._happened.emit(*self._written(kind, fault, where))

    def _written(
        self, kind: type[BaseException], fault: BaseException, where: TracebackType | None
    ) -> tuple[str, str]:
        """What the fault is known by, and its details; they are on standard error and in the log now."""
        import traceback

        from gui.details import same, trace

        traceback.print_exception(kind, fault, where)
        known, details = same(kind, where), trace(kind, fault, where)
        LOG.fault(details)
        return known, details

    def _show(self, known: str, details: str) -> None:
        times = self._times[known] = self._times.get(known, 0) + 1
        if self._box is not None:
            if times > 1:
                self._box.again(times)
            else:
                self._box.add(details)
            return
        last, now = self._told_at.get(known), time.monotonic()
        if last is not None and now - last < CALM:
            return  # or what goes wrong at every look at the window would leave nothing but dialogs
        from gui.details import versions
        from gui.faultdialog import FaultDialog

        over = QApplication.activeWindow()
        box = FaultDialog(f"{versions()}\n\n{details}", over, show_log=_log_shower())
        if times > 1:
            box.again(times)
        self._told_at[known] = now
        box.finished.connect(self._closed)
        self._box = box
        box.show()

    def _closed(self) -> None:
        self._box = None
        for known in self._told_at:
            self._told_at[known] = time.monotonic()


def _log_shower() -> Callable[[], object] | None:
    """What shows the log over the window in front; ``None`` where there is none."""
    from gui.window import MainWindow

    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    shown = [one for one in windows if one.isVisible()]
    return shown[0].actions_["help.log"].trigger if shown else None


@contextmanager
def told_without_screen() -> Iterator[None]:
    """Ends the program with one sentence where Qt would abort: the display does not answer, say."""
    held: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            held.append(text)
            return
        from gui import doctor

        lacking = doctor.find_missing(os.environ)
        reason = doctor.advice(lacking) if lacking else NO_ANSWER
        print(f"communique: {reason}", file=sys.stderr, flush=True)
        os._exit(NO_DISPLAY)  # Qt aborts as soon as this returns

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for text in held:
            print(text, file=sys.stderr)


def tell_at_start(sentence: str) -> None:
    """Say on standard error why the window cannot open, and keep it in the log."""
    print(f"communique: {sentence}", file=sys.stderr)
    LOG.warn(sentence)

"""When something of ours goes wrong: a dialog that says what happened, what is unharmed, what to do."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


NO_DISPLAY = 2
NO_ANSWER = (
    "the display does not answer, so there is nothing to open the window on; "
    "the commands import, read, search and export work without one."
)


class Faults(QObject):
    """Shows exceptions that nobody caught; one dialog at a time, further ones only on standard error."""

    _happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: QMessageBox | None = None
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
    def dialog(self) -> QMessageBox | None:
        """The dialog that is open."""
        return self._box

    def _hook(self, kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        import traceback

        details = "".join(traceback.format_exception(kind, fault, where))
        print(details, file=sys.stderr, end="")
        self._happened.emit(details)

    def _show(self, details: str) -> None:
        if self._box is not None:
            return
        from PySide6.QtWidgets import QMessageBox, QPushButton

        box = QMessageBox(
            QMessageBox.Icon.Warning,
            "Something went wrong",
            "Communiqué made a mistake and could not finish what you asked for.",
        )
        box.setInformativeText(
            "Your articles and notes are unharmed: whatever was reported as saved is in the library. "
            "You can go on working. If it happens again, please report it with the details below."
        )
        box.setDetailedText(details)
        copy = QPushButton("Copy details and close", box)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        box.addButton(copy, QMessageBox.ButtonRole.HelpRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._closed)
        self._box = box
        box.show()

    def _closed(self) -> None:
        self._box = None


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
    """Say why the window cannot open: on standard error, and in a dialog where somebody can see it."""
    print(f"communique: {sentence}", file=sys.stderr)
    if QGuiApplication.platformName() not in ("offscreen", "minimal"):
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.critical(None, "Communiqué", sentence)

"""When something of ours goes wrong: a dialog that says what happened, what is unharmed, what to do."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


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
        copy = QPushButton("Copy details and close")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        box.addButton(copy, QMessageBox.ButtonRole.HelpRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._closed)
        self._box = box
        box.show()

    def _closed(self) -> None:
        self._box = None


def tell_at_start(sentence: str) -> None:
    """Say why the window cannot open: on standard error, and in a dialog where somebody can see it."""
    print(f"communique: {sentence}", file=sys.stderr)
    if QGuiApplication.platformName() not in ("offscreen", "minimal"):
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.critical(None, "Communiqué", sentence)

"""The log, to be looked at and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.folders import open_folder
from gui.log import LOG
from gui.speech import say
from gui.tasks import Tasks

if TYPE_CHECKING:
    from gui.window import MainWindow

EMPTY = "Nothing is written down yet. What the program does, and what goes wrong, will stand here."


class LogDialog(QDialog):
    """The end of the log, the newest line in view."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setWindowTitle("Log")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 460)
        said = QLabel(
            "What the program did and what went wrong. It names files of yours, but holds no words of "
            "articles or notes, and never leaves this computer by itself.",
            self,
        )
        said.setWordWrap(True)
        said.setProperty("tone", "muted")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("The log")
        self.text.setPlaceholderText(EMPTY)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setProperty("tone", "muted")
        self.message.hide()
        box = QVBoxLayout(self)
        for part in (said, self.text, self.message, self._buttons()):
            box.addWidget(part)
        box.setStretchFactor(self.text, 1)
        self.read()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = QPushButton("&Copy the log", self)
        self.copy.clicked.connect(self._copy)
        self.copy.setEnabled(False)
        again = QPushButton("&Read again", self)
        again.clicked.connect(self.read)
        folder = QPushButton("&Open folder", self)
        folder.clicked.connect(lambda: self._say(open_folder(LOG.file)))
        for button in (self.copy, again, folder):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons

    def read(self) -> None:
        """Read it, what was told just now too."""
        self._tasks.read(LOG.read, self._show, key=("log", id(self)))

    def _show(self, text: str) -> None:
        self.text.setPlainText(text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.moveCursor(QTextCursor.MoveOperation.StartOfLine)
        self.copy.setEnabled(bool(text))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._say("The log was copied.")

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        if text:
            say(self.message, text)


def show_log(window: MainWindow) -> LogDialog:
    """Show the log over a window."""
    dialog = LogDialog(window.tasks, window)
    dialog.show()
    return dialog

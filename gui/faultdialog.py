"""The dialog on a fault of ours: what happened, what is unharmed, what to do; details, folded away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QWidget,
)

from gui.speech import say
from gui.words import counted

HAPPENED = "Communiqué made a mistake and could not finish what you asked for."
UNHARMED = "Your articles and notes are unharmed: everything you wrote is in the library."
TO_DO = (
    "You can go on working. If it happens again, close Communiqué and open it anew; if it still does, please "
    "report it with the details. They hold nothing of what you read or wrote."
)
AT_START = "Communiqué made a mistake while it was starting and cannot go on."
TO_DO_AT_START = (
    "Start it again. If it happens again, please report it with the details. They hold nothing of what you "
    "read or wrote."
)
WIDTH, UNFOLDED = 560, 200


class FaultDialog(QDialog):
    """One fault; the same once more is only counted, others are added to the details."""

    def __init__(
        self,
        details: str,
        parent: QWidget | None = None,
        *,
        at_start: bool = False,
        show_log: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icon = QLabel(self)
        size = 40
        icon.setPixmap(
            self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning).pixmap(size, size)
        )
        self.title = self._words(AT_START if at_start else HAPPENED, "strong")
        self.unharmed = self._words(UNHARMED)
        self.to_do = self._words(TO_DO_AT_START if at_start else TO_DO)
        self.count = self._words("", "muted")
        self.count.hide()
        self.details = QPlainTextEdit(details, self)
        self.details.setReadOnly(True)
        self.details.setAccessibleName("Details of the fault")
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setMinimumHeight(UNFOLDED)
        self.details.setTabChangesFocus(True)
        self.details.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 18, 20, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(icon, 0, 0, 4, 1, Qt.AlignmentFlag.AlignTop)
        for row, words in enumerate((self.title, self.unharmed, self.to_do, self.count)):
            grid.addWidget(words, row, 1)
        grid.addWidget(self.details, 4, 0, 1, 2)
        grid.setRowStretch(4, 1)
        grid.addWidget(self._buttons(show_log), 5, 0, 1, 2)
        self.resize(WIDTH, self.heightForWidth(WIDTH))
        self.setAccessibleDescription(f"{self.title.text()} {UNHARMED}")

    def _words(self, text: str, tone: str = "") -> QLabel:
        made = QLabel(text, self)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        if tone:
            made.setProperty("tone", tone)
        return made

    def _buttons(self, show_log: Callable[[], object] | None) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.fold = QPushButton("Show &details", self)
        self.fold.clicked.connect(self._unfold)
        self.copy = QPushButton("&Copy details", self)
        self.copy.clicked.connect(self._copy)
        made = [self.fold, self.copy]
        if show_log is not None:
            self.log = QPushButton("Show the &log", self)
            self.log.clicked.connect(lambda: show_log())
            made.append(self.log)
        for button in made:
            button.setAutoDefault(False)
            box.addButton(button, action)
        close = box.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()
        box.rejected.connect(self.reject)
        return box

    def again(self, times: int) -> None:
        """The same fault came again."""
        self.count.setText(f"It has happened {counted(times, 'time')} now.")
        self.count.show()

    def add(self, details: str) -> None:
        """Another fault came while this one is told."""
        self.details.appendPlainText(f"\n{details}")

    def _unfold(self) -> None:
        shown = self.details.isHidden()
        self.details.setVisible(shown)
        self.fold.setText("Hide &details" if shown else "Show &details")
        if shown:
            self.resize(max(self.width(), 680), self.height() + UNFOLDED)
        else:
            self.resize(WIDTH, self.heightForWidth(WIDTH))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText("Copied")
        say(self.copy, "The details were copied")

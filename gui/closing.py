"""What is shown while the last window is gone and something is still to be finished."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout

if TYPE_CHECKING:
    from gui.session import Session

LOOKS = 60
"""Milliseconds between two looks."""

PATIENCE = 15_000
"""Milliseconds after which a person may end it all the same."""


class Closing(QDialog):
    """Says what is being finished; goes when it is. Not in the way of a second library's windows."""

    def __init__(self, session: Session, names: Sequence[str]) -> None:
        super().__init__(None)
        self._session: Session | None = session
        self.setWindowTitle("Communiqué")
        what = f"“{names[0]}” is" if len(names) == 1 else "What is under way is"
        self.text = QLabel(
            f"{what} brought to an end, then Communiqué closes. What is done already stays.", self
        )
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName("Closing")
        self.now = QPushButton("Do not &wait", self)
        self.now.setToolTip("The library stays whole; what was not finished is not in it")
        self.now.setAutoDefault(False)
        self.now.clicked.connect(self._give_up)
        self.now.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(12)
        for part in (self.text, bar):
            box.addWidget(part)
        box.addWidget(self.now, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(420)
        self._tick = QTimer(self, interval=LOOKS)
        self._tick.timeout.connect(self._look)
        self._tick.start()
        QTimer.singleShot(PATIENCE, self, self.now.show)

    def reject(self) -> None:
        """Esc does not end it: what was asked for is finished first."""

    def _look(self) -> None:
        if self._session is not None and self._session.tasks.wait(0):
            self._leave(orderly=True)

    def _give_up(self) -> None:
        self._leave(orderly=False)

    def _leave(self, *, orderly: bool) -> None:
        session, self._session = self._session, None
        self._tick.stop()
        if session is not None:
            session.end(orderly=orderly)
        self.accept()

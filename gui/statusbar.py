"""The status bar: notices, one after the other, with Undo where there is something to take back."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStatusBar, QToolButton, QWidget

from gui.eliding import Elided
from gui.speech import say
from store.records import dataclass

NOTICE_TIME, UNDO_TIME = 6000, 10_000
"""Milliseconds that a notice is shown, and one with Undo."""

LEAST = 2500
"""A notice that another one took the place of before so many comes back."""

MOST = 8
"""So many wait at most."""

_NARROWEST = 60  # pixels


@dataclass(slots=True)
class Notice:
    """One sentence; ``undo`` takes back what it tells of, as long as ``can_undo``."""

    text: str
    undo: Callable[[], object] | None = None
    can_undo: Callable[[], bool] | None = None
    at: int = 0  # the place in the stack of changes when it was told
    left: int = NOTICE_TIME  # milliseconds
    shown: int = 0


class StatusBar(QStatusBar):
    """Shows the newest notice at once; those before it that nobody can have read yet come back after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Notice | None = None
        self._waiting: list[Notice] = []
        self._since = 0.0
        self.label = Elided(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.label.setMinimumWidth(_NARROWEST)  # a long notice makes no window wider; its hint has all of it
        self.undo = QToolButton(self)
        self.undo.setText("Undo")
        self.undo.setObjectName("undo_notice")
        self.undo.clicked.connect(self._undo)
        self.undo.installEventFilter(self)
        together = QWidget(self)
        row = QHBoxLayout(together)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.undo)
        row.addStretch(1)
        self.addWidget(together, 1)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)
        self._show()

    @property
    def notice(self) -> str:
        """What is told now; empty where nothing is."""
        return self._now.text if self._now is not None else ""

    def currentMessage(self) -> str:
        """What is told now, or the hint of a menu over it."""
        return super().currentMessage() or self.notice

    def tell(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        can_undo: Callable[[], bool] | None = None,
        at: int = 0,
    ) -> None:
        """Tell something for some seconds, with a button that takes it back where it can be."""
        if self._now is not None and self._now.text != text:
            self._put_off(self._now)
        self._waiting = [one for one in self._waiting if one.text != text]
        self._now = Notice(text, undo, can_undo, at, UNDO_TIME if undo is not None else NOTICE_TIME)
        self._begin()
        say(self.label, f"{text} Undo takes it back." if undo is not None else text)

    def take_back(self, gone: Callable[[Notice], bool]) -> None:
        """Tell no longer what holds no longer."""
        self._waiting = [one for one in self._waiting if not gone(one)]
        if self._now is not None and gone(self._now):
            self._next()
        else:
            self._show()

    def look(self) -> None:
        """Whether Undo would still take back what is told may have changed."""
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays while the pointer or the keyboard is on its button."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn) and self._now is not None:
            self._timer.stop()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut) and self._now is not None:
            self._timer.start(LEAST)
        return False

    # -- inside

    def _put_off(self, notice: Notice) -> None:
        shown = notice.shown + round((time.monotonic() - self._since) * 1000)
        if shown < LEAST or (notice.undo is not None and shown < UNDO_TIME - LEAST):
            notice.shown, notice.left = shown, max(LEAST, notice.left - shown)
            self._waiting = [*self._waiting, notice][-MOST:]

    def _begin(self) -> None:
        self._since = time.monotonic()
        if self._now is not None:
            self._timer.start(self._now.left)
        else:
            self._timer.stop()
        self._show()

    def _next(self) -> None:
        self._now = self._waiting.pop() if self._waiting else None
        self._begin()

    def _undo(self) -> None:
        if self._now is not None and self._now.undo is not None:
            self._now.undo()

    def _show(self) -> None:
        now = self._now
        self.label.setText(now.text if now is not None else "")
        self.label.setToolTip(self.label.text())
        can_undo = now is not None and now.undo is not None and (now.can_undo is None or now.can_undo())
        self.undo.setVisible(can_undo)
        self.undo.setAccessibleName(f"Undo: {self.notice}")

"""Words that flash when one goes to them, and hold still for those who want no motion."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, QVariantAnimation
from PySide6.QtWidgets import QWidget

from gui.reader.layers import Stretch
from gui.reader.view import ReaderView

LASTS = 1600  # milliseconds


def wants_no_motion(widget: QWidget) -> bool:
    """Whether the system, through the style, asks for no animations."""
    from PySide6.QtWidgets import QStyle  # its many names take 4 ms, and the first screen needs none of them

    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) == 0


class Flash(QObject):
    """One flash at a time. Without motion the words are lit for the same time and then not."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._words: Sequence[Stretch] = ()
        self._still: bool | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(LASTS)
        for at, strength in ((0.0, 0.0), (0.08, 1.0), (0.55, 1.0), (1.0, 0.0)):
            self._fade.setKeyValueAt(at, strength)
        self._fade.valueChanged.connect(self._glow)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(LASTS)
        self._end.timeout.connect(self.stop)

    @property
    def still(self) -> bool:
        """Whether to do without motion; set from the settings, else as the system has it."""
        if self._still is None:
            self._still = wants_no_motion(self._view)
        return self._still

    @still.setter
    def still(self, still: bool | None) -> None:
        self._still = still

    def start(self, words: Sequence[Stretch]) -> None:
        """Flash these words, and no longer those that were flashing."""
        self.stop()
        self._words = words
        if not words:
            return
        if self.still:
            self._glow(1.0)
            self._end.start()
        else:
            self._glow(0.01)
            self._fade.start()

    def stop(self) -> None:
        """No words flash."""
        self._fade.stop()
        self._end.stop()
        self._glow(0.0)

    def _glow(self, strength: object) -> None:
        self._view.set_glow(self._words, float(strength))  # type: ignore[arg-type]

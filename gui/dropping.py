"""Files dropped onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_MARGIN = 14


def local_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropSheet(QFrame):
    """Lies over the panes while files are dragged over the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        text = QLabel("Drop files or folders to import them, or a library to open it", self)
        text.setObjectName("drop_here")
        text.setProperty("tone", "title")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.addWidget(text)
        self.hide()

    def open_over(self, widget: QWidget) -> None:
        """Cover a widget of the window."""
        top_left = widget.mapTo(self._window, QPoint(0, 0))
        self.setGeometry(QRect(top_left, widget.size()))
        self.raise_()
        self.show()

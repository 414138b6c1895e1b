"""A note as its card will show it, while it is being written."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from gui.notes import markdown
from gui.theme import Theme


class NotePreview(QTextBrowser):
    """Shows Markdown, loads nothing, opens nothing.

    Signals:
        link_asked: a link was clicked, or chosen by the keyboard.
    """

    link_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._note = theme, ""
        self._own = markdown.NoteDocument(self)
        self.setDocument(self._own)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._own.setDocumentMargin(4)
        self.setAccessibleName("Preview of the note")
        self.anchorClicked.connect(lambda address: self.link_asked.emit(address.toString()))
        theme.changed.connect(self._fill)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing, wherever it is said to be."""
        return None

    def show_note(self, note: str) -> None:
        """Show a note."""
        self._note = note
        self._fill()

    def fit(self, least: int, most: int) -> None:
        """Be as high as the note, within bounds."""
        frame = self.height() - self.viewport().height()
        wanted = round(self._own.size().height()) + max(frame, 0)
        self.setFixedHeight(min(max(wanted, least), most))

    def _fill(self) -> None:
        colour, link = self._theme.colour("text"), self._theme.colour("link")
        self._own.setDefaultFont(self.font())
        markdown.fill(
            self._own, self._note or "*Nothing is written yet.*", self.font().pointSizeF(), colour, link
        )

"""Text in a document, line by line: made of formats, never of HTML, so that no text is taken for more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

Colour = Callable[[str], QColor]
"""The colour of a role."""

PADDING = 5
"""Pixels around the words of a cell of a table."""


class LineWriter:
    """Begins lines in an empty document; the sizes of letters are shares of ``points``."""

    def __init__(self, document: QTextDocument, colour: Colour, points: float, height: int) -> None:
        self._document, self._colour, self._points = document, colour, points
        self._height = height  # of a line, in hundredths of its letters
        self.begin()

    def begin(self) -> None:
        """From the first line of the document on."""
        self._cursor = QTextCursor(self._document)
        self._is_fresh = True  # the line that the cursor is in was not begun yet

    def begin_line(self, form: QTextBlockFormat) -> None:
        """Begin a new line of that form."""
        form.setLineHeight(self._height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._is_fresh:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
        self._is_fresh = False

    def form(self, scale: float = 1.0, *, bold: bool = False, role: str = "text") -> QTextCharFormat:
        """Letters of that size, weight and colour."""
        form = QTextCharFormat()
        form.setFontPointSize(self._points * scale)
        form.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        form.setForeground(self._colour(role))
        return form

"""Selected words made whole: both ends go out to the edges of their words."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor


def whole_words(cursor: QTextCursor) -> QTextCursor:
    """The selection of ``cursor`` with its words whole and no blanks around them, running the same way."""
    quote = cursor.selectedText()  # where there are blanks, characters are positions
    if not quote.strip():
        return cursor
    start = _word_at(cursor, cursor.selectionStart() + len(quote) - len(quote.lstrip()))[0]
    end = _word_at(cursor, cursor.selectionEnd() - len(quote) + len(quote.rstrip()))[1]
    made = QTextCursor(cursor)
    backwards = cursor.anchor() > cursor.position()
    made.setPosition(end if backwards else start)
    made.setPosition(start if backwards else end, QTextCursor.MoveMode.KeepAnchor)
    return made


def _word_at(cursor: QTextCursor, at: int) -> tuple[int, int]:
    """Where the word begins and ends that a position is inside; between words that position, twice."""
    probe = QTextCursor(cursor)
    probe.setPosition(at)
    probe.select(QTextCursor.SelectionType.WordUnderCursor)
    start, end = probe.selectionStart(), probe.selectionEnd()
    return (start, end) if start < at < end and probe.selectedText().strip() else (at, at)

"""Whole words: which ones a selection becomes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from gui.reader.snapping import whole_words


def _selected(document: QTextDocument, anchor: int, position: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    return cursor


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("The minister met guests.", "inist", "minister"),
        ("The minister met guests.", "ister me", "minister met"),
        ("The minister met guests.", " met ", "met"),
        ("The minister met guests.", "minister met", "minister met"),
        ("The minister met guests.", "guests.", "guests."),
        ("Received Kadıoğlu.\n\nThen", "dıoğlu.\n\n", "Kadıoğlu."),
        ("Azerbaijan's army", "erbai", "Azerbaijan"),
        ("Fly \U0001f600 Hasanov", "sano", "Hasanov"),
        ("التقى الوزير ضيفه", "وزي", "الوزير"),
    ],
)
def test_words_are_made_whole(qapp: QApplication, text: str, quote: str, words: str) -> None:
    document = QTextDocument(text)
    units = text.encode("utf-16-le")
    start = units.index(quote.encode("utf-16-le")) // 2
    end = start + len(quote.encode("utf-16-le")) // 2
    made = whole_words(_selected(document, start, end))
    assert made.selectedText() == words
    assert made.anchor() < made.position()
    back = whole_words(_selected(document, end, start))
    assert back.selectedText() == words
    assert back.anchor() > back.position()  # Shift and a key go on from the same end


@pytest.mark.parametrize("quote", ["", " ", "\n\n"])
def test_blanks_alone_stay_as_they_are(qapp: QApplication, quote: str) -> None:
    document = QTextDocument(f"met {quote}guests")
    made = whole_words(_selected(document, 4, 4 + len(quote)))
    assert (made.anchor(), made.position()) == (4, 4 + len(quote))

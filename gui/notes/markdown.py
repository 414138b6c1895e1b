"""Notes written in Markdown, as they are shown. Nothing is loaded from anywhere."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

_PICTURE = re.compile(r"!(?=\[)")
_FENCE = re.compile(r"[ ]{0,3}(```|~~~)")
_STARTS = re.compile(r"\s*([-*+=>|]|#{1,6}\s|\d{1,9}[.)]\s|```|~~~|$)")  # a line that begins something
_ALONE = re.compile(r"\s*(#{1,6}\s|\||```|~~~|$)|\s*([-*_]\s*){3,}$")  # a line that nothing goes on
_LINE = "\u2028"
_KNOWN = 200  # documents kept


class NoteDocument(QTextDocument):
    """A document that loads no pictures and no files."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing, wherever it is said to be."""
        return None


def rendered(note: str, font: QFont, colour: QColor, link: QColor, width: float) -> NoteDocument:
    """A note as it is shown at some width. Lines end where they were ended; HTML stays as it was typed."""
    return _rendered(note, font.toString(), font.pointSizeF(), colour.name(), link.name(), round(width))


def forget() -> None:
    """Font or colours are others."""
    _rendered.cache_clear()


@lru_cache(_KNOWN)
def _rendered(note: str, font: str, points: float, colour: str, link: str, width: int) -> NoteDocument:
    shown = QFont()
    shown.fromString(font)
    document = NoteDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(shown)
    document.setDocumentMargin(0)
    fill(document, note, points, QColor(colour), QColor(link))
    document.setTextWidth(max(width, 20))
    return document


def fill(document: QTextDocument, note: str, points: float, colour: QColor, link: QColor) -> None:
    """Write a note into a document as it is shown, in letters of so many points."""
    features = QTextDocument.MarkdownFeature
    document.setMarkdown(_prepared(note), features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    document.setIndentWidth(points * 1.6)
    _tighten(document, colour, link, points)


def _prepared(note: str) -> str:
    """As a person means it: the end of a line ends a line, and a picture is the link to it."""
    made: list[str] = []
    fenced = False
    for typed in note.split("\n"):
        line = typed if fenced else _PICTURE.sub("", typed)
        fence = bool(_FENCE.match(line))
        goes_on = made and not (fenced or fence or _STARTS.match(line) or _ALONE.match(made[-1]))
        if goes_on:
            made[-1] += _LINE + line.strip()
        else:
            made.append(line)
        fenced ^= fence
    return "\n".join(made)


def _tighten(document: QTextDocument, colour: QColor, link: QColor, points: float) -> None:
    """Headings no larger than a card bears, little room between paragraphs, links in the theme's colour."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        form = QTextBlockFormat()
        last = not block.next().isValid()
        form.setTopMargin(0)
        form.setBottomMargin(0 if last or block.textList() is not None else points * 0.45)
        cursor.mergeBlockFormat(form)
        level = block.blockFormat().headingLevel()
        it = block.begin()
        while not it.atEnd():
            piece = it.fragment()
            old = piece.charFormat()
            cursor.setPosition(piece.position())
            cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
            new = QTextCharFormat()
            if level:
                new.setFontPointSize(points * (1.15 if level == 1 else 1.05))
                new.setFontWeight(QFont.Weight.Bold)
            new.setForeground(link if old.isAnchor() else colour)
            cursor.mergeCharFormat(new)
            it += 1
        block = block.next()

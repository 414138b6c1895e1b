"""Notes written in Markdown, as they are shown. Nothing is loaded from anywhere."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

_PICTURE = re.compile(r"!(?=\[)")
_FENCE = re.compile(r"[ ]{0,3}(```|~~~)")
_STARTS = re.compile(r"\s*([-*+=>|]|#{1,6}\s|\d{1,9}[.)]\s|```|~~~|$)")  # a line that begins something
_ALONE = re.compile(r"\s*(#{1,6}\s|\||```|~~~|$)|\s*([-*_]\s*){3,}$")  # a line that nothing goes on
_BOX = re.compile(r"^(\s*[-*+] )\[([ xX])\](?= )")  # Qt draws a box that is ticked like one that is not
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
        line = typed if fenced else _PICTURE.sub("", _BOX.sub(_box, typed))
        fence = bool(_FENCE.match(line))
        goes_on = made and not (fenced or fence or _STARTS.match(line) or _ALONE.match(made[-1]))
        if goes_on:
            made[-1] += _LINE + line.strip()
        else:
            made.append(line)
        fenced ^= fence
    return "\n".join(made)


def _box(found: re.Match[str]) -> str:
    return found[1] + ("☐" if found[2] == " " else "☑")


def _tighten(document: QTextDocument, colour: QColor, link: QColor, points: float) -> None:
    """Headings no larger than a card bears, little room between paragraphs, links in the theme's colour."""
    block = document.begin()
    while block.isValid():
        if _is_stray(block):
            QTextCursor(block).deleteChar()
            block = document.findBlock(block.position())
        _space(block, points)
        head = _is_head(block)
        level = block.blockFormat().headingLevel()
        for start, length, linked in _pieces(block):
            form = QTextCharFormat()
            if level:
                form.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
                form.setFontPointSize(points * (1.2 if level == 1 else 1.08))
                form.setFontWeight(QFont.Weight.Bold)
            if head:
                form.setFontWeight(QFont.Weight.Bold)
            form.setForeground(link if linked else colour)
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(form)
        block = block.next()


def _space(block: QTextBlock, points: float) -> None:
    """The room round a paragraph."""
    cursor, old, form = QTextCursor(block), block.blockFormat(), QTextBlockFormat()
    after = block.next()
    close = (
        not after.isValid()
        or (block.textList() is not None and after.textList() is not None)
        or cursor.currentTable() is not None
        or (_is_code(old) and _is_code(after.blockFormat()))
    )
    form.setTopMargin(0)
    form.setBottomMargin(0 if close else points * 0.45)
    if not after.isValid() and block.length() == 1:  # what Qt needs after a table takes no room
        form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    quoted = old.intProperty(QTextFormat.Property.BlockQuoteLevel)
    if quoted:
        form.setLeftMargin(quoted * points * 1.2)
        form.setRightMargin(0)
    cursor.mergeBlockFormat(form)


def _is_stray(block: QTextBlock) -> bool:
    """Whether it is the empty paragraph that Qt begins a table with."""
    here, after = QTextCursor(block), QTextCursor(block.next())
    table = here.currentTable()
    return (
        table is not None
        and block.length() == 1
        and table == after.currentTable()
        and table.cellAt(here) == table.cellAt(after)
    )


def _is_head(block: QTextBlock) -> bool:
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    return table is not None and table.cellAt(cursor).row() == 0


def _is_code(form: QTextBlockFormat) -> bool:
    return form.hasProperty(QTextFormat.Property.BlockCodeFence) or form.hasProperty(
        QTextFormat.Property.BlockCodeLanguage
    )


def _pieces(block: QTextBlock) -> list[tuple[int, int, bool]]:
    """Where the pieces of a paragraph are that look alike, and whether each is a link."""
    found = []
    it = block.begin()
    while not it.atEnd():
        piece = it.fragment()
        found.append((piece.position(), piece.length(), piece.charFormat().isAnchor()))
        it += 1
    return found

"""An article on paper, or in a PDF file: its words with what was highlighted, the notes, the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QWidget

from gui import paper, sheets
from gui.countries import country_name
from gui.formatted import LineWriter
from gui.words import long_date
from store.export import facts
from store.marks import one_line, topic_name
from store.model import Annotation, FactState, MarkStyle, OpenArticle

POINTS = 10.5

_UNDERLINES = {
    MarkStyle.UNDERLINE: QTextCharFormat.UnderlineStyle.SingleUnderline,
    MarkStyle.WAVE: QTextCharFormat.UnderlineStyle.WaveUnderline,
    MarkStyle.BOX: QTextCharFormat.UnderlineStyle.DashUnderline,
}
_STATES = {FactState.CONFIRMED: "confirmed", FactState.CORRECTED: "corrected"}


def document_of(opened: OpenArticle) -> QTextDocument:
    """The article to be printed, in the colours of paper."""
    document = QTextDocument()
    font = QFont()
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    _Writer(document, paper.colours(), POINTS, height=125).write(opened)
    return document


def pdf(opened: OpenArticle) -> bytes:
    """The article as a PDF file."""
    return paper.pdf(opened.row.heading, sheets.put(opened.row.heading, document_of(opened)))


def ask_file(opened: OpenArticle, parent: QWidget) -> Path | None:
    """Where an article is to be saved."""
    return paper.ask_file("article", opened.row.heading, parent)


def ask_printer(opened: OpenArticle, parent: QWidget) -> None:
    """Ask for a printer, then print."""
    paper.ask_printer(
        "article", opened.row.heading, sheets.put(opened.row.heading, document_of(opened)), parent
    )


class _Writer(LineWriter):
    """Writes an article into a document, by formats and never as HTML: no text is taken for more."""

    def write(self, opened: OpenArticle) -> None:
        """Heading, source, words, notes, facts."""
        row = opened.row
        self._line(row.heading or row.key, 1.5, bold=True)
        source = (row.outlet, long_date(row.date) if row.date else "", row.key, *opened.tags)
        self._line(" · ".join(part for part in source if part), 0.9, role="text.secondary", above=2)
        self._text(opened)
        self._notes(opened)
        self._facts(opened)

    def _text(self, opened: OpenArticle) -> None:
        text = opened.article.text
        own = [(number, made) for number, made in enumerate(opened.annotations, 1) if _has_words(made, text)]
        cuts = sorted({0, len(text), *(edge for _, made in own for edge in made.anchor.span)})
        self._line("", 0.5)
        self._block()
        for start, end in pairwise(cuts):
            over = [one for one in own if one[1].anchor.span.start <= start and end <= one[1].anchor.span.end]
            self._cursor.insertText(_plain(text[start:end]), self._marked([made for _, made in over]))
            for number, made in over:
                if made.anchor.span.end == end:
                    raised = self.form(0.9, role="text.secondary")
                    raised.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                    self._cursor.insertText(f"{number}", raised)

    def _marked(self, over: list[Annotation]) -> QTextCharFormat:
        """As the highlights over some words have it; of several, the last that was begun."""
        form = self.form()
        for made in over:
            if made.style is MarkStyle.FILL:
                form.setBackground(self._colour(f"highlight.{made.colour}"))
            else:
                form.setUnderlineStyle(_UNDERLINES[made.style])
                form.setUnderlineColor(self._colour(f"highlight.{made.colour}.line"))
        return form

    def _notes(self, opened: OpenArticle) -> None:
        if opened.annotations:
            self._line("Notes", 1.15, bold=True, above=16)
        for number, made in enumerate(opened.annotations, 1):
            said = "On the whole article" if made.whole else f"“{one_line(made.anchor.exact)}”"
            lost = " (no longer in the article)" if made.orphan else ""
            self._line(f"{number}. {said}{lost}", role="text.secondary", above=6)
            if made.note:
                self._line(made.note.strip(), indent=1)
            if made.tags:
                self._line(" · ".join(made.tags), 0.9, role="text.secondary", indent=1)

    def _facts(self, opened: OpenArticle) -> None:
        found = list(facts.lines(opened))
        if found:
            self._line("Facts", 1.15, bold=True, above=16)
        for title, own in facts.grouped(opened, found):
            self._line(title, bold=True, above=8)
            for one in facts.by_field(own):
                self._block(1, 1)
                self._cursor.insertText(f"{_plain(facts.called(one[0]))}: ", self.form(role="text.secondary"))
                for number, line in enumerate(one):
                    self._cursor.insertText("; " if number else "", self.form())
                    for text, role in _told(line):
                        self._cursor.insertText(_plain(text), self.form(role=role))

    def _line(
        self,
        text: str,
        scale: float = 1.0,
        *,
        bold: bool = False,
        role: str = "text",
        above: float = 0,
        indent: int = 0,
    ) -> None:
        self._block(above, indent)
        self._cursor.insertText(_plain(text), self.form(scale, bold=bold, role=role))

    def _block(self, above: float = 0, indent: int = 0) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setIndent(indent)
        self.begin_line(form)


def _has_words(made: Annotation, text: str) -> bool:
    span = made.anchor.span
    return not made.orphan and not made.whole and 0 <= span.start < span.end <= len(text)


def _told(line: facts.Line) -> Iterator[tuple[str, str]]:
    """A value, the words that say so, and who stands behind it; each with the role of its colour."""
    said = line.said
    if line.value and line.field in ("country", "parties"):
        said = country_name(line.value)
    elif line.field == "topics":
        said = topic_name(said)
    yield said, "text" if line.value else "text.secondary"
    if line.words and line.words not in said:
        yield f" “{line.words}”", "text.secondary"
    if line.state in _STATES:
        yield f" ({_STATES[line.state]})", "text.secondary"


def _plain(text: str) -> str:
    """Without what a document takes for a picture, or for the end of a frame."""
    return re.sub("[\ufdd0\ufdd1\ufffc\x00]", "\ufffd", text)

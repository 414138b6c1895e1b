"""A page over articles as a document: made of formats, never of HTML, so that no text is taken for more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from gui.formatted import PADDING, Colour, LineWriter
from store.across.page import Cell, Grid, Link, Page, Paragraph, Run, Table, Tone, text_of

MOST_ROWS = 40
"""A longer table is cut after so many rows, until all of them are asked for: laying it out takes long."""

UNBROKEN = 11
"""Cells of so few letters stay on one line: dates, above all."""

MANY_COLUMNS = 12
NAMES_SHARE = 20
"""Per cent of a grid of many columns that the names of its rows have."""

PROSE = 90
"""From so many letters on a cell is read as a sentence, and what leads to its words is not underlined."""

ALL_ROWS, WAY = "all:", "way:"
"""How the addresses of anchors begin: all rows of the table of that block; the way of that number."""

_TIPS = {
    "article": "Open the article",
    "person": "All about this person",
    "country": "All about this country or organisation",
    "occasion": "The series of this occasion",
    "series": "The series",
    "pair": "All between these two",
    "search": "Search for these words",
    "compare": "Compare the two articles",
    "new": "What is new in the article",
    "reports": "All reports of the meeting",
}


class Writer(LineWriter):
    """Writes one page into a document. ``ways`` are then the links of its anchors, by number."""

    def __init__(
        self,
        document: QTextDocument,
        colour: Colour,
        points: float,
        whole: Collection[int] = (),
        *,
        on_paper: bool = False,
    ) -> None:
        """``on_paper``: where nothing leads anywhere, and links look like other words."""
        super().__init__(document, colour, points, height=118)
        self._whole, self._on_paper = whole, on_paper
        self._above: QTextTable | None = None  # the table that stands right above
        self.ways: list[Link] = []

    def write(self, page: Page) -> None:
        """Write all of it, in place of what there was."""
        self._document.clear()
        font = QFont(self._document.defaultFont())
        font.setPointSizeF(self._points)
        self._document.setDefaultFont(font)
        self.begin()
        self._cursor.beginEditBlock()
        self._line(page.title, 1.55, heading=1)
        if page.subtitle:
            self._line(page.subtitle, 1.0, role="text.secondary", above=2)
        for number, block in enumerate(page.blocks):
            match block:
                case Paragraph():
                    self._block(above=9)
                    self._runs(block.runs, self.form())
                case Table():
                    self._head(block.heading)
                    self._table(number, block)
                    if block.legend:
                        self._block(above=4)
                        self._runs(block.legend, self.form(0.92, role="text.muted"))
                    self._notes(block.note)
                case Grid():
                    self._head(block.heading)
                    self._grid(block)
                    self._notes(block.legend, block.note)
        self._cursor.endEditBlock()

    # -- lines

    def _block(self, above: float = 0, heading: int = 0) -> None:
        """Begin a new line."""
        if self._above is not None:
            room = self._above.format()
            room.setBottomMargin(above)  # the line after a table has no margin of its own
            self._above.setFormat(room)
            self._above, above = None, 0
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setHeadingLevel(heading)
        self.begin_line(form)

    def _line(
        self, text: str, scale: float, *, role: str = "text", heading: int = 0, above: float = 0
    ) -> None:
        self._block(above, heading)
        self._cursor.insertText(_plain(text), self.form(scale, bold=bool(heading), role=role))

    def _head(self, heading: str) -> None:
        if heading:
            self._line(heading, 1.15, heading=2, above=20)
        elif self._above is not None:
            self._line("", 0.5)

    def _notes(self, *notes: str) -> None:
        for note in filter(None, notes):
            self._line(note, 0.92, role="text.muted", above=4)

    # -- runs

    def _runs(self, runs: Cell, form: QTextCharFormat) -> None:
        is_prose = len(text_of(runs)) > PROSE
        for run in runs:
            self._cursor.insertText(_plain(run.text), self._toned(run, form, is_prose))

    def _toned(self, run: Run, form: QTextCharFormat, is_prose: bool) -> QTextCharFormat:
        made = QTextCharFormat(form)
        is_evidence = False
        if run.link is not None and not self._on_paper:
            self._lead(made, f"{WAY}{len(self.ways)}", _TIPS.get(run.link.kind, ""))
            is_evidence = run.link.kind == "article" and ":" in run.link.key
            if is_evidence:
                self._evidence(made, run.text, is_prose)
            self.ways.append(run.link)
        tone(made, run.tone, self._colour, inked=run.link is None or is_evidence or self._on_paper)
        return made

    def _lead(self, form: QTextCharFormat, address: str, tip: str) -> None:
        form.setAnchor(True)
        form.setAnchorHref(address)
        form.setForeground(self._colour("link"))
        form.setFontUnderline(True)
        form.setToolTip(tip)

    def _evidence(self, form: QTextCharFormat, words: str, is_prose: bool) -> None:
        """What leads to the words it was read from looks like words: a page is full of them."""
        form.setToolTip("Go to the words")
        is_sign = len(words) == 1 and not words.isalnum()
        if is_sign or is_prose:
            form.setFontUnderline(False)
            form.setForeground(self._colour("link" if is_sign else "text"))
            return
        form.setForeground(self._colour("text"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(self._colour("link"))

    # -- tables

    def _table(self, number: int, table: Table) -> None:
        rows = table.rows if number in self._whole else table.rows[:MOST_ROWS]
        if not rows:
            return
        head: list[Cell] = [(Run(name),) for name in table.columns]
        self._cells([head, *map(list, rows)], centred=False)
        left_out = len(table.rows) - len(rows)
        if left_out:
            self._block(above=4)
            form = self.form()
            self._cursor.insertText(f"{left_out:,} more rows. ", form)
            self._lead(form, f"{ALL_ROWS}{number}", "Show every row of the table")
            self._cursor.insertText(f"Show all {len(table.rows):,}", form)

    def _grid(self, grid: Grid) -> None:
        if not grid.rows:
            return
        head: list[Cell] = [(Run(grid.corner),), *grid.columns]
        self._cells([head, *([name, *marks] for name, marks in grid.rows)], centred=True)

    def _cells(self, rows: list[list[Cell]], *, centred: bool) -> None:
        count = max(map(len, rows))
        form = self._table_format()
        if centred and count > MANY_COLUMNS:  # or the names of the rows are cut within words
            shares = [NAMES_SHARE, *[(100 - NAMES_SHARE) / (count - 1)] * (count - 1)]
            percent = QTextLength.Type.PercentageLength
            form.setColumnWidthConstraints([QTextLength(percent, share) for share in shares])
        table = self._cursor.insertTable(len(rows), count, form)
        for at, row in enumerate(rows):
            for place, runs in enumerate(row):
                self._cell(table, at, place, runs, centred=centred and place > 0, last=at == len(rows) - 1)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = True  # a line follows a table by itself
        self._above = table

    def _cell(
        self, table: QTextTable, row: int, column: int, runs: Cell, *, centred: bool, last: bool
    ) -> None:
        cell = table.cellAt(row, column)
        form = QTextTableCellFormat()
        form.setPadding(PADDING)
        beside = 3 if centred and table.columns() > MANY_COLUMNS else 6
        form.setLeftPadding(beside)
        form.setRightPadding(beside)
        form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBottomBorder(1)
        form.setBottomBorderBrush(self._colour("border.strong" if row == 0 or last else "border"))
        if row == 0:
            form.setBackground(self._colour("panel"))
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBottom)
        cell.setFormat(form)
        cursor = cell.firstCursorPosition()
        if centred:
            block = QTextBlockFormat()
            block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            cursor.mergeBlockFormat(block)
        words = self.form(0.92, bold=True, role="text.secondary") if row == 0 else self.form()
        self._cursor, before = cursor, self._cursor
        if len(text_of(runs)) <= UNBROKEN:
            runs = tuple(replace(run, text=run.text.replace(" ", "\u00a0")) for run in runs)
        self._runs(runs, words)
        self._cursor = before

    def _table_format(self) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setHeaderRowCount(1)
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setCellPadding(0)
        form.setCellSpacing(0)
        form.setTopMargin(6)
        form.setBottomMargin(4)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99.5))
        return form


def tone(form: QTextCharFormat, which: Tone, colour: Colour, *, inked: bool) -> None:
    """Give words the look of a tone: a ground or an ink, and always a shape besides.

    Links keep the ink of links: ``inked`` is false for them.
    """
    if which == "new":
        form.setBackground(colour("mark.place.fill"))
        form.setFontWeight(QFont.Weight.DemiBold)
        if inked:
            form.setForeground(colour("mark.place"))
    elif which == "gone":
        form.setBackground(colour("mark.meeting.fill"))
        form.setFontStrikeOut(True)
        if inked:
            form.setForeground(colour("mark.meeting"))
    elif which == "changed":
        form.setBackground(colour("mark.date.fill"))
        if inked:
            form.setForeground(colour("mark.date"))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    elif which == "gap":
        form.setFontItalic(True)
        if inked:
            form.setForeground(colour("text.danger"))
    elif which == "muted" and inked:
        form.setForeground(colour("text.muted"))
    elif which == "warning":
        form.setFontWeight(QFont.Weight.DemiBold)
        if inked:
            form.setForeground(colour("text.danger"))


def _plain(text: str) -> str:
    """Without what a document takes for the end of a block or a frame."""
    return text.translate(_STRANGE)


_STRANGE = {
    0xFDD0: "\ufffd",
    0xFDD1: "\ufffd",
    0x2029: " ",
    0x2028: " ",
    0x0D: " ",
    0x0A: " ",
    0xFFFC: "\ufffd",
}

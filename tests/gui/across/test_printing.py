"""Pages on paper: sheets with title and number, heads of tables again, no row cut in two, light colours."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from gui.across.printing import document_of, pdf
from gui.sheets import Sheets
from gui.theme import Theme
from store.across.page import Grid, Link, Page, Paragraph, Run, Table, cell

LONG = "a cell of several words that needs more than one line of the sheet to be told in full " * 2
ROWS = tuple((cell(f"row-{number:03}."), cell(LONG), cell("end")) for number in range(90))
PAGE = Page(
    "A title for paper",
    "and what it is",
    (Paragraph(cell("Words.")), Table("Many rows", ("Number", "Words", "End"), ROWS, "A note.")),
)
SHEET = QSizeF(640, 900)


def sheets_of(page: Page) -> tuple[Sheets, QImage]:
    image = QImage(640, 900, QImage.Format.Format_RGB32)
    return Sheets(page.title, document_of(page), image, SHEET), image


def test_every_sheet_has_number_title_and_the_head_of_its_table(theme: Theme) -> None:
    told = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf(PAGE))).pages]
    assert len(told) > 3
    for number, text in enumerate(told, 1):
        assert f"{number} of {len(told)}" in text
        assert "A title for paper" in text
        assert "Number" in text


def test_no_row_is_on_two_sheets_and_none_is_lost(theme: Theme) -> None:
    sheets, _ = sheets_of(PAGE)
    cuts = [sheet.top for sheet in sheets._sheets[1:]]
    layout = sheets._layout
    block = sheets._document.begin()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        assert not any(box.top() + 1 < cut < box.bottom() - 1 for cut in cuts), block.text()
        block = block.next()
    assert all(
        one.bottom == other.top for one, other in zip(sheets._sheets, sheets._sheets[1:], strict=False)
    )
    assert sheets._sheets[-1].bottom >= sheets._document.size().height() - 1


def test_a_heading_is_never_last_on_a_sheet(theme: Theme) -> None:
    for lines in range(30, 48):
        paragraphs = tuple(Paragraph(cell(f"line {number}")) for number in range(lines))
        sheets, _ = sheets_of(Page("T", "", (*paragraphs, Table("Heading", ("A",), ((cell("b"),),)))))
        block = sheets._document.begin()
        while block.text() != "Heading":
            block = block.next()
        top = sheets._layout.blockBoundingRect(block).top()
        cell_top = sheets._layout.blockBoundingRect(block.next()).top()
        assert not any(top < sheet.top <= cell_top for sheet in sheets._sheets)


def test_a_row_higher_than_a_sheet_goes_on(theme: Theme) -> None:
    page = Page("T", "", (Table("One", ("A",), ((cell(LONG * 40),),)),))
    sheets, image = sheets_of(page)
    assert sheets.count > 1
    for number in range(sheets.count):
        painter = QPainter(image)
        sheets.draw(painter, number)
        painter.end()


def test_links_are_words_and_colours_those_of_paper_in_the_dark(theme: Theme) -> None:
    theme.choose("dark")
    document = document_of(Page("T", "", (Paragraph(cell(Run("Baku", Link("person", "x")))),)))
    form = document.findBlockByNumber(1).begin().fragment().charFormat()
    assert not form.isAnchor()
    assert not form.fontUnderline()
    assert form.foreground().color().lightness() < 90
    sheets, image = sheets_of(PAGE)
    image.fill(QColor("white"))
    painter = QPainter(image)
    sheets.draw(painter, 0)
    painter.end()
    assert image.pixelColor(639, 450).lightness() > 250


@pytest.mark.parametrize("columns", [3, 24])
def test_names_of_a_grid_of_many_columns_are_not_cut(theme: Theme, columns: int) -> None:
    head = tuple(cell(str(number)) for number in range(columns))
    row = (cell("interoperability"), tuple(cell("+") for _ in range(columns)))
    sheets, _ = sheets_of(Page("T", "", (Grid("Topics", "Topic", head, (row,)),)))
    block = sheets._document.begin()
    while block.text() != "interoperability":
        block = block.next()
    assert block.layout().lineCount() == 1

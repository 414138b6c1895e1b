"""A page over articles on paper, or in a PDF file: in the colours of paper, with every row."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QWidget

from gui import paper, sheets
from gui.across.document import Writer
from store.across.page import Page

POINTS = 9.5


def document_of(page: Page) -> QTextDocument:
    """The page to be printed."""
    document = QTextDocument()
    document.setDefaultFont(QFont())
    document.setDocumentMargin(0)
    every = range(len(page.blocks))
    Writer(document, paper.colours(), POINTS, every, on_paper=True).write(page)
    return document


def pdf(page: Page) -> bytes:
    """The page as a PDF file."""
    return paper.pdf(page.title, sheets.put(page.title, document_of(page)))


def ask_file(page: Page, parent: QWidget) -> Path | None:
    """Where a page is to be saved."""
    return paper.ask_file("page", page.title, parent)


def ask_printer(page: Page, parent: QWidget) -> None:
    """Ask for a printer, then print."""
    paper.ask_printer("page", page.title, sheets.put(page.title, document_of(page)), parent)

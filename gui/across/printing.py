"""A page over articles on paper, or in a PDF file: in the colours of paper, with every row."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QFont, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.across.document import Writer
from gui.theme import load_scheme
from store.across.page import Page

POINTS = 9.5


def document_of(page: Page) -> QTextDocument:
    """The page to be printed."""
    roles = load_scheme("light").roles
    document = QTextDocument()
    document.setDefaultFont(QFont())
    every = range(len(page.blocks))
    Writer(document, lambda role: QColor(roles[role]), POINTS, every).write(page)
    return document


def pdf(page: Page) -> bytes:
    """The page as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle(page.title)
    writer.setCreator("Communiqué")
    document_of(page).print_(writer)
    del writer  # which ends the file
    return bytes(buffer.data().data())


def write_pdf(page: Page, file: Path) -> None:
    """Write the page into a file; ``OSError`` where that cannot be."""
    file.write_bytes(pdf(page))


def ask_file(page: Page, parent: QWidget) -> Path | None:
    """Where a page is to be saved."""
    name = file_name(page.title)
    file, _ = QFileDialog.getSaveFileName(parent, "Save the page as PDF", f"{name}.pdf", "PDF (*.pdf)")
    if not file:
        return None
    return Path(file) if file.lower().endswith(".pdf") else Path(f"{file}.pdf")


def file_name(title: str) -> str:
    """What a file of that title may be called everywhere."""
    return re.sub(r'[\\/:*?"<>|\s]+', " ", title).strip(" .")[:80] or "Page"


def ask_printer(page: Page, parent: QWidget) -> None:
    """Ask for a printer, then print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(page.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print the page")
    if dialog.exec():
        document_of(page).print_(printer)

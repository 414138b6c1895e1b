"""Paper and PDF files: what printing and saving an article, a page and a drawing have in common."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.theme import load_scheme

Put = Callable[[QPagedPaintDevice], None]
"""Puts all there is on the pages of a printer, or of a file."""


def colours() -> Callable[[str], QColor]:
    """The colour of a role on paper, whatever the theme is."""
    roles = load_scheme("light").roles
    return lambda role: QColor(roles[role])


def pdf(title: str, put: Put) -> bytes:
    """A PDF file of pages in A4."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle(title)
    writer.setCreator("Communiqué")
    put(writer)
    del writer  # which ends the file
    return bytes(buffer.data().data())


def file_name(title: str, otherwise: str) -> str:
    """What a file of that title may be called everywhere."""
    return re.sub(r'[\\/:*?"<>|\s]+', " ", title).strip(" .")[:80] or otherwise


def ask_file(what: str, title: str, parent: QWidget, form: str = "pdf") -> Path | None:
    """Where an article, a page, a drawing is to be saved."""
    name = f"{file_name(title, what.capitalize())}.{form}"
    kind = f"{form.upper()} (*.{form})"
    file, _ = QFileDialog.getSaveFileName(parent, f"Save the {what} as {form.upper()}", name, kind)
    if not file:
        return None
    return Path(file) if file.lower().endswith(f".{form}") else Path(f"{file}.{form}")


def ask_printer(
    what: str,
    title: str,
    put: Put,
    parent: QWidget,
    orientation: QPageLayout.Orientation = QPageLayout.Orientation.Portrait,
) -> None:
    """Ask for a printer, then print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageOrientation(orientation)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Print the {what}")
    if dialog.exec():
        put(printer)

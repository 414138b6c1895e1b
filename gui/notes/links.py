"""Links in notes: nothing is opened without asking, and most kinds never."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

OPENED = frozenset({"http", "https", "mailto"})
"""Kinds of addresses that another program may be asked to open."""


def ask(address: str, parent: QWidget) -> QMessageBox:
    """Ask whether to open an address with the program for it, or to copy it."""
    url = QUrl(address)
    opens = url.scheme().lower() in OPENED
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Link in a note")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        "Open this address outside of Communiqué?" if opens else "Communiqué does not open this address."
    )
    box.setInformativeText(address if len(address) <= 400 else address[:399] + "…")
    if opens:
        opening = box.addButton("&Open", QMessageBox.ButtonRole.AcceptRole)
        opening.clicked.connect(lambda: QDesktopServices.openUrl(url))
    copying = box.addButton("&Copy address", QMessageBox.ButtonRole.ActionRole)
    copying.clicked.connect(lambda: QGuiApplication.clipboard().setText(address))
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.open()
    return box

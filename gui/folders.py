"""Showing a folder in the program that the system has for that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication


def open_folder(path: Path) -> str:
    """Show a folder, of a file the one it is in; returns what to tell the person, empty where all is well."""
    folder = path if path.is_dir() else path.parent
    if not folder.is_dir():
        return f"{folder} is not there yet."
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return ""
    QGuiApplication.clipboard().setText(str(folder))
    return "There is no program here that shows folders. The place was copied instead."

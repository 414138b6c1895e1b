"""The ways to take articles in by menu: files, folders, another encoding, the clipboard, a watched folder."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from gui.window import MainWindow

ARTICLES = (
    "Articles (*.txt *.text *.md *.html *.htm *.xhtml *.eml *.pdf *.rss *.atom *.xml *.json *.jsonl *.ndjson"
    " *.jsonld)"
)
ENCODINGS = {
    "Turkish (windows-1254)": "cp1254",
    "Western European (windows-1252)": "cp1252",
    "Central European (windows-1250)": "cp1250",
    "Cyrillic (windows-1251)": "cp1251",
    "Cyrillic (KOI8-R)": "koi8-r",
    "Greek (windows-1253)": "cp1253",
    "Arabic (windows-1256)": "cp1256",
    "Hebrew (windows-1255)": "cp1255",
    "Baltic (windows-1257)": "cp1257",
    "Vietnamese (windows-1258)": "cp1258",
    "Chinese (GB 18030)": "gb18030",
    "Chinese (Big5)": "big5",
    "Japanese (Shift JIS)": "shift_jis",
    "Korean (EUC-KR)": "euc_kr",
    "Unicode (UTF-8)": "utf-8",
    "Unicode (UTF-16)": "utf-16",
}


def ask_files(window: MainWindow) -> None:
    """Take in files that the person chooses."""
    window.import_paths(_chosen(window, "Import files"))


def ask_folder(window: MainWindow) -> None:
    """Take in a folder that the person chooses."""
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(window, "Import a folder")
    if name:
        window.import_paths([Path(name)])


def ask_encoded(window: MainWindow) -> None:
    """Take in files in an encoding that the person names."""
    from gui import asking

    label = asking.one_of(window, "Import in another encoding", "The files are encoded in:", list(ENCODINGS))
    if label is not None:
        window.import_paths(_chosen(window, f"Import files: {label}"), ENCODINGS[label])


def _chosen(window: MainWindow, title: str) -> list[Path]:
    from PySide6.QtWidgets import QFileDialog

    names, _ = QFileDialog.getOpenFileNames(window, title, "", f"{ARTICLES};;All files (*)")
    return [Path(name) for name in names]


def paste(window: MainWindow, when: datetime.datetime | None = None) -> None:
    """Take in the text on the clipboard as an article, and open it."""
    text = QGuiApplication.clipboard().text()
    if not text.strip():
        window.banner.tell("There is no text on the clipboard.")
        return
    moment = when or datetime.datetime.now()
    window.banner.hide()

    def came(number: int) -> None:
        if isValid(window):  # it may be closed meanwhile
            window.open_article(number)

    window.imports.import_text(f"pasted {moment:%Y-%m-%d %H.%M.%S}", text, came)


def watch(window: MainWindow) -> None:
    """Begin to watch a folder that the person chooses, or stop watching."""
    from PySide6.QtWidgets import QFileDialog

    watched = window.watcher.folder
    if watched is not None:
        window.watcher.watch(None)
        window.banner.tell(f"{watched} is no longer watched. What was taken from it stays.")
        return
    name = QFileDialog.getExistingDirectory(window, "Watch a folder")
    if name:
        window.watcher.watch(Path(name))
        window.banner.tell(
            f"{name} is watched: articles that come into it are taken in while the window is open."
        )

"""About: version, where the library is, and the licences of the parts."""

from __future__ import annotations

import platform
from html import escape
from importlib import metadata
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui import icons

PARTS: tuple[tuple[str, str, str], ...] = (
    (
        "Qt and Qt for Python (PySide6)",
        "LGPL-3.0-only",
        "Used unchanged as separate shared libraries, which may be replaced by other builds of the same "
        "version. Copyright The Qt Company Ltd. and other contributors. Its source is at code.qt.io.",
    ),
    ("Python", "PSF-2.0", "Copyright Python Software Foundation."),
    ("SQLite", "Public domain", "By D. Richard Hipp and others."),
    ("sqlite-utils", "Apache-2.0", "Copyright Simon Willison."),
    ("python-dateutil", "Apache-2.0 or BSD-3-Clause", "Copyright its authors."),
    ("platformdirs", "MIT", "Copyright its authors."),
    ("anyascii", "ISC", "Copyright Hunter WB."),
    ("RapidFuzz", "MIT", "Copyright Max Bachmann."),
    ("trafilatura", "Apache-2.0", "Copyright Adrien Barbaresi."),
    ("lxml", "BSD-3-Clause", "Copyright Infrae and its authors."),
    ("feedparser", "BSD-2-Clause", "Copyright Kurt McKee and Mark Pilgrim."),
    ("pypdf", "BSD-3-Clause", "Copyright its authors."),
    ("charset-normalizer", "MIT", "Copyright Ahmed R. TAHRI."),
    ("GeoNames", "CC BY 4.0", "The cities of the lexicon, from geonames.org, with changes."),
    ("Unicode CLDR", "Unicode-3.0", "English names of countries. Copyright Unicode, Inc."),
    ("iso-codes", "LGPL-2.1-or-later", "Names and codes of countries, by the iso-codes team of Debian."),
    (
        "SCOWL",
        "its own notice",
        "The list of English words. Copyright 2000-2011 by Kevin Atkinson; the whole notice is in "
        "resources/lexicon/CREDITS.md.",
    ),
)


class AboutDialog(QDialog):
    """Version, library, licences."""

    def __init__(self, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Communiqué")
        self.resize(560, 520)
        picture = QLabel(self)
        picture.setPixmap(icons.app_icon().pixmap(64, 64))
        name = QLabel(f"Communiqué {version()}".rstrip(), self)
        name.setProperty("tone", "title")
        what = QLabel(
            "Who met whom, in what post, where, when and about what,\nwith the words that say so.", self
        )
        what.setProperty("tone", "muted")
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(what)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture)
        head.addLayout(words, 1)
        text = QTextBrowser(self)
        text.setAccessibleName("About Communiqué")
        text.setOpenLinks(False)
        text.setHtml(_page(library))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 20, 20, 16)
        box.setSpacing(14)
        box.addLayout(head)
        box.addWidget(text)
        box.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def version() -> str:
    """Version of Communiqué as it was installed; empty where it runs from its source."""
    try:
        return metadata.version("communique")
    except metadata.PackageNotFoundError:
        return ""


def _page(library: Path) -> str:
    parts = "".join(
        f"<p><b>{escape(name)}</b> &nbsp; {escape(licence)}<br>{escape(note)}</p>"
        for name, licence, note in PARTS
    )
    return (
        f"<p><b>Your library</b><br>{escape(str(library))}</p>"
        "<p><b>Private.</b> Communiqué has no network, no account and no telemetry. Everything is in the "
        "one file above, and nothing leaves this computer.</p>"
        "<p><b>Licence.</b> Communiqué is free software under the MIT licence.</p>"
        f"<h4>Parts it is built with</h4>{parts}"
        f"<p>Running on Python {escape(platform.python_version())}, PySide6 {escape(pyside_version)}, "
        f"Qt {escape(qVersion())}, {escape(platform.system())}.</p>"
    )

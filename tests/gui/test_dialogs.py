"""Reports, About, shortcuts, notices, faults."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTextBrowser, QTreeWidget
from pytestqt.qtbot import QtBot

from gui.about import PARTS, AboutDialog
from gui.dropping import local_paths
from gui.empty import EmptyState
from gui.notices import Banner
from gui.reports import ReportDialog, as_text, summary
from gui.theme import Theme
from store.model import ImportReport, Refusal

REPORT = ImportReport(
    taken=(1, 2),
    skipped=("/a/b.txt",),
    refused=(Refusal("/a/c.bin", "/a/c.bin is not text."),),
    cancelled=True,
)


def test_a_report_in_one_sentence() -> None:
    assert summary(REPORT) == (
        "2 articles taken in, 1 skipped because the library has them already, 1 refused; "
        "the rest was cancelled."
    )
    assert summary(ImportReport((1,))) == "1 article taken in."
    assert summary(ImportReport()) == "No article was found there."


def test_a_report_says_why(theme: Theme, qtbot: QtBot) -> None:
    dialog = ReportDialog(REPORT)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTreeWidget)
    assert table is not None
    lines = [[table.topLevelItem(n).text(c) for c in range(3)] for n in range(table.topLevelItemCount())]  # type: ignore[union-attr]
    assert lines == [["c.bin", "It is not text.", "/a"], ["b.txt", "It is in the library already.", "/a"]]
    copy = next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == as_text(REPORT)
    assert "/a/c.bin\t/a/c.bin is not text." in as_text(REPORT)


def test_about_names_every_part_and_the_library(theme: Theme, qtbot: QtBot) -> None:
    dialog = AboutDialog(Path("/home/a <b>/library.sqlite"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    browser = dialog.findChild(QTextBrowser)
    assert browser is not None
    text = browser.toPlainText()
    assert "/home/a <b>/library.sqlite" in text
    assert "no network" in text
    for name, licence, _ in PARTS:
        assert name in text
        assert licence in text


def test_a_banner_tells_and_does(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    done: list[int] = []
    banner.tell("2 articles deleted.", "Undo", lambda: done.append(1))
    assert not banner.isHidden()
    assert banner.accessibleName() == "2 articles deleted."
    qtbot.mouseClick(banner.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert done == [1]
    banner.fault("The disk is full.")
    assert banner.text == "The disk is full."
    assert banner.property("kind") == "fault"
    theme.choose("dark")


def test_an_empty_state_says_the_next_step(theme: Theme, qtbot: QtBot) -> None:
    pressed: list[int] = []
    empty = EmptyState(theme, "paper")
    qtbot.addWidget(empty)
    empty.say("No articles yet", "Import some.")
    button = empty.add_button("Import", lambda: pressed.append(1), default=True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [1]
    assert empty.accessibleName() == "No articles yet"


def test_only_local_files_are_dropped() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.txt"), QUrl.fromLocalFile("/a/ü b.txt")])
    assert local_paths(data) == [Path("/a/ü b.txt")]

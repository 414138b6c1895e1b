"""What an import did: in one sentence, and in full."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.words import counted
from store.model import ImportReport

_GUESSED = (
    "It was taken in, but nothing says how it is encoded. If letters are wrong:"
    " File > Import in another encoding."
)


def summary(report: ImportReport) -> str:
    """The report in one sentence."""
    parts = []
    if report.taken:
        parts.append(f"{counted(len(report.taken), 'article')} taken in")
    if report.updated:
        parts.append(f"{counted(len(report.updated), 'article')} with other words than before")
    if report.noted:
        lost = f", {len(report.lost):,} of them without a place" if report.lost else ""
        parts.append(f"{counted(len(report.noted), 'note')} taken in{lost}")
    if report.skipped:
        parts.append(f"{len(report.skipped):,} skipped because the library has them already")
    if report.refused:
        parts.append(f"{len(report.refused):,} refused")
    text = ", ".join(parts) or "No article was found there"
    if report.guessed:
        text += f"; the encoding of {len(report.guessed):,} was guessed"
    return f"{text}; the rest was cancelled." if report.cancelled else f"{text}."


def as_text(report: ImportReport) -> str:
    """The whole report as plain text, to be copied."""
    lines = [summary(report)]
    lines += [f"refused\t{r.path}\t{r.reason}" for r in report.refused]
    lines += [f"guessed\t{name}\tnothing says how it is encoded" for name in report.guessed]
    lines += [f"skipped\t{path}\talready in the library" for path in report.skipped]
    return "\n".join(lines)


class ReportDialog(QDialog):
    """Every file that was not taken in, and why."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Import report")
        self.resize(720, 420)
        title = QLabel(summary(report), self)
        title.setWordWrap(True)
        title.setProperty("tone", "strong")
        table = QTreeWidget(self)
        table.setAccessibleName("Files that were not taken in")
        table.setHeaderLabels(["File", "Why", "Folder"])
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAlternatingRowColors(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for refused in report.refused:
            table.addTopLevelItem(_line(refused.path, refused.reason))
        for name in report.guessed:
            table.addTopLevelItem(_line(name, _GUESSED))
        for path in report.skipped:
            table.addTopLevelItem(_line(path, "It is in the library already."))
        table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.header().setStretchLastSection(False)
        table.setColumnWidth(0, 220)
        table.setColumnWidth(2, 170)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton("Copy the report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(as_text(report)))
        copy.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(title)
        box.addWidget(table)
        box.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def _line(path: str, reason: str) -> QTreeWidgetItem:
    file = Path(path)
    # The name of the file stands in the first column; what is wrong must not be pushed out of sight by it.
    begins = next((name for name in (f"{path} ", f"{file.name} ") if reason.startswith(name)), "")
    why = f"It {reason.removeprefix(begins)}" if begins else reason
    item = QTreeWidgetItem([file.name, why, str(file.parent)])
    for column in range(3):
        item.setToolTip(column, path if column != 1 else reason)
    return item

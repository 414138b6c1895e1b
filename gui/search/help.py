"""How to search, on one page: an example a line, put into the box with a double click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from store.query_help import EXAMPLES


class SearchHelpDialog(QDialog):
    """Every kind of query with what it finds."""

    tried = Signal(str)
    """An example is to be put into the box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("How to search")
        self.resize(640, 600)
        title = QLabel("Parts are joined by and. Double click an example to try it.", self)
        title.setWordWrap(True)
        self.table = QTreeWidget(self)
        self.table.setAccessibleName("Examples of searches")
        self.table.setHeaderLabels(["Type", "To find"])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAlternatingRowColors(True)
        for example, meaning in EXAMPLES:
            item = QTreeWidgetItem([example, meaning])
            item.setToolTip(1, meaning)
            self.table.addTopLevelItem(item)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.itemActivated.connect(self._try)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(title)
        box.addWidget(self.table)
        box.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _try(self, item: QTreeWidgetItem) -> None:
        self.tried.emit(item.text(0))
        self.close()

"""What trees of rows under headings have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem


def add_heading(tree: QTreeWidget, text: str) -> QTreeWidgetItem:
    """Add a heading across all columns, which cannot be chosen; rows go below it."""
    head = QTreeWidgetItem([text])
    head.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = tree.font()
    font.setBold(True)
    head.setFont(0, font)
    tree.addTopLevelItem(head)
    head.setFirstColumnSpanned(True)
    return head

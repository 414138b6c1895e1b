"""What to compare an article with: a short list of likely ones, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.words import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.across.articles import Candidate

NONE = (
    "No other article of this library is on this meeting, its occasion or one more meeting of its parties. "
    "To compare it with any other, choose both in the list of articles, and then Compare with… again."
)
SOME = "To compare any two articles, choose both in the list, and then Compare with… again."


class ChoosingDialog(QDialog):
    """Candidates, the likeliest first.

    Signals:
        chosen: the number of an article.
    """

    chosen = Signal(int)

    def __init__(self, heading: str, candidates: Sequence[Candidate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Compare with")
        self.setMinimumSize(540, 340)
        self.list = QListWidget(self)
        self.list.ensurePolished()  # or its first rows are laid out without their padding
        self.list.setAccessibleName("Articles to compare with")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        for one in candidates:
            item = QListWidgetItem(f"{short_date(one.date)}  {one.heading}\n{one.reason}")
            item.setData(Qt.ItemDataRole.UserRole, one.article)
            item.setToolTip(one.heading)
            self.list.addItem(item)
        about = self.about = QLabel(heading, self)
        about.setProperty("tone", "strong")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        hint = QLabel(SOME if candidates else NONE, self)
        hint.setProperty("tone", "muted")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.compare = QPushButton("Co&mpare", self)
        self.compare.setDefault(True)
        buttons.addButton(self.compare, QDialogButtonBox.ButtonRole.AcceptRole)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addWidget(about)
        box.addWidget(self.list, 1)
        if not candidates:
            self.list.hide()
            box.addStretch(1)
        box.insertWidget(2 if candidates else 1, hint)
        box.addWidget(buttons)
        self.compare.setEnabled(bool(candidates))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self.accept())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.setFocus()

    def accept(self) -> None:
        """Compare with the chosen one."""
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
        super().accept()

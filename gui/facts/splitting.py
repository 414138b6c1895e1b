"""The form in which a person says which words name somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QListWidget, QListWidgetItem, QWidget

from gui.facts.corrections import OfficialForm, official_fields
from gui.quoting import around
from store.marks import one_line
from store.model import Official, Span

_AROUND = 36
"""At most so many letters before and after each name are shown."""

SPAN = Qt.ItemDataRole.UserRole


class SplitForm(OfficialForm):
    """The words that were read as one person, to be ticked; and who those words name."""

    def __init__(self, official: Official, text: str, parent: QWidget | None = None) -> None:
        heading = f"Which of these words name somebody else than {one_line(official.name)}, and whom?"
        super().__init__(official_fields(None), heading, parent)
        self.setWindowTitle("Two people read as one")
        self.setMinimumWidth(640)
        self.words = QListWidget(self)
        self.words.ensurePolished()  # or its first rows are laid out without their padding
        self.words.setAccessibleName("Words that were read as one person")
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.setSpacing(2)
        for span in official.mentions:
            item = QListWidgetItem(_quoted(text, span))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(SPAN, tuple(span))
            self.words.addItem(item)
        rows = min(6, max(2, self.words.count()))
        self.words.setFixedHeight(rows * (self.words.sizeHintForRow(0) + 4) + 10)
        self._text = text
        self.words.itemChanged.connect(self._ticked)
        self.form.insertRow(0, "Words", self.words)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.words.setFocus()

    @property
    def chosen(self) -> list[Span]:
        """The ticked words, in text order."""
        items = (self.words.item(n) for n in range(self.words.count()))
        return [Span(*item.data(SPAN)) for item in items if item.checkState() == Qt.CheckState.Checked]

    def accept(self) -> None:
        """Close with what is there, unless no words are ticked, or all of them."""
        if not self.chosen:
            self._refuse("Tick the words that name somebody else.", self.words)
        elif len(self.chosen) == self.words.count():
            self._refuse("Some words must stay; to rename the person, correct the name.", self.words)
        else:
            super().accept()

    def _ticked(self) -> None:
        said = longest(self._text, self.chosen)
        if said and not self.name.isModified():
            self.name.setText(said)


def longest(text: str, spans: Sequence[Span]) -> str:
    """The fullest form of a name among these words."""
    return max((one_line(text[start:end]) for start, end in spans), key=len, default="")


def _quoted(text: str, span: Span) -> str:
    before, after = around(text, span, _AROUND)
    return f"{before}[{one_line(text[span.start : span.end])}]{after}"

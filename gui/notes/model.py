"""The notes that are listed, as a model of one column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.notes.sieve import Entry
from gui.notes.wording import shortened
from gui.reader.selectionbar import STYLE_NAMES
from store.model import Annotation

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
QUOTE_MOST, NOTE_MOST = 180, 1500
LOST = "These words are no longer in the article"
ON_ALL = "On the whole article"
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class NotesModel(QAbstractTableModel):
    """Notes in the order in which they are listed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._rows: dict[int, int] = {}

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List these; where only what is in some changed, the others are left alone."""
        before, numbers = self.entries, [one.annotation.id for one in entries]
        if numbers == [one.annotation.id for one in before]:
            self.entries = list(entries)
            for row, (old, new) in enumerate(zip(before, entries, strict=True)):
                if old != new:
                    index = self.index(row, 0)
                    self.dataChanged.emit(index, index)
            return
        self.beginResetModel()
        self.entries = list(entries)
        self._rows = {number: row for row, number in enumerate(numbers)}
        self.endResetModel()

    def row_of(self, annotation_id: int) -> int | None:
        """Where a note is in the list."""
        return self._rows.get(annotation_id)

    def entry(self, row: int) -> Entry | None:
        """The note at a place of the list."""
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.entry(index.row())
        if one is None:
            return None
        if role == ENTRY:
            return one
        return said(one) if role in _SAID else None


def said(one: Entry) -> str:
    """What a screen reader says of a note."""
    note = one.annotation
    first = ON_ALL if note.whole else f"Highlight: {shortened(note.anchor.exact, QUOTE_MOST)}"
    words = [first]
    words += [LOST] if note.orphan else []
    words += [f"Note: {shortened(note.note, 400)}"] if note.note else []
    words += [f"Tags: {', '.join(note.tags)}"] if note.tags else []
    words += [f"In: {one.heading}"] if one.heading else []
    return ". ".join(words)


def look_told(note: Annotation) -> str:
    """Colour and shape in words."""
    colour = note.colour.capitalize()
    return colour if note.whole else f"{colour}, {STYLE_NAMES[note.style].lower()}"

"""Completes names after ``person:``, ``country:`` and ``tag:`` in the search box."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate

MOST = 12
"""So many names are offered at once."""

_AT_CURSOR = re.compile(r'(?P<field>person|country|tag):(?P<quote>"?)(?P<typed>[^"]*)\Z', re.IGNORECASE)

_APART = re.compile(r" \((?:[A-Z]{2}|\d+)\)\Z")
"""What tells people of one name apart in lists; a search by name finds all of them."""

_DECIDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

Names = Callable[[str], Sequence[str]]
"""The names of a field, the most frequent first."""


def at_cursor(text: str) -> tuple[str, str, int] | None:
    """The field and what is typed of its value at the end of ``text``, and where that part begins."""
    found = None
    for match in re.finditer(r"(?:^|[\s(\-])(?=(?:person|country|tag):)", text, re.IGNORECASE):
        found = _AT_CURSOR.match(text, match.end()) or found
    if found is None or (not found["quote"] and " " in found["typed"]):
        return None
    return found["field"].lower(), found["typed"], found.start()


def offered(names: Sequence[str], typed: str, fold: Callable[[str], str]) -> list[str]:
    """The first names of which a word begins with what is typed, whatever its accents."""
    wanted = fold(typed.strip())
    whole = dict.fromkeys(_APART.sub("", name) for name in names)
    fitting = (name for name in whole if f" {wanted}" in f" {fold(name)}")
    return [name for name, _ in zip(fitting, range(MOST), strict=False)]


def written(field: str, name: str) -> str:
    """A field with its value as it is typed."""
    return f'{field}:"{name}" ' if re.search(r"\W", name) else f"{field}:{name} "


class Completion(QObject):
    """Offers names while a field is being typed."""

    def __init__(self, box: QLineEdit, names: Names, fold: Callable[[str], str]) -> None:
        super().__init__(box)
        self._box, self._names, self._fold = box, names, fold
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setWidget(box)
        self.completer.setMaxVisibleItems(MOST)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = QListView()
        popup.setObjectName("completion")
        self.completer.setPopup(popup)  # which is the completer's from here on
        popup.setItemDelegate(QStyledItemDelegate(popup))  # its own knows nothing of the theme
        popup.ensurePolished()  # or the first rows are laid out without it
        popup.installEventFilter(self)
        self.completer.activated.connect(self._take)
        box.textEdited.connect(self._edited)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the chosen name and Esc closes the popup; the box would take both keys for itself."""
        popup = self.completer.popup()
        if popup is None or watched is not popup or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress or event.key() not in _DECIDING:
            return False
        chosen = popup.selectionModel().selectedIndexes()
        popup.hide()
        if event.key() == Qt.Key.Key_Escape:
            return True
        if chosen:
            self._take(chosen[0].data())
        return bool(chosen)  # with none chosen, what is typed is searched for

    def _edited(self) -> None:
        here = at_cursor(self._box.text()[: self._box.cursorPosition()])
        names = offered(self._names(here[0]), here[1], self._fold) if here is not None else []
        if here is not None and names and names != [here[1]]:
            self._model.setStringList(names)
            self.completer.complete()
        elif (popup := self.completer.popup()) is not None:
            popup.hide()

    def _take(self, name: str) -> None:
        text, cursor = self._box.text(), self._box.cursorPosition()
        here = at_cursor(text[:cursor])
        if here is not None:
            field, _, start = here
            put = written(field, name)
            self._box.setText(text[:start] + put + text[cursor:].lstrip('"'))
            self._box.setCursorPosition(start + len(put))

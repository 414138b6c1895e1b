"""Completes names while a field of a fact is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate

from gui.search.completion import MOST, offered

_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class NameCompletion(QObject):
    """Offers names while they are typed, of several those of the one at the cursor."""

    def __init__(self, line: QLineEdit, names: Callable[[], Sequence[str]], several: bool) -> None:
        super().__init__(line)
        self._line, self._names, self._several = line, names, several
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setWidget(line)
        self.completer.setMaxVisibleItems(MOST)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = QListView()
        popup.setObjectName("completion")
        self.completer.setPopup(popup)
        popup.setItemDelegate(QStyledItemDelegate(popup))
        popup.installEventFilter(self)
        self.completer.activated.connect(self._take)
        line.textEdited.connect(self._edited)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the chosen name; with none chosen it is for the line, as Esc first closes the list."""
        popup = self.completer.popup()
        if popup is None or watched is not popup or not isinstance(event, QKeyEvent):
            return False
        deciding = event.key() in (*_TAKING, Qt.Key.Key_Escape)
        if event.type() != QEvent.Type.KeyPress or not deciding:
            return False
        chosen = popup.selectionModel().selectedIndexes()
        popup.hide()
        if chosen and event.key() != Qt.Key.Key_Escape:
            self._take(chosen[0].data())
        return True

    def _edited(self) -> None:
        from store.folding import fold

        typed = self._typed()
        names = offered(self._names(), typed, fold) if typed.strip() else []
        if names and names != [typed.strip()]:
            self._model.setStringList(names)
            self.completer.complete()
        elif (popup := self.completer.popup()) is not None:
            popup.hide()

    def _typed(self) -> str:
        before = self._line.text()[: self._line.cursorPosition()]
        return before.rpartition(";")[2] if self._several else before

    def _take(self, name: str) -> None:
        text, cursor = self._line.text(), self._line.cursorPosition()
        start = cursor - len(self._typed())
        put = f" {name}" if start else name
        self._line.setText(text[:start] + put + text[cursor:])
        self._line.setCursorPosition(start + len(put))

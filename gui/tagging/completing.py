"""Completes tags in a field that holds several, with commas between."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from gui.notes.wording import tags_of
from store.folding import fold

MOST = 50


def offered(typed: str, known: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """The tags that ``typed`` may become: those that begin so first, then those with a word that does.

    Letters are folded; among equals the order of ``known`` stays, which has the most used first.
    """
    prefix, without = fold(typed.strip()), {fold(tag) for tag in taken}
    if not prefix:
        return []
    beginning, within = [], []
    for tag in known:
        folded = fold(tag)
        if folded in without:
            continue
        if folded.startswith(prefix):
            beginning.append(tag)
        elif f" {prefix}" in folded.replace("-", " "):
            within.append(tag)
    return [*beginning, *within][:MOST]


class TagCompletion(QObject):
    """Offers the known tags, the most used first, for the tag at the cursor."""

    def __init__(self, line: QLineEdit, known: Callable[[], list[str]]) -> None:
        super().__init__(line)
        self._line, self._known = line, known
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(line)
        popup = self._completer.popup()
        assert popup is not None
        self.popup: QAbstractItemView = popup
        self._completer.activated.connect(self._complete)
        line.textEdited.connect(self._offer)

    def _offer(self, typed: str) -> None:
        before = typed[: self._line.cursorPosition()].rpartition(",")[2].strip()
        others = [tag for tag in tags_of(typed) if fold(tag) != fold(before)]
        found = offered(before, self._known(), others)
        self._model.setStringList(found)
        if found and not (len(found) == 1 and found[0] == before):
            self._completer.complete()
        else:
            self.popup.hide()

    def _complete(self, tag: str) -> None:
        at = self._line.cursorPosition()
        before, after = self._line.text()[:at], self._line.text()[at:]
        kept = before.rpartition(",")[0]
        start = f"{kept}, {tag}" if kept else tag
        self._line.setText(start + after)
        self._line.setCursorPosition(len(start))

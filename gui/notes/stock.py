"""The notes of the whole library, read beside, and again as far as they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from gui.notes.sieve import Entry, entry, ordered, put_in
from gui.operations.desk import Desk
from store.model import Changes


class Stock(QObject):
    """All notes, in the order that is wanted when they are read.

    Signals:
        changed: they are others now; True where they were not there before.
    """

    changed = Signal(bool)

    def __init__(self, desk: Desk, order: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._wanted_order = desk, order
        self.entries: list[Entry] = []
        self.order = ""
        self._there = False
        self._asked = self._whole = 0  # reads so far, and the last one of all
        self._newest: dict[int, int] = {}  # the last read of each note that was read alone since

    def put_in_order(self, before: list[Entry], after: list[Entry], order: str) -> None:
        """The same in another order, where they still are as before."""
        if before is self.entries:
            self.entries, self.order = after, order

    def forget(self) -> None:
        """They are not wanted any more."""
        self.entries, self._there = [], False
        self._asked += 1
        self._whole = self._asked  # what is under way comes too late

    def refresh(self, changes: Changes | None) -> None:
        """Read again what a write changed."""
        if changes is None or changes.listing or not self._there:
            self.read()
        elif changes.annotations:
            self._read_again(changes.annotations)

    def read(self) -> None:
        """Read all of them."""
        library, order = self._desk.library, self._wanted_order()
        self._asked += 1
        asked = self._whole = self._asked
        self._newest = {}

        def show(found: list[Entry]) -> None:
            if asked < self._whole:
                return
            if self._newest:  # some were read again meanwhile: those are the later ones
                kept = [one for one in self.entries if one.annotation.id in self._newest]
                found = [one for one in found if one.annotation.id not in self._newest]
                put_in(found, kept if self._there else (), order)
            first, self._there = not self._there, True
            self.entries, self.order = found, order
            self.changed.emit(first)

        self._desk.tasks.read(
            lambda: ordered(map(entry, library.notes.listed()), order), show, key=("all notes", id(self))
        )

    def _read_again(self, ids: Iterable[int]) -> None:
        library, wanted = self._desk.library, set(ids)
        self._asked += 1
        asked = self._asked
        self._newest.update(dict.fromkeys(wanted, asked))

        def show(found: list[Entry]) -> None:
            mine = {number for number in wanted if self._newest.get(number) == asked}
            if not mine or asked < self._whole:
                return
            order = self._wanted_order()
            kept = [one for one in self.entries if one.annotation.id not in mine]
            if order != self.order:
                kept, self.order = ordered(kept, order), order
            put_in(kept, (one for one in found if one.annotation.id in mine), order)
            self.entries = kept
            self.changed.emit(False)

        self._desk.tasks.read(lambda: [entry(row) for row in library.notes.listed(wanted)], show)

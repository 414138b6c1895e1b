"""What the library knows of the people of an article: read in the background, remembered until it changes."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from gui.operations.desk import Desk
from gui.reader.cards import Known
from store.model import Changes, Dossier, Official

LOOKED_AT = 200
"""So many of a person's newest articles are looked at for posts and ranks."""

_REMEMBERED = 300

_Key = tuple[str, str, str]


class PeopleKnown(QObject):
    """Answers at once with what is known, and tells when more is.

    Signals:
        arrived: what was asked for last has been read.
    """

    arrived = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: OrderedDict[_Key, Dossier | None] = OrderedDict()
        self._asked: set[_Key] = set()
        self._age = 0  # how often what was read was forgotten
        desk.hub.changed.connect(self._changed)

    def ask(self, official: Official) -> Known:
        """What is known of a person of an article; if it is still to be read, ``arrived`` will tell."""
        key = (official.name, official.apart, official.country.value if official.country else "")
        if key in self._known:
            self._known.move_to_end(key)
            return Known(self._known[key])
        if key not in self._asked:
            self._asked.add(key)
            self._read(key, official)
        return Known(looking=True) if key in self._asked else Known(self._known.get(key))

    def _read(self, key: _Key, official: Official) -> None:
        people, age = self._desk.library.people, self._age

        def found(dossier: Dossier | None) -> None:
            if not isValid(self) or age != self._age:
                return  # the window is gone, or the library has changed since
            self._asked.discard(key)
            self._known[key] = dossier
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
            self.arrived.emit()

        self._desk.tasks.read(
            lambda: people.dossier(people.key_of(official), LOOKED_AT), found, lambda _fault: found(None)
        )

    def _changed(self, changes: Changes, _initiator: object) -> None:
        if changes.people or changes.listing or changes.articles:
            self._age += 1
            self._known.clear()
            self._asked.clear()

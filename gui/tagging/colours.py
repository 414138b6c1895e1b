"""Which tag has which colour, for whatever shows a tag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from store.model import Annotation

if TYPE_CHECKING:
    from gui.operations.desk import Desk
    from store.model import Changes


class TagColours(QObject):
    """The colours of the tags of a library, the same in all windows.

    Signals:
        changed: a tag has another colour.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours: dict[str, str] = {}

    def follow(self, desk: Desk) -> None:
        """Read them from the library, now and whenever tags change."""

        def read() -> None:
            # what of the library it is is looked up in the thread: the first screen has no colours
            desk.tasks.read(
                lambda: desk.library.tagging.colours(), self.take, key=("colours of tags", id(self))
            )

        def changed(changes: Changes, _initiator: object) -> None:
            if changes.tags or changes.listing:
                read()

        desk.hub.changed.connect(changed)
        read()

    def take(self, colours: Mapping[str, str]) -> None:
        """These are the colours by tag."""
        folded = {name.casefold(): colour for name, colour in colours.items()}
        if folded != self._colours:
            self._colours = folded
            self.changed.emit()

    def of(self, tag: str) -> str:
        """The colour of a tag; "" where it has none."""
        return self._colours.get(tag.casefold(), "")

    def first(self, tags: Iterable[str]) -> str:
        """The colour of the first of these that has one."""
        return next(filter(None, map(self.of, tags)), "")

    def of_note(self, note: Annotation) -> str:
        """The colour that a highlight is shown in: that of its tags, else its own."""
        return self.first(note.tags) or note.colour

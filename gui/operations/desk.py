"""What every operation needs, and the undoable step they are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from gui.hub import Hub
from gui.tasks import Tasks
from store.errors import StoreError
from store.model import Changes
from store.records import dataclass

if TYPE_CHECKING:
    from store.library import Library


@dataclass(frozen=True, slots=True)
class Desk:
    """The library, the thread that writes, the hub that tells, the stack that undoes."""

    library: Library
    tasks: Tasks
    hub: Hub
    stack: QUndoStack

    def push(self, step: QUndoCommand, told: str = "") -> None:
        """Carry out a step; ``told``: what is said of it with an Undo, where it is not seen by itself."""
        self.stack.push(step)
        if told:
            self.hub.done.emit(told)


class Step(QUndoCommand):
    """One named change. ``do`` and ``back`` call the library on the writing thread and return what changed.

    Writes are carried out in the order they are asked for, so undo may be pressed while the change is
    still under way. A change that the world refuses is told as a fault and leaves the stack.
    """

    def __init__(
        self,
        desk: Desk,
        text: str,
        do: Callable[[], Changes],
        back: Callable[[], Changes],
        initiator: object | None = None,
    ) -> None:
        super().__init__(text)
        self._desk, self._do, self._back, self._initiator = desk, do, back, initiator
        self._is_already = False

    def redo(self) -> None:
        """Carry it out (also the first time, when it is pushed)."""
        if self._is_already:
            self._is_already = False
        else:
            self._start(self._do, self.text())

    def undo(self) -> None:
        """Take it back."""
        self._start(self._back, f"Undo {self.text()}")

    @classmethod
    def already(
        cls, desk: Desk, text: str, again: Callable[[], Changes], back: Callable[[], Changes]
    ) -> Step:
        """A change that is made already; ``again`` makes it once more after it was taken back."""
        step = cls(desk, text, again, back)
        step._is_already = True
        return step

    def _start(self, work: Callable[[], Changes], name: str) -> None:
        self._desk.tasks.write(work, self._told, self._refused, name=name)

    def _told(self, changes: Changes) -> None:
        self._desk.hub.tell(changes, self._initiator)

    def _refused(self, fault: StoreError) -> None:
        if isValid(self):  # the stack may have dropped it meanwhile
            self.setObsolete(True)
        self._desk.hub.refuse(fault)

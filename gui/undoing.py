"""What the menu says of the last change, wherever it was made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from gui.actions import Actions


class Undoing(QObject):
    """Names the change that Undo takes back and the one that Redo makes again, in one window."""

    def __init__(self, stack: QUndoStack, actions: Actions, tell: Callable[[str], object]) -> None:
        super().__init__(actions)
        self._stack, self._actions, self._tell = stack, actions, tell
        actions.connect_all({"edit.undo": self.undo, "edit.redo": self.redo})
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        # not by asking the stack: it tells this too while it is being destroyed
        stack.canUndoChanged.connect(actions["edit.undo"].setEnabled)
        stack.canRedoChanged.connect(actions["edit.redo"].setEnabled)
        self._name_undo(stack.undoText())
        self._name_redo(stack.redoText())
        actions["edit.undo"].setEnabled(stack.canUndo())
        actions["edit.redo"].setEnabled(stack.canRedo())

    def undo(self) -> None:
        """Take the last change back, and say which it was."""
        text = self._stack.undoText()
        self._stack.undo()
        self._tell(f"Undone: {text}")

    def redo(self) -> None:
        """Make it again, and say so."""
        text = self._stack.redoText()
        self._stack.redo()
        self._tell(f"Done again: {text}")

    def _name_undo(self, text: str) -> None:
        self._actions.set_text("edit.undo", f"&Undo {text}".rstrip())

    def _name_redo(self, text: str) -> None:
        self._actions.set_text("edit.redo", f"&Redo {text}".rstrip())

"""Writing on one note: what its editor says is saved, as one step, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from gui.notes.editor import NoteEditor
from gui.operations.annotations import AnnotationOperations
from gui.theme import Theme
from store.model import Annotation


class Writing(QObject):
    """From the opening of an editor until all of it is saved.

    Signals:
        ended: the editor is to go. refused: what was typed could not be saved and the editor is gone.
        settled: nothing waits to be saved any more.
    """

    ended = Signal()
    refused = Signal()
    settled = Signal()

    def __init__(
        self,
        theme: Theme,
        operations: AnnotationOperations,
        annotation: Annotation,
        known_tags: Callable[[], list[str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self.annotation = annotation  # as it will be when all is saved
        self._kept = annotation  # as the library had it last
        self._session = operations.new_session()
        self._under_way = 0  # changes that the library has not answered yet
        self.editor: NoteEditor | None = NoteEditor(theme, annotation, known_tags)
        self.editor.note_typed.connect(self._save_note)
        self.editor.tags_typed.connect(self._save_tags)
        self.editor.ended.connect(self._close)

    @property
    def busy(self) -> bool:
        """Whether something waits to be saved."""
        return self._under_way > 0

    def take(self, annotation: Annotation) -> None:
        """It is so in the library now; what is being typed stays."""
        self._kept = annotation
        if not self._under_way:
            self.annotation = annotation
            if self.editor is not None:
                self.editor.take(annotation)

    def finish(self) -> None:
        """Save what is typed."""
        if self.editor is not None:
            self.editor.save()

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            self.ended.emit()
            editor.hide()
            editor.deleteLater()

    def _save_note(self, note: str) -> None:
        before, self.annotation = self.annotation, replace(self.annotation, note=note)
        self._under_way += 1
        self._operations.set_note(before, note, session=self._session, settled=self._settled, initiator=self)

    def _save_tags(self, tags: tuple[str, ...]) -> None:
        before, self.annotation = self.annotation, replace(self.annotation, tags=tags)
        self._under_way += 1
        self._operations.set_tags(before, tags, session=self._session, settled=self._settled, initiator=self)

    def _settled(self, saved: bool) -> None:
        if not isValid(self):  # the window was closed meanwhile
            return
        self._under_way -= 1
        if saved:
            if not self._under_way:
                self.settled.emit()
            return
        typed, self.annotation = self.annotation, self._kept
        if self.editor is not None:
            self.editor.refused()
        else:
            self.annotation = typed
            self.refused.emit()

    @property
    def kept(self) -> Annotation:
        """As the library had it last."""
        return self._kept

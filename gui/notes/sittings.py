"""Which notes of a list are being written on: editors that come and go, and what could not be saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal

from gui.notes.view import NotesView
from gui.notes.writing import Writing
from gui.operations.annotations import AnnotationOperations
from gui.theme import Theme
from store.model import Annotation


class Sittings(QObject):
    """The sittings at the notes of one list.

    Signals:
        ended: an editor is gone. link_asked: an address in a preview.
    """

    ended = Signal()
    link_asked = Signal(str)

    def __init__(self, theme: Theme, operations: AnnotationOperations, view: NotesView) -> None:
        super().__init__(view)
        self._theme, self._operations, self._view = theme, operations, view
        self._writing: dict[int, Writing] = {}
        self._unsaved: dict[int, Annotation] = {}  # as typed, where it could not be saved
        self._tags: list[str] = []

    def at(self, annotation_id: int) -> Writing | None:
        """What is being written on a note."""
        found = self._writing.get(annotation_id)
        return found if found is not None and found.editor is not None else None

    @property
    def open(self) -> list[int]:
        """Numbers of the notes whose editors are open."""
        return [number for number in self._writing if self.at(number) is not None]

    def refresh(self) -> None:
        """Tags may have come or gone."""
        if self._writing:
            self._read_tags()

    def finish(self, article_id: int | None = None) -> None:
        """Save whatever is being typed; with ``article_id``, but for the notes of that article."""
        for one in list(self._writing.values()):
            if one.annotation.article_id != article_id:
                one.finish()

    def take(self, there: Mapping[int, Annotation]) -> None:
        """These are the notes of the list now: an editor whose note is none of them is closed."""
        for number, one in list(self._writing.items()):
            if number in there:
                one.take(there[number])
            elif one.editor is not None:
                one.editor.end()

    def resume(self, there: Mapping[int, Annotation]) -> None:
        """What could not be saved stands in its note again, where that is in the list."""
        for number in [number for number in self._unsaved if number in there]:
            self._begin(there[number], False, self._unsaved.pop(number))

    def write(self, note: Annotation, tags: bool) -> None:
        """Open the editor of a note with the keyboard in it, or in its tags."""
        there = self.at(note.id)
        if there is not None and there.editor is not None:
            there.editor.start(tags)
            return
        old = self._writing.get(note.id)  # closed, and not saved yet
        self._begin(old.annotation if old is not None else note, tags, self._unsaved.pop(note.id, None))

    # -- inside

    def _begin(self, note: Annotation, tags: bool, typed: Annotation | None) -> None:
        """Open the editor of a note; ``typed`` stands in it, not saved yet."""
        one = Writing(self._theme, self._operations, note, lambda: self._tags, self)
        self._writing[note.id] = one
        editor = one.editor
        assert editor is not None
        if typed is not None:
            editor.put(typed.note, typed.tags)
        editor.grown.connect(self._view.fit)
        editor.link_asked.connect(self.link_asked)
        one.ended.connect(lambda: self._ended(one))
        one.refused.connect(lambda: self._refused(one))
        one.settled.connect(lambda: self._settled(one))
        self._view.set_editor(note.id, editor)
        editor.start(tags)
        self._read_tags()

    def _ended(self, one: Writing) -> None:
        focused = self._view.window().focusWidget()
        had_focus = focused is not None and self._view.isAncestorOf(focused)
        self._view.set_editor(one.annotation.id, None)
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not one.busy:
            self._settled(one)
        self.ended.emit()

    def _settled(self, one: Writing) -> None:
        """All that was typed is saved. Where nothing was, on an article as a whole, the note goes."""
        if one.editor is not None:
            return
        note = one.annotation
        if self._writing.get(note.id) is one:
            del self._writing[note.id]
            if note.whole and not note.note and not note.tags:
                self._operations.give_up(note, initiator=self)
        one.deleteLater()

    def _refused(self, one: Writing) -> None:
        """What was typed could not be saved, and its editor is gone: it stands in one again."""
        typed, kept = one.annotation, one.kept
        if self._writing.get(typed.id) is one:
            del self._writing[typed.id]
        one.deleteLater()
        if self._view.holds(typed.id):
            self._begin(kept, False, typed)
        else:
            self._unsaved[typed.id] = typed

    def _read_tags(self) -> None:
        desk = self._operations.desk
        tagging = desk.library.tagging
        desk.tasks.read(
            lambda: [tag.name for tag in tagging.known()], self._show_tags, key=("tags of notes", id(self))
        )

    def _show_tags(self, tags: list[str]) -> None:
        self._tags = tags

"""A card of the notes pane: a face, and while one writes, an editor below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui import icons
from gui.notes.editor import NoteEditor
from gui.notes.face import NoteFace
from gui.operations.annotations import AnnotationOperations
from gui.reader.looks import COLOURS
from gui.reader.selectionbar import STYLE_NAMES, swatch
from gui.theme import Theme
from store.model import Annotation, MarkStyle


class NoteCard(QWidget):
    """One annotation, read and edited in place.

    Signals:
        went: go to its words. deleted: take it away. stepped: to another card.
        editing_changed: it is being edited (True) or no longer.
    """

    went = Signal()
    deleted = Signal()
    stepped = Signal(int)
    editing_changed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        operations: AnnotationOperations,
        annotation: Annotation,
        heading: str,
        known_tags: Callable[[], list[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._operations, self._known_tags = theme, operations, known_tags
        self.annotation = annotation
        self._kept = annotation  # as the library had it last
        self._chosen = False
        self._session = 0
        self._under_way = 0  # changes that the library has not answered yet
        self.face = NoteFace(theme, annotation, heading, self)
        self.editor: NoteEditor | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(1, 1, 1, 1)
        self._box.setSpacing(0)
        self._box.addWidget(self.face)
        self.setFocusProxy(self.face)
        self.face.went.connect(self.went)
        self.face.deleted.connect(self.deleted)
        self.face.stepped.connect(self.stepped)
        self.face.edited.connect(self.edit)
        theme.changed.connect(self.update)

    def show_annotation(self, annotation: Annotation, heading: str) -> None:
        """Show what is in the library now; what is being typed stays."""
        self._kept = annotation
        if not self._under_way:
            self.annotation = annotation
        self.face.show_annotation(annotation, heading)
        if self.editor is not None and not self._under_way:
            self.editor.take(annotation)

    def set_chosen(self, chosen: bool) -> None:
        """Show as chosen."""
        self._chosen = chosen
        self.update()

    # -- editing

    def edit(self, tags: bool = False) -> None:
        """Open the editor with the keyboard in it."""
        if self.editor is None:
            self._session = self._operations.new_session()
            self.editor = NoteEditor(self.annotation, self._known_tags, self)
            self.editor.note_typed.connect(self._save_note)
            self.editor.tags_typed.connect(self._save_tags)
            self.editor.ended.connect(self._ended)
            self._box.addWidget(self.editor)
            self.face.set_brief(True)
            self.editing_changed.emit(True)
        self.editor.start(tags)

    def finish(self) -> None:
        """Save what is being typed."""
        if self.editor is not None:
            self.editor.save()

    def _ended(self) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        had_focus = self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self._box.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self.face.set_brief(False)
        if had_focus:
            self.face.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editing_changed.emit(False)

    def _save_note(self, note: str) -> None:
        before, self.annotation = self.annotation, replace(self.annotation, note=note)
        self._under_way += 1
        self._operations.set_note(before, note, session=self._session, settled=self._settled, initiator=self)

    def _save_tags(self, tags: tuple[str, ...]) -> None:
        before, self.annotation = self.annotation, replace(self.annotation, tags=tags)
        self._under_way += 1
        self._operations.set_tags(before, tags, session=self._session, settled=self._settled, initiator=self)

    def _settled(self, saved: bool) -> None:
        if not isValid(self):  # the pane may show another article by now
            return
        self._under_way -= 1
        if saved:
            return
        typed, self.annotation = self.annotation, self._kept
        if self.editor is None:  # what could not be saved is not lost: it stands in the editor again
            self.edit()
            assert self.editor is not None
            self.editor.put(typed.note, typed.tags)
        else:
            self.editor.refused()

    # -- menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with it."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        theme = self._theme
        menu.addAction(icons.icon("goto", theme), "&Go to the words", self.went.emit)
        menu.addAction(icons.icon("pencil", theme), "&Edit note", lambda: self.edit())
        menu.addAction(icons.icon("tag", theme), "Edit &tags", lambda: self.edit(tags=True))
        colours, shapes = menu.addMenu("&Colour"), menu.addMenu("&Shape")
        now = self.annotation
        for colour in COLOURS:
            entry = colours.addAction(swatch(theme, colour, now.style), colour.capitalize())
            entry.triggered.connect(partial(self._restyle, colour, now.style))
        for style in MarkStyle:
            entry = shapes.addAction(swatch(theme, now.colour, style), STYLE_NAMES[style])
            entry.triggered.connect(partial(self._restyle, now.colour, style))
        menu.addSeparator()
        menu.addAction(icons.icon("trash", theme), "&Delete", self.deleted.emit)
        return menu

    def _restyle(self, colour: str, style: MarkStyle, _checked: bool = False) -> None:
        self._operations.restyle(self.annotation, colour, style, initiator=self)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card; chosen or with the keyboard it has an edge."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.face.hasFocus():
                painter.setPen(QPen(theme.colour("focus"), 2))
            else:
                painter.setPen(theme.colour("accent" if self._chosen else "border"))
            painter.setBrush(theme.colour("card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

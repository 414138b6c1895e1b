"""Writes the note and the tags of one annotation, in its card, saving while one types.

A note is Markdown and is kept as it was typed; the preview shows it as the card will.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.notes.preview import NotePreview
from gui.notes.wording import tags_of, typed_of
from gui.tagging.completing import TagCompletion
from gui.theme import Theme
from store.model import Annotation

SAVE_AFTER = 700  # milliseconds without a key
SAVE_AT_LAST = 5000  # milliseconds of typing without a pause
_LINES_LEAST, _LINES_MOST = 2, 12
_FRAME = 12  # the edge of the field and the room within it, above and below


class NoteEditor(QWidget):
    """Two fields. What is typed is saved after a pause, when the fields are left, and at the end.

    Signals:
        note_typed, tags_typed: to be saved.
        ended: editing is over; everything was saved before.
        grown: it wants another height.
        link_asked: a link of the preview was clicked.
    """

    note_typed = Signal(str)
    tags_typed = Signal(tuple)
    ended = Signal()
    grown = Signal()
    link_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        annotation: Annotation,
        known_tags: Callable[[], list[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note, self._tags = annotation.note, annotation.tags  # as last sent or taken
        self._closing = False
        self._room = 9999
        self.wanted = 0  # its height, had it all the room there is
        self.note = QPlainTextEdit(self)
        self.note.setPlainText(annotation.note)
        self.note.setPlaceholderText("Write a note; **bold**, - lists and [links](address) are shown as such")
        self.note.setAccessibleName("Note")
        self.note.setTabChangesFocus(True)
        self.tags = QLineEdit(typed_of(annotation.tags), self)
        self.tags.setPlaceholderText("Tags")
        self.tags.setToolTip("Tags, with commas between")
        self.tags.setAccessibleName("Tags")
        self.tags.setCursorPosition(0)  # the first is seen where there is no room for all
        self.preview = NotePreview(theme, self)
        self.preview.hide()
        self.preview.link_asked.connect(self.link_asked)
        self.switch = QToolButton(self)
        self.switch.setText("Preview")
        self.switch.setCheckable(True)
        self.switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.switch.setToolTip("Show the note as it will look, or write on (Ctrl+E)")
        self.switch.toggled.connect(self._show_preview)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 0, 10, 10)
        box.setSpacing(5)
        below = QHBoxLayout()
        below.setSpacing(5)
        below.addWidget(self.tags, 1)
        below.addWidget(self.switch)
        box.addWidget(self.note)
        box.addWidget(self.preview)
        box.addLayout(below)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SAVE_AT_LAST)
        self._late.timeout.connect(self.save)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SAVE_AFTER)
        self._pause.timeout.connect(self.save)
        self.note.textChanged.connect(self._typed)
        self.tags.textChanged.connect(self._wait)
        for field in (self.note, self.preview, self.tags, self.switch):
            field.installEventFilter(self)
        self.popup = TagCompletion(self.tags, known_tags).popup
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # between the fields one is still in it
        self.setFocusProxy(self.note)
        self._fit()

    # -- saving

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self.note.toPlainText() != self._note or tags_of(self.tags.text()) != self._tags

    def save(self) -> None:
        """Save what was typed."""
        self._pause.stop()
        self._late.stop()
        note, tags = self.note.toPlainText(), tags_of(self.tags.text())
        other_note, other_tags = note != self._note, tags != self._tags
        self._note, self._tags = note, tags
        if other_note:
            self.note_typed.emit(note)
        if other_tags:
            self.tags_typed.emit(tags)

    def refused(self) -> None:
        """What was sent last was not saved: it counts as typed and not saved."""
        self._note, self._tags = "\0", ("\0",)

    def put(self, note: str, tags: tuple[str, ...]) -> None:
        """Stand here as typed and not saved."""
        self.note.setPlainText(note)
        self.tags.setText(typed_of(tags))

    def take(self, annotation: Annotation) -> None:
        """Show what it is in the library now (an undo, another window), unless something else was typed."""
        if self.dirty:
            return
        if annotation.note != self.note.toPlainText():
            self._note = annotation.note
            self.note.setPlainText(annotation.note)
        if annotation.tags != self._tags:
            self._tags = annotation.tags
            self.tags.setText(typed_of(annotation.tags))
        self._pause.stop()
        self._late.stop()

    def end(self) -> None:
        """Save and close; what is refused at once stays open."""
        if self._closing:
            return
        self._closing = True
        self.save()
        if self.dirty:
            self._closing = False
        else:
            self.ended.emit()

    # -- keys and focus

    def start(self, tags: bool = False) -> None:
        """Put the keyboard into the note, or into the tags."""
        self.switch.setChecked(False)
        (self.tags if tags else self.note).setFocus(Qt.FocusReason.OtherFocusReason)
        self.note.moveCursor(self.note.textCursor().MoveOperation.End)
        if tags:
            self.tags.end(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc and Ctrl+Enter end, Enter ends in the tags; leaving both fields ends as well."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self.save()
            if event.reason() not in (
                Qt.FocusReason.PopupFocusReason,
                Qt.FocusReason.ActiveWindowFocusReason,
                Qt.FocusReason.MenuBarFocusReason,
            ):
                QTimer.singleShot(0, self, self._end_if_left)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What lies below is not clicked."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What lies below is not clicked."""
        event.accept()

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.popup.isVisible() and (enter or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab)):
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_E:
            self.switch.toggle()
            return True
        if event.key() == Qt.Key.Key_Escape or (enter and (control or watched is self.tags)):
            self.end()
            return True
        return False

    def _end_if_left(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not (focus is self or self.isAncestorOf(focus)):
            self.end()

    # -- as it will look

    def _show_preview(self, on: bool) -> None:
        """Show the note as its card will, or write on where one was."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.preview.show_note(self.note.toPlainText())
        came, went = (self.preview, self.note) if on else (self.note, self.preview)
        came.show()
        if inside:
            came.setFocus(Qt.FocusReason.OtherFocusReason)
        went.hide()
        self._fit()

    # -- size

    def set_room(self, height: int) -> None:
        """Be no higher than so much, if it can be helped."""
        if height != self._room:
            self._room = height
            self._fit()

    def _typed(self) -> None:
        self._wait()
        self._fit()

    def _wait(self) -> None:
        """Save after a pause, but not never."""
        self._pause.start()
        if not self._late.isActive():
            self._late.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "popup"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines, another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        count = self.note.document().lineCount()
        lines = min(max(count, _LINES_LEAST), _LINES_MOST)
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        around = 2 * round(self.note.document().documentMargin()) + _FRAME
        line, before = self.note.fontMetrics().lineSpacing(), (self.sizeHint().height(), self.wanted)
        least, most = _LINES_LEAST * line + around, _LINES_MOST * line + around
        most = max(least, min(most, self._room - self.tags.sizeHint().height() - 15))
        height = min(lines * line + around, most)
        self.note.setVerticalScrollBarPolicy(on if count * line + around > height else off)
        self.note.setFixedHeight(height)
        self.preview.fit(least, most)
        self.wanted = self.sizeHint().height() - height + lines * line + around
        if (self.sizeHint().height(), self.wanted) != before:
            self.grown.emit()

"""Putting a field right where it stands: a line, a few lines for posts, or a menu of a few values."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.facts import spelling
from gui.facts.completing import NameCompletion

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDING = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_STAYING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_LINES = 6
_NARROWEST = 120


class FieldEditor(QFrame):
    """Stands over a field while it is written anew. Enter keeps, Esc leaves it as it was.

    Signals:
        given: the new value, as rulings hold it.
        left: it is over, whatever came of it.
        resized: it needs more room, or less.
    """

    given = Signal(object)
    left = Signal()
    resized = Signal()

    def __init__(
        self, field: str, value: object, names: Callable[[], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.field, self._before = field, spelling.written(field, value)
        self._port = parent
        self._over = False
        self.setObjectName("field_editor")
        self.setAutoFillBackground(True)
        self.line: QLineEdit | QPlainTextEdit = self._lines() if field == "posts" else self._line()
        self.line.setAccessibleName(spelling.name_of(field).capitalize())
        self.line.setPlaceholderText(
            "Not stated" if field in spelling.SEVERAL else spelling.HINTS.get(field, "Not stated")
        )
        self.line.installEventFilter(self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setContentsMargins(6, 0, 6, 3)
        if field in spelling.SEVERAL:  # how they are written, where the field is not empty, too
            self.told.setText(spelling.HINTS[field])
            self.told.setProperty("tone", "muted")
        else:
            self.told.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.line)
        box.addWidget(self.told)
        if isinstance(self.line, QLineEdit) and field in ("country", *spelling.LISTS):
            NameCompletion(self.line, names, several=field in spelling.LISTS)

    def _line(self) -> QLineEdit:
        line = QLineEdit(self._before, self)
        if self.field not in spelling.LISTS:  # to a list one mostly adds
            line.selectAll()
        return line

    def _lines(self) -> QPlainTextEdit:
        lines = QPlainTextEdit(self._before, self)
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines.setToolTip("Enter keeps it, Shift+Enter begins another line")
        lines.moveCursor(QTextCursor.MoveOperation.End)
        lines.document().documentLayout().documentSizeChanged.connect(self._grow)
        return lines

    def _grow(self) -> None:
        """As high as its lines."""
        if isinstance(self.line, QPlainTextEdit):
            rows = max(2, min(_LINES, round(self.line.document().size().height())))
            height = rows * self.line.fontMetrics().lineSpacing() + 18
            if height != self.line.height():
                self.line.setFixedHeight(height)
                self.resized.emit()

    @property
    def text(self) -> str:
        """What is written."""
        return self.line.text() if isinstance(self.line, QLineEdit) else self.line.toPlainText()

    def stand(self, room: QRect) -> None:
        """Stand at a place of the parent, within it."""
        width = min(max(room.width(), _NARROWEST), self._port.width() - 4)
        left = max(0, min(room.left(), self._port.width() - width - 4))
        self.resize(width, self.height())
        self.line.resize(width, self.line.height())  # its lines break for the new width at once
        self._grow()
        height = self.height_for(width)
        top = max(0, min(room.top() - 3, self._port.height() - height - 2))
        self.setGeometry(left, top, width, height)

    def height_for(self, width: int) -> int:
        """How high it is at some width, with what is said of it."""
        told = 0 if self.told.isHidden() else self.told.heightForWidth(width) + 2
        line = self.line.height() if isinstance(self.line, QPlainTextEdit) else self.line.sizeHint().height()
        return line + told

    def keep(self) -> bool:
        """Give the new value, unless nothing can be meant by it; then say so and stay."""
        if self._over:
            return True
        try:
            value = spelling.meant(self.field, self.text)
        except ValueError as fault:
            self._refuse(str(fault))
            return False
        changed = self.text != self._before
        self.leave()
        if changed:
            self.given.emit(value)
        return True

    def leave(self) -> None:
        """Leave the field as it was."""
        if not self._over:
            self._over = True
            self.left.emit()
            self.hide()
            self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab keep, Esc leaves; to go elsewhere keeps what can be meant."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()  # or a window-wide Esc would be meant
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        # What cannot be meant stays there, with what is wrong about it.
        elif isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYING:
            self.keep()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
            return True
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER and shifted and isinstance(self.line, QPlainTextEdit):
            self.line.insertPlainText("\n")
            return True
        if key in _ENDING:
            self.keep()
            return True
        return False

    def _refuse(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setProperty("tone", "danger")
        self.told.style().polish(self.told)
        self.told.show()
        self.setProperty("wrong", "true")
        self.style().polish(self)
        self.line.setAccessibleDescription(sentence)
        self.resized.emit()


def choice_menu(field: str, value: object, give: Callable[[str], object], parent: QWidget) -> QMenu:
    """The values that a field can have, the present one ticked."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for known, words in spelling.CHOICES[field].items():
        entry = menu.addAction(words.capitalize())
        entry.setCheckable(True)
        entry.setChecked(known == value)
        entry.triggered.connect(lambda _on=False, chosen=known: give(chosen))
        if known == value:
            menu.setActiveAction(entry)
    return menu


def corner(widget: QWidget, place: QRect) -> QPoint:
    """The lower left corner of a place of a widget, on the screen."""
    return widget.mapToGlobal(place.bottomLeft())

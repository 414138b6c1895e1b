"""The palette itself: a line and a list under it, over the panes near the top of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QSizePolicy, QVBoxLayout, QWidget

from gui import icons
from gui.palette.entries import Entry
from gui.palette.matching import Found
from gui.palette.rows import FOUND, RowDelegate, Rows
from gui.speech import say
from gui.theme import Theme
from gui.viewports import give_viewport

WIDEST, ROWS = 680, 12
"""Width at most, and so many rows before the list scrolls."""

HINT = " &nbsp;&nbsp; ".join(
    f"<b>{sign}</b> {what}"
    for sign, what in (
        ("&gt;", "actions only"),
        ("@", "people"),
        ("#", "tags"),
        (":", "pages"),
        ("/", "search all"),
        ("Ctrl+Enter", "in a new tab"),
    )
)

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS - 1,
    Qt.Key.Key_PageUp: 1 - ROWS,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (*_STEPS, *_ENTER, Qt.Key.Key_Escape)
_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class Palette(QFrame):
    """Says what is typed, shows what is found, and tells what is chosen."""

    typed = Signal(str)
    """What stands in the line now."""

    chosen = Signal(object, bool)
    """``(Entry, whether in a new tab)``."""

    closed = Signal(bool)
    """It is gone; whether the keyboard was still in it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName("Go to an action or a place")
        self._theme, self._window = theme, window
        self.line = _Line(self)
        self.more_to_come = False
        """Nothing fits yet and something may: Enter waits for it."""
        self._entered: bool | None = None  # Enter was pressed meanwhile; whether with Ctrl
        self._glass = QAction(self.line)
        self.line.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.rows = Rows(self)
        self.list = QListView(self)
        give_viewport(self.list)
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName("What fits")
        self.list.setModel(self.rows)
        self._delegate = RowDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(self)
        self.nothing.setProperty("tone", "muted")
        self.nothing.setContentsMargins(14, 8, 14, 10)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setWordWrap(True)
        hint = QLabel(HINT, self)
        hint.setObjectName("palette_hint")
        hint.setProperty("tone", "muted")
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        for part in (self.line, self.list, self.nothing, hint):
            box.addWidget(part)
        self.hide()
        self.line.textChanged.connect(self._typed)
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self._enter)
        self.line.left.connect(self.close_up)
        self.list.clicked.connect(lambda index: self._choose(index, False))
        self.list.selectionModel().currentChanged.connect(self._moved)
        theme.changed.connect(self._recolour)
        self._recolour()

    # -- showing

    def open_up(self) -> None:
        """Show it over the window, with the keyboard in its line."""
        with QSignalBlocker(self.line):
            self.line.clear()
        self._window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Hide it."""
        if not self.isHidden():
            had_keyboard = self.line.hasFocus()
            self.hide()
            self._window.removeEventFilter(self)
            self.closed.emit(had_keyboard)

    def show_found(self, found: Sequence[Found], nothing: str = "") -> None:
        """Show what fits, the same entry chosen as before if the person had moved to it; else the first."""
        current = self.current
        kept = current.name if current is not None and self.list.currentIndex().row() > 0 else ""
        self.rows.show(found)
        place = next((n for n, one in enumerate(found) if one.entry.name == kept), 0)
        self.nothing.setText(nothing)
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self._place()
        if found:
            self.list.setCurrentIndex(self.rows.index(place, 0))
            self.list.scrollTo(self.list.currentIndex())
        elif nothing:
            say(self.line, nothing)
        if self._entered is not None and not self.more_to_come:
            self._enter(self._entered)

    @property
    def current(self) -> Entry | None:
        """The entry that Enter would choose."""
        found = self.list.currentIndex().data(FOUND)
        return found.entry if found is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays in the middle of a window that changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        rows = min(len(self.rows.found), ROWS)
        self.list.setFixedHeight(rows * self._delegate.height() + 8)
        return super().sizeHint()

    # -- inside

    def _place(self) -> None:
        window = self._window
        width = min(WIDEST, window.width() - 48)
        self.nothing.setMaximumWidth(width)
        hint = self.sizeHint()
        top = max(36, round(window.height() * 0.09))
        height = min(hint.height(), window.height() - top - 24)
        if height < hint.height():
            self.list.setFixedHeight(max(60, self.list.height() - (hint.height() - height)))
        self.setGeometry((window.width() - width) // 2, top, width, height)

    def _typed(self, text: str) -> None:
        self._entered = None
        self.typed.emit(text)

    def _step(self, by: int) -> None:
        count = self.rows.rowCount()
        if not count:
            return
        place = self.list.currentIndex().row()
        end = min(max(place + by, 0), count - 1)
        place = (place + by) % count if by in (1, -1) else end  # one by one goes round the end
        self.list.setCurrentIndex(self.rows.index(place, 0))

    def _enter(self, new_tab: bool) -> None:
        self._entered = new_tab if self.more_to_come else None
        if not self.more_to_come:
            self._choose(self.list.currentIndex(), new_tab)

    def _choose(self, index: QModelIndex, new_tab: bool) -> None:
        found = index.data(FOUND)
        if found is not None and found.entry.off:
            say(self.line, f"{found.entry.title}: {found.entry.off}")
        elif found is not None:
            self.close_up()
            self.chosen.emit(found.entry, new_tab)

    def _moved(self, index: QModelIndex) -> None:
        found = index.data(FOUND)
        if found is not None and self.isVisible():
            say(self.line, found.entry.spoken)

    def _recolour(self) -> None:
        self._glass.setIcon(icons.icon("search", self._theme, "text.muted"))
        self.list.viewport().update()


class _Line(QLineEdit):
    """The line: its keys move in the list, choose and close."""

    stepped = Signal(int)
    entered = Signal(bool)  # whether with Ctrl
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette_line")
        self.setPlaceholderText("Find an action, an article, a person or any other place")
        self.setAccessibleName("Find an action or a place")
        self.setAccessibleDescription("Up and Down choose, Enter does it, Escape closes")
        self.setClearButtonEnabled(True)

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, whichever action of the window has them too."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OWN
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()

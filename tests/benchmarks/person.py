"""A person at the window: wheel, keys and mouse, as a script; it goes on when the window has answered."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeySequence, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QTextEdit,
    QWidget,
)

from gui.notes.editor import NoteEditor
from gui.window import MainWindow

TYPING = 0.06
"""Seconds between two letters of a person who types fast."""

HELD = 0.03
"""Seconds between two presses of a key that is held down."""

PATIENCE = 30
"""Seconds after which an answer that has not come is a fault."""

OPENED = 200
QUERIES = ("military cooperation", '"peace process" baku', "minister energ", "tokyo OR oslo")

PARTS = (
    "scroll",
    "search",
    "filter",
    "open_by_keys",
    "open_by_clicks",
    "annotate",
    "tag",
    "focus",
    "open_tabs",
    "use_two_sides",
    "use_palette",
    "change_looks",
    "take_back",
)

Wait = float | Callable[[], bool]
Steps = Iterator[Wait]


class Person:
    """Does one thing after the other; ``go_on`` is called at each beat and says what is being done."""

    def __init__(self, window: MainWindow, then: Callable[[], None], parts: Sequence[str] = ()) -> None:
        """``then`` is called when all is done; ``parts``: only these of ``PARTS``."""
        self.window, self._then, self._parts = window, then, parts
        self._random = random.Random(5)
        self._doing, self._steps = "the first screen", self._day()
        self._ready: Callable[[], bool] | None = None
        self._until = 0.0

    def go_on(self) -> str:
        """Do the next thing, if what was waited for is there."""
        now = time.perf_counter()
        if QApplication.activeWindow() is None:  # without a screen nobody makes a window active but we
            (QApplication.activeModalWidget() or self.window).activateWindow()
            return self._doing
        if self._ready is not None and not self._ready():
            if now > self._until:
                raise TimeoutError(f"no answer: {self._doing}; keyboard in {self._target()}")
            return self._doing
        if self._ready is None and now < self._until:
            return self._doing
        wait = next(self._steps, None)
        if wait is None:
            self._then()
        elif callable(wait):
            self._ready, self._until = wait, now + PATIENCE
        else:
            self._ready, self._until = None, now + wait
        return self._doing

    # -- what is done

    def _day(self) -> Steps:
        yield self._is_quiet
        for part in PARTS:
            if not self._parts or part in self._parts:
                self.window.articles.setFocus()
                yield from getattr(self, f"_{part}")()
                yield self._is_quiet

    def _scroll(self) -> Steps:
        view = self.window.articles.view
        self._doing = "turn the wheel over the list"
        for notch in range(90):
            _turn_wheel(view.viewport(), -3 if notch < 60 else 4)
            yield HELD
        self._doing = "drag the bar of the list"
        bar = view.verticalScrollBar()
        for _ in range(25):
            yield from _drag(bar, self._random.random())
        self._doing = "Home and End in the list"
        for keys in ("End", "Home"):
            self._press(keys, view)
            yield self._is_quiet

    def _search(self) -> Steps:
        box = self.window.search.box
        for query in QUERIES:
            self._doing = "start a search"
            self._press("/")
            yield box.hasFocus
            yield from self._type(query, box)
            yield self._is_quiet
            self._doing = "open what was found"
            self._press("Return")
            yield self._is_quiet
            for _ in range(3):
                self._press("J")
                yield self._is_quiet
            self._press("/")
            yield box.hasFocus
            self._doing = "take a search away"
            for _ in range(len(query)):
                self._press("Backspace", box)
                yield HELD
            yield self._is_quiet
        self._press("Esc", box)

    def _filter(self) -> Steps:
        tree = self.window.sidebar.tree
        self._doing = "choose filters"
        for place in range(1, 14):
            index = tree.indexAt(QPoint(60, place * tree.sizeHintForRow(0) + 4))
            if index.isValid():
                _click(tree.viewport(), tree.visualRect(index).center())
                yield self._is_quiet
        self._doing = "clear the filters"
        self.window.actions_["edit.clear"].trigger()
        yield self._is_quiet

    def _open_by_keys(self) -> Steps:
        self._press("Home", self.window.articles.view)
        yield self._is_quiet
        self._doing = "hold J"
        for _ in range(30):
            self._press("J")
            yield HELD
        yield self._is_quiet
        self._doing = "open articles by J"
        for _ in range(OPENED // 2 - 30):
            self._press("J")
            yield self._is_quiet
            self._doing = "turn the wheel over an article"
            _turn_wheel(self.window.reading.reader.view.viewport(), -3)
            yield HELD
            self._doing = "open articles by J"

    def _open_by_clicks(self) -> Steps:
        view, bar = self.window.articles.view, self.window.articles.view.verticalScrollBar()
        for number in range(OPENED // 2):
            if number % 5 == 0:
                self._doing = "drag the bar of the list"
                yield from _drag(bar, self._random.random())
            self._doing = "open articles by clicks"
            rows = view.viewport().height() // view.rowHeight(0)
            place = view.rowAt(0) + 1 + number % max(1, rows - 1)
            yield lambda place=place: self.window.model.peek(place) is not None
            _click(view.viewport(), view.visualRect(self.window.model.index(place, 0)).center())
            yield self._is_quiet

    def _annotate(self) -> Steps:
        for number in range(12):
            self._doing = "open articles by J"
            self._press("J", self.window.articles.view)
            yield self._is_quiet
            view = self.window.reading.reader.view
            for _ in range(2):
                self._doing = "select words with the mouse"
                yield from self._select_words(view)
                self._doing = "highlight words"
                self._press("Ctrl+H", view)
                yield self._is_quiet
            yield from self._select_words(view)
            self._doing = "begin a note"
            self._press("Ctrl+M", view)
            yield self._writes
            yield from self._type(f"Compare with note {number}", "write a note")
            self._press("Esc")
            yield lambda: not self._writes() and self._is_quiet()

    def _select_words(self, view: QTextEdit) -> Steps:
        height = view.viewport().height()
        start = QPoint(view.viewport().width() // 4, self._random.randrange(height // 5, height * 4 // 5))
        first = view.cursorForPosition(start)
        first.movePosition(QTextCursor.MoveOperation.StartOfWord)
        last = QTextCursor(first)
        last.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, 25)
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=_middle(view.cursorRect(first)))
        yield 0.0
        QTest.mouseMove(view.viewport(), _middle(view.cursorRect(last)))
        yield 0.0
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=_middle(view.cursorRect(last)))
        yield 0.0

    def _tag(self) -> Steps:
        for number in range(3):
            self._press("J")
            yield self._is_quiet
            self._doing = "tag articles"
            self._press("Ctrl+Shift+A")
            yield lambda: isinstance(self._target(), QLineEdit)
            yield from self._type(f"tag {number}", "type a tag")
            self._doing = "tag articles"
            self._press("Return")  # the tag
            yield 0.0
            self._press("Return")  # that is all
            yield lambda: QApplication.activeModalWidget() is None and self._is_quiet()

    def _focus(self) -> Steps:
        self._doing = "focus mode"
        self._press("F8")
        yield self._is_quiet
        for _ in range(5):
            self._press("J")
            yield self._is_quiet
        self._press("F8")
        yield self._is_quiet

    def _open_tabs(self) -> Steps:
        self._doing = "open tabs"
        for number in range(5):
            self._press("Ctrl+Return")
            yield lambda number=number: len(self.window.reading.column.tabs) == number + 2
            yield self._is_quiet
            self._press("J")
            yield self._is_quiet
        self._doing = "go from tab to tab"
        for _ in range(10):
            self._press("Ctrl+Tab")
            yield self._is_quiet
        self._doing = "close tabs"
        for _ in range(4):
            self._press("Ctrl+W")
            yield self._is_quiet

    def _use_two_sides(self) -> Steps:
        self._doing = "open a second side"
        self._press("Ctrl+\\")
        yield lambda: len(self.window.reading.columns.all) == 2
        yield self._is_quiet
        self._doing = "read side by side"
        for _ in range(5):
            self._press("J")
            yield self._is_quiet
            _turn_wheel(self.window.reading.reader.view.viewport(), -3)
            yield HELD
        self._doing = "close the second side"
        self._press("Ctrl+\\")
        yield lambda: len(self.window.reading.columns.all) == 1
        yield self._is_quiet

    def _use_palette(self) -> Steps:
        for words in ("theme", "hasanov", "oldest", "baku"):
            self._doing = "open the palette"
            self._press("Ctrl+K")
            yield lambda: isinstance(self._target(), QLineEdit)
            yield from self._type(words, "type in the palette")
            yield self._is_quiet
            self._press("Esc")
            yield self._is_quiet

    def _change_looks(self) -> Steps:
        for theme in ("dark", "light"):
            self._doing = f"change to the {theme} theme"
            self.window.actions_[f"view.theme.{theme}"].trigger()
            yield self._is_quiet
        self._doing = "change the size of the text"
        for keys in ("Ctrl++", "Ctrl++", "Ctrl+0"):
            self._press(keys)
            yield self._is_quiet
        self._doing = "sort the list"
        for keys in ("Alt+2", "Alt+4", "Alt+4", "Alt+7", "Alt+8", "Alt+1"):
            self._press(keys)
            yield self._is_quiet
        bar = self.window.articles.view.verticalScrollBar()
        for by in ("month", "day", "country", "occasion", "none"):
            self._doing = f"group the list by {by}"
            self.window.actions_[f"view.group.{by}"].trigger()
            yield self._is_quiet
            bar.setValue(bar.maximum() * 2 // 3)
            yield self._is_quiet
        for way in ("columns", "cards"):
            self._doing = f"list the articles as {way}"
            self.window.actions_[f"view.list.{way}"].trigger()
            yield self._is_quiet
            self.window.articles.view.selectAll()
            yield self._is_quiet
            self.window.articles.view.select_current()
            yield self._is_quiet
        self._doing = "change the size of the window"
        size = self.window.size()
        for width in (1000, 900, 1400, size.width()):
            self.window.resize(width, size.height())
            yield self._is_quiet
        self._doing = "open the shortcut sheet"
        self._press("?")
        yield self._sees_dialog
        self._close_dialog()
        yield self._is_quiet
        self._doing = "open the settings"
        self._press("Ctrl+,")
        yield self._sees_dialog
        self._close_dialog()
        yield self._is_quiet

    def _take_back(self) -> Steps:
        self._doing = "undo"
        for _ in range(12):
            self._press("Ctrl+Z")
            yield self._is_quiet
        self._doing = "redo"
        for _ in range(12):
            self._press("Ctrl+Shift+Z")
            yield self._is_quiet

    # -- hands and eyes

    def _press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press keys where the keyboard is, or in a widget that is given the keyboard."""
        if widget is not None and not widget.hasFocus():
            widget.setFocus()
        combination = QKeySequence(keys)[0]
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())

    def _type(self, words: str, where: QWidget | str) -> Steps:
        doing = where if isinstance(where, str) else "type a search"
        for letter in words:
            self._doing = doing
            QTest.keyClicks(self._target(), letter)
            yield TYPING

    def _target(self) -> QWidget:
        """Where the keyboard is."""
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def _close_dialog(self) -> None:
        dialog = _dialog()
        assert dialog is not None
        dialog.close()

    def _sees_dialog(self) -> bool:
        return _dialog() is not None and self._is_quiet()

    def _writes(self) -> bool:
        focused = QApplication.focusWidget()
        return isinstance(focused, QPlainTextEdit) and isinstance(focused.parent(), NoteEditor)

    def _is_quiet(self) -> bool:
        """Everything was answered; a backup or a reading in the background may go on."""
        tasks = self.window.tasks
        return self.window.has_begun and tasks.pending <= len(tasks._running_long)


def _dialog() -> QDialog | None:
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())
    return next(shown, None)


def _middle(rect: QRect) -> QPoint:
    return rect.center()


def _click(widget: QWidget, place: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def _turn_wheel(widget: QWidget, notches: int) -> None:
    middle = widget.rect().center()
    event = QWheelEvent(
        QPointF(middle),
        QPointF(widget.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, notches * 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def _drag(bar: QScrollBar, to: float) -> Steps:
    """Drag the handle of a bar to a part of its way, over a place on the way there."""
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl
    handle = bar.style().subControlRect(control, option, part.SC_ScrollBarSlider, bar)
    groove = bar.style().subControlRect(control, option, part.SC_ScrollBarGroove, bar)
    start = handle.center()
    end = QPoint(start.x(), groove.top() + round(to * groove.height()))
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
    yield 0.0
    for share in (0.5, 1.0):
        QTest.mouseMove(bar, start + (end - start) * share)
        yield HELD
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=end)
    yield 0.0

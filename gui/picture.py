"""Pictures of the window, in any of its states, for the README and for whoever judges its looks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gui.options import Options
from store.model import Span

if TYPE_CHECKING:
    from gui.window import MainWindow

NO_PICTURE = 1
"""The exit status where there is no such article, action or words, or the file cannot be written."""

LOOKS = 40
"""Milliseconds between two looks at whether anything is still under way."""

CALM = 3
"""Nothing is under way when so many looks in a row found nothing."""


def closed_early() -> int:
    """Say that the window was closed before its picture was written; returns the exit status."""
    print("communique: the window was closed before its picture was written.", file=sys.stderr)
    return NO_PICTURE


class NoSuchStepError(Exception):
    """What was asked for before the picture cannot be done; says why in one sentence."""


class Picture(QObject):
    """Waits until all is loaded and painted, does what was asked for, writes a picture, ends the program.

    After each step it waits again. What lies over the window, dialogs, menus and hints, is in the picture.
    """

    def __init__(self, window: MainWindow, options: Options) -> None:
        super().__init__(window)
        self._window, self._options = window, options
        self._steps = list(options.steps)
        self.is_over = False  # the picture is written, or it was said why not
        self._calm = 0
        self._look_later()

    def _look_later(self) -> None:
        # A timer of its own each time: a step may open a dialog that waits, and time goes on in it.
        QTimer.singleShot(LOOKS, self, self._look)

    def _look(self) -> None:
        window = self._window
        busy = not window.has_begun or window.tasks.pending > 0 or window.imports.busy
        self._calm = 0 if busy else self._calm + 1
        if self._calm < CALM:
            self._look_later()
        elif self._options.article and window.library.find_id(self._options.article) is None:
            self._end(f"there is no article {self._options.article!r} in the library.")
        elif self._steps:
            self._calm = 0
            self._look_later()
            try:
                carry_out(window, *self._steps.pop(0))
            except NoSuchStepError as fault:
                self._end(str(fault))
        elif not composed(window).save(str(self._options.screenshot)):
            self._end(f"the picture cannot be written to {self._options.screenshot}.")
        else:
            self._end()

    def _end(self, fault: str = "") -> None:
        self.is_over = True
        if fault:
            print(f"communique: {fault}", file=sys.stderr)
        for over in _over(self._window):
            over.close()
        self._window.close()
        QApplication.exit(NO_PICTURE if fault else 0)


def carry_out(window: MainWindow, kind: str, what: str) -> None:
    """One step: ``do`` an action, ``select`` words of the article, ``type`` a text, ``press`` keys.

    Raises ``NoSuchStepError``.
    """
    if kind == "do":
        _do(window, what)
    elif kind == "select":
        _select(window, what)
    elif kind == "press":
        _press(window, what)
    else:
        for letter in what:
            _send(window, 0, letter)


def _do(window: MainWindow, name: str) -> None:
    actions = {spec.name: action for spec, action in window.actions_}
    if name not in actions:
        raise NoSuchStepError(f"there is no action {name!r}; the actions are {', '.join(sorted(actions))}.")
    if not actions[name].isEnabled():
        raise NoSuchStepError(f"the action {name} is off here.")
    actions[name].trigger()


def _select(window: MainWindow, words: str) -> None:
    opened = window.reading.reader.opened
    at = opened.article.text.find(words) if opened is not None else -1
    if at < 0:
        raise NoSuchStepError(f"the words {words!r} do not stand in the open article.")
    window.reading.reader.view.select(Span(at, at + len(words)))


def _press(window: MainWindow, keys: str) -> None:
    pressed = [QKeyCombination.fromCombined(code) for code in _codes(keys)]
    if not pressed or any(one.key() in (0, Qt.Key.Key_unknown) for one in pressed):
        raise NoSuchStepError(f"{keys!r} are no keys; write them as Ctrl+Down.")
    for one in pressed:
        _send(window, one.key(), "", one.keyboardModifiers())


def _codes(keys: str) -> list[int]:
    sequence = QKeySequence(keys)
    return [sequence[n].toCombined() for n in range(sequence.count())]  # type: ignore[index]


def _send(
    window: MainWindow, key: int, text: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    target = QApplication.focusWidget() or window.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, held, text))


def composed(window: QWidget) -> QPixmap:
    """The window with what lies over it: dialogs, menus, hints."""
    whole = window.grab()
    painter = QPainter(whole)
    for over in _over(window):
        place = _within(over, window)
        painter.fillRect(over.rect().translated(place).adjusted(-1, -1, 1, 1), QColor(128, 128, 128))
        painter.drawPixmap(place, over.grab())
    painter.end()
    return whole


def _over(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and widget is not window and _belongs(widget, window)
    ]


def _belongs(widget: QWidget | None, window: QWidget) -> bool:
    while widget is not None and widget is not window:
        widget = widget.parentWidget()
    return widget is window


def _within(over: QWidget, window: QWidget) -> QPoint:
    """Where it lies on the window: a dialog in the middle, as on a screen that is large enough for it."""
    if isinstance(over, QDialog):
        room = window.size() - over.size()
        return QPoint(max(0, room.width() // 2), max(0, room.height() // 2))
    return over.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())

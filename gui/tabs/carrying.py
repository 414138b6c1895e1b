"""A tab dragged out of its strip: to the other side, into another window, or out into a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from gui.tabs import moving

if TYPE_CHECKING:
    from gui.tabs.bar import TabBar
    from gui.tabs.column import Column
    from gui.window import MainWindow

_BESIDE = QPoint(14, 18)
_GRIP = QPoint(80, 60)
"""Where in a new window the pointer is that has dragged a tab out."""


@dataclass(frozen=True)
class Goal:
    """Where a tab would go: what is said of it, what of the screen it would take, what brings it there."""

    told: str
    over: QWidget | None  # the part of a window
    part: QRect | None  # of that part; all of it where there is none
    do: Callable[[int], object]


class Carrying(QObject):
    """Shows, while a tab is dragged, where it would go; Esc leaves it where it was."""

    def __init__(self, window: MainWindow, column: Column, bar: TabBar) -> None:
        super().__init__(bar)
        self._window, self._column, self._bar = window, column, bar
        self._sheet: QFrame | None = None  # over what the tab would take
        self._label: QLabel | None = None  # beside the pointer
        bar.carried.connect(self._carry)
        bar.dropped.connect(self._drop)
        bar.carry_ended.connect(self._end)

    def goal(self, at: int, place: QPoint) -> Goal | None:
        """Where the tab would go that is let go there, on the screen; ``None``: it stays where it is."""
        window, column = self._window, self._column
        over = self._window_at(place)
        if over is None:
            if not moving.can_leave(window, column, at):
                return None
            return Goal(
                "To a new window",
                None,
                None,
                lambda at: moving.to_new_window(window, at, place - _GRIP),
            )
        if over is not window:
            if not moving.can_leave(window, column, at):
                return None
            return Goal("To this window", over.pages, None, lambda at: moving.to_window(window, at, over))
        return self._side(at, place)

    def _side(self, at: int, place: QPoint) -> Goal | None:
        columns, column = self._window.reading.columns, self._column
        here = columns.mapFromGlobal(place)
        if not columns.rect().contains(here) or not moving.can_go_to_side(self._window, column, at):
            return None
        if columns.is_split:
            other = next(one for one in columns.all if one is not column)
            inside = other.isVisible() and other.geometry().contains(here)
            return Goal("To this side", other, None, columns.move_other) if inside else None
        beside = columns.would_lie_beside
        room = columns.rect()
        half = (
            room.adjusted(room.width() // 2, 0, 0, 0)
            if beside
            else room.adjusted(0, room.height() // 2, 0, 0)
        )
        if not half.contains(here):
            return None
        return Goal("Side by side" if beside else "One below the other", columns, half, columns.move_other)

    def _window_at(self, place: QPoint) -> MainWindow | None:
        """The window of this library that is in front there."""
        for window in reversed(self._window.session.windows):
            if window.isVisible() and not window.isMinimized() and window.frameGeometry().contains(place):
                return window
        return None

    # -- while it is dragged

    def _carry(self, at: int, place: QPoint) -> None:
        if self._label is None:
            self._label = QLabel(
                self._window, Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput
            )
            self._label.setObjectName("carried_tab")
            self._label.setTextFormat(Qt.TextFormat.PlainText)
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        goal = self.goal(at, place)
        heading = self._bar.tabToolTip(at)
        short = heading if len(heading) <= 40 else heading[:39] + "…"
        self._label.setText(f"{short}\n{goal.told if goal is not None else 'Stays where it is'}")
        self._label.adjustSize()
        self._label.move(place + _BESIDE)
        self._label.show()
        self._cover(goal)

    def _cover(self, goal: Goal | None) -> None:
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
        if goal is None or goal.over is None:
            return
        self._sheet = QFrame(goal.over.window())
        self._sheet.setObjectName("drop_tab")
        self._sheet.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        part = goal.part if goal.part is not None else goal.over.rect()
        self._sheet.setGeometry(part.translated(goal.over.mapTo(goal.over.window(), QPoint(0, 0))))
        self._sheet.show()
        self._sheet.raise_()

    def _drop(self, at: int, place: QPoint) -> None:
        goal = self.goal(at, place)
        if goal is not None:
            self._window.reading.columns.choose(self._column)
            goal.do(at)

    def _end(self) -> None:
        self._cover(None)
        if self._label is not None:
            self._label.hide()
            self._label.deleteLater()
            self._label = None
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc calls it off."""
        wanted = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if event.type() in wanted and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._bar.call_off()
            event.accept()
            return True
        return False

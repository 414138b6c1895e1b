"""Tabs moved: along their strip, to the other side, into a window of their own or another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from gui.tabs.column import Column
    from gui.window import MainWindow


def along(window: MainWindow, by: int) -> None:
    """Move the tab in view to the right (1) or left (-1)."""
    column = window.reading.column
    if 0 <= column.at + by < len(column.tabs):
        column.place_tab(column.at, column.at + by)


def to_side(window: MainWindow) -> None:
    """Move the tab in view to the other side."""
    columns = window.reading.columns
    columns.move_other(columns.current.at)


def can_go_to_side(window: MainWindow, column: Column, at: int) -> bool:
    """Whether a tab shows something, and another one stays where it is or is there already."""
    columns = window.reading.columns
    if column.tabs[at].target is None:
        return False
    return columns.is_split or (len(column.tabs) > 1 and columns.has_room)


def can_leave(window: MainWindow, column: Column, at: int) -> bool:
    """Whether a tab shows something and its window would still have another one."""
    return column.tabs[at].target is not None and len(window.reading.columns.tabs) > 1


def to_new_window(window: MainWindow, at: int, place: QPoint | None = None) -> MainWindow:
    """Move a tab of the column in use into a window of its own, which comes at that place of the screen."""
    trail = window.reading.column.give_away(at)
    return window.session.open_beside(window, tab=trail, place=place)


def to_window(window: MainWindow, at: int, other: MainWindow) -> None:
    """Move a tab of the column in use into another window on the same library, where it comes into view."""
    column = other.reading.column
    column.take_in(window.reading.column.give_away(at))
    other.raise_()
    other.activateWindow()

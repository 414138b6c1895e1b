"""Where Tab leads in the window: from pane to pane, in each as one reads, and round.

The order that Qt keeps is that in which widgets were made and put elsewhere; panes that are made late and
move beside or below the list leave it with rings that the rest is not in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from gui.window import MainWindow

_SAME_ROW = 10
"""Pixels that the middles of what stands in one row may differ."""


def step(window: MainWindow, forth: bool) -> bool:
    """Give the keyboard to the next widget, or the one before; whether there is one."""
    ring = around(window)
    here: QWidget | None = window.focusWidget()
    while here is not None and here not in ring and here is not window:
        here = here.parentWidget()
    if not ring or here is None or here not in ring:
        return False
    reason = Qt.FocusReason.TabFocusReason if forth else Qt.FocusReason.BacktabFocusReason
    ring[(ring.index(here) + (1 if forth else -1)) % len(ring)].setFocus(reason)
    return True


def around(window: MainWindow) -> list[QWidget]:
    """All that the keyboard can be on now, in the order of Tab."""
    reading = window.reading
    panes: list[QWidget] = [window.search.parentWidget() or window.search, window.banner, window.sidebar]
    panes += [window.articles, *reading.columns.all, reading.facts, reading.notes]
    order = {pane: number for number, pane in enumerate(panes)}
    places: list[tuple[int, int, int, QWidget]] = []
    for one in window.findChildren(QWidget):
        if not (one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()):
            continue
        if one.window() is window and one.focusProxy() is None:
            middle = one.mapTo(window, QPoint(one.width() // 2, one.height() // 2))
            places.append((_pane(one, order), middle.y(), middle.x(), one))
    places.sort(key=lambda place: place[:3])
    ring: list[tuple[int, int, int, QWidget]] = []
    row, of = 0, -1
    for pane, y, x, one in places:
        if pane != of or y - row > _SAME_ROW:
            row, of = y, pane
        ring.append((pane, row, x, one))
    return [place[3] for place in sorted(ring, key=lambda place: place[:3])]


def _pane(widget: QWidget, order: dict[QWidget, int]) -> int:
    at: QWidget | None = widget
    while at is not None:
        if at in order:
            return order[at]
        at = at.parentWidget()
    return len(order)

"""Which panes there is room for, and how wide they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.window import MainWindow

FILTERS, LIST, LIST_WHEN_NARROW = 190, 300, 300
"""Widths of the filters and of the list of articles, until the person chooses others."""

_FILTERS_LETTERS, _LIST_LETTERS = 22, 30
"""At least so many letters go into each, where letters are large."""

SIDE_BY_SIDE = 1180
"""Narrower windows show the facts under the list, so that the article keeps its height."""

NARROW = 1000
"""A window that becomes narrower than this hides the filters, until it is wider or they are asked for."""


def first_widths(window: MainWindow) -> tuple[int, int]:
    """Widths of the filters and of the list, until the person chooses others."""
    letter = window.fontMetrics().averageCharWidth()
    return max(FILTERS, _FILTERS_LETTERS * letter), max(LIST, _LIST_LETTERS * letter)


class Fitting:
    """Lays the panes of a window out for its width."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._is_narrow = False
        self._wanted = [True, False]  # the filters: where there is room for them, and where there is little
        self._is_given = False  # that was kept from the last run, and holds in a narrow window too
        self._filters_width = first_widths(window)[0]

    @property
    def filters_wanted(self) -> tuple[bool, bool]:
        """Whether the person wants the filters: where there is room for them, and in a narrow window."""
        self._note()
        return self._wanted[0], self._wanted[1]

    @property
    def filters_width(self) -> int:
        """How wide the filters are, or were when they were last in view."""
        wide, in_view = self._window.split.sizes()[0], self._window.sidebar.isVisible()
        return wide if in_view and wide else self._filters_width

    def want_filters(self, wide: bool, narrow: bool, width: int) -> None:
        """Show the filters, where there is room for them and in a narrow window, or do not."""
        self._wanted, self._is_given = [wide, narrow], True
        self._filters_width = width or self._filters_width
        self._window.actions_["view.sidebar"].setChecked(wide)

    def _note(self) -> None:
        self._wanted[self._is_narrow] = self._window.actions_["view.sidebar"].isChecked()

    def fit(self) -> None:
        """Lay the panes out."""
        window = self._window
        filters, narrow = window.actions_["view.sidebar"], window.width() < NARROW
        turned = narrow != self._is_narrow
        wide, listed, read = window.split.sizes()
        if turned:
            self._note()
            self._filters_width = self.filters_width
            self._is_narrow = narrow
            if narrow and not self._is_given:
                self._wanted[narrow] = False
            filters.setChecked(self._wanted[narrow])
        self._is_given = self._is_given and not window.isVisible()
        shown = filters.isChecked()
        if shown and not window.sidebar.isVisibleTo(window):
            turned = turned or not wide
        window.sidebar.setVisible(shown)
        if turned and window.isVisible():
            listed = min(listed, LIST_WHEN_NARROW) if narrow else listed
            room = self._filters_width if shown else 0
            window.split.setSizes([room, listed, max(wide + read - room, 1)])
        window.reading.set_facts_visible(window.actions_["view.facts"].isChecked())
        window.reading.set_side_by_side(window.width() >= SIDE_BY_SIDE, window.left)

"""Which panes there is room for, and how wide they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.window import MainWindow

FILTERS, LIST, LIST_WHEN_NARROW = 190, 300, 300
"""Widths of the filters and of the list of articles, until the person chooses others."""

SIDE_BY_SIDE = 1180
"""Narrower windows show the facts under the list, so that the article keeps its height."""

NARROW = 1000
"""A window that becomes narrower than this hides the filters, until it is wider or they are asked for."""


class Fitting:
    """Lays the panes of a window out for its width."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._is_narrow = False
        self._when_wide = True
        self._filters_width = FILTERS

    @property
    def filters_wanted(self) -> bool:
        """Whether the person wants to see the filters, where there is room for them."""
        return self._when_wide if self._is_narrow else self._window.actions_["view.sidebar"].isChecked()

    def want_filters(self, wanted: bool) -> None:
        """Show the filters, where there is room for them, or do not."""
        self._when_wide = wanted
        self._window.actions_["view.sidebar"].setChecked(wanted)

    def fit(self) -> None:
        """Lay the panes out."""
        window = self._window
        filters, narrow = window.actions_["view.sidebar"], window.width() < NARROW
        turned = narrow != self._is_narrow
        wide, listed, read = window.split.sizes()
        if turned:
            self._is_narrow = narrow
            if narrow:
                self._when_wide = filters.isChecked()
                self._filters_width = wide or self._filters_width
            filters.setChecked(not narrow and self._when_wide)
        window.sidebar.setVisible(filters.isChecked())
        if turned and window.isVisible():
            if narrow:
                window.split.setSizes([0, min(listed, LIST_WHEN_NARROW), read])
            else:
                window.split.setSizes([self._filters_width, listed, max(read - self._filters_width, 1)])
        window.reading.set_facts_visible(window.actions_["view.facts"].isChecked())
        window.reading.set_side_by_side(window.width() >= SIDE_BY_SIDE, window.left)

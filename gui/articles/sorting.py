"""In what order the list is: the button in its head, and what is chosen there and in the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.actions import Actions
from gui.articles.orders import BY_DATE, CHOSEN, ORDERS, action_name, described, is_sort, turned

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUPINGS = {
    "": "Not grouped",
    "day": "By day",
    "month": "By month",
    "country": "By country",
    "occasion": "By occasion",
}
"""What the list can be grouped by, as the window calls it."""


SLOW = 400
"""So many milliseconds pass before it is said that the list is still being put in order."""


class SortButton(QToolButton):
    """Says in which order the list is, and opens the choice of others."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sort")
        self._actions = actions
        menu = QMenu(self)
        for order in CHOSEN:
            if order in ("heading", "imported"):
                menu.addSeparator()
            menu.addAction(actions[action_name(order)])
        menu.addSeparator()
        menu.addAction(actions["view.turn_order"])
        menu.addSeparator()
        groups = menu.addMenu("&Group by")
        for by in GROUPINGS:
            groups.addAction(actions[f"view.group.{by or 'none'}"])
        groups.addSeparator()
        groups.addActions([actions["view.fold_all"], actions["view.unfold_all"]])
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_order("date", searching=False)

    def show_order(self, order: str, *, searching: bool, grouping: str = "", grouped: bool = False) -> None:
        """Say in which order the list is; ``searching``: whether the best can be sought.

        ``grouping``: what it is to be grouped by; ``grouped``: whether it is.
        """
        self._actions[action_name("relevance")].setEnabled(searching)
        self._actions["view.turn_order"].setEnabled(order != "relevance")
        self._actions[action_name(order)].setChecked(True)
        self.setText(ORDERS[order])
        self._actions[f"view.group.{grouping or 'none'}"].setChecked(True)
        told = described(order, grouping, grouped=grouped)
        self.setToolTip(f"{told}: choose the order of the list and its groups")
        self.setAccessibleName(f"Order of the list: {told}")


def choose(window: MainWindow, order: str) -> None:
    """Sort the list so; what it is sorted by already is turned round."""
    model = window.model
    if order == model.order and is_sort(order):
        order = turned(order)
    sort_by(window, order)


def choose_column(window: MainWindow, sort: str) -> None:
    """A column was clicked on: sort by it, or turn it round."""
    order = window.model.order
    of_column = order in BY_DATE if sort == "date" else order.removeprefix("-") == sort
    sort_by(window, turned(order) if of_column else sort)


def tell_if_slow(window: MainWindow) -> None:
    """Say what is under way, where very many articles are put in order."""

    def tell() -> None:
        if window.model.is_reading and is_sort(window.model.standing):
            window.telling.briefly("Putting the articles in order…")

    QTimer.singleShot(SLOW, window, tell)


def turn(window: MainWindow) -> None:
    """The list the other way round."""
    sort_by(window, turned(window.model.order))


def sort_by(window: MainWindow, order: str) -> None:
    """Sort the list, show its head, and say what becomes of its groups."""
    model = window.model
    model.set_order(order)
    window.articles.view.start_at_top()
    window.show_filter()
    window.session.touch()
    tell_if_slow(window)
    if model.grouping and is_sort(order):
        window.telling.briefly(f"{described(order, model.grouping, grouped=True)}.")

"""In what order the list is: the button in its head, the menu, and what the search line says of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.actions import Actions
from gui.articles.words import counted

ORDERS = {"date": "Newest first", "oldest": "Oldest first", "relevance": "Best first"}
"""The orders of the library, as the window calls them. The last is for searches only."""

GROUPINGS = {
    "": "Not grouped",
    "day": "By day",
    "month": "By month",
    "country": "By country",
    "occasion": "By occasion",
}
"""What the list can be grouped by, as the window calls it."""

NOTHING_TO_RANK = "newest first: no words to rank by"


def action_name(order: str) -> str:
    """The action that sorts so."""
    return f"view.order.{order}"


class SortButton(QToolButton):
    """Says in which order the list is, and opens the choice of others."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sort")
        self._actions = actions
        menu = QMenu(self)
        for order in ORDERS:
            menu.addAction(actions[action_name(order)])
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
        self._actions[action_name(order)].setChecked(True)
        self.setText(ORDERS[order])
        self._actions[f"view.group.{grouping or 'none'}"].setChecked(True)
        told = ORDERS[order]
        if grouping:
            how = GROUPINGS[grouping].lower()
            told += f", {how}" if grouped else f", not {how} while the best come first"
        self.setToolTip(f"{told}: choose the order of the list and its groups")
        self.setAccessibleName(f"Order of the list: {told}")


def told(ranked: int, left_out: bool) -> str:
    """What was ranked: so many articles; ``left_out``: and not the older ones that were found."""
    if ranked == 0:
        return NOTHING_TO_RANK
    if left_out:
        return f"the best of the newest {counted(ranked, 'article')} first, older ones left out"
    return "best first" if ranked == 1 else f"best first of all {ranked:,} found"

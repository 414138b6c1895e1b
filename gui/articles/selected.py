"""The head of the list while several articles are selected: how many, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui import icons
from gui.actions import Actions
from gui.theme import Theme

OFFERED = ("star", "read", "tag", "new_tab", "citations", "delete")
"""The actions that have a button here, the least needed before the last where there is no room."""


class SelectedBar(QWidget):
    """``12 selected`` and buttons."""

    def __init__(self, theme: Theme, actions: Actions, let_go: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.count = QLabel(self)
        self.count.setProperty("tone", "strong")
        self.count.setMinimumWidth(20)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.count, 1)
        for name in OFFERED:
            button = QToolButton(self)
            button.setDefaultAction(actions[f"article.{name}"])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            line.addWidget(self._small(button))
        self.let_go = QToolButton(self)
        self.let_go.setToolTip("Select only the open article (Esc)")
        self.let_go.setAccessibleName("Select only the open article")
        self.let_go.clicked.connect(let_go)
        line.addWidget(self._small(self.let_go))
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_count(self, count: int) -> None:
        """Say how many are selected."""
        self.count.setText(f"{count:,} selected")

    def _small(self, button: QToolButton) -> QToolButton:
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _recolour(self) -> None:
        self.let_go.setIcon(icons.icon("clear", self._theme))

"""The head of the list while several articles are selected: how many, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui import icons
from gui.actions import Actions
from gui.theme import Theme

OFFERED = ("star", "read", "tag", "new_tab", "citations", "delete")
"""The actions that have a button here."""

_SPARED = ("citations", "new_tab", "read", "tag")
"""The buttons that go first where there is no room; the menus have all of them."""


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
        line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # ``_fit`` sees to it
        self.setMinimumWidth(60)
        line.addWidget(self.count, 1)
        made: dict[str, QToolButton] = {}
        for name in OFFERED:
            button = made[name] = QToolButton(self)
            button.setDefaultAction(actions[f"article.{name}"])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            line.addWidget(self._small(button))
        self._spared = [made[name] for name in _SPARED]
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
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Show as many buttons as there is room for beside the number."""
        buttons = self.findChildren(QToolButton)
        room = self.width() - self.count.sizeHint().width() - 4
        lacking = sum(button.sizeHint().width() for button in buttons) - room
        for button in self._spared:
            button.setVisible(lacking <= 0)
            lacking -= button.sizeHint().width()

    def _small(self, button: QToolButton) -> QToolButton:
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _recolour(self) -> None:
        self.let_go.setIcon(icons.icon("clear", self._theme))

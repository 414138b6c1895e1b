"""The fixed parts of the window around its panes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QToolButton, QWidget

from gui.actions import Actions
from gui.empty import EmptyState
from gui.theme import Theme


def top_strip(search: QWidget, actions: Actions, parent: QWidget) -> QFrame:
    """The strip above the panes: the search between the buttons for filters and facts."""
    strip = QFrame(parent)
    strip.setObjectName("top")
    strip.setFixedHeight(max(42, strip.fontMetrics().height() + 28))  # whatever the search shows
    line = QHBoxLayout(strip)
    line.setContentsMargins(8, 4, 8, 4)
    line.addWidget(tool_button(actions["view.sidebar"], strip))
    line.addWidget(search, 1)
    line.addWidget(tool_button(actions["view.facts"], strip))
    return strip


def tool_button(action: QAction, parent: QWidget) -> QToolButton:
    """A flat button with the icon of an action."""
    made = QToolButton(parent)
    made.setDefaultAction(action)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setIconSize(QSize(20, 20))
    made.setAccessibleName(action.text().replace("&", ""))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def empty_library(theme: Theme, actions: Actions, parent: QWidget) -> EmptyState:
    """What is shown instead of the panes while the library has no articles."""
    page = EmptyState(theme, "paper", parent)
    page.say(
        "No articles yet",
        "Import files or a folder, or drop them onto this window. Everything stays on this computer.",
    )
    page.add_button("Import files…", actions["file.import_files"].trigger, default=True)
    page.add_button("Import a folder…", actions["file.import_folder"].trigger)
    page.add_button("Open the sample articles", actions["file.samples"].trigger)
    return page


def library_name(path: Path, parent: QWidget) -> QLabel:
    """The name of the library, for the status bar."""
    name = QLabel(path.name, parent)
    name.setProperty("tone", "muted")
    name.setToolTip(f"Your library: {path}")
    name.setAccessibleName(f"Library {path.name}")
    name.setContentsMargins(6, 0, 8, 0)
    return name


def thin(splitter: QSplitter) -> QSplitter:
    """Panes that are divided by a hairline and never vanish when it is dragged."""
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    return splitter

"""What the window looked like: brought back at its start, kept at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt

from gui.frame import thin
from gui.settings import FIRST_SIZE

if TYPE_CHECKING:
    from gui.window import MainWindow


def restore(window: MainWindow) -> None:
    """Place, panes and switches as they were, or as they are at first."""
    memory = window.memory
    rect = memory.geometry()
    if rect is not None:
        window.setGeometry(rect)
    else:
        window.resize(FIRST_SIZE.boundedTo(window.screen().availableGeometry().size()))
    if memory.flag("maximized", False):
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    window.split.restoreState(memory.state("panes"))
    thin(window.split)
    window.reading.restore(memory)
    closed = memory.text("closed_groups")
    window.sidebar.set_closed_groups(closed.split(",") if closed else [])
    window.filters_when_wide = memory.flag("sidebar", True)
    window.actions_["view.sidebar"].setChecked(window.filters_when_wide)
    window.actions_["view.facts"].setChecked(memory.flag("facts", True))
    window.model.set_order("oldest" if memory.text("order") == "oldest" else "date")
    window.fit()


def keep(window: MainWindow) -> None:
    """Write down what the next start brings back."""
    memory = window.memory
    if not window.isMaximized() and not window.isFullScreen():
        memory.keep_geometry(window.geometry())
    memory.keep("maximized", window.isMaximized())
    memory.keep("panes", QByteArray(window.split.saveState()))
    memory.keep("closed_groups", ",".join(sorted(window.sidebar.closed_groups)))
    filters = window.actions_["view.sidebar"].isChecked()
    memory.keep("sidebar", window.filters_when_wide if window.narrow else filters)
    memory.keep("facts", window.actions_["view.facts"].isChecked())
    memory.keep("order", window.model.by_date)
    window.reading.keep(memory)
    memory.keep_article(window.navigator.current_id)
    memory.keep_shown(window.facets)
    memory.save()

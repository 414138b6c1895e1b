"""Where panes hear of what changed: one hub for each window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Hub(QObject):
    """Tells every pane what a write changed; each pane refreshes only what it shows."""

    changed = Signal(object, object)
    """``(changes: store.model.Changes, initiator: object | None)``, after the write was committed."""

    notice = Signal(str)
    """One sentence for the person, shown for some seconds in the status bar."""

    fault = Signal(str)
    """One sentence that says what the world refused (a full disk, a bad file), shown until dismissed."""

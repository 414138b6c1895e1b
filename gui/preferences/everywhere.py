"""What a setting has to reach: the articles shown in all windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.navigation import Navigator
    from gui.reader.pane import ReaderPane
    from gui.session import Session


def readers(session: Session) -> list[ReaderPane]:
    """Whatever shows an article."""
    return [column.reader for window in session.all_windows for column in window.reading.columns.every]


def navigators(session: Session) -> list[Navigator]:
    """Whatever opens articles and marks them as read."""
    return [column.navigator for window in session.all_windows for column in window.reading.columns.every]

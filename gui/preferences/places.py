"""A place on the disk as the settings show it: its path, to be read and copied, and its buttons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from gui.buttons import push_button
from gui.folders import open_folder
from gui.preferences.page import Page


class PlaceField(QLineEdit):
    """A path, or words in place of one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("place")
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setMinimumWidth(140)

    def show_place(self, place: Path | str) -> None:
        """Show where it is, its end in view."""
        self.setText(str(place))
        self.setToolTip(str(place))
        self.home(False) if isinstance(place, str) else self.end(False)


def opener(
    page: Page, name: str, place: Callable[[], Path | None], tell: Callable[[str], None]
) -> QPushButton:
    """A button that shows the folder of a place."""

    def show() -> None:
        path = place()
        tell(open_folder(path) if path is not None else "")

    made = push_button("Open folder", page, do=show)
    made.setAccessibleName(f"Open the folder of {name}")
    return made

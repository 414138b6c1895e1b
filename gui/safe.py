"""Safe mode: the library alone, for when something that is remembered keeps the program from working."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QSettings, QTemporaryDir

from gui.settings import open_settings, settings_at
from store.places import LEXICON

if TYPE_CHECKING:
    from gui.window import MainWindow

_TOLD = (
    "Safe mode: your settings, your own names and words, and what was open are left aside, and nothing of"
    " this window is remembered. Articles and notes are the usual ones."
)


class SafeMode:
    """Settings that are gone when the program ends, and no lexicon of one's own."""

    def __init__(self) -> None:
        self._folder = QTemporaryDir(f"{QDir.tempPath()}/communique-XXXXXX")
        os.environ[LEXICON] = ""

    def settings(self) -> QSettings:
        """The first settings, in a file of their own."""
        return settings_at(Path(self._folder.path()) / "window.ini")

    def tell(self, window: MainWindow) -> None:
        """Say what safe mode is, and offer to be rid of settings that do harm."""
        window.banner.tell(_TOLD, "Put my settings aside", lambda: put_aside(window))


def put_aside(window: MainWindow) -> None:
    """Give the usual settings another name, so that the next start begins with new ones; say which."""
    file = Path(open_settings().fileName())
    aside = next(
        other
        for number in range(1, 1000)
        if not (other := file.with_name(f"window.aside-{number}.ini")).exists()
    )
    try:
        file.replace(aside)
    except FileNotFoundError:
        window.banner.tell("There are no settings to put aside.")
    except OSError as error:
        window.banner.fault(f"{file} cannot be renamed: {(error.strerror or str(error)).lower()}.")
    else:
        window.banner.tell(
            f"The next start begins with new settings. The old ones are {aside}.",
            "Put them back",
            lambda: _put_back(window, aside, file),
        )


def _put_back(window: MainWindow, aside: Path, file: Path) -> None:
    try:
        aside.replace(file)
    except OSError as error:
        window.banner.fault(f"{aside} cannot be renamed: {(error.strerror or str(error)).lower()}.")
    else:
        window.banner.tell("The settings are as they were.")

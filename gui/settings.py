"""Where the window keeps what it remembers: one INI file in the person's configuration folder."""

from __future__ import annotations

import zlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, QStandardPaths

FIRST_SIZE = QSize(1280, 800)


def open_settings() -> QSettings:
    """The settings of the window."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return settings_at(Path(folder) / "communique" / "window.ini")


def settings_at(file: Path) -> QSettings:
    """Settings that are kept in a file."""
    return QSettings(str(file), QSettings.Format.IniFormat)


class Memory:
    """What is remembered between two runs; wrong or missing values fall back to the first ones."""

    def __init__(self, settings: QSettings, library: Path) -> None:
        self._settings = settings
        mark = zlib.crc32(str(library).encode("utf-8", "surrogateescape"))
        self._library = f"library-{mark:08x}"

    def text(self, name: str, default: str = "") -> str:
        """A text of the window."""
        value = self._settings.value(f"window/{name}", default)
        return value if isinstance(value, str) else default

    def decimal(self, name: str, default: float, least: float, most: float) -> float:
        """A number of the window within bounds."""
        try:
            value = float(self.text(name, str(default)))
        except ValueError:
            return default
        return min(max(value, least), most) if value == value else default

    def flag(self, name: str, default: bool) -> bool:
        """A yes or no of the window."""
        return {"true": True, "false": False}.get(self.text(name), default)

    def state(self, name: str) -> QByteArray:
        """The state that a widget saved."""
        value = self._settings.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, name: str, value: object) -> None:
        """Remember something of the window."""
        kept = str(value).lower() if isinstance(value, bool) else value
        self._settings.setValue(f"window/{name}", kept if isinstance(kept, QByteArray) else str(kept))

    def beside(self, library: Path) -> Memory:
        """The same of the windows, and what is remembered of another library."""
        return Memory(self._settings, library)

    # -- of one library

    def windows(self) -> str:
        """The windows that were open on this library, as they were written down."""
        value = self._settings.value(f"{self._library}/windows", "")
        return value if isinstance(value, str) else ""

    def keep_windows(self, text: str) -> None:
        """Remember the windows that are open on this library."""
        self._settings.setValue(f"{self._library}/windows", text)

    def watched(self) -> str:
        """The folder that is watched for this library; empty for none."""
        value = self._settings.value(f"{self._library}/watched", "")
        return value if isinstance(value, str) else ""

    def keep_watched(self, folder: str) -> None:
        """Remember the folder that is watched for this library."""
        self._settings.setValue(f"{self._library}/watched", folder)

    def of_library(self, name: str) -> str:
        """A text that is remembered for this library; empty for none."""
        value = self._settings.value(f"{self._library}/{name}", "")
        return value if isinstance(value, str) else ""

    def keep_of_library(self, name: str, text: str) -> None:
        """Remember a text for this library; an empty one is forgotten."""
        if text:
            self._settings.setValue(f"{self._library}/{name}", text)
        else:
            self._settings.remove(f"{self._library}/{name}")

    @property
    def file(self) -> Path:
        """The file it is written to."""
        return Path(self._settings.fileName())

    def save(self) -> None:
        """Write it to the file."""
        self._settings.sync()

"""A folder whose new and changed files are taken in by themselves, while the window is open."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from gui.operations.imports import ImportOperations
from gui.settings import Memory
from gui.tasks import Tasks
from store.library import Library

SETTLE = 1500
"""Milliseconds without a change before the folder is looked at: files are seldom written at once."""

AGAIN = 60_000
"""Milliseconds between two looks whatever was heard: changes on network drives are not told."""

_MOST_FOLDERS = 2000

State = dict[Path, tuple[int, int]]
"""When each file was changed, in nanoseconds, and its size."""


def look(folder: Path) -> tuple[State, list[str]]:
    """The files below ``folder`` that may hold articles, and the folders there."""
    files: State = {}
    folders: list[str] = []
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        folders.append(place)
        for name in names:
            if name.startswith(".") or not Library.takes(name):
                continue
            path = Path(place, name)
            try:
                found = path.stat()
            except OSError:
                continue  # gone meanwhile
            files[path] = (found.st_mtime_ns, found.st_size)
    return files, folders


class FolderWatcher(QObject):
    """Watches one folder for all windows. What changes in it is taken in without asking."""

    changed = Signal()
    """Another folder is watched, or none."""

    looked = Signal()
    """The folder was looked through."""

    lost = Signal(str)
    """A sentence: the folder is not there, as when a drive was taken out. It is still waited for."""

    found_again = Signal()
    """The folder is there again."""

    def __init__(
        self, imports: ImportOperations, tasks: Tasks, memory: Memory, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._imports, self._tasks, self._memory = imports, tasks, memory
        self.folder: Path | None = None
        self._seen: State = {}
        self._missed = False
        self._watcher: QFileSystemWatcher | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._look)
        self._again = QTimer(self, interval=AGAIN)
        self._again.timeout.connect(self._look)

    def begin(self) -> None:
        """Go on with the folder that was watched last time."""
        remembered = self._memory.watched()
        if remembered:
            self._start(Path(remembered))

    def watch(self, folder: Path | None) -> None:
        """Watch ``folder`` from now on, also next time; ``None``: none."""
        self._memory.keep_watched("" if folder is None else str(folder))
        self._stop()
        if folder is not None:
            self._start(folder)
        self.changed.emit()

    def _start(self, folder: Path) -> None:
        self.folder, self._seen, self._missed = folder, {}, False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._heard)
        self._again.start()
        self._look()

    def _stop(self) -> None:
        self.folder = None
        self._settle.stop()
        self._again.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _heard(self, _path: str) -> None:
        self._settle.start()

    def _look(self) -> None:
        folder = self.folder
        if folder is not None:
            self._tasks.read(lambda: look(folder), lambda found: self._compare(folder, *found), key="watched")

    def _compare(self, folder: Path, found: State, folders: list[str]) -> None:
        if folder != self.folder or self._watcher is None:
            return
        if not folders:
            self._miss(folder)
            return
        if self._missed:
            self._missed = False
            self.found_again.emit()
        growing = _just_written(found, time.time_ns())
        if growing:
            self._settle.start()
        whole = {path: state for path, state in found.items() if path not in growing}
        new = [path for path, state in whole.items() if self._seen.get(path) != state]
        self._seen = whole
        unheard = sorted(set(folders[:_MOST_FOLDERS]) - set(self._watcher.directories()))
        if unheard:
            self._watcher.addPaths(unheard)
        if new:
            self._imports.import_paths(sorted(new), quiet=True)
        self.looked.emit()

    def _miss(self, folder: Path) -> None:
        if not self._missed:
            self._missed = True
            self.lost.emit(f"{folder}, which is watched, is not there. Its articles stay; it is waited for.")
        self.looked.emit()


def _just_written(found: State, now: int) -> frozenset[Path]:
    """The files that may still be written: half of one is no article."""
    return frozenset(path for path, (changed, _) in found.items() if 0 <= now - changed < SETTLE * 1_000_000)

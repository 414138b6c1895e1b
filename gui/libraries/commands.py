"""The menu's part of several libraries: opening one, making one, those used last."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from gui.libraries.recent import Recent, RecentLibraries, looked_at, titled
from store.places import default_library, is_library_file

if TYPE_CHECKING:
    from gui.libraries.shelf import Shelf
    from gui.session import Session
    from gui.window import MainWindow

FILES = "Libraries (*.sqlite *.sqlite3 *.db)"
FORGET = "file.forget_libraries"


def connect(window: MainWindow) -> None:
    """Connect what the menu File has of libraries."""
    recents = _RecentMenu(window)
    window.actions_.connect_all(
        {
            "file.open_library": lambda: ask_library(window),
            "file.new_library": lambda: ask_new_library(window),
            FORGET: recents.forget,
            "file.quit": lambda: shelf_of(window.session).quit(),
        }
    )


def shelf_of(session: Session) -> Shelf:
    """Where the library of a session stands beside others, made when it is first asked for."""
    if session.shelf is None:
        from gui.libraries.shelf import Shelf  # the first screen is there without it

        session.shelf = Shelf(session)
    return session.shelf


def open_library(window: MainWindow, path: Path) -> None:
    """Open a library beside that of the window."""
    shelf_of(window.session).open(path, window)


def ask_library(window: MainWindow) -> None:
    """Open a library that the person chooses."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(
        window, "Open a library", str(window.library.path.parent), f"{FILES};;All files (*)"
    )
    if name:
        open_library(window, Path(name))


def ask_new_library(window: MainWindow) -> None:
    """Make a library where the person says; one that is there already is opened, never written over."""
    from PySide6.QtWidgets import QFileDialog

    proposed = default_library().with_name("new library.sqlite")
    name, _ = QFileDialog.getSaveFileName(
        window,
        "Make a new library",
        str(proposed),
        FILES,
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if name:
        path = Path(name)
        shelf_of(window.session).open(path if path.suffix else path.with_suffix(".sqlite"), window, make=True)


def parted(paths: list[Path]) -> tuple[list[Path], list[Path]]:
    """The libraries among what was dropped or named, and the rest."""
    libraries = [path for path in paths if is_library_file(path)]
    return libraries, [path for path in paths if path not in libraries]


def of_palette(window: MainWindow) -> list[tuple[Path, str]]:
    """The libraries used last, but that of the window, each with its name."""
    own = window.library.path
    return [(path, title) for path, title in titled(RecentLibraries(window.memory).paths) if path != own]


class _RecentMenu(QObject):
    """Fills the menu of the libraries used last, each time it opens."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: list[QAction] = []
        self._forget = window.actions_[FORGET]
        found = (one for one in self._forget.associatedObjects() if isinstance(one, QMenu))
        self._menu = next(found)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Show them at once, and grey those that are not there as soon as that is known."""
        paths = shelf_of(self._window.session).recent.paths
        self._show([Recent(path, title) for path, title in titled(paths)])
        self._window.tasks.read(lambda: looked_at(paths), self._looked, key=("recent", id(self)))

    def forget(self) -> None:
        """Take all out of the list but those that are open."""
        shelf = shelf_of(self._window.session)
        gone = [path for path in shelf.recent.paths if path not in shelf.paths]
        shelf.recent.forget(gone)
        self._window.telling.briefly("The list of libraries was emptied. Their files stay where they are.")

    def _looked(self, found: list[Recent]) -> None:
        if isValid(self._menu):
            self._show(found)

    def _show(self, recents: list[Recent]) -> None:
        for action in self._shown:
            self._menu.removeAction(action)
            action.deleteLater()
        shelf = shelf_of(self._window.session)
        self._shown = [self._made(number, one) for number, one in enumerate(recents, 1)]
        for action, one in zip(self._shown, recents, strict=True):
            if shelf.find(one.path) is not None:
                action.setCheckable(True)
                action.setChecked(True)
        self._menu.insertActions(self._forget, self._shown)
        if self._shown:
            self._shown.append(self._menu.insertSeparator(self._forget))
        self._forget.setEnabled(any(one.path not in shelf.paths for one in recents))

    def _made(self, number: int, one: Recent) -> QAction:
        title = one.title.replace("&", "&&")
        made = QAction(f"&{number} {title}" + (f" ({one.lacks})" if one.lacks else ""), self)
        made.setToolTip(str(one.path))
        made.setStatusTip(str(one.path))
        made.setEnabled(not one.lacks)
        made.triggered.connect(partial(_open_again, self._window, one.path))
        return made


def _open_again(window: MainWindow, path: Path, *_: object) -> None:
    open_library(window, path)

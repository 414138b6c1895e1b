"""Lets in what second starts of the program hand over: files, an article, a search, other libraries."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from gui.doorbell import Doorbell, Ring

if TYPE_CHECKING:
    from gui.libraries.shelf import Shelf
    from gui.session import Session
    from gui.window import MainWindow


class Porter(QObject):
    """Has a doorbell at each open library."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._shelf = shelf
        for session in shelf.sessions:
            self._attend(session)
        shelf.added.connect(self._attend)

    def _attend(self, session: Session) -> None:
        bell = Doorbell(session.library.path, partial(self._let_in, session), session)
        session.ended.connect(bell.close)

    def _let_in(self, session: Session, ring: Ring) -> bool:
        if not session.windows:
            return False  # it is closing: the second start opens the library itself
        if ring.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = ring.token
        window = session.windows[-1]
        for path in ring.libraries:
            self._shelf.open(path, window)
        self._shelf.show(session)
        if ring.search:
            window.search.set_query(ring.search)
        take_in(window, list(ring.files), ring.article)
        return True


def take_in(window: MainWindow, files: list[Path], article: str) -> None:
    """Import files, and open the article of a name or number, if need be once they are taken in."""
    if files:
        window.import_paths(files)
    if article and window.imports.busy:
        window.imports.ended.connect(
            lambda: window.open_named(article), Qt.ConnectionType.SingleShotConnection
        )
    elif article:
        window.open_named(article)

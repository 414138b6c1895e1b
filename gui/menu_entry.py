"""Puts the program into the applications menu of the desktop, and takes it out again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from store import desktop

if TYPE_CHECKING:
    from gui.window import MainWindow


def add(window: MainWindow) -> None:
    """Write the entry, its icon, the manual page and the rest in the background; say so, with a way back."""

    def made(_: list[Path]) -> None:
        told = f"Communiqué is in the applications menu now. Its files are below {desktop.data_home()}."
        window.banner.tell(told, "Remove it", lambda: remove(window))

    _write(window, lambda: desktop.install(desktop.data_home(), desktop.own_command(), _completion), made)


def remove(window: MainWindow) -> None:
    """Take the files away again, in the background."""

    def gone(_: list[Path]) -> None:
        window.banner.tell("Communiqué is in the applications menu no more.", "Add it", lambda: add(window))

    _write(window, lambda: desktop.remove(desktop.data_home()), gone)


def _write(window: MainWindow, work: Callable[[], list[Path]], done: Callable[[list[Path]], None]) -> None:
    window.tasks.write(work, done, name="Writing the entry of the applications menu")


def _completion(shell: str) -> str:
    from gui.main import whole_parser
    from store.commands.desktop import completion_for

    return completion_for(shell, whole_parser())

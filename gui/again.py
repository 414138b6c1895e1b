"""The program ended and begun again by itself, with the windows as they were."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from gui.session import Session

AGAIN = "begin_again"
"""The property of the application that says so."""


def begin_again(session: Session) -> None:
    """End the program in good order; it begins again then."""
    QApplication.instance().setProperty(AGAIN, True)  # type: ignore[union-attr]
    shelf = session.shelf
    if shelf is not None:
        shelf.quit()
    else:
        session.quit()


def follow(taken_in: Iterable[Path | str]) -> None:
    """Take the place of the program that has ended. Files that it took in are not taken in again."""
    command = _command({str(file) for file in taken_in})
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(command)  # noqa: S603 - our own command line
    else:
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted


def _command(taken_in: set[str]) -> list[str]:
    """The command line of this run, the interpreter first."""
    own = len(sys.orig_argv) - len(sys.argv) + 1  # the interpreter, its options and what it runs
    arguments = [one for one in sys.argv[1:] if one not in taken_in]
    return [sys.executable, *sys.orig_argv[1:own], *arguments]

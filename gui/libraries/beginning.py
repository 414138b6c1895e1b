"""Which libraries the program opens when it starts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from gui.libraries.recent import open_last
from gui.options import Options
from gui.settings import Memory, open_settings
from store.errors import StoreError
from store.places import is_library_file, is_there

if TYPE_CHECKING:
    from gui.window import MainWindow


def wanted(options: Options) -> tuple[Options, Path | None, list[Path]]:
    """What to open: the library that was in front when the program ended, where nobody names one.

    Also the one that is not there any more, and those that were open beside it. A library among the files is
    opened, not taken in.
    """
    if not options.default_library or options.screenshot is not None:
        return options, None, []
    named = [path for path in options.files if is_library_file(path)]
    if named:
        files = tuple(path for path in options.files if path not in named)
        return replace(options, library=named[0], files=files, default_library=False), None, named[1:]
    if options.safe:
        return options, None, []
    last = open_last(Memory(open_settings(), options.library))
    if not last:
        return options, None, []
    if not is_there(last[-1]):
        return options, last[-1], []
    return replace(options, library=last[-1]), None, last[:-1]


def open_others(window: MainWindow, options: Options, missing: Path | None, others: list[Path]) -> None:
    """Once the first window is on the screen: the other libraries, and a word on the one that is gone."""
    from gui.libraries.commands import shelf_of

    if window.session.keeps:
        shelf = shelf_of(window.session)
        shelf.keeps_open = options.default_library  # what is named once is not what comes back
        for path in others:
            if is_there(path):
                shelf.open(path, window)
    if missing is not None:
        window.banner.tell(
            f"The library {missing} was open last, and is not there now. This is the usual one.",
        )


def ask_instead(path: Path, fault: StoreError, memory: Memory) -> Path | None:
    """Say why a library cannot be opened at the start; what to open instead, ``None`` to end."""
    from gui.faults import UNSEEN, tell_at_start

    tell_at_start(str(fault))
    if QGuiApplication.platformName() in UNSEEN:
        return None
    return ask(path, fault, memory)


def ask(path: Path, fault: StoreError, memory: Memory) -> Path | None:
    """The dialog of ``ask_instead``."""
    from PySide6.QtWidgets import QFileDialog

    from gui.libraries.commands import FILES
    from gui.libraries.refused import RefusedDialog
    from gui.tasks import Tasks

    tasks = Tasks()
    chosen: list[Path] = []
    dialog = RefusedDialog(path, fault, tasks, memory.beside(path), at_start=True)

    def other() -> None:
        name, _ = QFileDialog.getOpenFileName(dialog, "Open a library", str(path.parent), FILES)
        if name:
            chosen.append(Path(name))
            dialog.accept()

    def another() -> None:
        name, _ = QFileDialog.getSaveFileName(dialog, "Make a new library", str(path.parent), FILES)
        if name:
            chosen.append(Path(name).with_suffix(".sqlite"))
            dialog.accept()

    dialog.add_button("Open &another…", other)
    dialog.add_button("Make a &new one…", another)
    dialog.chosen.connect(chosen.append)
    dialog.exec()
    tasks.close()
    return chosen[0] if chosen else None

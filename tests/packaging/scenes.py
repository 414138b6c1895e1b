"""States that no option of the program reaches: faults, refused libraries, menus, jobs under way.

``python -m tests.packaging.scenes NAME LIBRARY PICTURE THEME WxH`` draws one; ``screens`` draws them all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QTreeWidget, QWidget

import gui.picture
from gui.app import run
from gui.options import Options
from gui.tasks import Job
from gui.window import MainWindow
from store.errors import DamagedLibraryError, LibraryError, NewerLibraryError
from store.library import Library
from store.model import Filter, MarkStyle, Span
from tests.fabricated import AFTER, BEFORE

PEOPLE = {
    "a": " date 2024-03-04\nBAKU, March 4. Minister of Defense Zakir Hasanov received Minister of National "
    "Defense of Türkiye Yaşar Güler in Baku.",
    "b": " date 2025-05-07\nBAKU, May 7. Minister of Defense Zakir Hasanov received Minister of National "
    "Defense of Türkiye Yashar Guler in Baku.",
}
TRACE = """Traceback (most recent call last):
  File "gui/reading.py", line 311, in _show_article
    self._tell_hits(column, column.reader.step_hit(by))
ValueError: the words do not stand there
"""


def lost_notes(path: Path) -> None:
    """A library with an article that changed under its notes."""
    library = Library.open(path)
    article = path.with_suffix(".txt")
    article.write_text(BEFORE)
    library.import_paths([article])
    for words, colour in (
        ("official visit to the naval base", "pink"),
        ("Talks were held on trade", "green"),
    ):
        start = BEFORE.index(words)
        library.add_annotation(1, Span(start, start + len(words)), colour, MarkStyle.FILL, "Compare with May")
    article.write_text(AFTER)
    library.import_paths([article])
    library.close()


def two_spellings(path: Path) -> None:
    """A library with two names that may be one person."""
    library = Library.open(path)
    library.import_texts([(name, text.encode()) for name, text in PEOPLE.items()])
    library.close()


def _fault(window: MainWindow) -> None:
    from gui.faultdialog import FaultDialog

    FaultDialog(TRACE, window, show_log=lambda: None).show()


def _fault_details(window: MainWindow) -> None:
    from gui.faultdialog import FaultDialog

    dialog = FaultDialog(TRACE, window, show_log=lambda: None)
    dialog.details.show()
    dialog.show()


def _refused(fault: LibraryError, window: MainWindow) -> None:
    from gui.libraries.refused import RefusedDialog

    RefusedDialog(Path("/media/archive/Kenya 2025.sqlite"), fault, window.tasks, window.memory, window).show()


def _banner(window: MainWindow) -> None:
    window.banner.tell(
        "2 notes on articles that changed have no place: the words are gone.", "Show them", print
    )


def _banner_fault(window: MainWindow) -> None:
    window.banner.fault(
        "The folder /media/archive/Press/Ministry of Foreign Affairs and Cooperation/2025, which is "
        "watched, is not there. Its articles stay; it is waited for.",
        "Choose another",
        print,
    )


def _jobs(window: MainWindow) -> None:
    """An import and what waits for it: nothing is done, the status bar only shows it."""
    for name, progress in (("Importing Ministry of Foreign Affairs 2025", (1234, 98765)), ("Backup", (0, 0))):
        job = Job(lambda: None, None, None)
        job.name, job.progress, job.can_cancel, job.was_shown = name, progress, True, True
        job.running = progress[1] > 0
        window.tasks.began.emit(job)


def _menu(title: str, window: MainWindow) -> None:
    bar = window.menuBar()
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu) and action.text().replace("&", "") == title:
            place = bar.actionGeometry(action)
            menu.popup(bar.mapToGlobal(place.bottomLeft()))


def _context(where: Callable[[MainWindow], QWidget], at: tuple[int, int], window: MainWindow) -> None:
    widget, place = where(window), QPoint(*at)
    viewport = getattr(widget, "viewport", None)
    widget = viewport() if viewport is not None else widget
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def _do(name: str, window: MainWindow) -> None:
    window.actions_[name].trigger()


def _settings(page: int, window: MainWindow) -> None:
    from gui.preferences.dialog import PreferencesDialog

    _do("edit.settings", window)
    for dialog in window.findChildren(PreferencesDialog):
        dialog.list.setCurrentRow(page)


def _rename_tag(window: MainWindow) -> None:
    _do("article.tags", window)
    _until(lambda: bool(_rows(window)))
    tree = _rows(window)[0]
    tree.setCurrentItem(tree.topLevelItem(0))
    buttons = tree.window().findChildren(QPushButton)
    next(one for one in buttons if one.text().replace("&", "").startswith("Rename")).click()


def _rows(window: MainWindow) -> list[QTreeWidget]:
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    trees = [tree for one in dialogs for tree in one.findChildren(QTreeWidget)]
    return [tree for tree in trees if tree.topLevelItemCount()]


def _until(done: Callable[[], bool]) -> None:
    for _ in range(200):
        if done():
            return
        QTest.qWait(10)


def _lost(window: MainWindow) -> None:
    window.show_only(Filter(unplaced=True))
    _until(lambda: window.actions_["note.place"].isEnabled())
    _do("note.place", window)


SCENES: dict[str, Callable[[MainWindow], None]] = {
    "fault": _fault,
    "fault-details": _fault_details,
    "refused": partial(
        _refused, LibraryError("Kenya 2025.sqlite is not a Communiqué library; it was left as it is.")
    ),
    "refused-damaged": partial(_refused, DamagedLibraryError("The library Kenya 2025.sqlite is damaged.")),
    "refused-newer": partial(_refused, NewerLibraryError("A newer Communiqué wrote Kenya 2025.sqlite.")),
    "banner": _banner,
    "banner-fault": _banner_fault,
    "jobs": _jobs,
    "menu-view": partial(_menu, "View"),
    "menu-edit": partial(_menu, "Edit"),
    "menu-article": partial(_menu, "Article"),
    "menu-notes": partial(_menu, "Notes"),
    "context-list": partial(_context, lambda window: window.articles.view, (90, 90)),
    "context-words": partial(_context, lambda window: window.reading.reader.view, (130, 70)),
    "context-fact": partial(_context, lambda window: window.reading.facts.canvas, (60, 40)),
    "context-note": partial(_context, lambda window: window.reading.notes.view, (60, 40)),
    "settings-reading": partial(_settings, 1),
    "settings-keys": partial(_settings, 2),
    "settings-library": partial(_settings, 3),
    "settings-privacy": partial(_settings, 4),
    "tag-rename": _rename_tag,
    "lost-notes": _lost,
    "one-person": partial(_do, "article.people"),
}
LIBRARIES: dict[str, Callable[[Path], None]] = {"lost-notes": lost_notes, "one-person": two_spellings}
"""Those that want a library of their own."""


class _Staged(gui.picture.Picture):
    """Sets the scene once all is calm, then goes on as ever."""

    scene: Callable[[MainWindow], None] | None = None

    def _look(self) -> None:
        scene, window = _Staged.scene, self._window
        if scene is not None and window.has_begun and not window.tasks.pending:
            _Staged.scene = None
            self._look_later()
            scene(window)
        else:
            super()._look()


def main(name: str, library: str, picture: str, theme: str, size: str) -> int:
    """Draw one scene; returns the exit status."""
    width, height = map(int, size.split("x"))
    _Staged.scene = SCENES[name]
    gui.picture.Picture = _Staged  # type: ignore[misc]
    return run(Options(Path(library), Path(picture), theme, (width, height), default_library=False))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

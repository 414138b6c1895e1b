"""What the actions of the notes do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.articles.words import counted
from store.model import Filter

if TYPE_CHECKING:
    from gui.window import MainWindow
    from store.model import ImportReport


def connect(window: MainWindow) -> None:
    """Connect the actions of the notes."""
    reading, actions = window.reading, window.actions_
    actions.connect_all(
        {
            "note.all": lambda on: reading.notes.show_all(on),
            "note.article": lambda: _on_article(window),
            "note.move": lambda: reading.fill_side().annotating.move_highlight(),
            "note.place": lambda: reading.fill_side().annotating.place_lost(),
            "note.find": lambda: _find(window),
        }
    )
    reading.all_notes_shown.connect(actions["note.all"].setChecked)


def update(window: MainWindow) -> None:
    """Switch them on and off."""
    there = window.navigator.current is not None
    for name in ("note.article", "note.move"):
        window.actions_[name].setEnabled(there)
    window.actions_["note.place"].setEnabled(_has_lost(window))


def tell_lost(window: MainWindow, report: ImportReport) -> None:
    """Say how many notes have lost their words, where articles have changed."""
    library = window.library

    def read() -> int:
        return sum(note.orphan for number in report.updated for note in library.annotations(number))

    def tell(lost: int) -> None:
        if not lost:
            return
        has = "has" if lost == 1 else "have"
        what = f"{counted(lost, 'note')} on articles that changed {has} no place"
        told = f"{what}: the words are gone, or could be several."
        if report.refused:  # which says more
            window.hub.notice.emit(told)
        else:
            window.banner.tell(told, "Show them", lambda: window.show_only(Filter(unplaced=True)))

    window.tasks.read(read, tell, key=("lost notes", id(window)))


def _has_lost(window: MainWindow) -> bool:
    opened = window.navigator.current
    return opened is not None and any(note.orphan for note in opened.annotations)


def _on_article(window: MainWindow) -> None:
    window.reading.side_wanted.emit()
    window.reading.fill_side().annotating.write_on_article()


def _find(window: MainWindow) -> None:
    window.reading.side_wanted.emit()
    window.reading.notes.start_search()

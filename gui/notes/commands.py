"""What the actions of the notes do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gui.words import counted
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

    def read() -> list[int]:
        return [number for number in report.updated for note in library.annotations(number) if note.orphan]

    def tell(articles: list[int]) -> None:
        if not articles:
            return
        has = "has" if len(articles) == 1 else "have"
        what = f"{counted(len(articles), 'note')} on articles that changed {has} no place"
        told = f"{what}: the words are gone, or could be several."
        if report.refused:  # which says more
            window.hub.notice.emit(told)
        else:
            window.banner.tell(told, "Show them", lambda: _show_lost(window, articles[0]))

    window.tasks.read(read, tell, key=("lost notes", id(window)))


def show_lost(window: MainWindow, ids: Iterable[int]) -> None:
    """List the articles in which notes of these numbers have lost their words."""
    listed, wanted = window.library.notes.listed, list(ids)

    def show(articles: list[int]) -> None:
        if articles:
            _show_lost(window, min(articles))

    window.tasks.read(lambda: [row.annotation.article_id for row in listed(wanted)], show)


def _show_lost(window: MainWindow, first: int) -> None:
    """List the articles that have such notes, and open the first with them in view."""
    window.banner.hide()
    window.show_only(Filter(unplaced=True))
    window.reading.side_wanted.emit()
    window.open_article(first)


def _has_lost(window: MainWindow) -> bool:
    opened = window.navigator.current
    return opened is not None and any(note.orphan for note in opened.annotations)


def _on_article(window: MainWindow) -> None:
    window.reading.side_wanted.emit()
    window.reading.fill_side().annotating.write_on_article()


def _find(window: MainWindow) -> None:
    window.reading.side_wanted.emit()
    window.reading.notes.start_search()

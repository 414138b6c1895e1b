"""What the actions of the notes do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.window import MainWindow


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


def _has_lost(window: MainWindow) -> bool:
    opened = window.navigator.current
    return opened is not None and any(note.orphan for note in opened.annotations)


def _on_article(window: MainWindow) -> None:
    window.reading.side_wanted.emit()
    window.reading.fill_side().annotating.write_on_article()


def _find(window: MainWindow) -> None:
    window.reading.side_wanted.emit()
    window.reading.notes.start_search()

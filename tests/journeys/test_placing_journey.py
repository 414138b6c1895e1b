"""Notes that lost their words: told of, and placed again where they belong, or where the person says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.commands import described
from gui.notes.placing import PlacingDialog
from gui.sidebar.model import Facet
from gui.window import MainWindow
from store.model import Changes, Filter, MarkStyle, Span
from tests.fabricated import AFTER, BEFORE
from tests.journeys.conftest import Start, press, settle


def words(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


def with_lost_notes(start: Start, qtbot: QtBot, folder: Path) -> MainWindow:
    """A window with an article that has changed since two notes were written on it."""
    path = folder / "a.txt"
    path.write_text(BEFORE)
    window = start(samples=False)
    window.import_paths([path])
    settle(qtbot, window)
    visit, talks = (
        words(BEFORE, "official visit to the naval base"),
        words(BEFORE, "Talks were held on trade"),
    )
    window.library.add_annotation(1, visit, "pink", MarkStyle.BOX, "Compare with May", ["visit"])
    window.library.add_annotation(1, talks, "green", MarkStyle.FILL)
    path.write_text(AFTER)
    window.import_paths([path])
    settle(qtbot, window)
    if window.navigator.current is None:
        window.open_place(0)
    settle(qtbot, window)
    return window


def dialog_of(qtbot: QtBot) -> PlacingDialog:
    def there() -> list[PlacingDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, PlacingDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    return there()[0]


def test_lost_notes_are_told_of_and_placed_again(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    window = with_lost_notes(start, qtbot, tmp_path)
    library, pane = window.library, window.reading.notes
    assert [note.orphan for note in library.annotations(1)] == [True, True]
    assert "2 notes on articles that changed have no place" in window.banner.text
    assert pane.lost.isVisible()
    assert pane.lost.count.text() == "Without a place  2"
    assert window.sidebar.model.find(Facet("unplaced")).data() == "Without a place"
    qtbot.waitUntil(window.actions_["note.place"].isEnabled)  # it is counted beside
    press(qtbot, window, "Ctrl+Shift+L")
    dialog = dialog_of(qtbot)
    qtbot.waitUntil(lambda: dialog.shown is not None)
    assert dialog.focusWidget() is dialog.list
    assert dialog.note.text() == "Compare with May"
    first = dialog.places[0]
    assert AFTER[slice(*first)].startswith("official three-day visit")
    lit = window.reading.reader.view.map.positions(first)
    qtbot.waitUntil(lambda: window.reading.reader.view.glowing == (lit,))
    assert not dialog.selected.isEnabled()
    words_begin = window.reading.reader.mapToGlobal(QPoint(0, 0)).x()
    assert dialog.geometry().right() < words_begin  # the words can be seen, and selected
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    placed = library.annotations(1)[0]
    assert (placed.orphan, placed.anchor.span, placed.note) == (False, first, "Compare with May")
    assert window.stack.undoText().startswith("Move highlight to “official three-day")
    assert pane.lost.count.text() == "Without a place  1"

    view = window.reading.reader.view
    view.select(words(AFTER, "Talks on trade"))
    view.selected.emit()
    assert dialog.selected.isEnabled()
    qtbot.mouseClick(dialog.selected, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert [note.anchor.exact for note in library.annotations(1)][1] == "Talks on trade"
    assert library.choices().unplaced == 0
    assert pane.lost.isHidden()
    assert not window.sidebar.model.find(Facet("unplaced")).isValid()
    assert window.statusBar().currentMessage() == "All notes of this article have a place again."
    window.stack.undo()
    window.stack.undo()
    settle(qtbot, window)
    assert [note.orphan for note in library.annotations(1)] == [True, True]
    assert pane.lost.count.text() == "Without a place  2"


def test_a_lost_note_asks_for_a_place_where_others_go_to_their_words(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = with_lost_notes(start, qtbot, tmp_path)
    pane = window.reading.notes
    assert [note.orphan for note in pane.shown] == [True, True]
    lost = pane.shown[1]
    pane.select(lost.id)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot)
    qtbot.waitUntil(lambda: dialog.shown is not None and dialog.shown.id == lost.id)
    dialog.close()
    qtbot.mouseClick(pane.lost.count, Qt.MouseButton.LeftButton)
    assert pane.head.chosen.text() == "Without a place"
    qtbot.mouseClick(pane.lost.count, Qt.MouseButton.LeftButton)
    assert pane.head.chosen.isHidden()
    window.navigator.close_article()
    assert pane.lost.isHidden()
    show = next(b for b in window.banner.findChildren(QPushButton) if b.text() == "Show them")
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.facets == Filter(unplaced=True)
    assert window.model.rowCount() == 1
    assert window.navigator.current_id == 1
    assert not pane.lost.isHidden()
    assert window.banner.isHidden()


def test_the_filter_keeps_its_name_when_the_last_note_has_a_place(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = with_lost_notes(start, qtbot, tmp_path)
    window.show_only(Filter(unplaced=True))
    settle(qtbot, window)
    assert described(window.model.shown, window.sidebar.model) == "Without a place"
    for note in window.library.annotations(1):
        window.library.delete_annotations([note.id])
    window.hub.tell(Changes(frozenset({1}), listing=True), None)
    settle(qtbot, window)
    assert described(window.model.shown, window.sidebar.model) == "Without a place"

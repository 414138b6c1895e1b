"""Facts to words and back; highlight, note, tag, edit, delete, undo; all there after a restart."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.notes.card import NoteCard
from gui.window import MainWindow
from store.model import Annotation, Fact, MarkStyle, Span
from tests.journeys.conftest import Start, click_row, opened, settle


def text_of(window: MainWindow) -> str:
    return opened(window).article.text


def span_of(window: MainWindow, quote: str) -> Span:
    start = text_of(window).index(quote)
    return Span(start, start + len(quote))


def select(qtbot: QtBot, window: MainWindow, quote: str) -> None:
    """Select words with the mouse."""
    view = window.reading.reader.view
    start, end = view.map.positions(span_of(window, quote))
    view.reveal(start, end)
    middle = QPoint(0, view.fontMetrics().height() // 2)
    first = view.box_of(start, start + 1).topLeft().toPoint() + middle
    last = view.box_of(end - 1, end).topRight().toPoint() + middle
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(view.viewport(), last)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert window.reading.reader.selection == span_of(window, quote)


def click_words(qtbot: QtBot, window: MainWindow, quote: str) -> None:
    view = window.reading.reader.view
    start, _ = view.map.positions(span_of(window, quote))
    view.reveal(start, start + 1)
    box = view.box_of(start + 1, start + 2)
    place = QPoint(round(box.center().x()), round(box.top() + view.fontMetrics().height() / 2))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def notes(window: MainWindow) -> list[Annotation]:
    return window.library.annotations()


def card(window: MainWindow, quote: str) -> NoteCard:
    return next(c for c in window.reading.notes.cards if c.annotation.anchor.exact == quote)


def test_a_fact_goes_to_its_words_and_words_to_their_fact(start: Start, qtbot: QtBot) -> None:
    window = start()
    facts, reader = window.reading.facts, window.reading.reader
    assert reader.opened is not None
    assert reader.opened.reading.officials
    fact = Fact("official", len(reader.opened.reading.officials) - 1)
    facts.canvas.choose(fact)
    box = facts.canvas.box_of(fact)
    assert box is not None
    qtbot.mouseClick(facts.canvas.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    mentions = reader.opened.reading.officials[fact.index].mentions
    expected = {reader.view.map.positions(span) for span in mentions}
    qtbot.waitUntil(lambda: set(reader.view.glowing) == expected)
    first = text_of(window)[slice(*reader.opened.reading.officials[0].mentions[0])]
    click_words(qtbot, window, first)
    assert facts.selected == Fact("official", 0)


def test_blanks_around_the_selected_words_are_left_out(start: Start, qtbot: QtBot) -> None:
    window = start()
    reader = window.reading.reader
    reader.highlight_requested.emit(span_of(window, " bright memory.\n"), "green", MarkStyle.FILL)
    settle(qtbot, window)
    (made,) = notes(window)
    assert made.anchor.exact == "bright memory."
    assert made.anchor.span == span_of(window, "bright memory.")
    reader.note_requested.emit(span_of(window, " bright memory."), "green", MarkStyle.FILL)
    qtbot.waitUntil(lambda: card(window, "bright memory.").editor is not None)
    reader.highlight_requested.emit(span_of(window, "\n\n"), "green", MarkStyle.FILL)
    settle(qtbot, window)
    assert len(notes(window)) == 1


def test_highlight_note_tag_edit_delete_undo(start: Start, qtbot: QtBot) -> None:
    window = start()
    bar = window.reading.reader.bar
    select(qtbot, window, "Victory Park")
    qtbot.mouseClick(bar.shape(MarkStyle.WAVE), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.pen("pink"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    (made,) = notes(window)
    assert (made.anchor.exact, made.colour, made.style) == ("Victory Park", "pink", MarkStyle.WAVE)
    assert window.stack.undoText() == "Highlight “Victory Park”"

    select(qtbot, window, "bright memory")
    qtbot.keyClick(window.reading.reader.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(c.editor for c in window.reading.notes.cards))
    editor = card(window, "bright memory").editor
    assert editor is not None
    qtbot.keyClicks(editor.note, "Compare with 2023")
    qtbot.keyClick(editor.note, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert {n.note for n in notes(window)} == {"", "Compare with 2023"}

    select(qtbot, window, "bright memory")  # the same words again: its tags, not a second highlight
    qtbot.keyClick(window.reading.reader.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: card(window, "bright memory").editor is not None)
    editor = card(window, "bright memory").editor
    assert editor is not None
    qtbot.keyClicks(editor.tags, "homage, wording")
    qtbot.keyClick(editor.tags, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.library.tags() == ["homage", "wording"]
    assert len(notes(window)) == 2

    card(window, "Victory Park").setFocus()
    qtbot.keyClick(card(window, "Victory Park").face, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert [n.anchor.exact for n in notes(window)] == ["bright memory"]
    assert window.statusBar().currentMessage() == "Note deleted. Undo brings it back."
    window.stack.undo()
    assert window.statusBar().currentMessage() == ""
    settle(qtbot, window)
    assert len(notes(window)) == 2
    assert len(window.reading.notes.cards) == 2
    while window.stack.canUndo():
        window.stack.undo()
    settle(qtbot, window)
    assert notes(window) == []
    while window.stack.canRedo():
        window.stack.redo()
    settle(qtbot, window)
    told = [(n.anchor.exact, n.note, n.tags) for n in notes(window)]
    assert told == [("bright memory", "Compare with 2023", ("homage", "wording"))]


def test_a_note_is_there_after_a_restart_and_jumps_to_its_words(start: Start, qtbot: QtBot) -> None:
    window = start()
    select(qtbot, window, "Victory Park")
    qtbot.keyClick(window.reading.reader.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(c.editor for c in window.reading.notes.cards))
    editor = card(window, "Victory Park").editor
    assert editor is not None
    qtbot.keyClicks(editor.note, "typed and not yet saved")
    window.close()

    again = start()
    assert [n.note for n in notes(again)] == ["typed and not yet saved"]
    click_row(qtbot, again, 1)
    assert again.reading.notes.cards == []
    qtbot.mouseClick(again.reading.notes.all_button, Qt.MouseButton.LeftButton)
    settle(qtbot, again)
    card(again, "Victory Park").setFocus()
    qtbot.keyClick(card(again, "Victory Park").face, Qt.Key.Key_Return)
    settle(qtbot, again)
    assert opened(again).row.date == "2025-12-17"
    view = again.reading.reader.view
    words = view.map.positions(span_of(again, "Victory Park"))
    qtbot.waitUntil(lambda: view.glowing == (words,))
    click_words(qtbot, again, "Victory Park")
    assert card(again, "Victory Park")._chosen


def test_find_in_the_article(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.actions_["edit.find"].trigger()
    bar = window.reading.reader.find_bar
    qtbot.keyClicks(bar.line, "ergun")
    assert bar.count.text().startswith("1 of ")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text().startswith("2 of ")
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.isHidden()
    span = window.reading.reader.selection
    assert span is not None
    assert text_of(window)[slice(*span)] == "Ergün"

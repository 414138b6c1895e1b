"""Facts to words and back; highlight, note, tag, edit, delete, undo; all there after a restart."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gui.notes.editor import NoteEditor
from gui.window import MainWindow
from store.model import Annotation, Fact, Filter, MarkStyle, Span
from tests.journeys.conftest import Start, click_row, opened, press, settle


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


def listed(window: MainWindow, quote: str) -> Annotation:
    return next(n for n in window.reading.notes.shown if n.anchor.exact == quote)


def editor(window: MainWindow, quote: str) -> NoteEditor | None:
    """The editor that is open in the note on some words."""
    found = [n for n in window.reading.notes.shown if n.anchor.exact == quote]
    writing = window.reading.notes.writing(found[0].id) if found else None
    return writing.editor if writing is not None else None


def writes(qtbot: QtBot, window: MainWindow, quote: str) -> NoteEditor:
    """Wait for the editor of the note on some words."""
    qtbot.waitUntil(lambda: editor(window, quote) is not None)
    found = editor(window, quote)
    assert found is not None
    return found


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
    writes(qtbot, window, "bright memory.")
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
    field = writes(qtbot, window, "bright memory").note
    qtbot.keyClicks(field, "Compare with 2023")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert {n.note for n in notes(window)} == {"", "Compare with 2023"}

    select(qtbot, window, "bright memory")  # the same words again: its tags, not a second highlight
    qtbot.keyClick(window.reading.reader.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    tags = writes(qtbot, window, "bright memory").tags
    qtbot.keyClicks(tags, "homage, wording")
    qtbot.keyClick(tags, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.library.tags() == ["homage", "wording"]
    assert len(notes(window)) == 2

    window.reading.notes.select(listed(window, "Victory Park").id)
    qtbot.keyClick(window.reading.notes.view, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert [n.anchor.exact for n in notes(window)] == ["bright memory"]
    assert window.statusBar().currentMessage() == "Note deleted."
    window.stack.undo()
    assert window.statusBar().currentMessage() == ""
    settle(qtbot, window)
    assert len(notes(window)) == 2
    assert len(window.reading.notes.shown) == 2
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
    qtbot.keyClicks(writes(qtbot, window, "Victory Park").note, "typed and not yet saved")
    window.close()

    again = start()
    assert [n.note for n in notes(again)] == ["typed and not yet saved"]
    click_row(qtbot, again, 1)
    assert again.reading.notes.shown == []
    qtbot.mouseClick(again.reading.notes.all_button, Qt.MouseButton.LeftButton)
    settle(qtbot, again)
    again.reading.notes.select(listed(again, "Victory Park").id)
    qtbot.keyClick(again.reading.notes.view, Qt.Key.Key_Return)
    settle(qtbot, again)
    assert opened(again).row.date == "2025-12-17"
    view = again.reading.reader.view
    words = view.map.positions(span_of(again, "Victory Park"))
    qtbot.waitUntil(lambda: view.glowing == (words,))
    click_words(qtbot, again, "Victory Park")
    assert again.reading.notes.view.chosen == [listed(again, "Victory Park")]


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


def test_a_note_on_the_whole_article_by_keys_sought_and_found_again(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+Shift+N")
    field = writes(qtbot, window, "").note
    assert field.hasFocus()
    qtbot.keyClicks(field, "A quixotic account of **everything**")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    (made,) = notes(window)
    assert (made.whole, made.note) == (True, "A quixotic account of **everything**")
    assert window.library.ids(Filter(query="note:quixotic")) == [made.article_id]
    window.stack.undo()
    settle(qtbot, window)
    window.stack.undo()
    settle(qtbot, window)
    assert notes(window) == []
    window.stack.setIndex(2)
    settle(qtbot, window)

    click_row(qtbot, window, 1)
    pane = window.reading.notes
    assert pane.shown == []
    press(qtbot, window, "Ctrl+Alt+F")
    assert pane.head.line.hasFocus()
    assert pane.shows_all  # this article has none
    settle(qtbot, window)
    with qtbot.waitSignal(pane.head.sieved):
        qtbot.keyClicks(pane.head.line, "QUIXOTIC ev")
    qtbot.keyClick(pane.head.line, Qt.Key.Key_Return)
    assert pane.view.hasFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert opened(window).row.id == made.article_id


def test_a_highlight_is_put_on_other_words(start: Start, qtbot: QtBot) -> None:
    window = start()
    reader = window.reading.reader
    select(qtbot, window, "Victory")
    press(qtbot, window, "Ctrl+H")
    select(qtbot, window, "Victory Park was")
    press(qtbot, window, "Ctrl+Shift+H")
    assert [n.anchor.exact for n in notes(window)] == ["Victory Park was"]
    assert window.stack.undoText() == "Move highlight to “Victory Park was”"
    assert reader.selection is None
    window.stack.undo()
    settle(qtbot, window)
    assert [n.anchor.exact for n in notes(window)] == ["Victory"]

    press(qtbot, window, "Ctrl+Shift+H")
    assert window.statusBar().currentMessage() == "Select the words that a highlight is to be on."
    select(qtbot, window, "bright memory")
    press(qtbot, window, "Ctrl+Shift+H")
    assert window.statusBar().currentMessage().startswith("No highlight touches these words.")
    reader.select_annotation(notes(window)[0].id)  # a picked one is put on words that it does not touch
    reader.view.select(span_of(window, "bright memory"))
    press(qtbot, window, "Ctrl+Shift+H")
    assert [n.anchor.exact for n in notes(window)] == ["bright memory"]
    window.stack.undo()
    settle(qtbot, window)
    reader.view.select(span_of(window, "bright memory"))
    menu = window.reading.notes.menu_of(window.reading.notes.shown)
    entry = next(action for action in menu.actions() if action.text() == "&Put on “bright memory”")
    entry.trigger()
    settle(qtbot, window)
    assert [n.anchor.exact for n in notes(window)] == ["bright memory"]


def test_the_notes_come_back_as_they_were_shown(start: Start, qtbot: QtBot) -> None:
    window = start()
    highlighted(qtbot, window, "Victory Park", "bright memory")
    pane = window.reading.notes
    pane.head.sort_by("oldest")
    pane.show_all(True)
    pane.head.sort_by("article")
    pane.head.choose("colours", "yellow", True)
    with qtbot.waitSignal(pane.head.sieved):
        qtbot.keyClicks(pane.head.line, "memory")
    settle(qtbot, window)
    assert [note.anchor.exact for note in pane.shown] == ["bright memory"]
    window.close()

    again = start()
    qtbot.waitUntil(lambda: [n.anchor.exact for n in again.reading.notes.shown] == ["bright memory"])
    head = again.reading.notes.head
    assert again.actions_["note.all"].isChecked()
    assert (head.line.text(), head.chosen.text()) == ("memory", "Yellow")
    assert head.kept_orders == "oldest,article"


def highlighted(qtbot: QtBot, window: MainWindow, *quotes: str) -> list[Annotation]:
    """Highlight words, one after the other."""
    for quote in quotes:
        select(qtbot, window, quote)
        press(qtbot, window, "Ctrl+H")
    return [next(n for n in notes(window) if n.anchor.exact == quote) for quote in quotes]


def test_highlights_that_overlap_are_picked_in_turn_and_deleted_one_by_one(
    start: Start, qtbot: QtBot
) -> None:
    window = start()
    reader, pane = window.reading.reader, window.reading.notes
    inner, outer = highlighted(qtbot, window, "Victory Park", "Moreover, Victory Park was visited")
    click_words(qtbot, window, "Victory Park")
    assert (reader.picking.annotation, pane.view.chosen) == (inner, [inner])
    assert window.statusBar().currentMessage().startswith("Highlight 1 of 2 on these words.")
    click_words(qtbot, window, "Victory Park")
    assert (reader.picking.annotation, pane.view.chosen) == (outer, [outer])
    click_words(qtbot, window, "Victory Park")
    assert reader.picking.annotation == inner

    menu = QMenu()
    menu.addAction("Next mark")
    reader.highlights_offered.emit(menu, [inner, outer])
    offered = [action for action in menu.actions() if action.menu() is not None]
    assert [action.text() for action in offered] == [
        "“Victory Park”",
        "“Moreover, Victory Park was…”",
    ]
    assert menu.actions()[-1].text() == "Next mark"  # what was clicked comes first
    inside = offered[0].menu()
    assert inside is not None
    next(action for action in inside.actions() if action.text() == "&Delete").trigger()
    settle(qtbot, window)
    assert notes(window) == [outer]
    assert reader.picking.annotation is None
    window.stack.undo()
    settle(qtbot, window)
    assert len(notes(window)) == 2
    click_words(qtbot, window, "Victory Park")
    assert reader.picking.annotation is not None
    qtbot.keyClick(reader.view, Qt.Key.Key_Escape)
    assert reader.picking.annotation is None
    click_words(qtbot, window, "Victory Park")
    click_words(qtbot, window, "reports via")  # elsewhere: none is picked
    assert reader.picking.annotation is None
    assert all(handle.isHidden() for handle in reader.picking.handles)


def drag(qtbot: QtBot, window: MainWindow, first: bool, quote: str, drop: bool = True) -> None:
    """Drag an end of the picked highlight into the middle of some words."""
    reader = window.reading.reader
    handle = reader.picking.handles[0 if first else 1]
    view = reader.view
    start, end = view.map.positions(span_of(window, quote))
    box = view.box_of((start + end) // 2, (start + end) // 2 + 1)
    middle = handle.rect().center()
    target = handle.mapFromParent(box.center().toPoint())
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    moved = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        target,
        handle.mapToGlobal(target),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(handle, moved)
    if drop:
        qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())
        settle(qtbot, window)


def test_the_ends_of_a_highlight_are_dragged(start: Start, qtbot: QtBot) -> None:
    window = start()
    picking = window.reading.reader.picking
    (made,) = highlighted(qtbot, window, "Victory Park")
    click_words(qtbot, window, "Victory Park")
    assert all(handle.isVisible() for handle in picking.handles)
    drag(qtbot, window, False, "s visited,")
    assert [n.anchor.exact for n in notes(window)] == ["Victory Park was visited"]
    assert picking.annotation is not None
    assert picking.annotation.id == made.id
    drag(qtbot, window, True, "Moreover")
    assert [n.anchor.exact for n in notes(window)] == ["Moreover, Victory Park was visited"]
    drag(qtbot, window, False, "y Park w", drop=False)
    assert picking.span == span_of(window, "Moreover, Victory Park")
    qtbot.keyClick(picking.handles[1], Qt.Key.Key_Escape)
    assert picking.span == span_of(window, "Moreover, Victory Park was visited")
    drag(qtbot, window, False, "Dialogue")  # before its start: it stays as it is
    assert [n.anchor.exact for n in notes(window)] == ["Moreover, Victory Park was visited"]
    window.stack.undo()
    window.stack.undo()
    settle(qtbot, window)
    assert [n.anchor.exact for n in notes(window)] == ["Victory Park"]


def test_one_of_several_is_put_on_other_words(start: Start, qtbot: QtBot) -> None:
    window = start()
    inner, outer = highlighted(qtbot, window, "Victory Park", "Moreover, Victory Park was visited")
    select(qtbot, window, "Moreover, Victory Park")
    window.reading.reader.picking.pick(None)
    press(qtbot, window, "Ctrl+Shift+H")
    assert window.statusBar().currentMessage().startswith("Several highlights touch these words.")
    click_words(qtbot, window, "Victory Park")
    select(qtbot, window, "Moreover, Victory Park")
    press(qtbot, window, "Ctrl+Shift+H")
    moved = {note.id: note.anchor.exact for note in notes(window)}
    assert moved == {inner.id: "Moreover, Victory Park", outer.id: outer.anchor.exact}


def test_a_long_note_takes_room_from_the_facts_while_it_is_written(start: Start, qtbot: QtBot) -> None:
    window = start()
    side, notes = window.reading.side.shared, window.reading.notes
    before = side.sizes()
    press(qtbot, window, "Ctrl+Shift+N")
    qtbot.waitUntil(lambda: bool(notes.view.findChildren(NoteEditor)))
    (editor,) = notes.view.findChildren(NoteEditor)
    for line in range(10):
        qtbot.keyClicks(editor.note, f"{line}")
        qtbot.keyClick(editor.note, Qt.Key.Key_Return)
    assert side.sizes()[1] > before[1]
    assert not editor.note.verticalScrollBar().isVisible()
    assert notes.view.viewport().rect().contains(editor.geometry())
    qtbot.keyClicks(editor.note, "word " * 200)
    assert side.sizes()[0] >= sum(before) * 0.3  # the facts stay in view
    qtbot.keyClick(editor.note, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: side.sizes() == before)


def test_where_the_person_put_the_line_it_stays(start: Start, qtbot: QtBot) -> None:
    window = start()
    side, notes = window.reading.side.shared, window.reading.notes
    press(qtbot, window, "Ctrl+Shift+N")
    qtbot.waitUntil(lambda: bool(notes.view.findChildren(NoteEditor)))
    (editor,) = notes.view.findChildren(NoteEditor)
    qtbot.keyClicks(editor.note, "word " * 200)
    handle = side.handle(1)
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())
    qtbot.mouseMove(handle, handle.rect().center() + QPoint(0, 60))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())
    chosen = side.sizes()
    qtbot.keyClick(editor.note, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert side.sizes() == chosen


def test_a_note_that_is_being_written_comes_back_with_its_deleted_article(start: Start, qtbot: QtBot) -> None:
    window = start()
    number = opened(window).row.id
    press(qtbot, window, "Ctrl+Shift+N")
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Half written")
    press(qtbot, window, "Ctrl+Del")
    assert window.model.rowCount() == 2
    assert window.stack.undoText().startswith("Delete")
    press(qtbot, window, "Ctrl+Z")
    assert window.model.rowCount() == 3
    assert [(note.article_id, note.note) for note in notes(window)] == [(number, "Half written")]

"""The notes pane: written in place, saved while typing, never lost, undone, jumped from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from gui.notes.card import NoteCard
from gui.notes.editor import SAVE_AFTER, NoteEditor
from gui.notes.face import LOST
from gui.notes.pane import PAGE
from store.errors import LibraryError
from store.model import MarkStyle, Span
from tests.gui.notes.conftest import Bench


def editor_of(card: NoteCard) -> NoteEditor:
    assert card.editor is not None
    return card.editor


def test_an_empty_pane_says_how_to_make_a_note(bench: Bench) -> None:
    assert bench.pane.cards == []
    assert not bench.pane._empty.isHidden()
    assert "Ctrl+M" in bench.pane._empty.accessibleDescription()


def test_notes_are_listed_in_text_order(bench: Bench) -> None:
    bench.add("bright memory")
    bench.add("the graves of", "A note", ("homage",))
    assert [card.annotation.anchor.exact for card in bench.pane.cards] == ["the graves of", "bright memory"]
    told = bench.card("the graves of").face.accessibleName()
    assert told == "Highlight: the graves of. Note: A note. Tags: homage"


def test_writing_in_place_saves_after_a_pause(bench: Bench) -> None:
    bench.add("bright memory")
    card = bench.card("bright memory")
    card.edit()
    bench.qtbot.keyClicks(editor_of(card).note, "Remember this")
    assert bench.notes[0].note == ""
    bench.qtbot.waitUntil(lambda: bench.notes[0].note == "Remember this", timeout=SAVE_AFTER * 4)
    bench.qtbot.keyClicks(editor_of(card).note, " well")
    bench.qtbot.keyClick(editor_of(card).note, Qt.Key.Key_Escape)
    assert bench.notes[0].note == "Remember this well"
    assert card.editor is None
    assert bench.stack.count() == 2  # the highlight, and one sitting
    bench.stack.undo()
    assert bench.notes[0].note == ""


def test_leaving_the_editor_saves_and_closes_it(bench: Bench) -> None:
    bench.add("bright memory")
    bench.add("the graves of")
    card = bench.card("bright memory")
    card.edit()
    bench.qtbot.keyClicks(editor_of(card).note, "x")
    bench.card("the graves of").setFocus()
    bench.qtbot.waitUntil(lambda: card.editor is None)
    assert {n.note for n in bench.notes} == {"x", ""}


def test_tags_are_typed_with_commas(bench: Bench) -> None:
    bench.add("bright memory")
    card = bench.card("bright memory")
    card.edit(tags=True)
    bench.qtbot.keyClicks(editor_of(card).tags, "Visit, protocol, visit,")
    bench.qtbot.keyClick(editor_of(card).tags, Qt.Key.Key_Return)
    assert bench.notes[0].tags == ("Visit", "protocol")
    bench.stack.undo()
    assert bench.notes[0].tags == ()


def test_known_tags_are_offered(bench: Bench) -> None:
    bench.add("bright memory")
    bench.library.tags = lambda: ["homage", "protocol"]  # type: ignore[method-assign]
    card = bench.card("bright memory")
    card.edit(tags=True)
    editor = editor_of(card)
    bench.qtbot.keyClicks(editor.tags, "visit, pro")
    assert editor._completer.completionCount() == 1
    editor._complete("protocol")
    assert editor.tags.text() == "visit, protocol"
    editor._popup.hide()


def test_typing_survives_a_refresh(bench: Bench) -> None:
    bench.add("bright memory")
    bench.add("the graves of")
    card = bench.card("bright memory")
    card.edit()
    bench.qtbot.keyClicks(editor_of(card).note, "half a sent")
    bench.operations.restyle(bench.card("the graves of").annotation, "pink", MarkStyle.BOX)
    assert editor_of(card).note.toPlainText() == "half a sent"
    assert bench.card("bright memory") is card


def test_an_undo_while_the_editor_is_open_is_seen_in_it(bench: Bench) -> None:
    bench.add("bright memory")
    card = bench.card("bright memory")
    card.edit()
    bench.qtbot.keyClicks(editor_of(card).note, "typed")
    bench.pane.finish()
    bench.stack.undo()
    assert editor_of(card).note.toPlainText() == ""
    bench.stack.redo()
    assert editor_of(card).note.toPlainText() == "typed"


def test_what_cannot_be_saved_is_not_lost(bench: Bench) -> None:
    bench.add("bright memory")
    card = bench.card("bright memory")
    card.edit()
    bench.qtbot.keyClicks(editor_of(card).note, "precious")
    bench.library.refuse = LibraryError("The disk is full.")
    bench.qtbot.keyClick(editor_of(card).note, Qt.Key.Key_Escape)
    assert bench.faults == ["The disk is full."]
    assert editor_of(card).note.toPlainText() == "precious"
    bench.library.refuse = None
    bench.qtbot.keyClick(editor_of(card).note, Qt.Key.Key_Escape)
    assert bench.notes[0].note == "precious"
    assert card.editor is None


def test_another_article_saves_what_was_being_typed(bench: Bench) -> None:
    bench.add("bright memory")
    card = bench.card("bright memory")
    card.edit()
    bench.qtbot.keyClicks(editor_of(card).note, "in time")
    bench.show(2)
    assert bench.notes[0].note == "in time"
    assert bench.pane.cards == []


def test_delete_by_key_and_back(bench: Bench) -> None:
    bench.add("bright memory", "A note")
    bench.add("the graves of")
    card = bench.card("the graves of")
    card.setFocus()
    bench.qtbot.keyClick(card.face, Qt.Key.Key_Delete)
    assert [n.anchor.exact for n in bench.notes] == ["bright memory"]
    assert bench.notices == ["Note deleted. Undo brings it back."]
    assert bench.card("bright memory").face.hasFocus()
    bench.stack.undo()
    assert len(bench.pane.cards) == 2


def test_buttons_come_with_the_keyboard(bench: Bench) -> None:
    bench.add("bright memory")
    card = bench.card("bright memory")
    went: list[tuple[int, int]] = []
    bench.pane.annotation_activated.connect(lambda *ids: went.append(ids))
    card.setFocus()
    bench.qtbot.mouseClick(card.face.findChild(QToolButton, "goto"), Qt.MouseButton.LeftButton)
    assert went == [(1, card.annotation.id)]
    bench.qtbot.mouseClick(card.face.findChild(QToolButton, "pencil"), Qt.MouseButton.LeftButton)
    assert card.editor is not None
    bench.qtbot.mouseClick(card.face.findChild(QToolButton, "trash"), Qt.MouseButton.LeftButton)
    assert bench.notes == []


def test_clicking_goes_to_the_words_and_clicking_the_note_edits(bench: Bench) -> None:
    bench.add("bright memory", "A note")
    card = bench.card("bright memory")
    went: list[tuple[int, int]] = []
    bench.pane.annotation_activated.connect(lambda *ids: went.append(ids))
    quote = card.face._places.quote.topLeft().toPoint() + QPoint(20, 6)
    bench.qtbot.mouseClick(card.face, Qt.MouseButton.LeftButton, pos=quote)
    assert went == [(1, card.annotation.id)]
    note = card.face._places.note.topLeft().toPoint() + QPoint(10, 6)
    bench.qtbot.mouseClick(card.face, Qt.MouseButton.LeftButton, pos=note)
    assert editor_of(card).note.toPlainText() == "A note"


def test_keys_go_from_card_to_card(bench: Bench) -> None:
    bench.add("bright memory")
    bench.add("the graves of")
    first, last = bench.pane.cards
    first.setFocus()
    bench.qtbot.keyClick(first.face, Qt.Key.Key_Down)
    assert last.face.hasFocus()
    bench.qtbot.keyClick(last.face, Qt.Key.Key_Down)
    assert last.face.hasFocus()
    bench.qtbot.keyClick(last.face, Qt.Key.Key_Up)
    assert first.face.hasFocus()
    bench.qtbot.keyClick(first.face, Qt.Key.Key_F2)
    assert first.editor is not None


def test_a_new_note_is_edited_as_soon_as_it_is_here(bench: Bench) -> None:
    bench.pane.edit(1)
    assert bench.pane.cards == []
    made = bench.add("bright memory")
    assert made.id == 1
    assert bench.card("bright memory").editor is not None
    assert editor_of(bench.card("bright memory")).note.hasFocus()


def test_an_orphan_says_so(bench: Bench) -> None:
    made = bench.add("bright memory")
    article = bench.library.articles[1]
    bench.library.articles[1] = replace(article, annotations=(replace(made, orphan=True),))
    bench.show()
    assert LOST in bench.card("bright memory").face.accessibleName()


def test_all_notes_of_the_library(bench: Bench) -> None:
    bench.add("bright memory")
    bench.operations.add(2, Span(0, len("Another")), "blue", MarkStyle.WAVE, "Elsewhere")
    assert len(bench.pane.cards) == 1
    bench.qtbot.mouseClick(bench.pane.all_button, Qt.MouseButton.LeftButton)
    assert len(bench.pane.cards) == 2
    assert "In: A received B" in bench.card("bright memory").face.accessibleName()
    went: list[tuple[int, int]] = []
    bench.pane.annotation_activated.connect(lambda *ids: went.append(ids))
    bench.qtbot.keyClick(bench.card("Another").face, Qt.Key.Key_Return)
    assert went[0][0] == 2
    bench.operations.delete([bench.card("Another").annotation])
    assert len(bench.pane.cards) == 1
    bench.qtbot.mouseClick(bench.pane.this_button, Qt.MouseButton.LeftButton)
    assert "In:" not in bench.card("bright memory").face.accessibleName()


def test_many_notes_come_as_one_scrolls(bench: Bench) -> None:
    made = bench.add("bright memory")
    many = tuple(replace(made, id=number) for number in range(1, 201))
    bench.library.articles[1] = replace(bench.library.articles[1], annotations=many)
    bench.show()
    bench.pane.grab()
    assert PAGE <= len(bench.pane.cards) < 100
    bar = bench.pane._scroll.verticalScrollBar()

    def all_here() -> bool:
        bar.setValue(bar.maximum())
        return len(bench.pane.cards) == 200

    bench.qtbot.waitUntil(all_here)
    bench.pane.select(150)
    bench.pane.edit(180)
    assert bench.pane.cards[179].editor is not None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawn_in_both_themes(bench: Bench, scheme: str) -> None:
    bench.add("bright memory", "A note", ("tag",))
    bench.theme.choose(scheme)  # type: ignore[arg-type]
    image = bench.pane.grab().toImage()
    assert image.pixelColor(100, image.height() - 5) == bench.theme.colour("window")


def test_the_menu_changes_colour_and_shape(bench: Bench) -> None:
    bench.add("bright memory")
    card = bench.card("bright memory")
    card._restyle("pink", MarkStyle.BOX)
    assert (bench.notes[0].colour, bench.notes[0].style) == ("pink", MarkStyle.BOX)
    names = [action.text() for action in card.menu().actions()]
    assert names == ["&Go to the words", "&Edit note", "Edit &tags", "&Colour", "&Shape", "", "&Delete"]

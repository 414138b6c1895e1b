"""The notes pane: written in place, saved while typing, never lost, undone, sought, jumped from."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gui.notes.editor import SAVE_AFTER
from gui.notes.model import LOST, ON_ALL, said
from gui.notes.sieve import ARTICLE, NEWEST, OLDEST, PLACE, WHOLE, entry_of
from store.errors import LibraryError
from store.model import Annotation, MarkStyle, Span
from tests.gui.notes.conftest import Bench


def text_of(bench: Bench, quote: str) -> str:
    index = bench.pane.model.index(bench.row(quote), 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_an_empty_pane_says_how_to_make_a_note(bench: Bench) -> None:
    assert bench.pane.shown == []
    assert not bench.pane._empty.isHidden()
    assert bench.pane._again.isHidden()
    assert "Ctrl+M" in bench.pane._empty.accessibleDescription()


def test_notes_are_listed_in_text_order(bench: Bench) -> None:
    bench.add("bright memory")
    bench.add("the graves of", "A note", ("homage",))
    assert bench.quotes == ["the graves of", "bright memory"]
    assert text_of(bench, "the graves of") == "Highlight: the graves of. Note: A note. Tags: homage"


def test_writing_in_place_saves_after_a_pause(bench: Bench) -> None:
    bench.add("bright memory")
    editor = bench.edit("bright memory")
    bench.qtbot.keyClicks(editor.note, "Remember this")
    assert bench.notes[0].note == ""
    bench.qtbot.waitUntil(lambda: bench.notes[0].note == "Remember this", timeout=SAVE_AFTER * 4)
    bench.qtbot.keyClicks(editor.note, " well")
    bench.qtbot.keyClick(editor.note, Qt.Key.Key_Escape)
    assert bench.notes[0].note == "Remember this well"
    assert bench.edited("bright memory") is None
    assert bench.pane.view.hasFocus()
    assert bench.stack.count() == 2  # the highlight, and one sitting
    bench.stack.undo()
    assert bench.notes[0].note == ""


def test_typing_without_a_pause_is_saved_too(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.add("bright memory")
    editor = bench.edit("bright memory")
    editor._late.setInterval(0)
    editor._pause.setInterval(60_000)
    bench.qtbot.keyClicks(editor.note, "on and on")
    bench.qtbot.waitUntil(lambda: bench.notes[0].note == "on and on")


def test_leaving_the_editor_saves_and_closes_it(bench: Bench) -> None:
    bench.add("bright memory")
    bench.add("the graves of")
    editor = bench.edit("bright memory")
    bench.qtbot.keyClicks(editor.note, "x")
    bench.pane.view.setFocus()
    bench.qtbot.waitUntil(lambda: bench.edited("bright memory") is None)
    assert {n.note for n in bench.notes} == {"x", ""}


def test_tags_are_typed_with_commas(bench: Bench) -> None:
    bench.add("bright memory")
    editor = bench.edit("bright memory", tags=True)
    bench.qtbot.keyClicks(editor.tags, "Visit, protocol, visit,")
    bench.qtbot.keyClick(editor.tags, Qt.Key.Key_Return)
    assert bench.notes[0].tags == ("Visit", "protocol")
    bench.stack.undo()
    assert bench.notes[0].tags == ()


def test_known_tags_are_offered(bench: Bench) -> None:
    bench.add("bright memory")
    bench.library.tags = lambda: ["homage", "protocol"]  # type: ignore[method-assign]
    editor = bench.edit("bright memory", tags=True)
    bench.qtbot.keyClicks(editor.tags, "visit, pro")
    popup = editor.popup
    assert [popup.model().index(n, 0).data() for n in range(popup.model().rowCount())] == ["protocol"]
    bench.qtbot.keyClick(popup, Qt.Key.Key_Down)
    bench.qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.tags.text() == "visit, protocol"


def test_typing_survives_a_refresh(bench: Bench) -> None:
    bench.add("bright memory")
    bench.add("the graves of")
    editor = bench.edit("bright memory")
    bench.qtbot.keyClicks(editor.note, "half a sent")
    bench.operations.restyle(bench.note("the graves of"), "pink", MarkStyle.BOX)
    bench.operations.delete([bench.note("the graves of")])
    assert bench.editor("bright memory") is editor
    assert editor.isVisible()
    assert editor.note.toPlainText() == "half a sent"


def test_an_undo_while_the_editor_is_open_is_seen_in_it(bench: Bench) -> None:
    bench.add("bright memory")
    editor = bench.edit("bright memory")
    bench.qtbot.keyClicks(editor.note, "typed")
    bench.pane.finish()
    bench.stack.undo()
    assert editor.note.toPlainText() == ""
    bench.stack.redo()
    assert editor.note.toPlainText() == "typed"


def test_what_cannot_be_saved_is_not_lost(bench: Bench) -> None:
    bench.add("bright memory")
    editor = bench.edit("bright memory")
    bench.qtbot.keyClicks(editor.note, "precious")
    bench.library.refuse = LibraryError("The disk is full.")
    bench.qtbot.keyClick(editor.note, Qt.Key.Key_Escape)
    assert bench.faults == ["The disk is full."]
    assert bench.editor("bright memory").note.toPlainText() == "precious"
    bench.library.refuse = None
    bench.qtbot.keyClick(bench.editor("bright memory").note, Qt.Key.Key_Escape)
    assert bench.notes[0].note == "precious"
    assert bench.edited("bright memory") is None


def test_what_cannot_be_saved_stands_in_its_note_when_one_comes_back(bench: Bench) -> None:
    bench.add("bright memory")
    bench.qtbot.keyClicks(bench.edit("bright memory").note, "precious")
    bench.library.refuse = LibraryError("The disk is full.")
    bench.show(2)
    bench.library.refuse = None
    assert bench.notes[0].note == ""
    bench.show(1)
    editor = bench.editor("bright memory")
    assert editor.note.toPlainText() == "precious"
    bench.qtbot.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.notes[0].note == "precious"


def test_another_article_saves_what_was_being_typed(bench: Bench) -> None:
    bench.add("bright memory")
    bench.qtbot.keyClicks(bench.edit("bright memory").note, "in time")
    bench.show(2)
    assert bench.notes[0].note == "in time"
    assert bench.pane.shown == []


def test_delete_by_key_and_back(bench: Bench) -> None:
    bench.add("bright memory", "A note")
    bench.add("the graves of")
    bench.pane.select(bench.note("the graves of").id)
    bench.qtbot.keyClick(bench.pane.view, Qt.Key.Key_Delete)
    assert [n.anchor.exact for n in bench.notes] == ["bright memory"]
    assert bench.done == ["Note deleted."]
    assert bench.pane.view.current == bench.note("bright memory")
    bench.stack.undo()
    assert len(bench.pane.shown) == 2


def test_several_are_restyled_and_deleted_in_one_step(bench: Bench) -> None:
    for quote in ("bright memory", "the graves of", "Victory"):
        bench.add(quote)
    bench.pane.view.selectAll()
    names = [action.text() for action in bench.pane.menu_of(bench.pane.view.chosen).actions()]
    assert names == ["Cop&y", "&Colour", "&Shape", "", "&Delete 3 notes"]
    bench.operations.restyle_all(bench.pane.view.chosen, "pink", None)
    assert {n.colour for n in bench.notes} == {"pink"}
    assert bench.stack.undoText() == "Restyle 3 notes"
    assert len(bench.pane.view.chosen) == 3
    bench.stack.undo()
    assert {n.colour for n in bench.notes} == {"green"}
    bench.qtbot.keyClick(bench.pane.view, Qt.Key.Key_Delete)
    assert bench.notes == []
    assert bench.done == ["3 notes deleted."]
    bench.stack.undo()
    assert len(bench.notes) == 3


def test_buttons_of_a_card(bench: Bench) -> None:
    bench.add("bright memory")
    went: list[tuple[int, int]] = []
    bench.pane.annotation_activated.connect(lambda *ids: went.append(ids))
    bench.click("bright memory", "goto")
    assert went == [(1, bench.notes[0].id)]
    bench.click("bright memory", "pencil")
    assert bench.edited("bright memory") is not None
    bench.click("bright memory", "trash")
    assert bench.notes == []


def test_clicking_goes_to_the_words_and_clicking_the_note_of_a_chosen_card_edits(bench: Bench) -> None:
    made = bench.add("bright memory", "A note")
    bench.add("the graves of")
    went: list[tuple[int, int]] = []
    bench.pane.annotation_activated.connect(lambda *ids: went.append(ids))
    bench.click("bright memory", "note")
    assert went == [(1, made.id)]
    assert bench.edited("bright memory") is None
    bench.click("bright memory", "note")
    assert bench.editor("bright memory").note.toPlainText() == "A note"
    bench.click("the graves of", "note")  # where nothing is written yet, at once
    assert bench.edited("the graves of") is not None


def test_keys_go_from_card_to_card(bench: Bench) -> None:
    bench.add("bright memory")
    bench.add("the graves of")
    view = bench.pane.view
    bench.pane.select(bench.pane.shown[0].id)
    view.setFocus()
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0)):
        bench.qtbot.keyClick(view, key)
        assert view.currentIndex().row() == row
    went: list[tuple[int, int]] = []
    bench.pane.annotation_activated.connect(lambda *ids: went.append(ids))
    bench.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert went == [(1, bench.note("the graves of").id)]
    bench.qtbot.keyClick(view, Qt.Key.Key_F2)
    assert bench.edited("the graves of") is not None


def test_a_new_note_is_edited_as_soon_as_it_is_here(bench: Bench) -> None:
    bench.pane.edit(1)
    assert bench.pane.shown == []
    made = bench.add("bright memory")
    assert made.id == 1
    assert bench.editor("bright memory").note.hasFocus()


def test_an_orphan_says_so(bench: Bench) -> None:
    made = bench.add("bright memory")
    article = bench.library.articles[1]
    bench.library.articles[1] = replace(article, annotations=(replace(made, orphan=True),))
    bench.show()
    assert LOST in text_of(bench, "bright memory")


# -- notes on the whole article


def test_a_note_on_the_whole_article(bench: Bench) -> None:
    bench.add("bright memory")
    bench.pane.edit_whole("pink")
    assert bench.quotes == ["", "bright memory"]
    assert said(entry_of(bench.note(""))) == ON_ALL
    bench.qtbot.keyClicks(bench.editor("").note, "All in all")
    bench.qtbot.keyClick(bench.editor("").note, Qt.Key.Key_Escape)
    assert [(n.whole, n.note, n.colour) for n in bench.notes if n.whole] == [(True, "All in all", "pink")]
    bench.pane.edit_whole("green")  # the one that is there
    assert bench.editor("").note.toPlainText() == "All in all"
    names = [action.text() for action in bench.pane.menu_of([bench.note("")]).actions()]
    assert names[0] == "&Edit note"


def test_nothing_written_on_the_whole_leaves_nothing(bench: Bench) -> None:
    bench.pane.edit_whole("pink")
    bench.qtbot.keyClick(bench.editor("").note, Qt.Key.Key_Escape)
    assert bench.notes == []
    assert not bench.stack.canUndo()


# -- all notes, filter, search, order


def test_all_notes_of_the_library(bench: Bench) -> None:
    bench.add("bright memory")
    bench.operations.add(2, Span(0, len("Another")), "blue", MarkStyle.WAVE, "Elsewhere")
    assert bench.quotes == ["bright memory"]
    bench.qtbot.mouseClick(bench.pane.all_button, Qt.MouseButton.LeftButton)
    assert set(bench.quotes) == {"bright memory", "Another"}
    assert "In: A received B" in text_of(bench, "bright memory")
    went: list[tuple[int, int]] = []
    bench.pane.annotation_activated.connect(lambda *ids: went.append(ids))
    bench.pane.select(bench.note("Another").id)
    bench.qtbot.keyClick(bench.pane.view, Qt.Key.Key_Return)
    assert went[0][0] == 2
    bench.operations.set_note(bench.note("Another"), "Changed")
    assert bench.note("Another").note == "Changed"
    bench.operations.delete([bench.note("Another")])
    assert bench.quotes == ["bright memory"]
    bench.qtbot.mouseClick(bench.pane.this_button, Qt.MouseButton.LeftButton)
    assert "In:" not in text_of(bench, "bright memory")


def test_search_as_one_types_folded(bench: Bench) -> None:
    bench.add("bright memory", "About Kadıoğlu")
    bench.add("the graves of", "", ("Ünsal",))
    bench.add("Victory")
    for typed, found in (
        ("kadioglu ab", ["bright memory"]),
        ("unsal", ["the graves of"]),
        ("VICT", ["Victory"]),
    ):
        bench.search(typed)
        assert bench.quotes == found
    assert bench.pane.head.count.text() == "1 of 3"
    bench.qtbot.keyClick(bench.pane.head.line, Qt.Key.Key_Return)
    assert bench.pane.view.hasFocus()
    assert bench.pane.view.current == bench.note("Victory")
    bench.search("nothing at all")
    assert bench.pane.shown == []
    bench.qtbot.mouseClick(bench.pane._again, Qt.MouseButton.LeftButton)
    assert len(bench.pane.shown) == 3
    assert bench.pane.head.count.text() == "3"


def test_filter_by_colour_shape_tag_and_kind(bench: Bench) -> None:
    bench.add("bright memory", "About it", ("Visit",))
    bench.add("the graves of")
    bench.operations.restyle(bench.note("the graves of"), "pink", MarkStyle.BOX)
    bench.pane.edit_whole("blue")
    bench.qtbot.keyClicks(bench.editor("").note, "All of it")
    bench.qtbot.keyClick(bench.editor("").note, Qt.Key.Key_Escape)
    head = bench.pane.head
    for field, value, found, told in (
        ("colours", "pink", ["the graves of"], "Pink"),
        ("styles", MarkStyle.BOX, ["the graves of"], "Boxed"),
        ("tags", "visit", ["bright memory"], "#Visit"),
        ("kinds", WHOLE, [""], "On a whole article"),
    ):
        head.choose(field, value, True)
        assert bench.quotes == found
        assert head.chosen.text() == told
        head.choose(field, value, False)
    assert head.chosen.isHidden()
    head.choose("colours", "pink", True)
    head.choose("colours", "blue", True)
    assert bench.quotes == ["", "the graves of"]
    bench.qtbot.mouseClick(head.chosen, Qt.MouseButton.LeftButton)
    assert len(bench.quotes) == 3


def test_the_menus_offer_what_there_is(bench: Bench) -> None:
    bench.add("bright memory", "About it", ("Visit & more",))
    head = bench.pane.head
    for button in (head.filter_button, head.sort_button):
        menu = button.menu()
        assert menu is not None
        menu.aboutToShow.emit()
    names = [action.text() for action in head.filter_button.menu().actions()]  # type: ignore[union-attr]
    assert {"Yellow", "Boxed", "With a note written", "Tagged", "Show all"} <= set(names)
    names = [action.text() for action in head.sort_button.menu().actions()]  # type: ignore[union-attr]
    assert names == ["Place in the text", "Newest first", "Oldest first"]
    bench.pane.show_all(True)
    head.sort_button.menu().aboutToShow.emit()  # type: ignore[union-attr]
    names = [action.text() for action in head.sort_button.menu().actions()]  # type: ignore[union-attr]
    assert names == ["Newest first", "Oldest first", "By article"]


def test_sorting(bench: Bench) -> None:
    first, second = bench.add("bright memory"), bench.add("the graves of")
    bench.operations.add(2, Span(0, len("Another")), "blue", MarkStyle.WAVE)
    assert bench.quotes == ["the graves of", "bright memory"]
    bench.pane.head.sort_by(OLDEST)
    assert [note.id for note in bench.pane.shown] == [first.id, second.id]
    bench.pane.show_all(True)
    assert bench.quotes == ["Another", "the graves of", "bright memory"]  # newest first
    bench.pane.head.sort_by(ARTICLE)
    assert bench.quotes in (
        ["Another", "the graves of", "bright memory"],
        ["the graves of", "bright memory", "Another"],
    )
    assert bench.pane.head.kept_orders == f"{OLDEST},{ARTICLE}"
    bench.pane.head.restore_orders(f"nonsense,{NEWEST}")
    assert bench.pane.head.kept_orders == f"{OLDEST},{NEWEST}"


def test_what_is_chosen_stays_chosen_and_what_is_written_stays_listed(bench: Bench) -> None:
    bench.add("bright memory")
    bench.add("the graves of")
    bench.pane.select(bench.note("bright memory").id)
    bench.pane.head.sort_by(OLDEST)
    assert bench.pane.view.current == bench.note("bright memory")
    editor = bench.edit("bright memory")
    bench.qtbot.keyClicks(editor.note, "half")
    bench.pane.head.choose("colours", "pink", True)
    assert bench.quotes == ["bright memory"]
    bench.qtbot.keyClick(editor.note, Qt.Key.Key_Escape)
    assert bench.quotes == []
    bench.pane.select(bench.notes[0].id)  # what is asked for is shown, whatever the filter
    assert len(bench.quotes) == 2


def test_a_hidden_note_is_shown_when_its_words_are_clicked(bench: Bench) -> None:
    made = bench.add("bright memory")
    bench.search("nothing")
    assert bench.quotes == []
    bench.pane.select(made.id)
    assert bench.pane.view.chosen == [bench.note("bright memory")]
    assert bench.pane.head.line.text() == ""


def test_a_note_is_offered_the_selected_words(bench: Bench) -> None:
    bench.add("bright memory")
    asked: list[Annotation] = []
    bench.pane.move_asked.connect(asked.append)
    names = [action.text() for action in bench.pane.menu_of(bench.pane.shown).actions()]
    assert names[3] == "&Put on the selected words"
    bench.pane.offer_words("the graves & so on")
    entry = bench.pane.menu_of(bench.pane.shown).actions()[3]
    assert entry.text() == "&Put on “the graves && so on”"
    entry.trigger()
    assert asked == bench.pane.shown
    bench.show(2)
    assert not bench.pane.menu_of([asked[0]]).actions()[3].isEnabled()


# -- many


def test_thousands_are_listed_and_only_what_is_in_view_is_measured(bench: Bench) -> None:
    made = bench.add("bright memory", "A note\n\nof two paragraphs")
    many = tuple(replace(made, id=number) for number in range(1, 3001))
    bench.library.articles[1] = replace(bench.library.articles[1], annotations=many)
    bench.show()
    view = bench.pane.view
    bench.pane.grab()
    assert len(view.face._known) < 60
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.rowAt(view.viewport().height() - 1) == 2999
    bench.pane.head.sort_by(NEWEST)
    assert [note.id for note in bench.pane.shown[:2]] == [3000, 2999]
    bench.pane.head.sort_by(PLACE)
    bench.pane.select(1500)
    box = view.card_box(1499)
    assert view.viewport().rect().contains(box)
    bench.pane.edit(1800)
    writing = bench.pane.writing(1800)
    assert writing is not None
    assert writing.editor is not None
    assert view.viewport().rect().contains(writing.editor.geometry())


def test_cards_do_not_overlap_and_are_as_high_as_their_text(bench: Bench) -> None:
    for quote, note in (("bright memory", "One line"), ("the graves of", "- a\n- b\n- c"), ("Victory", "")):
        bench.add(quote, note)
    view = bench.pane.view
    boxes = sorted((view.card_box(bench.row(quote)) for quote in bench.quotes), key=lambda box: box.top())
    assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
    heights = {quote: view.card_box(bench.row(quote)).height() for quote in bench.quotes}
    assert heights["the graves of"] > heights["bright memory"]
    editor = bench.edit("the graves of")
    card = view.card_box(bench.row("the graves of"))
    assert card.contains(editor.geometry())
    before = card.height()
    for _ in range(6):
        bench.qtbot.keyClick(editor.note, Qt.Key.Key_Return)
    assert view.card_box(bench.row("the graves of")).height() > before


def test_an_editor_is_no_higher_than_the_pane_has_room(bench: Bench) -> None:
    bench.add("bright memory", "\n".join(f"Line {n}" for n in range(30)))
    bench.pane.resize(340, 260)
    editor = bench.edit("bright memory")
    view = bench.pane.view
    bench.qtbot.waitUntil(lambda: view.viewport().rect().contains(editor.geometry()))
    assert view.viewport().rect().contains(view.card_box(0))
    before = editor.height()
    bench.pane.resize(340, 700)
    bench.qtbot.waitUntil(lambda: editor.height() > before)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawn_in_both_themes(bench: Bench, scheme: str) -> None:
    bench.add("bright memory", "A **note** with [a link](https://example.org)", ("tag",))
    bench.theme.choose(scheme)  # type: ignore[arg-type]
    image = bench.pane.grab().toImage()
    assert image.pixelColor(100, image.height() - 5) == bench.theme.colour("window")


def test_the_menu_changes_colour_and_shape(bench: Bench) -> None:
    bench.add("bright memory")
    bench.operations.restyle_all(bench.pane.shown, "pink", MarkStyle.BOX)
    assert (bench.notes[0].colour, bench.notes[0].style) == ("pink", MarkStyle.BOX)
    names = [action.text() for action in bench.pane.menu_of(bench.pane.shown).actions()]
    assert names[:3] == ["&Go to the words", "&Edit note", "Edit &tags"]
    assert names[4:] == ["Cop&y", "&Colour", "&Shape", "", "&Delete"]


def test_notes_are_copied_with_their_words_and_articles(bench: Bench) -> None:
    bench.add("bright memory", "**Why?**", ("to ask",))
    bench.add("the graves of")
    bench.pane.view.selectAll()
    bench.qtbot.keyClick(bench.pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "> the graves of\n\n— A received B\n\n---\n\n> bright memory\n\n**Why?**\n\n#to_ask\n\n— A received B"
    )
    assert bench.notices == ["2 notes copied."]
    bench.pane.show_all(True)
    bench.pane.show_article(None)
    bench.pane.select(bench.note("bright memory").id)
    bench.qtbot.keyClick(bench.pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().endswith("— A received B")

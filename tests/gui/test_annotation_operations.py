"""Annotating is undoable, named, and one sitting at a note is one step."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui.hub import Hub
from gui.operations.annotations import AnnotationOperations, named
from gui.operations.desk import Desk
from store.errors import LibraryError
from store.model import Annotation, Changes, MarkStyle, Span
from tests.gui.fakes import FakeLibrary, InstantTasks, open_article, undo_stack

TEXT = "Zakir Hasanov received Levent Ergün."
GUEST = Span(TEXT.index("Levent"), TEXT.index("."))


class Bench:
    def __init__(self) -> None:
        self.library = FakeLibrary([open_article(1, TEXT)])
        self.hub = Hub()
        self.stack = undo_stack()
        self.changes: list[Changes] = []
        self.faults: list[str] = []
        self.hub.changed.connect(lambda changes, _: self.changes.append(changes))
        self.hub.fault.connect(self.faults.append)
        self.tasks = InstantTasks()
        self.operations = AnnotationOperations(Desk(self.library, self.tasks, self.hub, self.stack))  # type: ignore[arg-type]

    @property
    def notes(self) -> list[Annotation]:
        return self.library.annotations()

    def add(self, note: str = "") -> Annotation:
        made: list[Annotation] = []
        self.operations.add(1, GUEST, "blue", MarkStyle.WAVE, note, quote="Levent Ergün", made=made.append)
        return made[0]


@pytest.fixture
def bench(qapp: QApplication) -> Bench:
    return Bench()


def test_highlight_undo_redo_keeps_the_number(bench: Bench) -> None:
    made = bench.add()
    assert (made.anchor.exact, made.colour, made.style) == ("Levent Ergün", "blue", MarkStyle.WAVE)
    assert bench.stack.undoText() == "Highlight “Levent Ergün”"
    bench.stack.undo()
    assert bench.notes == []
    bench.stack.redo()
    assert [n.id for n in bench.notes] == [made.id]
    assert all(changes.annotations == {made.id} for changes in bench.changes)


def test_redo_brings_back_what_it_was_when_it_was_undone(bench: Bench) -> None:
    bench.add()
    bench.operations.set_note(bench.notes[0], "first")
    bench.stack.undo()
    bench.stack.undo()
    bench.stack.redo()
    bench.stack.redo()
    assert bench.notes[0].note == "first"


def test_one_sitting_is_one_step(bench: Bench) -> None:
    bench.add()
    sitting = bench.operations.new_session()
    for note in ("H", "He", "Hello"):
        bench.operations.set_note(bench.notes[0], note, session=sitting)
    assert bench.notes[0].note == "Hello"
    assert bench.stack.count() == 2
    bench.operations.set_note(bench.notes[0], "Hello again", session=bench.operations.new_session())
    assert bench.stack.count() == 3
    bench.stack.undo()
    assert bench.notes[0].note == "Hello"
    bench.stack.undo()
    assert bench.notes[0].note == ""
    bench.stack.redo()
    assert bench.notes[0].note == "Hello"


def test_note_and_tags_of_one_sitting_are_two_steps(bench: Bench) -> None:
    bench.add()
    sitting = bench.operations.new_session()
    bench.operations.set_note(bench.notes[0], "x", session=sitting)
    bench.operations.set_tags(bench.notes[0], ("visit", "2025"), session=sitting)
    assert bench.notes[0].tags == ("visit", "2025")
    assert bench.stack.undoText() == "Tags on “Levent Ergün”"
    bench.stack.undo()
    assert (bench.notes[0].note, bench.notes[0].tags) == ("x", ())


def test_nothing_new_is_no_step(bench: Bench) -> None:
    made = bench.add()
    bench.operations.set_note(made, made.note)
    bench.operations.set_tags(made, made.tags)
    bench.operations.restyle(made, made.colour, made.style)
    bench.operations.delete([])
    assert bench.stack.count() == 1


def test_restyle_and_back(bench: Bench) -> None:
    made = bench.add()
    bench.operations.restyle(made, "pink", MarkStyle.BOX)
    assert (bench.notes[0].colour, bench.notes[0].style) == ("pink", MarkStyle.BOX)
    bench.stack.undo()
    assert (bench.notes[0].colour, bench.notes[0].style) == ("blue", MarkStyle.WAVE)


def test_delete_and_back(bench: Bench) -> None:
    made = bench.add("Important")
    bench.operations.delete([made])
    assert bench.notes == []
    assert bench.stack.undoText() == "Delete note “Levent Ergün”"
    bench.stack.undo()
    assert bench.notes == [made]
    bench.add()
    bench.operations.delete(bench.notes)
    assert bench.stack.undoText() == "Delete 2 notes"
    bench.stack.undo()
    assert len(bench.notes) == 2


def test_what_the_world_refuses_is_told_and_leaves_the_stack(bench: Bench) -> None:
    made = bench.add()
    lost: list[bool] = []
    bench.library.refuse = LibraryError("The disk is full.")
    bench.operations.set_note(made, "precious", settled=lost.append)
    assert bench.faults == ["The disk is full."]
    assert lost == [False]
    assert bench.stack.count() == 1
    bench.library.refuse = None
    bench.operations.set_note(made, "precious")
    assert bench.notes[0].note == "precious"


def test_names_are_short_and_of_one_line() -> None:
    assert named("Highlight", "") == "Highlight"
    assert named("Highlight", "a\r\nb") == "Highlight “a b”"
    assert len(named("Note on", "long " * 50)) < 45


def test_a_note_on_the_article_is_made_and_taken_back(bench: Bench) -> None:
    made: list[Annotation] = []
    bench.operations.add_to_article(1, "pink", "All of it", made=made.append)
    assert [(n.whole, n.note) for n in bench.notes] == [(True, "All of it")]
    assert bench.stack.undoText() == "Note on the article"
    bench.operations.set_note(bench.notes[0], "Much of it")
    assert bench.stack.undoText() == "Note on the article"
    bench.operations.restyle(bench.notes[0], "green", MarkStyle.BOX)
    assert bench.stack.undoText() == "Restyle the note on the article"
    bench.stack.setIndex(0)
    assert bench.notes == []
    bench.stack.setIndex(3)
    assert [(n.id, n.note, n.colour) for n in bench.notes] == [(made[0].id, "Much of it", "green")]


def test_a_highlight_is_moved_to_other_words_and_back(bench: Bench) -> None:
    before = bench.add("Who?")
    bench.operations.move(before, Span(0, len("Zakir Hasanov")), "Zakir Hasanov")
    (moved,) = bench.notes
    assert (moved.anchor.exact, moved.note) == ("Zakir Hasanov", "Who?")
    assert bench.stack.undoText() == "Move highlight to “Zakir Hasanov”"
    bench.stack.undo()
    assert bench.notes == [before]
    bench.stack.redo()
    assert bench.notes == [moved]


def test_what_nothing_was_written_on_goes_as_it_came(bench: Bench) -> None:
    bench.operations.add_to_article(1, "pink")
    bench.operations.give_up(bench.notes[0])
    assert bench.notes == []
    assert not bench.stack.canUndo()
    bench.add("Who?")
    bench.operations.set_note(bench.notes[0], "")
    bench.operations.give_up(bench.notes[0])
    assert bench.notes == []
    bench.stack.undo()
    assert len(bench.notes) == 1

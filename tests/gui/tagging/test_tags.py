"""Completion of tags, their chips and colours, and their undoable changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from gui.hub import Hub
from gui.notes.menu import Doing, fill
from gui.operations.annotations import AnnotationOperations
from gui.operations.desk import Desk
from gui.operations.tags import TagOperations
from gui.reader.book import Book
from gui.reader.offsets import TextMap
from gui.tagging.chips import ADD, TagChips
from gui.tagging.colours import TagColours
from gui.tagging.completing import TagCompletion, offered
from gui.theme import Theme
from store.errors import LibraryError
from store.library import Library
from store.model import Filter, MarkStyle, Span
from tests.gui.fakes import InstantTasks, undo_stack

KNOWN = ["visit", "Ünsal", "Homage site", "unsaid", "site"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("un", ["Ünsal", "unsaid"]),
        ("ÜNS", ["Ünsal", "unsaid"]),
        ("site", ["site", "Homage site"]),
        ("x", []),
        (" ", []),
    ],
)
def test_what_a_tag_may_become(typed: str, expected: list[str]) -> None:
    assert offered(typed, KNOWN) == expected


def test_what_is_there_already_is_not_offered() -> None:
    assert offered("un", KNOWN, ["UNSAL"]) == ["unsaid"]


def test_the_tag_at_the_cursor_is_completed(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    popup = TagCompletion(line, lambda: KNOWN).popup
    qtbot.keyClicks(line, "visit, un")
    assert popup.isVisible()
    model = popup.model()
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["Ünsal", "unsaid"]
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "visit, Ünsal"
    qtbot.keyClicks(line, ", q")
    assert not popup.isVisible()


def test_colours_of_tags_and_of_what_is_tagged() -> None:
    colours = TagColours()
    told: list[None] = []
    colours.changed.connect(lambda: told.append(None))
    colours.take({"Homage": "green"})
    colours.take({"homage": "green"})
    assert len(told) == 1
    assert (colours.of("HOMAGE"), colours.of("visit")) == ("green", "")
    assert colours.first(["visit", "homage"]) == "green"


def test_a_highlight_is_drawn_in_the_colour_of_its_tag(library: Library) -> None:
    text = "General Levent Ergün of Türkiye."
    number = library.import_texts([("a", text.encode())]).taken[0]
    library.add_annotation(number, Span(0, 7), "yellow", MarkStyle.FILL, "", ["homage"])
    opened = library.article(number)
    colours = TagColours()
    colours.take({"homage": "green"})
    book = Book(opened, TextMap(text), colours.of_note)
    assert [role for _, role in book.signs()] == ["highlight.green.line"]
    assert "highlight.green" in {stretch.look.fill for stretch in book.layers()}
    assert opened is not None
    assert book.annotations[0].colour == "yellow"  # what is its own stays


def test_chips_by_keys(theme: Theme, qtbot: QtBot) -> None:
    chips = TagChips(theme)
    qtbot.addWidget(chips)
    chips.resize(200, 60)
    chips.show_tags(("homage", "visit"))
    assert chips.accessibleName() == "Tags of the article: homage, visit"
    chosen: list[str] = []
    chips.chosen.connect(chosen.append)
    chips.edit_asked.connect(lambda: chosen.append(ADD))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(chips, key)
    assert chosen == ["visit", ADD]
    assert chips.heightForWidth(90) > chips.heightForWidth(400)
    assert not chips.grab().isNull()


class Bench:
    def __init__(self, library: Library) -> None:
        self.library, self.stack, self.hub = library, undo_stack(), Hub()
        self.desk = Desk(library, InstantTasks(), self.hub, self.stack)
        self.operations = TagOperations(self.desk)
        self.renamed: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self.hub.tag_renamed.connect(lambda *names: self.renamed.append(names))
        self.hub.fault.connect(self.faults.append)


@pytest.fixture
def library(tmp_path: Path, qapp: object) -> Iterator[Library]:
    made = Library.open(tmp_path / "library.sqlite")
    yield made
    made.close()


@pytest.fixture
def bench(library: Library) -> Bench:
    names = ("Levent Ergun", "Zakir Hasanov")
    library.import_texts([(n, f"General {n} of Ghana spoke of trade at length.".encode()) for n in names])
    assert library.count(Filter()) == 2
    return Bench(library)


def test_every_change_of_tags_is_named_and_undone(bench: Bench) -> None:
    operations, stack, library = bench.operations, bench.stack, bench.library
    operations.tag_articles([1, 2], ["homage"], heading="x")
    operations.tag_articles([1], ["visit"], ["homage"], heading="Ergün spoke")
    operations.rename("homage", "memory")
    operations.rename("visit", "memory", merges=True)
    operations.set_colour("memory", "pink")
    operations.delete("memory")
    assert library.tags() == []
    texts = []
    states = []
    while stack.canUndo():
        texts.append(stack.undoText())
        stack.undo()
        states.append(sorted(library.tags()))
    assert texts == [
        "Delete tag “memory”",
        "Colour of tag “memory”",
        "Merge tag “visit” → “memory”",
        "Rename tag “homage” → “memory”",
        "Tags “visit, −homage” on “Ergün spoke”",
        "Tags “homage” on 2 articles",
    ]
    assert states == [["memory"], ["memory"], ["memory", "visit"], ["homage", "visit"], ["homage"], []]
    assert bench.renamed == [("homage", "memory"), ("visit", "memory"), ("memory", "homage")]
    while stack.canRedo():
        stack.redo()
    assert library.tags() == []
    assert bench.faults == []


def test_nothing_to_do_is_no_step(bench: Bench) -> None:
    bench.operations.tag_articles([], ["a"])
    bench.operations.tag_articles([1])
    assert bench.stack.count() == 0


def test_a_refused_change_leaves_the_stack(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(bench.library.tagging, "tag_articles", full)
    bench.operations.tag_articles([1], ["a"])
    assert bench.faults == ["The disk is full."]
    assert bench.stack.count() == 0
    assert bench.library.rows(Filter(), 0, 1)[0].tags == ()


def test_a_colour_of_its_own_waits_behind_that_of_a_tag(bench: Bench, theme: Theme) -> None:
    made, _ = bench.library.add_annotation(1, Span(0, 7), "yellow", MarkStyle.FILL, "", ["homage"])
    bench.hub.tag_colours.take({"homage": "green"})
    notices: list[str] = []
    bench.hub.notice.connect(notices.append)
    menu, doing = QMenu(), Doing(*[lambda *_: None] * len(fields(Doing)))
    fill(menu, theme, AnnotationOperations(bench.desk), [made], doing)
    colours = next(a.menu() for a in menu.actions() if a.text() == "&Colour")
    next(a for a in colours.actions() if a.text() == "Pink").trigger()  # type: ignore[union-attr]
    assert bench.library.annotations(1)[0].colour == "pink"
    assert notices == ["It shows in the colour of its tag “homage” as long as it has that tag."]

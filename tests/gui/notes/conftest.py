"""A notes pane over a library in memory, refreshed as the window does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.hub import Hub
from gui.notes.editor import NoteEditor
from gui.notes.model import ENTRY
from gui.notes.pane import NotesPane
from gui.operations.annotations import AnnotationOperations
from gui.operations.desk import Desk
from gui.theme import Theme
from store.model import Annotation, Changes, MarkStyle
from tests.fabricated import opened, second, words
from tests.gui.fakes import FakeLibrary, InstantTasks, open_article, undo_stack


class Bench:
    """The pane and what is round it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        article, reading = second()
        self.text = article.text
        self.library = FakeLibrary(
            [opened(article, reading, heading="A received B"), open_article(2, "Another article.")]
        )
        self.hub, self.stack = Hub(), undo_stack()
        self.theme = Theme("light")
        self.theme.apply()
        self.notices: list[str] = []
        self.faults: list[str] = []
        self.done: list[str] = []
        self.hub.notice.connect(self.notices.append)
        self.hub.done.connect(self.done.append)
        self.hub.fault.connect(self.faults.append)
        self.hub.changed.connect(self._changed)
        desk = Desk(self.library, InstantTasks(), self.hub, self.stack)  # type: ignore[arg-type]
        self.operations = AnnotationOperations(desk)
        self.pane = NotesPane(self.theme, self.hub, self.operations)
        self.shown = 1

    def _changed(self, changes: Changes, initiator: object) -> None:
        if self.shown in changes.articles:
            self.pane.show_article(self.library.article(self.shown))
        if changes.annotations or changes.tags:
            self.pane.refresh(changes)

    def show(self, article_id: int = 1) -> None:
        self.shown = article_id
        self.pane.show_article(self.library.article(article_id))

    def add(self, quote: str, note: str = "", tags: tuple[str, ...] = ()) -> Annotation:
        made: list[Annotation] = []
        self.operations.add(
            1, words(self.text, quote), "green", MarkStyle.FILL, note, tags, quote=quote, made=made.append
        )
        return made[0]

    @property
    def notes(self) -> list[Annotation]:
        return self.library.annotations()

    @property
    def quotes(self) -> list[str]:
        """The words of the notes that are listed."""
        return [note.anchor.exact for note in self.pane.shown]

    def note(self, quote: str) -> Annotation:
        return next(note for note in self.pane.shown if note.anchor.exact == quote)

    def row(self, quote: str) -> int:
        row = self.pane.model.row_of(self.note(quote).id)
        assert row is not None
        return row

    def edit(self, quote: str, tags: bool = False) -> NoteEditor:
        """Open the editor of a note."""
        self.pane.edit(self.note(quote).id, tags)
        return self.editor(quote)

    def editor(self, quote: str) -> NoteEditor:
        found = self.edited(quote)
        assert found is not None
        return found

    def edited(self, quote: str) -> NoteEditor | None:
        writing = self.pane.writing(self.note(quote).id)
        return writing.editor if writing is not None else None

    def place(self, quote: str, part: str = "quote") -> QPoint:
        """A point of the viewport on the quote, the note or a button of a card."""
        view, row = self.pane.view, self.row(quote)
        card = view.card_box(row)
        entry = view.model().index(row, 0).data(ENTRY)
        places = view.face.places(entry, card.width())
        box = {"quote": places.quote, "note": places.note}.get(part) or view.face.buttons(card.width())[part]
        return card.topLeft() + box.topLeft().toPoint() + QPoint(10, 6)

    def click(self, quote: str, part: str = "quote") -> None:
        where = self.place(quote, part)
        view = self.pane.view.viewport()
        self.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def search(self, typed: str) -> None:
        """Type into the search and wait for what it finds."""
        line = self.pane.head.line
        line.setFocus()
        with self.qtbot.waitSignal(self.pane.head.sieved):
            line.selectAll()
            self.qtbot.keyClicks(line, typed)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    made = Bench(qtbot)
    qtbot.addWidget(made.pane)
    made.pane.resize(340, 600)
    with qtbot.waitActive(made.pane):
        made.pane.show()
        made.pane.activateWindow()
    made.show()
    return made

"""A notes pane over a library in memory, refreshed as the window does it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from gui.hub import Hub
from gui.notes.card import NoteCard
from gui.notes.pane import NotesPane
from gui.operations.annotations import AnnotationOperations
from gui.operations.desk import Desk
from gui.theme import Theme
from store.model import Annotation, Changes, MarkStyle
from tests.fabricated import opened, second, words
from tests.gui.fakes import FakeLibrary, InstantTasks, open_article


class Bench:
    """The pane and what is round it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        article, reading = second()
        self.text = article.text
        self.library = FakeLibrary(
            [opened(article, reading, heading="A received B"), open_article(2, "Another article.")]
        )
        self.hub, self.stack = Hub(), QUndoStack()
        self.theme = Theme("light")
        self.theme.apply()
        self.notices: list[str] = []
        self.faults: list[str] = []
        self.hub.notice.connect(self.notices.append)
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
            self.pane.refresh()

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

    def card(self, quote: str) -> NoteCard:
        return next(card for card in self.pane.cards if card.annotation.anchor.exact == quote)


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

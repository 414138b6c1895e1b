"""A reader pane with the third sample article open."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.hub import Hub
from gui.reader.pane import ReaderPane
from gui.theme import Theme
from store.model import Article, OpenArticle
from tests.fabricated import opened, second, words


@dataclass
class Stage:
    """The pane under test and what it told."""

    qtbot: QtBot
    pane: ReaderPane
    notices: list[str] = field(default_factory=list)
    told: list[tuple[str, tuple[object, ...]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        assert self.pane.opened is not None
        return self.pane.opened.article.text

    def show(self, shown: OpenArticle) -> None:
        self.pane.show_article(shown)
        self.pane.grab()  # lays out and paints

    def point_of(self, quote: str, nth: int = 0, inside: int = 1) -> QPoint:
        """The middle of the character ``inside`` the words, after scrolling to them."""
        span = words(self.text, quote, nth)
        view = self.pane.view
        start, _ = view.map.positions(span)
        view.reveal(start, start + 1)
        box = view.box_of(start + inside, start + inside + 1)
        return QPoint(round(box.center().x()), round(box.top() + view.fontMetrics().height() / 2))

    def click(self, quote: str, nth: int = 0, inside: int = 1) -> None:
        place = self.point_of(quote, nth, inside)
        self.qtbot.mouseClick(self.pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def drag(self, quote: str, nth: int = 0) -> None:
        """Select words with the mouse."""
        span = words(self.text, quote, nth)
        view = self.pane.view
        start, end = view.map.positions(span)
        view.reveal(start, end)
        middle = view.fontMetrics().height() // 2
        first = view.box_of(start, start + 1).topLeft().toPoint() + QPoint(0, middle)
        last = view.box_of(end - 1, end).topRight().toPoint() + QPoint(0, middle)
        port = view.viewport()
        self.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
        self.qtbot.mouseMove(port, last)
        self.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)

    def heard(self, name: str) -> list[tuple[object, ...]]:
        return [values for told, values in self.told if told == name]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    theme = Theme("light")
    theme.apply()
    hub = Hub()
    pane = ReaderPane(theme, hub)
    qtbot.addWidget(pane)
    made = Stage(qtbot, pane)
    hub.notice.connect(made.notices.append)
    for name in (
        "fact_clicked", "annotation_clicked", "selection_changed", "highlight_requested",
        "note_requested", "tag_requested", "star_requested",
    ):  # fmt: skip
        getattr(pane, name).connect(lambda *values, name=name: made.told.append((name, values)))
    pane.resize(820, 640)
    with qtbot.waitExposed(pane):
        pane.show()
    article, reading = second()
    made.show(opened(article, reading, heading="Zakir Hasanov received Levent Ergün"))
    return made


def plain(text: str, key: str = "plain") -> OpenArticle:
    """An article with nothing read from it."""
    return opened(Article(key, text), article_id=77)

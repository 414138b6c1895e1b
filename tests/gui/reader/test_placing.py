"""The words at the top stay there, however the text is laid out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gui.reader.placing import TOP, Placing
from gui.reader.view import ReaderView
from gui.theme import Theme

TEXT = "\n\n".join(
    f"Paragraph {n}. 🙂 The minister received the delegation and they spoke at length." for n in range(200)
)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ReaderView:
    made = ReaderView(theme)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def _top(view: ReaderView) -> int:
    return view.map.offset(view.cursorForPosition(QPoint(0, 0)).position())


def _is_at(view: ReaderView, offset: int) -> bool:
    return offset - 1 <= _top(view) <= offset  # the empty line before ends where the words begin


def test_knows_the_words_at_the_top(view: ReaderView) -> None:
    placing = Placing(view)
    view.show_text(TEXT)
    assert placing.place == TOP
    view.verticalScrollBar().setValue(1234)
    offset, into = placing.place
    assert offset == _top(view)
    view.verticalScrollBar().setValue(0)
    assert placing.place == TOP
    placing.go(offset, into)
    assert view.verticalScrollBar().value() == 1234


def test_stays_at_its_words_in_another_width_and_size(view: ReaderView) -> None:
    placing = Placing(view)
    view.show_text(TEXT)
    start = TEXT.index("Paragraph 100.")
    placing.go(start)
    for width, size in ((340, 12.5), (900, 12.5), (900, 20), (420, 9)):
        view.resize(width, 400)
        view.set_text_size(size)
        assert _is_at(view, start)


def test_another_text_begins_at_its_top(view: ReaderView) -> None:
    placing = Placing(view)
    view.show_text(TEXT)
    placing.go(TEXT.index("Paragraph 50."))
    view.show_text(TEXT[::-1])
    assert placing.place == TOP
    assert view.verticalScrollBar().value() == 0


def test_a_place_beyond_the_text_is_its_end(view: ReaderView, qtbot: QtBot) -> None:
    placing = Placing(view)
    view.show_text(TEXT)
    placing.go(10**9)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)


def test_a_place_can_be_gone_to_before_the_text_is_shown(qtbot: QtBot, theme: Theme) -> None:
    view = ReaderView(theme)
    qtbot.addWidget(view)
    placing = Placing(view)
    view.show_text(TEXT)
    start = TEXT.index("Paragraph 100.")
    placing.go(start)
    view.resize(500, 300)
    view.show()
    qtbot.waitExposed(view)
    assert _is_at(view, start)

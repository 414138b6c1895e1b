"""Drawings in tabs: shown, as text, opened from, kept."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from gui.across.commands import ways
from gui.across.drawings import kinds
from gui.across.drawings.drawing import Drawing
from gui.across.drawings.frame import DrawingFrame
from gui.across.pane import PagePane
from gui.window import MainWindow
from store.across.page import Link
from store.library import Library
from store.model import Filter
from tests.gui.across.drawings.sample import Fields
from tests.journeys.conftest import Start, opened, press, settle


def _fields(library: Library, link: Link) -> Drawing | None:
    numbers = [row.id for row in library.rows(Filter(), 0, 3)]
    return Fields(tuple(numbers[:1] if link.key == "one" else numbers), f"Fields {link.key}")


@pytest.fixture(autouse=True)
def kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kinds.READERS, "timeline", _fields)


def _open(qtbot: QtBot, window: MainWindow, key: str = "one") -> tuple[PagePane, DrawingFrame]:
    ways(window).follow(Link("timeline", key))
    settle(qtbot, window)
    pane = window.reading.column.pages
    assert pane is not None
    assert pane.frame is not None
    return pane, pane.frame


def test_a_mark_opens_its_article_and_back_leads_to_the_drawing(start: Start, qtbot: QtBot) -> None:
    window = start()
    first = opened(window).row.id
    press(qtbot, window, "J")
    pane, frame = _open(qtbot, window)
    assert frame.canvas.hasFocus()
    assert not pane.view.isVisible()
    assert window.windowTitle().startswith("Fields one")
    qtbot.keyClick(frame.canvas, Qt.Key.Key_Right)
    assert frame.foot.line.text() == "field 0"
    qtbot.keyClick(frame.canvas, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert opened(window).row.id == first
    press(qtbot, window, "Alt+Left")
    settle(qtbot, window)
    assert frame.canvas.isVisible()


def test_a_mark_of_several_articles_offers_them(start: Start, qtbot: QtBot) -> None:
    window = start()
    _, frame = _open(qtbot, window, "two")
    qtbot.keyClick(frame.canvas, Qt.Key.Key_Right)
    qtbot.keyClick(frame.canvas, Qt.Key.Key_Return)
    settle(qtbot, window)
    (menu,) = [one for one in frame.canvas.findChildren(QMenu) if one.isVisible()]
    words = [action.text() for action in menu.actions()]
    assert len(words) == 5
    assert "2024-12-12" in words[1]
    menu.actions()[1].trigger()
    menu.close()
    settle(qtbot, window)
    assert opened(window).row.date == "2024-12-12"


def test_as_text_it_is_a_page_and_that_is_remembered(start: Start, qtbot: QtBot) -> None:
    window = start()
    pane, frame = _open(qtbot, window)
    qtbot.mouseClick(frame.bar.as_text, Qt.MouseButton.LeftButton)
    assert pane.view.isVisible()
    assert not frame.canvas.isVisible()
    assert "field 8" in pane.view.toPlainText()
    assert window.actions_["page.as_text"].isChecked()
    window.close()
    again = start(samples=False)
    settle(qtbot, again)
    pane = again.reading.column.pages  # type: ignore[assignment]
    assert pane.view.isVisible()
    assert "field 8" in pane.view.toPlainText()
    again.actions_["page.as_text"].trigger()
    assert pane.frame is not None
    assert pane.frame.canvas.isVisible()


def test_zoom_and_place_come_back_with_the_tab(start: Start, qtbot: QtBot) -> None:
    window = start()
    _, frame = _open(qtbot, window)
    qtbot.keyClick(frame.canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(frame.canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    zoom, across = frame.canvas.zoom, frame.canvas.horizontalScrollBar().value()
    assert across > 50
    press(qtbot, window, "Alt+Left")
    press(qtbot, window, "Alt+Right")
    settle(qtbot, window)
    assert frame.canvas.zoom == pytest.approx(zoom, abs=0.001)
    assert abs(frame.canvas.horizontalScrollBar().value() - across) <= 1
    window.close()
    again = start(samples=False)
    settle(qtbot, again)
    pane = again.reading.column.pages
    assert pane is not None
    assert pane.frame is not None
    assert pane.frame.canvas.zoom == pytest.approx(zoom, abs=0.001)
    assert abs(pane.frame.canvas.horizontalScrollBar().value() - across) <= 1


def test_another_choice_takes_its_place(start: Start, qtbot: QtBot) -> None:
    window = start()
    article = opened(window).row.id
    _, frame = _open(qtbot, window)
    two = frame.bar.choices.findChild(type(frame.bar.as_text), "choice 0 1")
    assert two is not None
    qtbot.mouseClick(two, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.navigator.page == "timeline two"
    assert frame.bar.title.text() == "Fields two"
    press(qtbot, window, "Alt+Left")
    assert opened(window).row.id == article


def test_it_is_saved_as_svg_and_as_pdf(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    _open(qtbot, window)
    for action, name, begins in (("page.svg", "svg", b"<?xml"), ("file.pdf", "pdf", b"%PDF")):
        file = tmp_path / f"drawing.{name}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, file=file: (str(file), ""))
        window.actions_[action].trigger()
        assert file.read_bytes().startswith(begins)
    press(qtbot, window, "Alt+Left")
    assert not window.actions_["page.svg"].isEnabled()


def test_words_are_looked_for_in_its_text(start: Start, qtbot: QtBot) -> None:
    window = start()
    pane, _ = _open(qtbot, window)
    press(qtbot, window, "Ctrl+F")
    qtbot.keyClicks(pane.find_bar.line, "field 7")
    assert pane.view.isVisible()
    assert pane.find_bar.count.text() == "1 of 1"


def test_the_keyboard_waits_with_a_drawing_that_takes_long(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    held = Event()

    def slow(library: Library, link: Link) -> Drawing | None:
        held.wait(10)
        return _fields(library, link)

    monkeypatch.setitem(kinds.READERS, "timeline", slow)
    ways(window).follow(Link("timeline", "one"))
    pane = window.reading.column.pages
    assert pane is not None
    qtbot.waitUntil(pane.empty.isVisible)
    held.set()
    settle(qtbot, window)
    assert pane.frame is not None
    assert pane.frame.canvas.hasFocus()


def test_a_place_in_the_text_is_no_zoom(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.resize(1000, 420)
    pane, frame = _open(qtbot, window)
    pane.set_as_text(True)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not frame.bar.title.isVisible() and pane.view.height() > 100)
    QApplication.processEvents()  # what gives way is laid out
    pane.view.go_to_place(pane.view.document().find("field 2").position(), 0)
    QApplication.processEvents()
    place = pane.view.place
    assert pane.view.verticalScrollBar().value() > 0
    press(qtbot, window, "Alt+Left")
    press(qtbot, window, "Alt+Right")
    settle(qtbot, window)
    assert pane.view.place == place
    press(qtbot, window, "Alt+Left")
    pane.set_as_text(False)
    press(qtbot, window, "Alt+Right")
    settle(qtbot, window)
    assert frame.canvas.isVisible()
    assert frame.canvas.zoom == 1

"""Who met whom, drawn: from the menu, from mark to mark, to a person, to the meetings of two, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from gui.across.commands import ways
from gui.across.drawings.canvas import Canvas
from gui.across.drawings.network import NetworkDrawing
from gui.across.drawings.opening import Opening
from gui.across.pane import PagePane
from gui.window import MainWindow
from store.across.asking import Asked
from store.across.page import Link
from tests.journeys.conftest import Start, opened, settle


def _pane(window: MainWindow) -> PagePane:
    pane = window.reading.column.pages
    assert pane is not None
    return pane


def _canvas(window: MainWindow) -> Canvas:
    pane = _pane(window)
    assert pane.frame is not None
    return pane.frame.canvas


def _drawing(window: MainWindow) -> NetworkDrawing:
    drawing = _canvas(window).drawing
    assert isinstance(drawing, NetworkDrawing)
    return drawing


def _draw(qtbot: QtBot, window: MainWindow) -> NetworkDrawing:
    window.actions_["across.network"].trigger()
    settle(qtbot, window)
    return _drawing(window)


def _button(window: MainWindow, text: str) -> QToolButton:
    frame = _pane(window).frame
    assert frame is not None
    return next(one for one in frame.bar.choices.findChildren(QToolButton) if one.text() == text)


def test_from_the_menu_along_a_line_to_a_person_and_back(start: Start, qtbot: QtBot) -> None:
    window = start()
    drawing = _draw(qtbot, window)
    assert len(drawing.found.nodes) == 7
    canvas = _canvas(window)
    assert canvas.hasFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    first = canvas.current
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current != first
    assert canvas.current is not None
    words = _pane(window).frame.foot.line.text()  # type: ignore[union-attr]
    assert "meeting" in words
    assert " met " in words
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert _pane(window).address == f"person {canvas.current.key[2:]}" or not canvas.isVisible()
    window.actions_["go.back"].trigger()
    settle(qtbot, window)
    assert _canvas(window).isVisible()


def test_a_click_on_a_line_tells_the_meetings_of_two(start: Start, qtbot: QtBot) -> None:
    window = start()
    drawing = _draw(qtbot, window)
    line = next(one for one in drawing.lines if "levent ergun" in (one.edge.first, one.edge.second))
    canvas = _canvas(window)
    place = next(
        place
        for part in range(5, 95)
        if drawing.at(line.at(part / 100)) == line.mark
        for place in [canvas.mapFromScene(line.at(part / 100))]
    )
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    settle(qtbot, window)
    pane = _pane(window)
    assert pane.address == "couple levent ergun+zakir hasanov"
    assert "17 Dec 2025" in pane.view.toPlainText()
    link = next(one for one in pane.view._ways if one.kind == "article")
    pane.view.link_chosen.emit(link, False)
    settle(qtbot, window)
    assert opened(window).row.date == "2025-12-17"


def test_countries_years_and_the_list_that_was_chosen(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.search.set_query("dialogue")
    settle(qtbot, window)
    drawing = _draw(qtbot, window)
    assert "found by “dialogue”" in drawing.page.subtitle
    qtbot.mouseClick(_button(window, "Countries"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert {one.name for one in _drawing(window).found.nodes} == {"Azerbaijan", "Türkiye"}
    qtbot.mouseClick(_button(window, "1"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert _drawing(window).found.edges[0].since == "2025-12-17"
    qtbot.mouseClick(_button(window, "‹"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert "2024" in _pane(window).address


def test_countries_and_pairs_have_their_pages(start: Start, qtbot: QtBot) -> None:
    window = start()
    ways(window).follow(Link("network", Asked("parties").key))
    settle(qtbot, window)
    drawing = _drawing(window)
    _canvas(window).chosen.emit(drawing.spots["TR"].mark, False)
    settle(qtbot, window)
    assert _pane(window).address == "country TR"
    window.actions_["go.back"].trigger()
    settle(qtbot, window)
    _canvas(window).chosen.emit(drawing.lines[0].mark, False)
    settle(qtbot, window)
    assert _pane(window).address == "pair AZ+TR"


def test_a_menu_leads_to_the_network_around_somebody_and_into_the_list(start: Start, qtbot: QtBot) -> None:
    window = start()
    drawing = _draw(qtbot, window)
    opening = _pane(window).findChild(Opening)
    assert opening is not None
    menu = opening.menu(drawing.spots["levent ergun"].mark)
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions["Draw whom they met"].trigger()
    settle(qtbot, window)
    assert _drawing(window).found.centre == ("levent ergun",)
    assert {one.name for one in _drawing(window).found.nodes} == {"Levent Ergün", "Zakir Hasanov"}
    qtbot.mouseClick(_button(window, "2 steps"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert len(_drawing(window).found.nodes) == 4
    menu = opening.menu(_drawing(window).spots["zakir hasanov"].mark)
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    actions["Show in the list"].trigger()
    settle(qtbot, window)
    assert window.search.query == 'person:"Zakir Hasanov"'
    assert window.model.rowCount() == 3


def test_the_page_of_a_person_leads_to_whom_they_met(start: Start, qtbot: QtBot) -> None:
    window = start()
    ways(window).follow(Link("person", "zakir hasanov"))
    settle(qtbot, window)
    link = next(one for one in _pane(window).view._ways if one.kind == "network")
    ways(window).follow(link)
    settle(qtbot, window)
    assert _drawing(window).page.title == "Whom Zakir Hasanov met"
    assert len(_drawing(window).found.edges) == 3


def test_as_text_it_says_the_same(start: Start, qtbot: QtBot) -> None:
    window = start()
    _draw(qtbot, window)
    window.actions_["page.as_text"].trigger()
    text = _pane(window).view.toPlainText()
    assert "Who met whom" in text
    assert "Bakhtiyar Ersay" in text
    assert "12 Dec 2024" in text


def test_nobody_met(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.search.set_query("zzz")
    settle(qtbot, window)
    window.actions_["across.network"].trigger()
    settle(qtbot, window)
    assert _pane(window).empty.isVisible()
    words = [label.text() for label in _pane(window).empty.findChildren(QLabel)]
    assert "Nobody met here" in words


def test_it_is_saved_as_svg_with_every_name(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    drawing = _draw(qtbot, window)
    _canvas(window).go_to(drawing.marks[0])
    file = tmp_path / "network.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window.actions_["page.svg"].trigger()
    settle(qtbot, window)
    said = file.read_text("utf-8")
    assert said.count("<svg") == 1
    assert all(one.name in said for one in drawing.found.nodes)
    assert _canvas(window).current is not None


def test_the_next_start_draws_it_again(start: Start, qtbot: QtBot) -> None:
    window = start()
    _draw(qtbot, window)
    address = _pane(window).address
    window.session.quit()
    again = start()
    settle(qtbot, again)
    assert _pane(again).address == address
    assert isinstance(_drawing(again), NetworkDrawing)

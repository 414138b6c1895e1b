"""The canvas: marks by key and pointer, zoom, place, and what is written into files."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.across.drawings.canvas import Canvas
from gui.across.drawings.drawing import Mark
from gui.across.drawings.saving import pdf, svg
from gui.theme import Theme
from tests.gui.across.drawings.sample import Fields

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def canvas(theme: Theme, qtbot: QtBot) -> Canvas:
    made = Canvas(theme)
    qtbot.addWidget(made)
    made.resize(640, 420)
    made.show()
    made.show_drawing(Fields())
    made.setFocus()
    return made


def _key(canvas: Canvas) -> str:
    assert canvas.current is not None
    return canvas.current.key


def test_arrows_tab_home_and_end_go_from_mark_to_mark(canvas: Canvas, qtbot: QtBot) -> None:
    told: list[str] = []
    canvas.told.connect(told.append)
    keys = Qt.Key
    reached = []
    for key in (keys.Key_Right, keys.Key_Right, keys.Key_Down, keys.Key_Left, keys.Key_Up, keys.Key_Up):
        qtbot.keyClick(canvas, key)
        reached.append(_key(canvas))
    assert reached == ["0", "1", "4", "3", "0", "0"]
    qtbot.keyClick(canvas, keys.Key_End)
    assert _key(canvas) == "8"
    assert canvas.focusNextPrevChild(False)
    assert _key(canvas) == "7"
    assert told[-1] == "field 7"
    qtbot.keyClick(canvas, keys.Key_Home)
    assert _key(canvas) == "0"


def test_return_and_click_open_and_ctrl_opens_apart(canvas: Canvas, qtbot: QtBot) -> None:
    chosen: list[tuple[str, bool]] = []
    canvas.chosen.connect(lambda mark, apart: chosen.append((mark.key, apart)))
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.keyClick(canvas, Qt.Key.Key_Return, CTRL)
    place = QPoint(320, 210)
    left, middle = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
    qtbot.mouseClick(canvas.viewport(), left, pos=place)
    qtbot.mouseClick(canvas.viewport(), left, CTRL, place)
    qtbot.mouseClick(canvas.viewport(), middle, pos=place)
    assert chosen == [("0", False), ("0", True), ("4", False), ("4", True), ("4", True)]
    qtbot.mouseClick(canvas.viewport(), left, pos=QPoint(2, 2))
    assert len(chosen) == 5


def test_keys_and_wheel_zoom_and_what_is_pointed_at_stays(canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Plus, CTRL)
    qtbot.keyClick(canvas, Qt.Key.Key_Equal, CTRL)
    assert canvas.zoom == pytest.approx(1.25**2)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus, CTRL)
    assert canvas.zoom == pytest.approx(1.25)
    qtbot.keyClick(canvas, Qt.Key.Key_0, CTRL)
    assert canvas.zoom == 1
    assert canvas.horizontalScrollBar().maximum() == 0
    at = QPoint(500, 100)
    before = canvas.drawing.part_of(canvas.mapToScene(at))  # type: ignore[union-attr]
    for _ in range(4):
        event = QWheelEvent(
            QPointF(at),
            QPointF(canvas.viewport().mapToGlobal(at)),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            CTRL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas.viewport(), event)
    after = canvas.drawing.part_of(canvas.mapToScene(at))  # type: ignore[union-attr]
    assert canvas.zoom > 2
    assert (after - before).manhattanLength() < 0.01


def test_a_drag_moves_it_and_opens_nothing(canvas: Canvas, qtbot: QtBot) -> None:
    chosen: list[Mark] = []
    canvas.chosen.connect(lambda mark, _apart: chosen.append(mark))
    canvas.zoom_to(4)
    start = canvas.horizontalScrollBar().value()
    view, left = canvas.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=QPoint(300, 200))
    qtbot.mouseMove(view, QPoint(260, 200))
    qtbot.mouseMove(view, QPoint(200, 200))
    qtbot.mouseRelease(view, left, pos=QPoint(200, 200))
    assert canvas.horizontalScrollBar().value() - start in range(60, 101)
    assert chosen == []


def test_the_mark_in_focus_is_brought_into_view(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.zoom_to(5)
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.mapToScene(canvas.viewport().rect()).boundingRect().intersects(canvas.current.box)  # type: ignore[union-attr]


def test_zoom_and_place_are_told_and_found_again(canvas: Canvas, theme: Theme, qtbot: QtBot) -> None:
    canvas.zoom_to(3)
    canvas.horizontalScrollBar().setValue(700)
    canvas.verticalScrollBar().setValue(333)
    place = canvas.place
    other = Canvas(theme)
    qtbot.addWidget(other)
    other.resize(canvas.size())
    other.show()
    other.show_drawing(Fields())
    other.go_to_place(*place)
    assert other.zoom == canvas.zoom
    assert abs(other.horizontalScrollBar().value() - 700) <= 1
    assert abs(other.verticalScrollBar().value() - 333) <= 1


def test_read_again_it_stays_and_another_one_begins_anew(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.zoom_to(3)
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    place = canvas.place
    canvas.show_drawing(Fields((1, 2)), stay=True)
    assert (canvas.place, _key(canvas)) == (place, "8")
    canvas.show_drawing(Fields(), stay=False)
    assert (canvas.zoom, canvas.current) == (1, None)


def test_a_theme_change_repaints_the_ground(canvas: Canvas, theme: Theme) -> None:
    theme.choose("dark")
    assert canvas.backgroundBrush().color() == theme.colour("base")
    shot = canvas.grab().toImage()
    assert shot.pixelColor(3, 3) == theme.colour("base")


def test_files_have_all_of_it_and_leave_the_view_alone(canvas: Canvas) -> None:
    drawing = canvas.drawing
    assert drawing is not None
    size, marks = drawing.size, drawing.marks
    root = ET.fromstring(svg(drawing, 3))
    assert root.tag.endswith("svg")
    assert "Nine fields" in "".join(root.itertext())
    fonts = {one.attrib["font-family"] for one in root.iter() if "font-family" in one.attrib}
    assert fonts
    assert all(one.endswith(", sans-serif") for one in fonts), "another machine has other fonts"
    one, many = pdf(drawing, 1), pdf(drawing, 3)
    assert one.startswith(b"%PDF")
    assert one.count(b"/Type /Page\n") == 1
    assert many.count(b"/Type /Page\n") >= 4
    assert (drawing.size, drawing.marks) == (size, marks)

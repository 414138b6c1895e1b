"""Words selected with the mouse: to the letter, or whole where the settings say so; without blanks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.preferences.dialog import PreferencesDialog
from gui.preferences.reading import ReadingPage
from gui.reader.view import ReaderView
from gui.window import MainWindow
from tests.journeys.conftest import Start, press, settle
from tests.journeys.test_annotating_journey import notes, span_of, text_of

_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier


def _point(view: ReaderView, position: int) -> QPoint:
    box = view.caret_box(position)
    return QPoint(round(box.left()), round(box.top() + view.fontMetrics().height() / 2))


def _drag(window: MainWindow, first: str, last: str, modifier: Qt.KeyboardModifier = _NONE) -> str:
    """Drag from the start of some words to the end of others; the words that are selected then."""
    view = window.reading.reader.view
    start = view.map.positions(span_of(window, first))[0]
    end = view.map.positions(span_of(window, last))[1]
    view.select(None)  # or the selected words would be dragged
    view.reveal(start, end)
    held = Qt.MouseButton.LeftButton
    for kind, at, button, buttons in (
        (QEvent.Type.MouseButtonPress, start, held, held),
        (QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton, held),
        (QEvent.Type.MouseButtonRelease, end, held, Qt.MouseButton.NoButton),
    ):
        place = QPointF(_point(view, at))
        globally = QPointF(view.viewport().mapToGlobal(place.toPoint()))
        QApplication.sendEvent(view.viewport(), QMouseEvent(kind, place, globally, button, buttons, modifier))
    span = view.selection()
    return text_of(window)[span.start : span.end] if span is not None else ""


def _page(qtbot: QtBot, window: MainWindow) -> ReadingPage:
    press(qtbot, window, "Ctrl+,")
    (dialog,) = window.findChildren(PreferencesDialog)
    page = dialog.open_page("Reading")
    assert isinstance(page, ReadingPage)
    return page


def test_a_drag_selects_letters_until_whole_words_are_asked_for(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert _drag(window, "ictory", "Victory Pa") == "ictory Pa"
    page = _page(qtbot, window)
    assert not page.snap.isChecked()
    page.snap.click()
    page.window().close()
    window.activateWindow()
    assert _drag(window, "ictory", "Victory Pa") == "Victory Park"
    assert _drag(window, "ictory", "Victory Pa", _ALT) == "ictory Pa"
    qtbot.keyClick(window.reading.reader.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert window.reading.reader.selection is not None
    window.actions_["view.split"].trigger()
    settle(qtbot, window)
    assert window.reading.columns.all[1].reader.view.snaps
    window.close()

    again = start()
    assert _drag(again, "ictory", "Victory Pa") == "Victory Park"
    page = _page(qtbot, again)
    assert page.snap.isChecked()
    page.set_back()
    page.window().close()
    assert _drag(again, "ictory", "Victory Pa") == "ictory Pa"


@pytest.mark.parametrize("whole", [False, True])
def test_a_highlight_never_has_blanks_around_it(start: Start, qtbot: QtBot, whole: bool) -> None:
    window = start()
    window.reading.reader.view.snaps = whole
    _drag(window, " bright memory", "bright memory.")
    qtbot.keyClick(window.reading.reader.view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    (made,) = notes(window)
    assert made.anchor.exact == "bright memory."


def test_a_double_click_and_a_drag_select_word_by_word(start: Start, qtbot: QtBot) -> None:
    window = start()
    view = window.reading.reader.view
    at = view.map.positions(span_of(window, "Victory Park"))[0]
    view.reveal(at, at + 12)
    left = Qt.MouseButton.LeftButton
    place = QPointF(_point(view, at + 10))
    globally = QPointF(view.viewport().mapToGlobal(place.toPoint()))
    for kind, button, held in (
        (QEvent.Type.MouseButtonDblClick, left, left),
        (QEvent.Type.MouseMove, Qt.MouseButton.NoButton, left),
    ):
        where = QPointF(_point(view, at + 2)) if button == left else place
        QApplication.sendEvent(view.viewport(), QMouseEvent(kind, where, globally, button, held, _NONE))
    qtbot.mouseRelease(view.viewport(), left, pos=place.toPoint())
    assert window.reading.reader.selection == span_of(window, "Victory Park")

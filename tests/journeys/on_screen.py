"""What only a real screen shows: which window has the keyboard, the clipboard, dragging.

Run by ``test_screen_journey.py``.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.window import MainWindow
from store.model import Span
from tests.journeys.conftest import Start, click_row, opened, press, settle

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def _to_front(qtbot: QtBot, window: MainWindow) -> None:
    window.raise_()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def _type(key: Qt.Key, held: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key where the screen has the keyboard, whichever window that is."""
    target = QGuiApplication.focusWindow()
    assert target is not None
    QTest.keyClick(target, key, held)


def test_is_a_real_screen() -> None:
    assert QGuiApplication.platformName() == "xcb"


def test_keys_and_notices_go_to_the_window_in_front(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+N")
    second = window.session.windows[-1]
    settle(qtbot, second)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is second)  # by itself
    click_row(qtbot, second, 2)
    _type(Qt.Key.Key_S)
    settle(qtbot, second)
    assert [one.starred for one in (opened(window).row, opened(second).row)] == [False, True]

    _to_front(qtbot, window)
    assert window.session.is_current(window)
    _type(Qt.Key.Key_Z, CTRL)  # takes back what was done in the other window
    settle(qtbot, window)
    assert not opened(second).row.starred
    window.hub.notice.emit("Only here.")
    assert window.statusBar().currentMessage() == "Only here."
    assert second.statusBar().currentMessage() != "Only here."


def test_closing_the_window_in_front_leaves_the_keyboard_to_the_other(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+N")
    second = window.session.windows[-1]
    settle(qtbot, second)
    _to_front(qtbot, second)
    _type(Qt.Key.Key_W, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.session.windows == (window,))
    _to_front(qtbot, window)
    before = opened(window).row.id
    window.articles.view.setFocus()
    _type(Qt.Key.Key_J)
    settle(qtbot, window)
    assert opened(window).row.id != before


def test_facts_follow_the_keyboard_between_two_articles(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1600, 860))
    click_row(qtbot, window, 0)
    _type(Qt.Key.Key_Backslash, CTRL)
    settle(qtbot, window)
    click_row(qtbot, window, 1)
    first, second = window.reading.columns.all
    for column in (first, second, first):
        qtbot.mouseClick(column.reader.view.viewport(), LEFT, NO_KEYS, QPoint(5, 5))
        settle(qtbot, window)
        assert QApplication.focusWidget() is column.reader.view
        shown = window.reading.facts.opened
        assert shown is not None
        assert shown.row.id == column.navigator.current_id


def test_tabs_by_keys_alone(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    _type(Qt.Key.Key_Return, CTRL)
    settle(qtbot, window)
    _type(Qt.Key.Key_J)
    settle(qtbot, window)
    column = window.reading.column
    assert [window.model.place_of(tab.article or 0) for tab in column.tabs] == [0, 1]
    _type(Qt.Key.Key_Tab, CTRL)
    settle(qtbot, window)
    assert column.at == 0
    _type(Qt.Key.Key_W, CTRL)
    settle(qtbot, window)
    assert len(column.tabs) == 1
    _type(Qt.Key.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window)
    assert len(column.tabs) == 2


OTHER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("another program")
label.show()
board = QGuiApplication.clipboard()
if sys.argv[1] == "give":
    board.setText(sys.argv[2])
    print("given", flush=True)
else:
    def look():
        if board.text():
            print(board.text(), flush=True)
            app.quit()
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
app.exec()
"""


@contextmanager
def another_program(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A program of its own on the same screen, which gives words to the clipboard or says what is on it."""
    with subprocess.Popen(
        [sys.executable, "-c", OTHER, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def test_another_program_gets_what_was_copied(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    text = opened(window).article.text
    at = text.index("Levent Ergün")
    window.reading.reader.view.select(Span(at, at + len("Levent Ergün")))
    window.reading.reader.view.setFocus()
    _type(Qt.Key.Key_C, CTRL)
    with another_program("take") as other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=20_000)
        assert other.stdout is not None
        assert other.stdout.read().strip() == "Levent Ergün"


def test_what_another_program_copied_becomes_an_article(start: Start, qtbot: QtBot) -> None:
    window = start()
    before = window.model.rowCount()
    words = "TBILISI, March 3. Minister of Defence Irakli Beridze received the Ambassador of Peru on Monday."
    with another_program("give", words) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "given"
        qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == words, timeout=20_000)
        press(qtbot, window, "Ctrl+Shift+V")
        qtbot.waitUntil(lambda: window.model.rowCount() == before + 1, timeout=20_000)
    settle(qtbot, window)


def test_a_file_dragged_onto_the_window_is_taken_in(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "dragged.txt"
    file.write_text("BAKU, May 2. Minister of Energy Anar Aliyev received Ivan Petrov on Friday.", "utf-8")
    window = start()
    before = window.model.rowCount()
    window.move(0, 0)
    source = QLabel("a file")
    qtbot.addWidget(source)
    source.setGeometry(1500, 900, 120, 60)
    with qtbot.waitExposed(source):
        source.show()
    handle = source.windowHandle()
    middle = QPoint(60, 30)
    over = source.mapFromGlobal(window.mapToGlobal(QPoint(600, 400)))
    steps = [middle, middle + QPoint(20, 0), over, over + QPoint(5, 5)]

    def move() -> None:
        if steps:
            QTest.mouseMove(handle, steps.pop(0))
            QTimer.singleShot(60, source, move)
        else:
            QTest.mouseRelease(handle, LEFT, NO_KEYS, over + QPoint(5, 5))

    drag = QDrag(source)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    drag.setMimeData(carried)
    QTest.mousePress(handle, LEFT, NO_KEYS, middle)
    QTimer.singleShot(60, source, move)
    assert drag.exec(Qt.DropAction.CopyAction) is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: window.model.rowCount() == before + 1, timeout=20_000)
    settle(qtbot, window)

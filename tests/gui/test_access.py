"""What painted widgets tell a screen reader, and what is said."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui import access, speech
from gui.access import MOST, Spoken
from gui.facts.canvas import FactsCanvas
from gui.notices import Banner
from gui.tagging.chips import TagChips
from gui.theme import Theme

Name, Role = QAccessible.Text.Name, QAccessible.Role


class _Row(QWidget):
    """Paints numbers beside each other."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number, self.pressed, self.at_number = number, list[int](), 0
        self.speaking = self
        self.resize(100, 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def count(self) -> int:
        return self.number

    def part(self, number: int) -> Spoken:
        box = QRect(self.mapToGlobal(QPoint(number * 10, 0)), self.size() / 10)
        press = None if number == 0 else lambda: self.pressed.append(number)
        return Spoken(f"number {number}", box, press, "button", number == 2)

    def at(self, place: QPoint) -> int:
        return self.mapFromGlobal(place).x() // 10

    def current(self) -> int:
        return self.at_number


@pytest.fixture
def row(qtbot: QtBot) -> _Row:
    access.begin()
    made = _Row(3)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    heard: list[tuple[str, bool]] = []
    monkeypatch.setattr(speech, "is_heard", lambda: True)
    monkeypatch.setattr(speech, "_send", lambda _widget, text, at_once: heard.append((text, at_once)))
    monkeypatch.setattr(speech, "_last", ("", None, 0.0))
    return heard


def _interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def test_each_part_has_its_words_its_place_and_its_state(row: _Row) -> None:
    whole = _interface(row)
    assert whole.role() == Role.List
    parts = [whole.child(n) for n in range(whole.childCount())]
    assert [part.text(Name) for part in parts] == ["number 0", "number 1", "number 2"]
    assert {part.role() for part in parts} == {Role.Button}
    assert [bool(part.state().selected) for part in parts] == [False, False, True]
    assert [bool(part.state().focused) for part in parts] == [True, False, False]
    assert [whole.indexOfChild(part) for part in parts] == [0, 1, 2]
    assert parts[1].parent().text(Name) == whole.text(Name)
    middle = parts[1].rect().center()
    assert whole.childAt(middle.x(), middle.y()).text(Name) == "number 1"
    row.at_number = 1
    assert whole.focusChild().text(Name) == "number 1"


def test_a_part_can_be_pressed_unless_it_leads_nowhere(row: _Row) -> None:
    whole = _interface(row)
    first, last = whole.child(0).actionInterface(), whole.child(2).actionInterface()
    assert first.actionNames() == []
    first.doAction(first.pressAction())
    last.doAction(last.actionNames()[0])
    assert row.pressed == [2]


def test_a_part_is_no_text_and_no_table(row: _Row) -> None:
    part = _interface(row).child(1)
    others = (
        part.textInterface(),
        part.valueInterface(),
        part.selectionInterface(),
        part.tableCellInterface(),
    )
    assert others == (None, None, None, None)


def test_a_part_that_is_gone_is_known_to_be(row: _Row) -> None:
    whole = _interface(row)
    last = whole.child(2)
    row.number = 1
    assert whole.childCount() == 1
    assert whole.child(2) is None
    assert not last.isValid()
    assert last.text(Name) == ""
    assert last.state().invalid
    row.number = MOST + 5
    assert whole.childCount() == MOST


def test_parts_outlive_their_widget_without_harm(qtbot: QtBot) -> None:
    access.begin()
    for _ in range(20):
        widget = _Row(3)
        part = _interface(widget).child(2)
        widget.deleteLater()
        qtbot.waitUntil(lambda widget=widget: not isValid(widget))
        gc.collect()
        del part


def test_facts_before_they_are_shown_have_no_parts(qtbot: QtBot, theme: Theme) -> None:
    access.begin()
    canvas = FactsCanvas(theme)
    qtbot.addWidget(canvas)
    whole = _interface(canvas)
    assert (whole.role(), whole.childCount()) == (Role.List, 0)
    assert whole.text(Name) == "Facts of the article"


def test_tags_are_buttons(qtbot: QtBot, theme: Theme) -> None:
    access.begin()
    chips = TagChips(theme)
    qtbot.addWidget(chips)
    chips.show_tags(("to compare", "later"))
    whole = _interface(chips)
    told = [whole.child(n).text(Name) for n in range(whole.childCount())]
    assert told == ["Tag: to compare", "Tag: later", "Tag this article"]
    with qtbot.waitSignal(chips.chosen) as chosen:
        whole.child(1).actionInterface().doAction("Press")
    assert chosen.args == ["later"]


def test_nothing_is_sent_where_nobody_listens(
    qtbot: QtBot, said: list[tuple[str, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "is_heard", lambda: False)
    monkeypatch.setattr(speech, "_focus", lambda *_: said.append(("focus", False)))
    widget = QWidget()
    qtbot.addWidget(widget)
    speech.say(widget, "Hit 1 of 3")
    speech.point_to(widget, 0)
    assert said == []


def test_the_same_news_in_two_windows_is_said_once(qtbot: QtBot, said: list[tuple[str, bool]]) -> None:
    one, other = QWidget(), QWidget()
    qtbot.addWidget(one)
    qtbot.addWidget(other)
    speech.say(one, "Article  deleted.")
    speech.say(other, "Article deleted.")
    speech.say(one, "Article deleted.")  # a second one
    speech.say(other, "")
    assert said == [("Article deleted.", False), ("Article deleted.", False)]


def test_a_fault_is_said_before_what_is_being_said(
    qtbot: QtBot, theme: Theme, said: list[tuple[str, bool]]
) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.tell("2 notes have no place.")
    banner.fault("The folder is not there.")
    assert said == [("2 notes have no place.", False), ("The folder is not there.", True)]


def test_what_is_said_reaches_qt_without_a_warning(row: _Row) -> None:
    was = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        assert speech.is_heard()
        speech.say(row, "Hit 2 of 3", at_once=True)
        speech.point_to(row, 0)
        speech.point_to(row, MOST + 1)
    finally:
        QAccessible.setActive(was)


EARLY = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from gui import access
from gui.tagging.chips import TagChips
from gui.theme import Theme
app = QApplication([])
QAccessible.setActive(True)
chips = TagChips(Theme("light"))
print(QAccessible.queryAccessibleInterface(chips).role().name)
access.begin()
whole = QAccessible.queryAccessibleInterface(chips)
print(whole.role().name, whole.child(0).text(QAccessible.Text.Name))
"""


def test_who_asked_before_the_window_was_ready_is_told_the_parts_all_the_same() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", EARLY], capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.stdout.splitlines() == ["Client", "List Tag this article"], ended.stderr

"""Focusing on a person: from the facts, by key, out again with Esc, and on into the next article."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from store.model import Fact
from tests.journeys.conftest import Start, click_row, opened, press, settle


def test_focus_on_a_person_through_the_library(start: Start, qtbot: QtBot) -> None:
    window = start()
    reader, facts = window.reading.reader, window.reading.facts
    action = window.actions_["view.focus"]
    press(qtbot, window, "F8")
    focus = reader.focusing.focus
    assert action.isChecked()
    assert focus is not None
    assert focus.fact == Fact("meeting", 0)  # nothing was chosen
    people = opened(window).reading.officials
    host = next(n for n, one in enumerate(people) if one.name == "Zakir Hasanov")
    facts.canvas.setFocus()
    qtbot.keyClick(facts.canvas, Qt.Key.Key_Home)
    qtbot.keyClick(facts.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: reader.focusing.focus is not None and reader.focusing.focus.fact.kind == "official"
    )
    assert reader.focusing.focus.fact == Fact("official", host)  # type: ignore[union-attr]
    click_row(qtbot, window, 1)
    assert reader.focusing.focus is not None
    assert reader.focusing.focus.title == "Zakir Hasanov"
    assert action.isChecked()
    facts.canvas.setFocus()
    qtbot.keyClick(facts.canvas, Qt.Key.Key_Escape)
    assert reader.focusing.focus is None
    assert not action.isChecked()
    assert "Focus" not in window.status.notice  # it was told in the bar, which is gone
    press(qtbot, window, "F8")
    press(qtbot, window, "F8")
    assert reader.view.bright is None
    window.navigator.close_article()
    settle(qtbot, window)
    assert not action.isEnabled()

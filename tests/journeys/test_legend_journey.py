"""Switching kinds of marks on and off: by the legend, by the menu, one alone; remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from store.model import MarkKind
from tests.journeys.conftest import Start


def test_kinds_are_switched_in_legend_and_menu(start: Start, qtbot: QtBot) -> None:
    window = start()
    reader = window.reading.reader
    legend, actions = reader.legend, window.actions_
    every = set(MarkKind)
    left, control = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    painted = len(reader.view.marks.layers)
    qtbot.mouseClick(legend.switch(MarkKind.OFFICIAL), left)
    assert reader.shown_kinds == every - {MarkKind.OFFICIAL}
    assert not actions["view.marks.official"].isChecked()
    assert len(reader.view.marks.layers) < painted
    actions["view.marks.official"].trigger()
    actions["view.marks.date"].trigger()
    assert reader.shown_kinds == every - {MarkKind.DATE}
    assert not legend.switch(MarkKind.DATE).isChecked()
    qtbot.mouseClick(legend.switch(MarkKind.STATEMENT), left, control)
    assert reader.shown_kinds == {MarkKind.STATEMENT}
    qtbot.mouseClick(legend.switch(MarkKind.STATEMENT), left, control)
    assert reader.shown_kinds == every
    actions["view.marks.none"].trigger()
    assert len(reader.view.marks.layers) == 0
    assert not legend.isHidden()  # or the way back would be lost
    actions["view.marks.all"].trigger()
    assert len(reader.view.marks.layers) == painted
    legend.switch(MarkKind.RANK).setFocus()
    qtbot.keyClick(legend.switch(MarkKind.RANK), Qt.Key.Key_Space)
    window.close()

    again = start()
    assert again.reading.reader.shown_kinds == every - {MarkKind.RANK}
    assert not again.actions_["view.marks.rank"].isChecked()

"""The keyboard comes round in each state of the window, everywhere it can be, and it is seen where it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Start
from tests.journeys.states import STATES, bring

MOST = 400
"""Presses that come round in any state."""


def _told(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    return f"{type(widget).__name__} “{widget.accessibleName() or widget.property('text') or ''}”"


def _round(qtbot: QtBot, key: Qt.Key) -> list[QWidget]:
    """What the keyboard comes to, until it is where it began."""
    begun = QApplication.focusWidget()
    for _ in range(MOST):
        _press(qtbot, key)
        if QApplication.focusWidget() is not begun:
            break
    first = QApplication.focusWidget()
    assert first is not None
    reached = [first]
    for _ in range(MOST):
        _press(qtbot, key)
        here = QApplication.focusWidget()
        assert here is not None
        if here is reached[-1]:
            continue  # pages and drawings have places of their own
        if here is first:
            return reached
        assert here not in reached, f"{_told(here)} leads back to itself, {_told(first)} is out of reach"
        reached.append(here)
    raise AssertionError(f"no way round from {_told(first)}: at last {[_told(one) for one in reached[-4:]]}")


def _press(qtbot: QtBot, key: Qt.Key) -> None:
    plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget(), key, shift if key == Qt.Key.Key_Backtab else plain)


def _to_reach(window: QWidget) -> list[QWidget]:
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.window() is window
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not isinstance(one, (QRadioButton, QScrollArea))  # arrow keys go on to the others of a group
    ]


@pytest.mark.parametrize("state", STATES)
def test_tab_comes_round_to_everything(
    start: Start, qtbot: QtBot, annotated: Path, library_file: Path, state: str
) -> None:
    shutil.copyfile(annotated, library_file)
    window = bring(qtbot, start(), state)
    if QApplication.focusWidget() is None:
        window.setFocus()
    _press(qtbot, Qt.Key.Key_Tab)  # what goes when it is left, as the palette does, is left
    window = QApplication.activeWindow() or window
    forth = _round(qtbot, Qt.Key.Key_Tab)
    back = _round(qtbot, Qt.Key.Key_Backtab)
    if state == "sides":
        return  # the notes are others on each side
    assert sorted(map(_told, back)) == sorted(map(_told, forth))
    assert [_told(one) for one in _to_reach(window) if one not in forth] == []


@pytest.mark.parametrize("state", ["window", "find", "sides", "settings", "export", "network", "tags"])
def test_the_keyboard_is_seen_where_it_is(
    start: Start, qtbot: QtBot, annotated: Path, library_file: Path, state: str
) -> None:
    shutil.copyfile(annotated, library_file)
    window = bring(qtbot, start(), state)
    ring = _to_reach(window)
    unseen = []
    for at, one in enumerate(ring):
        one.setFocus(Qt.FocusReason.TabFocusReason)
        with_it = one.grab().toImage()
        ring[at - 1].setFocus(Qt.FocusReason.TabFocusReason)
        if one.grab().toImage() == with_it:
            unseen.append(_told(one))
    assert unseen == []

"""In each state of the window, whatever can be used has a name and a role for a screen reader."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from gui import access
from tests.journeys.conftest import Start
from tests.journeys.states import MODAL, STATES, Heard, bring, walk, while_open

Role = QAccessible.Role
BUTTONS = (Role.Button, Role.CheckBox, Role.ButtonMenu, Role.RadioButton)
CONTAINERS = (Role.Client, Role.NoRole, Role.Pane, Role.Border, Role.LayeredPane)


def _faults(heard: list[Heard]) -> list[str]:
    faults = [f"no name: {one.role.name} {one.place}" for one in heard if one.is_control and not one.name]
    for one in heard:
        inside = isinstance(one.widget, QAbstractScrollArea)  # what is in it is gone to
        if one.is_focusable and one.role in CONTAINERS and not inside:
            faults.append(f"no role: {one.role.name} {one.name} {one.place}")
    beside = Counter(
        (one.widget.parentWidget(), one.name) for one in heard if one.role in BUTTONS and not one.is_part
    )
    faults += [f"twice: {name} in {type(within).__name__}" for (within, name), n in beside.items() if n > 1]
    return faults


@pytest.mark.parametrize("state", STATES)
def test_whatever_can_be_used_has_a_name_and_a_role(
    start: Start, qtbot: QtBot, annotated: Path, library_file: Path, state: str
) -> None:
    access.begin()
    shutil.copyfile(annotated, library_file)
    heard = list(walk(bring(qtbot, start(), state)))
    assert len(heard) > 5
    assert _faults(heard) == []


@pytest.mark.parametrize("state", MODAL)
def test_what_is_asked_for_has_names_and_roles(
    start: Start, qtbot: QtBot, annotated: Path, library_file: Path, state: str
) -> None:
    access.begin()
    shutil.copyfile(annotated, library_file)
    faults: list[str] = []
    while_open(qtbot, start(), state, lambda dialog: faults.extend(_faults(list(walk(dialog)))))
    assert faults == []

"""Letters twice as large, as a system can have them: nothing that is to be read or pressed is cut."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Start
from tests.journeys.states import MODAL, STATES, bring, while_open

READ = (QAbstractButton, QLabel, QComboBox, QLineEdit)
SLACK = 2
"""Pixels that rounding may take."""


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    was = qapp.font()
    large = qapp.font()
    large.setPointSizeF(was.pointSizeF() * 2)
    qapp.setFont(large)
    yield
    qapp.setFont(was)


def _cut(window: QWidget) -> list[str]:
    """What is smaller than its words; a label that says it ends in dots may be narrower."""
    found = []
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parentWidget(), QLineEdit)  # a sign in a line has the room of the line
        if inside or not widget.isVisible() or not isinstance(widget, READ):
            continue
        hint, size = widget.minimumSizeHint(), widget.size()
        if isinstance(widget, QLabel):
            if not widget.text() or type(widget) is not QLabel:
                continue  # one of a kind of its own ends in dots
            if widget.wordWrap():
                hint = QSize(0, widget.heightForWidth(size.width()))
        gives_way = widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
        narrow = not gives_way and size.width() + SLACK < hint.width()
        if narrow or size.height() + SLACK < hint.height():
            told = f"{type(widget).__name__} “{widget.property('text') or widget.accessibleName()}”"
            found.append(f"{told[:60]}: {size.toTuple()} of {hint.toTuple()}")
    return found


@pytest.mark.usefixtures("large_letters")
@pytest.mark.parametrize("state", sorted(set(STATES) - {"occasions"}))  # the screen of a test is too low
def test_no_word_is_cut(start: Start, qtbot: QtBot, annotated: Path, library_file: Path, state: str) -> None:
    shutil.copyfile(annotated, library_file)
    shown = bring(qtbot, start(size=(1600, 1000)), state)

    def is_whole() -> None:
        assert _cut(shown) == []

    qtbot.waitUntil(is_whole, timeout=2000)  # what was made last is laid out in a moment


@pytest.mark.usefixtures("large_letters")
@pytest.mark.parametrize("state", MODAL)
def test_no_word_of_what_is_asked_for_is_cut(
    start: Start, qtbot: QtBot, annotated: Path, library_file: Path, state: str
) -> None:
    shutil.copyfile(annotated, library_file)
    cut: list[str] = []
    while_open(qtbot, start(size=(1600, 1000)), state, lambda dialog: cut.extend(_cut(dialog)))
    assert cut == []

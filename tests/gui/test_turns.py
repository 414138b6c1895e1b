"""Work in steps, with the event loop between them."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from gui.turns import in_turns


def test_the_loop_comes_between_two_steps(qtbot: QtBot) -> None:
    done: list[str] = []

    def first() -> None:
        done.append("first")
        QTimer.singleShot(0, lambda: done.append("an event"))

    in_turns((first, lambda: done.append("second")), lambda: True)
    assert done == ["first"]
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["first", "an event", "second"]


def test_what_has_ended_takes_no_further_step(qtbot: QtBot) -> None:
    done: list[int] = []
    in_turns((lambda: done.append(1), lambda: done.append(2)), lambda: not done)
    told: list[None] = []
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: told.append(None)))
    qtbot.waitUntil(lambda: bool(told))
    assert done == [1]

"""Work off the GUI thread: order, answers, faults, the last writes before closing."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gui.tasks import SWITCH, Tasks
from store.errors import LibraryError


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


def test_answers_come_in_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[int, int]] = []
    main = threading.get_ident()
    tasks.read(threading.get_ident, lambda where: seen.append((where, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    where, answered = seen[0]
    assert where != main
    assert answered == main
    assert tasks.close()


def test_the_window_waits_little_for_a_thread_at_work(qtbot: QtBot, tasks: Tasks) -> None:
    before = sys.getswitchinterval()
    try:
        sys.setswitchinterval(0.005)
        with qtbot.waitSignal(tasks.idle):
            tasks.read(sys.getswitchinterval, lambda found: None)
        assert sys.getswitchinterval() == pytest.approx(SWITCH)
    finally:
        sys.setswitchinterval(before)


def test_writes_keep_their_order(qtbot: QtBot, tasks: Tasks) -> None:
    order: list[int] = []
    answers: list[None] = []
    for number in range(50):
        tasks.write(lambda number=number: order.append(number), answers.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert order == list(range(50))
    assert tasks.close()


def test_an_answer_to_what_was_taken_away_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    class Dialog(QObject):
        def take(self, answer: int) -> None:
            self.setProperty("answer", answer)  # raises where there is no object any more

    gone, there = Dialog(), Dialog()
    delete(gone)
    tasks.read(lambda: 1, gone.take)
    tasks.read(lambda: 2, there.take)
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert there.property("answer") == 2
    assert tasks.close()


def test_a_newer_job_of_the_same_key_drops_the_older_answer(qtbot: QtBot, tasks: Tasks) -> None:
    hold = threading.Event()
    seen: list[str] = []

    def slow() -> str:
        hold.wait(5)
        return "old"

    tasks.read(slow, seen.append, key="search")
    tasks.read(lambda: "new", seen.append, key="search")
    qtbot.waitUntil(lambda: seen == ["new"])
    hold.set()
    others: list[int] = []
    for number in range(4):
        tasks.read(lambda number=number: number, others.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(others) == 4)
    assert seen == ["new"]
    assert tasks.close()


def test_faults_of_the_world_are_told(qtbot: QtBot, tasks: Tasks) -> None:
    def full() -> None:
        raise LibraryError("The disk is full.")

    heard: list[str] = []
    tasks.write(full, None, lambda fault: heard.append(str(fault)))
    qtbot.waitUntil(lambda: heard == ["The disk is full."])
    with qtbot.waitSignal(tasks.fault) as unheard:
        tasks.write(full)
    assert unheard.args == ["The disk is full."]
    assert tasks.close()


def test_faults_of_ours_reach_the_excepthook(qtbot: QtBot, tasks: Tasks) -> None:
    with capture_exceptions() as caught:
        tasks.read(lambda: 1 // 0, print)
        after: list[int] = []
        tasks.write(lambda: 1, after.append)
        qtbot.waitUntil(lambda: bool(after) and bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert tasks.close()


def test_closing_finishes_the_writes(tasks: Tasks) -> None:
    written: list[int] = []
    for number in range(20):
        tasks.write(lambda number=number: written.append(number))  # type: ignore[misc]
    assert tasks.close()
    assert written == list(range(20))
    assert tasks.write(lambda: written.append(99)).cancelled


def test_a_long_job_hears_that_it_should_stop_and_still_answers(qtbot: QtBot, tasks: Tasks) -> None:
    started = threading.Event()

    def long(cancelled: Callable[[], bool]) -> str:
        started.set()
        while not cancelled():
            pass
        return "stopped"

    answers: list[str] = []
    job = tasks.run_long(long, answers.append)
    assert started.wait(5)
    written: list[int] = []
    tasks.write(lambda: 1, written.append)
    qtbot.waitUntil(lambda: written == [1])  # a long job does not hold up short writes
    with qtbot.waitSignal(tasks.idle):
        job.cancel()
    assert answers == ["stopped"]
    assert tasks.pending == 0
    assert tasks.close()


def test_closing_stops_a_long_job(tasks: Tasks) -> None:
    started = threading.Event()

    def long(cancelled: Callable[[], bool]) -> None:
        started.set()
        while not cancelled():
            pass

    tasks.run_long(long, print)
    assert started.wait(5)
    assert tasks.close()


def test_held_work_waits_until_it_is_released(qtbot: QtBot) -> None:
    tasks = Tasks(held=True)
    seen: list[int] = []
    tasks.read(lambda: 1, seen.append)
    tasks.write(lambda: 2, seen.append)
    assert tasks.pending == 2
    assert not any(lane.is_alive() for lane in tasks._lanes)
    tasks.release()
    qtbot.waitUntil(lambda: sorted(seen) == [1, 2])
    assert tasks.close()


def test_closing_finishes_held_writes() -> None:
    tasks = Tasks(held=True)
    written: list[int] = []
    tasks.write(lambda: written.append(1))
    assert tasks.close()
    assert written == [1]

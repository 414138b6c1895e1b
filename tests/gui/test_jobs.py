"""Background jobs as they are shown: what is slow enough, how far, cancelled, several in a list."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from gui import jobs as jobs_module
from gui.jobs import Jobs
from gui.jobsbar import JobsBar, told
from gui.tasks import Tasks, Under
from gui.theme import Theme


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def jobs(tasks: Tasks) -> Jobs:
    return Jobs(tasks)


@pytest.fixture
def bar(theme: Theme, jobs: Jobs, qtbot: QtBot) -> JobsBar:
    made = JobsBar(jobs, QAction(jobs))
    qtbot.addWidget(made)
    return made


class Held:
    """A long job that is at work until it is let go or cancelled."""

    def __init__(self) -> None:
        self.go = threading.Event()

    def __call__(self, under: Under) -> bool:
        under.tell(3, 10)
        while not self.go.wait(0.01):
            if under():
                return False
        return True


def test_a_job_is_shown_with_how_far_it_is_and_cancelled(
    tasks: Tasks, jobs: Jobs, bar: JobsBar, qtbot: QtBot
) -> None:
    held, answers = Held(), []
    assert bar.isHidden()
    tasks.run_long(held, answers.append, name="Importing news", at_once=True)
    assert not bar.isHidden()
    qtbot.waitUntil(lambda: bar.text == "Importing news: 3 of 10")
    assert bar.more.isHidden()
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert bar.text == "Stopping: Importing news…"
    assert not bar.cancel.isEnabled()
    qtbot.waitUntil(lambda: answers == [False])
    assert bar.isHidden()


def test_what_is_quick_is_not_shown(tasks: Tasks, jobs: Jobs, bar: JobsBar, qtbot: QtBot) -> None:
    seen: list[int] = []
    tasks.write(lambda: 1, seen.append, name="Star 3 articles")
    assert jobs.names == ["Star 3 articles"]
    qtbot.waitUntil(lambda: seen == [1])
    assert bar.isHidden()
    assert jobs.names == []


def test_what_takes_long_is_shown_without_cancel_where_it_cannot_be(
    tasks: Tasks, jobs: Jobs, bar: JobsBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_module, "DELAY", 0.0)
    go = threading.Event()
    tasks.write(lambda: go.wait(5), name="Star 30,000 articles")
    qtbot.waitUntil(lambda: not bar.isHidden())
    assert bar.text == "Star 30,000 articles…"
    assert bar.cancel.isHidden()
    assert not jobs.can_cancel
    go.set()
    qtbot.waitUntil(bar.isHidden)


def test_several_are_listed_each_with_its_cancel(
    tasks: Tasks, jobs: Jobs, bar: JobsBar, qtbot: QtBot
) -> None:
    first, second, answers = Held(), Held(), []
    tasks.run_long(first, answers.append, name="Importing a", at_once=True)
    tasks.run_long(second, answers.append, name="Importing b", at_once=True)
    bar.show()
    assert bar.more.text() == "2 jobs"
    qtbot.waitUntil(lambda: jobs.shown[0].running)
    assert [told(one).partition(":")[0] for one in jobs.shown] == ["Importing a", "Importing b"]
    assert told(jobs.shown[1]) == "Importing b: waits"
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    listed = bar.list
    assert listed is not None
    assert len(listed.lines) == 2
    qtbot.mouseClick(listed.lines[1].cancel, Qt.MouseButton.LeftButton)
    assert listed.lines[1].text.text() == "Stopping: Importing b…"
    first.go.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [True, False]
    assert bar.isHidden()

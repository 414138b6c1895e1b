"""The notes of the whole library: whatever answer comes late, the latest of each note counts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.hub import Hub
from gui.notes.sieve import OLDEST
from gui.notes.stock import Stock
from gui.operations.desk import Desk
from gui.tasks import Job
from store.errors import StoreError
from store.model import Changes, MarkStyle, Span
from tests.gui.fakes import FakeLibrary, InstantTasks, open_article, undo_stack


class LateTasks(InstantTasks):
    """Reads at once, and answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Callable[[], None]] = []

    def read(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[StoreError], None] | None = None,
        *,
        key: object = None,
    ) -> Job:
        found = work()
        self.answers.append(lambda: done(found))
        return Job(work, done, failed)


class Bench:
    def __init__(self) -> None:
        self.library, self.tasks, self.owner = (
            FakeLibrary([open_article(1, "Some words.")]),
            LateTasks(),
            QObject(),
        )
        for _ in range(3):
            self.library.add_annotation(1, Span(0, 4), "pink", MarkStyle.FILL)
        desk = Desk(self.library, self.tasks, Hub(), undo_stack())  # type: ignore[arg-type]
        self.stock = Stock(desk, lambda: OLDEST, self.owner)
        self.told: list[bool] = []
        self.stock.changed.connect(self.told.append)

    def answer(self, *places: int) -> None:
        for place in places:
            self.tasks.answers[place]()
        self.tasks.answers.clear()

    def write(self, number: int, note: str) -> None:
        self.stock.refresh(self.library.update_annotation(number, note=note)[1])

    def delete(self, number: int) -> None:
        self.stock.refresh(self.library.delete_annotations([number])[1])

    @property
    def notes(self) -> list[tuple[int, str]]:
        return [(one.annotation.id, one.annotation.note) for one in self.stock.entries]


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench()


def test_all_are_read_once_and_then_what_changed(bench: Bench) -> None:
    bench.stock.read()
    bench.answer(0)
    assert bench.told == [True]
    bench.write(2, "x")
    bench.answer(0)
    assert bench.notes == [(1, ""), (2, "x"), (3, "")]
    bench.delete(1)
    bench.answer(0)
    assert bench.notes == [(2, "x"), (3, "")]
    assert bench.told == [True, False, False]
    bench.stock.refresh(Changes(frozenset({1}), listing=True))
    bench.answer(0)
    assert bench.notes == [(2, "x"), (3, "")]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_latest_counts_in_whatever_order_answers_come(bench: Bench, order: tuple[int, ...]) -> None:
    bench.stock.read()
    bench.answer(0)
    bench.write(2, "first")
    bench.stock.read()
    bench.write(2, "second")
    bench.delete(1)
    bench.answer(*order)
    assert bench.notes == [(2, "second"), (3, "")]


def test_what_is_no_longer_wanted_is_not_told(bench: Bench) -> None:
    bench.stock.read()
    bench.stock.forget()
    bench.answer(0)
    assert (bench.told, bench.notes) == ([], [])
    bench.stock.refresh(Changes(frozenset({1}), frozenset({1})))  # none is there: all are read
    bench.answer(0)
    assert len(bench.notes) == 3

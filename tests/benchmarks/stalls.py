"""How long the window does not answer while it takes articles in.

A clock ticks in the event loop. What lies between two ticks is a block: time in which no key and no click is
answered, whoever took it: the window itself, or the import that had the interpreter or the processor.
"""

from __future__ import annotations

import gc
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication

from gui.session import Session
from gui.settings import Memory, open_settings
from gui.theme import Theme
from store.library import Library
from store.model import Filter
from tests.benchmarks.generator import Generator
from tests.benchmarks.timing import heading, ms, p95, row

GOAL = 0.05
"""Seconds that no block is to exceed."""


class Ticks(QObject):
    """Notes what lies between two ticks: how long it was, and how much of it this thread worked."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[float, float]] = []
        self._last = time.perf_counter(), time.thread_time()
        self.startTimer(0, Qt.TimerType.PreciseTimer)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Another tick."""
        now = time.perf_counter(), time.thread_time()
        self.blocks.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now
        time.sleep(0.001)  # a loop that never rests would be another burden on the processor


def run(count: int) -> None:
    """Take ``count`` generated articles in, in a window that is open, and say how long it was blocked."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = folder / "texts"
        texts.mkdir()
        for key, data in Generator().articles(count):
            (texts / f"{key}.txt").write_bytes(data)
        print(f"\na window that takes {count:,} articles in")
        blocks, seconds = _taken_in(folder / "library.sqlite", texts, count)
        _tell(blocks, seconds)


def _taken_in(path: Path, texts: Path, count: int) -> tuple[list[tuple[float, float]], float]:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme("light")
    theme.apply()
    library = Library.open(path)
    library.import_samples()
    window = Session(library, theme, Memory(open_settings(), path)).open_window()
    window.remember_nothing()
    window.start()
    gc.freeze()  # as the program does
    window.show()
    loop = QEventLoop()
    window.painted.connect(lambda: QTimer.singleShot(500, loop.quit))
    loop.exec()
    ticks = Ticks()
    start = time.perf_counter()
    window.imports.ended.connect(lambda: QTimer.singleShot(500, loop.quit))
    window.import_paths([texts])
    loop.exec()
    seconds = time.perf_counter() - start
    assert library.count(Filter()) > count * 0.9
    window.close()
    return ticks.blocks, seconds


def _tell(blocks: list[tuple[float, float]], seconds: float) -> None:
    took, worked = [block[0] for block in blocks], [block[1] for block in blocks]
    longest = max(blocks)
    heading("while it does", "")
    row("seconds in all", f"{seconds:,.1f}")
    row("blocks: 95 of 100 are shorter than", ms(p95(took)))
    row("longest block", ms(longest[0]))
    row("    of which the window's own work", ms(longest[1]))
    row("longest work of the window at once", ms(max(worked)))
    row(f"blocks over {ms(GOAL)}", f"{sum(one > GOAL for one in took):,}")
    row("    by the window's own work", f"{sum(one > GOAL for one in worked):,}")

"""Watches the event loop: how long no key and no click would have been answered, and what it did meanwhile.

A beat in the event loop notes when it came. What lies between two beats is a block. A thread beside it looks
at the beat: when it is late, it takes down what the thread of the window is doing, so that a block is told
with its place in the program.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimerEvent

LATE = 0.010
"""Seconds after which a beat is late."""

LOOK = 0.003
"""Seconds between two looks."""

REST = 0.001
"""Seconds that the loop rests at each beat: one that never does would be a burden of its own."""

_ROOT = Path(__file__).parents[2]
_ROOMS = tuple(f"{_ROOT / room}{os.sep}" for room in ("gui", "store"))
_LOOP = (f"{_ROOT / 'gui' / 'app.py'}", f"{_ROOT / 'gui' / 'main.py'}")
"""From here the loop is run: they are always under way."""

_DEPTH = 4

Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Time in which nothing was answered."""

    clock: float
    """Seconds by the clock."""

    waited: float
    """Of these, seconds in which the thread could have gone on, but other programs had the processor."""

    worked: float
    """Of these, seconds of work of the thread of the window."""

    doing: str
    """What the person did."""

    where: Place
    """The functions of ours that were under way, the innermost first; none where it was in Qt alone."""

    collected: float
    """Of these, seconds in which Python looked for garbage."""

    @property
    def ours(self) -> float:
        """Seconds that are the program's: what other programs took of the processor is left out."""
        return max(self.clock - self.waited, self.worked)


class Watchdog(QObject):
    """Begins to watch the thread it is made in; ``end`` gives what was found."""

    def __init__(self, on_beat: Callable[[], str], on_fault: Callable[[Exception], None]) -> None:
        """``on_beat`` is called at each beat and says what is done next; ``on_fault`` when it raises."""
        super().__init__()
        self._on_fault = on_fault
        self.blocks: list[Block] = []
        self._on_beat, self._doing = on_beat, "the first screen"
        self._thread = threading.get_ident()
        self._queue = _open_queue()
        self._seen: list[Place] = []
        self._collecting = self._collected = 0.0
        self._ended = threading.Event()
        gc.callbacks.append(self._garbage)
        self._last = self._now()
        self._watcher = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self._watcher.start()
        self.startTimer(0, Qt.TimerType.PreciseTimer)

    def end(self) -> list[Block]:
        """Stop watching."""
        self._ended.set()
        self._watcher.join()
        gc.callbacks.remove(self._garbage)
        return self.blocks

    def timerEvent(self, event: QTimerEvent) -> None:
        """A beat: note what lies behind it, and let the person go on."""
        if self._ended.is_set():
            return
        now = self._now()
        clock, waited, worked = (after - before for after, before in zip(now, self._last, strict=True))
        places, self._seen = self._seen, []
        self.blocks.append(Block(clock, waited, worked, self._doing, _commonest(places), self._collected))
        self._collected = 0.0
        time.sleep(REST)
        self._last = self._now()
        try:
            self._doing = self._on_beat()
        except Exception as fault:  # noqa: BLE001 - not swallowed: handed on
            self._ended.set()
            self._on_fault(fault)

    def _now(self) -> tuple[float, float, float]:
        waited = float(os.pread(self._queue, 64, 0).split()[1]) / 1e9 if self._queue >= 0 else 0.0
        return time.perf_counter(), waited, time.thread_time()

    def _watch(self) -> None:
        while not self._ended.wait(LOOK):
            if time.perf_counter() - self._last[0] > LATE:
                frame = sys._current_frames().get(self._thread)
                self._seen.append(_place(frame))

    def _garbage(self, phase: str, _info: dict[str, int]) -> None:
        if threading.get_ident() != self._thread:
            return
        if phase == "start":
            self._collecting = time.perf_counter()
        else:
            self._collected += time.perf_counter() - self._collecting


def _open_queue() -> int:
    """The file in which Linux says how long a thread waited for a processor, or -1."""
    try:
        return os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)
    except OSError:
        return -1


def _place(frame: FrameType | None) -> Place:
    found: list[str] = []
    while frame is not None and len(found) < _DEPTH:
        file = frame.f_code.co_filename
        if file.startswith(_ROOMS) and not file.startswith(_LOOP):
            found.append(f"{Path(file).relative_to(_ROOT)}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return tuple(found)


def _commonest(places: list[Place]) -> Place:
    """What was seen most often; the innermost function decides."""
    if not places:
        return ()
    (innermost, _), *_ = Counter(place[:1] for place in places).most_common(1)
    return next(place for place in places if place[:1] == innermost)

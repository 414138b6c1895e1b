"""Work off the GUI thread: a lane that writes, in order; a lane for long jobs; lanes that read.

Work is a function without arguments. Its result is handed to ``done`` in the GUI thread. A
``StoreError`` goes to ``failed``, or to ``Tasks.fault`` where none is given; any other exception is a
fault of ours and is raised again in the GUI thread, where the excepthook shows it.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Hashable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from store.errors import DamagedLibraryError, StoreError

T = TypeVar("T")
READ_LANES = 2

SWITCH = 0.0005
"""Seconds after which a thread at work in Python lets another one go on that waits.

A window is built and painted in hundreds of calls into Qt, and after each of them its thread may have to wait
so long for those below. With the 5 ms of Python, 25 buttons that are made in 1 ms alone took 8 to 13 beside a
thread at work (27 at most); with this 2.4 (4 at most). That thread does a tenth to a fifth less meanwhile.
"""


class Job:
    """One piece of work under way. ``cancel`` asks it to stop and drops its answer."""

    __slots__ = (
        "_cancelled",
        "_done",
        "_ended",
        "_failed",
        "_work",
        "can_cancel",
        "keep_answer",
        "key",
        "name",
        "progress",
        "running",
        "since",
        "was_shown",
    )

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[StoreError], None] | None,
        *,
        keep_answer: bool = False,
        ended: Callable[[], None] | None = None,
    ) -> None:
        self._work, self._done, self._failed, self._ended = work, done, failed, ended
        self.key: Hashable | None = None
        self.keep_answer = keep_answer  # even when it was cancelled
        self._cancelled = threading.Event()
        self.name = ""
        """What it is called where it takes long; without one it is never shown."""
        self.can_cancel = False
        self.progress = (0, 0)
        """How much is done, and of how much; 0 while that is not known."""
        self.running = False
        self.since = time.monotonic()
        self.was_shown = False  # a person saw it at work

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop; safe from any thread."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask it to stop; its answer is dropped."""
        self._cancelled.set()

    def run(self) -> tuple[Any, Exception | None]:
        """Do the work in the calling thread; what it raised is returned, not raised."""
        if self.cancelled and not self.keep_answer:
            return None, None
        self.since, self.running = time.monotonic(), True
        try:
            return self._work(), None
        except Exception as fault:  # noqa: BLE001 - not swallowed: ``answer`` raises it in the GUI thread
            return None, fault

    def answer(self, result: Any, fault: Exception | None) -> StoreError | None:
        """Hand over the result; returns a fault of the world that nobody asked for."""
        if self._ended is not None:
            self._ended()
        if isinstance(fault, StoreError):
            if self._failed is None:
                return fault
            self._failed(fault)
        elif fault is not None:
            raise fault
        elif self._done is not None and _is_there(self._done):
            self._done(result)
        return None


def _is_there(done: Callable[..., None]) -> bool:
    """Whether whoever wants the answer has not been taken away meanwhile, as a dialog that was closed is."""
    owner = getattr(done, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Under:
    """What a long job is given: it says whether it was asked to stop, and is told how far the job is."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def __call__(self) -> bool:
        return self._job.cancelled

    def tell(self, done: int, total: int, _name: str = "") -> None:
        """``done`` of ``total``; from any thread."""
        self._job.progress = (done, total)


class _Lane(threading.Thread):
    """A thread that does jobs one after the other until it is given ``None``."""

    def __init__(self, name: str, queue: SimpleQueue[Job | None], arrived: Callable[..., None]) -> None:
        super().__init__(name=name, daemon=True)
        self.queue, self._arrived = queue, arrived

    def run(self) -> None:
        while (job := self.queue.get()) is not None:
            self._arrived(job, *job.run())
            del job  # or the last job's closure lives until the next one comes


class Tasks(QObject):
    """The threads of all windows."""

    fault = Signal(str)
    """What the world refused, where the work named nobody to hear of it."""

    damaged = Signal()
    """It was that the library file is damaged."""

    idle = Signal()
    """Nothing is under way any more."""

    began = Signal(object)
    """A job with a name was asked for."""

    over = Signal(object)
    """A job with a name has ended; its answer comes next."""

    _arrived = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, *, held: bool = False) -> None:
        """``held``: what is asked for waits until ``release`` (while the first screen is painted)."""
        super().__init__(parent)
        self._held = held
        self._arrived.connect(self._answer)
        self._writes: SimpleQueue[Job | None] = SimpleQueue()
        self._reads: SimpleQueue[Job | None] = SimpleQueue()
        self._long: SimpleQueue[Job | None] = SimpleQueue()
        self._pending = 0
        self._lanes: list[_Lane] = []
        self._latest: dict[Hashable, Job] = {}
        self._running_long: list[Job] = []
        self._closed = False

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[StoreError], None] | None = None,
        *,
        key: Hashable | None = None,
        name: str = "",
    ) -> Job:
        """Read in the background. A newer job with the same ``key`` drops the older one's answer.

        ``name``: what the status bar calls it when it takes long.
        """
        job = Job(work, done, failed)
        job.name = name
        if key is not None:
            older = self._latest.get(key)
            if older is not None:
                older.cancel()
            self._latest[key] = job
            job.key = key
        self._put(self._reads, job)
        return job

    def look_through(
        self,
        work: Callable[[Under], T],
        done: Callable[[T | None], None],
        failed: Callable[[StoreError], None] | None = None,
        *,
        name: str,
    ) -> Job:
        """Read what may take long: the status bar shows it, and can cancel it.

        ``done`` is given ``None`` where it was cancelled, by a person or by the program.
        """

        def run() -> T | None:
            found = None if job.cancelled else work(Under(job))
            return None if job.cancelled else found

        job = Job(run, done, failed, keep_answer=True)
        job.name, job.can_cancel, job.key = name, True, object()
        self._latest[job.key] = job  # so that it is cancelled when all is closed
        self._put(self._reads, job)
        return job

    def write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[StoreError], None] | None = None,
        *,
        name: str = "",
    ) -> Job:
        """Write in the background, after every write asked for before; ``name`` as in ``read``."""
        job = Job(work, done, failed)
        job.name = name
        self._put(self._writes, job)
        return job

    def run_long(
        self,
        work: Callable[[Under], T],
        done: Callable[[T], None],
        failed: Callable[[StoreError], None] | None = None,
        ended: Callable[[], None] | None = None,
        *,
        name: str = "",
        at_once: bool = False,
    ) -> Job:
        """Run a long job (an import) beside the short writes, one after the other.

        ``work`` is given a function that says whether it was asked to stop; its answer comes even when it
        was. ``ended`` is called before the answer, however the work ended. ``name`` as in ``read``;
        ``at_once``: it is shown however quick it is.
        """
        job = Job(lambda: work(Under(job)), done, failed, keep_answer=True, ended=ended)
        job.name, job.can_cancel, job.was_shown = name, True, at_once
        self._running_long.append(job)
        self._put(self._long, job)
        return job

    @property
    def pending(self) -> int:
        """How many jobs are waiting or under way."""
        return self._pending

    def release(self) -> None:
        """Begin with what waits."""
        self._held = False
        if self._pending and not self._lanes and not self._closed:
            self._start()

    def close(self, timeout: float = 30.0) -> bool:
        """Finish every write that was asked for, stop long jobs, drop what was only read, end the threads.

        Returns whether all of them stopped within ``timeout`` seconds.
        """
        self.begin_to_close()
        return self.wait(timeout)

    def begin_to_close(self) -> None:
        """The same, without waiting."""
        if self._closed:
            return
        self.release()
        self._closed = True
        for job in (*self._latest.values(), *self._running_long):
            job.cancel()
        for lane in self._lanes:
            lane.queue.put(None)

    def wait(self, timeout: float) -> bool:
        """Wait until the threads have ended; returns whether they have."""
        until = time.monotonic() + timeout
        for lane in self._lanes:
            lane.join(max(0.0, until - time.monotonic()))
        return not any(lane.is_alive() for lane in self._lanes)

    def _put(self, queue: SimpleQueue[Job | None], job: Job) -> None:
        if self._closed:
            job.cancel()
            return
        self._pending += 1
        if job.name:
            self.began.emit(job)
        queue.put(job)
        if not self._lanes and not self._held:
            self._start()

    def _start(self) -> None:
        sys.setswitchinterval(min(sys.getswitchinterval(), SWITCH))
        lanes = [("writer", self._writes), ("jobs", self._long)]
        lanes += [(f"reader-{n}", self._reads) for n in range(READ_LANES)]
        self._lanes = [_Lane(name, queue, self._arrived.emit) for name, queue in lanes]
        for lane in self._lanes:
            lane.start()

    def _answer(self, job: Job, result: Any, fault: Exception | None) -> None:
        self._pending -= 1
        if job.key is not None and self._latest.get(job.key) is job:
            del self._latest[job.key]  # or what it was asked by would live as long as the threads
        if job in self._running_long:
            self._running_long.remove(job)
        job.running = False
        if job.name:
            self.over.emit(job)
        try:
            if not self._closed and (job.keep_answer or not job.cancelled):
                unheard = job.answer(result, fault)
                if unheard is not None:
                    self.fault.emit(str(unheard))
                    if isinstance(unheard, DamagedLibraryError):
                        self.damaged.emit()
        finally:
            if self._pending == 0:
                self.idle.emit()

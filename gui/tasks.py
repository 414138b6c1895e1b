"""Work off the GUI thread: a lane that writes, in order; a lane for long jobs; lanes that read.

Work is a function without arguments. Its result is handed to ``done`` in the GUI thread. A
``StoreError`` goes to ``failed``, or to ``Tasks.fault`` where none is given; any other exception is a
fault of ours and is raised again in the GUI thread, where the excepthook shows it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from store.errors import StoreError

T = TypeVar("T")
READ_LANES = 2


class Job:
    """One piece of work under way. ``cancel`` asks it to stop and drops its answer."""

    __slots__ = ("_cancelled", "_done", "_ended", "_failed", "_work", "keep_answer", "key")

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

    idle = Signal()
    """Nothing is under way any more."""

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
    ) -> Job:
        """Read in the background. A newer job with the same ``key`` drops the older one's answer."""
        job = Job(work, done, failed)
        if key is not None:
            older = self._latest.get(key)
            if older is not None:
                older.cancel()
            self._latest[key] = job
            job.key = key
        self._put(self._reads, job)
        return job

    def write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[StoreError], None] | None = None,
    ) -> Job:
        """Write in the background, after every write asked for before."""
        job = Job(work, done, failed)
        self._put(self._writes, job)
        return job

    def run_long(
        self,
        work: Callable[[Callable[[], bool]], T],
        done: Callable[[T], None],
        failed: Callable[[StoreError], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> Job:
        """Run a long job (an import) beside the short writes, one after the other.

        ``work`` is given a function that says whether it was asked to stop; its answer comes even when it
        was. ``ended`` is called before the answer, however the work ended.
        """
        job = Job(lambda: work(lambda: job.cancelled), done, failed, keep_answer=True, ended=ended)
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
        if self._closed:
            return True
        self.release()
        self._closed = True
        for job in (*self._latest.values(), *self._running_long):
            job.cancel()
        for lane in self._lanes:
            lane.queue.put(None)
        for lane in self._lanes:
            lane.join(timeout)
        return not any(lane.is_alive() for lane in self._lanes)

    def _put(self, queue: SimpleQueue[Job | None], job: Job) -> None:
        if self._closed:
            job.cancel()
            return
        self._pending += 1
        queue.put(job)
        if not self._lanes and not self._held:
            self._start()

    def _start(self) -> None:
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
        try:
            if not self._closed and (job.keep_answer or not job.cancelled):
                unheard = job.answer(result, fault)
                if unheard is not None:
                    self.fault.emit(str(unheard))
        finally:
            if self._pending == 0:
                self.idle.emit()

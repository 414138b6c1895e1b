"""What is under way in the background, for the status bar to show."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from gui.log import LOG
from gui.tasks import Job, Tasks

DELAY = 0.4
"""Seconds after which a job is shown: what is quicker needs no bar."""

TICK = 120
"""Milliseconds between two looks at how far the jobs are."""


class Jobs(QObject):
    """The named jobs of one library, in the order they were asked for."""

    changed = Signal()
    """Jobs came or went, or are further than before."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: list[Job] = []
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self.look)
        tasks.began.connect(self._began)
        tasks.over.connect(self._over)

    @property
    def shown(self) -> list[Job]:
        """Those that a person is shown, those under way before those that wait."""
        return sorted((one for one in self._known if one.was_shown), key=lambda one: not one.running)

    @property
    def names(self) -> list[str]:
        """What is under way or waits, shown or not."""
        return [one.name for one in self._known]

    @property
    def can_cancel(self) -> bool:
        """Whether there is a job that can be cancelled and was not yet."""
        return any(one.can_cancel and not one.cancelled for one in self.shown)

    def cancel(self, job: Job) -> None:
        """Stop a job; what it did already stays."""
        if job.can_cancel:
            LOG.note(f"Cancelled: {job.name}")
            job.cancel()
            self.changed.emit()

    def cancel_all(self) -> None:
        """Stop all jobs that can be stopped."""
        for job in self.shown:
            self.cancel(job)

    def look(self) -> None:
        """See how far the jobs are."""
        now = time.monotonic()
        for job in self._known:
            job.was_shown = job.was_shown or (job.running and now - job.since >= DELAY)
        if self.shown:
            self.changed.emit()

    def _began(self, job: Job) -> None:
        self._known.append(job)
        if job.was_shown:
            LOG.note(f"Begun: {job.name}")
        self._tick.start()
        self.look()

    def _over(self, job: Job) -> None:
        if job in self._known:
            self._known.remove(job)
            if job.was_shown:
                LOG.note(f"Ended after {time.monotonic() - job.since:.1f} s: {job.name}")
        if not self._known:
            self._tick.stop()
        self.changed.emit()

"""Taking articles in, in the background, with progress and cancel."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.operations.desk import Desk
from gui.tasks import Job
from seeds import seed_files
from store.errors import StoreError
from store.model import ImportReport

_EVERY = 0.05  # seconds between two progress signals


class ImportOperations(QObject):
    """Imports of one window, one at a time; more wait their turn."""

    started = Signal(str)
    """What is being taken in, in words."""

    progress = Signal(int, int, str)
    """``(done, total, name of the file at hand)``; total is 0 while it is not known."""

    finished = Signal(object, bool)
    """``(report: ImportReport, quiet)``; quiet where the window itself asked for it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs: list[Job] = []

    @property
    def busy(self) -> bool:
        """Whether an import is under way or waiting."""
        return bool(self._jobs)

    def import_paths(self, paths: Iterable[Path]) -> None:
        """Take in files and folders."""
        kept = list(paths)
        if not kept:
            return
        library = self._desk.library
        name = kept[0].name if len(kept) == 1 else f"{len(kept)} files and folders"
        self._start(
            f"Importing {name}",
            lambda cancelled: library.import_paths(kept, self._teller(), cancelled),
        )

    def import_samples(self, quiet: bool = True) -> None:
        """Take in the articles that come along with Communiqué."""
        library = self._desk.library

        def work(cancelled: Callable[[], bool]) -> ImportReport:
            texts = [(file.name.rsplit(".", 1)[0], file.read_bytes()) for file in seed_files()]
            report: ImportReport = library.import_texts(texts)
            return report

        self._start("Opening the sample articles", work, quiet)

    def cancel(self) -> None:
        """Stop after the file at hand; what was taken stays."""
        for job in self._jobs:
            job.cancel()

    def _start(
        self, text: str, work: Callable[[Callable[[], bool]], ImportReport], quiet: bool = False
    ) -> None:
        job: Job

        def done(report: ImportReport) -> None:
            self._jobs.remove(job)
            if report.changes:
                self._desk.hub.changed.emit(report.changes, self)
            self.finished.emit(report, quiet)

        def failed(fault: StoreError) -> None:
            self._jobs.remove(job)
            self.finished.emit(ImportReport(), True)
            self._desk.hub.fault.emit(str(fault))

        self.started.emit(text)
        job = self._desk.tasks.run_long(work, done, failed)
        self._jobs.append(job)

    def _teller(self) -> Callable[[int, int, str], None]:
        last = 0.0

        def tell(done: int, total: int, name: str) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _EVERY or done == total:
                last = now
                self.progress.emit(done, total, name)

        return tell

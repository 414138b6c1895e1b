"""Taking articles in, in the background, with progress and cancel; it can be undone."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.operations.desk import Desk, Step
from gui.tasks import Job, Under
from gui.words import counted
from store.errors import StoreError
from store.model import Annotation, Changes, Filter, ImportReport

if TYPE_CHECKING:
    from store.backup_plan import Plan

_EVERY = 0.05  # seconds between two progress signals

SHOWN_AFTER = 3.0
"""Seconds of an import until the list shows what is kept so far; each time after that twice as many."""


class ImportOperations(QObject):
    """Imports of all windows, one at a time; more wait their turn."""

    started = Signal(str)
    """What is being taken in, in words."""

    progress = Signal(int, int, str)
    """``(done, total, name of the file at hand)``; total is 0 while it is not known."""

    finished = Signal(object, bool)
    """``(report: ImportReport, quiet)``; quiet where the window itself asked for it."""

    ended = Signal()
    """No import is under way any more, however the last one ended."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs: list[Job] = []
        self._waiting = 0
        self.title = ""
        """What is being taken in, in words."""
        self._patience = self._look_at = 0.0
        self._seen = 0  # how many articles the list showed when it was looked last
        self.progress.connect(self._show_so_far)

    @property
    def busy(self) -> bool:
        """Whether an import is under way or waiting."""
        return self._waiting > 0

    def import_paths(
        self, paths: Iterable[Path], encoding: str | None = None, *, quiet: bool = False
    ) -> None:
        """Take in files and folders. ``quiet``: nothing is said when all went well."""
        kept = list(paths)
        if not kept:
            return
        library = self._desk.library
        name = kept[0].name if len(kept) == 1 else f"{len(kept)} files and folders"
        self._start(
            f"Importing {name}",
            lambda under: library.import_paths(kept, self._teller(under), under, encoding, polite=True),
            quiet,
        )

    def import_text(self, key: str, text: str, came: Callable[[int], object] | None = None) -> None:
        """Take in a text that is no file, under the name ``key``; ``came`` is given its article's number."""
        library, data = self._desk.library, text.encode("utf-8", "replace")
        self._start(f"Taking in {key}", lambda _cancelled: library.import_texts([(key, data)]), came=came)

    def import_samples(self, quiet: bool = True) -> None:
        """Take in the articles that come along with Communiqué."""
        self._start(
            "Opening the sample articles", lambda _cancelled: self._desk.library.import_samples(), quiet
        )

    def read_again(self) -> None:
        """Read again, in the background and without a word, what an earlier version of the reading read."""
        library, hub = self._desk.library, self._desk.hub

        def done(changes: Changes) -> None:
            if changes:
                hub.changed.emit(changes, self)
            if job.cancelled:
                hub.notice.emit("Reading again was stopped. The next start goes on with it.")
            elif job.was_shown and changes.articles:
                hub.notice.emit(f"{counted(len(changes.articles), 'article')} read again.")

        job = self._desk.tasks.run_long(
            lambda under: library.reread(under.tell, under), done, name="Reading articles again"
        )

    def back_up(self, plan: Plan | None = None) -> None:
        """Make the backup of the day, in the background and without a word."""
        library = self._desk.library

        def work(under: Under) -> Path | None:
            from store.backup_plan import PLAN

            return library.backups.daily(datetime.date.today(), plan or PLAN, under)

        def done(made: Path | None) -> None:
            if job.cancelled:
                self._desk.hub.notice.emit("The backup was not made. The next start makes it.")
            elif made is not None and job.was_shown:
                self._desk.hub.notice.emit(f"The backup of the day was made: {made.name}.")

        job = self._desk.tasks.run_long(work, done, name="Making the backup of the day")

    def cancel(self) -> None:
        """Stop after the file at hand; what was taken stays."""
        for job in self._jobs:
            job.cancel()

    def _start(
        self,
        text: str,
        work: Callable[[Under], ImportReport],
        quiet: bool = False,
        came: Callable[[int], object] | None = None,
    ) -> None:
        def done(report: ImportReport) -> None:
            self._desk.hub.tell(report.changes, self)
            if (report.taken or report.noted) and not quiet:
                self._offer_undo(report.taken, report.noted)
            if report.taken and came is not None:
                came(report.taken[0])
            self.finished.emit(report, quiet)

        def failed(fault: StoreError) -> None:
            self._desk.hub.refuse(fault)

        self.title = text
        if self._waiting == 0:
            self._patience, self._seen = SHOWN_AFTER, 0
            self._look_at = time.monotonic() + self._patience
        self.started.emit(text)
        self._waiting += 1
        self._jobs.append(
            self._desk.tasks.run_long(work, done, failed, self._one_ended, name=text, at_once=True)
        )

    def _show_so_far(self, *_: object) -> None:
        """Show what a long import has kept already; it keeps a thousand at once."""
        if time.monotonic() < self._look_at:
            return
        self._patience *= 2
        self._look_at = time.monotonic() + self._patience
        library, tasks = self._desk.library, self._desk.tasks
        tasks.read(lambda: library.count(Filter()), self._counted, key=("import", id(self)))

    def _counted(self, articles: int) -> None:
        before, self._seen = self._seen, articles
        if self.busy and articles > before:
            self._desk.hub.tell(Changes(listing=True), self)

    def _offer_undo(self, taken: Sequence[int], noted: Sequence[int]) -> None:
        """What a person had taken in goes when it is undone, and comes back with redo."""
        library, articles = self._desk.library, list(taken)
        notes: list[Annotation] = []

        def back() -> Changes:
            notes[:], first = library.notes.delete(noted)
            gone, second = library.delete_articles(articles)
            articles[:] = gone
            return _both(first, second)

        def again() -> Changes:
            return _both(library.restore_articles(articles), library.notes.restore(notes))

        counts = ((len(taken), "article"), (len(noted), "note"))
        many = ", ".join(counted(number, what) for number, what in counts if number)
        self._desk.stack.push(Step.already(self._desk, f"Import ({many})", again, back))

    def _one_ended(self) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self._jobs.clear()
            self.ended.emit()

    def _teller(self, under: Under) -> Callable[[int, int, str], None]:
        last = 0.0

        def tell(done: int, total: int, name: str) -> None:
            nonlocal last
            under.tell(done, total)
            now = time.monotonic()
            if now - last >= _EVERY or done == total:
                last = now
                self.progress.emit(done, total, name)

        return tell


def _both(first: Changes, second: Changes) -> Changes:
    return Changes(
        first.articles | second.articles,
        first.annotations | second.annotations,
        first.tags or second.tags,
        first.listing or second.listing,
        first.people or second.people,
    )

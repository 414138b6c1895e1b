"""Taking articles in: read outside the lock, kept in batches, each batch whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from store.database import articles, derived, search
from store.database.articles import Incoming
from store.database.connection import Database
from store.derive import Derived, derive
from store.errors import IntakeError, LibraryError
from store.intake import files
from store.intake.files import Taken
from store.model import Changes, ImportReport, Refusal, Source
from store.moments import now

Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the name of the one at hand."""

Cancelled = Callable[[], bool]

BATCH = 500
TIDY_FROM = 1000
"""From so many new articles on the search index is put in order after the import."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Something to take in."""

    name: str  # for the person
    path: str  # "" where there is no file
    take: Callable[[], Taken]


@dataclass
class _Import:
    """An import under way."""

    database: Database
    batch: list[tuple[Offered, Incoming, Derived]] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    stopped: bool = False

    def add(self, offered: Offered) -> None:
        """Read one and put it into the batch."""
        try:
            taken = offered.take()
        except IntakeError as error:
            self.refused.append(Refusal(offered.name, str(error)))
            return
        with self.database.reading() as connection:
            known = articles.known(connection, taken.fingerprint)
        if known and not known.binned:
            self.skipped.append(offered.name)
            return
        source = Source(offered.path, taken.format, taken.encoding, taken.sha256, now())
        incoming = Incoming(taken.article, source, taken.fingerprint)
        self.batch.append((offered, incoming, derive(taken.article)))
        if len(self.batch) >= BATCH:
            self.keep()

    def keep(self) -> None:
        """Write the batch. What was written before stays, whatever happens."""
        batch, self.batch = self.batch, []
        if not batch:
            return
        try:
            with self.database.writing() as connection:
                search.make_current(connection)
                derived.note_engine(connection, batch[0][2].engine)
                kept = [(offered, *_kept(connection, incoming, made)) for offered, incoming, made in batch]
                new = [(number, made) for _, number, made in kept if number is not None]
                derived.put(connection, new)
        except LibraryError as error:
            if not self.taken:
                raise
            # The person is told what was taken before the disk was full.
            self.refused.append(Refusal(batch[0][0].name, str(error)))
            self.stopped = True
            return
        self.skipped += [offered.name for offered, number, _ in kept if number is None]
        self.taken += [number for number, _ in new]

    def report(self) -> ImportReport:
        """What was done."""
        changes = Changes(articles=frozenset(self.taken), listing=True) if self.taken else Changes()
        return ImportReport(
            tuple(self.taken), tuple(self.skipped), tuple(self.refused), self.stopped, changes
        )


def run(
    database: Database,
    offered: Sequence[Offered],
    refused: Iterable[Refusal] = (),
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Take everything in that can be; stops between two articles when ``cancelled`` says so."""
    job = _Import(database, refused=list(refused))
    for done, one in enumerate(offered):
        if job.stopped or (cancelled is not None and cancelled()):
            job.stopped = True
            break
        if progress is not None:
            progress(done, len(offered), one.name)
        job.add(one)
    job.keep()
    if len(job.taken) >= TIDY_FROM:
        tidy_index(database)
    if progress is not None and not job.stopped:
        progress(len(offered), len(offered), "")
    return job.report()


def _kept(connection: sqlite3.Connection, incoming: Incoming, made: Derived) -> tuple[int | None, Derived]:
    """The number the article is kept under, ``None`` where it was there already; and what to list of it."""
    known = articles.known(connection, incoming.fingerprint)
    if known is None:
        return articles.insert(connection, incoming), made
    if not known.binned:
        return None, made
    articles.unbin(connection, known.id)
    stored = articles.load(connection, known.id)
    assert stored is not None
    return known.id, made if stored[0] == made.article else derive(stored[0])


def tidy_index(database: Database) -> None:
    """Put the search index in order in small steps, so that other writers need not wait."""
    first = more = True
    while more:
        with database.writing() as connection:
            more = search.merge_some(connection, first)
        first = False


def _all_read(database: Database, engine: str) -> None:
    with database.writing() as connection:
        # Another program may have added something meanwhile.
        if not derived.count_stale(connection, engine):
            derived.set_current(connection, engine)


def from_paths(paths: Iterable[Path], refused: list[Refusal]) -> list[Offered]:
    """The files in ``paths``; folders that cannot be read go to ``refused``."""
    return [
        Offered(files.written(path), files.written(_place(path)), lambda path=path: files.take_file(path))  # type: ignore[misc]
        for path in files.walk(paths, refused)
    ]


def _place(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - a link stays a link


def from_texts(texts: Iterable[tuple[str, bytes]]) -> list[Offered]:
    """Articles by key and bytes, header and all."""
    return [
        Offered(key, "", lambda key=key, data=data: files.take(data, key, key))  # type: ignore[misc]
        for key, data in texts
    ]


def reread(
    database: Database, engine: str, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Changes:
    """Read again what was read by another version. What a person wrote is not touched."""
    with database.reading() as connection:
        if derived.is_current(connection, engine):
            return Changes()
        total = derived.count_stale(connection, engine)
    changed: set[int] = set()
    last = 0
    while not (cancelled is not None and cancelled()):
        with database.reading() as connection:
            ids = derived.stale_after(connection, engine, last, BATCH)
            loaded = [(number, articles.load(connection, number)) for number in ids]
        if not ids:
            _all_read(database, engine)
            break
        last = ids[-1]
        made = [(number, derive(found[0])) for number, found in loaded if found is not None]
        with database.writing() as connection:
            search.make_current(connection)
            there = articles.not_binned(connection, [number for number, _ in made])
            derived.take_off(connection, there)
            derived.put(connection, [(number, one) for number, one in made if number in there])
            changed |= there
        if progress is not None:
            progress(len(changed), total, "")
    return Changes(articles=frozenset(changed), listing=bool(changed))

"""Taking articles in: read outside the lock, kept in batches, each batch whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from store import workers
from store.database import (
    articles,
    derived,
    encounters,
    indexing,
    personal,
    room,
    rulings,
    search,
)
from store.database.connection import Database
from store.derive import Derived, derive, derived_of, unpack
from store.errors import LibraryError
from store.intake import files
from store.intake.pieces import Loose, Overall, Personal
from store.model import Changes, ImportReport, Refusal
from store.workers import Known, Made, Offered, Result

Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and the name of the one at hand."""

Cancelled = Callable[[], bool]

BATCH = 1_000
LARGEST_BATCH = 2_000
BATCH_SECONDS = 1.0
"""A batch is kept when it has so many articles and was begun so long ago: fewer, larger ones are quicker."""

REREAD_AT_ONCE = 500
NOTES_AT_ONCE = 100

SAME_FROM = 0.5
"""What comes from the same file is a new version where it shares so many of its words with the old one."""
TIDY_FROM = 1000
"""From so many new articles on the search index is put in order after the import."""


Entry = tuple[Offered, Made]


@dataclass
class _Import:
    """An import under way."""

    database: Database
    batch: list[Entry] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)
    updated: list[int] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    stopped: bool = False
    restored: list[int] = field(default_factory=list)
    overall: list[Overall] = field(default_factory=list)
    renamed: bool = False
    coloured: bool = False
    loose: list[Loose] = field(default_factory=list)
    noted: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    noted_on: list[int] = field(default_factory=list)
    begun: float = field(default_factory=monotonic)  # the batch

    def add(self, offered: Offered, result: Result) -> None:
        """Put what came of an offer into the batch."""
        for one in result:
            if isinstance(one, Refusal):
                self.refused.append(one)
            elif isinstance(one, Known):
                self.skipped.append(offered.name)
            elif isinstance(one, Loose):
                self.loose.append(one)
            elif isinstance(one, Overall):
                self.overall.append(one)
            elif one.derived is None and one.personal is None:
                self.skipped.append(_name(offered, one))
            else:
                self.batch.append((offered, one))
        if len(self.batch) >= BATCH and self._is_ripe():
            self.keep()

    def _is_ripe(self) -> bool:
        return len(self.batch) >= LARGEST_BATCH or monotonic() - self.begun >= BATCH_SECONDS

    def keep(self) -> None:
        """Write the batch. What was written before stays, whatever happens."""
        batch, self.batch, self.begun = self.batch, [], monotonic()
        said, self.overall = self.overall, []
        if not batch and not said:
            return
        try:
            with self.database.writing() as connection:
                indexing.make_current(connection)
                engines = {made.derived.engine for _, made in batch if made.derived is not None}
                for engine in engines:
                    derived.note_engine(connection, engine)
                outcome = _kept(connection, batch)
                renamed = personal.restore_names(connection, (name for one in said for name in one.names))
                coloured = [personal.restore_colours(connection, one.colours) for one in said]
                coloured += [personal.restore_searches(connection, one.searches) for one in said]
        except LibraryError as error:
            if not (self.taken or self.updated):
                raise
            # The person is told what was taken before the disk was full.
            self.refused.append(Refusal(batch[0][0].name if batch else "", str(error)))
            self.stopped = True
            return
        self.renamed = self.renamed or renamed
        self.coloured = self.coloured or any(coloured)
        self.taken += outcome.new
        self.updated += outcome.changed
        self.skipped += outcome.known
        self.restored += outcome.restored
        self.guessed += [_name(*entry) for entry in batch if entry[1].guessed]

    def bring(self, cancelled: Cancelled) -> None:
        """Put notes from elsewhere on the articles, all of which are there by now."""
        from store.database import loose

        by_article: dict[int, list[Loose]] = {}
        while self.loose and not cancelled():
            some, self.loose = self.loose[:NOTES_AT_ONCE], self.loose[NOTES_AT_ONCE:]
            with self.database.reading() as connection:
                homed, refused = loose.homes(connection, some)
            self.refused += refused
            for number, one in homed:
                by_article.setdefault(number, []).append(one)
        for number, own in by_article.items():
            if cancelled():
                break
            with self.database.writing() as connection:
                made, lost = loose.bring(connection, number, own)
            self.noted += made
            self.lost += lost
            if made:
                self.noted_on.append(number)

    def report(self) -> ImportReport:
        """What was done."""
        touched = frozenset((*self.taken, *self.updated, *self.restored, *self.noted_on))
        came = bool(self.taken or self.updated)
        listing = came or self.renamed
        changes = Changes(
            articles=touched,
            annotations=frozenset(self.noted),
            listing=listing,
            tags=bool(self.restored or self.noted) or self.coloured,
            people=self.renamed,
        )
        return ImportReport(
            tuple(self.taken),
            tuple(self.skipped),
            tuple(self.refused),
            self.stopped,
            changes,
            tuple(self.updated),
            tuple(self.guessed),
            tuple(self.noted),
            tuple(self.lost),
        )


def run(
    database: Database,
    offered: Sequence[Offered],
    refused: Iterable[Refusal] = (),
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    processes: int | None = None,
    polite: bool = False,
) -> ImportReport:
    """Take everything in that can be; stops between two articles when ``cancelled`` says so.

    What was read when it is stopped, also by the keyboard, is kept. ``processes``: at most so many at once;
    ``polite``: they let others go first.
    """
    job = _Import(database, refused=list(refused))

    def ended() -> bool:
        job.stopped = job.stopped or (cancelled is not None and cancelled())
        return job.stopped

    try:
        if progress is not None and offered and not ended():
            progress(0, len(offered), offered[0].name)
        for done, (one, result) in enumerate(
            workers.each(offered, database.path, ended, processes, polite), 1
        ):
            job.add(one, result)
            if progress is not None and done < len(offered):
                progress(done, len(offered), offered[done].name)
    finally:
        job.keep()
    job.bring(ended)
    if len(job.taken) >= TIDY_FROM:
        tidy_index(database)
    if progress is not None and not job.stopped:
        progress(len(offered), len(offered), "")
    return job.report()


def _name(offered: Offered, made: Made) -> str:
    part = made.incoming.part
    return f"{offered.name}, {part.lstrip('#')}" if part else offered.name


@dataclass
class _Outcome:
    """What became of a batch."""

    new: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    restored: list[int] = field(default_factory=list)
    personal: list[tuple[int, Personal]] = field(default_factory=list)


def _kept(connection: sqlite3.Connection, batch: Sequence[Entry]) -> _Outcome:
    outcome, listed = _Outcome(), []
    for offered, made in batch:
        number, ready = _keep_one(connection, made, outcome)
        if number is None:
            outcome.known.append(_name(offered, made))
        elif ready is not None:
            listed.append((number, ready))
        if made.personal is not None:
            there = number or articles.known_id(connection, made.incoming.fingerprint)
            if there is not None:
                outcome.personal.append((there, made.personal))
    derived.put(connection, listed)
    with indexing.following(connection, (number for number, _ in outcome.personal)):
        restored = [personal.restore(connection, number, made) for number, made in outcome.personal]
    for (number, own), added in zip(outcome.personal, restored, strict=True):
        if personal.restore_rulings(connection, number, own) or added:
            outcome.restored.append(number)
    return outcome


def _keep_one(
    connection: sqlite3.Connection, made: Made, outcome: _Outcome
) -> tuple[int | None, Derived | None]:
    """The number the article is kept under, ``None`` where it was there already; and what to list of it."""
    incoming, ready = made.incoming, made.derived
    known = articles.known(connection, incoming.fingerprint)
    if known is None:
        ready = ready or derive(incoming.article)
        earlier = articles.earlier_of(connection, incoming)
        if earlier is not None and _is_same(connection, earlier, incoming.article.text):
            derived.take_off(connection, [earlier])
            articles.replace(connection, earlier, incoming)
            outcome.changed.append(earlier)
            return earlier, _under_rulings(connection, earlier, ready)
        number = articles.insert(connection, incoming)
        outcome.new.append(number)
        return number, ready
    if not known.binned:
        return None, None
    articles.unbin(connection, known.id)
    stored = articles.load(connection, known.id)
    assert stored is not None
    outcome.new.append(known.id)
    again = ready if ready is not None and stored[0] == ready.article else derive(stored[0])
    return known.id, _under_rulings(connection, known.id, again)


def _under_rulings(connection: sqlite3.Connection, article_id: int, ready: Derived) -> Derived:
    """``ready``, which was made without knowing of any rulings."""
    made = rulings.of_article(connection, article_id)
    if not made:
        return ready
    reading = unpack(ready.packed, ready.engine)
    return derived_of(ready.article, reading, ready.packed, ready.engine, made)


def _is_same(connection: sqlite3.Connection, article_id: int, text: str) -> bool:
    """Whether the article is an earlier version of ``text``, not another one under the same name."""
    stored = articles.load(connection, article_id)
    if stored is None:
        return False
    before, after = set(stored[0].text.split()), set(text.split())
    return len(before & after) >= SAME_FROM * min(len(before), len(after))


def tidy_index(database: Database) -> None:
    """Put the search index in order and give back the room that took; in small steps, so others can write."""
    for table in search.TABLES:
        first = more = True
        while more:
            with database.writing() as connection:
                more = search.merge_some(connection, table, first)
            first = False
    more = True
    while more:
        with database.writing() as connection:
            more = room.give_back_some(connection)


def _all_read(database: Database, engine: str) -> None:
    with database.writing() as connection:
        # Another program may have added something meanwhile.
        if not derived.count_stale(connection, engine):
            derived.set_current(connection, engine)


def from_paths(paths: Iterable[Path], refused: list[Refusal], encoding: str | None = None) -> list[Offered]:
    """The files in ``paths``; folders that cannot be read go to ``refused``."""
    return [
        Offered(files.written(path), files.written(_place(path)), path, encoding=encoding)
        for path in files.walk(paths, refused)
    ]


def _place(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - a link stays a link


def from_texts(texts: Iterable[tuple[str, bytes]]) -> list[Offered]:
    """Articles by key and bytes, header and all."""
    return [Offered(key, "", None, data, key) for key, data in texts]


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
            ids = derived.stale_after(connection, engine, last, REREAD_AT_ONCE)
            loaded = [(number, articles.load(connection, number)) for number in ids]
        if not ids:
            _all_read(database, engine)
            break
        last = ids[-1]
        made = [(number, derive(found[0])) for number, found in loaded if found is not None]
        with database.writing() as connection:
            indexing.make_current(connection)
            there = articles.not_binned(connection, [number for number, _ in made])
            derived.take_off(connection, there)
            ready = [
                (number, _under_rulings(connection, number, one)) for number, one in made if number in there
            ]
            derived.put(connection, ready)
            changed |= there
        if progress is not None:
            progress(len(changed), total, "")
    return Changes(articles=frozenset(changed), listing=bool(changed))


def fill_encounters(database: Database, cancelled: Cancelled | None = None) -> None:
    """Make the table of encounters anew, in small steps, so that others can write; goes on where it was."""
    more = True
    while more and not (cancelled is not None and cancelled()):
        with database.writing() as connection:
            more = encounters.fill_some(connection, REREAD_AT_ONCE)

"""Looking after a library file: checking it, mending it, copying it.

Nothing here needs the file to be whole. Each function raises ``LibraryError`` with one sentence where the
world refuses.
"""

from __future__ import annotations

import datetime
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from store.database import copies, derived
from store.database.checking import Finding, findings
from store.database.connection import connect
from store.database.faults import told
from store.database.opening import (
    SCHEMA_VERSION,
    make_empty,
    open_database,
    refuse_foreign,
    version_of,
)
from store.database.rescue import Rescued, rescue
from store.errors import LibraryError

Progress = Callable[[str], None]
KEPT_DAYS, KEPT_WEEKS = 5, 4
"""Of the automatic backups the newest of so many days stays, and the newest of so many weeks before."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What ``repair`` did: the sentences of what was found, and what it did about each."""

    done: tuple[str, ...]
    left: tuple[str, ...]  # what only a person can tell
    aside: Path | None = None  # where the damaged file is now


def check(path: Path, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Everything that is wrong with the library at ``path``, the gravest first; empty where it is whole."""
    with _looking(path) as connection:
        return tuple(findings(connection, progress))


def back_up(path: Path, target: Path) -> None:
    """Copy the whole library to ``target``, which must not be there yet; others may go on using it."""
    if target.is_dir():
        target = target / path.name
    with _looking(path) as connection:
        copies.copy_whole(connection, target)


def repair(path: Path, progress: Progress | None = None) -> Mended:
    """Mend what can be mended; what a person wrote is never thrown away.

    A damaged file is put aside under another name and what can be read of it copied into a new one; what the
    program derives from the articles is made again when the library is opened next.
    """
    found = check(path, progress)
    if all(finding.cure != "rescue" for finding in found) and _is_brought_up_to_date(path):
        found = check(path, progress)
    cures = {finding.cure for finding in found}
    left = [finding.sentence for finding in found if not finding.cure]
    if "rescue" in cures:
        aside, rescued = _rescue(path)
        open_database(path).close()
        left += [finding.sentence for finding in check(path) if not finding.cure]
        return Mended((_told_of(rescued),), (*left, *_lost(rescued)), aside)
    if "rebuild" in cures:
        _forget_derived(path)
    return Mended(tuple(finding.sentence for finding in found if finding.cure), tuple(left))


@contextmanager
def _looking(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to read from, for a file that may be damaged."""
    if not path.exists():
        raise LibraryError(f"There is no library {path}.")
    refuse_foreign(path)
    with told(path), closing(connect(path)) as connection:
        yield connection


def _is_brought_up_to_date(path: Path) -> bool:
    """Bring a file of an earlier version up to date; whether it was one."""
    with _looking(path) as connection:
        earlier = version_of(connection) < SCHEMA_VERSION
    if earlier:
        open_database(path).close()
    return earlier


def _rescue(path: Path) -> tuple[Path, Rescued]:
    fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
    fresh.unlink(missing_ok=True)
    try:
        with told(fresh):
            done = rescue(path, fresh)
        aside = copies.free_name(path.with_name(f"{path.name}.damaged"))
        _move(path, aside)
        fresh.rename(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise LibraryError(f"The library {path} cannot be mended: {reason}; it was left as it is.") from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return aside, done


def _move(path: Path, aside: Path) -> None:
    """The file with what was written last and is not yet in it."""
    path.rename(aside)
    for end in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).rename(aside.with_name(aside.name + end))


def _told_of(done: Rescued) -> str:
    articles, notes = done.rows.get("article", 0), done.rows.get("annotation", 0)
    return (
        f"What could be read was copied into a new file: {articles:,} article{'s' * (articles != 1)}"
        f" and {notes:,} note{'s' * (notes != 1)}."
    )


def _lost(done: Rescued) -> list[str]:
    names = {"article": "articles", "annotation": "notes"}
    return [
        f"Some {names.get(table, 'marks and tags')} could not be read and are lost, unless a backup has them."
        for table in dict.fromkeys(table if table in names else "other" for table in done.unread)
    ]


def _forget_derived(path: Path) -> None:
    """Empty what is derived; the next opening of the library fills it."""
    database = open_database(path)
    try:
        with database.writing() as connection:
            derived.forget(connection)
    finally:
        database.close()


# -- automatic backups


def backup_folder(path: Path) -> Path:
    """Where the automatic backups of the library at ``path`` are."""
    return path.with_name(f"{path.stem}-backups")


def back_up_daily(
    path: Path, today: datetime.date, cancelled: Callable[[], bool] = lambda: False
) -> Path | None:
    """Copy the articles and what a person wrote, at most once a day, and drop the oldest copies.

    Returns the copy; ``None`` where there is one of today, nothing changed since the last one, or it was
    ``cancelled``.
    """
    folder = backup_folder(path)
    made = _made(folder, path.stem)
    target = folder / f"{path.stem}-{today.isoformat()}.sqlite"
    if target.exists() or (made and _changed_at(path) <= _changed_at(made[max(made)])):
        return None
    with _looking(path) as connection:
        if not copies.copy_kept(connection, target, make_empty, cancelled):
            return None
    made[today] = target
    for day in sorted(made.keys() - kept_days(made)):
        with suppress(OSError):
            made[day].unlink()
    return target


def kept_days(days: Iterable[datetime.date]) -> set[datetime.date]:
    """Which of the days with a backup keep it: the last few, and the last of each of the weeks before."""
    newest_first = sorted(days, reverse=True)
    kept = set(newest_first[:KEPT_DAYS])
    weeks: dict[tuple[int, int], datetime.date] = {}
    for day in newest_first[KEPT_DAYS:]:
        weeks.setdefault(day.isocalendar()[:2], day)
    return kept | set(list(weeks.values())[:KEPT_WEEKS])


def _made(folder: Path, stem: str) -> dict[datetime.date, Path]:
    name = re.compile(rf"{re.escape(stem)}-(\d{{4}}-\d\d-\d\d)\.sqlite")
    made = {}
    with suppress(OSError):
        for path in folder.iterdir():
            found = name.fullmatch(path.name)
            if found:
                with suppress(ValueError):
                    made[datetime.date.fromisoformat(found[1])] = path
    return made


def _changed_at(path: Path) -> float:
    """When the file was written last, also where that is not yet in it."""
    times = [0.0]
    for place in (path, path.with_name(path.name + "-wal")):
        with suppress(OSError):
            times.append(place.stat().st_mtime)
    return max(times)

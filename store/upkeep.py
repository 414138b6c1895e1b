"""Looking after a library file: checking it, mending it, copying it.

Nothing here needs the file to be whole. Each function raises ``LibraryError`` with one sentence where the
world refuses.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from store.database import copies, derived
from store.database.checking import Finding, findings
from store.database.connection import connect
from store.database.faults import told
from store.database.opening import (
    SCHEMA_VERSION,
    open_database,
    refuse_foreign,
    version_of,
)
from store.database.rescue import Rescued, rescue
from store.errors import LibraryError

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Mended:
    """What ``repair`` did: the sentences of what was found, and what it did about each."""

    done: tuple[str, ...]
    left: tuple[str, ...]  # what only a person can tell
    aside: Path | None = None  # where the damaged file is now


def check(path: Path, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Everything that is wrong with the library at ``path``, the gravest first; empty where it is whole."""
    with looking(path) as connection:
        return tuple(findings(connection, progress))


def back_up(path: Path, target: Path) -> None:
    """Copy the whole library to ``target``, which must not be there yet; others may go on using it."""
    if target.is_dir():
        target = target / path.name
    with looking(path) as connection:
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
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to read from, for a file that may be damaged."""
    if not path.exists():
        raise LibraryError(f"There is no library {path}.")
    refuse_foreign(path)
    with told(path), closing(connect(path)) as connection:
        yield connection


def _is_brought_up_to_date(path: Path) -> bool:
    """Bring a file of an earlier version up to date; whether it was one."""
    with looking(path) as connection:
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

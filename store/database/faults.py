"""SQLite's refusals put into one sentence for the person; our own mistakes pass through untouched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import DamagedLibraryError, LibraryError

_PRIMARY = 0xFF  # the low byte of an extended result code names the kind of error


def not_a_library(path: Path) -> LibraryError:
    """The file is something else."""
    return LibraryError(f"{path} is not a Communiqué library; it was left as it is.")


def sentence(error: sqlite3.Error, path: Path) -> str | None:
    """What to tell the person of ``error``; ``None`` where it is a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    sentences = {
        sqlite3.SQLITE_FULL: "The disk is full: nothing of this was saved; make room and try again.",
        sqlite3.SQLITE_NOTADB: f"{path} is not a Communiqué library; it was left as it is.",
        sqlite3.SQLITE_CORRUPT: f"The library {path} is damaged: communique check --repair mends it.",
        sqlite3.SQLITE_READONLY: f"The library {path} cannot be written to; check its permissions.",
        sqlite3.SQLITE_BUSY: f"Another program is writing to the library {path}; try again in a moment.",
        sqlite3.SQLITE_LOCKED: f"Another program is writing to the library {path}; try again in a moment.",
        sqlite3.SQLITE_CANTOPEN: f"The library {path} cannot be opened; check its place and permissions.",
        sqlite3.SQLITE_IOERR: f"The disk failed while the library {path} was used; nothing was saved.",
        sqlite3.SQLITE_PERM: f"The library {path} may not be used: permission denied.",
    }
    return sentences.get(code & _PRIMARY)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the world into a ``LibraryError`` with one sentence."""
    try:
        yield
    except sqlite3.Error as error:
        said = sentence(error, path)
        if said is None:
            raise
        damaged = error.sqlite_errorcode & _PRIMARY == sqlite3.SQLITE_CORRUPT
        raise (DamagedLibraryError if damaged else LibraryError)(said) from error

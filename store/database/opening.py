"""Opening a library file: made when absent, brought up to date after a backup, refused when newer."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from store.database.connection import Database, connect
from store.database.faults import not_a_library, told
from store.errors import LibraryError, NewerLibraryError
from store.places import head_of, is_in_use

SCHEMA_VERSION = 17
"""How many migrations there are; the ``user_version`` of a file that is up to date."""

APPLICATION_ID = 0x434D5155  # "CMQU": tells our files from other SQLite files


_MAGIC = b"SQLite format 3\0"


def open_database(path: Path) -> Database:
    """Open the library at ``path``, making it (and its folder) when there is none.

    Raises ``LibraryError`` or ``NewerLibraryError``; a file that is refused is left as it is.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - a link to a library elsewhere is kept as it is named
    _make_folder(path)
    _look_at(path)
    with told(path):
        connection = connect(path, must_exist=False)
        try:
            if not _up_to_date(connection, path):
                _bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
        return Database(path, connection)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise LibraryError(f"The folder {path.parent} for the library cannot be made: {reason}.") from error


def _look_at(path: Path) -> None:
    """Refuse what SQLite would take for an empty file and write over, or wait for without end."""
    try:
        if path.is_dir():
            raise LibraryError(f"{path} is a folder, not a library file.")
        if not path.exists():
            return
        if not path.is_file():
            raise LibraryError(f"{path} is no ordinary file.")
        if is_in_use(path):
            return
        head = head_of(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise LibraryError(f"The library {path} cannot be opened: {reason}.") from error
    if head and head != _MAGIC:
        raise not_a_library(path)


def refuse_missing(path: Path) -> None:
    """Refuse a place where no library is, and a file that is none."""
    try:
        is_there = path.exists()
    except OSError:
        is_there = True  # looking at it says why it cannot be
    if not is_there:
        raise LibraryError(f"There is no file {path}.")
    refuse_foreign(path)


def refuse_foreign(path: Path) -> None:
    """Refuse a file that is no library of ours, or of a newer version; what is damaged passes."""
    _look_at(path)
    with told(path), closing(connect(path)) as connection:
        version, ours = 0, 0
        with suppress(sqlite3.DatabaseError):
            version, ours = _number(connection, "user_version"), _number(connection, "application_id")
        if ours != APPLICATION_ID:
            if _is_empty(connection):
                raise LibraryError(f"{path} is empty: nothing was saved in it yet.")
            raise not_a_library(path)
        if version > SCHEMA_VERSION:
            raise _newer(path, version)


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Whether there is not one table, as where the disk was full when the library was made."""
    with suppress(sqlite3.DatabaseError):
        return not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return False


def _newer(path: Path, version: int) -> NewerLibraryError:
    return NewerLibraryError(
        f"The library {path} was made by a newer Communiqué (format {version}, this one knows "
        f"{SCHEMA_VERSION}); it was left as it is."
    )


def version_of(connection: sqlite3.Connection) -> int:
    """Which version the file is of: how many migrations were applied."""
    return _number(connection, "user_version")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _up_to_date(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether nothing is to be done; raises where the file is not ours or newer than us."""
    version = _number(connection, "user_version")
    if _number(connection, "application_id") != APPLICATION_ID:
        if version or connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            raise not_a_library(path)
        return False
    if version > SCHEMA_VERSION:
        raise _newer(path, version)
    return version == SCHEMA_VERSION


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    from store.database.copies import copy_whole

    if _number(connection, "application_id") == APPLICATION_ID:
        if _up_to_date(connection, path):
            return  # another program has just made it
        copy_whole(connection, backup_path(path, _number(connection, "user_version")))
    else:
        _prepare_new(connection)
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _up_to_date(connection, path):  # another program may have done it while we waited
            _make_tables(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys = ON")


def make_empty(connection: sqlite3.Connection, version: int = SCHEMA_VERSION) -> None:
    """Make the tables of an empty library in a new file, as that version had them."""
    _prepare_new(connection)
    connection.execute("BEGIN IMMEDIATE")
    _make_tables(connection, version)
    connection.execute("COMMIT")


def _prepare_new(connection: sqlite3.Connection) -> None:
    """What can be set only before there is anything in the file."""
    # A page holds whole articles: the larger it is, the less of it stays empty.
    connection.execute("PRAGMA page_size = 32768")
    # Else what the index needed while it was put in order could never be given back to the disk.
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")


def _make_tables(connection: sqlite3.Connection, version: int | None = None) -> None:
    # Imported here: sqlite-utils is slow to import and an up-to-date file does not need it.
    from store.database.migrations import migrate

    migrate(connection, version=version)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version or SCHEMA_VERSION}")


def backup_path(path: Path, version: int) -> Path:
    """Where the copy of a file of an older format is kept; never a place that is taken."""
    from store.database.copies import free_name

    return free_name(path.with_name(f"{path.name}.format-{version}.backup"))

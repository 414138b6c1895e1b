"""The connections to one library file: a reader for each thread, one writer that takes turns."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.database.faults import told
from store.database.sorting import Sorted, sort_key
from store.database.waymarks import Waymarks

BUSY_SECONDS = 20.0
"""How long a write waits for another window or command before it gives up."""


def connect(path: Path, *, must_exist: bool = True) -> sqlite3.Connection:
    """A connection with our settings; transactions are begun and ended by hand."""
    mode = "rw" if must_exist else "rwc"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    prepare(connection)
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """The settings and functions that every connection has."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -16384")
    connection.create_function("folded_words", 1, _folded_words, deterministic=True)
    connection.create_function("sort_key", 1, sort_key, deterministic=True)


def _folded_words(text: str) -> str:
    from store.folding import words  # the first list is read without it

    return " ".join(words(text))


class Database:
    """One library file. Safe to use from any thread; never share what it hands out with another."""

    def __init__(self, path: Path, reader: sqlite3.Connection) -> None:
        """``reader`` becomes the reading connection of the calling thread."""
        self.path = path
        self._local = threading.local()
        self._turn = threading.RLock()
        self._readers_lock = threading.Lock()
        self._readers: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._writer: sqlite3.Connection | None = None
        self._closed = False
        self._version: int | None = None  # of the data, as the writer saw it last
        self.waymarks = Waymarks()
        self.sorted = Sorted()
        self._adopt(reader)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A snapshot to read from, the same from the first statement to the last. Never waits for writers."""
        with told(self.path):
            connection = self._reader()
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed at the end, or as if it had never been begun."""
        with self._turn, told(self.path):
            connection = self._writing_connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk ends the transaction by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def written_elsewhere(self) -> bool:
        """Whether another program wrote into the file since this was asked the last time.

        While this one writes, that is for the next time: nobody waits.
        """
        if not self._turn.acquire(blocking=False):
            return False
        try:
            with told(self.path):
                # Only what others commit counts for a connection, and only the writer commits here.
                (version,) = self._writing_connection().execute("PRAGMA data_version").fetchone()
        finally:
            self._turn.release()
        before, self._version = self._version, version
        return before is not None and before != version

    def close(self) -> None:
        """Close every connection; the file is whole at any time, closed or not."""
        with self._turn, self._readers_lock:
            self._closed = True
            for _, connection in self._readers:
                connection.close()
            self._readers.clear()
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    def _reader(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None or self._closed:
            if self._closed:
                raise sqlite3.ProgrammingError("the library is closed")
            connection = connect(self.path)
            self._adopt(connection)
        return connection

    def _adopt(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA query_only = ON")
        with self._readers_lock:
            ended = [pair for pair in self._readers if not pair[0].is_alive()]
            for pair in ended:
                pair[1].close()
                self._readers.remove(pair)
            self._readers.append((threading.current_thread(), connection))
        self._local.connection = connection

    def _writing_connection(self) -> sqlite3.Connection:
        if self._closed:
            raise sqlite3.ProgrammingError("the library is closed")
        if self._writer is None:
            self._writer = connect(self.path)
            # What was said to be saved stays saved, even when the power fails the moment after.
            self._writer.execute("PRAGMA synchronous = FULL")
            # What is written is carried over into the file by whoever writes next: little, so nobody waits.
            self._writer.execute("PRAGMA wal_autocheckpoint = 250")
        return self._writer

"""Files to articles with their readings: in this process, or for many files in several at once.

The work on a file is everything that needs no writing. What is in the library already is not read again.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from store.database import articles
from store.database.articles import Incoming
from store.database.connection import connect
from store.derive import Derived, derive
from store.errors import IntakeError
from store.intake import exported, files
from store.intake.files import Taken
from store.intake.pieces import Loose, Overall, Personal, Raw
from store.model import Refusal, Source
from store.moments import now

SEVERAL_FROM = 64
"""For fewer files the start of other processes takes longer than they save."""

POLITENESS = 10
"""How much less than others a process that is polite wants the processor."""

_CHUNK = 16
_WAITING = 4  # chunks for each process: enough to go on with while a batch is kept


@dataclass(frozen=True, slots=True)
class Offered:
    """Something to take in."""

    name: str  # for the person
    path: str  # "" where there is no file
    file: Path | None = None
    data: bytes = b""  # where there is no file
    key: str = ""
    encoding: str | None = None  # the person says so

    def raw(self) -> Raw:
        """Its bytes. Raises ``IntakeError``."""
        if self.file is not None:
            return files.raw_file(self.file, self.encoding)
        return Raw(self.data, self.key, self.name, encoding=self.encoding)


class Made(NamedTuple):
    """An article ready to be kept. ``derived`` is None where the library seems to have it already."""

    incoming: Incoming
    derived: Derived | None
    guessed: bool
    personal: Personal | None


@dataclass(frozen=True, slots=True)
class Known:
    """A file that is in the library byte for byte."""


Result = list[Made | Refusal | Known | Overall | Loose]


def work(offered: Offered, connection: sqlite3.Connection) -> Result:
    """What is in one offer. ``connection`` is read from, to pass over what is known."""
    result: Result = []
    try:
        raw = offered.raw()
        if (
            offered.encoding is None
            and offered.path
            and articles.file_is_known(connection, offered.path, files.digest(raw.data))
        ):
            return [Known()]
        for taken in files.take(raw):
            result.append(taken if isinstance(taken, Refusal | Loose) else _made(offered, taken, connection))
        said = exported.overall(raw)
        if said:
            result.append(said)
    except IntakeError as error:
        result.append(Refusal(offered.name, str(error)))
    except Exception as fault:  # noqa: BLE001 - one article must not end an import of thousands
        told = f"{type(fault).__name__}: {fault}"
        result.append(
            Refusal(offered.name, f"{offered.name} could not be read, by a fault of Communiqué ({told}).")
        )
    return result


def _made(offered: Offered, taken: Taken, connection: sqlite3.Connection) -> Made:
    if taken.personal is None:
        source = Source(offered.path, taken.format, taken.encoding, taken.sha256, now())
    else:
        source = taken.personal.source
    incoming = Incoming(taken.article, source, taken.fingerprint, taken.part)
    known = articles.known(connection, taken.fingerprint)
    made = None if known is not None and not known.binned else derive(taken.article)
    return Made(incoming, made, taken.guessed, taken.personal)


def each(
    offers: Sequence[Offered],
    library: Path,
    cancelled: Callable[[], bool],
    processes: int | None = None,
    polite: bool = False,
) -> Iterator[tuple[Offered, Result]]:
    """Work on every offer, in order. Stops when ``cancelled`` says so.

    ``polite``: other processes are started to help only where nobody else wants the processor.
    """
    wanted = (os.cpu_count() or 1) if processes is None else processes
    if wanted < 2 or len(offers) < SEVERAL_FROM:
        yield from _here(offers, library, cancelled)
    else:
        yield from _beside(offers, library, cancelled, wanted, polite)


def _here(
    offers: Sequence[Offered], library: Path, cancelled: Callable[[], bool]
) -> Iterator[tuple[Offered, Result]]:
    with closing(connect(library)) as connection:
        for offered in offers:
            if cancelled():
                return
            yield offered, work(offered, connection)


def _beside(
    offers: Sequence[Offered], library: Path, cancelled: Callable[[], bool], processes: int, polite: bool
) -> Iterator[tuple[Offered, Result]]:
    # Fresh processes: a copy of one with threads and a window may hang.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, context, _begin, (library, polite))
    waiting: deque[tuple[Sequence[Offered], Future[list[Result]]]] = deque()
    rest = (offers[at : at + _CHUNK] for at in range(0, len(offers), _CHUNK))

    def ask() -> None:
        chunk = next(rest, None)
        if chunk is not None:
            waiting.append((chunk, pool.submit(_work_on, chunk)))

    try:
        for _ in range(_WAITING * processes):
            ask()
        while waiting:
            chunk, future = waiting.popleft()
            results = future.result()
            ask()
            for offered, result in zip(chunk, results, strict=True):
                if cancelled():
                    return
                yield offered, result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_reader: sqlite3.Connection | None = None


def _begin(library: Path, polite: bool) -> None:
    """What a process does first: nobody waits for it when its parent is gone."""
    global _reader
    if polite and hasattr(os, "nice"):
        os.nice(POLITENESS)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _reader = connect(library)
    # A process that only reads makes thousands of small things an article and few of them in circles: looking
    # for those less often saves a tenth.
    gc.set_threshold(20_000, 20, 20)


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _work_on(chunk: Sequence[Offered]) -> list[Result]:
    assert _reader is not None
    return [work(offered, _reader) for offered in chunk]

"""A file that is there under its name only when it is whole, and on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TextIO

from store.errors import StoreError
from store.places import is_library_file

_NUMBERS = count(1)  # two exports to one file at once are two files until the end


class Stopped(Exception):  # noqa: N818 - nothing is wrong
    """The person has had enough: what was begun goes."""


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """A text file to write into, which takes the place of ``path`` at the end.

    After a fault ``path`` is as it was. A link stays, and the file that it leads to is replaced; what is no
    file (a pipe, a device such as ``/dev/stdout``) is written into. Raises ``StoreError`` where the world
    refuses.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        with _told(path), path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    if is_library_file(path):
        raise StoreError(f"{path} is a library; nothing else is written over it.")
    named, path = path, Path(os.path.realpath(path))
    unfinished = path.with_name(f".{path.name[:80]}.{os.getpid()}-{next(_NUMBERS)}.part")
    try:
        with _told(named):
            with unfinished.open("x", encoding="utf-8", newline="") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
            _keep_name(path.parent)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """A fault of the world is told in words."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from error


def _keep_name(folder: Path) -> None:
    """The new name is on the disk, too, where folders can be asked for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def stopping(cancelled: Callable[[], bool] | None) -> None:
    """Raises ``Stopped`` where the person has had enough."""
    if cancelled is not None and cancelled():
        raise Stopped

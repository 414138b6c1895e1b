"""What commands run with: the library, how far they are, what they complain of, how they end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import LibraryError
from store.places import default_library, is_there

if TYPE_CHECKING:
    from store.importing import Progress
    from store.library import Library

DONE, REFUSED, INTERRUPTED = 0, 1, 130


def complain(sentence: str) -> None:
    """Say what went wrong."""
    print(f"communique: {sentence}", file=sys.stderr)


@contextmanager
def library(path: Path | None, *, create: bool = False) -> Iterator[Library]:
    """The library to work on. A first use of the default one brings the sample articles along."""
    from store.library import Library

    place = path or default_library()
    first = not is_there(place)
    if first and path is not None and not create:
        raise LibraryError(f"There is no library {place}.")
    library = Library.open(place)
    try:
        if first and not create:
            library.import_samples()
        library.reread(progress())
        yield library
    finally:
        library.close()


def progress() -> Progress | None:
    """Tells how far something is, where somebody looks on."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int, name: str) -> None:
        end = "\n" if done == total else ""
        print(f"\r\033[K{done:,} of {total:,} {Path(name).name[:50]}", end=end, file=sys.stderr, flush=True)

    return tell

"""The log: what the program did and what went wrong, in a file for whoever looks into a fault.

Words of articles and notes never go into it. What is told waits in a queue; a thread of its own writes it,
to a file in the person's state folder that is turned over before it grows large.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from queue import SimpleQueue

from store.places import state_folder

SIZE, EARLIER = 1_000_000, 2
"""Bytes of the file, and how many earlier ones are kept beside it."""

NAME = "communique.log"
SHOWN = 200_000
"""So many of the last letters are shown."""

_FORMAT = "%(asctime)s %(levelname)s %(message)s"
_WAIT = 2.0  # seconds that the end of the program waits for the disk


class Log:
    """One for the whole program, see ``LOG``; any thread may tell it something."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[logging.LogRecord | threading.Event | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self.folder: Path | None = None

    @property
    def file(self) -> Path:
        """Where it is written to."""
        return (self.folder or state_folder()) / NAME

    def note(self, text: str) -> None:
        """Something was done."""
        self._put(logging.INFO, text)

    def warn(self, text: str) -> None:
        """The world refused something."""
        self._put(logging.WARNING, text)

    def fault(self, text: str) -> None:
        """Something of ours went wrong."""
        self._put(logging.ERROR, text)

    def begin(self) -> None:
        """Write from now on, what was told before first."""
        if self._thread is None:
            self.folder = state_folder()
            self._thread = threading.Thread(target=self._write, args=(self.file,), name="log", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Write what is left and stop; a disk that does not answer is not waited for."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._queue.put(None)
            thread.join(_WAIT)

    def read(self) -> str:
        """The last of it, what was told just now too; not in the GUI thread."""
        if self._thread is not None:
            written = threading.Event()
            self._queue.put(written)
            written.wait(_WAIT)
        kept, file = "", self.file
        for path in (file, file.with_name(f"{NAME}.1")):
            if len(kept) < SHOWN:
                try:
                    kept = path.read_text("utf-8", "replace") + kept
                except OSError:
                    continue
        return kept if len(kept) <= SHOWN else kept[-SHOWN:].partition("\n")[2]

    def _put(self, level: int, text: str) -> None:
        self._queue.put(logging.LogRecord("communique", level, "", 0, text, None, None))

    def _write(self, file: Path) -> None:
        handler = _handler(file)
        while (told := self._queue.get()) is not None:
            if isinstance(told, threading.Event):
                told.set()
            elif handler is not None:
                handler.emit(told)
        if handler is not None:
            handler.close()


def _handler(file: Path) -> logging.Handler | None:
    """What writes the file; ``None`` where there can be none: then the program does without."""
    from logging.handlers import RotatingFileHandler

    class Quiet(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:
            """The disk is full, say: nobody is told so twice."""

    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = Quiet(file, maxBytes=SIZE, backupCount=EARLIER, encoding="utf-8", errors="replace")
    except OSError:
        return None
    made.setFormatter(logging.Formatter(_FORMAT))
    return made


LOG = Log()

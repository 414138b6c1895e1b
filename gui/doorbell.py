"""One program for each library: a second start hands what it was asked for to the first and ends.

The one that runs listens at a local socket, which is named after the library and in a folder that only this
person may enter. The one that starts sends one line of JSON there and waits for the answer ``ok``. Where
nobody answers in time, or the system has no such sockets, the second window opens in a program of its own:
that is safe, too, for a library may be open several times.
"""

from __future__ import annotations

import json
import os
import stat
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from gui.options import Options
from store.records import dataclass

if TYPE_CHECKING:
    import socket

PATIENCE = 3.0
"""Seconds that the second waits for the first."""

LARGEST = 1_000_000
"""Bytes of a message; a longer one is not read."""

_ANSWER = b"ok\n"


@dataclass(frozen=True, slots=True)
class Ring:
    """What a second start was asked for."""

    files: tuple[Path, ...] = ()
    libraries: tuple[Path, ...] = ()  # to open beside
    article: str = ""
    search: str = ""
    token: str = ""  # by which a desktop lets the window come to the front


def address(library: Path) -> Path | None:
    """Where the program listens that has this library open; ``None`` where it cannot be private."""
    folder = _folder()
    if folder is None:
        return None
    return folder / f"{zlib.crc32(os.fsencode(library.resolve())):08x}.socket"


def hand_over(options: Options, libraries: Sequence[Path] = ()) -> bool:
    """Give what was asked for to the program that has the library open; whether it took it.

    :param libraries: others that were named, to be opened beside it.
    """
    place = address(options.library)
    if place is None or not place.exists():  # as nearly always, and then nothing more is loaded
        return False
    import socket

    asked = {
        "library": str(options.library.resolve()),
        "files": [str(path.absolute()) for path in options.files],
        "libraries": [str(path.absolute()) for path in libraries],
        "article": options.article or "",
        "search": options.search,
        "token": os.environ.get("XDG_ACTIVATION_TOKEN", ""),
    }
    message = json.dumps(asked).encode() + b"\n"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(PATIENCE)
        try:
            line.connect(str(place))
            line.sendall(message)
            return line.recv(len(_ANSWER)) == _ANSWER
        except OSError:  # it crashed, or does not answer
            return False


class Doorbell(QObject):
    """Listens for second starts on one library."""

    def __init__(self, library: Path, let_in: Callable[[Ring], bool], parent: QObject | None = None) -> None:
        """``let_in`` is told what a second start was asked for, and says whether it took it."""
        super().__init__(parent)
        self._let_in, self._library = let_in, str(library.resolve())
        self._place = address(library)
        self._socket = _listening(self._place) if self._place is not None else None
        self._callers: set[_Caller] = set()
        if self._socket is None:
            return
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._call)

    @property
    def listens(self) -> bool:
        """Whether second starts come here."""
        return self._socket is not None

    def close(self) -> None:
        """Listen no more."""
        if self._socket is None or self._place is None:
            return
        self._notifier.setEnabled(False)
        for caller in tuple(self._callers):
            caller.end()
        self._socket.close()
        self._socket = None
        with suppress(OSError):
            self._place.unlink()

    def _call(self) -> None:
        if self._socket is None:
            return
        with suppress(OSError):
            self._callers.add(_Caller(self._socket.accept()[0], self))

    def ring(self, line: bytes) -> bool:
        """Tell of a message, if it is one; whether it was taken."""
        ring = _understood(line, self._library)
        return ring is not None and self._let_in(ring)

    def gone(self, caller: _Caller) -> None:
        """A caller has ended."""
        self._callers.discard(caller)


class _Caller(QObject):
    """One program that calls; its line may come in pieces, or never."""

    def __init__(self, connection: socket.socket, bell: Doorbell) -> None:
        super().__init__(bell)
        self._connection, self._bell, self._line = connection, bell, b""
        connection.setblocking(False)
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        QTimer.singleShot(int(PATIENCE * 1000), self, self.end)

    def end(self) -> None:
        """Hang up."""
        if self._notifier.isEnabled():
            self._notifier.setEnabled(False)
            self._connection.close()
            self._bell.gone(self)
            self.deleteLater()

    def _read(self) -> None:
        try:
            piece = self._connection.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        self._line += piece
        if piece and b"\n" not in self._line and len(self._line) < LARGEST:
            return
        if self._line.endswith(b"\n") and self._bell.ring(self._line):
            with suppress(OSError):
                self._connection.sendall(_ANSWER)
        self.end()


def _folder() -> Path | None:
    """A folder that nobody else may enter; made where the system gives none."""
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    if Path(named).is_absolute() and _is_private(Path(named)):
        folder = Path(named) / "communique"
    elif hasattr(os, "getuid"):
        import tempfile

        folder = Path(tempfile.gettempdir()) / f"communique-{os.getuid()}"
    else:
        return None
    with suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder if _is_private(folder) else None


def _is_private(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _listening(place: Path) -> socket.socket | None:
    """A socket there, unless another program listens already."""
    import socket

    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        if place.exists():
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as other:
                try:
                    other.connect(str(place))
                except ConnectionRefusedError:  # left by one that crashed
                    place.unlink()
        made.bind(str(place))
        made.listen(8)
    except OSError:
        made.close()
        return None
    made.setblocking(False)
    return made


def _understood(line: bytes, library: str) -> Ring | None:
    try:
        found: Any = json.loads(line)
        if found["library"] != library:  # another one whose name has the same sum
            return None
        return Ring(
            tuple(Path(str(name)) for name in found["files"]),
            tuple(Path(str(name)) for name in found["libraries"]),
            *(str(found[name]) for name in ("article", "search", "token")),
        )
    except (ValueError, TypeError, LookupError):
        return None

"""Where Communiqué keeps what is a person's own."""

from __future__ import annotations

import os
from pathlib import Path

APP = "communique"
LIBRARY_NAME = "library.sqlite"
_MAGIC = b"SQLite format 3\0"
LEXICON = "COMMUNIQUE_LEXICON"
"""The variable that names the folder of a person's own lexicon; set to nothing, there is none."""


def default_library() -> Path:
    """The library in the user's data folder; ``XDG_DATA_HOME`` is honoured. Nothing is created."""
    # Imported here: a window on a library of its own needs no platformdirs.
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / LIBRARY_NAME


def state_folder() -> Path:
    """Where the log is: ``XDG_STATE_HOME`` is honoured; a system without such has the data folder."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def lexicon_folder() -> Path | None:
    """The folder of a person's own lexicon, ``lexicon`` in the data folder where nothing else is named.

    ``None`` where there is none. A folder that is named need not exist: reading it says so.
    """
    named = os.environ.get(LEXICON)
    if named is not None:
        return Path(named).expanduser() if named else None
    from platformdirs import user_data_path

    folder = user_data_path(APP, appauthor=False) / "lexicon"
    return folder if is_there(folder) else None


def is_library_file(path: Path) -> bool:
    """Whether a file begins as libraries do; whether it is one is known when it is opened."""
    try:
        return is_in_use(path) or head_of(path) == _MAGIC
    except OSError:
        return False


def head_of(path: Path) -> bytes:
    """The bytes by which a library is known. Raises ``OSError``; never to be asked of one ``is_in_use``."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC))


def is_in_use(path: Path) -> bool:
    """Whether somebody has the library open, as the file beside it says: then it is one.

    Such a file is not opened past SQLite: to close it again would end every lock that this process has on it,
    and another one that is done with the library would take away what is not yet in the file itself.
    """
    return Path(f"{os.path.realpath(path)}-shm").exists() and path.is_file()


def is_there(path: Path) -> bool:
    """Whether there is such a file. What may not be looked at counts as there: opening it says why."""
    try:
        return path.exists()
    except OSError:
        return True

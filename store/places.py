"""Where Communiqué keeps what is a person's own."""

from __future__ import annotations

from pathlib import Path

APP = "communique"
LIBRARY_NAME = "library.sqlite"


def default_library() -> Path:
    """The library in the user's data folder; ``XDG_DATA_HOME`` is honoured. Nothing is created."""
    # Imported here: a window on a library of its own needs no platformdirs.
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / LIBRARY_NAME


def is_there(path: Path) -> bool:
    """Whether there is such a file. What may not be looked at counts as there: opening it says why."""
    try:
        return path.exists()
    except OSError:
        return True

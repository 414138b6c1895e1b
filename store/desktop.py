"""Puts Communiqué among the programs of a desktop: menu entry, icon, file type, manual, completion.

Follows the freedesktop specifications (Desktop Entry 1.5, Icon Theme, Shared MIME-info, Base Directory).
Everything goes below one folder, the data folder of one person, and is taken away from there again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path

from store.errors import StoreError

NAME = "app.communique.Communique"
"""What desktops call the program; the icon and the entry are named after it."""

_PLACES = {
    f"desktop/{NAME}.desktop": f"applications/{NAME}.desktop",
    f"desktop/{NAME}.metainfo.xml": f"metainfo/{NAME}.metainfo.xml",
    f"desktop/{NAME}.mime.xml": f"mime/packages/{NAME}.xml",
    "desktop/communique.1": "man/man1/communique.1",
    "icons/communique.svg": f"icons/hicolor/scalable/apps/{NAME}.svg",
}
_COMPLETIONS = {
    "bash": "bash-completion/completions/communique",
    "zsh": "zsh/site-functions/_communique",
}
_INDEXES = (
    ("update-desktop-database", "-q", "applications"),
    ("update-mime-database", "", "mime"),
    ("gtk-update-icon-cache", "-qtf", "icons/hicolor"),
)
_PATIENCE = 30
"""Seconds that a program of the desktop may take over its index."""


def data_home() -> Path:
    """The person's data folder, which desktops look through; ``XDG_DATA_HOME`` is honoured.

    :raises StoreError: this system has no such folder.
    """
    if sys.platform in ("win32", "darwin"):
        raise StoreError("This system keeps its programs in another way: there is no menu entry to make.")
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def own_command() -> list[str]:
    """How to start this very program again, from any folder."""
    started = Path(sys.argv[0])
    if getattr(sys, "frozen", False):
        return [sys.executable]
    if started.name == "communique" and started.is_file():
        return [str(started.absolute())]
    beside = Path(sys.executable).with_name("communique")
    if beside.is_file():
        return [str(beside)]
    found = shutil.which("communique")
    return [found] if found else [sys.executable, "-m", "gui.main"]


def places(home: Path) -> list[Path]:
    """The files of the program below a data folder, whether or not they are there."""
    return [home / place for place in (*_PLACES.values(), *_COMPLETIONS.values())]


def is_installed(home: Path) -> bool:
    """Whether the menu of this person has an entry that was made here."""
    return (home / _PLACES[f"desktop/{NAME}.desktop"]).is_file()


def install(home: Path, command: Iterable[str], completion: Callable[[str], str]) -> list[Path]:
    """Write the files below a data folder, over those of an earlier version; returns where they are.

    :param command: what starts the program, as a list of arguments.
    :param completion: the completion for a shell of a name.
    :raises StoreError: a file cannot be written.
    """
    given = [*command]
    contents = {place: _resource(name) for name, place in _PLACES.items()}
    entry = _PLACES[f"desktop/{NAME}.desktop"]
    contents[entry] = _starting(contents[entry], given)
    contents |= {place: completion(shell) for shell, place in _COMPLETIONS.items()}
    for place, text in contents.items():
        _write(home / place, text)
    _tell_desktop(home)
    return [home / place for place in contents]


def remove(home: Path) -> list[Path]:
    """Take the files away again; returns those that were there.

    :raises StoreError: a file cannot be removed.
    """
    there = [path for path in places(home) if path.is_file()]
    for path in there:
        try:
            path.unlink()
        except OSError as error:
            raise StoreError(
                f"{path} cannot be removed: {(error.strerror or str(error)).lower()}."
            ) from error
    if there:
        _tell_desktop(home)
    return there


def _resource(name: str) -> str:
    return resources.files("resources").joinpath(name).read_text("utf-8")


def _starting(entry: str, command: list[str]) -> str:
    """The entry with the program where it is: a menu need not have the path of a shell."""
    lines = []
    for line in entry.splitlines():
        if line.startswith("TryExec="):
            line = f"TryExec={command[0]}".replace("\\", "\\\\")
        elif line.startswith("Exec="):
            line = f"Exec={' '.join(map(_quoted, command))} %F"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _quoted(argument: str) -> str:
    """An argument as ``Exec`` wants it: quoted, and escaped once more as every string of the file is."""
    for sign in '\\"`$':
        argument = argument.replace(sign, f"\\{sign}")
    return '"' + argument.replace("\\", "\\\\").replace("%", "%%") + '"'


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from error


def _tell_desktop(home: Path) -> None:
    """Have the indexes made again where the desktop has programs for that; others look for themselves."""
    for program, options, folder in _INDEXES:
        found = shutil.which(program)
        if found is None or not (home / folder).is_dir():
            continue
        call = [found, *options.split(), str(home / folder)]
        try:
            subprocess.run(call, check=False, capture_output=True, timeout=_PATIENCE)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired):
            continue

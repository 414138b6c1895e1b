"""The libraries that were used last, as they are remembered from one run to the next."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from gui.settings import Memory
from store.records import dataclass

MOST = 8
_SETTING, _OPEN = "recent_libraries", "open_libraries"


@dataclass(frozen=True, slots=True)
class Recent:
    """One library in the list."""

    path: Path
    title: str
    lacks: str = ""
    """Why it cannot be opened now; empty where nothing is in the way."""


class RecentLibraries:
    """The list, the one used last first."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    @property
    def paths(self) -> list[Path]:
        """Where they are, or were."""
        return _paths(self._memory.text(_SETTING))[:MOST]

    def add(self, path: Path) -> None:
        """It is in use."""
        self._keep([path, *(one for one in self.paths if one != path)])

    def forget(self, paths: Iterable[Path]) -> None:
        """Take some out of the list; their files stay."""
        gone = set(paths)
        self._keep([one for one in self.paths if one not in gone])

    def _keep(self, paths: list[Path]) -> None:
        self._memory.keep(_SETTING, json.dumps([str(one) for one in paths[:MOST]]))


def open_last(memory: Memory) -> list[Path]:
    """The libraries that were open when the program ended, the one in front last."""
    return _paths(memory.text(_OPEN))


def keep_open(memory: Memory, paths: Iterable[Path]) -> None:
    """Remember which libraries are open, the one in front last."""
    memory.keep(_OPEN, json.dumps([str(one) for one in paths]))


def titled(paths: Iterable[Path]) -> list[tuple[Path, str]]:
    """Each with its name, and with its folder where two have one name."""
    kept = list(paths)
    names = Counter(path.stem for path in kept)
    within = Counter((path.stem, path.parent.name) for path in kept)
    made = []
    for path in kept:
        place = path.parent.name if within[path.stem, path.parent.name] == 1 else str(path.parent)
        made.append((path, path.stem if names[path.stem] == 1 else f"{path.stem} – {place}"))
    return made


def looked_at(paths: Iterable[Path]) -> list[Recent]:
    """The same, each looked for on the disk; not in the GUI thread, a drive may be far away."""
    return [Recent(path, title, _lack(path)) for path, title in titled(paths)]


def _lack(path: Path) -> str:
    try:
        if path.is_file():
            return ""
        return "its file is gone" if path.parent.is_dir() else "its folder is not there"
    except OSError:
        return "it may not be looked at"


def _paths(text: str) -> list[Path]:
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return []
    texts = [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
    return [Path(one) for one in texts if Path(one).is_absolute()]

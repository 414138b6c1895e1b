"""What was chosen last in the palette, kept for each library."""

from __future__ import annotations

import json

from gui.palette.entries import ICONS, Entry, Kind
from gui.settings import Memory

REMEMBERED = 12


class Used:
    """Names of entries, the one used last first; of articles their titles as well."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    @property
    def names(self) -> list[str]:
        """The names, the one used last first."""
        return [name for name, _ in self._kept()]

    def article(self, name: str) -> Entry | None:
        """An article that was opened from the palette; ``None`` for anything else."""
        kind, _, key = name.partition(" ")
        title = dict(self._kept()).get(name, "")
        if kind != Kind.ARTICLE.name.lower() or not key.isdigit() or not title:
            return None
        return Entry(Kind.ARTICLE, key, title, "opened from here", icon=ICONS[Kind.ARTICLE])

    def add(self, entry: Entry) -> None:
        """Remember that an entry was used; what was searched for is not."""
        if entry.kind is Kind.SEARCH:
            return
        title = entry.title if entry.kind is Kind.ARTICLE else ""
        others = [pair for pair in self._kept() if pair[0] != entry.name]
        self._memory.keep_of_library(
            "used", json.dumps([(entry.name, title), *others][:REMEMBERED], ensure_ascii=False)
        )

    def forget(self) -> None:
        """Remember nothing of it."""
        self._memory.keep_of_library("used", "")

    def _kept(self) -> list[tuple[str, str]]:
        try:
            pairs = json.loads(self._memory.of_library("used") or "[]")
            return [(str(name), str(title)) for name, title in pairs][:REMEMBERED]
        except (ValueError, TypeError):
            return []

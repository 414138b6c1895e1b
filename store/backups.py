"""Backups of a library: one a day by itself, the oldest dropped; and one whenever a person asks for it.

A backup holds the articles and what a person wrote; opening it as a library makes the rest again.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from store.backup_plan import PLAN, Plan
from store.database import copies
from store.database.opening import make_empty
from store.upkeep import looking

Cancelled = Callable[[], bool]


class Backup(NamedTuple):
    """One backup that is there."""

    path: Path
    made_at: datetime.datetime
    size: int


class Backups:
    """The backups of one library. Each method raises ``LibraryError`` where the world refuses."""

    def __init__(self, library: Path) -> None:
        self._library = library

    def folder(self, plan: Plan = PLAN) -> Path:
        """Where backups are."""
        return plan.folder or self._library.with_name(f"{self._library.stem}-backups")

    def daily(
        self, today: datetime.date, plan: Plan = PLAN, cancelled: Cancelled = lambda: False
    ) -> Path | None:
        """Make the backup of the day and drop the oldest ones.

        Returns the copy; ``None`` where none is wanted, there is one of today, nothing changed since the last
        one, or it was ``cancelled``.
        """
        made = self._by_day(plan)
        target = self.folder(plan) / f"{self._library.stem}-{today.isoformat()}.sqlite"
        newest = max(map(_changed_at, self._names(plan)), default=None)
        if not plan.daily or target.exists() or (newest is not None and self._changed_at() <= newest):
            return None
        if not self._copy(target, cancelled):
            return None
        made[today] = target
        for day in sorted(made.keys() - kept_days(made, plan)):
            with suppress(OSError):
                made[day].unlink()
        return target

    def now(
        self, moment: datetime.datetime, plan: Plan = PLAN, cancelled: Cancelled = lambda: False
    ) -> Path | None:
        """Make a backup that stays until somebody deletes it; ``None`` where it was ``cancelled``."""
        target = self.folder(plan) / f"{self._library.stem}-{moment:%Y-%m-%d-%H%M%S}.sqlite"
        return target if self._copy(target, cancelled) else None

    def made(self, plan: Plan = PLAN) -> list[Backup]:
        """The backups that are there, the newest first."""
        found = []
        for path in self._names(plan):
            with suppress(OSError):
                state = path.stat()
                when = datetime.datetime.fromtimestamp(state.st_mtime)
                found.append(Backup(path, when, state.st_size))
        return sorted(found, key=lambda backup: backup.made_at, reverse=True)

    # -- inside

    def _copy(self, target: Path, cancelled: Cancelled) -> bool:
        with looking(self._library) as connection:
            return copies.copy_kept(connection, target, make_empty, cancelled)

    def _names(self, plan: Plan) -> list[Path]:
        name = re.compile(rf"{re.escape(self._library.stem)}-\d{{4}}-\d\d-\d\d(-\d{{6}})?\.sqlite")
        with suppress(OSError):
            return [path for path in self.folder(plan).iterdir() if name.fullmatch(path.name)]
        return []

    def _by_day(self, plan: Plan) -> dict[datetime.date, Path]:
        """Those that were made by themselves."""
        made = {}
        for path in self._names(plan):
            with suppress(ValueError):
                made[datetime.date.fromisoformat(path.stem.removeprefix(f"{self._library.stem}-"))] = path
        return made

    def _changed_at(self) -> float:
        """When the library was written last, also where that is not yet in its file."""
        path = self._library
        return max(_changed_at(path), _changed_at(path.with_name(path.name + "-wal")))


def kept_days(days: Iterable[datetime.date], plan: Plan = PLAN) -> set[datetime.date]:
    """Which of the days with a backup keep it: the last few, and the last of each of the weeks before."""
    newest_first = sorted(days, reverse=True)
    kept = set(newest_first[: plan.days])
    weeks: dict[tuple[int, int], datetime.date] = {}
    for day in newest_first[plan.days :]:
        weeks.setdefault(day.isocalendar()[:2], day)
    return kept | set(list(weeks.values())[: plan.weeks])


def _changed_at(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0

"""What a person wants of automatic backups; light, for the window asks for it at each start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

KEPT_DAYS, KEPT_WEEKS = 5, 4
"""Of the automatic backups the newest of so many days stays, and the newest of so many weeks before."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where automatic backups go and how many stay, as a person wants it."""

    daily: bool = True
    folder: Path | None = None  # None: beside the library
    days: int = KEPT_DAYS
    weeks: int = KEPT_WEEKS


PLAN = Plan()

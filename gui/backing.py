"""Backups as the person wants them: what is remembered of that, and making them in the background."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gui.settings import Memory
from store.backup_plan import PLAN, Plan

MOST_DAYS, MOST_WEEKS = 99, 99


def plan_of(memory: Memory) -> Plan:
    """The plan for this library; wrong values fall back to the first ones."""
    folder = memory.of_library("backup_folder")
    return replace(
        PLAN,
        daily=memory.of_library("backup_daily") != "false",
        folder=Path(folder) if folder and Path(folder).is_absolute() else None,
        days=_number(memory.of_library("backup_days"), PLAN.days, 1, MOST_DAYS),
        weeks=_number(memory.of_library("backup_weeks"), PLAN.weeks, 0, MOST_WEEKS),
    )


def keep_plan(memory: Memory, plan: Plan) -> None:
    """Remember the plan for this library."""
    memory.keep_of_library("backup_daily", "" if plan.daily else "false")
    memory.keep_of_library("backup_folder", "" if plan.folder is None else str(plan.folder))
    memory.keep_of_library("backup_days", str(plan.days))
    memory.keep_of_library("backup_weeks", str(plan.weeks))


def _number(text: str, default: int, least: int, most: int) -> int:
    return min(max(int(text), least), most) if text.isdecimal() and len(text) < 9 else default

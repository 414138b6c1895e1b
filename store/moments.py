"""Moments as they are kept: ISO 8601, UTC, whole seconds."""

from __future__ import annotations

import datetime


def now() -> str:
    """This second: ``2026-01-02T03:04:05Z``."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day_here(moment: str) -> str:
    """The day of a moment that was kept, as the clock here has it; empty where there is none."""
    try:
        return datetime.datetime.fromisoformat(moment).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return ""

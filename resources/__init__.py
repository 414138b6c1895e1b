"""Data only: lexicon, icons, themes, translations."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent  # importlib.resources would find the same, and cost the start 5 ms


def resource(*parts: str) -> Path:
    """The data file or folder under ``resources`` that the path parts name."""
    return _HERE.joinpath(*parts)

"""Data only: lexicon, icons, themes, translations."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(*parts: str) -> Traversable:
    """The data file or folder under ``resources`` that the path parts name."""
    return files(__name__).joinpath(*parts)

"""The sample articles, as they came; what the reader shows on its first start."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def seed_files() -> list[Traversable]:
    """The sample articles in file-name order."""
    return sorted((f for f in files(__name__).iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)

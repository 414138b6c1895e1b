"""What the command line asks the window for."""

from __future__ import annotations

from pathlib import Path

from store.records import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How the window starts."""

    library: Path
    screenshot: Path | None = None
    """Write the first filled screen to this picture and end."""
    theme: str = "system"  # "light" | "dark" | "system"
    size: tuple[int, int] | None = None  # width, height in device independent pixels
    article: str | None = None  # file stem or number of the article to open
    search: str = ""
    steps: tuple[tuple[str, str], ...] = ()
    """What to do before the picture: ``do``, ``select``, ``type`` or ``press``, and which or what."""
    files: tuple[Path, ...] = ()  # to take into the library first
    default_library: bool = True  # nobody named another one
    safe: bool = False  # without what is remembered

"""Draws the README's pictures with the program itself: ``python -m tests.packaging.pictures FOLDER``."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PICTURES: dict[str, tuple[str, ...]] = {
    "window-light": ("--theme", "light", "--size", "1440x900"),
    "window-dark": ("--theme", "dark", "--size", "1440x900"),
    "search-light": ("--theme", "light", "--size", "1440x900", "--search", "kadioglu"),
    "search-dark": ("--theme", "dark", "--size", "1440x900", "--search", "kadioglu"),
}


def draw(folder: Path) -> int:
    """Write every picture into ``folder``, each from a new library with the sample articles."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, options in PICTURES.items():
        with tempfile.TemporaryDirectory() as home:
            environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
            command = [
                sys.executable,
                "-m",
                "gui.main",
                "--screenshot",
                str(folder / f"{name}.png"),
                *options,
            ]
            drawn = subprocess.run(command, env={**environment, "HOME": home}, check=False)
        if drawn.returncode:
            return drawn.returncode
        print(folder / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(draw(Path(sys.argv[1])))

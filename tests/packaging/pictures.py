"""Draws the README's pictures with the program itself: ``python -m tests.packaging.pictures FOLDER``."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from store.library import Library
from store.model import MarkStyle, Span

SIZE = "1440x1020"
PICTURES: dict[str, tuple[str, ...]] = {
    "window": ("--article", "004_834a0b8676b6a784"),
    "search": ("--search", "kadioglu"),
    "focus": ("--article", "004_834a0b8676b6a784", "--do", "view.focus"),
    "timeline": ("--do", "across.timeline", "--press", "Home"),
    "series": ("--do", "across.series", "--press", "Tab", "--press", "Return"),
}
NOTES = (
    ("Alley of Martyrs", "green", MarkStyle.FILL, "", ()),
    ("strategic alliance", "yellow", MarkStyle.FILL, "Same words in the two years before?", ("to compare",)),
)


def annotated_library(path: Path) -> None:
    """A library with the sample articles and some notes of a person."""
    library = Library.open(path)
    library.import_samples()
    number = library.find_id("004_834a0b8676b6a784")
    opened = library.article(number) if number is not None else None
    if number is None or opened is None:
        raise LookupError("the sample articles are not those that the pictures show")
    for words, colour, style, note, tags in NOTES:
        start = opened.article.text.index(words)
        library.add_annotation(number, Span(start, start + len(words)), colour, style, note, tags)
    library.close()


def draw(folder: Path) -> int:
    """Write every picture into ``folder``, light and dark; returns the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        library = Path(home) / "library.sqlite"
        annotated_library(library)
        environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")} | {"HOME": home}
        for name, options in PICTURES.items():
            for theme in ("light", "dark"):
                picture = folder / f"{name}-{theme}.png"
                command = [sys.executable, "-m", "gui.main", "--library", str(library)]
                command += ["--screenshot", str(picture), "--theme", theme, "--size", SIZE, *options]
                status = subprocess.run(command, env=environment, check=False).returncode
                if status:
                    return status
                print(picture)
    return 0


if __name__ == "__main__":
    sys.exit(draw(Path(sys.argv[1])))
